"""Lists of cases: every order, only what one may see, and no more than anybody reads."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, insert

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.agenda import Due, due_range
from mediation_desk.domain.case import Case
from mediation_desk.domain.listing import SORTABLE, CaseFilter
from mediation_desk.domain.people import Party
from mediation_desk.domain.sites import HERE, SiteDraft
from mediation_desk.domain.summary import AgendaRow
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import moving, registering
from mediation_desk.services.office import sites
from mediation_desk.store.reading import lists
from mediation_desk.store.tables.desk import agenda_rows
from mediation_desk.store.work.work import Actor, Work
from tests.offices import Office

NAMES = ("马晓岚", "韩雨桐", "李向东", "马俊海", "马玉兰")


def register(desk: Desk, name: str, day: int) -> UUID:
    """A case with one applicant."""
    made = registering.register(desk, registering.IntakeDraft(
        date(2025, 1, day), parties=[registering.PartyDraft(Role.APPLICANT, name)]))
    assert made.result
    return made.result


def applicants(desk: Desk, **wanted: object) -> list[str]:
    """The first applicants of the filtered list, in its order."""
    return [row.first_applicant for row in reading.page(desk, CaseFilter(**wanted), 0, 100)]  # type: ignore[arg-type]


@pytest.fixture
def desk(office: Office) -> Desk:
    """Five cases, received on the first five days of the year in turn."""
    for day, name in enumerate(NAMES, 1):
        register(office.first, name, day)
    return office.first


def colleague(desk: Desk) -> UUID:
    """Another mediator's account."""
    with desk.work("add_account") as work:
        made = Account(id=work.new_key(), login="qi", name="祁小川", roles=frozenset({AccountRole.MEDIATOR}),
                       public_key=b"", created_at=work.who.now)
        work.accounts.add(made)
        work.commit()
    return made.id


def seen_by(desk: Desk, account: UUID, text: str = "") -> list[str]:
    """What the list shows another account."""
    who = Actor(account_id=account, verb="read", now=desk.now)
    with desk.store.work(who, desk.calendar, reading=True) as work:
        page = work.lists.page(CaseFilter(text=text), 0, 100)
        assert work.lists.count(CaseFilter(text=text)) == len(page)
        return [row.first_applicant for row in page]


def case_of(work: Work, mediator: UUID, name: str) -> Case:
    """A case that another mediator leads, without any key shared yet."""
    case = Case(id=work.new_key(), number="宁中劳调〔2025〕0009号", mediator_id=mediator,
                received_on=date(2025, 1, 9), created_at=work.who.now)
    worker = Party(id=work.new_key(), case_id=case.id, position=0, role=Role.APPLICANT, name=name)
    case.parties_all.append(worker)
    return case


def test_the_newest_received_stand_first(desk: Desk) -> None:
    assert applicants(desk) == list(reversed(NAMES))


@pytest.mark.parametrize("order", SORTABLE)
def test_every_order_is_the_same_list_and_turns_round(desk: Desk, order: str) -> None:
    up, down = applicants(desk, sort=order, descending=False), applicants(desk, sort=order)
    assert sorted(up) == sorted(NAMES)
    assert up == list(reversed(down))


def test_cases_alike_in_a_column_stand_by_the_day_they_were_received(desk: Desk) -> None:
    assert applicants(desk, sort="station", descending=False) == list(NAMES)


def test_the_cases_of_a_site_are_listed_and_counted_alone(desk: Desk) -> None:
    """Two of five belong to the site; the typed text and the day's agenda are narrowed alike."""
    east = sites.add_site(desk, SiteDraft("城东街道工作站")).result
    assert east
    for row in reading.page(desk, CaseFilter(text="马"), 0, 2):
        moving.move_site(desk, row.case_id, east)
    assert applicants(desk, sites=(east,)) == ["马玉兰", "马俊海"]
    assert applicants(desk, sites=(HERE,)) == ["李向东", "韩雨桐", "马晓岚"]
    assert applicants(desk, sites=(east, HERE)) == list(reversed(NAMES))
    assert applicants(desk, sites=(HERE,), text="马") == ["马晓岚"]
    for site, names in ((east, {"马玉兰", "马俊海"}), (HERE, {"李向东", "韩雨桐", "马晓岚"})):
        day = reading.day(desk, sites=(site,))
        assert {case.first_applicant for _row, case in day.items} == names
        assert sum(day.stations.values()) == len(names)
        with desk.reading() as work:
            wanted = due_range(Due.PERIODS, desk.today)
            every = work.lists.due(wanted, 100, (site,))[1]
            assert work.lists.due(wanted, 1, (site,))[1] == every  # counted, where not all is read
    with desk.reading() as work:
        assert work.lists.open_by_site() == {east: 2}
        assert work.lists.is_any_at(east) and not work.lists.is_any_at(UUID(int=9))


