"""A pasted order is registered the same day with everybody in it, or joins the case that it is already."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from threading import Barrier, Thread
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.intake.orders import CameBy
from mediation_desk.domain.intake.spotting.sheet import Sheet, fill
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.money import Money
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Source
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import pasted_orders, registering
from mediation_desk.services.intake.known import KnownPerson
from mediation_desk.services.intake.spotting import read_text
from mediation_desk.services.office import accounts
from tests.offices import Office
from tests.services.papers_desk import case_of

LENT = "柳树湾的另一条河 31"
NUMBER = "260318094512003381"
TEXT = f"""工单编号:{NUMBER}
来电时间:2026-03-18 09:45:12
来电人:马国栋
联系电话:13897120456
台胞证:06318825
被反映单位:青海捷骑通达供应链管理有限公司
单位地址:西宁市城东区八一中路12号
工单标题:反映外卖骑手配送费被拖欠
主要内容:市民做外卖骑手,配送费共计12,600元未发,押金500元不退。
办理截止时间:2026-03-25 18:00
"""


@pytest.fixture
def desk(office: Office) -> Desk:
    office.clock.set(2026, 3, 18, 15)
    return office.first


def registered(desk: Desk, sheet: Sheet, *, again: bool = False) -> UUID:
    """The case that the text becomes with this sheet."""
    made = pasted_orders.register_pasted(desk, TEXT, sheet, again=again).result
    assert made
    return made


def another(office: Office, role: AccountRole) -> Desk:
    """The desk of a colleague."""
    accounts.add(office.first, accounts.AccountDraft("wang", "王明远", frozenset({role}), LENT))
    return office.desk("wang", LENT)


def sheet_of(desk: Desk, text: str = TEXT) -> Sheet:
    return pasted_orders.completed(desk, fill(read_text(desk, text).spots))


def test_the_case_its_order_its_people_and_claims_are_entered_in_one_step(desk: Desk) -> None:
    case = case_of(desk, registered(desk, sheet_of(desk)))
    assert (case.received_on, case.registered_on) == (desk.today, desk.today)
    assert (case.source, case.source_reference) == (Source.HOTLINE, NUMBER)
    assert case.kind_of_work is KindOfWork.DELIVERY and case.facts_in_brief.startswith("市民做外卖骑手")
    (worker,), (company,) = case.applicants, case.respondents
    assert (worker.name, worker.phone, worker.id_number) == ("马国栋", "13897120456", "06318825")
    assert worker.id_kind == "taiwan_travel", "as the text calls it"
    assert (company.kind, company.address) == (PartyKind.ORGANISATION, "西宁市城东区八一中路12号")
    assert {one.claim: one.asked for one in case.claims} == {
        "gig_pay": Money(12600_00), "deductions": Money(500_00)}
    (order,) = case.orders
    assert (order.number, order.arrived_at) == (NUMBER, datetime(2026, 3, 18, 9, 45))
    assert (order.given_until, order.title) == (datetime(2026, 3, 25, 18), "反映外卖骑手配送费被拖欠")
    assert (order.came_by, order.original) == (CameBy.PASTED, TEXT.strip())
    assert (order.caller, order.caller_phone) == ("马国栋", "13897120456")
    assert len({one.entry.work_id for one in history.timeline(desk, case.id)}) == 1, "one step"


def test_what_nobody_looked_at_is_refused_at_its_place_and_nothing_is_kept(desk: Desk) -> None:
    sheet = sheet_of(desk, TEXT.replace("来电人:马国栋", "来电人:陈先生"))
    with pytest.raises(DeskError, match="not surely") as refused:
        pasted_orders.register_pasted(desk, TEXT, sheet)
    assert refused.value.field == "applicant.0.name"
    assert list(reading.page(desk, CaseFilter(), 0, 10)) == []
    pasted_orders.register_pasted(desk, TEXT, sheet.looked("applicant.0.name"))


@pytest.mark.parametrize(("place", "field"), [("source", "source"), ("applicant.0.name", "applicant.0.name"),
                                              ("order", "order")])
def test_what_a_case_needs_is_asked_for_at_its_place(desk: Desk, place: str, field: str) -> None:
    with pytest.raises(DeskError) as refused:
        pasted_orders.register_pasted(desk, TEXT, sheet_of(desk).without(place))
    assert refused.value.field == field


def test_an_hour_that_has_not_come_is_said_at_its_place(desk: Desk) -> None:
    with pytest.raises(DeskError) as refused:
        pasted_orders.register_pasted(desk, TEXT, sheet_of(desk).put("arrived", datetime(2026, 3, 19, 9)))
    assert refused.value.field == "arrived"


def test_of_several_applicants_each_has_the_claims_and_nobody_the_amount(desk: Desk) -> None:
    sheet = sheet_of(desk).put("applicant.1.name", "李秀梅")
    case = case_of(desk, registered(desk, sheet))
    assert [one.name for one in case.applicants] == ["马国栋", "李秀梅"]
    assert len(case.claims) == 4 and {one.asked for one in case.claims} == {None}


def test_a_person_may_be_the_respondent(desk: Desk) -> None:
    sheet = sheet_of(desk).put("respondent.0.name", "雷长海")
    case = case_of(desk, registered(desk, sheet))
    assert case.respondents[0].kind is PartyKind.PERSON


def test_what_the_text_does_not_tell_stands_there_to_be_seen(desk: Desk) -> None:
    sheet = sheet_of(desk, "我叫马国栋")
    assert sheet.value("arrived") == datetime(2026, 3, 18, 15) and sheet.value("work") == KindOfWork.OTHER
    assert pasted_orders.received_on(desk, Sheet()) == desk.today


def test_an_order_that_is_a_case_already_is_told_opened_or_joined(desk: Desk) -> None:
    assert pasted_orders.known_as(desk, TEXT, NUMBER) == []
    first = registered(desk, sheet_of(desk))
    (known,) = pasted_orders.known_as(desk, TEXT + "\n", "")
    assert (known.case_id, known.same_text, known.visible) == (first, True, True)
    with pytest.raises(DeskError, match="is a case already"):
        pasted_orders.register_pasted(desk, TEXT, sheet_of(desk))
    other = TEXT.replace(NUMBER, "260319000000000001")
    pasted_orders.join_pasted(desk, first, other, sheet_of(desk, other))
    case = case_of(desk, first)
    assert [one.number for one in case.orders] == [NUMBER, "260319000000000001"]
    assert len(case.applicants) == 1, "its parties stay as they are"
    again = registered(desk, sheet_of(desk), again=True)
    assert {one.case_id for one in pasted_orders.known_as(desk, "", NUMBER)} == {first, again}


def test_a_number_that_was_typed_with_a_case_is_known_too(desk: Desk) -> None:
    registering.register(desk, registering.IntakeDraft(desk.today, Source.HOTLINE, NUMBER))
    (known,) = pasted_orders.known_as(desk, TEXT, NUMBER)
    assert not known.same_text and known.number


def test_of_a_colleagues_case_nothing_is_told_but_that_it_is(desk: Desk, office: Office) -> None:
    pasted_orders.register_pasted(desk, TEXT, sheet_of(desk))
    colleague = another(office, AccountRole.MEDIATOR)
    (known,) = pasted_orders.known_as(colleague, TEXT, NUMBER)
    assert (known.number, known.visible) == ("", False)
    with pytest.raises(DeskError, match="of a colleague"):
        pasted_orders.register_pasted(colleague, TEXT, sheet_of(colleague))


def test_the_text_is_in_no_journal_of_the_office(desk: Desk) -> None:
    pasted_orders.register_pasted(desk, TEXT, sheet_of(desk))
    with desk.reading() as work:
        told = str([tuple(row) for row in work.connection.exec_driver_sql(
            "SELECT * FROM journal WHERE case_id IS NULL")])
    assert "马国栋" not in told and "13897120456" not in told


def test_a_fingerprint_does_not_mind_blanks() -> None:
    assert pasted_orders.fingerprint(" 甲 乙\n") == pasted_orders.fingerprint("甲\n乙")
    assert pasted_orders.fingerprint("甲乙") != pasted_orders.fingerprint("甲丙")


def test_who_registers_nothing_is_told_nothing(office: Office) -> None:
    with pytest.raises(NotAllowed):
        pasted_orders.known_as(another(office, AccountRole.SUPERVISOR), TEXT, NUMBER)


def test_a_draft_is_the_sheet(desk: Desk) -> None:
    draft = pasted_orders.draft_of(desk, TEXT, sheet_of(desk))
    assert replace(draft, order=None).parties[0].name == "马国栋"


def test_whom_the_office_knows_already_is_told_at_their_names(desk: Desk, office: Office) -> None:
    assert pasted_orders.met(desk, sheet_of(desk)) == {}
    first = registered(desk, sheet_of(desk))
    met = pasted_orders.met(desk, sheet_of(desk))
    person, companies = met["applicant.0.name"], met["respondent.0.name"]
    assert isinstance(person, KnownPerson) and [one.case_id for one in person.cases] == [first]
    assert isinstance(companies, list) and [(one.cases, one.open) for one in companies] == [(1, 1)]
    colleague = another(office, AccountRole.MEDIATOR)
    theirs = pasted_orders.met(colleague, sheet_of(desk))["applicant.0.name"]
    assert isinstance(theirs, KnownPerson) and (theirs.cases, theirs.others) == ((), 1)


def test_of_two_desks_that_paste_one_order_one_registers_it(office: Office, desk: Desk) -> None:
    barrier, second = Barrier(2), office.desk()
    made: list[str] = []

    def paste(at: Desk) -> None:
        sheet = sheet_of(at)
        barrier.wait()
        try:
            registered(at, sheet)
            made.append("registered")
        except DeskError as refused:
            made.append(str(refused.field))

    threads = [Thread(target=paste, args=(at,)) for at in (desk, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == ["order", "registered"]


def test_an_order_that_ended_before_it_came_is_said_at_its_place(desk: Desk) -> None:
    with pytest.raises(DeskError, match="finished after it arrived") as refused:
        pasted_orders.register_pasted(desk, TEXT, sheet_of(desk).put("due", datetime(2026, 3, 17, 9)))
    assert refused.value.field == "due"
