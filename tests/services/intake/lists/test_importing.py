"""A list is taken in as a whole or not at all, and twice is once; on both engines."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import count
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.case import Case
from mediation_desk.domain.intake.lists import originals
from mediation_desk.domain.intake.lists.judging import Judged, Target, Tie, Verdict
from mediation_desk.domain.intake.lists.orders import Unread
from mediation_desk.domain.intake.orders import CameBy, OrderStepKind
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role, Source
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.lists import importing
from mediation_desk.services.intake.lists import reading as lists
from mediation_desk.services.intake.lists.importing import Decision, take
from mediation_desk.services.intake.lists.remembered import keep_layout
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from mediation_desk.services.office import accounts
from mediation_desk.services.office.accounts import AccountDraft
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.journal import entries
from mediation_desk.store.pace import Stopped
from tests.offices import PASSWORD, Office
from tests.order_lists import HEADINGS, list_of, order, rows

LENT = "lent 12 words"


@pytest.fixture
def desk(office: Office) -> Desk:
    """The desk of a mediator."""
    return office.first


def colleague(office: Office, login: str, role: AccountRole) -> Desk:
    """Somebody else's desk at the same office."""
    accounts.add(office.first, AccountDraft(login, login, frozenset({role}), LENT))
    made = office.desk(login, LENT)
    accounts.change_password(made, LENT, PASSWORD, PASSWORD)
    return made


def cases(desk: Desk) -> list[Case]:
    """Every case whole, by its number."""
    with desk.reading() as work:
        return sorted((work.cases.whole(row.case_id) for row in work.lists.rows(_keys(desk))),
                      key=lambda case: case.number)


def _keys(desk: Desk) -> list[UUID]:
    with desk.reading() as work:
        return [row.case_id for row in work.lists.every(CaseFilter())]


def verbs(desk: Desk, case: Case) -> list[str]:
    """What was done in it, the latest first."""
    return list(dict.fromkeys(one.verb for one in reading.case(desk, case.id).events))


def verdicts(judged: Sequence[Judged]) -> list[Verdict]:
    return [one.verdict for one in judged]


def test_every_row_becomes_a_case_with_its_people_its_order_and_the_row_as_it_came(desk: Desk) -> None:
    told = list_of([*rows(2), order(2, 是否督办="是", 是否保密="是", 来电类别="求助")])
    taken = take(desk, told, {})
    assert (taken.counts[Verdict.NEW], len(taken.changes.cases)) == (3, 3)
    first, _second, third = cases(desk)
    assert [case.number[-5:] for case in (first, third)] == ["0001号", "0003号"]
    assert (first.source, first.source_reference, first.cause, first.kind_of_work) == (
        Source.HOTLINE, "250102000000000000", "欠付工资", KindOfWork.OTHER)
    assert [(one.role, one.kind, one.name, one.phone) for one in first.parties] == [
        (Role.APPLICANT, PartyKind.PERSON, "马晓岚", "19900000000"),
        (Role.RESPONDENT, PartyKind.ORGANISATION, "西宁云0速递有限公司", "")]
    [kept] = first.orders
    assert (kept.came_by, kept.arrived_at, kept.given_until, kept.title, kept.terms != "") == (
        CameBy.LIST, datetime(2025, 1, 2), datetime(2025, 1, 27, 18), "反映拖欠工资0", True)
    [row] = originals.read(kept.original)
    assert (row.headings, row.cells) == (HEADINGS, tuple(order(0))) and row.cells[-1] == "=1+1"
    assert (third.orders[0].supervised, third.confidential, third.orders[0].kind) == (True, True, "求助")
    assert verbs(desk, first) == ["register_case"]
    assert upkeep.prove(desk) == []


def test_a_list_that_is_taken_in_again_changes_nothing(desk: Desk) -> None:
    told = list_of(rows(4))
    take(desk, told, {})
    before = [(case.number, case.version, len(case.orders_all)) for case in cases(desk)]
    assert verdicts(lists.look(desk, told)) == [Verdict.HERE] * 4
    again = take(desk, told, {})
    assert (again.changes.cases, again.counts[Verdict.HERE]) == (frozenset(), 4)
    assert [(case.number, case.version, len(case.orders_all)) for case in cases(desk)] == before


