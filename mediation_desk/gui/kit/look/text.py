"""Words on a page: labels that know their rank."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStyle, QWidget

from mediation_desk.gui.kit.laid import breakable, keyless, off_button, on_page, whole
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.press import Button


class Label(QLabel):
    """Plain text, whatever stands in it; a word longer than a line may be broken, unless it can be copied."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Say something else."""
        told, fixed = on_page(text), Qt.TextInteractionFlag.TextSelectableByMouse
        told = told if self.textInteractionFlags() & fixed else breakable(told)
        super().setText(keyless(told) if self.buddy() else told)

    def text(self) -> str:
        """What a reader sees."""
        told = whole(super().text())
        return off_button(told) if self.buddy() else told


def label(text: str, role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> Label:
    """A label of a rank: ``title`` 18 pt, ``heading`` 14, ``figure`` 22, ``group``, ``strong``,
    ``muted``, ``small``, or body; read across a table ``amount`` 28, ``spoken`` and its quiet ``aloud``
    16. Plain text always: nothing a party typed is read as markup."""
    made = Label(text, parent)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def selectable(made: QLabel) -> QLabel:
    """The label, its words free to be marked and copied."""
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                 | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    made.setCursor(Qt.CursorShape.IBeamCursor)
    made.setText(made.text())  # what is copied holds no places for a break
    return made


def button(text: str, role: str = "", *, picture: str = "", parent: QWidget | None = None) -> Button:
    """A button: ``primary`` (one on a page), ``quiet`` (no frame), ``link``, ``line`` (a link no higher
    than its words), or plain; ``picture`` is an icon."""
    made = Button(text, parent)
    if role:
        made.setProperty("role", role)
    if picture:
        colour = {"primary": "on_accent", "quiet": "accent"}.get(role, "ink")
        made.setIcon(icon(picture, colour))
    return made


def mean(widget: QWidget, meaning: str) -> None:
    """Say a widget's words in the colour of a meaning; styling anew costs, so only where it changed."""
    if widget.property("meaning") != meaning:
        widget.setProperty("meaning", meaning)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose properties changed."""
    style: object = widget.style()
    if isinstance(style, QStyle):
        style.unpolish(widget)
        style.polish(widget)
    else:  # the binding takes the address of Qt's own style for what stood there before: styled by its sheet
        widget.setStyleSheet(widget.styleSheet())
    widget.update()
