"""Lines about time beside the case: clocks, limitation, papers on their way, what other offices have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.calculators.claims import Limitation
from mediation_desk.domain.deadlines import LAW, Clock
from mediation_desk.domain.intake.order.clocks import OrderClock
from mediation_desk.domain.words import N_
from mediation_desk.gui.case.frame.header import left_words, standing_words, urgency
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.unannounced import marked
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence
from mediation_desk.gui.pages.order_words import basis_words, due_words
from mediation_desk.gui.pages.states import order_state
from mediation_desk.services.sorting.limitation import NearestLimit
from mediation_desk.services.sorting.sorting import claim_names

LIMIT_SOON_DAYS = 30  # an application for arbitration takes the sides some weeks to prepare
_YEAR = N_("Mediation and Arbitration Law, art. 27: one year")
LIMIT_LAW: Mapping[Limitation, str] = MappingProxyType({
    Limitation.GENERAL: _YEAR,
    Limitation.WAGES: N_("Mediation and Arbitration Law, art. 27: one year from the end of employment"),
    Limitation.CIVIL: N_("Civil Code, art. 188: three years")})


def clock_line(clock: Clock, today: date, warning_: str) -> QWidget:
    """A clock, with what is left of it and what warns of its end."""
    words, day = standing_words(clock, today), clock.due_on.isoformat()
    said = tr("{days}, {day}", days=words, day=day) if clock.running and day not in words else words
    return _period(tr(clock.kind.label), marked(said, clock.unannounced if clock.running else ()),
                   urgency(clock, today), tr(LAW[clock.kind]), warning_)


def order_line(clock: OrderClock, now: datetime) -> QWidget:
    """When the next of an order's clocks ends, and what is left until then."""
    state = order_state(clock.due_at, now)
    said = tr("{days}, {day}", days=state.text, day=due_words(clock))
    meaning = "overdue" if clock.is_late(now) else state.meaning if state.meaning == "disputed" else ""
    return _period(tr(clock.kind.label), said, meaning, basis_words(clock))


def limit_line(limit: NearestLimit) -> QWidget:
    """Until when the first of the claims can be taken to arbitration."""
    words = marked(tr("{days}, {day}", days=left_words(limit.days_left), day=limit.ends_on.isoformat()),
                   limit.unannounced)
    meaning = "overdue" if limit.days_left < 0 else "disputed" if limit.days_left <= LIMIT_SOON_DAYS else ""
    return _period(tr("Limitation: {claim}", claim=tr_sentence(claim_names()[limit.claim])), words, meaning,
                   tr(LIMIT_LAW[limit.rule]))


def awaited_line(count: int, due_on: date | None, today: date) -> QWidget:
    """How many papers somebody has still to receive, and until when the first of them."""
    words = tr_count("{count} paper to be received", "{count} papers to be received", count)
    if due_on is None:
        return _period(tr("Service of papers"), words, "", "")
    left = (due_on - today).days
    said = tr("{what}: {days}, {day}", what=words, days=left_words(left), day=due_on.isoformat())
    return _period(tr("Service of papers"), said, "overdue" if left < 0 else "", "")


def away_line(office: str, since: date, due_on: date | None, today: date) -> QWidget:
    """What lies with another office since when, and until when it was asked to answer."""
    name = tr("With {office} since {day}", office=office, day=since)
    if due_on is None:
        return _period(name, "", "", "")
    left = (due_on - today).days
    said = tr("Answer: {days}, {day}", days=left_words(left), day=due_on.isoformat())
    return _period(name, said, "overdue" if left < 0 else "", "")


def _period(name: str, words: str, meaning: str, law: str, warned: str = "") -> QWidget:
    """A period by its name, what is left of it beneath, what warns of its end, and its law for whoever
    asks."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(name, wrap=True))
    if words:
        standing = label(words, "small")
        standing.setProperty("meaning", meaning)
        column.addWidget(standing)
    if warned:
        column.addWidget(label(warned, "small", wrap=True))
    tip(made, law)
    made.setAccessibleDescription(law)
    return made
