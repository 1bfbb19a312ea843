"""Terms of the vocabulary to choose from: all of them, in their order, in words."""

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Refusal, Source, Term, VisitManner
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, ENGLISH, Words


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
@pytest.mark.parametrize("kind", [Source, KindOfWork, VisitManner, Refusal, PartyKind])
def test_every_term_is_offered_once_in_the_order_of_the_vocabulary(dressed: QApplication, kind: type[Term],
                                                                  language: str) -> None:
    kit_words.install(dressed, Words.of(language))
    offered = choices(kind)
    assert [value for value, _ in offered] == list(kind)
    words = [text for _, text in offered]
    assert all(words) and len(set(words)) == len(words)
    assert all(text.isascii() is (language == ENGLISH) or text.startswith("12345") for text in words)
