"""The letter of reminder: to one payer or to all, with everything that whoever pays needs."""

from __future__ import annotations

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.payments import letters
from tests.offices import Office
from tests.services.papers_desk import COMPANY, text_of
from tests.services.payments.owed import FIRST, owing, pay


def test_the_letter_names_who_pays_what_when_and_to_which_account(office: Office) -> None:
    desk = office.first
    case_id = owing(desk)
    pay(desk, case_id, FIRST, "1000.00")
    office.clock.set(2025, 1, 23)
    text = text_of(letters.letter(desk, case_id, 1))
    for said in (COMPANY, "2025年1月20日", "2,000.00", "6217000012345678901", "温若晴", "3天"):
        assert said in text, said


def test_of_what_is_paid_no_letter_is_written(office: Office) -> None:
    case_id = owing(office.first)
    pay(office.first, case_id, FIRST, "3000.00")
    with pytest.raises(DeskError, match="paid in full"):
        letters.letter(office.first, case_id, 1)
