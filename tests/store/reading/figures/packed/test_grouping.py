"""Sums by groups are what adding one by one gives, however large."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.store.reading.figures.packed import grouping
from mediation_desk.store.reading.figures.packed.column import Column, Kind

LINES = st.lists(st.tuples(st.none() | st.sampled_from("abc"), st.none() | st.integers(-3, 10 ** 7),
                           st.integers(-(10 ** 15), 9 * 10 ** 18)), max_size=30)


def by_hand(lines: Sequence[tuple[str | None, int | None, int]]) -> dict[tuple[object, ...], list[int]]:
    found: dict[tuple[object, ...], list[int]] = defaultdict(lambda: [0, 0])
    for text, number, amount in lines:
        found[text, number][0] += 1
        found[text, number][1] += amount
    return dict(found)


def told(lines: Sequence[tuple[str | None, int | None, int]]) -> dict[tuple[object, ...], list[int]]:
    texts, numbers, amounts = (list(one) for one in zip(*lines, strict=True)) if lines else ([], [], [])
    by = [Column.of(Kind.TEXT, texts), Column.of(Kind.NUMBER, numbers)]
    return dict(grouping.grouped(len(lines), by, [np.array(amounts, np.int64)]))


@given(lines=LINES)
def test_by_their_places(lines: list[tuple[str | None, int | None, int]]) -> None:
    assert told(lines) == by_hand(lines)


@given(lines=LINES)
def test_by_sorting_where_there_are_too_many_places(lines: list[tuple[str | None, int | None, int]]) -> None:
    with patch.object(grouping, "DENSE", 2):
        assert told(lines) == by_hand(lines)


@given(amounts=st.lists(st.integers(-(10 ** 15), 9 * 10 ** 18), max_size=9))
def test_all_in_one(amounts: list[int]) -> None:
    found = dict(grouping.grouped(len(amounts), [], [np.array(amounts, np.int64)]))
    assert found == ({(): [len(amounts), sum(amounts)]} if amounts else {})


@given(lines=LINES)
def test_the_largest_of_each(lines: list[tuple[str | None, int | None, int]]) -> None:
    if not lines:
        return
    texts, numbers, amounts = (list(one) for one in zip(*lines, strict=True))
    by = [Column.of(Kind.TEXT, texts), Column.of(Kind.NUMBER, numbers)]
    found = dict(grouping.grouped(len(lines), by, [np.array(amounts, np.int64)], largest=True))
    assert found == {key: [count, max(amount for *values, amount in lines if tuple(values) == key)]
                     for key, (count, _sum) in by_hand(lines).items()}
