"""A number is masked until somebody goes into it, and that is told once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.text import masks, phones
from mediation_desk.gui.case.frame.veiled_field import VeiledField
from tests.gui.desks import show

NUMBER = "13809710001"


@pytest.fixture
def field(dressed: QApplication, qtbot: QtBot) -> Iterator[VeiledField]:
    """A telephone number beside another field to go to."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    made, other = VeiledField("Phone", masks.phone, name="phone", shape=phones.kept), QLineEdit()
    column.addWidget(other)  # the window's keyboard begins there
    column.addWidget(made)
    made.set_value(NUMBER)
    show(qtbot, holder)
    yield made


def test_it_is_masked_on_screen_and_for_a_screen_reader_and_whole_in_its_value(field: VeiledField) -> None:
    assert field.line.text() == "138****0001" and field.veiled
    assert (field.typed(), field.value()) == (NUMBER, NUMBER) and not field.modified()
    spoken = QAccessible.queryAccessibleInterface(field.line)
    assert NUMBER not in spoken.text(QAccessible.Text.Value)


def test_going_in_shows_it_and_leaving_masks_it_and_only_the_first_time_is_told(field: VeiledField) -> None:
    asked: list[int] = []
    field.asked.connect(lambda: asked.append(1))
    for _ in range(3):
        field.line.setFocus(Qt.FocusReason.TabFocusReason)
        assert field.line.text() == NUMBER == field.line.selectedText()
        QTest.keyClick(field.line, Qt.Key.Key_Tab)
        assert field.line.text() == "138****0001" and field.veiled
    assert asked == [1] and field.value() == NUMBER


def test_what_is_typed_is_kept_whole_and_then_masked(field: VeiledField) -> None:
    kept: list[object] = []
    field.committed.connect(kept.append)
    field.line.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field.line, "13900139000")
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert kept == ["13900139000"] and field.line.text() == "139****9000"


def test_an_empty_field_has_no_secret_to_tell_of(field: VeiledField) -> None:
    asked: list[int] = []
    field.asked.connect(lambda: asked.append(1))
    field.set_value("")
    field.line.setFocus()
    QTest.keyClicks(field.line, "13900139000")
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert asked == [] and field.value() == "13900139000"


def test_a_number_read_anew_behind_the_mask_stays_masked(field: VeiledField) -> None:
    field.set_value("13700137000")
    assert field.line.text() == "137****7000" and field.typed() == "13700137000"


def test_while_somebody_types_a_colleagues_number_does_not_push_in(field: VeiledField) -> None:
    field.line.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field.line, "139")
    field.set_value("13700137000")
    assert field.line.text() == "139"
