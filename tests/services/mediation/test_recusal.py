"""A party asks for another mediator: taken, decided with a reason, kept; nobody hands over by itself."""

from __future__ import annotations

import pytest

from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import recusal
from mediation_desk.services.mediation.recusal import Decision
from tests.offices import Office
from tests.services.papers_desk import RECEIVED, accepted, case_of


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.first


def test_a_request_is_taken_and_decided_and_the_case_stays_where_it_is(desk: Desk) -> None:
    case_id = accepted(desk)
    case = case_of(desk, case_id)
    asked = recusal.ask_recusal(desk, case_id, case.respondents[0].id, RECEIVED, "陈守信", "同乡").result
    assert asked
    recusal.decide_recusal(desk, case_id, asked, Decision(True, RECEIVED, "马主任", "确有利害关系"))
    (kept,) = case_of(desk, case_id).recusals
    assert (kept.granted, kept.decided_by, kept.decision, kept.reason) == (
        True, "马主任", "确有利害关系", "同乡")
    assert case_of(desk, case_id).mediator_id == case.mediator_id
    recusal.remove_recusal(desk, case_id, asked)
    assert case_of(desk, case_id).recusals == []
    history.restore(desk, case_id, "recusals", str(asked))
    assert case_of(desk, case_id).recusals[0].granted is True


def test_a_decision_without_a_reason_is_none(desk: Desk) -> None:
    case_id = accepted(desk)
    worker = case_of(desk, case_id).applicants[0].id
    asked = recusal.ask_recusal(desk, case_id, worker, RECEIVED, "陈守信").result
    assert asked
    with pytest.raises(DeskError) as told:
        recusal.decide_recusal(desk, case_id, asked, Decision(False, RECEIVED, "马主任", " "))
    assert told.value.field == "decision" and case_of(desk, case_id).recusals[0].granted is None
    recusal.remove_recusal(desk, case_id, asked)
    with pytest.raises(NotThere):
        recusal.decide_recusal(desk, case_id, asked, Decision(False, RECEIVED, "马主任", "没有"))
