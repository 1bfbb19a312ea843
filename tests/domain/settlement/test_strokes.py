"""What was written is read back stroke for stroke; an empty pad, a dot and an endless hand are refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.settlement.strokes import (
    FULL,
    LEAST,
    MOST_POINTS,
    SCALE,
    Point,
    Writing,
    check,
    read,
)
from mediation_desk.domain.words import DeskError

POINTS = st.builds(Point, st.integers(0, SCALE), st.integers(0, SCALE), st.integers(0, 60_000),
                   st.none() | st.integers(0, FULL))
HANDS = st.lists(st.lists(POINTS, min_size=1, max_size=8).map(tuple), min_size=1, max_size=6).map(tuple)
BOW = (Point(1000, 5000), Point(4000, 2000, 20), Point(7000, 6000, 40, 500))


@settings(max_examples=40)
@given(HANDS)
def test_a_hand_is_read_back_as_it_was_written(strokes: tuple[tuple[Point, ...], ...]) -> None:
    hand = Writing(320, (*strokes, BOW))
    assert read(hand.stored()) == hand and read(hand.stored()).stored() == hand.stored()


def test_what_is_no_signature_is_refused_in_words() -> None:
    for hand, word in ((Writing(320), "Nothing"), (Writing(320, ((),)), "Nothing"),
                       (Writing(320, ((Point(5, 5), Point(5 + LEAST - 1, 5)),)), "dot"),
                       (Writing(320, (BOW * (MOST_POINTS // 3 + 1),)), "longer than a signature")):
        with pytest.raises(DeskError, match=word) as told:
            check(hand)
        assert told.value.field == "strokes"
    check(Writing(320, ((Point(5, 5), Point(5 + LEAST, 5)),)))


@pytest.mark.parametrize("stored", [
    "", "[]", "{}", "1" * 5000, '{"shape":320,"strokes":[],"writing":2}',
    '{"shape":320,"strokes":[[[0,0,0]]],"writing":1}', '{"shape":320,"strokes":[[[0,0,0,0.5]]],"writing":1}',
    '{"shape":9,"strokes":[[[0,0,0,0],[5000,0,0,0]]],"writing":1}', "[" * 4000,
    '{"shape":320,"strokes":[[[0,0,0,0],[10001,0,0,0]]],"writing":1}',
    '{"shape":320,"strokes":[[[0,0,0,0],[5000,true,0,0]]],"writing":1}',
    '{"shape":320,"strokes":[[[0,0,0,0],[5000,0,0,0]]],"writing":1,"more":1}'])
def test_what_no_pad_writes_is_not_read(stored: str) -> None:
    with pytest.raises(DeskError):
        read(stored)


def test_no_more_is_kept_of_a_hand_than_its_strokes() -> None:
    assert set(json.loads(Writing(320, (BOW,)).stored())) == {"shape", "strokes", "writing"}
    assert Writing(320, (BOW, BOW)).points == 6
