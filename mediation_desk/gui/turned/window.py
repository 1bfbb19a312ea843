"""The turned screen: one window in the place of the whole desk, which shows one case's joint view."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.joint_view import JointView
from mediation_desk.domain.words import DeskError
from mediation_desk.gui import capture
from mediation_desk.gui.idle import Cover, IdleWatch, idle_minutes, put_away_others
from mediation_desk.gui.kit.keys import bind
from mediation_desk.gui.kit.laid import on_title
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import dress, look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.turned.board import JointBoard
from mediation_desk.gui.turned.leaving import LeavingPanel
from mediation_desk.gui.turned.reader import JointReader
from mediation_desk.services.desk import Desk

DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_Space: 8,
        Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -8}
STEP = 48


class TurnedWindow(QWidget):
    """``left`` once the password or the PIN was right, ``lock_wanted`` when idle, on Ctrl+L and on closing.

    The desk's frame does not exist meanwhile: there is nothing behind this window, and no way in it to show
    another case, a message, or a list.
    """

    left = Signal()
    lock_wanted = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, case_id: UUID, *,
                 wall: Callable[[], float] | None = None, hint: str = "") -> None:
        super().__init__()
        self.setWindowTitle(on_title(desk.settings.name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._over = False
        self.board = JointBoard(self)
        self.leaving = LeavingPanel(desk, tasks, self, hint=hint)
        self.leaving.hide()
        self.back = button(tr("Back to the desk"), "quiet", picture="lock")
        self.note = label(tr("This screen shows only what both sides may see."), "muted", wrap=True)
        self._lay()
        self.reader = JointReader(desk, tasks, case_id, self)
        self.idle = IdleWatch(idle_minutes(memory), self, wall=wall)
        self._listen(tasks)
        dress(self)
        if capture.wanted(memory):
            capture.hide_from_capture(self, True, capture.system_affinity())
        self.reader.begin()

    def _lay(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(look().px(40), look().px(8), look().px(40), look().px(16))
        foot.setSpacing(look().px(16))
        foot.addWidget(self.note, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.leaving, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.board, 1)
        column.addLayout(foot)

    def _listen(self, tasks: Tasks) -> None:
        self.reader.arrived.connect(self._show)
        self.reader.refused.connect(self._refuse)
        self.back.clicked.connect(self.ask)
        self.leaving.proved.connect(self.left)
        self.leaving.stayed.connect(self._stay)
        self.idle.idle.connect(self.lock_wanted)
        self.idle.touched.connect(tasks.garbage.disturb)
        bind(self, "F11", self.ask)
        bind(self, "Ctrl+L", self.lock_wanted.emit)

    def appear(self, screen: QScreen) -> None:
        """Cover the whole of that screen."""
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, view: JointView) -> None:
        self.board.show_view(view)

    def _refuse(self, _error: DeskError) -> None:
        """Why is for the mediator, who hears it at the desk."""
        self.board.say(tr("This case cannot be shown at present."))

    def ask(self) -> None:
        """Ask for the password or the PIN."""
        for part in (self.note, self.back):
            part.hide()
        self.leaving.begin()

    def _stay(self) -> None:
        for part in (self.note, self.back):
            part.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def cover(self) -> None:
        """Hide everything at once, before anything else is done."""
        put_away_others(self)
        Cover(self)

    def finish(self) -> None:
        """Close for good: one is back at the desk, or the desk is locked."""
        self._over = True
        self.reader.stop()
        self.idle.set_minutes(0)
        self.leaving.proof.wipe()
        self.close()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape asks too, a few keys scroll, and every other key does nothing here."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.ask()
        elif key in DOWN:
            bar = self.board.area.verticalScrollBar()
            bar.setValue(bar.value() + DOWN[key] * look().px(STEP))
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """To close it is to lock; only the end of the whole session takes it away as it stands."""
        app = QGuiApplication.instance()
        ends = isinstance(app, QGuiApplication) and app.isSavingSession()
        if self._over or ends:
            super().closeEvent(event)
            return
        event.ignore()
        self.lock_wanted.emit()
