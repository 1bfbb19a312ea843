"""Words told in confidence go to no clipboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from mediation_desk.domain.vocabulary import Side
from tests.gui.case.mediation.hands import CANARY, shown_alone
from tests.gui.case.rooms import Room


def test_private_words_cannot_be_copied(room: Room) -> None:
    column = shown_alone(room, Side.APPLICANT)
    field = column.line_form.field("text")
    room.begin(field, CANARY)
    line = field.focusProxy()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QGuiApplication.clipboard().setText("before")
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
    assert line.text() == CANARY
