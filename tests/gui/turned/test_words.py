"""How the joint view says facts, offers and the schedule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.turned.words import (
    earlier_words,
    fact_words,
    named,
    offer_words,
    schedule_heading,
    schedule_rows,
    schedule_total,
)
from mediation_desk.library.words import CHINESE, Words
from tests.gui.turned.views import DRAFTED, EMPTY, OFFERED, offer


@pytest.fixture(autouse=True)
def _english(dressed: QApplication) -> None:
    """Until a test says otherwise."""


def test_an_amount_brings_its_unit_and_whom_it_concerns() -> None:
    assert fact_words(OFFERED.facts[0]) == ("Monthly wage", "4,300.00 yuan a month")
    assert fact_words(OFFERED.facts[1])[1].splitlines() == ["3,000.00 yuan a month", "韩雪"]


def test_a_yes_is_the_sentence_that_it_means_in_chinese_and_answers_its_question_in_english(
        dressed: QApplication) -> None:
    assert fact_words(OFFERED.facts[2])[0] == "Employed"
    kit_words.install(dressed, Words.of(CHINESE))
    assert fact_words(OFFERED.facts[2]) == ("", "双方之间是劳动关系")
    assert fact_words(OFFERED.facts[0]) == ("月工资标准", "4,300.00元/月")


def test_many_people_are_the_first_of_them_and_how_many() -> None:
    names = tuple(f"工人{at}" for at in range(1, 51))
    assert named(names).endswith("50 in all") and "工人5" not in named(names)
    assert named(names[:5]) == "工人1, 工人2, 工人3, 工人4, 工人5"


def test_an_offer_says_how_it_would_be_paid() -> None:
    assert offer_words(offer(Side.APPLICANT, 1, "100", instalments=1)) == "all at once"
    whole = replace(offer(Side.APPLICANT, 1, "30264"), first_share=yuan("15132"), last_on=date(2025, 1, 10))
    assert offer_words(whole) == "in 2 instalments, first 15,132.00 yuan, the last on 10 January 2025"


def test_the_rounds_before_stand_in_their_order() -> None:
    assert earlier_words(OFFERED, Side.APPLICANT) == "Before: 38,700.00 yuan"
    assert earlier_words(EMPTY, Side.APPLICANT) == ""


def test_the_drafted_terms_are_the_schedule_else_the_offer_that_is_talked_about() -> None:
    assert schedule_rows(DRAFTED) == (("10 December 2024", "15,132.00 yuan"),
                                      ("10 January 2025", "15,132.00 yuan"))
    assert schedule_total(DRAFTED) == "30,264.00 yuan"
    assert schedule_rows(OFFERED) == (("Instalments", "3 payments"),)
    assert schedule_total(OFFERED) == "28,000.00 yuan"
    assert schedule_rows(EMPTY) == () and schedule_total(EMPTY) == ""


def test_once_signed_it_is_no_longer_being_discussed() -> None:
    assert DRAFTED.terms is not None
    assert schedule_heading(DRAFTED) == "Payment being discussed"
    assert schedule_heading(replace(DRAFTED, terms=replace(DRAFTED.terms, signed=True))) == "Agreed payment"
