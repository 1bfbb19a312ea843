"""Today: what is overdue, what the day brings, what comes soon, and where the cases stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.agenda import (
    ANSWER,
    INSTALMENT,
    ORDER_REMINDERS,
    ORDERS,
    REFERRAL,
    SERVICE,
    SESSION,
    VISITS,
    Due,
)
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.deadlines import MOVED_BY_HOLIDAYS
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.payments.kept import KeptLine
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.summary import AgendaRow, CaseRow
from mediation_desk.domain.vocabulary import ClockKind, Station
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.unannounced import marked
from mediation_desk.gui.kit.words import tr, tr_count, words
from mediation_desk.gui.pages.payments.words import kept_words
from mediation_desk.gui.pages.states import days_state, order_state
from mediation_desk.gui.pages.titles import case_title
from mediation_desk.gui.pages.today.agenda_lines import Entry, Section
from mediation_desk.gui.pages.today.owed import OwedToday
from mediation_desk.gui.pages.today.station_tiles import StationTiles
from mediation_desk.gui.road import ORDER
from mediation_desk.gui.road import REFERRAL as REFERRING
from mediation_desk.gui.road import SERVICE as SERVING
from mediation_desk.gui.site_field import SiteField
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import sites
from mediation_desk.services.office.sites import Choice
from mediation_desk.services.payments import kept
from mediation_desk.services.performance.acceleration import ACCELERATION
from mediation_desk.services.reading import Day

TWO_COLUMNS = 880  # pixels at 100 % from which the lines stand in two columns
STATION_OF: Mapping[str, str] = MappingProxyType({
    ClockKind.ACCEPTANCE: Station.INTAKE, ClockKind.ARBITRATION_OPEN: Station.MEDIATION,
    ClockKind.MEDIATION_END: Station.MEDIATION, ClockKind.REVIEW: Station.SETTLEMENT,
    ClockKind.CONFIRMATION: Station.SETTLEMENT, SESSION: Station.MEDIATION,
    INSTALMENT: Station.PERFORMANCE, ACCELERATION: Station.PERFORMANCE,
    **dict.fromkeys(VISITS, Station.CLOSING), SERVICE: SERVING,
    **dict.fromkeys((*ORDERS, *ORDER_REMINDERS), ORDER),
    REFERRAL: REFERRING, ANSWER: REFERRING,
})
"""The page of the case where the work is done: a station's, or one beside the road."""
WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
            N_("Sunday"))


def no_cases_words() -> str:
    """What is said to an administrator where others see cases."""
    return tr("Cases are for those who mediate or supervise them. Accounts, settings and backups stand "
              "under Office.")


def what(row: AgendaRow) -> str:
    """What is due, in words: a period's end, a session with its hour, an instalment with its amount."""
    if row.kind == SESSION:
        return tr("Session at {time}", time=f"{row.at:%H:%M}") if row.at else tr("Session")
    if row.kind == INSTALMENT:
        return tr("Instalment {number}: {amount}", number=row.number, amount=row.amount)
    if row.kind == SERVICE:
        return awaited_words(row.number)
    if row.kind in ORDERS:
        return order_words(next(kind for kind in OrderClockKind if kind == row.kind), row.at)
    if row.kind in ORDER_REMINDERS:
        return tr("Soon: {what}", what=order_words(ORDER_REMINDERS[row.kind], row.at, whole=True))
    if row.kind in (REFERRAL, ANSWER):
        return answers_words(row.number)
    if row.kind in VISITS:
        return tr("Return visit to be made: {occasion}", occasion=tr(VISITS[row.kind].label))
    if row.kind == ACCELERATION:
        return tr("The whole rest is due at once: {amount}", amount=row.amount)
    return tr(next(kind.label for kind in ClockKind if kind == row.kind))


def order_words(kind: OrderClockKind, at: datetime | None, *, whole: bool = False) -> str:
    """Which clock of a work order ends, and at which hour; ``whole``: on which day too."""
    if at is None:
        return tr(kind.label)
    return tr("{clock} by {hour}", clock=tr(kind.label), hour=at if whole else f"{at:%H:%M}")


def awaited_words(count: int) -> str:
    """That somebody has still to receive papers, and how many."""
    return tr_count("{count} paper to be received", "{count} papers to be received", count)


def answers_words(count: int) -> str:
    """That other offices were asked for answers, and how many; 0: this office owes one to another."""
    if not count:
        return tr("Answer owed to the office that sent the case")
    return tr_count("{count} answer of another office awaited", "{count} answers of other offices awaited",
                    count)


