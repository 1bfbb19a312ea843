"""Alerts: who carries how much, what is late and soon due, what rests, what gathers against one company."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.agenda import DAYS_AHEAD, Due
from mediation_desk.domain.reports.alerts import AT_REST, MAKING_PEOPLE, PRESSING, WINDOW, Load
from mediation_desk.domain.summary import CaseRow
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.fields.kinds import ChoiceField
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.reports.overview.behind import Cases, CasesBehind
from mediation_desk.gui.pages.states import days_state
from mediation_desk.gui.pages.titles import case_title
from mediation_desk.gui.pages.today.agenda_lines import Entry, Section
from mediation_desk.gui.pages.today.page import STATION_OF, what
from mediation_desk.services.desk import Desk
from mediation_desk.services.reading import Item, Pressing
from mediation_desk.services.reports import alerts
from mediation_desk.services.reports.alerts import Alerts, Gathering

TWO_COLUMNS = 760  # pixels at 100 % from which the lines stand in two columns
MOST_LOADS, ROW, HEAD = 7, 36, 46


class AlertsPart(OfficePart):
    """``case_wanted(case_id, station)`` opens a case where the work is done; ``due_wanted(Due, mediator)``
    leads to all cases in which something presses so."""

    case_wanted = Signal(object, object)
    due_wanted = Signal(object, object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.own = label("", "strong", wrap=True)
        self.mediator = ChoiceField(tr("Mediator"), (), name="mediator", empty=tr("All"), width=16)
        self.mediator.combo.setSizeAdjustPolicy(self.mediator.combo.SizeAdjustPolicy.AdjustToContents)
        self.model = RowsModel(load_columns())
        self.loads = Table(self.model, name=tr("Workload by mediator"))
        self.pressing = {due: self._section(due) for due in PRESSING}
        self.resting = Section(tr("No event for {count} days", count=AT_REST.days),
                               tr("In every open case something was noted within {count} days.",
                                  count=AT_REST.days))
        self.gathering = Section(tr("Several cases against one company"), tr(
            "In the last {count} days no company met with several cases.", count=WINDOW.days))
        self.behind = CasesBehind(desk, tasks, tr("Back to the alerts"), self)
        self.empty = EmptyState(tr("Nothing to be alerted to"), tr(
            "Once there are open cases, it stands here who carries how many of them and what presses."),
            picture="bell", parent=self)
        self._all, self._lines = QWidget(self), QWidget(self)
        self._lay()
        self._listen()

    def _section(self, due: Due) -> Section:
        made = Section(tr(due.label), _nothing(due))
        made.rest.clicked.connect(lambda: self.due_wanted.emit(due, self.mediator.value()))
        return made

    # -- laying out ----------------------------------------------------------------------

    def _lay(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._lines)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(look().px(32))
        late, today, periods, money = (self.pressing[due] for due in PRESSING)
        for sections in ((late, today, periods), (self.gathering, self.resting, money)):
            column = QVBoxLayout()
            column.setSpacing(look().px(12))
            for section in sections:
                column.addWidget(section)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        inside = QVBoxLayout(self._all)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(12))
        inside.addWidget(label(tr("Who carries how much"), "group"))
        inside.addWidget(self.loads)
        inside.addWidget(self.mediator)
        inside.addWidget(self._lines)
        inside.addStretch(1)
        for widget, stretch in ((self.own, 0), (self.empty, 1), (self._all, 1), (self.behind, 1)):
            self.column.addWidget(widget, stretch)
            widget.hide()

    def _listen(self) -> None:
        self.mediator.committed.connect(lambda _who: self._read())
        self.loads.opened.connect(self._choose)
        self.behind.left.connect(self.leave_cases)
        self.behind.case_wanted.connect(self.case_wanted)
        self.leaves(self.behind, self.leave_cases)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one where the lines of two would be cut."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        beside = event.size().width() >= look().px(TWO_COLUMNS)
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    # -- reading -------------------------------------------------------------------------

    def shown(self) -> None:
        """As it is now; the day may have changed."""
        self._read()

    def _read(self) -> None:
        self.read(alerts.alerts, self.mediator.value(), done=self._show, label=tr("Loading …"))

    def _choose(self, load: Load) -> None:
        """Enter on a mediator narrows what is beneath to them; on the same one again, to all."""
        again = self.mediator.value() == load.mediator_id
        self.mediator.set_value(None if again else load.mediator_id)
        self._read()

    def _show(self, found: Alerts) -> None:
        nothing = not found.loads or all(load.is_idle for load in found.loads)
        self.own.setText(tr("This is about your own cases alone."))
        self.own.setVisible(found.own)
        self.empty.setVisible(nothing)
        self._all.setVisible(not nothing and not self.behind.isVisible())
        self._show_loads(found.loads)
        for due, section in self.pressing.items():
            section.show_lines(*self._lines_of(found.pressing[due], found))
        self.resting.show_lines([self._rest(row, found) for row in found.resting.cases], found.resting.total)
        self.resting.rest.hide()
        self.gathering.show_lines([self._gathered(one) for one in found.gatherings.companies],
                                  found.gatherings.total)
        self.gathering.rest.hide()

    def _show_loads(self, loads: Sequence[Load]) -> None:
        self.model.set_rows(loads)
        self.loads.setFixedHeight(look().px(HEAD + ROW * min(MOST_LOADS, max(1, len(loads)))))
        self.mediator.set_choices([(load.mediator_id, load.name) for load in loads])
        self.mediator.setVisible(len(loads) > 1)
        self.behind.name_mediators([(load.mediator_id, load.name) for load in loads])

    def _lines_of(self, pressing: Pressing, found: Alerts) -> tuple[list[Entry], int]:
        return [self._line(item, found) for item in pressing.items], pressing.total

    def _line(self, item: Item, found: Alerts) -> Entry:
        row, case = item
        detail = " · ".join(filter(None, (what(row), row.on.isoformat(),
                                          self._whose(case.mediator_id, found), case.number)))
        return Entry(case_title(case), detail, days_state(row.on, found.today),
                     self._opener(case.case_id, STATION_OF[row.kind]))

    def _rest(self, row: CaseRow, found: Alerts) -> Entry:
        since = row.updated_at.astimezone(self.desk.zone).date()
        days = (found.today - since).days
        state = State(tr_count("{count} day", "{count} days", days), "disputed", "hourglass")
        detail = " · ".join(filter(None, (tr("last event {day}", day=since.isoformat()),
                                          self._whose(row.mediator_id, found), row.number)))
        return Entry(case_title(row), detail, state, self._opener(row.case_id, None))

    def _gathered(self, one: Gathering) -> Entry:
        cases = tr_count("{count} case", "{count} cases", one.cases)
        people = tr_count("{count} worker", "{count} workers", one.people)
        making = one.people >= MAKING_PEOPLE
        state = State(tr("as many as a collective case") if making else tr("watch it"),
                      "overdue" if making else "disputed", "users-three")
        return Entry(one.company, tr("{cases}, {people} in {days} days", cases=cases, people=people,
                                     days=WINDOW.days), state, partial(self._open_gathered, one))

    def _whose(self, mediator: UUID, found: Alerts) -> str:
        if len(found.loads) < 2:
            return ""
        return next((load.name for load in found.loads if load.mediator_id == mediator), "")

    def _opener(self, case_id: UUID, station: str | None) -> Callable[[], object]:
        return partial(self.case_wanted.emit, case_id, station)

    # -- the cases against a company -----------------------------------------------------

    def _open_gathered(self, one: Gathering) -> None:
        self._all.hide()
        self.behind.show()
        self.behind.show_cases(tr("Against {company}", company=one.company), Cases(
            lambda: one.cases, partial(alerts.against, self.desk, one.key)))

    def leave_cases(self) -> None:
        """Back to the alerts."""
        self.behind.hide()
        self._all.show()
        lines = self.gathering.lines
        cast(QWidget, lines[0] if lines else self.loads).setFocus()

    def help_text(self) -> str:
        """F1."""
        return tr("Each mediator's open cases and the people in them, what is late and soon due, how many "
                  "cases rest, and what came and was closed last week; Enter on a line narrows all that "
                  "follows to that mediator, Enter again widens it. The most urgent stands first in every "
                  "list, and its title says how many there are in all. A company that met with at least "
                  "three cases, or ten workers, within thirty days may become a collective case.")


def _nothing(due: Due) -> str:
    return {Due.OVERDUE: tr("Nothing is overdue."), Due.TODAY: tr("Nothing is due today."),
            Due.PERIODS: tr("No period ends in the next {count} days.", count=DAYS_AHEAD),
            Due.INSTALMENTS: tr("No instalment falls due in the next {count} days.", count=DAYS_AHEAD)}[due]


def load_columns() -> list[Column]:
    """What is said of each mediator's load."""
    def number(key: str, title: str, value: Callable[[Load], int], yields: int = 0) -> Column:
        return Column(key, title, value, Kind.NUMBER, width=7, yields=yields)

    return [
        Column("name", tr("Mediator"), lambda load: load.name, width=12, stretch=True),
        number("cases", tr("Open cases"), lambda load: load.cases),
        number("people", tr("Workers"), lambda load: load.people, yields=1),
        number("overdue", tr("Overdue"), lambda load: load.pressing[Due.OVERDUE]),
        number("today", tr("Due today"), lambda load: load.pressing[Due.TODAY]),
        number("periods", tr("Periods soon"), lambda load: load.pressing[Due.PERIODS]),
        number("money", tr("Instalments soon"), lambda load: load.pressing[Due.INSTALMENTS], yields=2),
        number("resting", tr("At rest"), lambda load: load.resting),
        number("received", tr("Received, last week"), lambda load: load.received, yields=4),
        number("closed", tr("Closed, last week"), lambda load: load.closed, yields=3),
    ]
