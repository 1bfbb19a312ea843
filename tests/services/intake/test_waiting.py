"""Matters put aside: shown to whoever may register cases, kept closed from all else, registered once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.travel.branch import NeedsOffice
from mediation_desk.domain.vocabulary import Role, Source
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering, waiting
from mediation_desk.services.intake.registering import IntakeDraft, OrderDraft, PartyDraft
from mediation_desk.services.intake.waiting import Waiting
from mediation_desk.services.travel import leaving, opening
from mediation_desk.services.upkeep import store_key
from mediation_desk.store.tables.desk import waiting_matters
from mediation_desk.store.tables.journal import journal
from tests.offices import PASSWORD, Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import registered
from tests.services.upkeep.test_store_key import alone

CANARY = "卓玛措没登记的电话13897123456"


def aside(desk: Desk, title: str = "卓玛措 / 湟水快送", content: str = CANARY) -> Changes:
    return waiting.put_aside(desk, Source.HOTLINE, title, content)


def waits(desk: Desk) -> list[Waiting]:
    return list(waiting.same_day(desk).waiting)


def test_a_matter_put_aside_waits_with_its_hours_and_is_opened_by_a_colleague(office: Office) -> None:
    colleague(office, "wang", AccountRole.MEDIATOR)
    came = datetime(2025, 1, 20, 8, 30)
    waiting.put_aside(office.first, Source.HOTLINE, "卓玛措", CANARY, came)
    office.clock.now += timedelta(hours=3)
    told = waiting.same_day(office.desk("wang", LENT))
    (one,) = told.waiting
    assert (one.title, one.content, one.source, one.kept_by) == ("卓玛措", CANARY, Source.HOTLINE, "陈守信")
    assert one.came_at == came and timedelta(hours=3) < told.now - one.came_at < timedelta(hours=4)


def test_nothing_of_it_is_readable_in_the_store_or_its_journal(office: Office) -> None:
    """Neither the text nor its title; and altered, it is shown without them rather than left out."""
    desk = office.first
    aside(desk)
    with desk.store.engine.connect() as connection:
        told = repr([*connection.execute(select(waiting_matters)), *connection.execute(select(journal))])
    assert "waiting_matters" in told and "卓玛措" not in told and "13897123456" not in told
    with desk.store.engine.begin() as connection:
        connection.execute(update(waiting_matters).values(content="bm9uc2Vuc2U="))
    assert [(one.title, one.content) for one in waits(desk)] == [("", None)]


@pytest.mark.parametrize("role", [AccountRole.SUPERVISOR, AccountRole.ADMINISTRATOR])
def test_whoever_registers_no_cases_is_shown_none(office: Office, role: AccountRole) -> None:
    key = aside(office.first).result
    assert key
    colleague(office, "other", role)
    theirs = office.desk("other", LENT)
    assert waits(theirs) == []
    acts: list[Callable[[], Changes]] = [
        lambda: aside(theirs), lambda: waiting.drop(theirs, key, "重复"),
        lambda: waiting.take_back(theirs, key)]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()


def test_it_is_kept_anew_unless_a_colleague_did_so_meanwhile(office: Office) -> None:
    desk = office.first
    aside(desk)
    (seen,) = waits(desk)
    waiting.put_aside_again(desk, seen, Source.WALK_IN, "新的题目", "新的内容")
    assert [(one.title, one.content, one.source) for one in waits(desk)] == [
        ("新的题目", "新的内容", Source.WALK_IN)]
    with pytest.raises(DeskError, match="put this matter aside anew"):
        waiting.put_aside_again(desk, seen, Source.WALK_IN, "", "旧的内容")


def test_it_is_registered_once_and_waits_no_more(office: Office) -> None:
    desk = office.first
    key = aside(desk).result
    draft = IntakeDraft(desk.today, parties=[PartyDraft(Role.APPLICANT, "卓玛措")])
    made = registering.register(desk, draft, key)
    assert made.lists == {"cases", "waiting"} and waits(desk) == []
    with pytest.raises(DeskError, match="waits no more"):
        registering.register(desk, draft, key)
    assert len(reading.find(desk, "卓玛措")) == 1


def test_it_is_dropped_with_a_reason_and_taken_back(office: Office) -> None:
    desk = office.first
    key = aside(desk).result
    assert key
    with pytest.raises(DeskError) as refused:
        waiting.drop(desk, key, "  ")
    assert refused.value.field == "dropped_why"
    waiting.drop(desk, key, "不属于本市")
    assert waits(desk) == []
    with pytest.raises(DeskError, match="waits no more"):
        waiting.drop(desk, key, "再一次")
    waiting.take_back(desk, key)
    assert [one.content for one in waits(desk)] == [CANARY]


def test_no_matter_came_tomorrow(office: Office) -> None:
    with pytest.raises(DeskError) as refused:
        waiting.put_aside(office.first, Source.HOTLINE, "", "", datetime(2025, 1, 21, 9))
    assert refused.value.field == "arrived_at"


def test_cases_received_today_stand_there_until_they_are_decided(office: Office) -> None:
    """Since the hour of their order, else since they were registered; those of other days do not."""
    desk = office.first
    registered(desk)  # of November
    came = datetime(2025, 1, 20, 8, 5)
    by_order = registering.register(desk, IntakeDraft(desk.today, Source.HOTLINE, order=OrderDraft(
        arrived_at=came, number="77"))).result
    walked_in = registering.register(desk, IntakeDraft(desk.today, cause="欠付工资", parties=[
        PartyDraft(Role.APPLICANT, "冯雨")])).result
    assert by_order and walked_in
    told = waiting.same_day(desk)
    assert [one.row.case_id for one in told.undecided] == [by_order, walked_in]
    assert told.undecided[0].since == came
    assert timedelta() <= told.now - told.undecided[1].since < timedelta(minutes=1)
    registering.void(desk, walked_in, desk.today, "重复登记")
    assert [one.row.case_id for one in waiting.same_day(desk).undecided] == [by_order]
    colleague(office, "boss", AccountRole.SUPERVISOR)
    colleague(office, "wang", AccountRole.MEDIATOR)
    assert len(waiting.same_day(office.desk("boss", LENT)).undecided) == 1
    assert waiting.same_day(office.desk("wang", LENT)).undecided == ()
    assert date(2025, 1, 20) == desk.today


def test_it_opens_still_once_the_store_key_was_renewed(office: Office) -> None:
    aside(office.first)
    store_key.renew(alone(office), PASSWORD)
    assert [one.content for one in waits(office.desk())] == [CANARY]


def test_it_does_not_travel(office: Office, tmp_path: Path) -> None:
    """A laptop has none of what waits at the office, and puts none aside."""
    desk = office.first
    aside(desk)
    case_id = registered(desk)
    leaving.pack(desk, leaving.Leaving((case_id,), laptop="小白"), tmp_path / "out.mdbag")
    laptop = opening.found(tmp_path / "laptop", tmp_path / "out.mdbag", PASSWORD, office.around)
    assert waits(laptop) == []
    with pytest.raises(NeedsOffice):
        aside(laptop)
    laptop.store.close()