def test_a_typed_text_brings_up_no_more_than_the_newest_that_answer_it(
        desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST_FOUND", 2)
    assert applicants(desk, text="马") == ["马玉兰", "马俊海"]
    assert applicants(desk, text="马", sort="received_on", descending=False) == ["马俊海", "马玉兰"]
    assert reading.count(desk, CaseFilter(text="马")) == 2


def test_other_filters_narrow_before_the_newest_are_taken(
        desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST_FOUND", 2)
    assert applicants(desk, text="马", received_until=date(2025, 1, 3)) == ["马晓岚"]


def test_a_mediator_sees_own_cases_and_nobody_elses(desk: Desk) -> None:
    other = colleague(desk)
    with desk.work("register") as work:
        work.cases.add(case_of(work, other, "才让东珠"))
        work.commit()
    assert seen_by(desk, other) == ["才让东珠"]
    assert applicants(desk) == list(reversed(NAMES))
    assert (seen_by(desk, other, "马"), seen_by(desk, other, "cr")) == ([], ["才让东珠"])


def test_a_changed_name_is_found_at_once_and_the_old_one_no_more(desk: Desk) -> None:
    case_id = register(desk, "冶文斌", 6)
    worker = reading.case(desk, case_id).case.applicants[0]
    editing.save(desk, case_id, [editing.Edit("party", worker.id, "phone", "", "19900000009")])
    assert [row.first_applicant for row in reading.find(desk, "19900000009")] == ["冶文斌"]
    editing.save(desk, case_id, [editing.Edit("party", worker.id, "name", "冶文斌", "白玛措")])
    assert not reading.find(desk, "冶文")
    assert [row.first_applicant for row in reading.find(desk, "bmc")] == ["白玛措"]
    assert applicants(desk, text="白玛")[0] == "白玛措"


def test_people_of_cases_one_does_not_see_are_not_listed(desk: Desk) -> None:
    """Five cases with one applicant each; a colleague sees none of them."""
    with desk.reading() as work:
        mine = list(work.lists.people(row.case_id for row in work.lists.find("马")))
    assert sorted(one.name for one in mine) == ["马俊海", "马晓岚", "马玉兰"]
    other = Actor(account_id=colleague(desk), verb="read", now=desk.now)
    with desk.store.work(other, desk.calendar, reading=True) as work:
        assert list(work.lists.people([one.case_id for one in mine])) == []


# -- what presses ------------------------------------------------------------------------

TODAY = date(2025, 6, 2)


def fill_agenda(desk: Desk, case_id: UUID, rows: list[tuple[str, date]]) -> None:
    """Put lines on the agenda of a case that is at hand already; fourteen years of an office in a moment."""
    with desk.store.engine.begin() as connection:
        connection.execute(delete(agenda_rows))
        connection.execute(insert(agenda_rows), [
            vars(AgendaRow(case_id=case_id, kind=kind, on=on)) for kind, on in rows])


def due(desk: Desk, what: Due, limit: int = 100) -> tuple[list[tuple[str, date]], int]:
    with desk.reading() as work:
        items, total = work.lists.due(due_range(what, TODAY), limit)
    return [(row.kind, row.on) for row, _case in items], total


def test_with_thousands_late_today_and_the_coming_days_still_stand_whole(office: Office) -> None:
    """5,000 instalments late since 2011, one more each day; a session today and one period to come."""
    desk = office.first
    case_id = register(desk, "马晓岚", 1)
    late = [("instalment", TODAY - timedelta(days=days)) for days in range(1, 5001)]
    coming = [("session", TODAY), ("mediation_end", TODAY + timedelta(days=3)), ("acceptance", TODAY)]
    fill_agenda(desk, case_id, late + coming)
    items, total = due(desk, Due.OVERDUE)
    assert items == late[:100] and total == 5000
    assert due(desk, Due.TODAY) == ([("acceptance", TODAY)], 1)
    assert due(desk, Due.SESSIONS) == ([("session", TODAY)], 1)
    assert due(desk, Due.PERIODS) == ([("mediation_end", TODAY + timedelta(days=3))], 1)
    assert due(desk, Due.INSTALMENTS) == ([], 0)


def test_duties_stand_before_what_the_sides_may_do_and_chances_are_never_late(office: Office) -> None:
    case_id = register(office.first, "马晓岚", 1)
    yesterday, earlier = TODAY - timedelta(days=1), TODAY - timedelta(days=9)
    fill_agenda(office.first, case_id, [
        ("arbitration_open", yesterday), ("review", yesterday), ("session", yesterday),
        ("instalment", earlier), ("acceptance", earlier - timedelta(days=1))])
    assert due(office.first, Due.OVERDUE) == ([("instalment", earlier), (
        "acceptance", earlier - timedelta(days=1)), ("arbitration_open", yesterday)], 3)


def test_so_many_that_nobody_counts_them_are_said_to_be_that_or_more(
        office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST_COUNTED", 20)
    case_id = register(office.first, "马晓岚", 1)
    fill_agenda(office.first, case_id, [("acceptance", TODAY - timedelta(days=day)) for day in range(1, 31)])
    items, total = due(office.first, Due.OVERDUE, limit=10)
    assert (len(items), total) == (10, 20)


def test_a_mediator_is_told_of_their_own_cases_alone(office: Office) -> None:
    desk = office.first
    other = colleague(desk)
    with desk.work("register") as work:
        case = case_of(work, other, "才让东珠")
        work.cases.add(case)
        work.commit()
    mine = register(desk, "马晓岚", 1)
    with desk.store.engine.begin() as connection:
        connection.execute(delete(agenda_rows))
        connection.execute(insert(agenda_rows), [
            vars(AgendaRow(case_id=case_id, kind="acceptance", on=TODAY - timedelta(days=1)))
            for case_id in (mine, case.id, case.id)])
    assert due(desk, Due.OVERDUE, limit=1)[1] == 1
    who = Actor(account_id=other, verb="read", now=desk.now)
    with desk.store.work(who, desk.calendar, reading=True) as work:
        assert work.lists.due(due_range(Due.OVERDUE, TODAY), 1)[1] == 2
        wanted = CaseFilter(due=due_range(Due.OVERDUE, TODAY))
        assert [row.first_applicant for row in work.lists.page(wanted, 0, 10)] == ["才让东珠"]
