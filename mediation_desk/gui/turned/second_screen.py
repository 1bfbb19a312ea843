"""The joint view on a second screen, while the first keeps the desk: always that and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.laid import on_title
from mediation_desk.gui.kit.look.theme import dress
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.turned.board import JointBoard
from mediation_desk.gui.turned.reader import JointReader
from mediation_desk.services.desk import Desk

Screens = Callable[[], Sequence[QScreen]]
_ALONE = (Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
          | Qt.WindowType.WindowDoesNotAcceptFocus)


class JointWindow(QWidget):
    """Covers a screen, above whatever gets there, and takes neither the keyboard nor any click."""

    closed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, case_id: UUID, screen: QScreen) -> None:
        super().__init__(None, _ALONE)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setWindowTitle(on_title(desk.settings.name))
        self.board = JointBoard(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)
        self.case_id, self.wanted = case_id, screen
        self.reader = JointReader(desk, tasks, case_id, self)
        self.reader.arrived.connect(self.board.show_view)
        self.reader.refused.connect(self._refuse)
        dress(self)
        self.reader.begin()

    def appear(self) -> None:
        """Cover the whole of its screen; to show it full screen at once would take the keyboard."""
        self.setScreen(self.wanted)
        self.setGeometry(self.wanted.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    def _refuse(self, _error: DeskError) -> None:
        self.board.say(tr("This case cannot be shown at present."))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing of the case stays behind."""
        self.reader.stop()
        super().closeEvent(event)
        self.closed.emit()


class SecondScreen(QObject):
    """Keeps a case's joint view on another screen than the desk's, until it is taken off.

    It goes when its screen goes, and never moves to another one. ``told(str)`` says so at the desk;
    ``lock_wanted`` when it was the desk's own screen that went, before the desk comes up in front of those
    who sit at the other.
    """

    told = Signal(str)
    lock_wanted = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, frame: QWidget, *, screens: Screens | None = None) -> None:
        super().__init__(frame)
        self._desk, self._tasks, self._frame = desk, tasks, frame
        self._screens: Screens = screens or QGuiApplication.screens
        self._watched = False
        self.window: JointWindow | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self.screen_gone)

    @property
    def showing(self) -> UUID | None:
        """The case that stands on the second screen."""
        return self.window.case_id if self.window is not None else None

    def free(self) -> QScreen | None:
        """A screen on which the desk does not stand."""
        own = self._frame.screen()
        return next((screen for screen in self._screens() if screen is not own), None)

    def show_case(self, case_id: UUID) -> None:
        """Show this case there, in the place of another one; nothing where there is no second screen."""
        screen = self.free()
        if screen is None:
            return
        self.take_off()
        self._watch_desk()
        self.window = JointWindow(self._desk, self._tasks, case_id, screen)
        self.window.closed.connect(self._closed)
        self.window.appear()
        self._frame.activateWindow()  # some systems give every new window the keyboard

    def take_off(self) -> None:
        """Show nothing there any more."""
        if self.window is not None:
            self.window.close()

    def _closed(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()

    def follow(self, changes: object) -> None:
        """Something was saved at the desk."""
        if self.window is not None:
            self.window.reader.follow(changes)

    def screen_gone(self, screen: QScreen) -> None:
        """A screen was unplugged; heard before Qt moves what stood on it to another one."""
        if self.window is None:
            return
        own, theirs = screen is self._frame.screen(), screen is self.window.wanted
        if own or theirs:
            self.take_off()
            self.told.emit(tr("The second screen is gone; the joint view was closed."))
        if own:
            self.lock_wanted.emit()

    def _watch_desk(self) -> None:
        handle = self._frame.windowHandle()
        if handle is not None and not self._watched:
            self._watched = True
            handle.screenChanged.connect(self.desk_moved)

    def desk_moved(self, screen: QScreen) -> None:
        """The desk was moved onto the other screen: those who look at it shall see nothing of the desk."""
        if self.window is not None and screen is self.window.wanted:
            self.lock_wanted.emit()
