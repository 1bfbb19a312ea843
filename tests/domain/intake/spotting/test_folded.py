"""Plain width at the same places; patterns of words and phrases."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.intake.spotting.folded import any_of, folded, phrase


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_width_dashes_and_blanks_are_the_plain_ones() -> None:
    assert folded("１３８：（ＡＢ）　～—，") == "138:(AB) ~-,"


def test_the_longest_word_goes_first_and_none_matches_nothing() -> None:
    assert re.match(any_of(["公司", "公司有"]), "公司有限")[0] == "公司有"  # type: ignore[index]
    assert re.search(any_of([]), "甲") is None


def test_dots_in_a_phrase_stand_for_a_few_signs_of_the_sentence() -> None:
    assert re.search(phrase("工资…没发"), "工资三个月没发")
    assert not re.search(phrase("工资…没发"), "工资。没发")
    assert re.search(phrase("支付……工资"), "支付" + "一" * 30 + "工资")
    assert not re.search(phrase("12345"), "9123450")
