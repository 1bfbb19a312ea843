"""How an order's clocks, periods and steps are told in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from mediation_desk.domain.intake.order.clocks import OrderClock
from mediation_desk.domain.intake.order.terms import LOCAL, OrderClockKind, Period, Unit
from mediation_desk.domain.intake.orders import OrderStepKind
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.unannounced import marked
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.pages.states import order_state, spell_words

UNITS: Mapping[Unit, tuple[str, str]] = MappingProxyType({
    Unit.HOURS: (N_("{count} hour"), N_("{count} hours")),
    Unit.WORKING_HOURS: (N_("{count} working hour"), N_("{count} working hours")),
    Unit.NATURAL_DAYS: (N_("{count} natural day"), N_("{count} natural days")),
    Unit.WORKING_DAYS: (N_("{count} working day"), N_("{count} working days"))})
PICTURES: Mapping[OrderStepKind, str] = MappingProxyType({
    OrderStepKind.SIGNED_IN: "tray", OrderStepKind.CONTACTED: "phone-call",
    OrderStepKind.EXTENDED: "hourglass-medium", OrderStepKind.RETURNED: "arrow-u-up-left",
    OrderStepKind.URGED: "warning", OrderStepKind.FINISHED: "check-circle"})
ACTS: Mapping[OrderClockKind, tuple[OrderStepKind, str]] = MappingProxyType({
    OrderClockKind.SIGN_IN: (OrderStepKind.SIGNED_IN, N_("Sign in now")),
    OrderClockKind.CONTACT: (OrderStepKind.CONTACTED, N_("Citizen contacted …")),
    OrderClockKind.FINISH: (OrderStepKind.FINISHED, N_("Finished now"))})
"""By which step each clock is met, and what is pressed for it."""


def moment_words(at: datetime) -> str:
    """``2026-10-13 18:00``."""
    return f"{at:%Y-%m-%d %H:%M}"


def period_words(period: Period) -> str:
    """``5 working days``; nothing of a unit is the same day."""
    return tr_count(*UNITS[period.unit], period.within) if period.within else tr("the same day")


def whence_words(period: Period) -> str:
    """The paper that a period comes from; of a local one, that the office sets it."""
    return tr("a local figure: set your own under Office") if period.whence == LOCAL else period.whence


def clock_state(clock: OrderClock, now: datetime) -> State:
    """What the chip of a clock says: what is left, how late it is, or that it was met, and whether in
    time."""
    if clock.running:
        return order_state(clock.due_at, now)
    if clock.done_at is None:
        return State(tr("Not noted"), "missing")
    if clock.is_late(now):
        return State(tr("{spell} late", spell=spell_words(clock.apart(now))), "overdue")
    return State(tr("In time"), "agreed")


def basis_words(clock: OrderClock) -> str:
    """By what a clock runs: what the order says, or so much after its table; and how often it was
    extended."""
    told = [tr("as the order says")] if clock.given else []
    if clock.period is not None:
        words = tr("{period} by the table", period=period_words(clock.period))
        if clock.given and clock.by_table is not None:
            words = tr("by the table it would be {at}", at=moment_words(clock.by_table))
        told.append(words)
    if clock.extended:
        told.append(tr_count("extended once", "extended {count} times", clock.extended))
    return tr("; ").join(told)


def due_words(clock: OrderClock) -> str:
    """Until when, and that it may still move where holidays are not announced."""
    return marked(moment_words(clock.due_at), clock.unannounced if clock.running else ())
