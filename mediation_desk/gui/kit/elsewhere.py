"""Hands files to other programs of the machine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_elsewhere(path: Path) -> bool:
    """Hand a file to whatever the system opens it with; False when there is nothing."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
