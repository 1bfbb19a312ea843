"""Windows remember how they were left: size, splitters, columns."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

from mediation_desk.library import private_files


class Memory:
    """Window habits in a small file of their own. They are no secret, and none is kept in it."""

    def __init__(self, path: Path) -> None:
        with suppress(OSError):  # without a folder the habits last as long as the program
            private_files.make_folder(path.parent)
        private_files.claim(path)  # Qt keeps the rights of a file that is there
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def keep_window(self, name: str, window: QWidget) -> None:
        """Remember where a window is and how large."""
        self._settings.setValue(f"windows/{name}", window.saveGeometry())

    def restore_window(self, name: str, window: QWidget) -> bool:
        """Put a window where it was; False the first time. Qt keeps it on a screen that exists."""
        state = self._settings.value(f"windows/{name}")
        return isinstance(state, QByteArray) and window.restoreGeometry(state)

    def keep_splitter(self, name: str, splitter: QSplitter) -> None:
        """Remember how a splitter divides."""
        self._settings.setValue(f"splitters/{name}", splitter.saveState())

    def restore_splitter(self, name: str, splitter: QSplitter) -> bool:
        """Divide as it was left; False the first time."""
        state = self._settings.value(f"splitters/{name}")
        return isinstance(state, QByteArray) and splitter.restoreState(state)

    def keep_header(self, name: str, header: QHeaderView) -> None:
        """Remember a table's columns: widths, order, hidden ones, sort."""
        self._settings.setValue(f"columns/{name}", header.saveState())

    def restore_header(self, name: str, header: QHeaderView) -> bool:
        """Bring a table's columns back; False the first time, or where the columns are others now."""
        state = self._settings.value(f"columns/{name}")
        return isinstance(state, QByteArray) and header.restoreState(state)

    def keep(self, name: str, text: str) -> None:
        """Remember a small choice: the page last shown, a side folded away."""
        self._settings.setValue(f"choices/{name}", text)

    def recall(self, name: str, otherwise: str = "") -> str:
        """A small choice, or what stands for none."""
        return str(self._settings.value(f"choices/{name}", otherwise))

    def write(self) -> None:
        """Write the file now."""
        self._settings.sync()
