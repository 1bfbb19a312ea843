"""A session goes its way, and is not held before everybody is answered."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.mediation import course
from mediation_desk.domain.mediation.course import FROM, Move, may_move, require_move, sitting
from mediation_desk.domain.mediation.presence import SessionPresence, Stretch
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.vocabulary import Presence, SessionMode, SessionState, Side
from mediation_desk.domain.words import DeskError
from tests.domain import cases

NOW = datetime(2024, 11, 28, 8, tzinfo=UTC)
ENDED = datetime(2024, 11, 28, 16)
STATES = (None, *SessionState)


def session(state: SessionState | None = SessionState.UNDER_WAY, **given: object) -> MediationSession:
    made = MediationSession(id=UUID(int=50), case_id=cases.CASE, starts_at=datetime(2024, 11, 28, 14),
                            state=state)
    for name, value in given.items():
        setattr(made, name, value)
    return made


def answered(one: MediationSession, *parties: UUID) -> MediationSession:
    one.presences_all = [SessionPresence(id=UUID(int=90 + at), case_id=one.case_id, session_id=one.id,
                                         party_id=party, presence=Presence.ABSENT)
                         for at, party in enumerate(parties)]
    return one


@pytest.mark.parametrize("move", list(Move))
@pytest.mark.parametrize("state", STATES)
def test_a_move_that_does_not_follow_is_refused_in_words(move: Move, state: SessionState | None) -> None:
    one = session(state)
    assert may_move(one, move) is (state in FROM[move])
    if state not in FROM[move]:
        with pytest.raises(DeskError, match="cannot be done"):
            require_move(one, move)


def test_a_session_is_not_held_before_each_party_is_answered_and_who_lacks_is_named() -> None:
    case = cases.accepted()
    one = answered(session(), cases.WORKER)
    with pytest.raises(DeskError) as told:
        course.end(one, [*case.applicants, *case.respondents], ENDED, NOW)
    assert told.value.field == "presence"
    assert told.value.sentence.particulars["names"] == ["某公司"]
    assert one.state is SessionState.UNDER_WAY
    course.end(answered(one, cases.WORKER, cases.COMPANY), [*case.applicants, *case.respondents], ENDED, NOW)
    assert (one.state, one.ended_at) == (SessionState.HELD, ENDED)


def test_alone_with_one_side_nobody_is_asked_about_the_other() -> None:
    case = cases.accepted()
    alone = session(mode=SessionMode.CAUCUS, side=Side.RESPONDENT)
    both = session(mode=SessionMode.CAUCUS)
    assert [one.id for one in sitting(alone, case.applicants, case.respondents)] == [cases.COMPANY]
    assert [one.id for one in sitting(both, case.applicants, case.respondents)] == [
        cases.WORKER, cases.COMPANY]


def test_adjourning_and_ending_stop_the_clock() -> None:
    one = session()
    one.stretches_all = [Stretch(id=UUID(int=70), case_id=one.case_id, session_id=one.id,
                                 began_at=datetime(2024, 11, 28, 7, tzinfo=UTC))]
    course.adjourn(one, NOW)
    assert one.stretches[0].ended_at == NOW and one.state is SessionState.ADJOURNED


def test_an_end_before_the_beginning_is_refused() -> None:
    with pytest.raises(DeskError, match="ends after it began"):
        course.end(answered(session()), [], datetime(2024, 11, 28, 13), NOW)


def test_a_session_that_is_called_off_takes_no_place() -> None:
    one = session(SessionState.PLANNED)
    assert one.takes_place
    course.call_off(one)
    assert not one.takes_place
