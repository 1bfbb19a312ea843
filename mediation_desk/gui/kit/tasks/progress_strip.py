"""How far something that takes long is, with a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Task
from mediation_desk.gui.kit.words import tr

Progress = Callable[[int, int], object]
Cancelled = Callable[[], bool]
SHOWN_AFTER_MS, LOOKED_AT_MS = 400, 100


class ProgressStrip(QFrame):
    """Out of sight while nothing takes long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task: Task | None = None
        self.words = label("", parent=self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.stop = button(tr("Stop"), picture="x", parent=self)
        self.stop.clicked.connect(self.halt)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(12))
        row.addWidget(self.words)
        row.addWidget(self.progress, 1)
        row.addWidget(self.stop)
        self._clock = QTimer(self, interval=LOOKED_AT_MS)
        self._clock.timeout.connect(self._look)
        self.hide()

    def follow(self, task: Task, words: str) -> None:
        """Show how far that is, once it takes long."""
        self.task = task
        self.words.setText(words)
        self.progress.setAccessibleName(words)
        self._clock.start()

    def _look(self) -> None:
        if self.task is None or self.task.finished:
            self._end()
        elif self.task.age.elapsed() >= SHOWN_AFTER_MS:
            done, total = self.task.progress
            self.progress.setRange(0, total)
            self.progress.setValue(done)
            self.tell(done, total)
            self.show()

    def tell(self, done: int, total: int) -> None:
        """Say in words how far it is, where that is more than what is done."""

    def halt(self) -> None:
        """Ask it to stop, and go out of sight."""
        if self.task is not None:
            self.task.cancel()
        self._end()

    def _end(self) -> None:
        self._clock.stop()
        self.task = None
        self.hide()
