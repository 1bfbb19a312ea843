"""What contradicts the case is asked about in words, and the careful answer has the keyboard."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.domain.words import say
from mediation_desk.gui.case.frame.doubt import DoubtCard
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, Words


def test_a_doubt_is_told_in_the_language_of_the_person(dressed: QApplication) -> None:
    kit_words.install(dressed, Words.of(CHINESE))
    card = DoubtCard("", "")
    assert card.isHidden()
    card.ask(Doubted([say("Everything is paid; choose “{better}” instead.",
                          better=say(Outcome.PERFORMED.label))], "outcome"))
    told = card.words.text()
    assert told.startswith("款项已全部付清，请选择“") and "{" not in told
    assert not any(letter.isascii() and letter.isalpha() for letter in told)
    card.deleteLater()


def test_the_two_answers_are_told_apart_and_nothing_is_decided_by_the_card(
        qtbot: QtBot, dressed: QApplication) -> None:
    card = DoubtCard("Choose again", "Close it so")
    qtbot.addWidget(card)
    card.ask(Doubted([say("Everything is paid; choose “{better}” instead.", better="x")], "outcome"))
    assert card.isVisible() and (card.leave.text(), card.go.text()) == ("Choose again", "Close it so")
    with qtbot.waitSignal(card.left), qtbot.assertNotEmitted(card.sure):
        card.leave.click()
    with qtbot.waitSignal(card.sure), qtbot.assertNotEmitted(card.left):
        card.go.click()
    assert card.isVisible()  # whoever asked puts it away
