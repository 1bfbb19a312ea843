"""What a side said alone opens for whoever holds the case's key, and for nobody else."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.private import ClosedWord, PrivateWord
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.services.keys import private_words
from mediation_desk.services.keys.holding import NotHeld, opened
from mediation_desk.services.mediation import caucus
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, accepted, colleague


def test_offers_that_may_be_printed_for_their_own_side_are_those_it_authorised_alone(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    for side, amount in ((Side.APPLICANT, "33000"), (Side.RESPONDENT, "28000"), (Side.RESPONDENT, "30000")):
        made = caucus.take_offer(desk, case_id, side, yuan(amount), 3, first_share=yuan("9000"),
                                 last_on=date(2025, 1, 31)).result
    assert made
    caucus.release(desk, case_id, made)
    with desk.case_reading(case_id) as (work, case):
        (word,) = private_words.authorised(desk, work, case, Side.RESPONDENT)
    assert (word.amount, word.first_share, word.last_on) == (yuan("28000"), yuan("9000"), date(2025, 1, 31))


def test_without_the_key_nothing_of_it_opens(office: Office) -> None:
    case_id = accepted(office.first)
    caucus.take_offer(office.first, case_id, Side.RESPONDENT, yuan("28000"))
    colleague(office, "head", Role.SUPERVISOR)
    desk = office.desk("head", LENT)
    with desk.case_reading(case_id) as (work, case), pytest.raises(NotHeld):
        private_words.authorised(desk, work, case, Side.RESPONDENT)


def test_an_entry_that_was_turned_to_the_other_side_is_told_by_its_row_alone(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    caucus.note(desk, case_id, Side.APPLICANT, "只对调解员说")
    with desk.case_reading(case_id) as (work, _case):
        item = list(work.caucus.items(case_id))[-1]
        held = opened(desk, work, case_id)
        word = private_words.read_word(work, held, item)
        item.side = Side.RESPONDENT
        turned = private_words.read_word(work, held, item)
    assert isinstance(word, PrivateWord) and word.text == "只对调解员说"
    assert isinstance(turned, ClosedWord) and turned.side is Side.RESPONDENT
