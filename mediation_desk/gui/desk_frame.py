"""The frame with a desk in it: its pages, its open cases, what Ctrl+K finds, and the line beneath."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent

from mediation_desk.domain.agenda import Due
from mediation_desk.domain.case import Case
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.vocabulary import Station, Status
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui import capture, search
from mediation_desk.gui.backups import AutomaticBackups
from mediation_desk.gui.frame import Frame
from mediation_desk.gui.idle import Cover, IdleWatch, idle_minutes, put_away_others
from mediation_desk.gui.kit.keys import bind
from mediation_desk.gui.kit.laid import on_title
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.palette import Hit
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.pages.at_office import travel_line
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.gui.pages.titles import case_title, short_title
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.gui.paper_check.dropping import PaperCheck
from mediation_desk.gui.search import Command
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk, KeyRenewed
from mediation_desk.services.upkeep.store_key import Left

if TYPE_CHECKING:
    from mediation_desk.gui.case.frame.window import CaseWindow
    from mediation_desk.gui.pages.office.page import OfficePage
    from mediation_desk.gui.pages.office.parted import PartedPage

LOOK_KEYS: Mapping[str, str] = MappingProxyType({
    "Ctrl++": "+25", "Ctrl+=": "+25", "Ctrl+-": "-25", "Ctrl+0": "100"})
"""The keys of the text size: larger, smaller, and as it was."""
TODAY, CASES, TRAVEL, REPORTS, OFFICE = "today", "cases", "travel", "reports", "office"
PARTED = (TRAVEL, REPORTS, OFFICE)  # pages of several parts
WARM_AFTER_MS = 700
REST_MS, LOCK_MS = 10_000, 3_000  # how long a save under way is waited for before the windows go


def _fetch_rooms() -> None:
    """Import the case window with its pages and the figures, off the UI thread: read when they are first
    opened, their code would be half of what one waits for."""
    from mediation_desk.gui.case.frame.window import fetch_pages
    from mediation_desk.gui.pages.reports.page import fetch_first

    fetch_pages()
    fetch_first()


@dataclass(frozen=True)
class OpenedCase:
    """A case that stood open: at which of its pages, and as it was last read, None before it was."""

    case_id: UUID
    page: str
    case: Case | None


@dataclass(frozen=True)
class LaidDown:
    """Where one was when the frame was laid down: the place in front, the page one came from, and the
    cases that were open."""

    place: str = ""
    front: str = ""
    cases: tuple[OpenedCase, ...] = ()


class DeskFrame(Frame):
    """``chosen(name, value)`` asks for another language, look or text size (``language``, ``mode``,
    ``percent``); whoever made the frame brings it about. ``sign_in_wanted``: this desk's keys open nothing
    any more."""

    chosen = Signal(str, str)
    sign_in_wanted = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, *, version: str = "",
                 wall: Callable[[], float] | None = None) -> None:
        super().__init__(tasks, memory, version=version)
        self.desk, self._wall = desk, wall
        self._front = TODAY
        self._titles: dict[str, str] = {}  # of cases, by their page's key
        self._waiting: dict[str, OpenedCase] = {}  # open, but not made anew yet
        self._warm = False
        for page in (one for one in RAIL if one.right is None or desk.may(one.right, own_case=True)):
            self.register(page.key, tr(page.label), page.picture, partial(page.make, self))
        self.new_wanted.connect(self.new_case)
        self.closing.connect(self._stop_long_work)
        self.tasks.refused.connect(self._refused)
        bind(self, "Ctrl+W", self.close_case)
        for keys, percent in LOOK_KEYS.items():
            bind(self, keys, self._asks("percent", percent))
        self.paper_check = PaperCheck(desk, tasks, self, self.open_case)
        self._listen_to_search()
        self._say_title("")
        self._backup = ""
        self._say_facts()
        self.changed.connect(lambda _changes: self._say_facts())
        self.backs_up_on_closing = False
        self._cover: Cover | None = None
        self._watch_over()

    # -- pages ---------------------------------------------------------------------------

    def remind_of_recovery_sheet(self) -> None:
        """Say that no recovery sheet was printed yet, with the way to print it."""
        page = self.current()
        if page is not None:
            page.bar_in_front().notice(
                tr("No recovery sheet has been printed yet. Without it, a store whose passwords are "
                   "forgotten stays closed for good."), action=tr("Print it now"), on_action=self.show_sheets)

    def tell_of_older_vault(self) -> None:
        """Say calmly that an older key file was put back, with the way to decide about it."""
        page = self.current()
        if page is None:
            return
        words = tr("The key file is an older one that was put back. Passwords, accounts and the recovery "
                   "sheet of that day stand in it; your own sign-in is the present one.")
        decide = (tr("Look at it"), self._show_safety) if self.desk.may(Verb.BACK_UP) else ("", None)
        page.bar_in_front().notice(words, action=decide[0], on_action=decide[1], stays=True)

    def tell_of_renewal(self, left: Left) -> None:
        """Say what was done about a renewal of the store key that was interrupted."""
        page = self.current()
        if page is None:
            return
        if left is Left.FINISHED:
            words = tr("Renewing the store key was interrupted; it is finished now. The former recovery "
                       "sheet opens nothing any more.")
            act = tr("Print it now"), self.show_sheets
        else:
            words = tr("Renewing the store key was interrupted: nothing was changed, and it can be begun "
                       "anew.")
            act = tr("Look at it"), self._show_safety
        action, on_action = act if self.desk.may(Verb.RENEW_STORE_KEY) else ("", None)
        page.bar_in_front().notice(words, action=action, on_action=on_action, stays=True)

    def _refused(self, error: DeskError) -> None:
        """Nothing more can be read or saved with this desk's keys, whoever else is told so as well."""
        page = self.current()
        if isinstance(error, KeyRenewed) and page is not None:
            page.bar_in_front().trouble(
                tr("The store key was renewed by somebody else. What was saved is safe; copy what stands in "
                   "a field and was not saved yet, and sign in again."),
                action=tr("Sign in again"), on_action=self.sign_in_wanted.emit)

    def _show_safety(self) -> None:
        page = cast("OfficePage", self.show_page(OFFICE))
        page.go_to("safety")

    def show_sheets(self) -> None:
        """The office's recovery sheets."""
        page = cast("OfficePage", self.show_page(OFFICE))
        page.go_to("sheets")

    def _today(self) -> Page:
        page = TodayPage(self.desk, self.tasks)
        page.case_wanted.connect(self.open_case)
        page.station_wanted.connect(self.show_station)
        page.due_wanted.connect(self.show_due)
        page.new_wanted.connect(self.new_case)
        return page

    def _cases(self) -> Page:
        page = CasesPage(self.desk, self.tasks, self.memory)
        page.case_wanted.connect(self.open_case)
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

    def _stop_long_work(self) -> None:
        """A bag that is packed or opened, summaries and exports that are written, end with the desk: nobody
        would hear of them any more."""
        for page in self._pages.values():
            page.stop_work()

    def _office(self) -> Page:
        from mediation_desk.gui.pages.office.page import OfficePage

        page = OfficePage(self.desk, self.tasks, self.memory)
        page.changed.connect(self.changed)
        page.protections.connect(self._protect)
        page.backed_up.connect(self.backups.show)
        page.chosen.connect(self.chosen)
        return page

    def show_page(self, key: str) -> Page:
        """Bring a page to the front, and say in the window's title which."""
        page = super().show_page(key)
        if key in self.rail.buttons:
            self._front = key
        self._say_title(page.windowTitle() or page.title.text())
        return page

    def _say_title(self, page: str) -> None:
        office = self.desk.settings.name
        parts = (page, office, tr("Mediation Desk"))
        self.setWindowTitle(on_title(" · ".join(part for part in parts if part)))

    def show_station(self, station: Station) -> None:
        """The open cases at a station."""
        cast(CasesPage, self.show_page(CASES)).narrow(station=station, status=Status.OPEN)

    def show_due(self, due: Due, mediator: UUID | None = None) -> None:
        """The cases in which something presses so, of all mediators or one."""
        cast(CasesPage, self.show_page(CASES)).narrow(due=due, mediator=mediator)

    def show_found(self, text: str) -> None:
        """The cases that answer a text."""
        cast(CasesPage, self.show_page(CASES)).narrow(text=text)

    def new_case(self) -> None:
        """Ask for what registers a matter, wherever one is."""
        self.show_page(CASES).new()

    # -- cases ---------------------------------------------------------------------------

    def open_case(self, case_id: UUID, station: Station | None = None) -> Page:
        """Show a case, at a station when one is named; an open case is shown as it was left."""
        key = f"case:{case_id}"
        known = self.page(key)
        if known is None and station is not None:
            self.expect(key, partial(self._case, case_id, station))
        page = self.open_page(key, partial(self._case, case_id, station))
        if known is not None and station is not None:
            page.go(station.place + 1)
        return page

    def _case(self, case_id: UUID, start: str | None) -> CaseWindow:
        from mediation_desk.gui.case.frame.window import CaseWindow

        page = CaseWindow(self.desk, self.tasks, case_id, language=words().code, start=start)
        page.changed.connect(self.changed)
        page.title_changed.connect(lambda title: self._named(page, f"case:{case_id}", title))
        return page

    def _named(self, page: Page, key: str, title: str) -> None:
        page.setWindowTitle(title)
        self._titles[key] = title
        if self.current() is page:
            self._say_title(title)

    def open_cases(self) -> list[str]:
        """The cases that are open, by their page's key, in the order they were opened; some may wait
        to be shown before their window is made anew."""
        return [key for key in self._places if key.startswith("case:")]

    def close_case(self) -> None:
        """Close the case in front, once everything typed is kept, and go back to where one was."""
        page = self.current()
        if page is not None and self._key and self._key.startswith("case:"):
            page.keep()
            key = self._key
            self.back()
            self.close_page(key)

    def place(self) -> str:
        """Where one is, to come back to: a page's key, that of a case, or a part of a page."""
        part = cast("PartedPage", self.current()).place if self._key in PARTED else ""
        return f"{self._key}:{part}" if part else self._key or TODAY

    def go_to(self, place: str) -> None:
        """Come back to a place; to Today where there is no such place any more."""
        key, _, part = place.partition(":")
        if part and key in PARTED and key in self.rail.buttons:
            cast("PartedPage", self.show_page(key)).go_to(part)
        elif place.startswith("case:"):
            self._front = CASES
            self.open_case(UUID(place.removeprefix("case:")))
        else:
            self.show_page(place if place in self.rail.buttons else self.home())

    def home(self) -> str:
        """Where one begins: with the day, or with the office where one looks into no case."""
        return TODAY if self.desk.may(Verb.READ_CASE, own_case=True) else OFFICE

    def lay_down(self) -> LaidDown:
        """Keep everything that was typed and let go of every page, before the frame is made anew; where
        one was. Another look need not reach what goes anyway."""
        left = self._rest()
        self.let_go()
        return left

    def lock_away(self) -> LaidDown:
        """Keep everything that was typed and end what runs beside, before the keys go; where one was,
        without a word of any case. A save that takes longer than a moment goes on behind it."""
        self.backups.stop()
        self.idle.set_minutes(0)
        self.tasks.stop_reading()
        self.memory.keep("page", self._front)
        left = self._rest(LOCK_MS)
        self._titles.clear()
        self.memory.write()
        return replace(left, cases=tuple(replace(one, case=None) for one in left.cases))

    def _rest(self, patience_ms: int = REST_MS) -> LaidDown:
        self._stop_long_work()
        page = self.current()
        if page is not None:
            page.keep()
        self.tasks.drain(patience_ms)
        self.memory.keep_window("frame", self)
        return LaidDown(self.place(), self._front, tuple(map(self._opened, self.open_cases())))

    def _opened(self, key: str) -> OpenedCase:
        waiting, page = self._waiting.get(key), cast("CaseWindow | None", self.page(key))
        if page is None and waiting is not None:
            return waiting
        case_id, view = UUID(key.removeprefix("case:")), page.bench.view if page else None
        return OpenedCase(case_id, page.key if page else "", view.case if view else None)

    def take_up(self, left: LaidDown) -> None:
        """Come back to where one was. Cases that were open are open again; what is not in front is made
        when it is shown."""
        for opened in left.cases:
            key = f"case:{opened.case_id}"
            self._waiting[key] = opened
            self._titles[key] = short_title(opened.case) if opened.case else ""
            self.expect(key, partial(self._case, opened.case_id, opened.page or None))
        self.go_to(left.place)
        self._front = left.front or self._front
        nameless = [one.case_id for one in left.cases if one.case is None]
        if nameless:
            self.tasks.read(reading.rows, self.desk, nameless, done=self._name, receiver=self)

    def _name(self, rows: Sequence[CaseRow]) -> None:
        """What the open cases are called that wait to be made anew."""
        for row in rows:
            key = f"case:{row.case_id}"
            self._titles[key] = self._titles.get(key) or case_title(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Once the desk is there and its first page painted, fetch what the first case will need."""
        super().showEvent(event)
        if not self._warm:
            self._warm = True
            QTimer.singleShot(WARM_AFTER_MS, self, self._warm_up)

    def _warm_up(self) -> None:
        if self.isVisible():  # or it is closed again, and its tasks with it
            self.tasks.read(_fetch_rooms)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the page one worked on; when it is the end of the day, make the backup first."""
        self.memory.keep("page", self._front)
        if self.backs_up_on_closing:
            event.ignore()
            self._back_up_and_close()
            return
        self.backups.stop()
        self.idle.set_minutes(0)
        super().closeEvent(event)

    # -- protections ---------------------------------------------------------------------

    def _watch_over(self) -> None:
        """The idle watch, the hiding from capture, the backups that nobody has to think of."""
        self.idle = IdleWatch(idle_minutes(self.memory), self, wall=self._wall)
        self.idle.idle.connect(self.lock_wanted)
        self.idle.touched.connect(self.tasks.garbage.disturb)
        self.backups = AutomaticBackups(self.desk, self.tasks, self)
        self.backups.told.connect(self._say_backup)
        self.backups.trouble.connect(self._trouble)
        self.backups.finished.connect(self.close)
        if capture.wanted(self.memory):
            capture.hide_from_capture(self, True, capture.system_affinity())

    def _protect(self) -> None:
        self.idle.set_minutes(idle_minutes(self.memory))
        capture.hide_from_capture(self, capture.wanted(self.memory), capture.system_affinity())

    def _say_backup(self, words: str) -> None:
        self._backup = words
        self._say_facts()

    def _say_facts(self) -> None:
        branch = self.desk.branch
        travel = travel_line(branch, self.desk.today, self.desk.zone) if branch is not None else ""
        self.status.show_facts(who=self.desk.who.name, store=self.desk.store.place.name, backup=self._backup,
                               travel=travel)

    def cover(self, words: str = "") -> None:
        """Hide everything at once, before anything else is done."""
        if self._cover is None:
            put_away_others(self)
            self._cover = Cover(self, words)

    def _back_up_and_close(self) -> None:
        """Under a cover; closing again meanwhile leaves the backup."""
        self.backs_up_on_closing = False
        self._stop_long_work()
        page = self.current()
        if page is not None:
            page.keep()
        self.tasks.drain()
        self.cover(tr("Making a backup; then the desk closes. Close again to leave it."))
        self.backups.close()

    def back(self) -> None:
        """From a case to the page it was opened from; the case stays open."""
        self.show_page(self._front)

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
        self._here = page.commands() if page is not None and hasattr(page, "commands") else ()

    def _commands(self) -> Sequence[Command]:
        found = [Command(tr("Lock"), "lock", self.lock_wanted.emit, "Ctrl+L"),
                 Command(tr("Help for this page"), "question", self._help, "F1"),
                 Command(tr("Check a paper"), "magnifying-glass", self.paper_check.ask),
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
        if self.desk.may(Verb.REGISTER_CASE):
            found.insert(0, Command(tr("New case"), "plus", self.new_case, "Ctrl+N"))
        return found

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
    RailPage(TRAVEL, N_("Travel"), "suitcase-simple", DeskFrame._travel),
    RailPage(REPORTS, N_("Reports"), "chart-bar", DeskFrame._reports, Verb.READ_FIGURES),
    RailPage(OFFICE, N_("Office"), "gear-six", DeskFrame._office),
)
"""The pages of the rail, in their order."""
