"""How stations, clocks and statuses are shown in lists: a word, an icon and a colour."""

from __future__ import annotations

from datetime import date, datetime

from mediation_desk.domain.closing import SETTLED
from mediation_desk.domain.intake.order.clocks import Spell, spell
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.vocabulary import Outcome, Status
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.road import STATIONS

SOON = 3  # days before a period's end from which it is amber


def station_state(row: CaseRow) -> State:
    """Where the case stands; a case that is over says how."""
    if row.status is Status.OPEN:
        return State(tr(row.station.label), "accent", STATIONS[row.station].picture)
    return over_state(row.status, row.outcome)


def over_state(status: Status, outcome: Outcome | None) -> State:
    """How a case ended, in green only where the sides settled."""
    if status is not Status.CLOSED or outcome is None:
        return State(tr(status.label), "muted")
    return State(tr(outcome.label), "agreed" if outcome in SETTLED else "muted")


def due_state(row: CaseRow, today: date) -> State | None:
    """The case's next payment: its day, or that it is late; none in a case without one."""
    day = row.next_due_on
    if day is None:
        return None
    return days_state(day, today) if (day - today).days <= SOON else State(day.isoformat(), "muted", "clock")


def days_state(on: date, today: date) -> State:
    """How long until a day: late, today, or still to come."""
    days = (on - today).days
    if days < 0:
        return State(tr_count("{count} day late", "{count} days late", -days), "overdue")
    if days == 0:
        return State(tr("Today"), "disputed", "clock")
    meaning = "disputed" if days <= SOON else "muted"
    return State(tr_count("{count} day left", "{count} days left", days), meaning, "clock")


def order_state(at: datetime, now: datetime) -> State:
    """How long until the hour at which a work order's clock ends, or since it: to the hour while days are
    few."""
    told = spell_words(spell(abs(at - now)))
    if now > at:
        return State(tr("{spell} late", spell=told), "overdue")
    meaning = "disputed" if (at.date() - now.date()).days <= 1 else "muted"
    return State(tr("{spell} left", spell=told), meaning, "clock")


def spell_words(length: Spell) -> str:
    """``2 days 3 hours``, ``3 hours``, ``25 minutes``: what is less does not count beside what is more."""
    days = tr_count("{count} day", "{count} days", length.days) if length.days else ""
    hours = tr_count("{count} hour", "{count} hours", length.hours) if length.hours else ""
    if not (days or hours):
        return tr_count("{count} minute", "{count} minutes", length.minutes)
    return tr("{days} {hours}", days=days, hours=hours) if days and hours else days or hours


def clock_state(row: CaseRow, today: date) -> State | None:
    """The case's next clock; none in a case without one."""
    return days_state(row.clock_on, today) if row.clock_on else None
