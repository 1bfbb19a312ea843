"""What figures can be narrowed to: only what leads to a case."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.vocabulary import Business, PartyKind
from mediation_desk.services.intake import registering
from mediation_desk.services.reports import choices
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import case_of
from tests.services.reports.matters import received

DAY = date(2024, 11, 4)


def test_platforms_causes_and_matters_that_a_case_has_stand_there(office: Office) -> None:
    desk = office.first
    made = received(desk, DAY, company="云上平台", cause="劳务报酬")
    received(desk, DAY, company="某用人单位", business=Business.EMPLOYER)
    worker = case_of(desk, made).applicants[0]
    registering.set_claims(desk, made, {worker.id: ("unpaid_wages",)})
    found = choices.choices(desk)
    assert found.platforms == ("云上平台",)
    assert found.causes == ("劳务报酬", "追索劳动报酬")
    assert found.claims == ("unpaid_wages",)
    assert found.mediators == ((desk.who.account_id, desk.who.name),)
    assert case_of(desk, made).respondents[0].kind is PartyKind.ORGANISATION


def test_the_companies_of_colleagues_are_offered_to_no_mediator(office: Office) -> None:
    received(office.first, DAY, company="云上平台")
    colleague(office, "wang", Role.MEDIATOR)
    assert choices.choices(office.desk("wang", LENT)).platforms == ()


def test_of_very_many_those_that_most_cases_have_are_offered(office: Office,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choices, "MOST", 2)
    for name in ("甲平台", "甲平台", "乙平台", "丙平台", "丙平台"):
        received(office.first, DAY, company=name)
    assert choices.choices(office.first).platforms == ("丙平台", "甲平台")