def test_a_later_list_brings_the_order_up_to_date_and_an_older_one_takes_nothing_back(desk: Desk) -> None:
    older = list_of([list(HEADINGS), order(7, 主要内容="", 办理截止时间="2025-01-10")])
    newer = list_of([[*HEADINGS, "办结时间"], [*order(7, 是否督办="是"), "2025-01-15 16:00"]])
    take(desk, older, {})
    [row] = lists.look(desk, newer)
    assert (row.verdict, row.chosen and row.chosen.tie) == (Verdict.JOIN, Tie.NUMBER)
    assert Verdict.NEW not in row.choices(), "one order is not registered twice"
    take(desk, newer, {})
    [case] = cases(desk)
    [kept] = case.orders
    assert kept.supervised and kept.content and kept.given_until == datetime(2025, 1, 27, 18)
    assert [(step.kind, step.at) for step in case.order_steps] == [
        (OrderStepKind.FINISHED, datetime(2025, 1, 15, 16))]
    assert len(originals.read(kept.original)) == 2, "both rows stay as they came"
    assert verbs(desk, case) == ["note_order", "register_case"]
    for known in (older, newer):
        assert verdicts(lists.look(desk, known)) == [Verdict.HERE]
    assert upkeep.prove(desk) == []


def test_the_same_caller_and_company_of_an_open_case_is_for_a_person_to_decide(desk: Desk) -> None:
    kept = registering.register(desk, IntakeDraft(desk.today, parties=(
        PartyDraft(Role.APPLICANT, "马晓岚", particulars={"phone": "19900000000"}),
        PartyDraft(Role.RESPONDENT, "西宁云0速递有限责任公司", PartyKind.ORGANISATION))))
    told = list_of([*rows(2), order(5, 姓名="马晓岚", 来电号码="", 公司名称="西宁云0速递有限公司")])
    judged = lists.look(desk, told)
    assert verdicts(judged) == [Verdict.ASK, Verdict.NEW, Verdict.ASK]
    assert [one.tie for one in judged[0].targets] == [Tie.PEOPLE]
    with pytest.raises(DeskError, match="Row 2 is still to be decided"):
        take(desk, told, {})
    assert len(cases(desk)) == 1
    target = judged[0].targets[0]
    to_first = next(one for one in judged[2].targets if one.row == 2)
    take(desk, told, {2: Decision(Verdict.JOIN, target), 4: Decision(Verdict.JOIN, to_first)})
    joined, other = cases(desk)
    assert joined.id == kept.result and [len(one.orders) for one in (joined, other)] == [2, 1]


def test_a_row_that_joins_a_row_goes_where_that_one_goes(desk: Desk) -> None:
    told = list_of([*rows(1), order(3, 旧工单编号=order(0)[0]), order(4, 旧工单编号=order(3)[0])])
    judged = lists.look(desk, told)
    assert [(one.verdict, [(two.tie, two.row) for two in one.targets]) for one in judged] == [
        (Verdict.NEW, []), (Verdict.ASK, [(Tie.FORMER, 2)]), (Verdict.ASK, [(Tie.FORMER, 3)])]
    joins = {row.row: Decision(Verdict.JOIN, row.targets[0]) for row in judged[1:]}
    with pytest.raises(DeskError, match="Row 3 joins row 2, which is not taken"):
        take(desk, told, joins | {2: Decision(Verdict.LEFT)})
    take(desk, told, joins)
    [case] = cases(desk)
    assert [one.number for one in case.orders] == [order(at)[0] for at in (0, 3, 4)]


def test_what_cannot_be_read_is_refused_with_its_reason_and_the_rest_is_taken(desk: Desk) -> None:
    told = list_of([*rows(1), order(1, 来电时间="2025-02-30"), order(2, 姓名="", 来电号码="-"),
                    list(HEADINGS), order(4, 工单编号=""), order(5, 来电时间="2031-01-01"),
                    order(6, 是否保密="也许"), [""] * 15])
    judged = lists.look(desk, told)
    assert [str(one.why) for one in judged[1:]] == [
        "There is no such day as “2025-02-30”.", "There is neither a name nor a phone number in this row.",
        "This row repeats the headings.", "There is no number of an order in this row.",
        "It came at 2031-01-01 00:00, which lies in the future.", "“也许” says neither yes nor no."]
    taken = take(desk, told, {3: Decision(Verdict.NEW)})
    assert (taken.counts[Verdict.NEW], taken.counts[Verdict.REFUSED]) == (1, 6)


def test_a_colleagues_case_is_said_to_be_there_and_nothing_of_it_is_told(office: Office) -> None:
    chen, lin = office.first, colleague(office, "lin", AccountRole.MEDIATOR)
    told = list_of(rows(1))
    take(chen, told, {})
    [row] = lists.look(lin, told)
    assert (row.verdict, row.targets, str(row.why)) == (Verdict.HERE, (), "It is in a colleague's case "
                                                                          "already.")
    [row] = lists.look(lin, list_of([list(HEADINGS), order(0, 工单编号="250102999999000000")]))
    assert row.verdict is Verdict.NEW and "colleague" in str(row.why) and not row.targets


