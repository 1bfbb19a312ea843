"""Beside each outcome stands what speaks for or against it on that day."""

from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.demonstration import streamers
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.gui.case.closing.outcomes import OFFERED, OutcomeList, word
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services import reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.performance import booking
from mediation_desk.services.reading import CaseView
from tests.gui.case import rooms
from tests.gui.case.closing.hands import choose, page_of, said
from tests.gui.case.conftest import Opener
from tests.gui.desks import SetClock


def test_nothing_signed_speaks_against_performance_and_for_no_agreement(taken_in: UUID,
                                                                        open_case: Opener) -> None:
    room = open_case(taken_in)
    assert said(room, Outcome.PERFORMED) == "There is no signed agreement."
    assert said(room, Outcome.NO_AGREEMENT) == "Nothing was signed."


def of_walk(desk: Desk, station: str) -> CaseView:
    """The streamers' case as it stands when a station is reached."""
    case_id = next(stop.case_id for stop in streamers.walk(desk) if stop.station == station)
    return reading.case(desk, case_id)


def test_a_refusal_is_no_way_to_close_but_every_other_outcome_is_offered() -> None:
    assert set(Outcome) - set(OFFERED) == {Outcome.REFUSED} and len(set(OFFERED)) == len(OFFERED) == 6


def test_once_signed_what_is_owed_is_named_and_nobody_says_nothing_was_signed(desk: Desk) -> None:
    """30,264.00 yuan were promised and nothing is paid on the day of signing."""
    view = of_walk(desk, "settlement")
    today = date(2024, 11, 25)
    said = {outcome: word(outcome, view, today) for outcome in OFFERED}
    assert said[Outcome.PERFORMED].text == "30,264.00 yuan is still outstanding."
    assert not said[Outcome.PERFORMED].fits
    assert said[Outcome.AGREEMENT].fits
    assert said[Outcome.AGREEMENT].text.startswith("30,264.00 yuan is still outstanding; say in the note")
    for outcome in (Outcome.NO_AGREEMENT, Outcome.RECONCILED, Outcome.WITHDRAWN, Outcome.REFERRED):
        assert not said[outcome].fits
        assert said[outcome].text == ("An agreement was signed on 25 November 2024; 0.00 yuan of "
                                      "30,264.00 yuan is paid.")


def test_the_last_fen_decides_whether_it_was_performed(desk: Desk, clock: SetClock) -> None:
    """Ordinary end: 30,264.00 less 30,263.99 is one fen, and one fen is owed."""
    case_id = of_walk(desk, "settlement").case.id
    clock.set(date(2025, 1, 10))
    booking.book(desk, case_id, booking.PaymentDraft(date(2025, 1, 10), yuan("30263.99"), voucher="一"))
    view = reading.case(desk, case_id)
    assert word(Outcome.PERFORMED, view, desk.today).text == "0.01 yuan is still outstanding."
    booking.book(desk, case_id, booking.PaymentDraft(date(2025, 1, 10), yuan("0.01"), voucher="二"))
    paid = reading.case(desk, case_id)
    assert word(Outcome.PERFORMED, paid, desk.today).text.endswith("a return visit is still to be recorded.")
    assert not word(Outcome.PERFORMED, paid, desk.today).fits
    closing.visit(desk, case_id, closing.VisitDraft(desk.today))
    called = reading.case(desk, case_id)
    assert word(Outcome.PERFORMED, called, desk.today).fits
    assert not word(Outcome.AGREEMENT, called, desk.today).fits  # nothing goes on that is paid
    clock.set(desk.today, time(10, 5))  # called once more
    closing.visit(desk, case_id, closing.VisitDraft(desk.today, performed=False))
    contradicted = word(Outcome.PERFORMED, reading.case(desk, case_id), desk.today)
    assert not contradicted.fits and "not performed" in contradicted.text


