"""The backups that nobody has to think of: every half hour when something changed, and on closing."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.tasks.tasks import Task, Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.desk import Desk
from mediation_desk.services.upkeep import upkeep
from mediation_desk.services.upkeep.upkeep import Backup, Upkeep

LOOK_MS = 5 * 60_000  # how often it is asked whether one is due; the service knows the half hour


class AutomaticBackups(QObject):
    """``told(words)`` says for the status line when the last backup was made; ``trouble(DeskError)`` why
    none could be, once for each reason. They run beside the writing thread: saving never waits."""

    told = Signal(str)
    trouble = Signal(object)
    finished = Signal()  # the backup on closing is made, or could not be

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._task: Task | None = None
        self._said = ""
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self.look)

    def begin(self) -> None:
        """Say how things stand, and look now and then from now on."""
        self._clock.start()
        self._tasks.read(upkeep.standing, self._desk, done=self._standing, failed=self._refused,
                         receiver=self)

    def look(self) -> None:
        """Make a backup if one is due and none is being made."""
        if self._task is None or self._task.finished:
            self._task = self._tasks.read(upkeep.back_up_if_due, self._desk, done=self._made,
                                          failed=self._refused, receiver=self,
                                          label=tr("Making a backup …"))

    def close(self) -> None:
        """Make the backup on closing; ``finished`` follows in any case."""
        self.stop()
        self._task = self._tasks.read(upkeep.on_closing, self._desk, receiver=self,
                                      done=lambda _backup: self.finished.emit(),
                                      failed=lambda _error: self.finished.emit(),
                                      label=tr("Making a backup …"))

    def stop(self) -> None:
        """Look no more, and leave what is half made: it is taken away again."""
        self._clock.stop()
        if self._task is not None:
            self._task.cancel()

    def _standing(self, found: Upkeep) -> None:
        self._tell(found.newest.made_at if found.newest else None)

    def _made(self, backup: Backup | None) -> None:
        self._said = ""
        if backup is not None:
            self._tell(backup.made_at)

    def show(self, backup: Backup) -> None:
        """Somebody made a backup by hand."""
        self._made(backup)

    def _tell(self, at: datetime | None) -> None:
        self.told.emit(tr("Backup of {at}", at=f"{at:%m-%d %H:%M}") if at else tr("No backup yet"))

    def _refused(self, error: DeskError) -> None:
        if str(error) != self._said:
            self._said = str(error)
            self.trouble.emit(error)
