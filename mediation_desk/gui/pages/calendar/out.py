"""Sends sessions out as a calendar file: the chosen one, those chosen, or all in view."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from mediation_desk.domain.planning.entries import CalendarEntry, EntryKind
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count, words
from mediation_desk.services.calendar import ics
from mediation_desk.services.calendar.ics import Chosen
from mediation_desk.services.desk import Desk

FOLDER = "calendar-folder"


def sessions(entries: Sequence[CalendarEntry]) -> list[CalendarEntry]:
    """What can go out of them: sessions that the reader may read."""
    return [one for one in entries if one.kind is EntryKind.SESSION and one.row_id is not None]


class CalendarOut(QObject):
    """``told(str)`` where the file lies, ``trouble(DeskError)``."""

    told = Signal(str)
    trouble = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._memory, self._page = desk, tasks, memory, parent
        self.menu = QMenu(parent)
        self.named = QAction(tr("Name the parties in it"), self, checkable=True)

    def offer(self, chosen: Sequence[CalendarEntry], view: Sequence[CalendarEntry], at: QPoint) -> None:
        """What can be sent out now, in a menu."""
        self.fill(chosen, view)
        self.menu.popup(at)

    def fill(self, chosen: Sequence[CalendarEntry], view: Sequence[CalendarEntry]) -> None:
        """The menu's lines."""
        self.menu.clear()
        mine, all_ = sessions(chosen), sessions(view)
        one = self.menu.addAction(icon("calendar-blank"), tr_count(
            "The chosen session", "The {count} chosen sessions", max(1, len(mine))), partial(self.ask, mine))
        every = self.menu.addAction(icon("calendar"), tr_count(
            "The one session in view", "All {count} sessions in view", len(all_)), partial(self.ask, all_))
        one.setEnabled(bool(mine))
        every.setEnabled(bool(all_))
        self.menu.addSeparator()
        self.menu.addAction(self.named)

    def ask(self, entries: Sequence[CalendarEntry]) -> None:
        """Ask where the file shall lie, and write it."""
        folder = Path(self._memory.recall(FOLDER) or Path.home())
        chosen, _kind = QFileDialog.getSaveFileName(
            self._page, tr("Save the calendar file"), str(folder / _name(entries)), "iCalendar (*.ics)",
            options=QFileDialog.Option.DontConfirmOverwrite)
        if chosen:
            self.write(entries, chosen)

    def write(self, entries: Sequence[CalendarEntry], path: str) -> None:
        """Write it, off the UI thread."""
        self._memory.keep(FOLDER, str(Path(path).parent))
        wanted = Chosen([one.row_id for one in entries if one.row_id], self.named.isChecked(), words().code)
        self._tasks.read(ics.save, self._desk, wanted, path, done=self._written, failed=self._refused,
                         receiver=self)

    def _written(self, path: Path) -> None:
        self.told.emit(tr("Written: {path}", path=path))

    def _refused(self, error: DeskError) -> None:
        self.trouble.emit(error)


def _name(entries: Sequence[CalendarEntry]) -> str:
    """By the days of what is in it; no case and no name."""
    days = [entry.on for entry in entries]
    return "-".join(dict.fromkeys(f"{day:%Y%m%d}" for day in (min(days), max(days)))) + ics.ENDING
