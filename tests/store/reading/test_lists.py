"""Lists of cases: every order, only what one may see, and no more than anybody reads."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.case import Case
from mediation_desk.domain.listing import SORTABLE, CaseFilter
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.store.reading import lists
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
