"""Lines made to fit: marks give up their blank half, and little is added between characters."""

from __future__ import annotations

import pytest
from fontTools.pens.boundsPen import BoundsPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.documents.setting.spacing import (
    HALF,
    LOOSEST,
    OPEN_MARKS,
    SHUT_MARKS,
    firm,
    joints,
    marks,
    squeezed,
    stretched,
)
from mediation_desk.library.fonts import Fonts

TEXT = st.text(st.sampled_from("调解协议甲乙123A，。（）《》“”—"), min_size=1, max_size=40)


def test_the_half_that_marks_give_up_is_blank_in_every_typeface(fonts: Fonts) -> None:
    """So that nothing is ever drawn over its neighbour."""
    for path in (fonts.song, fonts.song_bold, fonts.hei_bold):
        font = TTFont(path)
        glyphs, codes, em = font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
        for mark in SHUT_MARKS | OPEN_MARKS:
            pen = BoundsPen(glyphs)
            glyphs[codes[ord(mark)]].draw(pen)
            left, _low, right, _high = pen.bounds
            assert glyphs[codes[ord(mark)]].width == em
            assert right <= em / 2 if mark in SHUT_MARKS else left >= em / 2, mark


def test_nothing_is_added_inside_words_figures_and_dashes() -> None:
    assert firm("1", "2") and firm("A", "-") and firm("—", "—") and not firm("调", "1")
    assert joints("自2024年起") == 3 and marks("（甲），“乙”") == 5


@settings(max_examples=40)
@given(TEXT, st.floats(0, 60))
def test_what_is_added_fills_the_line_or_nothing_is_added(text: str, slack: float) -> None:
    added = stretched(text, 16, slack)
    assert len(added) == len(text) and all(0 <= each <= LOOSEST * 16 + 1e-6 for each in added)
    assert sum(added) == pytest.approx(slack) or not any(added)
    assert bool(joints(text)) >= any(added) and added[-1] == 0


@settings(max_examples=40)
@given(TEXT, st.floats(0.01, 1))
def test_what_is_taken_away_is_just_what_is_too_much_and_at_most_half_of_each_mark(text: str,
                                                                                  part: float) -> None:
    over = part * HALF * 16 * marks(text)
    if not over:
        return
    lead, taken = squeezed(text, 16, over)
    hangs = HALF * 16 if text[-1] in SHUT_MARKS else 0.0
    assert lead + sum(taken) == pytest.approx(max(over - hangs, 0.0), abs=1e-6)
    assert lead <= HALF * 16 and all(each <= 16 + 1e-6 for each in taken), "two halves meet at most"


def test_room_is_taken_at_the_end_first_then_between_two_marks_then_everywhere() -> None:
    assert squeezed("甲，乙（丙）。", 10, 4.0) == (0.0, [0.0] * 7), "the last mark stands outside"
    assert squeezed("甲，乙（丙）。", 10, 7.0) == (0.0, [0, 0, 0, 0, 0, 2.0, 0]), "between ） and 。"
    lead, taken = squeezed("（甲）乙，丙", 10, 3.0)
    assert lead == 1.0 and taken == [0, 0, 1.0, 0, 1.0, 0]
