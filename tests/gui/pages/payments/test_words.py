"""What is said of an instalment: how late it is, within grace, at once, and what was promised."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QApplication

from mediation_desk.domain.money import yuan
from mediation_desk.domain.payments.dues import LATE, Section
from mediation_desk.domain.payments.kept import KeptLine, TermsKind
from mediation_desk.domain.performance.following import PaymentNote
from mediation_desk.gui.pages.payments.words import (
    NOTHING,
    call_words,
    help_words,
    kept_words,
    nothing_words,
    promise_state,
    section_name,
    told_of,
    when_state,
)
from tests.domain.cases import CASE
from tests.domain.payments.test_dues import case_with, on

TODAY = date(2024, 12, 12)


def test_within_grace_it_is_said_until_when_and_then_how_late_the_rest_is(dressed: QApplication) -> None:
    first = on(case_with("2024-12-10 4000"), TODAY)[0]
    assert list(told_of(first, TODAY)) == [
        "Of 10,000.00 yuan agreed, 4,000.00 yuan is paid.", "Due on 10 December 2024.",
        "Instalment 1 is 2 days late; grace runs until 15 December 2024."]
    later = date(2024, 12, 30)
    rest = on(case_with(), later)[1]
    assert list(told_of(rest, later)) == [
        "Because an earlier instalment was not paid in time, it fell due at once on 16 December 2024; agreed "
        "was 10 January 2025.", "It is 14 days late."]
    assert str(when_state(rest, later)) == "14 days late"


def test_a_promise_is_told_with_what_came_of_it(dressed: QApplication) -> None:
    case = case_with("2024-12-12 1000")
    case.payment_notes_all = [PaymentNote(id=UUID(int=5), case_id=CASE, spoken_on=date(2024, 12, 11),
                                          text="尽快", promised_on=date(2024, 12, 14), promised=yuan("5000"),
                                          spoken_with="马经理", remind_on=date(2024, 12, 15))]
    first = on(case, TODAY)[0]
    assert list(told_of(first, TODAY))[-1] == (
        "On 11 December 2024 they promised to pay 5,000.00 yuan by 14 December 2024; 1,000.00 yuan has come "
        "since.")
    assert str(promise_state(first, TODAY)) == "Promised for 2024-12-14"
    assert str(promise_state(first, date(2024, 12, 15))) == "Promise broken"
    assert call_words(case.payment_notes_all[0], {}) == (
        "11 December 2024 · 马经理", "尽快\nPromised: 5,000.00 yuan by 14 December 2024.\n"
        "To be looked at again on 15 December 2024.")
    assert promise_state(on(case_with(), TODAY)[0], TODAY) is None


def test_every_section_has_a_name_and_says_what_is_missing_when_it_is_empty(dressed: QApplication) -> None:
    assert {one for one in Section if one not in NOTHING} == set(LATE)
    assert section_name(None) == "All instalments" and "Promise broken" in help_words()
    assert nothing_words(Section.LATE_7) == ("1 to 7 days late", "Nothing is as late as that.")
    assert nothing_words(None)[0] == "Nothing is to be paid"


def test_what_was_kept_is_said_in_one_line_once_an_agreement_is_over(dressed: QApplication) -> None:
    assert kept_words(KeptLine(TermsKind.ALL)) == ""
    assert kept_words(KeptLine(TermsKind.ALL, 3, 2, 1)) == (
        "Kept or not: of 3 agreements whose last day has come, 67 % are paid in full and 33 % were paid "
        "on time.")
