"""An order as it comes: what nobody said of it stands empty, and every step has words of its own."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from mediation_desk.domain.intake.orders import (
    CameBy,
    FoundTrue,
    OrderReply,
    OrderStep,
    OrderStepKind,
    WorkOrder,
)
from mediation_desk.domain.vocabulary import Source, Term

ORDER = WorkOrder(id=UUID(int=1), case_id=UUID(int=2), source=Source.HOTLINE,
                  arrived_at=datetime(2026, 1, 5, 9))


def test_what_nobody_said_stands_empty() -> None:
    assert (ORDER.given_until, ORDER.rule, ORDER.terms, ORDER.came_by) == (None, "", "", CameBy.TYPED)
    reply = OrderReply(id=UUID(int=3), case_id=ORDER.case_id, order_id=ORDER.id)
    assert (reply.found_true, reply.beyond_duty, reply.contacted, reply.solved) == (None, None, None, None)
    step = OrderStep(id=UUID(int=4), case_id=ORDER.case_id, order_id=ORDER.id, kind=OrderStepKind.URGED,
                     at=ORDER.arrived_at)
    assert step.until is None and not step.reason


def test_every_word_is_its_own() -> None:
    kinds: tuple[type[Term], ...] = (OrderStepKind, CameBy, FoundTrue)
    labels = [one.label for kind in kinds for one in kind]
    assert len(set(labels)) == len(labels)
