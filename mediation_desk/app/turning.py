"""The program while its screen is turned: the desk is laid down, and one window shows a joint view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.bugs import Bug
from mediation_desk.gui.kit.tasks.tasks import Tasks

if TYPE_CHECKING:
    from mediation_desk.gui.desk.places import LaidDown
    from mediation_desk.gui.turned.window import TurnedWindow
    from mediation_desk.services.desk import Desk


class Turning(QObject):
    """``proved`` when the person came back with the password or the PIN, ``lock_wanted`` when the turned
    screen is to be locked. Bugs wait meanwhile in ``bugs``: no window comes up before the parties."""

    proved = Signal()
    lock_wanted = Signal()

    def __init__(self, tasks: Tasks, memory: Memory, wall: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._memory, self._wall = tasks, memory, wall
        self._kept: tuple[Desk, LaidDown] | None = None
        self.window: TurnedWindow | None = None
        self.bugs: list[Bug] = []

    @property
    def is_on(self) -> bool:
        """Whether the screen is turned."""
        return self.window is not None

    def show(self, desk: Desk, left: LaidDown, screen: QScreen | None = None, hint: str = "") -> None:
        """Turn the screen to the case that ``left`` names; the rest of it waits until one is back."""
        from mediation_desk.gui.kit.clearing import forget_clipboard
        from mediation_desk.gui.turned.window import TurnedWindow

        if left.turned is None:
            return
        forget_clipboard()
        self._kept = desk, left.wordless
        self.window = TurnedWindow(desk, self._tasks, self._memory, left.turned, wall=self._wall, hint=hint)
        self.window.left.connect(self.proved)
        self.window.lock_wanted.connect(self.lock_wanted)
        self.window.appear(screen or QGuiApplication.primaryScreen())

    def lay_away(self) -> tuple[Desk, LaidDown] | None:
        """What waited for the way back; the window stays until :meth:`finish`, for nothing may be seen of
        what is made behind it. None where the screen is not turned."""
        kept, self._kept = self._kept, None
        return kept

    def finish(self) -> None:
        """Close the window."""
        window, self.window = self.window, None
        if window is not None:
            window.finish()
