"""Telling the parties their rights: kept with what each answered, taken out and put back."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.vocabulary import RightsAnswer
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import rights
from tests.offices import Office
from tests.services.papers_desk import RECEIVED, accepted, case_of


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.first


def test_what_each_party_answered_is_kept_and_comes_back_from_the_bin(desk: Desk) -> None:
    case_id = accepted(desk)
    case = case_of(desk, case_id)
    one, two, company = case.applicants[0].id, case.applicants[1].id, case.respondents[0].id
    rights.tell_rights(desk, case_id, RECEIVED, "陈守信", {
        one: RightsAnswer.UNDERSTOOD, company: RightsAnswer.INTERPRETER})
    kept = {told.party_id: told for told in case_of(desk, case_id).rights_told}
    assert {key: told.answer for key, told in kept.items()} == {
        one: RightsAnswer.UNDERSTOOD, company: RightsAnswer.INTERPRETER}
    assert two not in kept  # nobody answered for her
    rights.remove_rights(desk, case_id, kept[one].id)
    assert len(case_of(desk, case_id).rights_told) == 1
    history.restore(desk, case_id, "rights_told", str(kept[one].id))
    assert len(case_of(desk, case_id).rights_told) == 2


def test_an_act_without_an_answer_or_ahead_of_today_is_none(desk: Desk) -> None:
    case_id = accepted(desk)
    worker = case_of(desk, case_id).applicants[0].id
    with pytest.raises(DeskError, match="at least one party"):
        rights.tell_rights(desk, case_id, RECEIVED, "陈守信", {})
    with pytest.raises(DeskError, match="future"):
        rights.tell_rights(desk, case_id, date(2099, 1, 1), "陈守信", {worker: RightsAnswer.UNDERSTOOD})
    assert case_of(desk, case_id).rights_told == []
