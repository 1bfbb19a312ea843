"""Choosing the cases that go along: this week's, by station, by words; by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.agenda import KINDS, DueRange
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.travel.register import Away
from mediation_desk.domain.vocabulary import Status
from mediation_desk.gui.kit.fields.kinds import SegmentField
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, PagedModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.cases.filters import CaseFilters
from mediation_desk.gui.pages.cases.rows import Fetch, columns
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk

WEEK, OPEN, ALL = "week", "open", "all"
CHOSEN = "chosen"
SHOWN: Mapping[str, int] = MappingProxyType({
    "number": 0, "first_applicant": 0, "station": 1, "clock_on": 2, "away": 0})
"""The columns of the list of cases that stand here, and in which order they go where there is no room."""
TABLE_HEIGHT = 228
MOST_AT_ONCE = 1_000  # cases that one press takes along
MARKS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarkTable(Table):
    """A table whose rows are marked: ``marked(row)`` on Space, Enter, or a press on the first column."""

    marked = Signal(object)

    def __init__(self, model: PagedModel, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name=name, parent=parent)
        self.clicked.connect(lambda index: self._mark() if index.column() == 0 else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter mark the row that the cursor is on."""
        if event.key() in MARKS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._mark()
            return
        super().keyPressEvent(event)

    def _mark(self) -> None:
        row = self.current_row()
        if row is not None:
            self.marked.emit(row)


class CaseChoice(QWidget):
    """The list of cases with a mark before each. ``changed`` whenever others are chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._chosen: dict[UUID, str] = {}  # the numbers of the chosen cases
        self._away: dict[UUID, Sequence[Away]] = {}
        self.which = SegmentField(tr("Which cases"), [(WEEK, tr("This week's")), (OPEN, tr("Open ones")),
                                                      (ALL, tr("All"))], name="which", required=True)
        self.which.set_value(WEEK)
        self.filters = CaseFilters(lambda: desk.today, only=("text", "station"), parent=self)
        self._fetch = Fetch(desk, self.wanted(), self._away)
        self.model = PagedModel(tasks, self._columns(), self._fetch, self)
        self.table = MarkTable(self.model, name=tr("Cases"), parent=self)
        self.table.setFixedHeight(look().px(TABLE_HEIGHT))
        self.all, self.none = button(tr("Take all of these")), button(tr("Choose none"))
        self._lay()
        self.which.committed.connect(lambda _which: self.narrow())
        self.filters.changed.connect(self.narrow)
        self.filters.text.line.returnPressed.connect(self._into_table)
        self.table.marked.connect(self.turn)
        self.all.clicked.connect(self._take_all)
        self.none.clicked.connect(self.clear)
        self._say_empty()

    def _columns(self) -> list[Column]:
        mark = Column(CHOSEN, tr("Goes along"), self._mark_of, Kind.STATE, width=12, sortable=False)
        return [mark, *(replace(one, yields=SHOWN[one.key])
                        for one in columns(self._desk, {}, self._away) if one.key in SHOWN)]

    def _mark_of(self, row: CaseRow) -> State:
        if row.case_id in self._chosen:
            return State(tr("Goes along"), "agreed")
        return State(tr("Stays here"), "muted", "circle")

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(look().px(12))
        top.addWidget(self.which, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.filters, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(top)
        column.addWidget(self.table)
        column.addLayout(row_of(self.all, self.none))

    # -- the list ------------------------------------------------------------------------

    def wanted(self) -> CaseFilter:
        """What is listed: of this week, what has a period, session or payment until Sunday or is late."""
        found = self.filters.wanted()
        if self.which.value() == ALL:
            return found
        if self.which.value() == OPEN:
            return replace(found, statuses=(Status.OPEN,))
        today = self._desk.today
        sunday = today + timedelta(days=6 - today.weekday())
        return replace(found, statuses=(Status.OPEN,), due=DueRange(KINDS, None, sunday))

    def narrow(self) -> None:
        """List anew; what is chosen stays chosen, also where it is not listed now."""
        self._fetch.drop()
        self._fetch = Fetch(self._desk, self.wanted(), self._away)
        self._say_empty()
        self.model.reload(self._fetch)

    def reload(self) -> None:
        """The same list as it is now."""
        self._fetch.forget()
        self.model.reload()

    def _say_empty(self) -> None:
        if self.filters.narrows():
            self.table.set_empty(tr("No case answers that"), tr("Try fewer words or fewer filters."),
                                 picture="magnifying-glass", action=tr("Clear filters"),
                                 on_action=self.filters.clear)
        elif self.which.value() == WEEK:
            self.table.set_empty(tr("Nothing is due this week"),
                                 tr("No period, session or payment of your cases falls into this week."),
                                 picture="suitcase-simple", action=tr("Show the open ones"),
                                 on_action=self.show_open)
        else:
            self.table.set_empty(tr("No cases yet"), tr("Cases that you register can be taken along."),
                                 picture="suitcase-simple")

    def show_open(self) -> None:
        """List all open cases."""
        self.which.set_value(OPEN)
        self.narrow()

    def _into_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    # -- what is chosen ------------------------------------------------------------------

    def chosen(self) -> tuple[UUID, ...]:
        """The chosen cases, in the order in which they were."""
        return tuple(self._chosen)

    def turn(self, row: CaseRow) -> None:
        """Choose a case, or leave it here after all."""
        if self._chosen.pop(row.case_id, None) is None:
            self._chosen[row.case_id] = row.number
        self._tell()

    def clear(self) -> None:
        """Choose none."""
        self._chosen.clear()
        self._tell()

    def _take_all(self) -> None:
        self._tasks.read(reading.page, self._desk, self.wanted(), 0, MOST_AT_ONCE, done=self._took,
                         receiver=self)

    def _took(self, rows: Sequence[CaseRow]) -> None:
        self._chosen.update((row.case_id, row.number) for row in rows)
        self._tell()

    def _tell(self) -> None:
        self.table.viewport().update()
        self.changed.emit()