def test_an_offer_accepted_at_the_table_speaks_against_no_agreement(desk: Desk) -> None:
    view = of_walk(desk, "mediation")
    said = word(Outcome.NO_AGREEMENT, view, desk.today)
    assert not said.fits and said.text == "An offer of 30,264.00 yuan was accepted at the table."
    assert word(Outcome.AGREEMENT, view, desk.today).text == "There is no signed agreement."


def test_a_case_without_an_agreement_may_end_in_four_ways(desk: Desk, taken_in: UUID) -> None:
    view = reading.case(desk, taken_in)
    fitting = {outcome for outcome in OFFERED if word(outcome, view, desk.today).fits}
    assert fitting == {Outcome.RECONCILED, Outcome.NO_AGREEMENT, Outcome.WITHDRAWN, Outcome.REFERRED}


def test_a_case_never_accepted_was_not_mediated_without_success(desk: Desk) -> None:
    view = reading.case(desk, rooms.streamers(desk))
    said = word(Outcome.NO_AGREEMENT, view, desk.today)
    assert not said.fits and "never accepted" in said.text


def test_in_chinese_the_same_is_said_in_chinese(desk: Desk, taken_in: UUID, dressed: QApplication) -> None:
    kit_words.install(dressed, Words.of(CHINESE))
    view = reading.case(desk, taken_in)
    assert word(Outcome.NO_AGREEMENT, view, desk.today).text == "未签署协议。"
    assert word(Outcome.PERFORMED, view, desk.today).text == "尚未签署协议。"
    told = "".join(word(outcome, view, desk.today).text for outcome in OFFERED)
    assert not any(letter.isascii() and letter.isalpha() for letter in told)


def test_what_a_screen_reader_hears_of_an_outcome_is_what_stands_beside_it(taken_in: UUID,
                                                                           open_case: Opener) -> None:
    page = page_of(open_case(taken_in))
    for outcome in OFFERED:
        button, beside = page.outcomes.choices.buttons[outcome], page.outcomes.choices.words[outcome]
        assert button.accessibleDescription() == beside.text() != ""
        assert beside.property("meaning") == ("agreed" if outcome not in (
            Outcome.PERFORMED, Outcome.AGREEMENT) else "disputed")


def test_one_outcome_at_a_time_and_what_was_chosen_stays_when_the_case_is_read_anew(
        taken_in: UUID, open_case: Opener) -> None:
    room = open_case(taken_in)
    outcomes = page_of(room).outcomes
    choose(room, Outcome.WITHDRAWN)
    choose(room, Outcome.RECONCILED)
    down = [outcome for outcome, made in outcomes.choices.buttons.items() if made.isChecked()]
    assert down == [Outcome.RECONCILED] and outcomes.value() is Outcome.RECONCILED
    room.window.bench.reload()
    room.settle()
    assert outcomes.value() is Outcome.RECONCILED
    assert outcomes.choices.checked() is outcomes.choices.buttons[Outcome.RECONCILED]


@pytest.mark.parametrize("kept", [None, *OFFERED])
def test_a_kept_outcome_is_shown_and_read_back(kept: Outcome | None, dressed: QApplication) -> None:
    field = OutcomeList()
    field.set_value(Outcome.REFERRED)
    field.set_value(kept)
    assert field.typed() == (str(kept) if kept else "") and not field.modified()
    assert field.commit() and field.value() is kept
    field.deleteLater()


def test_a_draft_that_names_no_outcome_chooses_none(dressed: QApplication) -> None:
    field = OutcomeList()
    field.set_typed("refused")  # nothing that is offered
    assert field.commit() and field.value() is None
    field.deleteLater()


def test_a_closed_case_shows_the_outcome_it_has(desk: Desk, taken_in: UUID, dressed: QApplication) -> None:
    closing.close(desk, taken_in, desk.today, Outcome.WITHDRAWN)
    view = reading.case(desk, taken_in)
    field = OutcomeList()
    field.set_value(Outcome.RECONCILED)
    field.show_case(view, desk.today, closed=True)
    assert field.value() is Outcome.WITHDRAWN
    assert {said.property("meaning") for said in field.choices.words.values()} == {""}
    field.deleteLater()
