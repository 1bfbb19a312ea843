"""Words on a page: labels that know their rank."""

from __future__ import annotations

from typing import Any, cast

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStyle, QWidget

from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.press import Button


def label(text: str, role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label of a rank: ``title`` 18 pt, ``heading`` 14, ``figure`` 22, ``group``, ``strong``,
    ``muted``, ``small``, or body. Plain text always: nothing a party typed is read as markup."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def selectable(made: QLabel) -> QLabel:
    """The label, its words free to be marked and copied."""
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                 | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    made.setCursor(Qt.CursorShape.IBeamCursor)
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
    style = _style_of(widget)
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _style_of(widget: QWidget) -> QStyle:
    """The widget's style. A style sheet's style is made and let go by Qt alone, and the binding may still
    take its address for whatever stood there before."""
    style: Any = widget.style()
    if isinstance(style, QStyle):
        return style
    again: Any = shiboken6.wrapInstance(shiboken6.getCppPointer(style)[0], QStyle)
    return cast(QStyle, again)
