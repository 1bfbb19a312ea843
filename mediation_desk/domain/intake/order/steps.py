"""What may be done to a work order now, and what is said where it may not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.intake.order.clocks import (
    ENDINGS,
    OrderClock,
    order_clocks,
    return_until,
    room,
)
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.intake.orders import OrderReply, OrderStep, OrderStepKind, WorkOrder
from mediation_desk.domain.words import N_, DeskError, Sentence, say

ONCE = (OrderStepKind.SIGNED_IN, *ENDINGS)
"""What is done to an order once at most."""
REASONED = (OrderStepKind.EXTENDED, OrderStepKind.RETURNED)
"""What is done with a reason alone."""


def check_order(order: WorkOrder, others: Sequence[WorkOrder], now: datetime) -> None:
    """Refuse an order that cannot be. ``others``: those that stand in the case besides."""
    if order.arrived_at > now:
        raise DeskError(N_("That hour lies in the future."), field="arrived_at")
    check_end(order.arrived_at, order.given_until)
    if order.number and any(one.number == order.number and one.source == order.source for one in others):
        raise DeskError(N_("This order is noted in the case already."), field="number")
    if not (order.number or order.title or order.content):
        raise DeskError(N_("Enter the number of the order, or what it is about."), field="number")


def check_end(arrived_at: datetime, given_until: datetime | None) -> None:
    """Refuse an end that an order had before it came."""
    if given_until is not None and given_until <= arrived_at:
        raise DeskError(N_("The order has to be finished after it arrived."), field="given_until")


def check_step(order: WorkOrder, before: Sequence[OrderStep], step: OrderStep, now: datetime,
               calendar: WorkCalendar) -> None:
    """Refuse a step that cannot be taken, beside the field that says it. ``before``: the order's own
    steps."""
    if step.at > now:
        raise DeskError(N_("That hour lies in the future."), field="at")
    if step.at < order.arrived_at:
        raise DeskError(N_("Nothing was done to the order before it arrived."), field="at")
    if any(one.kind in ENDINGS for one in before):
        raise DeskError(N_("The order is over: it was finished or returned. Take that step out first."),
                        field="at")
    if step.kind in ONCE and any(one.kind is step.kind for one in before):
        raise DeskError(N_("That was noted already. Take the step out first, if it was a mistake."),
                        field="at")
    if step.kind in REASONED and not step.reason.strip():
        raise DeskError(N_("Say why."), field="reason")
    if step.kind in ENDINGS and any(one.at > step.at for one in before):
        raise DeskError(N_("Something was done to the order after that hour."), field="at")
    if step.kind is OrderStepKind.EXTENDED:
        _check_extension(order, before, step, calendar)


def _check_extension(order: WorkOrder, before: Sequence[OrderStep], step: OrderStep, calendar: WorkCalendar
                     ) -> None:
    clock = finish_clock(order, before, calendar)
    if clock is None:
        raise DeskError(N_("The order has no end that could be extended; enter by when it has to be "
                           "finished."),
                        field="until")
    if step.until is None:
        raise DeskError(N_("Say until when it is extended."), field="until")
    possible = room(order, clock, calendar)
    if possible.times_left == 0:
        raise DeskError(N_("The time was extended as often as the source allows. Finish the order by {due}; "
                           "where the sender grants more all the same, change what the order says under "
                           "“To be finished by”."), field="until", due=clock.due_at)
    if possible.ask_until is not None and step.at > possible.ask_until:
        raise DeskError(N_("An extension had to be asked for by {until}; later the order counts as overdue. "
                           "Finish it by {due}, and tell the sender at once; where the sender grants more "
                           "time all the same, change what the order says under “To be finished by”."),
                        field="at", until=possible.ask_until, due=clock.due_at)
    if step.until <= clock.due_at:
        raise DeskError(N_("An extension ends after {due}."), field="until", due=clock.due_at)
    if possible.latest is not None and step.until > possible.latest:
        raise DeskError(N_("An extension ends by {latest} at the latest."), field="until",
                        latest=possible.latest)


def finish_clock(order: WorkOrder, steps: Sequence[OrderStep], calendar: WorkCalendar) -> OrderClock | None:
    """The clock by which the order has to be finished; None where nobody says."""
    return next((one for one in order_clocks(order, steps, calendar)
                 if one.kind is OrderClockKind.FINISH), None)


def step_doubts(order: WorkOrder, before: Sequence[OrderStep], reply: OrderReply | None, step: OrderStep,
                calendar: WorkCalendar) -> Iterator[Sentence]:
    """What speaks against a step that may be taken all the same."""
    if step.kind is OrderStepKind.RETURNED:
        until = return_until(order, calendar)
        if until is not None and step.at > until:
            yield say(N_("An order that is not this office's goes back by {until}. The sender may not take "
                         "it back any more."), until=until)
    if step.kind is OrderStepKind.FINISHED:
        yield from _finish_doubts(order, before, reply)


def _finish_doubts(order: WorkOrder, before: Sequence[OrderStep], reply: OrderReply | None
                   ) -> Iterator[Sentence]:
    if all(one.kind is not OrderStepKind.CONTACTED for one in before):
        yield say(N_("Nobody noted that the citizen was contacted."))
    if order.reply_wanted and (reply is None or not reply.handling.strip()):
        yield say(N_("A reply is wanted, and none is written yet."))
    elif reply is not None and reply.public_answer.strip() and reply.released_at is None:
        yield say(N_("The public answer is not released yet."))
