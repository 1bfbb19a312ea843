"""Who is offered while somebody is entered: once each, from cases one may see and from the list."""

from __future__ import annotations

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.services.intake import offering
from mediation_desk.services.office import companies
from tests.offices import Office
from tests.services.intake.test_known import CARD, CODE, OTHER, matter
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import COMPANY


@pytest.mark.parametrize("text", ["扎西", "zxdz", "dongzhu", "138971", CARD[:17], "东珠"])
def test_a_repeat_applicant_is_offered_once_by_name_phone_or_number(office: Office, text: str) -> None:
    """As in the newest case: with the phone that the person has by now."""
    desk = office.first
    matter(desk, on=20)
    newest = matter(desk, phone="13897123456/13909710001", on=25)
    matter(desk, "马玉兰", OTHER, "13709710002", on=26)
    (one,) = offering.persons(desk, text)
    assert (one.case_id, one.cases, one.name, one.id_number) == (newest, 2, "扎西·东珠", CARD)
    assert one.phone == "13897123456/13909710001"


def test_nothing_typed_offers_nobody(office: Office) -> None:
    matter(office.first)
    for text in ("  ", "没有这个人"):
        assert not offering.persons(office.first, text) and not offering.firms(office.first, text)


@pytest.mark.parametrize("text", ["星湾", "anxw", CODE, "xingwan"])
def test_a_company_is_offered_from_the_list_before_the_cases_that_have_it_too(office: Office, text: str
                                                                               ) -> None:
    """However the cases write its name; without the list as the newest case says."""
    desk = office.first
    matter(desk, company=COMPANY.replace("有限公司", "（有限责任公司）"), code=CODE, on=20)
    newest = matter(desk, company=COMPANY, code=CODE, on=25)
    (one,) = offering.firms(desk, text)
    assert (one.name, one.is_listed, bool(newest)) == (COMPANY, False, True)
    companies.add_company(desk, {"name": COMPANY, "credit_code": CODE, "address": "海湖大道1号"})
    if text in ("星湾", CODE):  # the list is looked through by what stands in it, the cases by pinyin too
        (one,) = offering.firms(desk, text)
        assert one.is_listed and one.told["address"] == "海湖大道1号"


def test_a_colleague_is_offered_the_list_and_nobodys_cases(office: Office) -> None:
    matter(office.first)
    companies.add_company(office.first, {"name": "星湾物流有限公司"})
    colleague(office, "wang", AccountRole.MEDIATOR)
    hers = office.desk("wang", LENT)
    assert [one.name for one in offering.firms(hers, "星湾")] == ["星湾物流有限公司"]
    assert offering.persons(hers, "扎西") == []
