"""Lists that are dropped on a page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent

KINDS = (".xlsx", ".csv", ".txt")


def take_list(event: QDropEvent) -> Path | None:
    """The one file that is held over a page, where it may be a list: the event is accepted, and the giver's
    file stays. Anything else is left to whoever comes next."""
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if len(urls) != 1 or not paths or paths[0].suffix.lower() not in KINDS:
        event.ignore()
        return None
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return paths[0]
