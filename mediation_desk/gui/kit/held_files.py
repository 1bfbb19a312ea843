"""Files that are dragged over a window: which they are, and that no field takes them for words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


def files_of(held: QMimeData) -> list[Path]:
    """The files of this computer that are held."""
    return [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]


class FilesPassBy(QObject):
    """Over a field for words, files are offered to whatever lies beneath it: what is dropped is a file, not
    its path. Words are dropped there as ever."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        editor.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Files over the field."""
        if isinstance(event, QDropEvent) and files_of(event.mimeData()):
            event.ignore()
            return True
        return False
