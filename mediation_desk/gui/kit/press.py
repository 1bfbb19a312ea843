"""How a button is pressed: Enter and Space press the one in focus, and the second half of a double click
meets no other meaning than the first."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QWidget,
)

from mediation_desk.gui.kit.laid import off_button, on_button

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_WITH_CONTROL = (Qt.KeyboardModifier.ControlModifier,
                 Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier)


class Button(QPushButton):
    """A button that Enter presses as Space does.

    A double click presses it twice only while it means the same: where the first press gave it other
    words, or brought it under the pointer, the second counts for nothing.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(on_button(text), parent)
        self.setAutoDefault(True)  # outside of dialogs this means just that Enter presses it
        self._since = QElapsedTimer()
        self._meant = ""

    def setText(self, text: str) -> None:
        """Say something else on it."""
        super().setText(on_button(text))

    def text(self) -> str:
        """What a reader sees on it."""
        return off_button(super().text())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what the press meant."""
        self._meant = self.text()
        self._since.start()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Press again, unless it is not what was pressed first."""
        known = self._since.isValid() and self._since.elapsed() <= 2 * QApplication.doubleClickInterval()
        if known and self._meant == self.text():
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()


def is_enter(event: QKeyEvent, *, control: bool = False) -> bool:
    """Whether the key is Enter, alone or (``control``) with Ctrl too."""
    return event.key() in ENTER and event.modifiers() in (_PLAIN + _WITH_CONTROL if control else _PLAIN)


def press_focused(event: QKeyEvent, *, choices: bool = True) -> bool:
    """Let Enter press the button in focus; False when the key is another, or nothing can be pressed.

    Without ``choices`` what is chosen rather than pressed (ticks, buttons side by side) is left to Space:
    in a form Enter has something else to do.
    """
    focus = QApplication.focusWidget()
    if not is_enter(event) or not isinstance(focus, QAbstractButton) or (not choices and _is_choice(focus)):
        return False
    focus.click()
    return True


def _is_choice(made: QAbstractButton) -> bool:
    return isinstance(made, QCheckBox | QRadioButton) or made.property("role") == "segment"