def test_stopped_anywhere_nothing_was_changed(desk: Desk) -> None:
    told = list_of(rows(6))
    take(desk, list_of([list(HEADINGS), order(99)]), {})
    for wanted in range(4):
        with pytest.raises(Stopped):
            take(desk, told, {}, cancelled=_stops_after(wanted))
    assert len(cases(desk)) == 1
    take(desk, told, {})
    assert [case.number[-5:] for case in cases(desk)][-1] == "0007号", "no number was lost"


def _stops_after(wanted: int) -> Callable[[], bool]:
    looks = count()
    return lambda: next(looks) >= wanted


def test_no_cell_is_told_to_any_log_or_to_the_offices_own_chain(
        desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """What is read, taken, joined and refused: the words stand in their cases alone."""
    caplog.set_level(logging.DEBUG)
    canary = dict.fromkeys(("姓名", "公司名称", "主要内容", "备注", "工单标题"), "金丝雀甲乙丙")
    told = list_of([list(HEADINGS), order(1, **canary), order(2, **canary),
                    order(3, **canary | {"来电时间": "金丝雀"})])
    judged = lists.look(desk, told)
    assert verdicts(judged) == [Verdict.NEW, Verdict.ASK, Verdict.REFUSED]
    with pytest.raises(DeskError) as undecided:
        take(desk, told, {})
    take(desk, told, {3: Decision(Verdict.JOIN, judged[1].targets[0])})
    keep_layout(desk, Source.HOTLINE, "月报", told.columns)
    with desk.reading() as work:
        office_chain = [entry.fields for entry in entries.since(work.connection, None, ())]
    said = (str(undecided.value), repr(office_chain), caplog.text,
            *(repr(record.__dict__) for record in caplog.records))
    assert len(cases(desk)) == 1 and office_chain
    assert not [text for text in said if "金丝雀" in text]


def test_taken_by_hundreds_every_case_stands_as_one_that_was_registered_alone(
        desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines, agenda, search, figures, marks and chains of the cases that were written together are what
    verify computes anew."""
    monkeypatch.setattr(importing, "AT_ONCE", 3)
    taken = take(desk, list_of([*rows(8), order(20, 来电时间="2024-12-30 09:00")]), {})
    assert taken.counts[Verdict.NEW] == 9
    assert upkeep.prove(desk) == []
    numbers = [case.number for case in cases(desk)]
    assert sorted(numbers) == sorted({*numbers}) and any("2024" in one for one in numbers)
    view = reading.case(desk, cases(desk)[0].id)
    assert view.own


def test_a_target_that_is_no_more_refuses_the_whole(desk: Desk) -> None:
    told = list_of(rows(1))
    with pytest.raises(DeskError, match="changed meanwhile"):
        take(desk, told, {2: Decision(Verdict.JOIN, Target(Tie.PEOPLE, row=1))})
    assert cases(desk) == []


def test_who_may_register_nothing_takes_no_list_in(office: Office) -> None:
    wu = colleague(office, "wu", AccountRole.SUPERVISOR)
    with pytest.raises(NotAllowed):
        lists.look(wu, list_of(rows(1)))
    with pytest.raises(NotAllowed):
        take(wu, list_of(rows(1)), {})


def test_what_cannot_have_happened_to_an_order_yet_is_refused_with_its_reason(desk: Desk) -> None:
    told = list_of([[*HEADINGS, "签收时间", "办结时间"], [*order(1), "2025-01-03 09:00", "2031-01-01 09:00"],
                    [*order(2, 办理截止时间="2024-12-31"), "", ""]])
    assert [str(one.why) for one in lists.look(desk, told)] == [
        "“Order finished” stands there at 2031-01-01 09:00, which lies in the future.",
        "The order has to be finished after it arrived."]


def test_what_is_done_to_an_order_once_stays_as_it_was_noted_first(desk: Desk) -> None:
    for hour in ("09:00", "10:30"):
        take(desk, list_of([[*HEADINGS, "签收时间"], [*order(1), f"2025-01-03 {hour}"]]), {})
    [case] = cases(desk)
    assert [(one.kind, one.at) for one in case.order_steps] == [
        (OrderStepKind.SIGNED_IN, datetime(2025, 1, 3, 9))]
    assert len(originals.read(case.orders[0].original)) == 2, "both rows stay as they came"


def test_a_row_that_cannot_be_read_is_known_by_its_number_and_caller(desk: Desk) -> None:
    [row] = lists.look(desk, list_of([list(HEADINGS), order(1, 来电时间="近日")]))
    assert isinstance(row.read, Unread) and row.verdict is Verdict.REFUSED
    assert (row.read.number, row.read.caller, row.read.phone) == (order(1)[0], "韩雨桐", order(1)[5])
