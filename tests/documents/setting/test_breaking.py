"""A paragraph's lines: as many as fit, or those that together come out best."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.documents.setting.breaking import Part, best_fit, first_fit

SIZE = 10.0


def part(width: float = SIZE, marks: int = 0, shuts: bool = False, blank: bool = False) -> Part:
    return Part(width, marks, 0, True, shuts, blank)


def plain(count: int) -> list[Part]:
    return [part() for _ in range(count)]


def test_first_fit_takes_what_fits_and_lets_a_mark_stand_half_outside() -> None:
    assert first_fit(plain(25), SIZE, 100, 80) == [(0, 8), (8, 18), (18, 25)]
    comma = part(20, 1, shuts=True)
    assert first_fit([*plain(9), comma, *plain(3)], SIZE, 105, 105) == [(0, 10), (10, 13)]
    assert first_fit([*plain(9), comma, *plain(3)], SIZE, 104, 104) == [(0, 9), (9, 13)]


def test_blanks_do_not_begin_a_line() -> None:
    for breaks in (first_fit, best_fit):
        found = breaks([*plain(10), part(30, blank=True), *plain(5)], SIZE, 100, 100)
        assert found[-1] == (11, 16)


def test_a_long_amount_is_reached_by_spreading_a_little_rather_than_leaving_a_hole() -> None:
    """28 characters a line; what spreads at most by 27 times 0.08 em takes 26 of them."""
    parts = [*plain(27), part(6 * SIZE), *plain(30)]
    (first, second), *_others = best_fit(parts, SIZE, 28 * SIZE, 28 * SIZE)
    assert (first, second) == (0, 27)
    mixed = [*plain(52), part(6 * SIZE), *plain(10)]
    first_end, second_end = (end for _start, end in best_fit(mixed, SIZE, 28 * SIZE, 28 * SIZE)[:2])
    assert second_end == 52 and 24 < first_end < 28


def test_marks_give_up_their_blank_so_that_a_line_holds_more() -> None:
    parts = [*plain(20), part(SIZE * 2, 1), part(SIZE * 2, 1), *plain(2), part(4 * SIZE, 1), *plain(4)]
    ends = [end for _start, end in best_fit(parts, SIZE, 29 * SIZE, 29 * SIZE)]
    assert ends == [25, 29], "30 em in 29: two of its three marks give up half"


def test_one_character_is_not_left_for_the_last_line() -> None:
    assert best_fit([*plain(27), part(SIZE * 1.1)], SIZE, 28 * SIZE, 28 * SIZE)[-1][0] < 27


@settings(max_examples=40)
@given(st.lists(st.builds(part, st.sampled_from([10.0, 20.0, 70.0]), st.integers(0, 2), st.booleans(),
                          st.booleans()), min_size=1, max_size=60), st.integers(8, 30))
def test_nothing_is_lost_and_nothing_is_wider_than_its_marks_allow(parts: list[Part], room: int) -> None:
    for breaks in (first_fit, best_fit):
        found = breaks(parts, SIZE, room * SIZE, room * SIZE)
        kept = [at for start, end in found for at in range(start, end)]
        assert kept == sorted(set(kept)) and all(parts[at].blank for at in set(range(len(parts))) - set(kept))
        for start, end in found:
            line = parts[start:end]
            while len(line) > 1 and line[-1].blank:
                line = line[:-1]
            wide, can = (sum(one.width for one in line), sum(one.marks for one in line) * SIZE / 2)
            hangs = SIZE / 2 if line and line[-1].shuts else 0.0
            assert wide <= room * SIZE + max(can, hangs) + 0.1 or len(line) == 1
