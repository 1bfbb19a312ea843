"""A field for a password, and how good a new one is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mediation_desk.gui.kit.fields.kinds import TextField
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.words import tr

WIDTH = 36
SHORTEST = 8  # what the vault refuses; the hint only says it before the key is pressed
FAIR, STRONG = 12, 17
CLASSES = (str.islower, str.isupper, str.isdigit)


def capitals_locked(event: QKeyEvent) -> bool | None:
    """What a key tells of the Caps Lock: a capital without Shift, or a small letter with it."""
    text = event.text()
    if len(text) != 1 or not text.isascii() or not text.isalpha():
        return None
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return text.isupper() != shifted


def points(password: str) -> int:
    """A plain measure of a password: its different characters, and two for each further kind."""
    kinds = {at for character in password for at, is_one in enumerate(CLASSES) if is_one(character)}
    others = any(not character.isalnum() for character in password)
    varied = min(len(password), 2 * len(set(password)))
    return varied + 2 * max(0, len(kinds) + others - 1)


def strength(password: str) -> State:
    """How good a password is, in a word and a colour."""
    if len(password) < SHORTEST:
        return State(tr("Too short"), "overdue", "warning-circle")
    found = points(password)
    if found < FAIR:
        return State(tr("Weak"), "disputed")
    return State(tr("Strong"), "agreed") if found >= STRONG else State(tr("Fair"), "accent")


class PasswordField(TextField):
    """One line that hides what is typed, takes it exactly as it is, and tells of the Caps Lock."""

    def __init__(self, label: str, *, name: str = "", help: str = "", required: bool = True,
                 parent: QWidget | None = None) -> None:
        super().__init__(label, name=name, help=help, required=required, width=WIDTH, limit=256,
                         parent=parent)
        self._usual_help = help
        self._locked = False
        self.line.setEchoMode(QLineEdit.EchoMode.Password)

    def explain(self, text: str) -> None:
        """Another quiet line beneath, whenever nothing has to be said of the Caps Lock."""
        self._usual_help = text
        if not self._locked:
            self.set_help(text)

    def _read(self, text: str) -> str:
        if self.required and not text:
            raise self._demand()
        return text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the keys for the Caps Lock."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._watch(event)
        return super().eventFilter(watched, event)

    def _watch(self, event: QKeyEvent) -> None:
        locked = capitals_locked(event)
        if event.key() == Qt.Key.Key_CapsLock and self._locked:
            locked = False
        if locked is not None and locked != self._locked:
            self._locked = locked
            self.set_help(tr("Caps Lock is on.") if locked else self._usual_help)

    def wipe(self) -> None:
        """Forget what was typed."""
        self.set_value("")
        self.line.clear()
