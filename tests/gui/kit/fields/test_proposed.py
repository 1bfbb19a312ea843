"""A proposal gives way to the next one, and to whatever somebody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.fields.kinds import TextField
from mediation_desk.gui.kit.fields.proposed import Proposed
from tests.gui.kit.fields.hands import leave, shown


@pytest.fixture
def field(qtbot: QtBot) -> TextField:
    made = TextField("Name", name="file")
    made.held_by = shown(qtbot, made)  # type: ignore[attr-defined]
    return made


def type_into(field: TextField, text: str) -> None:
    """As a person does: go there, replace what stands there, go elsewhere."""
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    QTest.keyClicks(field.line, text)
    leave(field.held_by)  # type: ignore[attr-defined]


def test_a_proposal_follows_what_it_is_made_of_until_somebody_types(field: TextField) -> None:
    name = Proposed(field)
    name.offer("a.mdbag")
    name.offer("b.mdbag")
    assert field.value() == "b.mdbag"
    type_into(field, "mine.mdbag")
    name.offer("c.mdbag")
    assert field.typed() == "mine.mdbag"


def test_a_field_that_was_emptied_takes_the_next_proposal(field: TextField) -> None:
    name = Proposed(field)
    name.offer("a.mdbag")
    type_into(field, "")
    assert not field.typed()
    name.offer("b.mdbag")
    assert field.typed() == "b.mdbag"


def test_what_was_typed_gives_way_once_it_is_done_with(field: TextField) -> None:
    name = Proposed(field)
    type_into(field, "mine.mdbag")
    name.give_way()
    name.offer("next.mdbag")
    assert field.typed() == "next.mdbag"
