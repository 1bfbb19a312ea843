"""One fact of many cases, packed side by side: as numbers that are counted without looking at a row."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.signedinteger[Any]]
WIDTHS = ("<u1", "<u2", "<u4", "<u8")
QUICKLY = 1  # how hard zlib tries: these are read far more often than they are worth the space
WORTH = 0.6  # of its size that is left, at most, or a column lies there as it is


class Kind(Enum):
    """What a fact's values are: texts, whole numbers, or whole numbers that need 64 bits. ``nothing``: what
    stands for what is not known; ``most``: the largest number."""

    TEXT = np.int32, True
    NUMBER = np.int32, False
    WIDE = np.int64, False

    def __init__(self, type_: type[np.signedinteger[Any]], worded: bool) -> None:
        self.type, self.worded = type_, worded
        self.nothing, self.most = int(np.iinfo(type_).min), int(np.iinfo(type_).max)


class PackUnreadable(Exception):
    """What is kept packed is not what was packed."""


class _Packed(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """``low``: what 1 stands for, where 0 stands for nothing known; ``texts``: in what the numbers are the
    places; ``body``: unsigned, little-endian; ``deflated``: by zlib."""

    low: int
    width: str
    texts: list[str]
    deflated: bool
    body: bytes


@dataclass(frozen=True, eq=False)
class Column:
    """What one fact is in each of some cases. ``numbers``: one a case, ``kind.nothing`` where it is not
    known; ``texts``: in what they are the places, where the values are texts; ``whole``: it is known of
    every case; ``low``, ``high``: between which the known numbers lie, both counted."""

    kind: Kind
    numbers: Numbers
    texts: tuple[str, ...] = ()
    whole: bool = False
    low: int = 0
    high: int = 0

    @classmethod
    def of(cls, kind: Kind, values: Sequence[Any]) -> Column:
        """These values, one a case; None: it is not known."""
        texts = tuple(sorted({one for one in values if one is not None})) if kind.worded else ()
        at = {text: place for place, text in enumerate(texts)}
        numbers = (kind.nothing if one is None else at[one] if kind.worded else one for one in values)
        column = cls(kind, np.fromiter(numbers, kind.type, len(values)), texts)
        known = column.numbers[column.known]
        low, high = (int(known.min()), int(known.max())) if known.size else (0, 0)
        return replace(column, whole=known.size == len(values), low=low, high=high)

    @property
    def known(self) -> NDArray[np.bool_]:
        """In which cases it is known."""
        found: NDArray[np.bool_] = self.numbers != self.kind.nothing
        return found

    def places(self, values: Iterable[str | int]) -> Numbers:
        """What these values are as numbers; of those that no case has nothing."""
        if not self.kind.worded:
            return np.array([int(one) for one in values], self.kind.type)
        at = {text: place for place, text in enumerate(self.texts)}
        return np.array([at[str(one)] for one in values if one in at], self.kind.type)

    def at(self, rows: NDArray[Any]) -> Column:
        """The same of some of the cases."""
        return replace(self, numbers=self.numbers[rows])

    def told(self) -> list[Any]:
        """The values one by one: texts or whole numbers, None for what is not known."""
        nothing, worded = self.kind.nothing, self.kind.worded
        return [None if one == nothing else self.texts[one] if worded else one
                for one in self.numbers.tolist()]


def pack(column: Column) -> bytes:
    """The column in few bytes."""
    low, high = column.low, column.high
    width = next(one for one in WIDTHS if high - low < np.iinfo(one).max)
    body = np.zeros(len(column.numbers), width)
    body[column.known] = (column.numbers[column.known].astype(np.int64) - (low - 1)).astype(width)
    plain = body.tobytes()
    small = zlib.compress(plain, QUICKLY)
    deflated = len(small) < len(plain) * WORTH
    return msgspec.msgpack.encode(_Packed(low, width, list(column.texts), deflated,
                                          small if deflated else plain))


def unpack(kind: Kind, chunks: Iterable[bytes]) -> Column:
    """What was packed, one chunk after the other, as one column. PackUnreadable."""
    return joined(kind, (_unpacked(kind, one) for one in chunks))


def joined(kind: Kind, columns: Iterable[Column]) -> Column:
    """The columns one after the other, as one."""
    texts: dict[str, int] = {}
    parts = list(columns)
    found = [_placed(one, texts) if kind.worded else one.numbers for one in parts]
    numbers: Numbers = np.concatenate(found) if found else np.zeros(0, kind.type)
    whole, some = all(one.whole for one in parts), [one for one in parts if one.numbers.size]
    low, high = min((one.low for one in some), default=0), max((one.high for one in some), default=0)
    return Column(kind, numbers, tuple(texts), whole, *((0, len(texts) - 1) if kind.worded else (low, high)))


def _placed(column: Column, every: dict[str, int]) -> Numbers:
    """Places in a column's own texts as places in those of all, where new ones are added."""
    kind = column.kind
    places = np.array([*(every.setdefault(one, len(every)) for one in column.texts), kind.nothing], kind.type)
    found: Numbers = places[np.where(column.known, column.numbers, len(column.texts))]
    return found


def _unpacked(kind: Kind, chunk: bytes) -> Column:
    try:
        told = msgspec.msgpack.decode(chunk, type=_Packed)
        return _column(told, kind)
    except (msgspec.DecodeError, zlib.error, ValueError, TypeError) as trouble:
        raise PackUnreadable from trouble


def _column(told: _Packed, kind: Kind) -> Column:
    """ValueError where it is none of that kind."""
    if told.width not in WIDTHS:
        raise ValueError(told.width)
    raw = np.frombuffer(zlib.decompress(told.body) if told.deflated else told.body, told.width)
    high = told.low + int(raw.max(initial=1)) - 1
    least, most = (-1, max(len(told.texts), 1) - 1) if kind.worded else (kind.nothing, kind.most)
    if not least < told.low <= high <= most:
        raise ValueError(told.low)
    numbers: Numbers = raw.astype(kind.type)
    numbers += kind.type(told.low - 1)
    whole = bool(raw.min(initial=1))
    if not whole:
        numbers[raw == 0] = kind.nothing
    return Column(kind, numbers, tuple(told.texts), whole, told.low, high)
