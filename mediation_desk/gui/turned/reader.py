"""Reads one case's joint view as it is about to be shown, and again whenever it may have changed."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from mediation_desk.domain.changes import Changes
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation.joint_view import shown

LOOK_MS = 15_000  # how soon what a colleague released at another desk of the store stands there too


class JointReader(QObject):
    """It knows no other case.

    ``arrived(JointView)`` after each reading, ``refused(DeskError)`` when it may not be read any more.
    """

    arrived = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, case_id: UUID, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._case_id = desk, tasks, case_id
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self.read)

    def begin(self) -> None:
        """Read now, and look again from time to time."""
        self._clock.start()
        self.read()

    def stop(self) -> None:
        """Look no more."""
        self._clock.stop()

    def read(self) -> None:
        """Read it anew."""
        self._tasks.read(shown, self._desk, self._case_id, receiver=self, done=self.arrived.emit,
                         failed=self.refused.emit)

    def follow(self, changes: object) -> None:
        """Something was saved: where it was in this case, read it anew."""
        if isinstance(changes, Changes) and self._case_id in changes.cases:
            self.read()
