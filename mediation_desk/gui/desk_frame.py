"""The frame with a desk in it: the pages of its rail, and what Ctrl+K finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent

from mediation_desk.domain.agenda import Due
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import Station, Status
from mediation_desk.domain.words import N_
from mediation_desk.gui import search
from mediation_desk.gui.desk.places import CALENDAR, CASES, OFFICE, PAYMENTS, REPORTS, TODAY, TRAVEL
from mediation_desk.gui.desk.telling_frame import TellingFrame
from mediation_desk.gui.due_notice import DueNotice
from mediation_desk.gui.intake import doors
from mediation_desk.gui.intake.doors import DOORS, PACKAGES, Door
from mediation_desk.gui.intake.packages.kinds import ENDINGS
from mediation_desk.gui.kit.keys import bind
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.palette import Hit
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.own_faces import OwnFaces
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.gui.paper_check.dropping import PaperCheck
from mediation_desk.gui.search import Command
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.waiting import Waiting

if TYPE_CHECKING:
    from mediation_desk.gui.case.frame.window import CaseWindow

LOOK_KEYS: Mapping[str, str] = MappingProxyType({
    "Ctrl++": "+25", "Ctrl+=": "+25", "Ctrl+-": "-25", "Ctrl+0": "100"})
"""The keys of the text size: larger, smaller, and as it was."""
WARM_AFTER_MS, NOTICE_AFTER_MS = 700, 2500


def _fetch_rooms() -> None:
    """Import the case window with its pages and the figures, off the UI thread: read when they are first
    opened, their code would be half of what one waits for."""
    from mediation_desk.gui.case.frame.window import fetch_pages
    from mediation_desk.gui.pages.reports.page import fetch_first

    fetch_pages()
    fetch_first()


class DeskFrame(TellingFrame):
    """``chosen(name, value)`` asks for another language, look or text size (``language``, ``mode``,
    ``percent``); whoever made the frame brings it about."""

    chosen = Signal(str, str)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, *, version: str = "",
                 wall: Callable[[], float] | None = None) -> None:
        super().__init__(desk, tasks, memory, version=version, wall=wall)
        self._warm = False
        for page in (one for one in RAIL if one.right is None or desk.may(one.right, own_case=True)):
            self.register(page.key, tr(page.label), page.picture, partial(page.make, self))
        self.new_wanted.connect(self.new_case)
        for door in (one for one in DOORS if one.keys):
            bind(self, door.keys, partial(self.enter, door))
        for keys, percent in LOOK_KEYS.items():
            bind(self, keys, self._asks("percent", percent))
        self.paper_check = PaperCheck(desk, tasks, self, self.open_case)
        self.paper_check.hand_on(ENDINGS, partial(self.enter, PACKAGES))
        self.due_notice = DueNotice(desk, tasks, memory, self)
        self.due_notice.pressed.connect(self.show_payments)
        self.own_faces = OwnFaces(desk, tasks, self)
        self.changed.connect(self.own_faces.follow)
        self._listen_to_search()
        self._say_title("")
        self._watch_over()

    # -- pages ---------------------------------------------------------------------------

    def _today(self) -> Page:
        page = TodayPage(self.desk, self.tasks, self.memory)
        page.case_wanted.connect(self.open_case)
        page.station_wanted.connect(lambda station: self.show_station(station, page.site_id))
        page.due_wanted.connect(lambda due: self.show_due(due, site=page.site_id))
        page.kept_wanted.connect(self.show_kept)
        page.new_wanted.connect(self.new_case)
        page.waiting_wanted.connect(self.open_waiting)
        return page

    def _cases(self) -> Page:
        page = CasesPage(self.desk, self.tasks, self.memory)
        page.case_wanted.connect(self.open_case)
        page.paper_wanted.connect(self.open_paper)
        page.door_wanted.connect(self.enter)
        page.changed.connect(self.changed)
        return page

    def _calendar(self) -> Page:
        from mediation_desk.gui.pages.calendar.page import CalendarPage

        page = CalendarPage(self.desk, self.tasks, self.memory)
        page.case_wanted.connect(self.open_case)
        page.changed.connect(self.changed)
        return page

    def _payments(self) -> Page:
        from mediation_desk.gui.pages.payments.page import PaymentsPage

        page = PaymentsPage(self.desk, self.tasks, self.memory)
        page.case_wanted.connect(self.open_case)
        page.statement_wanted.connect(self.import_statement)
        page.changed.connect(self.changed)
        return page

    def _travel(self) -> Page:
        from mediation_desk.gui.pages.travel.page import TravelPage

        page = TravelPage(self.desk, self.tasks, self.memory)
        page.case_wanted.connect(self.open_case)
        page.changed.connect(self.changed)
        return page

    def _reports(self) -> Page:
        from mediation_desk.gui.pages.reports.page import ReportsPage

        page = ReportsPage(self.desk, self.tasks, self.memory)
        page.case_wanted.connect(self.open_case)
        page.due_wanted.connect(self.show_due)
        page.changed.connect(self.changed)
        return page

    def _office(self) -> Page:
        from mediation_desk.gui.pages.office.page import OfficePage

        page = OfficePage(self.desk, self.tasks, self.memory)
        page.changed.connect(self.changed)
        page.protections.connect(self._protect)
        page.backed_up.connect(self.backups.show)
        page.chosen.connect(self.chosen)
        return page

    def show_station(self, station: Station, site: UUID | None = None) -> None:
        """The open cases at a station, of all sites or one."""
        cast(CasesPage, self.show_page(CASES)).narrow(station=station, status=Status.OPEN, site=site)

    def show_due(self, due: Due, mediator: UUID | None = None, site: UUID | None = None) -> None:
        """The cases in which something presses so, of all mediators and sites or one."""
        cast(CasesPage, self.show_page(CASES)).narrow(due=due, mediator=mediator, site=site)

    def show_payments(self) -> None:
        """What is to be paid, and the window in front of all others."""
        self.show_page(PAYMENTS)
        self.raise_()
        self.activateWindow()

    def show_kept(self) -> None:
        """What became of the agreements, by kind of terms."""
        from mediation_desk.gui.pages.payments.page import PaymentsPage

        cast(PaymentsPage, self.show_page(PAYMENTS)).open_kept()

    def show_found(self, text: str) -> None:
        """The cases that answer a text."""
        cast(CasesPage, self.show_page(CASES)).narrow(text=text)

    def new_case(self) -> None:
        """Ask for what registers a matter, wherever one is."""
        self.show_page(CASES).new()

    def open_waiting(self, matter: Waiting) -> None:
        """Go on with a matter that was put aside."""
        cast(CasesPage, self.show_page(CASES)).open_waiting(matter)

    def open_paper(self, case_id: UUID, template: str) -> None:
        """Show a paper of a case, once the case is read."""
        cast("CaseWindow", self.open_case(case_id, Station.INTAKE)).open_paper_once_read(template)

    def showEvent(self, event: QShowEvent) -> None:
        """Once the desk is there and its first page painted, fetch what the first case will need."""
        super().showEvent(event)
        if not self._warm:
            self._warm = True
            QTimer.singleShot(WARM_AFTER_MS, self, self._warm_up)
            QTimer.singleShot(NOTICE_AFTER_MS, self, self._tell_of_due)

    def _warm_up(self) -> None:
        if self.isVisible():  # or it is closed again, and its tasks with it
            self.tasks.read(_fetch_rooms)
            self.own_faces.read()

    def _tell_of_due(self) -> None:
        if self.isVisible():
            self.due_notice.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves what is open on the page; when nothing is, it leads back from a case."""
        page = self.current()
        if event.key() == Qt.Key.Key_Escape and page is not None and not page.leave_innermost():
            if self._key not in self.rail.buttons:
                self.back()
            return
        super().keyPressEvent(event)

    # -- Ctrl+K --------------------------------------------------------------------------

    def _listen_to_search(self) -> None:
        self.palette_box.add_provider(partial(search.cases, self.desk, self.open_case, self.show_found))
        self.palette_box.add_provider(partial(search.people, self.desk, self.open_case))
        self._here: Sequence[Command] = ()
        self.palette_box.opening.connect(self._look_around)
        self.palette_box.add_provider(
            lambda typed: search.commands(lambda: self._here, typed) if typed else ())
        known = self._commands()
        self.palette_box.add_provider(lambda typed: search.commands(lambda: known, typed))
        self.palette_box.add_provider(lambda typed: self._open_now(typed))

    def _look_around(self) -> None:
        """What the page in front offers, gathered here, since providers may not ask widgets."""
        page = self.current()
        here = page.commands() if page is not None and hasattr(page, "commands") else ()
        self._here = [*here, *self._of_second()]

    def _of_second(self) -> Sequence[Command]:
        if self.second.showing is None:
            return ()
        return (Command(tr("Take it off the second screen"), "projector-screen", self.second.take_off),)

    def _commands(self) -> Sequence[Command]:
        found = [Command(tr("Lock"), "lock", self.lock_wanted.emit, "Ctrl+L"),
                 Command(tr("Help for this page"), "question", self._help, "F1"),
                 Command(tr("Check a paper"), "magnifying-glass", self.paper_check.ask),
                 Command(tr("Turn the screen"), "projector-screen", self._turn_here, "F11"),
                 Command(tr("Light colours"), "sun", self._asks("mode", "light")),
                 Command(tr("Dark colours"), "moon", self._asks("mode", "dark")),
                 Command(tr("Larger text"), "text-aa", self._asks("percent", "+25"), "Ctrl++"),
                 Command(tr("Smaller text"), "text-aa", self._asks("percent", "-25"), "Ctrl+-"),
                 Command(tr("Text as at first"), "text-aa", self._asks("percent", "100"), "Ctrl+0"),
                 Command("中文", "translate", self._asks("language", "zh_CN")),
                 Command("English", "translate", self._asks("language", "en"))]
        if self.desk.branch is not None:
            found.append(Command(tr("Pack for home"), "house-line", partial(self.go_to, f"{TRAVEL}:laptop")))
        elif self.desk.may(Verb.CHECK_OUT_CASE, own_case=True):
            found.append(Command(tr("Take cases along"), "suitcase-simple",
                                 partial(self.go_to, f"{TRAVEL}:leaving")))
            found.append(Command(tr("Hand over"), "handshake", partial(self.go_to, f"{TRAVEL}:handing")))
        if self.desk.may(Verb.BOOK_PAYMENT, own_case=True):
            found.append(Command(tr("Import a bank statement"), "receipt", self.import_statement))
        if self.desk.may(Verb.REGISTER_CASE):
            found.insert(0, Command(tr("New case"), "plus", self.new_case, "Ctrl+N"))
        return [*found[:1], *self._door_commands(), *found[1:]]

    def _door_commands(self) -> Sequence[Command]:
        return [Command(tr(door.label), door.picture, partial(self.enter, door), door.keys)
                for door in DOORS if door.is_open(self.desk)]

    def enter(self, door: Door, path: Path | None = None) -> None:
        """Come in by a door, with a file where one is named."""
        doors.enter(door, self, self.desk, self.tasks, self.open_case, path)

    def import_statement(self) -> None:
        """The page on which a bank's statement is read and booked."""
        from mediation_desk.gui.statements.page import open_statements

        open_statements(self, self.desk, self.tasks)

    def _turn_here(self) -> None:
        page = self.current()
        if page is not None:
            page.turn()

    def _asks(self, name: str, value: str) -> Callable[[], object]:
        return partial(self.chosen.emit, name, value)

    def register(self, key: str, text: str, picture: str, make: Callable[[], Page]) -> None:
        """A page on the rail, which Ctrl+K finds too."""
        super().register(key, text, picture, make)
        command = Command(text, picture, partial(self.show_page, key), f"Alt+{len(self.rail.buttons)}")
        self.palette_box.add_provider(lambda typed: search.commands(lambda: [command], typed))

    def _open_now(self, typed: str) -> Sequence[Hit]:
        """While nothing is typed: the cases that are open already. Asked off the UI thread, so no widget
        is asked."""
        if typed:
            return ()
        return [Hit(title, tr("Open case"), "folder-open", partial(self.show_page, key))
                for key, title in list(self._titles.items()) if title and key in self._places]


@dataclass(frozen=True)
class RailPage:
    """A page on the rail: its word, its picture, and how it is made when it is first shown. ``right``: it is
    there for whoever may do that, be it in cases of their own; None for everybody."""

    key: str
    label: str
    picture: str
    make: Callable[[DeskFrame], Page]
    right: Verb | None = None


RAIL: tuple[RailPage, ...] = (
    RailPage(TODAY, N_("Today"), "sun", DeskFrame._today),
    RailPage(CASES, N_("Cases"), "folder", DeskFrame._cases),
    RailPage(CALENDAR, N_("Calendar"), "calendar-blank", DeskFrame._calendar, Verb.READ_CASE),
    RailPage(PAYMENTS, N_("Payments"), "wallet", DeskFrame._payments, Verb.READ_CASE),
    RailPage(TRAVEL, N_("Travel"), "suitcase-simple", DeskFrame._travel),
    RailPage(REPORTS, N_("Reports"), "chart-bar", DeskFrame._reports, Verb.READ_FIGURES),
    RailPage(OFFICE, N_("Office"), "gear-six", DeskFrame._office),
)
"""The pages of the rail, in their order."""
