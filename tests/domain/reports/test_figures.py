"""Percentiles and identities."""

from __future__ import annotations

from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.reports.figures import Check, percentile


def test_the_median_of_five_is_the_third_and_of_none_is_nothing() -> None:
    assert percentile({1: 2, 3: 1, 9: 2}, 50) == 3
    assert percentile({1: 2, 3: 1, 9: 2}, 90) == 9
    assert percentile({}, 50) is None
    assert percentile({4: 0}, 50) is None


@given(days=st.lists(st.integers(0, 60), min_size=1), percent=st.integers(1, 100))
def test_a_percentile_is_the_nearest_rank_of_the_list_in_order(days: list[int], percent: int) -> None:
    spans = {day: days.count(day) for day in days}
    assert percentile(spans, percent) == sorted(days)[ceil(len(days) * percent / 100) - 1]


def test_an_identity_holds_when_both_sides_are_the_same_number() -> None:
    assert Check("a", (("x", 3), ("y", 4)), (("z", 7),)).holds
    assert not Check("a", (("x", 3),), (("z", 4),)).holds
    assert Check("nothing", (), ()).holds
