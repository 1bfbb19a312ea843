"""The three clocks of a work order: when each ends, what met it, and what is overdue by how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.intake.order.terms import OrderClockKind, OrderTerms, Period
from mediation_desk.domain.intake.orders import OrderStep, OrderStepKind, WorkOrder

MET_BY = {OrderClockKind.SIGN_IN: OrderStepKind.SIGNED_IN, OrderClockKind.CONTACT: OrderStepKind.CONTACTED,
          OrderClockKind.FINISH: OrderStepKind.FINISHED}
ENDINGS = (OrderStepKind.FINISHED, OrderStepKind.RETURNED)
"""After these nothing more is done to an order."""


@dataclass(frozen=True)
class OrderClock:
    """One clock of an order. ``given``: it ends when the order itself says; ``by_table``: when it would end
    without that and without extensions, None where the table sets no period; ``over_at``: the order was
    finished or returned then, so that nothing presses any more. ``unannounced``: years whose holidays are not
    known yet.
    """

    order_id: object
    kind: OrderClockKind
    begins_at: datetime
    due_at: datetime
    by_table: datetime | None = None
    period: Period | None = None
    given: bool = False
    extended: int = 0
    done_at: datetime | None = None
    over_at: datetime | None = None
    unannounced: tuple[int, ...] = ()

    @property
    def running(self) -> bool:
        """Whether somebody has still to act."""
        return self.done_at is None and self.over_at is None

    def is_late(self, now: datetime) -> bool:
        """Whether it was met too late, or is overdue; of an order that is over only what was met counts."""
        met = self.done_at or (now if self.over_at is None else None)
        return met is not None and met > self.due_at

    def apart(self, now: datetime) -> Spell:
        """How long until its end, or since it; of one that was met, seen from then."""
        return spell(abs((self.done_at or now) - self.due_at))


@dataclass(frozen=True)
class Spell:
    """A stretch of time as people say it."""

    days: int
    hours: int
    minutes: int


def spell(length: timedelta) -> Spell:
    """Whole days, hours and minutes; what is left below a minute is not told."""
    minutes = int(length.total_seconds()) // 60
    return Spell(minutes // 1440, minutes // 60 % 24, minutes % 60)


def of_order(steps: Iterable[OrderStep], order: WorkOrder) -> list[OrderStep]:
    """What was done to one order, earliest first."""
    return sorted((one for one in steps if one.order_id == order.id), key=lambda one: (one.at, one.id))


def over_at(steps: Sequence[OrderStep]) -> datetime | None:
    """When an order was finished or returned; None while it is under way."""
    return min((one.at for one in steps if one.kind in ENDINGS), default=None)


def order_clocks(order: WorkOrder, steps: Sequence[OrderStep], calendar: WorkCalendar) -> list[OrderClock]:
    """The clocks of an order, in their order; those for which neither its table nor the order itself names an
    end are not there. ``steps``: those of this order alone."""
    terms = OrderTerms.read(order.terms)
    found = (_clock(order, kind, terms, steps, calendar) for kind in OrderClockKind)
    return [one for one in found if one is not None]


def _clock(order: WorkOrder, kind: OrderClockKind, terms: OrderTerms | None, steps: Sequence[OrderStep],
           calendar: WorkCalendar) -> OrderClock | None:
    period = terms.periods.get(kind) if terms else None
    begins = terms.begins(order.arrived_at, calendar) if terms else order.arrived_at
    by_table = terms.end(begins, period, calendar) if terms and period else None
    given = order.given_until if kind is OrderClockKind.FINISH else None
    due = given or by_table
    if due is None:
        return None
    longer = extensions(steps) if kind is OrderClockKind.FINISH else []
    due = max([due, *(one.until for one in longer if one.until)])
    met = min((one.at for one in steps if one.kind is MET_BY[kind]), default=None)
    return OrderClock(order.id, kind, begins, due, by_table, period, given is not None, len(longer), met,
                      over_at(steps), () if given else calendar.unannounced(begins.date(), due.date()))


def extensions(steps: Iterable[OrderStep]) -> list[OrderStep]:
    """The extensions that were noted."""
    return [one for one in steps if one.kind is OrderStepKind.EXTENDED]


def reminders(order: WorkOrder, clocks: Iterable[OrderClock], calendar: WorkCalendar
              ) -> Iterator[tuple[OrderClock, datetime]]:
    """When somebody is reminded of clocks that still run: never before the order came."""
    terms = OrderTerms.read(order.terms)
    for clock in clocks:
        for one in terms.warnings if terms and clock.running else ():
            if one.of is clock.kind:
                at = terms.before(clock.due_at, one.before, calendar) if terms else clock.due_at
                if order.arrived_at < at < clock.due_at:
                    yield clock, at


def nearest(clocks: Iterable[OrderClock]) -> OrderClock | None:
    """The clock that ends first among those that still run; none of an order that is over."""
    return min((one for one in clocks if one.running), key=lambda one: one.due_at, default=None)


# -- returning and extending -----------------------------------------------------------------


def return_until(order: WorkOrder, calendar: WorkCalendar) -> datetime | None:
    """Until when an order that is not this office's can be returned; None where its table does not say."""
    terms = OrderTerms.read(order.terms)
    if terms is None or terms.giving_back is None:
        return None
    return terms.end(terms.begins(order.arrived_at, calendar), terms.giving_back, calendar)


@dataclass(frozen=True)
class Room:
    """How the time of an order can be extended now: asked for until ``ask_until``, to ``latest`` at most; so
    many times more. None in ``ask_until`` and ``latest``: its table does not say."""

    due_at: datetime
    ask_until: datetime | None
    latest: datetime | None
    times_left: int | None


def room(order: WorkOrder, clock: OrderClock, calendar: WorkCalendar) -> Room:
    """What an extension of this clock could be."""
    terms = OrderTerms.read(order.terms)
    more = terms.extending if terms else None
    if terms is None or more is None:
        return Room(clock.due_at, None, None, None)
    day = clock.due_at.date()
    if more.day_before:
        day = calendar.previous_workday(day - timedelta(days=1))
    ask_until = min(datetime.combine(day, more.cut_off), clock.due_at)
    return Room(clock.due_at, ask_until, max(clock.due_at, terms.end(clock.due_at, more.most, calendar)),
                max(0, more.times - clock.extended))
