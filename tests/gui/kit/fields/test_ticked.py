"""Nothing is ticked by default; what is ticked is kept, and stays when the list changes."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.fields.ticked import TickedField

NOTICE = {"acceptance-notice": "受理通知书"}
RIGHTS = {"rights-notice": "当事人权利义务告知书"}
PEOPLE = {UUID(int=at): f"甲{at}" for at in range(1, 5)}


@pytest.fixture
def field(dressed: QApplication) -> Iterator[TickedField[UUID]]:
    made = TickedField("Who consented to it", UUID, name="consenting")
    made.set_choices(PEOPLE)
    made.show()
    yield made
    made.deleteLater()


def test_nobody_is_ticked_until_somebody_ticks(field: TickedField[UUID]) -> None:
    assert field.value() == () and field.typed() == ""
    QTest.mouseClick(field.ticks[UUID(int=3)], Qt.MouseButton.LeftButton)
    QTest.mouseClick(field.ticks[UUID(int=1)], Qt.MouseButton.LeftButton)
    assert field.value() == (UUID(int=1), UUID(int=3))


def test_a_draft_brings_the_ticks_back(field: TickedField[UUID]) -> None:
    field.set_typed(f"{UUID(int=2)} {UUID(int=4)}")
    assert [key.int for key, made in field.ticks.items() if made.isChecked()] == [2, 4]
    assert field.value() == () and field.commit() and [one.int for one in field.value()] == [2, 4]


def test_a_newcomer_is_not_ticked_and_the_others_stay(field: TickedField[UUID]) -> None:
    field.set_typed(str(UUID(int=2)))
    field.set_choices({key: name for key, name in PEOPLE.items() if key.int > 1} | {UUID(int=8): "乙"})
    assert [key.int for key, made in field.ticks.items() if made.isChecked()] == [2]


def test_nothing_is_ticked_by_itself_and_what_is_ticked_survives_another_list(dressed: object, qtbot: QtBot
                                                                              ) -> None:
    field = TickedField("Papers", str, name="papers")
    qtbot.addWidget(field)
    field.set_choices(NOTICE)
    assert field.typed() == "" and field.value() == ()
    field.show()
    QTest.keyClick(field.ticks["acceptance-notice"], Qt.Key.Key_Space)
    field.set_choices(RIGHTS | NOTICE)
    assert field.value() == ("acceptance-notice",) and not field.ticks["rights-notice"].isChecked()
    draft = field.typed()
    field.set_value(())
    field.set_typed(draft)
    assert field.ticks["acceptance-notice"].isChecked()
