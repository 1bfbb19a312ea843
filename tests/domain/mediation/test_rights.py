"""Rights told, and requests for another mediator: each with its day, its person and its reason."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.mediation.rights import Recusal, RightsTold, ask, check_told, decide, untold
from mediation_desk.domain.vocabulary import RightsAnswer
from mediation_desk.domain.words import DeskError
from tests.domain import cases

TODAY = date(2024, 11, 28)


def told(**given: object) -> RightsTold:
    return replace(RightsTold(id=UUID(int=5), case_id=cases.CASE, party_id=cases.WORKER, told_on=TODAY,
                              told_by="李调解", answer=RightsAnswer.UNDERSTOOD), **given)  # type: ignore[arg-type]


def asked(**given: object) -> Recusal:
    return replace(Recusal(id=UUID(int=6), case_id=cases.CASE, party_id=cases.WORKER, asked_on=TODAY,
                           of_whom="李调解"), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(("given", "field"), [({"told_on": date(2024, 11, 29)}, "told_on"),
                                              ({"told_by": " "}, "told_by")])
def test_an_act_has_its_day_and_its_person(given: dict[str, object], field: str) -> None:
    with pytest.raises(DeskError) as refused:
        check_told(told(**given), TODAY)
    assert refused.value.field == field


def test_who_was_not_told_yet_is_known() -> None:
    parties = cases.accepted().applicants + cases.accepted().respondents
    assert [one.id for one in untold([told()], parties)] == [cases.COMPANY]


@pytest.mark.parametrize(("given", "field"), [({"asked_on": date(2024, 11, 29)}, "asked_on"),
                                              ({"of_whom": ""}, "of_whom")])
def test_a_request_has_its_day_and_names_its_mediator(given: dict[str, object], field: str) -> None:
    with pytest.raises(DeskError) as refused:
        ask(asked(**given), TODAY)
    assert refused.value.field == field


@pytest.mark.parametrize(("given", "field"), [
    ({"on": date(2024, 11, 29)}, "decided_on"), ({"on": date(2024, 11, 27)}, "decided_on"),
    ({"by": ""}, "decided_by"), ({"why": " "}, "decision")])
def test_a_decision_has_its_day_its_person_and_its_reason(given: dict[str, object], field: str) -> None:
    one = asked()
    with pytest.raises(DeskError) as refused:
        decide(one, **{"granted": True, "on": TODAY, "by": "主任", "why": "同乡", "today": TODAY,
                       **given})  # type: ignore[arg-type]
    assert refused.value.field == field and one.granted is None


def test_a_request_is_decided_once() -> None:
    one = asked()
    decide(one, granted=False, on=TODAY, by="主任", why="没有利害关系", today=TODAY)
    assert (one.granted, one.decision) == (False, "没有利害关系")
    with pytest.raises(DeskError, match="decided already"):
        decide(one, granted=True, on=TODAY, by="主任", why="改主意", today=TODAY)
