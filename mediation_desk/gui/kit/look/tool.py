"""A small button that is a picture alone."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip


def tool(picture: str, words: str, meaning: str = "ink", *, size: int = 18, name: str = "",
         parent: QWidget | None = None) -> QToolButton:
    """Its picture in the colour of a meaning, ``size`` px at 100 %; ``words`` tell under the pointer what it
    does, and to a screen reader, too, unless that is told more of it (``name``)."""
    made = QToolButton(parent)
    made.setIcon(icon(picture, meaning))
    made.setIconSize(QSize(look().px(size), look().px(size)))
    tip(made, words)
    made.setAccessibleName(name or words)
    return made
