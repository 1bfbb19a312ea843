"""The one door for tool tips: what a person typed is shown as it is, never drawn as markup."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget

from mediation_desk.gui.kit.laid import on_page


def plain_tip(text: str) -> str:
    """The text so that Qt, which guesses by the “<” whether a tip is markup, shows every sign of it."""
    text = on_page(text)
    if "<" not in text:
        return text
    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>"


def tip(widget: QWidget, text: str) -> None:
    """Give the widget a tool tip."""
    widget.setToolTip(plain_tip(text))
