"""Adds up numbers of many cases apart by what they have in common, or finds the largest: exact, as whole
numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mediation_desk.store.reading.figures.packed.column import Column, Numbers

DENSE = 1 << 21  # as many values or combinations are told apart by their places; more by sorting
HALF = 32  # bits
Places = NDArray[np.int64]


def grouped(count: int, by: Sequence[Column], measures: Sequence[Numbers], *, largest: bool = False
            ) -> Iterator[tuple[tuple[Any, ...], list[int]]]:
    """For each combination of values that there is: how many of the ``count`` cases have it, and the sums of
    the measures, one number a case each; or what the ``largest`` of them is."""
    if not count:
        return
    places, combinations = _combined(count, by)
    sizes = np.bincount(places, minlength=len(combinations)).tolist()
    told = _largest if largest else _summed
    sums = [told(one, places, len(combinations)) for one in measures]
    for at, one in enumerate(combinations):
        yield one, [sizes[at], *(each[at] for each in sums)]


def _combined(count: int, by: Sequence[Column]) -> tuple[Places, list[tuple[Any, ...]]]:
    """Each case's place among the combinations that there are, and these."""
    places, span, found = np.zeros(count, np.int64), 1, [()]
    open_: list[Sequence[Any]] = []  # values of columns whose combinations are not yet told apart
    for column in by:
        ranks, values = _ranks(column)
        if span * len(values) > DENSE:
            places, found = _told(places, span, found, open_)
            span, open_ = len(found), []
        places, span = places * len(values) + ranks, span * len(values)
        open_.append(values)
    return _told(places, span, found, open_)


def _told(codes: Places, span: int, found: Sequence[tuple[Any, ...]], values: Sequence[Sequence[Any]]
          ) -> tuple[Places, list[tuple[Any, ...]]]:
    """Codes of a combination found before and of a value of each column as places among those there are."""
    places, there = _dense(codes, span)
    return places, [_values(one, found, values) for one in there.tolist()]


def _values(code: int, found: Sequence[tuple[Any, ...]], values: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
    own: list[Any] = []
    for column in reversed(values):
        code, at = divmod(code, len(column))
        own.append(column[at])
    return (*found[code], *reversed(own))


def _ranks(column: Column) -> tuple[NDArray[Any], Sequence[Any]]:
    """Each case's place among some values in which the column's own are; the first is what is not known."""
    numbers, low, high = column.numbers, column.low, column.high
    if not column.kind.worded and high - low >= DENSE:
        there, ranks = np.unique(numbers, return_inverse=True)
        return ranks, [None if one == column.kind.nothing else one for one in there.tolist()]
    ranks = (numbers if column.whole else np.maximum(numbers, low - 1)) - (low - 1)
    return ranks, [None, *(column.texts or range(low, high + 1))]


def _dense(codes: Places, span: int) -> tuple[Places, Places]:
    """The codes as places among those that there are, and these, in their order."""
    if span > DENSE:
        there, places = np.unique(codes, return_inverse=True)
        return places, there
    there = np.flatnonzero(np.bincount(codes, minlength=span))
    places = np.zeros(span, np.int64)
    places[there] = np.arange(len(there))
    return places[codes], there


def _summed(numbers: Numbers, places: Places, count: int) -> list[int]:
    """The sums of the numbers at each place: whole, however large they are."""
    most = max(int(numbers.max()), -int(numbers.min()))
    if most * numbers.size < 1 << 63:
        return _added(numbers, places, count)
    high, low = _added(numbers >> HALF, places, count), _added(numbers & ((1 << HALF) - 1), places, count)
    return [(one << HALF) + other for one, other in zip(high, low, strict=True)]


def _added(numbers: Numbers, places: Places, count: int) -> list[int]:
    if count == 1:
        return [int(numbers.sum(dtype=np.int64))]
    found = np.zeros(count, np.int64)
    np.add.at(found, places, numbers.astype(np.int64, copy=False))  # of 32 bits it takes forty times as long
    return [int(one) for one in found]


def _largest(numbers: Numbers, places: Places, count: int) -> list[int]:
    """The largest number at each place."""
    found = np.full(count, np.iinfo(np.int64).min)
    np.maximum.at(found, places, numbers.astype(np.int64, copy=False))
    return [int(one) for one in found]
