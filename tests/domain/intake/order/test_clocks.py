"""The clocks of an order around National Day: what met them, what extends them, what is late by how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.intake.order.clocks import (
    OrderClock,
    Spell,
    nearest,
    order_clocks,
    reminders,
    return_until,
    room,
)
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.intake.orders import OrderStep, OrderStepKind, WorkOrder
from mediation_desk.domain.vocabulary import Source
from mediation_desk.library.law import shipped_calendar
from mediation_desk.library.sources import shipped_tables

CALENDAR = shipped_calendar()
TERMS = shipped_tables()["hotline_12345"].terms_of("complaint", "").kept()
ARRIVED = datetime(2026, 9, 30, 16)  # a Wednesday, the last working day before National Day
SIGN_IN, CONTACT, FINISH = OrderClockKind
CASE, ORDER = UUID(int=1), UUID(int=2)


def order(arrived: datetime = ARRIVED, **told: object) -> WorkOrder:
    return WorkOrder(**({"id": ORDER, "case_id": CASE, "source": Source.HOTLINE, "rule": "complaint",
                         "terms": TERMS, "arrived_at": arrived} | told))  # type: ignore[arg-type]


def step(kind: OrderStepKind, at: datetime, until: datetime | None = None, key: int = 10) -> OrderStep:
    return OrderStep(id=UUID(int=key), case_id=CASE, order_id=ORDER, kind=kind, at=at, until=until)


def clocks_of(one: WorkOrder, *steps: OrderStep) -> dict[OrderClockKind, OrderClock]:
    return {clock.kind: clock for clock in order_clocks(one, steps, CALENDAR)}


def test_an_order_of_the_last_afternoon_before_national_day() -> None:
    """Four working hours: two on 30 September, two on 8 October. One working day: the 8th. Five: 8, 9, 10 (a
    Saturday that is worked), 12 and 13 October."""
    found = clocks_of(order())
    assert {kind: one.due_at for kind, one in found.items()} == {
        SIGN_IN: datetime(2026, 10, 8, 11), CONTACT: datetime(2026, 10, 8, 18),
        FINISH: datetime(2026, 10, 13, 18)}
    assert all(one.running and not one.given and not one.unannounced for one in found.values())
    first = nearest(found.values())
    assert first is not None and first.kind is SIGN_IN


def test_what_the_order_itself_says_prevails_and_is_said_so() -> None:
    told = clocks_of(order(given_until=datetime(2026, 10, 12, 12)))[FINISH]
    assert (told.due_at, told.given, told.by_table) == (
        datetime(2026, 10, 12, 12), True, datetime(2026, 10, 13, 18))
    assert [one.kind for one in order_clocks(order(terms="", given_until=datetime(2026, 10, 12, 12)), (),
                                             CALENDAR)] == [FINISH]
    assert order_clocks(order(terms=""), (), CALENDAR) == []


def test_what_was_done_meets_its_clock_and_late_is_late_by_how_long() -> None:
    found = clocks_of(order(), step(OrderStepKind.SIGNED_IN, datetime(2026, 10, 8, 14, 30)))
    now = datetime(2026, 10, 9, 20, 5)
    assert found[SIGN_IN].is_late(now) and found[SIGN_IN].apart(now) == Spell(0, 3, 30)
    assert not found[SIGN_IN].running
    assert found[CONTACT].is_late(now) and found[CONTACT].apart(now) == Spell(1, 2, 5)
    assert not found[FINISH].is_late(now) and found[FINISH].apart(now) == Spell(3, 21, 55)


def test_an_order_that_is_finished_or_returned_presses_no_more() -> None:
    for kind in (OrderStepKind.FINISHED, OrderStepKind.RETURNED):
        found = clocks_of(order(), step(kind, datetime(2026, 10, 8, 10)))
        assert not any(one.running for one in found.values())
        assert nearest(found.values()) is None
        assert not found[CONTACT].is_late(datetime(2027, 1, 1))
    assert found[FINISH].done_at is None  # returned, not finished


def test_a_year_without_its_notice_is_named() -> None:
    late = datetime(2026, 12, 30, 10)
    assert clocks_of(order(late))[FINISH].unannounced == (2027,)
    assert clocks_of(order(late, given_until=datetime(2027, 1, 5, 12)))[FINISH].unannounced == ()


def test_an_extension_moves_the_end_to_finish_and_no_other() -> None:
    longer = step(OrderStepKind.EXTENDED, datetime(2026, 10, 12, 9), datetime(2026, 10, 20, 18))
    found = clocks_of(order(), longer)
    assert (found[FINISH].due_at, found[FINISH].extended) == (datetime(2026, 10, 20, 18), 1)
    assert found[CONTACT].due_at == datetime(2026, 10, 8, 18)


@given(st.datetimes(datetime(2024, 1, 1), datetime(2026, 11, 1)),
       st.lists(st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)), max_size=4))
def test_an_extension_never_shortens(arrived: datetime, until: list[datetime]) -> None:
    one = order(arrived)
    steps = [step(OrderStepKind.EXTENDED, arrived, day, key=20 + at) for at, day in enumerate(until)]
    ends = [clocks_of(one, *steps[:count])[FINISH].due_at for count in range(len(steps) + 1)]
    assert ends == sorted(ends)


def test_an_extension_is_asked_for_by_five_on_the_last_day_and_reaches_ten_working_days() -> None:
    """Ten working days after 13 October 2026: 14, 15, 16, 19 to 23, 26 and 27 October."""
    one = order()
    found = room(one, clocks_of(one)[FINISH], CALENDAR)
    assert (found.ask_until, found.latest, found.times_left) == (
        datetime(2026, 10, 13, 17), datetime(2026, 10, 27, 18), 1)
    longer = step(OrderStepKind.EXTENDED, datetime(2026, 10, 12, 9), datetime(2026, 10, 20, 18))
    assert room(one, clocks_of(one, longer)[FINISH], CALENDAR).times_left == 0


def test_an_extension_that_is_asked_for_the_day_before_is_asked_for_on_a_working_day() -> None:
    """The end is Thursday, 8 October 2026: the working day before it is 30 September."""
    text = TERMS.replace('"17:00",false', '"17:00",true')
    one = order(datetime(2026, 9, 28, 9), terms=text, given_until=datetime(2026, 10, 8, 18))
    assert room(one, clocks_of(one)[FINISH], CALENDAR).ask_until == datetime(2026, 9, 30, 17)


def test_an_order_that_is_not_ours_goes_back_within_two_working_days() -> None:
    assert return_until(order(), CALENDAR) == datetime(2026, 10, 9, 18)
    assert return_until(order(terms=""), CALENDAR) is None


def test_reminders_come_before_the_end_of_what_is_still_open() -> None:
    one = order()
    assert [(clock.kind, at) for clock, at in reminders(one, order_clocks(one, (), CALENDAR), CALENDAR)] == [
        (CONTACT, datetime(2026, 10, 8, 16)), (FINISH, datetime(2026, 10, 12, 9))]
    met = order_clocks(one, [step(OrderStepKind.CONTACTED, ARRIVED)], CALENDAR)
    assert [clock.kind for clock, _at in reminders(one, met, CALENDAR)] == [FINISH]
    hasty = replace(one, given_until=ARRIVED + timedelta(minutes=30))
    assert not list(reminders(hasty, [order_clocks(hasty, (), CALENDAR)[-1]], CALENDAR))
