"""Long work on a page: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Task
from mediation_desk.gui.kit.words import tr

LOOK_MS = 100


class WorkLine(QWidget):
    """Hidden until a task is followed; hides itself when the task is over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self.words = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(look().px(240))
        self.stop = button(tr("Stop"), "quiet", picture="x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(12))
        for widget in (self.words, self.bar, self.stop):
            row.addWidget(widget)
        row.addStretch(1)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._look)
        self.stop.clicked.connect(self.ask_to_stop)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether the task it follows is under way."""
        return self._task is not None and not self._task.finished

    def follow(self, task: Task, text: str) -> None:
        """Show this task until it is over."""
        self._task = task
        self.words.setText(text)
        self.bar.setRange(0, 0)
        self.stop.setEnabled(task.cancellable)
        self._clock.start()
        self.show()

    def _look(self) -> None:
        if not self.busy:
            self._clock.stop()
            self.hide()
        elif self._task is not None and self._task.progress[1]:
            done, total = self._task.progress
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(done * 1000 / total))

    def ask_to_stop(self) -> None:
        """Ask what it follows to end, where that can be asked."""
        if self._task is not None and self.busy:
            self._task.cancel()
            self.stop.setEnabled(False)
            self.words.setText(tr("Stopping …"))
