"""Numbers set aside in blocks: as people write them, and none twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.travel.numbers import blocks_of, next_in, within, words

numbers = st.sets(st.integers(1, 60))


@given(made=numbers)
def test_blocks_hold_these_numbers_each_once_and_in_order(made: set[int]) -> None:
    blocks = blocks_of(made)
    assert within(blocks) == sorted(made)
    assert all(last + 1 < first for (_, last), (first, _) in zip(blocks, blocks[1:], strict=False))


@given(made=numbers, used=st.integers(0, 60))
def test_the_next_is_the_first_behind_the_last_used(made: set[int], used: int) -> None:
    assert next_in(blocks_of(made), used) == min((one for one in made if one > used), default=None)


def test_blocks_as_people_write_them() -> None:
    assert words({2026: [(1, 5)], 2025: [(21, 40), (43, 43)], 2027: []}) == "2025: 21–40, 43; 2026: 1–5"
    assert words({}) == ""
