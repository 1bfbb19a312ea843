"""A person at the desk: sees a window, presses what is in sight, types, and waits for what comes of it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QScrollArea, QWidget

from mediation_desk.gui.kit.fields.choice import ChoiceField, SegmentField
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.tables.grid import Grid
from mediation_desk.gui.kit.tasks.tasks import Tasks

KEY, CONTROL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Hands:
    """Mouse, keyboard and input method; nothing is pressed that could not be seen and reached."""

    def __init__(self, tasks: Tasks) -> None:
        self.tasks = tasks

    def settle(self) -> None:
        """Wait until everything begun is saved and shown."""
        while self.tasks.busy:
            assert self.tasks.drain()
        QTest.qWait(0)
        if self.tasks.busy:
            self.settle()

    @staticmethod
    def wait_for(happened: Callable[[], bool], what: str = "it happened", patience_ms: int = 5000) -> None:
        """Wait until something is seen to have happened."""
        clock = QElapsedTimer()
        clock.start()
        while not happened():
            assert clock.elapsed() < patience_ms, f"not within {patience_ms} ms: {what}"
            QTest.qWait(5)

    # -- the mouse -----------------------------------------------------------------------

    def click(self, widget: QWidget, spot: QPoint | None = None) -> None:
        """Scroll to a widget, press it, and wait for what it does."""
        self.press(widget, spot)
        self.settle()

    def press(self, widget: QWidget, spot: QPoint | None = None) -> None:
        """The same without waiting."""
        self.bring_into_sight(widget)
        at = spot or widget.rect().center()
        assert widget.isEnabled(), f"{called(widget)} cannot be pressed now"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)

    def bring_into_sight(self, widget: QWidget, spot: QPoint | None = None) -> None:
        """Scroll whatever it lies in until it, or a spot of it, shows and nothing covers it."""
        assert widget.isVisible(), f"{called(widget)} is not shown"

        def reached() -> bool:
            above = widget.parentWidget()
            while above is not None:
                if isinstance(above, QScrollArea):
                    scroll_to(above, widget, spot)
                above = above.parentWidget()
            window = widget.window()
            there = window.childAt(widget.mapTo(window, spot or widget.rect().center()))
            return there is not None and (there is widget or widget.isAncestorOf(there))

        self.wait_for(reached, f"{called(widget)} comes into sight")  # once the page is laid out

    def pick_from_menu(self, press: QPushButton, words: str) -> None:
        """Open a button's menu and press one of its entries."""
        self.press(press)
        menu = press.menu()
        assert isinstance(menu, QMenu) and menu.isVisible()
        action = next(one for one in menu.actions() if one.text() == words)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        press.window().activateWindow()  # what a window system does by itself when a menu closes
        self.wait_for(press.window().isActiveWindow)
        self.settle()

    # -- the keyboard --------------------------------------------------------------------

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key for whatever has the keyboard, such as Ctrl+N, and wait for what it does."""
        QTest.keyClick(keyboard(), key, modifier)
        self.settle()

    def write(self, field: Field, text: str) -> None:
        """Click into a field, write over what stands there, and leave it with Tab."""
        self.begin(field, text)
        popup = QApplication.activePopupWidget()
        if popup is not None:  # suggestions: Escape puts them away and leaves what was typed
            QTest.keyClick(popup, KEY.Key_Escape)
        self.key(KEY.Key_Tab)

    def begin(self, field: Field, text: str) -> None:
        """Click into a field and write over what stands there."""
        editor = field.focusProxy()
        assert editor is not None
        self.press(editor)
        assert editor.hasFocus(), f"the keyboard did not go to {field.label.text()}"
        QTest.keyClick(editor, KEY.Key_A, CONTROL)
        compose(editor, text)

    def choose(self, field: Field, value: object) -> None:
        """Press one of the buttons side by side, or go along a list with the arrows."""
        if isinstance(field, SegmentField):
            self.click(field.buttons[field._values.index(value)])
            return
        assert isinstance(field, ChoiceField)
        self.bring_into_sight(field.combo)
        field.combo.setFocus(Qt.FocusReason.MouseFocusReason)
        steps = field._values.index(value) - field.combo.currentIndex()
        for _ in range(abs(steps)):
            QTest.keyClick(field.combo, KEY.Key_Down if steps > 0 else KEY.Key_Up)
        self.settle()
        assert field.value() == value

    # -- grids ---------------------------------------------------------------------------

    def cell(self, grid: Grid, row: int, column: str) -> None:
        """Click a cell of a grid."""
        at = [one.id for one in grid._cells.columns].index(column)
        index = grid._cells.index(row, at)
        self.bring_into_sight(grid)
        grid.scrollTo(index)
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(index).center())
        assert grid.currentIndex() == index
        self.settle()

    def type_in_cell(self, grid: Grid, row: int, column: str, text: str) -> None:
        """Click a cell, type over it, press Enter."""
        self.cell(grid, row, column)
        for sign in text:
            QTest.keyClicks(keyboard(), sign)  # the first key opens the editor
        self.key(KEY.Key_Return)

    def paste(self, text: str) -> None:
        """Ctrl+V what was copied from a spreadsheet or a message."""
        QGuiApplication.clipboard().setText(text)
        self.key(KEY.Key_V, CONTROL)


def scroll_to(area: QScrollArea, widget: QWidget, spot: QPoint | None) -> None:
    """Scroll to a widget, or to a spot of one that may be larger than the area."""
    inside = area.widget()
    if spot is None or inside is None:
        area.ensureWidgetVisible(widget)
    else:
        at = widget.mapTo(inside, spot)
        area.ensureVisible(at.x(), at.y())


def called(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return widget.accessibleName() or repr(widget)


def keyboard() -> QWidget:
    """Whatever the next key goes to."""
    found = QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None
    return found


def compose(editor: QWidget, text: str) -> None:
    """Type over what is selected: Chinese comes from an input method, first composed, then chosen."""
    if text.isascii():
        QTest.keyClicks(editor, text)
        return
    composing, chosen = QInputMethodEvent("pin'yin", []), QInputMethodEvent()
    chosen.setCommitString(text)
    for event in (composing, chosen):
        QCoreApplication.sendEvent(editor, event)
