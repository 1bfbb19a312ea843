"""Where the sides can meet, in words of both languages."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.mediation.full_zone import Dimension, Reach
from mediation_desk.domain.mediation.packages.package import Deal, Distance, distances
from mediation_desk.domain.mediation.packages.trades import Break
from mediation_desk.domain.mediation.zone import BottomLine
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import say
from mediation_desk.gui.case.mediation.meeting_words import (
    apart_word,
    break_word,
    by_mark,
    deal_word,
    reach_state,
    reach_word,
    side_word,
)
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, Words
from tests.domain.mediation.deals import ROUND_TWO, STORY, STORY_LAW, WORKERS, zone_of

LATE = date(2025, 1, 10).toordinal()
REACHES = [
    (Reach(Dimension.AMOUNT, 2_900_000, 3_100_000), "29,000.00 yuan to 31,000.00 yuan"),
    (Reach(Dimension.AMOUNT, 3_200_000, 3_050_000), "1,500.00 yuan apart"),
    (Reach(Dimension.INSTALMENTS, 4, 2), "2 instalments apart"),
    (Reach(Dimension.INSTALMENTS, 2, 2), "just 2 instalments"),
    (Reach(Dimension.LAST_DATE, LATE + 1, LATE), "1 day apart"),
    (Reach(Dimension.LAST_DATE, None, LATE), "up to 10 January 2025"),
    (Reach(Dimension.INSTALMENTS, 3, None), "from 3 instalments on"),
    (Reach(Dimension.INSTALMENTS, None, None), "no limit"),
    (Reach(Dimension.FIRST_SHARE, None, 5, frozenset(Side)), "not said by: Applicants, Respondents")]


@pytest.mark.parametrize(("reach", "said"), REACHES)
def test_a_dimension_in_words(dressed: QApplication, reach: Reach, said: str) -> None:
    assert reach_word(reach) == said and reach_state(reach).text in ("Overlap", "Gap", "Not known")


@pytest.mark.parametrize("reach", [reach for reach, _ in REACHES])
def test_the_same_is_chinese_for_who_reads_chinese(dressed: QApplication, reach: Reach) -> None:
    kit_words.install(dressed, Words.of(CHINESE))
    assert not any(letter.isascii() and letter.isalpha() for letter in reach_word(reach))


def test_what_each_side_said(dressed: QApplication) -> None:
    full = zone_of([BottomLine(Side.APPLICANT, yuan("29000"), 2, 1, yuan("10000"), date(2025, 1, 10)),
                    BottomLine(Side.RESPONDENT, yuan("31000"), last_on=date(2024, 12, 31))])
    assert [side_word(full, one, Side.APPLICANT) for one in Dimension] == [
        "not under 29,000.00 yuan", "not under 10,000.00 yuan", "at least 1, at most 2", "by 10 January 2025"]
    assert [side_word(full, one, Side.RESPONDENT) for one in Dimension] == [
        "not over 31,000.00 yuan", "", "", "not before 31 December 2024"]


def test_a_deal_and_how_far_it_lies_from_everything(dressed: QApplication) -> None:
    deal = Deal((date(2024, 12, 10), date(2025, 1, 10)), (yuan("15132"),) * 2, WORKERS, ())
    assert deal_word(deal) == ("30,264.00 yuan, in 2 instalments, 15,132.00 yuan of it on 10 December 2024, "
                               "the last on 10 January 2025")
    assert "all at once on 10 December 2024" in deal_word(Deal(deal.days[:1], deal.amounts[:1], WORKERS, ()))
    found = dict(by_mark(distances(deal, zone_of(STORY), STORY_LAW, ROUND_TWO)))
    assert apart_word(found["The applicants' bottom line"][Dimension.AMOUNT]) == "more by 1,264.00 yuan"
    assert apart_word(found["The applicants' bottom line"][Dimension.INSTALMENTS]) == "no difference"
    assert apart_word(found["The respondents' last offer"][Dimension.INSTALMENTS]) == "less by 1 instalment"
    assert apart_word(None) == ""
    days = [apart_word(Distance(say("x"), Dimension.LAST_DATE, apart)) for apart in (3, -1)]
    assert days == ["3 days later", "1 day earlier"]


def test_what_a_trade_leaves_behind(dressed: QApplication) -> None:
    assert break_word(Break(Side.APPLICANT, Dimension.AMOUNT, 100)) == (
        "Applicants, Amount: 1.00 yuan outside the line")
