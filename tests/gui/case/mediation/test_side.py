"""A side has its word, its colour and its card, the same everywhere."""

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.side import SideBand, SideCard, meaning, paid_in, side_chip
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.library.words import CHINESE, ENGLISH, Words


@pytest.mark.parametrize(("language", "words"), [
    (ENGLISH, ("Applicants", "Respondents")), (CHINESE, ("申请人", "被申请人"))])
def test_each_side_has_a_word_and_a_colour_that_is_not_the_others(
        dressed: QApplication, language: str, words: tuple[str, str]) -> None:
    kit_words.install(dressed, Words.of(language))
    chips = [side_chip(side) for side in (Side.APPLICANT, Side.RESPONDENT)]
    told = [one.state.text for one in chips]
    assert all(word in text for word, text in zip(words, told, strict=True))
    assert [one.state.meaning for one in chips] == [meaning(Side.APPLICANT), meaning(Side.RESPONDENT)]
    assert look().colour(meaning(Side.APPLICANT)) != look().colour(meaning(Side.RESPONDENT))
    for made in chips:
        made.deleteLater()


@pytest.mark.parametrize(("language", "once", "thrice"), [
    (ENGLISH, "all at once", "in 3 instalments"), (CHINESE, "一次付清", "分3期支付")])
def test_how_an_offer_is_paid_is_said_in_words(dressed: QApplication, language: str, once: str,
                                               thrice: str) -> None:
    kit_words.install(dressed, Words.of(language))
    assert paid_in(1) == once and paid_in(3) == thrice


def test_a_card_has_the_stripe_of_its_side(dressed: QApplication) -> None:
    for side in Side:
        card = SideCard(side)
        card.resize(120, 60)
        drawn = card.grab().toImage()
        assert drawn.pixelColor(1, 30) == look().colour(meaning(side)) and card.side is side
        assert drawn.pixelColor(60, 30) == look().colour("raised")
        card.deleteLater()


def test_a_band_has_the_ground_the_words_and_the_ink_of_its_side(dressed: QApplication) -> None:
    for side in Side:
        band = SideBand(side)
        band.resize(400, 40)
        drawn = band.grab().toImage()
        assert drawn.pixelColor(390, 20) == look().soft(meaning(side))
        assert band.title.property("meaning") == meaning(side) and band.title.text()
        band.deleteLater()
