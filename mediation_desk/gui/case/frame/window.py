"""The case window: the head, the six stations, the page of one of them, and the context beside it."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import cast
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import Station
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.context_column import CaseContext
from mediation_desk.gui.case.frame.find_strip import FindStrip
from mediation_desk.gui.case.frame.header import CaseHeader, short_title
from mediation_desk.gui.case.frame.slide import SlidingStack
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.kit.clash import ask_beneath
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.stepper import StepMark, Stepper
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.history import TimelineLine
from mediation_desk.services.reading import CaseView

_ROOM = "mediation_desk.gui.case"
STATIONS: Mapping[Station, tuple[str, str]] = MappingProxyType({
    Station.INTAKE: (f"{_ROOM}.intake.page", "IntakePage"),
    Station.SORTING: (f"{_ROOM}.sorting.page", "SortingPage"),
    Station.MEDIATION: (f"{_ROOM}.mediation.page", "MediationPage"),
    Station.SETTLEMENT: (f"{_ROOM}.settlement.page", "SettlementPage"),
    Station.PERFORMANCE: (f"{_ROOM}.performance.page", "PerformancePage"),
    Station.CLOSING: (f"{_ROOM}.closing.page", "ClosingPage"),
})
"""Each station's module and page; a module is imported when its page is first shown."""
EVIDENCE, TIMELINE = "evidence", "timeline"
SIDE_PAGES: Mapping[str, tuple[str, str]] = MappingProxyType({
    EVIDENCE: (f"{_ROOM}.evidence.page", "EvidencePage"),
    TIMELINE: (f"{_ROOM}.timeline.page", "TimelinePage"),
})
"""What lies beside the road: one page for the whole case, behind a button of its own."""


