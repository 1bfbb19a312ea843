"""A person who counts: every click and every key that is not a letter of the text itself.

``Counted`` presses and types through QTest and nothing else; where the keyboard is, the program decides.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget

from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.stories.hands import CONTROL, KEY, Hands, called, compose, keyboard

NONE = Qt.KeyboardModifier.NoModifier


class Counted(Hands):
    """``acts`` lists each click and key in order, as a person would tell them."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self.acts: list[str] = []
        self.letters = 0

    @property
    def count(self) -> int:
        """How many clicks and keys so far."""
        return len(self.acts)

    # -- acts ----------------------------------------------------------------------------

    def press(self, widget: QWidget, spot: QPoint | None = None) -> None:
        """One click on what is in sight, without waiting."""
        self.acts.append(f"click {called(widget)}")
        super().press(widget, spot)

    def bring_into_sight(self, widget: QWidget, spot: QPoint | None = None) -> None:
        """Turning the wheel to come there counts as one act, too."""
        window = widget.window()
        middle = widget.mapTo(window, spot or widget.rect().center())
        there = window.childAt(middle) if widget.isVisible() else None
        if there is None or not (there is widget or widget.isAncestorOf(there)):
            self.acts.append(f"wheel to {called(widget)}")
        super().bring_into_sight(widget, spot)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key to whatever has the keyboard (Ctrl and Alt are held with it)."""
        self.acts.append(f"key {modifier.name or ''} {key.name}".replace("NoModifier ", ""))
        popup = QApplication.activePopupWidget()
        if popup is not None:  # a list of suggestions or a menu hears it first, as on a screen
            QTest.keyClick(popup, key, modifier)
            self.settle()
        else:
            super().key(key, modifier)

    def enter(self, times: int = 1) -> None:
        """Enter."""
        for _ in range(times):
            self.key(KEY.Key_Return)

    def tab(self, times: int = 1) -> None:
        """Tab; fewer than none: so often back."""
        for _ in range(abs(times)):
            self.key(KEY.Key_Tab if times > 0 else KEY.Key_Backtab)

    def copied(self, text: str) -> None:
        """Ctrl+V of what was copied from a message or a spreadsheet: one key."""
        QGuiApplication.clipboard().setText(text)
        self.key(KEY.Key_V, CONTROL)

    def text(self, text: str) -> None:
        """The text itself, into whatever has the keyboard; it is not counted."""
        editor = keyboard()
        assert isinstance(editor, QLineEdit | QPlainTextEdit), f"nobody can type into {called(editor)}"
        assert not editor.isReadOnly(), f"{called(editor)} takes no text now"
        self.letters += len(text)
        compose(editor, text)
        self.settle()

    def pick(self, press: QPushButton, words: str) -> None:
        """A menu: one click opens it, one chooses."""
        self.press(press)
        menu = press.menu()
        assert isinstance(menu, QMenu) and menu.isVisible()
        action = next(one for one in menu.actions() if one.text() == words)
        self.acts.append(f"click {words}")
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        press.window().activateWindow()  # what a window system does by itself when a menu closes
        self.wait_for(press.window().isActiveWindow)
        self.settle()

    def along(self, words: str) -> None:
        """Go along the list that has the keyboard with the arrows, or at once to an end of it."""
        combo = keyboard()
        assert isinstance(combo, QComboBox)
        here, there, last = combo.currentIndex(), combo.findText(words), combo.count() - 1
        assert there >= 0, words
        ways = {KEY.Key_Down: (there - here) % combo.count(), KEY.Key_Up: here - there}
        if there == 0:
            self.key(KEY.Key_Home)
        elif there == last:
            self.key(KEY.Key_End)
        else:
            key = KEY.Key_Down if there > here else KEY.Key_Up
            for _ in range(ways[key]):
                self.key(key)
        assert combo.currentText() == words
