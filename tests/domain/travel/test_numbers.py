"""Numbers set aside in blocks: as people write them, and none twice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.travel.numbers import blocks_of, within, words

numbers = st.sets(st.integers(1, 60))


@given(made=numbers)
def test_blocks_hold_these_numbers_each_once_and_in_order(made: set[int]) -> None:
    blocks = blocks_of(made)
    assert within(blocks) == sorted(made)
    assert all(last + 1 < first for (_, last), (first, _) in pairwise(blocks))


def test_blocks_as_people_write_them() -> None:
    assert words({2026: [(1, 5)], 2025: [(21, 40), (43, 43)], 2027: []}) == "2025: 21–40, 43; 2026: 1–5"
    assert words({}) == ""
