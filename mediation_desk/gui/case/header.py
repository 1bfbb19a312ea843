"""The head of the case window: which case, between whom, about what, and how many days are left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import LAW, Clock, next_clock
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Status
from mediation_desk.gui.kit.chips import Chip, State
from mediation_desk.gui.kit.text import label, restyle, selectable
from mediation_desk.gui.kit.theme import look
from mediation_desk.gui.kit.words import tr, tr_count

SOON_DAYS = 3


def short_title(case: Case) -> str:
    """Who against whom, in one line: the first of each side, and how many stand with them."""
    if not case.parties:
        return tr("No parties entered yet")
    return tr("{applicants} / {respondents}", applicants=_side(case.applicants),
              respondents=_side(case.respondents))


def _side(parties: list[Party]) -> str:
    if not parties:
        return tr("(not entered)")
    name = parties[0].name or tr("(no name yet)")
    others = len(parties) - 1
    if not others:
        return name
    return tr_count("{name} and {count} other", "{name} and {count} others", others, name=name,
                    total=len(parties))


def days_words(clock: Clock, today: date) -> str:
    """``12 days left``, ``ends today`` or ``2 days over``."""
    left = clock.days_left(today)
    if left == 0:
        return tr("ends today")
    if left < 0:
        return tr_count("{count} day over", "{count} days over", -left)
    return tr_count("{count} day left", "{count} days left", left)


def urgency(clock: Clock, today: date) -> str:
    """The meaning in whose colour a running clock is said; none while there is time."""
    left = clock.days_left(today)
    return "overdue" if left < 0 else "disputed" if left <= SOON_DAYS else ""


class CaseHeader(QWidget):
    """Case number, short title and cause at the left; the clock that ends first at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = selectable(label("", "muted", parent=self))
        self.names = label("", "heading", parent=self)
        self.cause = label("", "muted", parent=self)
        self.days = label("", "heading", parent=self)
        self.clock = label("", "small", parent=self)
        self.status = Chip(State("", "muted"), self)
        self.status.hide()
        for made in (self.days, self.clock):
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        for made in (self.names, self.cause):
            made.setMinimumWidth(look().px(80))
        self._lay()

    def _lay(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(24), look().px(12), look().px(24), look().px(4))
        row.setSpacing(look().px(16))
        first = QHBoxLayout()
        first.setSpacing(look().px(12))
        for made in (self.number, self.cause, self.status):
            first.addWidget(made)
        first.addStretch(1)
        for above, beneath, stretch in ((first, self.names, 1), (self.days, self.clock, 0)):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addLayout(above) if isinstance(above, QHBoxLayout) else column.addWidget(above)
            column.addWidget(beneath)
            row.addLayout(column, stretch)

    def show_case(self, case: Case, calendar: WorkCalendar, today: date) -> None:
        """Show the case's head as it stands on a day."""
        self.number.setText(case.number)
        self.names.setText(short_title(case))
        self.names.setToolTip(case.worker_names)
        self.cause.setText(case.cause or tr("cause not entered"))
        self._show_status(case)
        self._show_clock(next_clock(case, calendar), today)

    def _show_status(self, case: Case) -> None:
        over = case.status is not Status.OPEN
        self.status.setVisible(over)
        if over:
            self.status.set_state(State(tr(case.status.label), "muted"))

    def _show_clock(self, clock: Clock | None, today: date) -> None:
        for made in (self.days, self.clock):
            made.setVisible(clock is not None)
        if clock is None:
            return
        self.days.setText(days_words(clock, today))
        self.days.setProperty("meaning", urgency(clock, today))
        restyle(self.days)
        self.clock.setText(tr("{clock}: {day}", clock=tr(clock.kind.label), day=clock.due_on.isoformat()))
        for made in (self.days, self.clock):
            made.setToolTip(tr(LAW[clock.kind]))
            made.setAccessibleDescription(tr(LAW[clock.kind]))
