"""A text taken apart: labels in every setting, speakers, sentences, and what is taken."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.intake.spotting.page import Page, Pages
from mediation_desk.library.spotting import read_rules

PAGES = Pages(read_rules())


def page(text: str) -> Page:
    return PAGES.page(text, date(2026, 3, 18))


@pytest.mark.parametrize("text", [
    "来电人:马国栋", "【来电人】马国栋", "来电人 : 马国栋", "来电人\t马国栋", "，来电人：马国栋",
    "来 电:1\n来电人:马国栋"])
def test_a_label_is_known_in_every_setting(text: str) -> None:
    stretch = page(text).stretches[-1]
    assert text[stretch.begin:stretch.end] == "马国栋" and stretch.meaning.about == "name"


def test_what_is_no_label_opens_nothing() -> None:
    assert page("他说:来电人没说。看:电话").stretches == [] and page("来电人说:好").stretches == []


def test_speakers_are_told_by_hours_or_by_returning_names() -> None:
    heads = page("马海燕 14:02\n你好\n调解员 14:05\n您好")
    assert [(one.name, one.ours) for one in heads.turns] == [("马海燕", False), ("调解员", True)]
    assert heads.ours(len("马海燕 14:02\n你好\n调解员 14:05\n"))
    assert [one.name for one in page("[10月8日 21:03] 老刘: 在").turns] == ["老刘"]
    assert page("马海燕:你好").turns == []


def test_taken_signs_are_free_again_when_released() -> None:
    made = page("一二三四")
    made.take(1, 3)
    assert not made.free(0, 2) and made.free(3, 4)
    made.release(1, 3)
    assert made.free(0, 4)


def test_sentences_and_clauses() -> None:
    made = page("甲,乙丙。丁")
    assert made.sentence(2) == (0, 4) and made.clause(2) == (2, 4) and made.before(3, 5) == "甲,乙"
