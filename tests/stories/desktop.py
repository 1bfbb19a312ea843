"""A computer with the program on its screen: the way in, the desk's frame, a case's stations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from mediation_desk.app.machine import Machine
from mediation_desk.app.program import Program
from mediation_desk.domain.case import Case
from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.entry.window import EntryWindow
from mediation_desk.gui.kit.tasks import overrides
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.reading import CaseView
from tests.gui import desks
from tests.stories.hands import ALT, CONTROL, KEY, Hands

PLACES = dict(zip(Station, (KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_4, KEY.Key_5, KEY.Key_6), strict=True))
WINDOWS = {"", *(f"{name}ClassWindow" for name in ("EntryWindow", "DeskFrame", "QMenu"))}
"""What may have the keyboard, as Qt calls it: the way in, the desk, a menu."""
PageT = TypeVar("PageT", bound=StationPage)


class Desktop(Hands):
    """The program on a screen, and whoever sits before it."""

    def __init__(self, program: Program) -> None:
        super().__init__(program.tasks)
        self.program = program

    @property
    def entry(self) -> EntryWindow:
        """The way in."""
        assert self.program.entry is not None
        return self.program.entry

    @property
    def frame(self) -> DeskFrame:
        assert self.program.frame is not None
        return self.program.frame

    @property
    def desk(self) -> Desk:
        return self.frame.desk

    @property
    def window(self) -> CaseWindow:
        window = self.frame.current()
        assert isinstance(window, CaseWindow)
        return window

    @property
    def view(self) -> CaseView:
        """The case as the store has it now."""
        return reading.case(self.desk, self.window.bench.case_id)

    @property
    def case(self) -> Case:
        return self.view.case

    def station(self, kind: type[PageT]) -> PageT:
        """Alt and the station's number."""
        self.key(PLACES[kind.station], ALT)
        page = self.window.page_in_front()
        assert isinstance(page, kind)
        return page

    def lock(self) -> None:
        """Ctrl+L."""
        self.key(KEY.Key_L, CONTROL)

    def sign_in(self, password: str, login: str = "") -> None:
        """The password, and another name than the one that stands there; the case is where it was left."""
        entry = self.entry
        self.wait_for(lambda: entry.isActiveWindow())
        if login:
            self.write(entry.sign_in.login, login)
        self.write(entry.sign_in.password, password)
        self.press(entry.sign_in.enter)
        self.sit_down()
        self.settle()

    def sit_down(self) -> None:
        """Wait until the desk stands."""
        self.settle()
        self.wait_for(lambda: self.program.frame is not None and self.program.frame.isActiveWindow())


@contextmanager
def running(app: QApplication, folder: Path, around: Surroundings) -> Iterator[Program]:
    """The program on a computer whose files of this person lie in a folder; not started yet."""
    machine = Machine(folder / "data", folder / "config", around.clock, desks.ZONE)
    machine.around = around
    app.setQuitOnLastWindowClosed(False)
    overrides.guard()
    program = Program(app, machine)
    came_up: set[str] = set()

    def heard(window: QWindow | None) -> None:
        came_up.add(window.objectName() if window else "")

    app.focusWindowChanged.connect(heard)
    try:
        yield program
        assert came_up <= WINDOWS, "a part of a page came up as a window, and the keyboard went there"
    finally:
        app.focusWindowChanged.disconnect(heard)
        program.end()
        program.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.setQuitOnLastWindowClosed(True)
