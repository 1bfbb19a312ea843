"""The case window: the head, the six stations, the page of one of them, and the context beside it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import cast
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.travel.register import Away
from mediation_desk.domain.vocabulary import Side, Station
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame import found
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.context_column import CaseContext
from mediation_desk.gui.case.frame.dropped import DroppedOnCase
from mediation_desk.gui.case.frame.find_strip import FindStrip
from mediation_desk.gui.case.frame.found import PapersOverPages
from mediation_desk.gui.case.frame.header import CaseHeader
from mediation_desk.gui.case.frame.slide import SlidingStack
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.clash import ask_beneath
from mediation_desk.gui.kit.look.room import is_low
from mediation_desk.gui.kit.look.theme import dress, look
from mediation_desk.gui.kit.look.tool import tool
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.stepper import Stepper
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.away import away_words
from mediation_desk.gui.road import EVIDENCE, PAGES, SERVICE, SIDE_PAGES, SUMMARY, TIMELINE, CasePage
from mediation_desk.gui.search import Command
from mediation_desk.services.desk import Desk
from mediation_desk.services.reading import CaseView


def fetch_pages() -> None:
    """Import every page of a case, before the first of them is wanted."""
    for page in PAGES.values():
        importlib.import_module(page.module)


class CaseWindow(Page):
    """One open case. ``changed(Changes)`` tells the frame what was saved here; ``on_changed`` hears
    what was saved elsewhere. ``start`` names the page to begin at, else it is where the case stands.
    ``turn_wanted`` asks for the joint view of this case, ``office_wanted(part, template)`` for a part of the
    office's page, and there for the form of a paper.
    """

    changed = Signal(object)
    turn_wanted = Signal()
    office_wanted = Signal(str, str)
    case_wanted = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, case_id: UUID, *, language: str = "en",
                 start: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(scroll=False, margin=0, parent=parent)
        self.bench = CaseBench(desk, tasks, case_id, language=language, parent=self)
        self.papers = PapersOverPages(self.bench)
        self._start = start
        self._pages: dict[str, StationPage] = {}
        self._shown: dict[str, CaseView] = {}
        self.key = ""
        self._told_away: tuple[Away, ...] = ()
        self._paper = ""  # that is to be shown once the case is read
        self._told_trouble = ""  # what a verb was refused for, while it may still stand
        self.header, self.stack = CaseHeader(self), SlidingStack(self)
        self.context = CaseContext(self.bench, self)
        self.stepper = Stepper([(str(station), tr(station.label)) for station in Station], self)
        self.beside = {key: self._side_button(page) for key, page in SIDE_PAGES.items()}
        self.evidence, self.events, self.summary = (
            self.beside[key] for key in (EVIDENCE, TIMELINE, SUMMARY))
        self.evidence.setText(tr(SIDE_PAGES[EVIDENCE].label))
        self.evidence.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.turner = self._turn_button()
        self.finder = FindStrip(self._find, self._leave_finder, self)
        self.dropped = DroppedOnCase(self, lambda: self.bench.can("add_evidence"), self._take_evidence)
        self._lay()
        self._listen()
        self.bar.keep_room(False)  # used before there is a page, which has a line of its own
        self.leaves(self.finder, self.finder.put_away)
        self.bench.open()

    def _turn_button(self) -> QToolButton:
        made = self._tool_button("projector-screen", tr("Turn the screen (F11)"))
        made.clicked.connect(self.turn)
        return made

    def _tool_button(self, picture: str, words: str) -> QToolButton:
        return tool(picture, words, "muted", parent=self)

    def _side_button(self, page: CasePage) -> QToolButton:
        made = self._tool_button(page.picture, tr(page.label))
        if not self._sees(page):
            made.hide()
        made.clicked.connect(lambda: self.show_page(page.key))
        return made

    def _sees(self, page: CasePage) -> bool:
        return page.right is None or self.bench.desk.may(page.right, own_case=True)

    def _lay(self) -> None:
        self.road = QWidget(self)
        stations = QHBoxLayout(self.road)
        stations.setContentsMargins(look().px(16), 0, look().px(16), 0)
        stations.setSpacing(look().px(4))
        stations.addWidget(self.stepper, 1)
        for made in self.beside.values():
            stations.addWidget(made)
        stations.addWidget(self.turner)
        column = QVBoxLayout()
        column.setSpacing(look().px(4))
        column.addWidget(self.header)
        column.addWidget(self.road)
        column.addWidget(self.finder)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.context)
        self.body.addLayout(row, 1)

    def _listen(self) -> None:
        self.stepper.chosen.connect(self.show_page)
        self.context.events_wanted.connect(lambda: self.show_page(TIMELINE))
        self.bench.reloaded.connect(self._show_case)
        self.bench.trouble.connect(self.show_error)
        self.bench.clash.connect(self.show_clash)
        self.bench.told.connect(self._tell)
        self.bench.decided.connect(self._tell_decided)
        self.context.sharing.waits.connect(self._tell_waiting)
        self.bench.go_on.connect(self._go_on)
        self.bench.serve_wanted.connect(self._serve)
        self.bench.case_wanted.connect(self.case_wanted)
        self.bench.changed.connect(self.changed)
        self.bench.office_wanted.connect(self.office_wanted)
        self.bench.changed.connect(lambda _changes: self._mended())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low for its type, the page goes before the head and the stations' names."""
        super().resizeEvent(event)
        low = is_low(self)
        self.header.set_short(low)
        self.stepper.set_slim(low)
        self.evidence.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if low
                                         else Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    # -- the case ------------------------------------------------------------------------

    def _show_case(self, view: CaseView) -> None:
        self.header.show_case(view.case, self.bench.desk.calendar, self.bench.desk.today)
        self.header.show_away(view.away, self.bench.desk.zone)
        self.header.show_came_from(view.came_from or next(iter(reversed(view.case.origins)), None))
        self.header.show_site(view.case.site_id, view.sites)
        self.stepper.stand({str(station): progress for station, progress in view.case.progress().items()})
        self.context.show_case(view, self.bench.desk.today)
        self.title_changed.emit(self.header.names.text())
        if self.key:
            self._bring(self.key)
        else:
            self.show_page(str(self._start or view.case.station))
        self._tell_away(view.away)
        if self._paper:
            template, self._paper = self._paper, ""
            self.open_paper(template)

    def _tell_away(self, away: tuple[Away, ...]) -> None:
        """Say once, calmly, that the case is on the road besides; the head goes on saying it."""
        if away and away != self._told_away and self.bar_in_front().isHidden():
            self.bar_in_front().notice(tr("This case is {where}. You may go on working on it here.",
                                          where=away_words(away, self.bench.desk.zone)))
        self._told_away = away

    def on_changed(self, changes: object) -> None:
        """Something was saved elsewhere."""
        self.bench.follow(changes)

    # -- pages ---------------------------------------------------------------------------

    def show_page(self, key: str) -> None:
        """Bring a station's page, or the timeline, to the front."""
        page = self._pages.get(key) or self._make(key)
        if self.key and key != self.key:
            self.keep()
        order = list(PAGES)
        forward = not self.key or order.index(key) >= order.index(self.key)
        self.key = key
        self.stepper.choose(key)
        page.dress()
        self.title.setText(page.title.text())  # what the help window is headed with
        self.context.make_room(key, page.width_needed)
        self._bring(key)
        self.stack.slide_to(page, forward=forward)
        page.begin()

    def _take_evidence(self, held: QMimeData) -> None:
        """What was dropped is added, and shown where one says who gave it."""
        self.show_page(EVIDENCE)
        self._pages[EVIDENCE].take(held)

    def _make(self, key: str) -> StationPage:
        page = self._new_page(key)
        self._pages[key] = page
        self.stack.addWidget(page)
        return page

    def _new_page(self, key: str) -> StationPage:
        page = PAGES[key]
        return cast(StationPage, getattr(importlib.import_module(page.module), page.page)(self.bench))

    def _bring(self, key: str) -> None:
        """Let a page show the case, unless it shows this reading already."""
        view = self.bench.view
        if view is None or self._shown.get(key) is view:
            return
        self._shown[key] = view
        page = self._pages[key]
        page.show_case(view)
        page.set_read_only(self.bench.read_only)
        self.papers.cover(page)

    # -- Ctrl+K ----------------------------------------------------------------------------

    def commands(self) -> list[Command]:
        """The pages and papers of the case, for those who look for them."""
        view = self.bench.view
        if view is None:
            return []
        titles = {key: tr(page.label) for key, page in PAGES.items() if self._sees(page)}
        return [*found.pages(titles, self.show_page),
                *found.papers(view, self.open_paper, self.bench.desk.forms)]

    def open_paper(self, template: str, side: Side | None = None) -> None:
        """Show a paper in the place of the page in front; at intake where that page has no place for one."""
        page = self.page_in_front()
        if page is None or page.beneath_papers() is None:
            self.show_page(str(Station.INTAKE))
        self.keep()
        self.papers.open(self._pages[self.key], template, side)

    def open_paper_once_read(self, template: str) -> None:
        """The same, as soon as the case is there to be told."""
        if self.bench.view is None:
            self._paper = template
        else:
            self.open_paper(template)

    def page_in_front(self) -> StationPage | None:
        """The page of the station at the front, None before the case was read."""
        return self._pages.get(self.key)

    def focus_first(self) -> None:
        """Put the cursor where work begins."""
        page = self.page_in_front()
        if page is not None:
            page.focus_first()

    # -- what a page can do ----------------------------------------------------------------

    def dress(self) -> None:
        """The head, what stands beside, and the page in front; other pages as they come to the front."""
        for part in (self.header, self.road, self.context):
            dress(part, when_shown=True)
        for part in (self.bar, self.finder):  # they come into sight by themselves
            dress(part)
        page = self.page_in_front()
        if page is not None:
            page.dress()

    def shown(self) -> None:
        """The case came to the front of the frame: its context folds with the window's width."""
        self.context.follow(self.window())

    def bar_in_front(self) -> MessageBar:
        """The line of the page in front."""
        page = self.page_in_front()
        return page.bar if page is not None else self.bar

    def show_error(self, error: DeskError) -> None:
        """Say a trouble on the page in front; something saved in the case since takes it back."""
        page = self.page_in_front()
        page.show_error(error) if page is not None else self.bar.trouble(error)
        self._told_trouble = self.bar_in_front().words.text()

    def _mended(self) -> None:
        """Something was saved: a trouble that a verb met before is no more known to stand."""
        bar = self.bar_in_front()
        if self._told_trouble and bar.words.text() == self._told_trouble:
            bar.clear()
        self._told_trouble = ""

    def show_clash(self, error: Conflicts, decided: Callable[[bool], object] | None) -> None:
        """Show at the foot of the page in front what others changed meanwhile."""
        ask_beneath(self.page_in_front() or self, error, self.bench.clash_words(),
                    decided or (lambda _mine: None), may_insist=decided is not None)

    def _tell(self, text: str, undo: bool) -> None:
        self.bar_in_front().notice(text, action=tr("Undo") if undo else "",
                                   on_action=self.bench.undo if undo else None, meaning="agreed")

    def _tell_decided(self, text: str) -> None:
        """The case is over; the way back stands ready until something else is said."""
        self.bar_in_front().notice(text, action=tr("Undo"), on_action=self.bench.take_back, meaning="agreed",
                                   stays=True)

    def _tell_waiting(self, words: str) -> None:
        """Somebody waits to be let in: said calmly, with the way to the card, where nothing else is being
        said. The card stands beside the case in any case."""
        bar = self.bar_in_front()
        if bar.isHidden():
            bar.notice(words, action=tr("Show the card"), on_action=self.context.show_waiting, stays=True)

    def _serve(self, template: str) -> None:
        """Open the card that gives a paper out, with that one chosen."""
        self.show_page(SERVICE)
        self._pages[SERVICE].lead_to(template, None)

    def _go_on(self, station: Station) -> None:
        """Put the keyboard on the station where the work goes on; Enter opens it."""
        self.stepper.steps[str(station)].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_innermost(self) -> bool:
        """Esc: what is open on the page in front first, then the line to search in."""
        page = self.page_in_front()
        return (page is not None and page.leave_innermost()) or super().leave_innermost()

    def find_here(self) -> None:
        """Ctrl+F."""
        self.finder.open()

    def _find(self, text: str) -> bool:
        page = self.page_in_front()
        return page is not None and page.find_text(text)

    def _leave_finder(self) -> None:
        page = self.page_in_front()
        if page is not None and self.finder.isAncestorOf(self.focusWidget() or page):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_page(self) -> None:
        """Ctrl+P: the paper of the page in front, with everything typed so far in it. What is being
        saved may be what makes the paper possible, so that it is waited for."""
        page = self.page_in_front()
        if page is not None:
            self.keep()
            self.bench.settled(lambda: page.print_pdf() if page is self.page_in_front() else None)

    def undo(self) -> None:
        """Ctrl+Z, once the field in focus has nothing of its own to take back."""
        self.bench.undo()

    def redo(self) -> None:
        """Ctrl+Y."""
        self.bench.redo()

    def go(self, number: int) -> bool:
        """Alt+1 to Alt+6: the stations."""
        if self.bench.view is None or not 1 <= number <= len(Station):
            return False
        self.stepper.choose_number(number)
        return True

    def lead(self, number: int, _field: str, _of: UUID | None) -> bool:
        """To a station, and there to a field."""
        reached = self.go(number)
        page = self.page_in_front()
        if reached and page is not None:
            page.lead_to(_field, _of)
        return reached

    def lead_beside(self, key: str) -> bool:
        """To a page beside the road."""
        if key not in PAGES:
            return False
        self.show_page(key)
        return True

    def toggle_clock(self) -> None:
        """F7: the clock of the session that is under way, whichever page is in front."""
        if not self.context.session_clock.toggle():
            self.bar_in_front().notice(tr("No session is under way, so there is no clock to run."))

    def turn(self) -> None:
        """F11: the screen is turned toward the parties, once it is known which case it is."""
        if self.bench.view is not None:
            self.turn_wanted.emit()

    def stop_work(self) -> None:
        """The desk is about to close."""
        for page in self._pages.values():
            page.stop_work()

    def help_text(self) -> str:
        """F1: the help of the page in front."""
        page = self.page_in_front()
        return page.help_text() if page is not None else ""

    def keep(self) -> None:
        """Save what stands in the fields, and keep what cannot be saved yet."""
        super().keep()  # the field in focus, before its leaving comes too late for the notes
        self.bench.commit_all()
        self.bench.notes.flush()
