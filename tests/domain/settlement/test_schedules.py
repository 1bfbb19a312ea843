"""Schedules: one instalment larger, a share on signing, and days that keep their order off rest days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.settlement.schedules import before_first, edged, in_order, interval_of
from mediation_desk.domain.vocabulary import SplitKind
from mediation_desk.domain.words import DeskError
from mediation_desk.library.law import shipped_calendar

CALENDAR = shipped_calendar()
FIRST, LAST, SIGNING = SplitKind.FIRST_LARGER, SplitKind.LAST_LARGER, SplitKind.ON_SIGNING


@pytest.mark.parametrize(("kind", "amounts"), [
    (FIRST, ["50.00", "25.01", "25.00"]), (LAST, ["25.01", "25.00", "50.00"]),
    (SIGNING, ["50.00", "25.01", "25.00"])])
def test_one_instalment_has_its_own_amount_and_the_others_are_equal(kind: SplitKind,
                                                                    amounts: list[str]) -> None:
    """100.01 less 50.00 is 50.01: 25.01 and 25.00."""
    assert [str(one) for one in edged(yuan("100.01"), 3, kind, yuan("50"))] == amounts


def test_a_single_instalment_is_all_of_it() -> None:
    assert edged(yuan("100"), 1, SIGNING, None) == [yuan("100")]


@pytest.mark.parametrize(("kind", "edge"), [
    (FIRST, None), (FIRST, "0"), (FIRST, "100"), (FIRST, "33.33"), (LAST, "20"), (SIGNING, "100")])
def test_a_larger_instalment_that_is_none_is_refused(kind: SplitKind, edge: str | None) -> None:
    with pytest.raises(DeskError) as refused:
        edged(yuan("100"), 3, kind, None if edge is None else yuan(edge))
    assert refused.value.field == "edge"


def test_a_small_share_on_signing_is_no_larger_instalment_and_needs_none() -> None:
    assert edged(yuan("100"), 3, SIGNING, yuan("10")) == [yuan("10"), yuan("45"), yuan("45")]


@given(st.integers(10, 10**9), st.integers(2, 24), st.sampled_from([FIRST, LAST, SIGNING]), st.integers(1, 9))
def test_any_such_split_adds_up(fen: int, count: int, kind: SplitKind, tenths: int) -> None:
    try:
        parts = edged(Money(fen), count, kind, Money(fen * tenths // 10))
    except DeskError:
        return
    assert total(parts) == Money(fen) and len(parts) == count


SATURDAY, SUNDAY = date(2024, 12, 14), date(2024, 12, 15)


def test_two_days_of_one_weekend_do_not_meet_on_one_working_day() -> None:
    """Forward: Monday the 16th, and the later one Tuesday. Back: the later one Friday the 13th, the other
    Thursday."""
    assert in_order([SATURDAY, SUNDAY], RestDayRule.NEXT_WORKDAY, CALENDAR) == (
        date(2024, 12, 16), date(2024, 12, 17))
    assert in_order([SATURDAY, SUNDAY], RestDayRule.PREVIOUS_WORKDAY, CALENDAR) == (
        date(2024, 12, 12), date(2024, 12, 13))
    assert in_order([SATURDAY, SUNDAY], RestDayRule.SAME_DAY, CALENDAR) == (SATURDAY, SUNDAY)


@given(st.sets(st.integers(0, 400), min_size=1, max_size=40), st.sampled_from(list(RestDayRule)))
def test_days_stay_in_order_on_working_days_and_no_two_meet(offsets: set[int], rule: RestDayRule) -> None:
    days = [date(2024, 9, 1) + timedelta(days=one) for one in sorted(offsets)]
    placed = in_order(days, rule, CALENDAR)
    assert list(placed) == sorted(set(placed)) and len(placed) == len(days)
    if rule is not RestDayRule.SAME_DAY:
        assert all(CALENDAR.is_workday(day) for day in placed)
    alone = [CALENDAR.placed(day, rule) for day in days]
    if len(set(alone)) == len(alone):
        assert list(placed) == alone


def test_an_interval_is_known_by_three_days_at_least() -> None:
    days = [date(2024, 12, 10) + timedelta(days=14 * at) for at in range(3)]
    assert interval_of(days) == 14
    assert interval_of(days[:2]) is None and interval_of([*days, date(2025, 1, 8)]) is None


def test_what_stands_for_the_day_of_signing_lies_before_the_first_due_day() -> None:
    today = date(2024, 12, 3)
    assert before_first([date(2024, 12, 10)], today) == today == before_first([], today)
    assert before_first([date(2024, 12, 1)], today) == date(2024, 11, 30)
