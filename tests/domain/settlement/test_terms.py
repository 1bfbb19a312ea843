"""Terms worked out to the fen: rows and columns add up, whatever the terms."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.settlement.terms import Terms, matrix, plan
from mediation_desk.domain.vocabulary import ShareKind, SplitKind
from mediation_desk.domain.words import DeskError
from mediation_desk.library.law import shipped_calendar

CALENDAR = shipped_calendar()
WORKERS = [UUID(int=number) for number in range(1, 6)]
CLAIMS = [*((worker, yuan("8600")) for worker in WORKERS[:4]), (WORKERS[4], yuan("4300"))]
DATES = (date(2024, 12, 10), date(2025, 1, 10))


def test_the_streamers_shares_follow_their_claims() -> None:
    """30,264.00 x 8,600 / 38,700 = 6,725.333…, x 4,300 / 38,700 = 3,362.666…; two fen remain for the
    largest remainders: worker 5 (.667) and worker 1, the first of four equal ones."""
    worked = plan(Terms(yuan("30264"), DATES), CLAIMS, CALENDAR)
    assert [str(share) for share in worked.shares] == [
        "6,725.34", "6,725.33", "6,725.33", "6,725.33", "3,362.67"]
    assert worked.amounts == (yuan("15132"), yuan("15132"))
    assert [total(column) for column in worked.matrix] == list(worked.amounts)


amounts = st.integers(1, 10**9)


@given(st.lists(amounts, min_size=1, max_size=40), st.lists(amounts, min_size=1, max_size=24))
def test_any_matrix_adds_up_in_rows_and_columns(rows: list[int], weights: list[int]) -> None:
    shares = [Money(row) for row in rows]
    columns = total(shares).split(weights)
    cells = matrix(shares, columns)
    assert [total(column) for column in cells] == columns
    assert [total(row) for row in zip(*cells, strict=True)] == shares
    assert all(cell.fen >= 0 for column in cells for cell in column)


@given(amounts, st.integers(1, 30), st.integers(1, 12), st.sampled_from(list(RestDayRule)))
def test_any_plan_adds_up(fen: int, workers: int, count: int, rule: RestDayRule) -> None:
    assume(fen >= count)  # an instalment of nothing is refused
    claims = [(UUID(int=n + 1), Money(100 + n)) for n in range(workers)]
    dates = tuple(date(2025, 1, 15) + timedelta(days=31 * n) for n in range(count))
    worked = plan(Terms(Money(fen), dates, rest_day_rule=rule), claims, CALENDAR)
    assert total(worked.shares) == Money(fen)
    assert total(worked.amounts) == Money(fen)
    assert [total(row) for row in zip(*worked.matrix, strict=True)] == list(worked.shares)


def test_instalments_by_share_and_by_hand() -> None:
    by_share = plan(Terms(yuan("10000"), DATES, split_kind=SplitKind.BY_SHARE, weights=(70, 30)), CLAIMS,
                    CALENDAR)
    assert by_share.amounts == (yuan("7000"), yuan("3000"))
    by_hand = plan(Terms(yuan("10000"), DATES, split_kind=SplitKind.BY_HAND,
                         amounts=(yuan("9999.99"), yuan("0.01"))), CLAIMS, CALENDAR)
    assert by_hand.amounts == (yuan("9999.99"), yuan("0.01"))


def test_a_rest_day_moves_as_agreed() -> None:
    """2025-10-01 is the national holiday: the working day before is 30 September, the next 9 October."""
    holiday = (date(2025, 10, 1),)
    for rule, day in ((RestDayRule.SAME_DAY, holiday[0]), (RestDayRule.PREVIOUS_WORKDAY, date(2025, 9, 30)),
                      (RestDayRule.NEXT_WORKDAY, date(2025, 10, 9))):
        assert plan(Terms(yuan("1"), holiday, rest_day_rule=rule), CLAIMS, CALENDAR).due_dates == (day,)


@pytest.mark.parametrize(("terms", "field"), [
    (Terms(yuan("0"), DATES), "total"),
    (Terms(yuan("1"), ()), "instalments"),
    (Terms(yuan("1"), DATES[::-1]), "due_dates"),
    (Terms(yuan("1"), DATES, split_kind=SplitKind.BY_HAND, amounts=(yuan("1"), yuan("1"))), "amounts"),
    (Terms(yuan("1"), DATES, split_kind=SplitKind.BY_SHARE, weights=(1, 0)), "weights"),
    (Terms(yuan("1"), DATES, share_kind=ShareKind.BY_HAND, by_hand=((WORKERS[0], yuan("2")),)), "shares")])
def test_terms_that_do_not_add_up_are_refused_beside_their_field(terms: Terms, field: str) -> None:
    with pytest.raises(DeskError) as refused:
        plan(terms, CLAIMS, CALENDAR)
    assert refused.value.field == field
