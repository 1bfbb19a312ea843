"""What contradicts the case is asked about, and the careful answer has the keyboard."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.vocabulary import Outcome, Status
from mediation_desk.domain.words import say
from mediation_desk.gui.case.closing.doubt import DoubtCard
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from tests.gui.case.closing.hands import choose, page_of
from tests.gui.case.conftest import Opener


def test_fully_paid_as_being_performed_is_asked_about_beside_the_outcomes(performed: UUID,
                                                                          open_case: Opener) -> None:
    room = open_case(performed)
    page = page_of(room)
    choose(room, Outcome.AGREEMENT)
    room.click(page.primary)
    assert "Everything is paid" in page.doubt.words.text() and page.doubt.again.hasFocus()
    assert room.case.status is Status.OPEN
    room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not page.doubt.isVisible() and page.outcomes.choices.buttons[Outcome.AGREEMENT].hasFocus()
    room.click(page.primary)
    choose(room, Outcome.RECONCILED)  # another outcome is another question
    assert not page.doubt.isVisible()
    choose(room, Outcome.AGREEMENT)
    room.click(page.primary)
    room.click(page.doubt.close_so)
    assert (room.case.status, room.case.outcome) == (Status.CLOSED, Outcome.AGREEMENT)


def test_every_contradiction_is_told_not_only_the_first(performed: UUID, open_case: Opener,
                                                        desk: Desk) -> None:
    """All is paid by 12 January and the visit is of the 20th: closed on the 11th, two things lie after it."""
    closing.visit(desk, performed, closing.VisitDraft(date(2025, 1, 20)))
    room = open_case(performed)
    page = page_of(room)
    choose(room, Outcome.RECONCILED)
    room.type(page.end.field("closed_on"), "2025-01-11")
    room.click(page.primary)
    told = page.doubt.words.text().splitlines()
    assert told == ["An agreement was signed on 25 November 2024; 30,264.00 yuan of 30,264.00 yuan is paid.",
                    "A payment is booked for 12 January 2025, after the closing.",
                    "A return visit is dated 20 January 2025, after the closing."]
    assert room.case.status is Status.OPEN


def test_choosing_again_closes_nothing_and_leads_back_to_the_outcomes(performed: UUID,
                                                                      open_case: Opener) -> None:
    room = open_case(performed)
    page = page_of(room)
    choose(room, Outcome.AGREEMENT)
    room.click(page.primary)
    room.click(page.doubt.again)
    assert page.doubt.isHidden() and page.outcomes.choices.buttons[Outcome.AGREEMENT].hasFocus()
    assert room.case.status is Status.OPEN and room.case.outcome is None


def test_a_doubt_is_told_in_the_language_of_the_person(dressed: QApplication) -> None:
    kit_words.install(dressed, Words.of(CHINESE))
    card = DoubtCard()
    assert card.isHidden()
    card.ask(Doubted([say("Everything is paid; choose “{better}” instead.",
                          better=say(Outcome.PERFORMED.label))]))
    told = card.words.text()
    assert told.startswith("款项已全部付清，请选择“") and "{" not in told
    assert not any(letter.isascii() and letter.isalpha() for letter in told)
    card.deleteLater()
