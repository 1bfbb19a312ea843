"""Invented hands write the same at every run, each name its own, and never off the pad."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.demonstration.hands import SHAPE, written
from mediation_desk.domain.settlement.strokes import SCALE, check
from mediation_desk.gui.signing import pad


@settings(max_examples=30)
@given(st.text("马晓岚韩雨桐李向东周启明陈守信", min_size=1, max_size=6))
def test_a_name_is_written_alike_each_time_and_is_a_signature(name: str) -> None:
    hand = written(name)
    check(hand)
    assert hand == written(name) and hand.shape == SHAPE == pad.SHAPE
    assert all(0 <= point.x <= SCALE and 0 <= point.y <= SCALE for stroke in hand.strokes for point in stroke)


def test_two_names_are_two_hands() -> None:
    assert written("马晓岚") != written("韩雨桐")
