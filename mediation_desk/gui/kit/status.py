"""The status line: who is signed in, which store, the last backup, whose travel desk, what takes long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from mediation_desk.gui.kit.look.elided import Elided
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.order import Aside
from mediation_desk.gui.kit.tasks.tasks import Task, Tasks
from mediation_desk.gui.kit.words import tr


class StatusLine(Aside):
    """The line at the bottom of a window."""

    lock_wanted = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._task: Task | None = None
        self.who, self.store, self.backup = (label("", parent=self) for _ in range(3))
        self.travel = Elided(parent=self)
        self._pictures = [self._picture(name)
                          for name in ("user", "database", "shield-check", "suitcase-simple")]
        self.doing = label("", parent=self)
        self.progress = QProgressBar(self)
        self.cancel = self._tool("x", tr("Stop"), words=True)
        self.lock = self._tool("lock", tr("Lock"), words=True)
        self._lay()
        self.lock.clicked.connect(self.lock_wanted)
        self.cancel.clicked.connect(self._stop)
        tasks.slow.connect(self._slow)
        tasks.ended.connect(self._ended)
        self._idle()
        self.show_facts()

    def _picture(self, name: str) -> QLabel:
        made = QLabel(self)
        size = look().px(14)
        made.setPixmap(icon(name, "muted").pixmap(QSize(size, size)))
        return made

    def _tool(self, picture: str, text: str, *, words: bool) -> QToolButton:
        made = QToolButton(self)
        made.setIcon(icon(picture, "muted"))
        made.setText(text)
        if words:
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(QSize(look().px(14), look().px(14)))
        return made

    def _lay(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(12), look().px(2), look().px(4), look().px(2))
        row.setSpacing(look().px(4))
        for picture, words in zip(self._pictures, self._facts, strict=True):
            row.addWidget(picture)
            row.addWidget(words)
            row.addSpacing(look().px(12))
        row.addStretch(1)
        self.progress.setFixedWidth(look().px(120))
        for widget in (self.doing, self.progress, self.cancel, self.lock):
            row.addWidget(widget)

    @property
    def _facts(self) -> Sequence[QLabel]:
        return self.who, self.store, self.backup, self.travel

    def show_facts(self, *, who: str = "", store: str = "", backup: str = "", travel: str = "") -> None:
        """Show who is signed in, the store, when it was last backed up, and on a laptop whose travel desk
        it is; empty ones go."""
        for picture, words, text in zip(self._pictures, self._facts, (who, store, backup, travel),
                                        strict=True):
            words.setText(text)
            words.setVisible(bool(text))
            picture.setVisible(bool(text))
        tip(self.travel, travel)
        self.lock.setVisible(bool(who))

    def _slow(self, task: Task) -> None:
        if self._task is not None and self._task is not task and not self._task.finished:
            return
        self._task = task
        done, total = task.progress
        self.doing.setText(task.label or tr("Working …"))
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.doing.show()
        self.progress.show()
        self.cancel.setVisible(task.cancellable)

    def _ended(self, task: Task) -> None:
        if task is self._task:
            self._idle()

    def _idle(self) -> None:
        self._task = None
        for widget in (self.doing, self.progress, self.cancel):
            widget.hide()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._idle()
