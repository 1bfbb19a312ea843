"""What this program put where it could be pasted goes before others look at the screen."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication

MODES = tuple(QClipboard.Mode)


def ours(mode: QClipboard.Mode) -> bool:
    """Whether this program filled the clipboard, or the selection that other programs read, last."""
    clipboard = QGuiApplication.clipboard()
    return {QClipboard.Mode.Clipboard: clipboard.ownsClipboard, QClipboard.Mode.Selection:
            clipboard.ownsSelection, QClipboard.Mode.FindBuffer: clipboard.ownsFindBuffer}[mode]()


def forget_clipboard() -> None:
    """Empty what this program filled; what another program put there is not ours to take."""
    for mode in MODES:
        if ours(mode):
            QGuiApplication.clipboard().clear(mode)
