"""The overview's figures by hand, and its identities: each side of them has its own source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.reports.figures import Figure, Unit
from mediation_desk.domain.reports.overview import BREAKDOWNS, Counted, checks, sections
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.reports.totals import Event, Sums
from mediation_desk.domain.vocabulary import Outcome

NOTHING: Mapping[tuple[Any, ...], Sums] = {}
TOLD = Counted(
    period=Period(date(2025, 1, 1), date(2025, 1, 31)), start=3, end=4,
    received={(False, True): Sums(cases=4, people=5, women=2, men=3),
              (True, False): Sums(cases=1, people=12, women=1, men=2)},
    closed={(Outcome.PERFORMED, False, False): Sums(2, 2, 0, 0, 1000, 900, 0, 800, 800, 0),
            (Outcome.AGREEMENT, True, True): Sums(1, 12, 0, 0, 5000, 0, 1, 4000, 1500, 2500),
            (Outcome.NO_AGREEMENT, False, False): Sums(1, 1, 0, 0, 100, 100, 0, 0, 0, 0)},
    due={(True,): Sums(cases=2), (False,): Sums(cases=1)},
    spans={Event.RECEIVED: {0: 4, 2: 1}, Event.DECIDED: {1: 3, 3: 1}, Event.CLOSED: {10: 3, 30: 1}},
    visits={"contacted": (3, 4), "solved": (0, 0), "satisfied": (1, 3)})
PARTS = {**{name: {("x",): Sums(cases=2), ("y",): Sums(cases=3)} for name in BREAKDOWNS},
         "money": {("unpaid_wages",): Sums(claimed=6000), ("",): Sums(claimed=100)}}


def told(counted: Counted = TOLD) -> dict[str, Figure]:
    return {one.key: one for section in sections(counted) for one in section.figures}


def test_counts_people_and_money() -> None:
    figures = told()
    assert {key: figures[key].value for key in (
        "stock_start", "received", "closed", "closed_performed", "closed_withdrawn", "stock_end",
        "people_received", "people_closed", "collective", "collective_people", "over")} == {
        "stock_start": 3, "received": 5, "closed": 4, "closed_performed": 2, "closed_withdrawn": 0,
        "stock_end": 4, "people_received": 17, "people_closed": 15, "collective": 1, "collective_people": 12,
        "over": 1}
    assert (figures["claimed"].value, figures["agreed"].value, figures["paid"].value,
            figures["outstanding"].value) == (6100, 4800, 2300, 2500)
    assert (figures["computed"].value, figures["computed"].left_out) == (1000, 1)
    assert (figures["women_received"].value, figures["women_received"].left_out) == (3, 9)


def test_shares_name_their_denominator() -> None:
    figures = told()
    assert (figures["settled_of_mediated"].of, figures["settled_of_mediated"].value) == ((3, 4), 7500)
    assert (figures["settled_of_received"].of, figures["settled_of_received"].value) == ((3, 5), 6000)
    assert (figures["closed_of_all"].of, figures["closed_of_all"].value) == ((4, 8), 5000)
    assert (figures["kept"].of, figures["kept"].value) == ((2, 3), 6667)
    assert (figures["same_day"].of, figures["same_day"].value) == ((4, 5), 8000)


def test_a_share_of_nothing_is_nothing_and_not_nought() -> None:
    figures = told()
    assert (figures["contacted"].value, figures["satisfied"].value) == (7500, 3333)
    assert figures["solved"].value is None
    empty = replace(TOLD, start=0, end=0, received=NOTHING, closed=NOTHING, due=NOTHING,
                    spans={event: {} for event in TOLD.spans}, visits=dict.fromkeys(TOLD.visits, (0, 0)))
    shares = [one for one in told(empty).values() if one.unit in (Unit.SHARE, Unit.DAYS)]
    assert {one.value for one in shares} == {None}


def test_medians_and_what_nine_of_ten_took() -> None:
    figures = told()
    assert [figures[f"days_{key}_{percent}"].value for key in ("registration", "decision", "end")
            for percent in (50, 90)] == [0, 2, 1, 3, 10, 30]


def test_every_figure_has_a_key_of_its_own_and_says_what_it_counts() -> None:
    figures = [one for section in sections(TOLD) for one in section.figures]
    assert len({one.key for one in figures}) == len(figures)
    assert all(one.definition.endswith(".") for one in figures)


def test_a_month_that_adds_up_reconciles_and_each_slip_is_named() -> None:
    assert all(check.holds for check in checks(TOLD, TOLD, PARTS))
    slips: list[tuple[Counted, Counted, Mapping[str, Any], str]] = [
        (TOLD, replace(TOLD, end=5), PARTS, "Stock at start + received = closed + stock at end"),
        (TOLD, replace(TOLD, closed=NOTHING), PARTS, "Closed = the sum of its outcomes"),
        (replace(TOLD, closed={**TOLD.closed, (Outcome.PERFORMED, False, False):
                               Sums(2, 2, 0, 0, 1000, 900, 0, 800, 801, 0)}), TOLD, PARTS,
         "Agreed = paid + outstanding"),
        (TOLD, TOLD, {**PARTS, "source": {("x",): Sums(cases=4)}}, "Received = the sum over its sources"),
        (TOLD, TOLD, {**PARTS, "money": {}}, "Claimed = the sum over its matters"),
        (TOLD, replace(TOLD, received=NOTHING), PARTS, "The day's totals of received cases = a recount")]
    for counted, again, parts, label in slips:
        assert label in {check.label for check in checks(counted, again, parts) if not check.holds}


@given(start=st.integers(0, 99), received=st.integers(0, 99), closed=st.integers(0, 99))
def test_the_stock_is_right_exactly_when_it_is_what_is_left(start: int, received: int, closed: int) -> None:
    end = max(0, start + received - closed)
    made = replace(TOLD, start=start, end=end, received={(False, True): Sums(cases=received)},
                   closed={(Outcome.WITHDRAWN, False, False): Sums(cases=closed)})
    first = checks(made, made, PARTS)[0]
    assert first.holds is (start + received >= closed)