class TodayPage(Page):
    """``case_wanted(case_id, station)`` opens a case, ``station_wanted(station)`` the list narrowed
    to a station, ``due_wanted(Due)`` to what presses so; ``kept_wanted`` leads to what became of the
    agreements; ``new_wanted`` registers a matter, ``waiting_wanted(Waiting)`` one that was put aside."""

    case_wanted = Signal(object, object)
    station_wanted = Signal(object)
    due_wanted = Signal(object)
    kept_wanted = Signal()
    new_wanted = Signal()
    waiting_wanted = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(tr("Today"), parent=parent)
        self._desk, self._tasks = desk, tasks
        self.site = SiteField(memory, "today-site", bare=True, parent=self)
        self.tiles = StationTiles(self)
        self.owed = OwedToday(desk, tasks, self)
        self.owed.waiting_wanted.connect(self.waiting_wanted)
        self.owed.case_wanted.connect(self.case_wanted)
        (self.overdue, self.due, self.ahead, self.sessions, self.money, self.papers, self.orders,
         self.referred) = (
            self._section(due, nothing) for due, nothing in (
                (Due.OVERDUE, tr("Nothing is overdue.")), (Due.TODAY, tr("Nothing else is due today.")),
                (Due.PERIODS, tr("No period ends in the next 14 days.")),
                (Due.SESSIONS, tr("No session is set for the next 14 days.")),
                (Due.INSTALMENTS, tr("No instalment falls due in the next 14 days.")),
                (Due.SERVICE, tr("No paper is to be received in the next 14 days.")),
                (Due.ORDERS, tr("No work order ends in the next 14 days.")),
                (Due.REFERRAL, tr("No answer of another office is due in the next 14 days."))))
        self.kept, self.to_kept = label("", "muted", wrap=True), button(tr("By kind of terms"), "quiet")
        self.kept_line = self._kept_line()
        self.visits = Section(tr("Return visits to be made"), tr(
            "No return visit is to be made in the next 14 days."))
        self.work, self.empty = QWidget(self), self._empty_state()
        self._lay()
        self.tiles.chosen.connect(self.station_wanted)
        self.site.committed.connect(lambda _site: self.reload())
        if desk.may(Verb.REGISTER_CASE):
            self.set_primary(tr("New case"), self.new_wanted.emit, picture="plus")

    def _kept_line(self) -> QWidget:
        """One line of what became of the agreements; out of sight before any was over."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.kept, 1)
        row.addWidget(self.to_kept, 0, Qt.AlignmentFlag.AlignTop)
        self.to_kept.clicked.connect(self.kept_wanted)
        made.hide()
        return made

    def _section(self, due: Due, nothing: str) -> Section:
        made = Section(tr(due.label), nothing)
        made.rest.clicked.connect(lambda: self.due_wanted.emit(due))
        return made

    def _empty_state(self) -> EmptyState:
        may = self._desk.may(Verb.REGISTER_CASE)
        if not self._desk.may(Verb.READ_CASE, own_case=True):
            return EmptyState(tr("Your account looks into no case"), no_cases_words(), picture="sun")
        text = (tr("Here stand the periods, sessions and payments of your cases, once there are some.") if may
                else tr("Here stand the periods, sessions and payments of all cases, once there are some."))
        return EmptyState(tr("No case is open"), text, picture="sun", action=tr("New case") if may else "",
                          on_action=self.new_wanted.emit if may else None)

    def _lay(self) -> None:
        columns = self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.work)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(look().px(32))
        for sections in ((self.overdue, self.due, self.orders, self.ahead, self.papers, self.referred),
                         (self.sessions, self.money, self.visits)):
            column = QVBoxLayout()
            column.setSpacing(look().px(12))
            for section in sections:
                column.addWidget(section)
            if self.money in sections:
                column.addWidget(self.kept_line)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.head.insertWidget(0, self.site)
        for widget, stretch in ((self.tiles, 0), (self.owed, 0), (self.work, 1), (self.empty, 1)):
            self.body.addWidget(widget, stretch)
            widget.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one where the lines of two would be cut."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        beside = event.size().width() >= look().px(TWO_COLUMNS)
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    @property
    def site_id(self) -> UUID | None:
        """The site whose day is shown; None: everybody's."""
        return next(iter(self.site.chosen()), None)

    # -- reading -------------------------------------------------------------------------

    def shown(self) -> None:
        """The day may have changed since it was last looked at."""
        self._tasks.read(sites.choices, self._desk, done=self._show_sites, receiver=self)
        self.reload()

    def on_changed(self, changes: object) -> None:
        """A case changed; behind other pages the day waits until it is looked at again."""
        if self.isVisible() and isinstance(changes, Changes) and (changes.cases or changes.lists):
            self.reload()

    def _show_sites(self, known: Sequence[Choice]) -> None:
        if self.site.set_sites(known):
            self.reload()

    def reload(self) -> None:
        """Read the day anew."""
        site = self.site.chosen()
        self._tasks.read(reading.day, self._desk, sites=site, done=self._show, label=tr("Loading …"),
                         receiver=self)
        self.owed.reload(site)
        if self._desk.may(Verb.READ_FIGURES, own_case=True) and self._desk.may(Verb.READ_CASE, own_case=True):
            self._tasks.read(kept.in_short, self._desk, next(iter(site), None), done=self._show_kept,
                             receiver=self)

    def _show_kept(self, line: KeptLine) -> None:
        said = kept_words(line)
        self.kept.setText(said)
        self.kept_line.setVisible(bool(said))

    def _show(self, day: Day) -> None:
        self.set_title(tr("Today"), _long_day(day.today))
        nothing = not day.items and not day.stations
        self.empty.setVisible(nothing)
        self.tiles.setVisible(not nothing)
        self.work.setVisible(not nothing)
        self.tiles.show_counts(day.stations)
        for due, section in ((Due.OVERDUE, self.overdue), (Due.TODAY, self.due), (Due.PERIODS, self.ahead),
                             (Due.SESSIONS, self.sessions), (Due.INSTALMENTS, self.money),
                             (Due.SERVICE, self.papers), (Due.ORDERS, self.orders),
                             (Due.REFERRAL, self.referred)):
            found = day.pressing[due]
            section.show_lines([self._line(row, case, day.today) for row, case in found.items], found.total)
        self.referred.setVisible(bool(day.pressing[Due.REFERRAL].items))  # few offices refer every week
        self.visits.show_lines([self._line(row, case, day.today) for row, case in day.visits])

    def _line(self, row: AgendaRow, case: CaseRow, today: date) -> Entry:
        state = days_state(row.on, today)
        if row.kind in ORDERS and row.at is not None:
            state = order_state(row.at, self._now())
        if row.kind == SESSION and row.on == today:
            state = State(state.text, "accent", "calendar-blank")
        moving = row.kind in MOVED_BY_HOLIDAYS or row.kind in ORDERS
        day = marked(row.on.isoformat(), self._desk.calendar.unannounced(row.on) if moving else ())
        if row.kind in ORDER_REMINDERS:  # it names its day itself
            day = ""
        return Entry(case_title(case), " · ".join(filter(None, (what(row), day, case.number))), state,
                    self._opener(case.case_id, STATION_OF[row.kind]))

    def _now(self) -> datetime:
        """This moment by the office's clock."""
        return self._desk.now.astimezone(self._desk.zone).replace(tzinfo=None)

    def _opener(self, case_id: UUID, station: str) -> Callable[[], object]:
        return partial(self.case_wanted.emit, case_id, station)

    # -- what a page can do --------------------------------------------------------------

    def new(self) -> bool:
        """Ctrl+N registers a matter wherever one is."""
        return False

    def go_first(self) -> None:
        """Put the cursor on the first line."""
        lines = [*self.owed.lines, *self.overdue.lines, *self.due.lines, *self.orders.lines,
                 *self.sessions.lines,
                 *self.money.lines, *self.visits.lines, *self.papers.lines]
        if lines:
            lines[0].setFocus(Qt.FocusReason.TabFocusReason)

    def help_text(self) -> str:
        """What this page is for."""
        return tr("What is overdue stands first, the latest to have become so at its top; then what is due "
                  "today, then what comes in the next 14 days. Where there is more than fits, a button leads "
                  "to all of it in Cases. Press Enter on a line to open the case at the station where the "
                  "work is done. The six numbers at the top count the open cases at each station; press one "
                  "to see them.")


def _long_day(day: date) -> str:
    """``25 November 2024, Monday`` or ``2024年11月25日 星期一``."""
    return tr("{day}, {weekday}", day=words().day(day), weekday=tr(WEEKDAYS[day.weekday()]))
