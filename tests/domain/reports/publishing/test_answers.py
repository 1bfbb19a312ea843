"""A public answer: what of the case is found in it, what is a mark, and what may stand there."""

from __future__ import annotations

from mediation_desk.domain.people import Party
from mediation_desk.domain.reports.publishing.answers import still_told
from mediation_desk.domain.reports.publishing.subjects import Kind, Named, subjects
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.library.pinyin import readings
from tests.domain import cases

OFFICE = "西宁市城中区劳动争议调解工作室"


def told(answer: str) -> list[tuple[str, Kind, bool]]:
    case = cases.received()
    case.parties_all = [
        Party(id=cases.WORKER, case_id=cases.CASE, position=0, role=Role.APPLICANT, name="温若晴",
              phone="13897127788", address="西宁市城中区柳湾路27号"),
        Party(id=cases.COMPANY, case_id=cases.CASE, position=1, role=Role.RESPONDENT,
              name="安宁星湾文化传媒有限公司", kind=PartyKind.ORGANISATION)]
    found = still_told(answer, subjects(case, Named(), readings), (OFFICE, "0971-8123456"))
    return [(one.found, one.kind, one.sure) for one in found]


def test_names_numbers_places_and_companies_of_the_case_are_found() -> None:
    assert told("温若晴反映的问题已办结。") == [("温若晴", Kind.PERSON, True)]
    assert told("请拨打138-9712-7788。")[0][1:] == (Kind.NUMBER, True)
    assert told("柳湾路27号一带")[0][1:] == (Kind.PLACE, True)
    assert told("安宁星湾文化传媒有限公司")[0][1:] == (Kind.COMPANY, True)


def test_a_part_of_a_companys_name_is_a_mark() -> None:
    assert told("星湾方面表示愿意支付。") == [("星湾", Kind.COMPANY, False)]


def test_the_office_may_name_itself_and_its_telephone() -> None:
    assert told(f"{OFFICE}已依法办理，咨询电话0971-8123456。") == []
    assert told("柳湾路27号的城中区工作室")[0][1] is Kind.PLACE  # parts of an address of the case stay found
