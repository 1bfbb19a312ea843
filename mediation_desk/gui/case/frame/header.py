"""The head of the case window: which case, between whom, about what, and how many days are left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import CHANCES, LAW, Clock, next_clock
from mediation_desk.domain.referral.referrals import CaseOrigin
from mediation_desk.domain.sites import Site, chosen
from mediation_desk.domain.travel.elsewhere import Received
from mediation_desk.domain.travel.register import Away
from mediation_desk.domain.vocabulary import ClockKind, Status
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.elided import Elided
from mediation_desk.gui.kit.look.text import label, mean, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.unannounced import marked
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.pages.away import PICTURE, away_words, calm_words
from mediation_desk.gui.pages.states import over_state
from mediation_desk.gui.pages.titles import short_title
from mediation_desk.gui.site_field import belonging

SOON_DAYS = 3
LEAST_CHIP = 120


def days_words(clock: Clock, today: date) -> str:
    """``12 days left``, ``ends today`` or ``2 days over``."""
    return left_words(clock.days_left(today))


def left_words(left: int) -> str:
    """The same of so many days; below zero: days over."""
    if left == 0:
        return tr("ends today")
    if left < 0:
        return tr_count("{count} day over", "{count} days over", -left)
    return tr_count("{count} day left", "{count} days left", left)


def standing_words(clock: Clock, today: date) -> str:
    """How a clock stands: what is left of it, when it was met, or that its time is over.

    Nobody meets what is only open to the sides: with the case or the agreement it no longer matters.
    """
    if clock.done_on and clock.kind in (*CHANCES, ClockKind.ARBITRATION_OPEN):
        return tr("no longer runs")
    if clock.done_on:
        return tr("met on {day}", day=clock.done_on.isoformat())
    if clock.kind in CHANCES and clock.days_left(today) < 0:
        return tr("passed on {day}", day=clock.due_on.isoformat())
    return days_words(clock, today)


def urgency(clock: Clock, today: date) -> str:
    """The meaning in whose colour a clock is said; none while there is time, or where a mere chance
    has passed."""
    left = clock.days_left(today)
    if not clock.running or (clock.kind in CHANCES and left < 0):
        return ""
    return "overdue" if left < 0 else "disputed" if left <= SOON_DAYS else ""


class CaseHeader(QWidget):
    """Case number, short title and cause at the left; the clock that ends first at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = selectable(label("", "muted", parent=self))
        self.names, self.cause = Elided("heading", self), Elided("muted", self)
        self.days = label("", "heading", parent=self)
        self.clock = label("", "small", parent=self)
        self.status = Chip(State("", "muted"), self)
        self.status.hide()
        self.twice = Chip(State("", "muted"), self)
        self.twice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.twice.setMinimumWidth(look().px(LEAST_CHIP))
        self.twice.hide()
        self.away = Chip(State("", "accent", PICTURE), self)
        self.away.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # a long name is cut
        self.away.setMinimumWidth(look().px(LEAST_CHIP))
        self._height = QWidget(self)  # of a chip: nothing beneath moves when one comes or goes
        self._height.setFixedSize(0, self.status.sizeHint().height())
        self.came_from = Chip(State("", "muted", "tray"), self)
        self.came_from.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.came_from.setMinimumWidth(look().px(LEAST_CHIP))
        self.site = Chip(State("", "muted", "map-trifold"), self)
        self.site.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.site.setMinimumWidth(look().px(LEAST_CHIP))
        self._is_away, self._is_from_elsewhere, self._has_site = False, False, False
        self.away.hide()
        self.came_from.hide()
        self.site.hide()
        for made in (self.days, self.clock):
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._short, self._runs, self._is_twice = False, False, False
        self._lay()

    def _lay(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(24), look().px(8), look().px(24), look().px(4))
        row.setSpacing(look().px(16))
        first = QHBoxLayout()
        first.setSpacing(look().px(12))
        for made in (self.number, self.cause, self.site, self.status, self.twice, self.came_from,
                     self.away, self._height):
            first.addWidget(made)
        first.addStretch(1)
        for above, beneath, stretch in ((first, self.names, 1), (self.days, self.clock, 0)):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addLayout(above) if isinstance(above, QHBoxLayout) else column.addWidget(above)
            column.addWidget(beneath)
            row.addLayout(column, stretch)

    def show_away(self, away: Sequence[Away], zone: tzinfo) -> None:
        """Say with whom the case is on the road besides, and that work here may go on."""
        said = away_words(away, zone)
        self._is_away = bool(away)
        self.away.set_state(State(said, "accent", PICTURE))
        self.away.setAccessibleDescription(calm_words())
        tip(self.away, "\n".join((said, calm_words())))
        self._show_parts()

    def show_came_from(self, received: Received | CaseOrigin | None) -> None:
        """Say from which office the case was taken in, in a bag or a package, and what it is called there."""
        self._is_from_elsewhere = received is not None
        if received is not None:
            said = tr("from {office}, there {number}", office=received.office, number=received.number)
            self.came_from.set_state(State(said, "muted", "tray"))
            tip(self.came_from, said)
        self._show_parts()

    def show_site(self, site_id: UUID | None, sites: Sequence[Site]) -> None:
        """Say to which site the case belongs, in an office that has any."""
        words = dict(belonging(sites, site_id))
        self._has_site = bool(words)
        if words:
            self.site.set_state(State(words.get(chosen(site_id), ""), "muted", "map-trifold"))
            tip(self.site, tr("Site: {name}", name=words.get(chosen(site_id), "")))
        self._show_parts()

    def show_case(self, case: Case, calendar: WorkCalendar, today: date) -> None:
        """Show the case's head as it stands on a day."""
        self.number.setText(case.number)
        self.names.setText(short_title(case))
        tip(self.names, "\n".join(filter(None, (case.number, self.names.text(), case.worker_names))))
        self.cause.setText(case.cause or tr("cause not entered"))
        tip(self.cause, self.cause.text())
        self._show_status(case)
        self._show_twice(case)
        self._show_clock(next_clock(case, calendar), today)

    def set_short(self, short: bool) -> None:
        """Who against whom and the days left alone, where the window is low for its type."""
        self._short = short
        self._show_parts()

    def _show_parts(self) -> None:
        self.days.setVisible(self._runs)
        self.clock.setVisible(self._runs and not self._short)
        for made in (self.number, self.cause, self._height):
            made.setVisible(not self._short)
        self.away.setVisible(self._is_away and not self._short)
        self.site.setVisible(self._has_site and not self._short)
        self.came_from.setVisible(self._is_from_elsewhere and not self._short)
        self.twice.setVisible(self._is_twice and not self._short)

    def _show_status(self, case: Case) -> None:
        over = case.status is not Status.OPEN
        self.status.setVisible(over)
        if over:
            self.status.set_state(over_state(case.status, case.outcome))

    def _show_twice(self, case: Case) -> None:
        """That the matter was entered twice, and under which number the other case is found."""
        said = [tr("Entered twice: goes on as {number}", number=case.goes_on_as)] if case.goes_on_as else []
        if case.entered_twice_as:
            said.append(tr("Entered twice, also as {numbers}", numbers=case.entered_twice_as))
        self._is_twice = bool(said)
        self.twice.set_state(State("; ".join(said), "muted", "copy"))
        tip(self.twice, "\n".join(said))
        self._show_parts()

    def _show_clock(self, clock: Clock | None, today: date) -> None:
        self._runs = clock is not None
        self._show_parts()
        if clock is None:
            return
        self.days.setText(days_words(clock, today))
        mean(self.days, urgency(clock, today))
        said = tr("{clock}: {day}", clock=tr(clock.kind.label), day=clock.due_on.isoformat())
        self.clock.setText(marked(said, clock.unannounced))
        for made in (self.days, self.clock):
            tip(made, tr(LAW[clock.kind]))
            made.setAccessibleDescription(tr(LAW[clock.kind]))
