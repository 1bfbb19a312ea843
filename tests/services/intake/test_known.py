"""Who is this? Known across cases, within the rights of whoever asks."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.intake.marks import Typed
from mediation_desk.domain.vocabulary import PartyKind, Refusal, Role, Status
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import joining, known, offering, registering
from mediation_desk.services.intake.known import KnownCompany, KnownPerson
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from tests.gui.case.rooms import id_number
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import COMPANY, case_of, registered
from tests.services.settlement.test_payable import agreed

CARD, OTHER, PHONE = id_number(21), id_number(22), "13897123456"
CODE, CODE_TOO = "91630100MA752TEST4", "91630100MA7999999X"


def matter(desk: Desk, name: str = "扎西·东珠", id_number: str = CARD, phone: str = PHONE, *, on: int = 25,
           company: str = COMPANY, code: str = "") -> UUID:
    made = registering.register(desk, IntakeDraft(date(2024, 11, on), parties=[
        PartyDraft(Role.APPLICANT, name, particulars={"id_number": id_number, "phone": phone}),
        PartyDraft(Role.RESPONDENT, company, PartyKind.ORGANISATION, {"credit_code": code})])).result
    assert made
    return made


def applicant(desk: Desk, case_id: UUID) -> UUID:
    return case_of(desk, case_id).applicants[0].id


@pytest.mark.parametrize("typed", [
    Typed(id_number=f"{CARD[:6]} {CARD[6:]}"), Typed(name="扎西东珠", phone="138 9712 3456"),
    Typed(name="扎西•东珠", id_number=CARD.lower(), phone="000")])
def test_a_person_is_known_by_document_or_by_name_and_phone(office: Office, typed: Typed) -> None:
    desk = office.first
    first, second = matter(desk, on=20), matter(desk, on=25)
    told = known.person(desk, typed)
    assert [(one.case_id, one.role, one.status) for one in told.cases] == [
        (second, Role.APPLICANT, Status.OPEN), (first, Role.APPLICANT, Status.OPEN)]
    assert told.others == 0 and not known.person(desk, typed, but=second).cases[1:]


@pytest.mark.parametrize("typed", [
    Typed(name="扎西东珠"), Typed(phone=PHONE), Typed(name="扎西东珠", id_number=OTHER, phone=PHONE), Typed(),
    Typed(PartyKind.ORGANISATION, COMPANY)])
def test_a_name_alone_or_another_document_is_nobody_known(office: Office, typed: Typed) -> None:
    matter(office.first)
    assert not known.person(office.first, typed)


def test_whoever_went_out_and_a_voided_case_are_known_no_more(office: Office) -> None:
    desk = office.first
    case_id, voided = matter(desk), matter(desk)
    registering.void(desk, voided, date(2024, 11, 26), "重复登记")
    assert [one.case_id for one in known.person(desk, Typed(id_number=CARD)).cases] == [case_id]
    registering.remove_party(desk, case_id, applicant(desk, case_id))
    assert not known.person(desk, Typed(id_number=CARD))


def test_of_colleagues_cases_a_mediator_hears_how_many_and_nothing_else(office: Office) -> None:
    """A shared case counts as one's own; a supervisor sees all, an administrator nothing."""
    desk = office.first
    cases = [matter(desk, on=day) for day in (20, 21, 22)]
    share(desk, cases[1], colleague(office, "wang", AccountRole.MEDIATOR))
    colleague(office, "boss", AccountRole.SUPERVISOR)
    colleague(office, "admin", AccountRole.ADMINISTRATOR)
    typed, company = Typed(id_number=CARD), Typed(PartyKind.ORGANISATION, COMPANY)
    hers = office.desk("wang", LENT)
    told = known.person(hers, typed)
    assert ([one.case_id for one in told.cases], told.others) == ([cases[1]], 2)
    assert known.company(hers, company) == [KnownCompany("", 1, 1, 0, 2)]
    assert [one.cases for one in offering.persons(hers, "扎西")] == [1]
    boss = office.desk("boss", LENT)
    assert [one.case_id for one in known.person(boss, typed).cases] == cases[::-1]
    assert known.company(boss, company) == [KnownCompany("", 3, 3, 0, 0)]
    admin = office.desk("admin", LENT)
    assert known.person(admin, typed) == KnownPerson()
    assert not known.company(admin, company) and not offering.persons(admin, "扎西")


def test_a_company_is_told_with_its_open_cases_and_broken_agreements(office: Office) -> None:
    desk = office.first
    agreed(desk, "100")
    agreed(desk, "9000")
    closed = registered(desk)
    registering.refuse(desk, closed, date(2024, 11, 26), Refusal.NO_CONSENT, "")
    typed = Typed(PartyKind.ORGANISATION, COMPANY.replace("有限公司", " 有限责任公司"))
    assert known.company(desk, typed) == [KnownCompany("", 3, 2, 1, 0)]
    assert known.company(desk, typed, but=closed) == [KnownCompany("", 2, 2, 1, 0)]
    assert known.company(desk, Typed(PartyKind.ORGANISATION, "别的公司")) == []


def test_a_credit_code_decides_and_two_companies_of_one_name_are_told_apart(office: Office) -> None:
    desk = office.first
    for code in (CODE, CODE, CODE_TOO, ""):
        matter(desk, code=code)
    matter(desk, company="后来改的名字", code=CODE)
    named = Typed(PartyKind.ORGANISATION, COMPANY)
    assert [(one.credit_code, one.cases) for one in known.company(desk, named)] == [
        (CODE, 2), ("", 1), (CODE_TOO, 1)]
    by_code = Typed(PartyKind.ORGANISATION, COMPANY, credit_code=CODE.lower())
    assert [(one.credit_code, one.cases) for one in known.company(desk, by_code)] == [(CODE, 4)]


def test_one_without_a_code_is_the_company_of_that_name_where_there_is_one(office: Office) -> None:
    for code in (CODE, ""):
        matter(office.first, code=code)
    assert [(one.credit_code, one.cases) for one in known.company(
        office.first, Typed(PartyKind.ORGANISATION, COMPANY))] == [(CODE, 2)]


def test_a_person_of_a_case_is_shown_with_cases_joined_and_alike(office: Office) -> None:
    """Joined through a third case too; what is joined is not asked about again."""
    desk = office.first
    first, second = matter(desk, id_number="", phone="", on=20), matter(desk, id_number="", phone="", on=21)
    third, alike = matter(desk, on=22), matter(desk, on=23)
    keys = {case_id: applicant(desk, case_id) for case_id in (first, second, third)}
    joining.join_person(desk, first, keys[first], keys[second])
    link = joining.join_person(desk, second, keys[second], keys[third]).result
    told = known.of_party(desk, third, keys[third])
    assert [(one.case_id, one.link.id if one.link else None) for one in told.joined.cases] == [
        (second, link), (first, None)]
    assert [one.case_id for one in told.alike.cases] == [alike]
    assert [one.case_id for one in known.of_party(desk, first, keys[first]).joined.cases] == [third, second]


def test_a_joining_in_a_colleagues_case_counts_and_shows_nothing(office: Office) -> None:
    desk = office.first
    shared, own = matter(desk, on=20), matter(desk, "马玉兰", OTHER, on=21)
    share(desk, shared, colleague(office, "wang", AccountRole.MEDIATOR))
    joining.join_person(desk, own, applicant(desk, own), applicant(desk, shared))
    hers = office.desk("wang", LENT)
    told = known.of_party(hers, shared, applicant(desk, shared))
    assert told.joined == KnownPerson((), 1) and not told.alike
    assert reading.case(hers, shared).own
