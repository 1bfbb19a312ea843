"""A session set to another time lasts as long as before; two who move it at once are shown each other."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.vocabulary import SessionState
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.calendar import moving
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting
from tests.holders import share
from tests.offices import Office
from tests.services.calendar.weeks import at, plan, session_of, week, write
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import accepted


@pytest.fixture
def case_id(office: Office) -> UUID:
    return accepted(office.first)


@pytest.fixture
def other(office: Office, case_id: UUID) -> Desk:
    share(office.first, case_id, colleague(office, "wang", Role.MEDIATOR))
    return office.desk("wang", LENT)


def test_it_lasts_as_long_as_before(office: Office, case_id: UUID) -> None:
    session = plan(office.first, case_id, at(9), at(10.5))
    moving.move(office.first, case_id, session, at(14, days=1))
    moved = session_of(office.first, case_id, session)
    assert (moved.starts_at, moved.until) == (at(14, days=1), at(15.5, days=1))
    assert [one.at for one, _ in reading.day(office.first).items if one.kind == "session"] == [at(14, days=1)]


def test_where_nobody_said_how_long_nobody_says_it_now(office: Office, case_id: UUID) -> None:
    session = plan(office.first, case_id, at(9))
    moving.move(office.first, case_id, session, at(10))
    assert session_of(office.first, case_id, session).until is None


def test_it_can_be_undone_and_stands_in_the_case_among_all_steps(office: Office, case_id: UUID) -> None:
    session = plan(office.first, case_id, at(9), at(10))
    moved = moving.move(office.first, case_id, session, at(14))
    assert history.steps(office.first, case_id).undo[-1][1] == "move_session"
    history.undo(office.first, case_id, step=moved.touched[case_id].work_id)
    back = session_of(office.first, case_id, session)
    assert (back.starts_at, back.until) == (at(9), at(10))


def test_taking_a_move_back_never_takes_back_what_came_after_it(office: Office, case_id: UUID) -> None:
    session = plan(office.first, case_id, at(9))
    moved = moving.move(office.first, case_id, session, at(14))
    editing.save(office.first, case_id, [editing.Edit("case", case_id, "cause", "", "欠薪")])
    with pytest.raises(DeskError, match="something else in this case since"):
        history.undo(office.first, case_id, step=moved.touched[case_id].work_id)
    assert session_of(office.first, case_id, session).starts_at == at(14)


@pytest.mark.parametrize("state", [SessionState.HELD, SessionState.ADJOURNED, SessionState.CALLED_OFF,
                                   SessionState.UNDER_WAY])
def test_what_is_on_record_does_not_move(office: Office, case_id: UUID, state: SessionState) -> None:
    session = plan(office.first, case_id, at(9), state=state)
    with pytest.raises(DeskError, match="still to be held"):
        moving.move(office.first, case_id, session, at(14))


def test_one_that_ended_does_not_move_whatever_its_state(office: Office, case_id: UUID) -> None:
    session = plan(office.first, case_id, at(9), ended_at=at(10))
    with pytest.raises(DeskError, match="still to be held"):
        moving.move(office.first, case_id, session, at(14))


def test_who_moves_what_a_colleague_moved_meanwhile_sees_both(office: Office, case_id: UUID, other: Desk
                                                             ) -> None:
    """Both look at nine o'clock in the calendar; Wang keeps ten, then Chen drags to two."""
    session = plan(office.first, case_id, at(9), at(10))
    (mine,), (hers,) = week(office.first), week(other)
    moving.move(other, case_id, session, at(10), moving.seen_in(other.seen(case_id), hers))
    with pytest.raises(Conflicts) as found:
        moving.move(office.first, case_id, session, at(14), moving.seen_in(office.first.seen(case_id), mine))
    assert {one.place.field for one in found.value.conflicts} == {"starts_at", "until"}
    assert session_of(office.first, case_id, session).starts_at == at(10)
    moving.move(office.first, case_id, session, at(14), found.value.seen)
    moved = session_of(office.first, case_id, session)
    assert (moved.starts_at, moved.until) == (at(14), at(15))


def test_what_a_colleague_wrote_beside_the_hours_stays(office: Office, case_id: UUID, other: Desk) -> None:
    session = plan(office.first, case_id, at(9), at(10))
    (entry,) = week(office.first)
    reading.case(other, case_id)
    write(other, case_id, session, place="三号调解室")
    moving.move(office.first, case_id, session, at(14), moving.seen_in(office.first.seen(case_id), entry))
    moved = session_of(office.first, case_id, session)
    assert (moved.starts_at, moved.place) == (at(14), "三号调解室")


def test_one_that_a_colleague_took_out_meanwhile_is_told_so(office: Office, case_id: UUID, other: Desk
                                                            ) -> None:
    session = plan(office.first, case_id, at(9))
    reading.case(other, case_id)
    meeting.remove_session(other, case_id, session)
    with pytest.raises(DeskError, match="took this out"):
        moving.move(office.first, case_id, session, at(14))
    assert week(office.first) == () and date(2025, 1, 21) == at(0).date()
