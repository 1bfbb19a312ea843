"""The calendar as each may read it: one's own in full, colleagues' hours, all of it, or nothing."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.places import OfficePlace
from mediation_desk.domain.planning.clashes import ClashKind
from mediation_desk.domain.planning.entries import CalendarFilter, EntryKind
from mediation_desk.domain.sites import HERE, SiteDraft
from mediation_desk.domain.vocabulary import PlaceKind, SessionForm, SessionState, Side
from mediation_desk.services.calendar import clashing, planning
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import moving
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import places, sites
from mediation_desk.services.settlement import settling
from tests.holders import share
from tests.offices import Office
from tests.services.calendar.weeks import ROOM, at, plan, session_of, week, write
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import accepted, asked, case_of, terms


@pytest.fixture
def case_id(office: Office) -> UUID:
    return asked(office.first, accepted(office.first))


def desk_of(office: Office, login: str, *roles: Role) -> Desk:
    colleague(office, login, *roles)
    return office.desk(login, LENT)


def test_ones_own_session_stands_in_full(office: Office, case_id: UUID) -> None:
    session = plan(office.first, case_id, at(9), at(10.5))
    (entry,) = week(office.first)
    assert (entry.kind, entry.on, entry.starts_at, entry.ends_at) == (
        EntryKind.SESSION, date(2025, 1, 21), at(9), at(10.5))
    assert entry.case and entry.case.number == case_of(office.first, case_id).number
    assert (entry.row_id, entry.place, entry.mediator, entry.own, entry.open, entry.movable) == (
        session, ROOM, "陈守信", True, True, True)


def test_a_colleague_sees_the_hour_alone(office: Office, case_id: UUID) -> None:
    """No number, no names, no place, no key by which anything could be asked further."""
    wang = desk_of(office, "wang", Role.MEDIATOR)
    plan(office.first, case_id, at(9), at(10.5), side=Side.APPLICANT)
    (entry,) = week(wang)
    assert entry.busy and (entry.starts_at, entry.ends_at, entry.mediator) == (at(9), at(10.5), "陈守信")
    assert (entry.case, entry.row_id, entry.place, entry.side, entry.mode, entry.form, entry.state) == (
        None, None, "", None, None, None, None)
    assert not entry.movable


def test_a_colleagues_other_days_are_not_seen_at_all(office: Office, case_id: UUID) -> None:
    wang = desk_of(office, "wang", Role.MEDIATOR)
    settling.draft(office.first, case_id, terms("8600.00", date(2025, 1, 23)))
    settling.sign(office.first, case_id, date(2025, 1, 10))
    closing.visit(office.first, case_id, closing.VisitDraft(date(2025, 1, 20)))
    assert {one.kind for one in week(office.first)} == {
        EntryKind.INSTALMENT, EntryKind.VISIT, EntryKind.PERIOD}
    assert week(wang) == ()


def test_who_shares_a_case_reads_it_in_full_and_may_move_it(office: Office, case_id: UUID) -> None:
    wang = colleague(office, "wang", Role.MEDIATOR)
    plan(office.first, case_id, at(9))
    share(office.first, case_id, wang)
    (entry,) = week(office.desk("wang", LENT))
    assert entry.case and entry.case.case_id == case_id and entry.movable


def test_a_supervisor_reads_every_case_and_moves_none(office: Office, case_id: UUID) -> None:
    plan(office.first, case_id, at(9))
    (entry,) = week(desk_of(office, "sun", Role.SUPERVISOR))
    assert entry.case and entry.case.number and entry.place == ROOM and not entry.movable


def test_an_administrator_reads_nothing_not_even_who_is_busy(office: Office, case_id: UUID) -> None:
    plan(office.first, case_id, at(9))
    assert week(desk_of(office, "zhou", Role.ADMINISTRATOR)) == ()


def test_whose_it_is_and_where_it_is_narrow_the_week(office: Office, case_id: UUID) -> None:
    wang = desk_of(office, "wang", Role.MEDIATOR)
    plan(office.first, case_id, at(9))
    plan(office.first, case_id, at(11), place="二号调解室", mediator_id=wang.who.account_id)
    narrowed = [week(office.first, one) for one in (
        CalendarFilter(mediator_id=office.first.who.account_id),
        CalendarFilter(mediator_id=wang.who.account_id), CalendarFilter(room=ROOM))]
    assert [[one.starts_at for one in found] for found in narrowed] == [[at(9)], [at(11)], [at(9)]]


def test_a_room_shows_when_it_is_taken_and_a_place_outside_shows_nothing_of_a_colleague(
        office: Office, case_id: UUID) -> None:
    wang = desk_of(office, "wang", Role.MEDIATOR)
    plan(office.first, case_id, at(9))
    plan(office.first, case_id, at(11), place="南川社区", form=SessionForm.MOBILE)
    (taken,) = week(wang, CalendarFilter(room=ROOM))
    assert taken.busy and taken.starts_at == at(9)
    assert week(wang, CalendarFilter(room="南川社区")) == ()


def test_what_was_called_off_keeps_no_colleague_busy_and_stays_in_ones_own(office: Office,
                                                                           case_id: UUID) -> None:
    wang = desk_of(office, "wang", Role.MEDIATOR)
    plan(office.first, case_id, at(9), state=SessionState.CALLED_OFF)
    assert week(wang) == ()
    (entry,) = week(office.first)
    assert entry.called_off and not entry.movable


def test_a_session_that_was_taken_out_is_gone(office: Office, case_id: UUID) -> None:
    session = plan(office.first, case_id, at(9))
    write(office.first, case_id, session, removed_at=office.first.now)
    assert week(office.first) == ()


def test_an_hour_that_was_ended_early_is_told_as_it_was(office: Office, case_id: UUID) -> None:
    session = plan(office.first, case_id, at(9), at(11))
    write(office.first, case_id, session, ended_at=at(9.5), state=SessionState.HELD)
    (entry,) = week(office.first)
    assert entry.until == at(9.5) == session_of(office.first, case_id, session).ended_at
    assert not entry.movable


def test_the_last_day_in_view_is_in_view_and_the_next_is_not(office: Office, case_id: UUID) -> None:
    plan(office.first, case_id, at(23.75, days=5))
    plan(office.first, case_id, at(0, days=6))
    assert [one.starts_at for one in week(office.first)] == [at(23.75, days=5)]


def test_the_office_names_its_rooms(office: Office) -> None:
    with office.first.work("add_account") as work:
        for kind, name in ((PlaceKind.ROOM, "一号调解室"), (PlaceKind.COMMUNITY, "南川社区")):
            work.put(OfficePlace(id=work.new_key(), kind=kind, name=name))
        work.commit()
    assert planning.between(office.first, date(2025, 1, 20), date(2025, 1, 26)).rooms == ("一号调解室",)


def test_rooms_and_sessions_are_seen_by_site_and_clash_across_all(office: Office, case_id: UUID) -> None:
    """The session of the case at the site, and that of the office's own case, in one room at one hour."""
    desk, other = office.first, asked(office.first, accepted(office.first))
    east = sites.add_site(desk, SiteDraft("城东街道工作站")).result
    assert east
    places.add_place(desk, PlaceKind.ROOM, "东一室", site_id=east)
    places.add_place(desk, PlaceKind.ROOM, ROOM)
    moving.move_site(desk, case_id, east)
    plan(desk, case_id, at(9), at(10.5))
    for site, rooms, at_nine in ((east, ("东一室",), 1), (HERE, (ROOM,), 0), (None, (ROOM, "东一室"), 1)):
        found = planning.between(desk, date(2025, 1, 20), date(2025, 1, 26), CalendarFilter(site_id=site))
        sittings = [one for one in found.entries if one.kind is EntryKind.SESSION]
        assert (found.rooms, len(sittings)) == (tuple(sorted(rooms)), at_nine)
        days = {one.case.case_id for one in found.entries if one.case}
        assert days <= {None: {case_id, other}, east: {case_id}, HERE: {other}}[site]
    clash = clashing.clashes(desk, other, at(10), at(11), ROOM, None)
    assert ClashKind.ROOM in {one.clash.kind for one in clash}


def test_what_a_side_said_alone_is_in_no_row(office: Office, case_id: UUID) -> None:
    canaries = ("晓风残月", "暮霭沉沉")
    caucus.note(office.first, case_id, Side.APPLICANT, canaries[0])
    plan(office.first, case_id, at(9), side=Side.APPLICANT)
    caucus.note(office.first, case_id, Side.RESPONDENT, canaries[1])
    told = repr(week(office.first))
    assert "一号调解室" in told and not any(word in told for word in canaries)
