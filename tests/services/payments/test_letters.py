"""The letter of reminder: to one payer or to all, with everything that whoever pays needs."""

from __future__ import annotations

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.payments import letters
from tests.offices import Office
from tests.services.papers_desk import COMPANY, case_of, text_of
from tests.services.payments.owed import FIRST, owing, pay


def test_the_letter_names_who_pays_what_when_and_to_which_account(office: Office) -> None:
    desk = office.first
    case_id = owing(desk)
    pay(desk, case_id, FIRST, "1000.00")
    office.clock.set(2025, 1, 23)
    text = text_of(letters.letter(desk, case_id, 1).paper)
    for said in (COMPANY, "2025年1月20日", "2,000.00", "6217000012345678901", "温若晴", "3天"):
        assert said in text, said


def test_of_what_is_paid_no_letter_is_written(office: Office) -> None:
    case_id = owing(office.first)
    pay(office.first, case_id, FIRST, "3000.00")
    with pytest.raises(DeskError, match="paid in full"):
        letters.letter(office.first, case_id, 1)


def test_the_journal_keeps_whose_accounts_the_letter_shows_however_many_they_are(office: Office) -> None:
    """The short text names no accounts of more than four; the letter names them all."""
    desk, names = office.first, tuple(f"劳动者{one}" for one in "甲乙丙丁戊")
    case_id = owing(desk, workers=names)
    text = text_of(letters.letter(desk, case_id, 1).paper)
    assert text.count("6217000012345678901") == len(names)
    asked = [one.entry.fields["party_id"][1] for one in history.timeline(desk, case_id)
             if one.entry.verb == "prepare_paper" and one.entry.table == "unmaskings"]
    assert len(asked) == len(names) and set(asked) == {
        str(one.id) for one in case_of(desk, case_id).applicants}
