"""What a day brings, by how it presses: late, due today, or to come in the next two weeks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.vocabulary import ClockKind, Term, VisitOccasion
from mediation_desk.domain.words import N_

SESSION, INSTALMENT = "session", "instalment"
ACCELERATED = "accelerated"
"""An instalment once more, on the day on which it falls due before its own day because another was not paid:
for whoever follows payments. What the day brings tells the rest in one line instead."""
SERVICE = "service"
"""Papers that somebody has to receive by that day; ``number``: how many."""
REFERRAL = "referral"
"""Answers that other offices are asked for by that day; ``number``: how many."""
ANSWER = "answer"
"""The answer that this office owes by that day to whoever sent it the case in a package."""
AWAY = "away"
"""What lies with another office, on the day on which it was handed over; no duty, but lists can be narrowed
to it."""
VISIT_AFTER_SIGNING, VISIT_AFTER_PAYMENT = "visit_after_signing", "visit_after_payment"
VISITS: Mapping[str, VisitOccasion] = MappingProxyType({
    VISIT_AFTER_SIGNING: VisitOccasion.SIGNED, VISIT_AFTER_PAYMENT: VisitOccasion.PAID})
"""Return visits that are still to be made. They stand on the day of the signing, or of the last payment;
how many days later the visit is planned, the office says, and whoever shows them adds it."""
ORDERS: tuple[str, ...] = tuple(OrderClockKind)
"""The clocks of work orders; ``at``: the hour at which each ends."""
ORDER_REMINDERS: Mapping[str, OrderClockKind] = MappingProxyType({
    f"{kind.value}_soon": kind for kind in OrderClockKind})
"""On the day on which somebody is to be reminded of such a clock; ``at``: the hour at which it ends."""
DAYS_AHEAD = 14
DUTIES: tuple[str, ...] = (ClockKind.ACCEPTANCE, ClockKind.MEDIATION_END, INSTALMENT, ANSWER, *ORDERS)
"""What somebody owes by its day: only this is late in earnest."""
PERIODS: tuple[str, ...] = tuple(ClockKind)
KINDS: tuple[str, ...] = (*PERIODS, SESSION, INSTALMENT, SERVICE, REFERRAL, ANSWER, *ORDERS)
LATE: tuple[str, ...] = (*DUTIES, ClockKind.ARBITRATION_OPEN, SERVICE, REFERRAL)


class Due(Term):
    """How something presses, as Today shows it and Cases can be narrowed to it."""

    OVERDUE = "overdue", N_("Overdue")
    TODAY = "today", N_("Due today")
    PERIODS = "periods", N_("Periods that end soon")
    SESSIONS = "sessions", N_("Next sessions")
    INSTALMENTS = "instalments", N_("Instalments falling due")
    SERVICE = "service", N_("Papers to be received soon")
    ORDERS = "orders", N_("Work orders that end soon")
    REFERRAL = "referral", N_("Answers to referrals due soon")
    AWAY = "away", N_("With another office")


@dataclass(frozen=True)
class DueRange:
    """The kinds of agenda rows between two days, both included; None: however long ago.

    ``newest_first``: what is nearest to the present stands first; of what is late that is the last
    to have become so, and duties stand before all else.
    """

    kinds: tuple[str, ...]
    since: date | None
    until: date

    @property
    def newest_first(self) -> bool:
        """Whether it looks back."""
        return self.since is None

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The kinds in the order in which they press."""
        if not self.newest_first:
            return (self.kinds,)
        return (tuple(kind for kind in self.kinds if kind in DUTIES),
                tuple(kind for kind in self.kinds if kind not in DUTIES))


def due_range(due: Due, today: date, ahead: int = DAYS_AHEAD) -> DueRange:
    """What presses so, seen from ``today``."""
    last, tomorrow = today + timedelta(days=ahead), today + timedelta(days=1)
    match due:
        case Due.OVERDUE:
            return DueRange(LATE, None, today - timedelta(days=1))
        case Due.TODAY:
            return DueRange((*PERIODS, INSTALMENT, SERVICE, REFERRAL, ANSWER, *ORDERS, *ORDER_REMINDERS),
                            today, today)
        case Due.SESSIONS:
            return DueRange((SESSION,), today, last)
        case Due.INSTALMENTS:
            return DueRange((INSTALMENT,), tomorrow, last)
        case Due.ORDERS:
            return DueRange(ORDERS, tomorrow, last)
        case Due.SERVICE:
            return DueRange((SERVICE,), tomorrow, last)
        case Due.REFERRAL:
            return DueRange((REFERRAL, ANSWER), tomorrow, last)
        case Due.AWAY:
            return DueRange((AWAY,), None, today)
        case _:
            return DueRange(PERIODS, tomorrow, last)
