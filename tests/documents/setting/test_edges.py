"""Column edges: those of a form stand under one another, and nobody's column is too narrow."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mediation_desk.documents.setting.edges import Need, raised, slots

LABEL, WIDTH = 60.0, 440.0
NEEDS = st.lists(st.lists(st.tuples(st.floats(0, 90), st.floats(90, 500)), min_size=1, max_size=4),
                 min_size=1, max_size=6)


def test_rows_of_one_two_and_three_pairs_share_their_edges() -> None:
    short: Need = (40, 40)
    found = slots([[short] * 3, [(40, 200), short], [short]], LABEL, WIDTH)
    assert found is not None and found.spans == ((1, 1, 1), (2, 1), (3,)), "the room goes to what is long"
    first, second, third = (found.row(at) for at in range(3))
    assert [left for left, _wide in second] == pytest.approx([first[0][0], first[2][0]])
    assert third == [(0.0, WIDTH - LABEL)]


def test_slots_are_equal_unless_something_would_be_broken() -> None:
    found = slots([[(10, 10), (10, 10)]], LABEL, WIDTH)
    assert found is not None and found.values == (160.0, 160.0)
    wide = slots([[(200, 200), (10, 10)]], LABEL, WIDTH)
    assert wide is not None and wide.values == pytest.approx((200.0, 120.0))
    assert slots([[(300, 300), (100, 100)]], LABEL, WIDTH) is None


@settings(max_examples=40)
@given(NEEDS)
def test_every_value_has_what_it_must_and_begins_where_one_of_the_fullest_row_begins(
        rows: list[list[Need]]) -> None:
    found = slots(rows, LABEL, WIDTH)
    assume(found is not None)
    assert found is not None
    full = max(range(len(rows)), key=lambda at: len(rows[at]))
    begins = [left for left, _wide in found.row(full)]
    for at, row in enumerate(rows):
        placed = found.row(at)
        assert placed[-1][0] + LABEL + placed[-1][1] == pytest.approx(WIDTH)
        assert all(wide >= must - 0.01 for (_left, wide), (must, _fill) in zip(placed, row, strict=True))
        assert all(any(left == pytest.approx(begin) for begin in begins) for left, _wide in placed)
    assert all(value >= 0 for value in chain(found.values))


def test_wished_widths_give_way_to_what_is_least() -> None:
    assert raised([100, 100], [150, 10], 200) == [150, 50] and raised([100, 100], [10, 10], 200) == [100, 100]
