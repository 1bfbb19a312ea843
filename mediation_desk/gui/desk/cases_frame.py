"""The frame that knows which page is in front and which cases are open, and comes back to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.desk.guarded_frame import GuardedFrame
from mediation_desk.gui.desk.places import CASES, OFFICE, PARTED, TODAY, LaidDown, OpenedCase
from mediation_desk.gui.kit.keys import bind
from mediation_desk.gui.kit.laid import on_title
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.pages.titles import case_title, short_title
from mediation_desk.gui.turned.choosing import turn_menu
from mediation_desk.gui.turned.second_screen import SecondScreen
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk

if TYPE_CHECKING:
    from mediation_desk.gui.case.frame.window import CaseWindow
    from mediation_desk.gui.pages.office.document_forms import DocumentFormsPart
    from mediation_desk.gui.pages.office.page import OfficePage
    from mediation_desk.gui.pages.office.parted import PartedPage

REST_MS, LOCK_MS = 10_000, 3_000  # how long a save under way is waited for before the windows go


class CasesFrame(GuardedFrame):
    """The cases that are open in a desk's frame, and the way to and from them. ``turn_wanted(case_id)``: the
    whole desk shall give way to that case's joint view."""

    turn_wanted = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, *, version: str = "",
                 wall: Callable[[], float] | None = None) -> None:
        super().__init__(desk, tasks, memory, version=version, wall=wall)
        self._front = TODAY
        self._titles: dict[str, str] = {}  # of cases, by their page's key
        self._waiting: dict[str, OpenedCase] = {}  # open, but not made anew yet
        bind(self, "Ctrl+W", self.close_case)
        self.second = SecondScreen(desk, tasks, self)
        self.second.told.connect(self._say_of_second)
        self.second.lock_wanted.connect(self.lock_wanted)
        self.changed.connect(self.second.follow)

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

    def open_case(self, case_id: UUID, station: str | None = None) -> Page:
        """Show a case, at a station or a page beside the road when one is named; an open case is shown as it
        was left."""
        key = f"case:{case_id}"
        known = self.page(key)
        if known is None and station is not None:
            self.expect(key, partial(self._case, case_id, station))
        page = self.open_page(key, partial(self._case, case_id, station))
        if known is not None and station is not None:
            self._lead(page, station)
        return page

    @staticmethod
    def _lead(page: Page, to: str) -> None:
        if isinstance(to, Station):
            page.go(to.place + 1)
        else:
            cast("CaseWindow", page).show_page(to)

    def _case(self, case_id: UUID, start: str | None) -> CaseWindow:
        from mediation_desk.gui.case.frame.window import CaseWindow

        page = CaseWindow(self.desk, self.tasks, case_id, language=words().code, start=start)
        page.changed.connect(self.changed)
        page.turn_wanted.connect(partial(self.turn, case_id))
        page.case_wanted.connect(self.open_case)
        page.office_wanted.connect(lambda part, template: self._show_office(page, part, template))
        page.title_changed.connect(lambda title: self._named(page, f"case:{case_id}", title))
        return page

    def _show_office(self, page: CaseWindow, part: str, template: str) -> None:
        """A part of the office's page; ``template``: the form of a paper, to be seen with that case."""
        view = page.bench.view
        shown = cast("OfficePage", self.show_page(OFFICE)).go_to(part)
        if template and view is not None:
            cast("DocumentFormsPart", shown).begin(template, view.case.id, view.case.number)

    def _named(self, page: Page, key: str, title: str) -> None:
        page.setWindowTitle(title)
        self._titles[key] = title
        if self.current() is page:
            self._say_title(title)

    def turn(self, case_id: UUID) -> None:
        """F11 in a case: ask on which screen, where there are two; else turn this one."""
        menu = turn_menu(self, case_id, self.second, self.turn_wanted.emit)
        if menu is None:
            self.turn_wanted.emit(case_id)
            return
        menu.aboutToHide.connect(menu.deleteLater)
        page = cast("CaseWindow", self.page(f"case:{case_id}"))
        menu.popup(page.turner.mapToGlobal(page.turner.rect().bottomLeft()))

    def _say_of_second(self, text: str) -> None:
        page = self.current()
        if page is not None:
            page.bar_in_front().notice(text, stays=True)

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

    def back(self) -> None:
        """From a case to the page it was opened from; the case stays open."""
        self.show_page(self._front)

    def lay_down(self) -> LaidDown:
        """Keep everything that was typed and let go of every page, before the frame is made anew; where
        one was. Another look need not reach what goes anyway."""
        self.second.take_off()
        left = self._rest()
        self.let_go()
        return left

    def lock_away(self) -> LaidDown:
        """Keep everything that was typed and end what runs beside, before the keys go; where one was,
        without a word of any case. A save that takes longer than a moment goes on behind it."""
        self.second.take_off()
        self.backups.stop()
        self.idle.set_minutes(0)
        self.tasks.stop_reading()
        self.memory.keep("page", self._front)
        left = self._rest(LOCK_MS)
        self._titles.clear()
        self.memory.write()
        return left.wordless

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

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the page one worked on; nothing stays on a second screen."""
        self.second.take_off()
        self.memory.keep("page", self._front)
        super().closeEvent(event)