class CaseWindow(Page):
    """One open case. ``changed(Changes)`` tells the frame what was saved here; ``on_changed`` hears
    what was saved elsewhere. ``start`` names the station to begin at, else where the case stands.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, case_id: UUID, *, language: str = "en",
                 start: Station | None = None, parent: QWidget | None = None) -> None:
        super().__init__(scroll=False, margin=0, parent=parent)
        self.bench = CaseBench(desk, tasks, case_id, language=language, parent=self)
        self._start = start
        self._pages: dict[str, StationPage] = {}
        self._shown: dict[str, CaseView] = {}
        self.key = ""
        self.header, self.stack, self.context = CaseHeader(self), SlidingStack(self), CaseContext(self)
        self.context.work_at(self.bench)
        self.stepper = Stepper([(str(station), tr(station.label)) for station in Station], self)
        self.evidence = self._side_button("paperclip", tr("Evidence"))
        self.evidence.setText(tr("Evidence"))
        self.evidence.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.events = self._side_button("clock-counter-clockwise", tr("All events"))
        self.events.setVisible(self.bench.desk.may(Verb.READ_TIMELINE, own_case=True))
        self.finder = FindStrip(self._find, self._leave_finder, self)
        for station in Station:
            self.stepper.steps[str(station)].setEnabled(station in self.registered())
        self._lay()
        self._listen()
        self.bench.open()

    def _side_button(self, picture: str, words: str) -> QToolButton:
        made = QToolButton(self)
        made.setIcon(icon(picture, "muted"))
        made.setIconSize(QSize(look().px(18), look().px(18)))
        made.setToolTip(words)
        made.setAccessibleName(words)
        return made

    def _lay(self) -> None:
        stations = QHBoxLayout()
        stations.setContentsMargins(look().px(16), 0, look().px(16), 0)
        stations.addWidget(self.stepper, 1)
        stations.addWidget(self.evidence)
        stations.addWidget(self.events)
        column = QVBoxLayout()
        column.setSpacing(look().px(4))
        column.addWidget(self.header)
        column.addLayout(stations)
        column.addWidget(self.finder)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.context)
        self.body.addLayout(row, 1)

    def _listen(self) -> None:
        self.stepper.chosen.connect(self.show_page)
        self.evidence.clicked.connect(lambda: self.show_page(EVIDENCE))
        self.events.clicked.connect(lambda: self.show_page(TIMELINE))
        self.context.events_wanted.connect(lambda: self.show_page(TIMELINE))
        self.bench.reloaded.connect(self._show_case)
        self.bench.trouble.connect(self.show_error)
        self.bench.clash.connect(self.show_clash)
        self.bench.told.connect(self._tell)
        self.bench.changed.connect(self.changed)

    # -- the case ------------------------------------------------------------------------

    def _show_case(self, view: CaseView) -> None:
        self.header.show_case(view.case, self.bench.desk.calendar, self.bench.desk.today)
        self.stepper.stand({str(station): StepMark(progress)
                            for station, progress in view.case.progress().items()})
        self.context.show_case(view, self.bench.desk.today)
        self.title_changed.emit(short_title(view.case))
        if self.bench.desk.may(Verb.READ_TIMELINE, own_case=view.own):
            self.bench.read(history.timeline, done=self._show_events)
        if self.key:
            self._bring(self.key)
        else:
            self.show_page(str(self._start or view.case.station))

    def _show_events(self, lines: Sequence[TimelineLine]) -> None:
        self.context.show_events(lines, self.bench.desk.zone)

    def on_changed(self, changes: object) -> None:
        """Something was saved elsewhere."""
        self.bench.follow(changes)

    # -- pages ---------------------------------------------------------------------------

    @staticmethod
    def registered() -> list[Station]:
        """The stations that have a page in this build."""
        return [station for station, (module, _) in STATIONS.items()
                if importlib.util.find_spec(module) is not None]

    def show_page(self, key: str) -> None:
        """Bring a station's page, or the timeline, to the front."""
        page = self._pages.get(key) or self._make(key)
        if self.key and key != self.key:
            self.keep()
        order = [*map(str, Station), *SIDE_PAGES]
        forward = not self.key or order.index(key) >= order.index(self.key)
        self.key = key
        self.stepper.choose(key)
        self.title.setText(page.title.text())  # what the help window is headed with
        self._bring(key)
        self.stack.slide_to(page, forward=forward)
        if not self.stepper.isAncestorOf(self.focusWidget() or self):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, key: str) -> StationPage:
        page = self._new_page(key)
        self._pages[key] = page
        self.stack.addWidget(page)
        return page

    def _new_page(self, key: str) -> StationPage:
        places = {str(station): place for station, place in STATIONS.items()} | dict(SIDE_PAGES)
        module, name = places[key]
        return cast(StationPage, getattr(importlib.import_module(module), name)(self.bench))

    def _bring(self, key: str) -> None:
        """Let a page show the case, unless it shows this reading already."""
        view = self.bench.view
        if view is None or self._shown.get(key) is view:
            return
        self._shown[key] = view
        page = self._pages[key]
        page.show_case(view)
        page.set_read_only(self.bench.read_only)

    def page_in_front(self) -> StationPage | None:
        """The page of the station at the front, None before the case was read."""
        return self._pages.get(self.key)

    def focus_first(self) -> None:
        """Put the cursor where work begins."""
        page = self.page_in_front()
        if page is not None:
            page.focus_first()

    # -- what a page can do ----------------------------------------------------------------

    def shown(self) -> None:
        """The case came to the front of the frame: its context folds with the window's width."""
        self.context.follow(self.window())

    def show_error(self, error: DeskError) -> None:
        """Say a trouble on the page in front."""
        page = self.page_in_front()
        (page.bar if page is not None else self.bar).trouble(error)

    def show_clash(self, error: Conflicts, decided: Callable[[bool], object] | None) -> None:
        """Show at the foot of the page in front what others changed meanwhile."""
        ask_beneath(self.page_in_front() or self, error, self.bench.clash_words(),
                    decided or (lambda _mine: None), may_insist=decided is not None)

    def _tell(self, text: str, undo: bool) -> None:
        page = self.page_in_front()
        bar = page.bar if page is not None else self.bar
        bar.notice(text, action=tr("Undo") if undo else "", on_action=self.bench.undo if undo else None,
                   meaning="agreed")

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
        """Ctrl+P: the paper of the page in front, with everything typed so far in it."""
        page = self.page_in_front()
        if page is not None:
            self.keep()
            page.print_pdf()

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
        if list(Station)[number - 1] in self.registered():
            self.stepper.choose_number(number)
        return True

    def turn(self) -> None:
        """F11: the page decides what it turns toward the other side of the desk."""
        page = self.page_in_front()
        if page is not None:
            page.turn()

    def help_text(self) -> str:
        """F1: the help of the page in front."""
        page = self.page_in_front()
        return page.help_text() if page is not None else ""

    def keep(self) -> None:
        """Save what stands in the fields, and keep what cannot be saved yet."""
        super().keep()  # the field in focus, before its leaving comes too late for the notes
        self.bench.commit_all()
        self.bench.notes.flush()
