"""What the tests of the sheet do over and over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from mediation_desk.gui.intake.new_case.offers import OfferField
from tests.gui.case.rooms import id_number

CARD, PHONE = id_number(21), "13897123456"
FIRM, CODE = "湟水快送（西宁）网络科技有限公司", "91630100MA752TEST4"
KEY = Qt.Key


def typed(field: OfferField, text: str) -> None:
    """Type as an input method does, which sends no keys."""
    field.setFocus()
    field.line.setText(text)
    field.line.textEdited.emit(text)


def popup(field: OfferField) -> QAbstractItemView:
    """The list of what is offered."""
    found = field.list.popup()
    assert found is not None
    return found


def press(*keys: Qt.Key) -> None:
    """Press keys where the keyboard is: in a list that is open, else in the field in focus."""
    for key in keys:
        place = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert place is not None
        QTest.keyClick(place, key)
