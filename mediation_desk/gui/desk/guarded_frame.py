"""A desk's frame that watches over itself: idle, capture, the backups nobody has to think of, the cover."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent

from mediation_desk.gui import capture
from mediation_desk.gui.backups import AutomaticBackups
from mediation_desk.gui.frame import Frame
from mediation_desk.gui.idle import Cover, IdleWatch, idle_minutes, put_away_others
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.at_office import travel_line
from mediation_desk.services.desk import Desk


class GuardedFrame(Frame):
    """The frame of a desk. It watches from :meth:`_watch_over` on."""

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, *, version: str = "",
                 wall: Callable[[], float] | None = None) -> None:
        super().__init__(tasks, memory, version=version)
        self.desk, self._wall = desk, wall
        self.closing.connect(self._stop_long_work)
        self._backup = ""
        self._say_facts()
        self.changed.connect(lambda _changes: self._say_facts())
        self.backs_up_on_closing = False
        self._cover: Cover | None = None

    def _watch_over(self) -> None:
        """The idle watch, the hiding from capture, the backups that nobody has to think of."""
        self.idle = IdleWatch(idle_minutes(self.memory), self, wall=self._wall)
        self.idle.idle.connect(self.lock_wanted)
        self.idle.touched.connect(self.tasks.garbage.disturb)
        self.backups = AutomaticBackups(self.desk, self.tasks, self)
        self.backups.told.connect(self._say_backup)
        self.backups.trouble.connect(self._trouble)
        self.backups.finished.connect(self.close)
        if capture.wanted(self.memory):
            capture.hide_from_capture(self, True, capture.system_affinity())

    def _protect(self) -> None:
        self.idle.set_minutes(idle_minutes(self.memory))
        capture.hide_from_capture(self, capture.wanted(self.memory), capture.system_affinity())

    def _say_backup(self, words: str) -> None:
        self._backup = words
        self._say_facts()

    def _say_facts(self) -> None:
        branch = self.desk.branch
        travel = travel_line(branch, self.desk.today, self.desk.zone) if branch is not None else ""
        self.status.show_facts(who=self.desk.who.name, store=self.desk.store.place.name, backup=self._backup,
                               travel=travel)

    def cover(self, words: str = "") -> None:
        """Hide everything at once, before anything else is done."""
        if self._cover is None:
            put_away_others(self)
            self._cover = Cover(self, words)

    def _back_up_and_close(self) -> None:
        """Under a cover; closing again meanwhile leaves the backup."""
        self.backs_up_on_closing = False
        self._stop_long_work()
        page = self.current()
        if page is not None:
            page.keep()
        self.tasks.drain()
        self.cover(tr("Making a backup; then the desk closes. Close again to leave it."))
        self.backups.close()

    def _stop_long_work(self) -> None:
        """A bag that is packed or opened, summaries and exports that are written, end with the desk: nobody
        would hear of them any more."""
        for page in self._pages.values():
            page.stop_work()

    def closeEvent(self, event: QCloseEvent) -> None:
        """When it is the end of the day, make the backup first."""
        if self.backs_up_on_closing:
            event.ignore()
            self._back_up_and_close()
            return
        self.backups.stop()
        self.idle.set_minutes(0)
        super().closeEvent(event)
