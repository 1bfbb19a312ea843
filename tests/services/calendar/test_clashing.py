"""While planning: a mediator, a room or a party that would be in two places at once is said, not refused."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.planning.clashes import ClashKind
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import SessionForm, SessionState, Side
from mediation_desk.services.calendar import clashing
from mediation_desk.services.calendar.clashing import Told
from tests.offices import Office
from tests.services.calendar.weeks import ROOM, at, plan
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import COMPANY, accepted, case_of


@pytest.fixture
def cases(office: Office) -> tuple[UUID, UUID]:
    """Two workers each, against one company: the first at nine on Tuesday in the first room."""
    first = accepted(office.first, ("温若晴", "路知夏"))
    plan(office.first, first, at(9), at(10.5))
    return first, accepted(office.first, ("祁小川",))


def said(found: list[Told]) -> list[tuple[ClashKind, str]]:
    return [(one.clash.kind, one.clash.what or one.mediator) for one in found]


def test_the_mediator_the_room_and_the_company_are_taken(office: Office, cases: tuple[UUID, UUID]) -> None:
    first, second = cases
    found = clashing.clashes(office.first, second, at(10), at(11), ROOM, None)
    assert said(found) == [(ClashKind.MEDIATOR, "陈守信"), (ClashKind.ROOM, ROOM), (ClashKind.PARTY, COMPANY)]
    assert {(one.clash.starts_at, one.clash.until, one.clash.case_number) for one in found} == {
        (at(9), at(10.5), case_of(office.first, first).number)}


def test_a_talk_with_one_side_takes_up_that_side_alone(office: Office, cases: tuple[UUID, UUID]) -> None:
    found = clashing.clashes(office.first, cases[1], at(10), at(11), "二号调解室", UUID(int=7),
                             side=Side.APPLICANT)
    assert found == []


def test_when_the_other_is_over_nothing_is_said(office: Office, cases: tuple[UUID, UUID]) -> None:
    assert clashing.clashes(office.first, cases[1], at(10.5), at(11), ROOM, None) == []
    assert clashing.clashes(office.first, cases[1], at(8), at(9), ROOM, None) == []


def test_where_nobody_said_how_long_an_hour_is_assumed_and_said(office: Office,
                                                               cases: tuple[UUID, UUID]) -> None:
    assert clashing.clashes(office.first, cases[1], at(8), None, ROOM, None) == []
    found = clashing.clashes(office.first, cases[1], at(8.25), None, ROOM, None)
    assert found and all(one.clash.assumed for one in found)


def test_a_session_that_is_changed_does_not_clash_with_itself(office: Office,
                                                             cases: tuple[UUID, UUID]) -> None:
    session = case_of(office.first, cases[0]).sessions[0].id
    assert clashing.clashes(office.first, cases[0], at(9.5), at(11), ROOM, None, session) == []
    assert clashing.clashes_of_move(office.first, cases[0], session, at(9.25)) == []


def test_a_move_is_compared_with_its_length_and_its_room(office: Office, cases: tuple[UUID, UUID]) -> None:
    session = plan(office.first, cases[1], at(14), at(16), place=ROOM)
    assert clashing.clashes_of_move(office.first, cases[1], session, at(7)) == []
    found = clashing.clashes_of_move(office.first, cases[1], session, at(7.25))
    assert {kind for kind, _ in said(found)} == set(ClashKind)


def test_a_place_outside_is_no_room_and_what_was_called_off_takes_nothing(
        office: Office, cases: tuple[UUID, UUID]) -> None:
    plan(office.first, cases[0], at(14), place="南川社区", form=SessionForm.MOBILE, mediator_id=UUID(int=7))
    plan(office.first, cases[0], at(16), state=SessionState.CALLED_OFF)
    found = clashing.clashes(office.first, cases[1], at(14), None, "南川社区", None)
    assert [kind for kind, _ in said(found)] == [ClashKind.PARTY]
    assert clashing.clashes(office.first, cases[1], at(16), None, ROOM, None) == []


def test_of_a_colleagues_case_no_party_is_compared_and_no_number_told(office: Office,
                                                                     cases: tuple[UUID, UUID]) -> None:
    """Wang has a matter with the same company: that it sits elsewhere too she may not learn."""
    colleague(office, "wang", Role.MEDIATOR)
    wang = office.desk("wang", LENT)
    hers = accepted(wang, ("冶文斌",))
    found = clashing.clashes(wang, hers, at(9), at(10), ROOM, None)
    assert said(found) == [(ClashKind.ROOM, ROOM)] and found[0].clash.case_number == ""
    assert said(clashing.clashes(wang, hers, at(9), at(10), "", office.first.who.account_id)) == [
        (ClashKind.MEDIATOR, "陈守信")]


def test_who_may_not_read_the_case_asks_in_vain(office: Office, cases: tuple[UUID, UUID]) -> None:
    colleague(office, "wang", Role.MEDIATOR)
    with pytest.raises(NotAllowed):
        clashing.clashes(office.desk("wang", LENT), cases[0], at(9), None, ROOM, None)
