"""Words told in confidence go to no clipboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.quiet import Quiet
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


@pytest.fixture
def guarded(dressed: QApplication) -> Iterator[QWidget]:
    """A line and an area that hold what was said alone, watched."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    for editor in (QLineEdit(CANARY), QPlainTextEdit(CANARY)):
        column.addWidget(editor)
    quiet = Quiet(holder)
    quiet.guard(holder)
    holder.show()
    QGuiApplication.clipboard().setText("before")
    yield holder
    holder.deleteLater()


def taken() -> str:
    """What other programs could read."""
    clipboard = QGuiApplication.clipboard()
    return clipboard.text() + clipboard.text(clipboard.Mode.Selection)


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize(("key", "modifier"), [
    (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)])
def test_no_key_copies_or_cuts(guarded: QWidget, kind: type[QWidget], key: Qt.Key,
                               modifier: Qt.KeyboardModifier) -> None:
    editor = guarded.findChild(kind)
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    editor.selectAll()
    QTest.keyClick(editor, key, modifier)
    assert CANARY not in taken()
    assert CANARY in (editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText())


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_mouse_selects_nothing_and_opens_no_menu(guarded: QWidget, kind: type[QWidget]) -> None:
    editor = guarded.findChild(kind)
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    where = editor.viewport() if isinstance(editor, QPlainTextEdit) else editor
    assert isinstance(where, QWidget)
    left = Qt.MouseButton.LeftButton
    QTest.mouseDClick(where, left, pos=QPoint(20, 8))
    QTest.mousePress(where, left, pos=QPoint(3, 8))
    QTest.mouseMove(where, QPoint(60, 8))
    QTest.mouseRelease(where, left, pos=QPoint(60, 8))
    QTest.mouseClick(where, left, Qt.KeyboardModifier.ShiftModifier, QPoint(40, 8))
    chosen = editor.selectedText() if isinstance(editor, QLineEdit) else editor.textCursor().selectedText()
    assert chosen == "" and CANARY not in taken()
    assert editor.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_one_can_still_type_and_go_about_with_the_keys(guarded: QWidget) -> None:
    line, area = guarded.findChild(QLineEdit), guarded.findChild(QPlainTextEdit)
    assert line is not None and area is not None
    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClicks(line, " more")
    assert line.text() == f"{CANARY} more"
    QTest.keyClick(area, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)  # would be X11's selection
    QTest.keyClicks(area, "x")
    assert area.toPlainText() == f"x{CANARY}"
