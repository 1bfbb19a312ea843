"""What may be done to an order, refused beside the field that says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from mediation_desk.domain.intake.order.steps import check_order, check_step, step_doubts
from mediation_desk.domain.intake.orders import OrderReply, OrderStep, OrderStepKind, WorkOrder
from mediation_desk.domain.vocabulary import Source
from mediation_desk.domain.words import DeskError
from mediation_desk.library.law import shipped_calendar
from mediation_desk.library.sources import shipped_tables

CALENDAR = shipped_calendar()
ARRIVED, NOW = datetime(2026, 9, 30, 16), datetime(2026, 10, 12, 10)
ORDER = WorkOrder(id=UUID(int=2), case_id=UUID(int=1), source=Source.HOTLINE, arrived_at=ARRIVED, number="1",
                  terms=shipped_tables()["hotline_12345"].terms_of("complaint", "").kept())


def step(kind: OrderStepKind, at: datetime = NOW, **told: object) -> OrderStep:
    return OrderStep(**({"id": UUID(int=9), "case_id": ORDER.case_id, "order_id": ORDER.id, "kind": kind,
                         "at": at, "reason": "x"} | told))  # type: ignore[arg-type]


@pytest.mark.parametrize(("taken", "before", "field", "said"), [
    (step(OrderStepKind.SIGNED_IN, datetime(2026, 10, 13)), [], "at", "future"),
    (step(OrderStepKind.SIGNED_IN, datetime(2026, 9, 30)), [], "at", "before it arrived"),
    (step(OrderStepKind.SIGNED_IN), [step(OrderStepKind.SIGNED_IN)], "at", "noted already"),
    (step(OrderStepKind.CONTACTED), [step(OrderStepKind.FINISHED)], "at", "The order is over"),
    (step(OrderStepKind.FINISHED, ARRIVED), [step(OrderStepKind.CONTACTED)], "at", "after that hour"),
    (step(OrderStepKind.RETURNED, reason=" "), [], "reason", "Say why"),
    (step(OrderStepKind.EXTENDED), [], "until", "until when"),
    (step(OrderStepKind.EXTENDED, until=datetime(2026, 10, 13, 18)), [], "until", "ends after"),
    (step(OrderStepKind.EXTENDED, until=datetime(2026, 10, 28)), [], "until", "at the latest")])
def test_a_step_that_cannot_be_taken_is_refused(taken: OrderStep, before: list[OrderStep], field: str,
                                               said: str) -> None:
    with pytest.raises(DeskError, match=said) as refused:
        check_step(ORDER, before, taken, NOW, CALENDAR)
    assert refused.value.field == field


def test_the_citizen_may_be_contacted_again_and_the_order_be_urged_often() -> None:
    for kind in (OrderStepKind.CONTACTED, OrderStepKind.URGED):
        check_step(ORDER, [step(kind), step(kind)], step(kind), NOW, CALENDAR)


def test_an_order_without_any_end_has_nothing_to_extend() -> None:
    with pytest.raises(DeskError, match="no end that could be extended"):
        check_step(replace(ORDER, terms=""), [], step(OrderStepKind.EXTENDED, until=NOW), NOW, CALENDAR)


def test_where_its_table_says_nothing_of_extensions_any_is_taken_with_its_reason() -> None:
    given = replace(ORDER, terms="", given_until=datetime(2026, 10, 12, 9))
    check_step(given, [], step(OrderStepKind.EXTENDED, until=datetime(2027, 1, 1)), NOW, CALENDAR)


def test_a_late_return_and_a_bare_finish_are_asked_about() -> None:
    [late] = step_doubts(ORDER, [], None, step(OrderStepKind.RETURNED), CALENDAR)
    assert "2026-10-09 18:00" in str(late)
    assert not list(step_doubts(ORDER, [], None, step(OrderStepKind.RETURNED, ARRIVED), CALENDAR))
    assert len(list(step_doubts(ORDER, [], None, step(OrderStepKind.FINISHED), CALENDAR))) == 2
    reply = OrderReply(id=UUID(int=3), case_id=ORDER.case_id, order_id=ORDER.id, handling="x",
                       public_answer="y")
    [unreleased] = step_doubts(ORDER, [step(OrderStepKind.CONTACTED)], reply, step(OrderStepKind.FINISHED),
                               CALENDAR)
    assert str(unreleased) == "The public answer is not released yet."


def test_an_order_is_about_something() -> None:
    check_order(ORDER, [], NOW)
    with pytest.raises(DeskError, match="number of the order"):
        check_order(replace(ORDER, number=""), [], NOW)
