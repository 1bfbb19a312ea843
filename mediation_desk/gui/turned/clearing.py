"""What lies about outside the pages goes before the screen is turned: lists, tips, the clipboard."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QToolTip, QWidget

from mediation_desk.gui.idle import put_away_others


def clear_away(window: QWidget) -> None:
    """Close what floats over the window, and take back what this program put where it could be pasted."""
    put_away_others(window)
    QToolTip.hideText()
    forget_clipboard()


def forget_clipboard() -> None:
    """Empty the clipboard, and the selection that other programs read, where this program filled them; what
    another program put there is not ours to take."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
    if clipboard.supportsFindBuffer() and clipboard.ownsFindBuffer():
        clipboard.clear(QClipboard.Mode.FindBuffer)
