"""What the list of companies and a case's entry say of each other."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.intake.companies import (
    PARTICULARS,
    Company,
    as_kept,
    check_company,
    differing,
    find,
    lacking,
    particulars_of,
)
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Business, PartyKind, Role
from mediation_desk.domain.words import DeskError
from mediation_desk.library.companies import shipped_companies

FORMS = shipped_companies()
CODE = "91630100MA752TEST4"


def company(number: int, name: str, **told: object) -> Company:
    return Company(id=UUID(int=number), name=name, **told)  # type: ignore[arg-type]


def party(**told: object) -> Party:
    return Party(id=UUID(int=9), case_id=UUID(int=8), position=0, role=Role.RESPONDENT,
                 kind=PartyKind.ORGANISATION, **told)  # type: ignore[arg-type]


def test_what_a_case_lacks_and_what_it_says_otherwise() -> None:
    entry = party(name="甲有限公司", phone="13897123456")
    known = company(1, "甲公司", phone="13909710001", address="海湖大道", business=Business.EMPLOYER)
    assert lacking(entry, known) == {"address": "海湖大道", "business": Business.EMPLOYER}
    assert differing(entry, known) == ["name", "phone"]
    assert set(particulars_of(entry)) == set(particulars_of(known)) == set(PARTICULARS)


def test_a_credit_code_finds_before_a_name() -> None:
    listed = [company(1, "甲公司"), company(2, "乙公司", credit_code=CODE)]
    assert find(party(name="甲有限公司"), listed, FORMS) is listed[0]
    assert find(party(name="甲有限公司", credit_code=CODE), listed, FORMS) is listed[1]
    assert find(party(name="丙"), listed, FORMS) is None


def test_a_company_is_kept_in_the_writing_of_a_party() -> None:
    assert as_kept({"name": " 甲 公司 ", "credit_code": CODE.lower(), "phone": "138 9712 3456", "id": 1}) == {
        "name": "甲 公司", "credit_code": CODE, "phone": "13897123456"}


def test_no_company_without_a_name_and_none_twice() -> None:
    with pytest.raises(DeskError, match="name of the company"):
        check_company(company(1, ""), [], FORMS)
    with pytest.raises(DeskError, match="甲公司"):
        check_company(company(1, "甲（有限公司）"), [company(2, "甲公司")], FORMS)
    check_company(company(1, "甲公司", credit_code=CODE),
                  [company(2, "甲公司", credit_code="91630100MA7999999X")], FORMS)
