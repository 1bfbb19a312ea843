"""What is packed is unpacked as it was, and what was altered is not taken for something else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.store.reading.figures.packed.column import (
    Column,
    Kind,
    PackUnreadable,
    joined,
    pack,
    unpack,
)

VALUES = {
    Kind.TEXT: st.text(max_size=3),
    Kind.NUMBER: st.integers(-(2 ** 31) + 2, 2 ** 31 - 1) | st.integers(0, 40),
    Kind.WIDE: st.integers(-(2 ** 63) + 2, 2 ** 63 - 1) | st.integers(0, 10 ** 15),
}


@given(data=st.data(), kind=st.sampled_from(Kind))
def test_any_values_come_back_as_they_were(data: st.DataObject, kind: Kind) -> None:
    chunks = data.draw(st.lists(st.lists(st.none() | VALUES[kind], max_size=30), max_size=4))
    told = unpack(kind, [pack(Column.of(kind, one)) for one in chunks])
    assert told.told() == [value for one in chunks for value in one]
    assert told.told() == joined(kind, [Column.of(kind, one) for one in chunks]).told()
    assert told.known.tolist() == [value is not None for one in chunks for value in one]


@given(values=st.lists(st.none() | st.sampled_from("abcdef"), max_size=20), wanted=st.lists(
    st.sampled_from("abcxyz"), max_size=4))
def test_the_places_of_values_are_theirs_alone(values: Sequence[str | None], wanted: Sequence[str]) -> None:
    column = Column.of(Kind.TEXT, values)
    places = set(column.places(wanted).tolist())
    assert [one in places for one in column.numbers.tolist()] == [one in wanted for one in values]


def test_numbers_close_to_each_other_take_a_byte_each() -> None:
    days = [739_000 + one % 200 for one in range(8_000)]
    assert len(pack(Column.of(Kind.NUMBER, days))) < 8_100


@given(data=st.data(), kind=st.sampled_from(Kind))
def test_an_altered_pack_gives_as_many_values_of_that_kind_or_cannot_be_read(data: st.DataObject, kind: Kind
                                                                            ) -> None:
    """Nothing else ever comes of it: no crash, and no text from beyond the texts."""
    content = bytearray(pack(Column.of(kind, data.draw(st.lists(st.none() | VALUES[kind], max_size=9)))))
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] = data.draw(st.integers(0, 255))
    try:
        told = unpack(kind, [bytes(content)]).told()
    except PackUnreadable:
        return
    assert all(one is None or isinstance(one, str if kind.worded else int) for one in told)


@pytest.mark.parametrize("content", [b"", b"\x90", b"not packed at all", b"\x95\x00\xa3<u1\x90\xc3\xc4\x00"])
def test_what_is_no_pack_is_refused(content: bytes) -> None:
    with pytest.raises(PackUnreadable):
        unpack(Kind.NUMBER, [content])
