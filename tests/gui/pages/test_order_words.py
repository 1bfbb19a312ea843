"""How an order's clocks are told: what is left, how late, by what it runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from mediation_desk.domain.intake.order.clocks import OrderClock
from mediation_desk.domain.intake.order.terms import LOCAL, OrderClockKind, Period, Unit
from mediation_desk.gui.pages.order_words import (
    basis_words,
    clock_state,
    due_words,
    period_words,
    whence_words,
)

pytestmark = pytest.mark.usefixtures("dressed")
CLOCK = OrderClock(UUID(int=1), OrderClockKind.FINISH, datetime(2025, 9, 30, 16), datetime(2025, 10, 14, 18),
                   datetime(2025, 10, 14, 18), Period(5, Unit.WORKING_DAYS, "某办法"))
NOW = datetime(2025, 10, 13, 15)


@pytest.mark.parametrize(("period", "said"), [
    (Period(5, Unit.WORKING_DAYS), "5 working days"), (Period(1, Unit.HOURS), "1 hour"),
    (Period(0, Unit.WORKING_DAYS), "the same day")])
def test_a_period_is_told_in_its_unit(period: Period, said: str) -> None:
    assert period_words(period) == said


@pytest.mark.parametrize(("clock", "text", "meaning"), [
    (CLOCK, "1 day 3 hours left", "disputed"),
    (replace(CLOCK, due_at=datetime(2025, 10, 13, 14, 30)), "30 minutes late", "overdue"),
    (replace(CLOCK, done_at=datetime(2025, 10, 14, 17)), "In time", "agreed"),
    (replace(CLOCK, done_at=datetime(2025, 10, 15, 18)), "1 day late", "overdue"),
    (replace(CLOCK, over_at=datetime(2025, 10, 9)), "Not noted", "missing")])
def test_a_chip_says_how_a_clock_stands(clock: OrderClock, text: str, meaning: str) -> None:
    state = clock_state(clock, NOW)
    assert (state.text, state.meaning) == (text, meaning)


def test_it_is_said_by_what_a_clock_runs() -> None:
    assert basis_words(CLOCK) == "5 working days by the table"
    assert basis_words(replace(CLOCK, given=True, extended=1)) == (
        "as the order says; by the table it would be 2025-10-14 18:00; extended once")
    assert whence_words(Period(1, Unit.HOURS, LOCAL)).startswith("a local figure")
    assert whence_words(Period(1, Unit.HOURS, "某办法")) == "某办法"


def test_a_day_that_may_still_move_says_so() -> None:
    assert due_words(replace(CLOCK, unannounced=(2027,))) == (
        "2025-10-14 18:00 (holidays of 2027 not announced)")
