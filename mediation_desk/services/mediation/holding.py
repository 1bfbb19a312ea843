"""Holding a session: it begins, is adjourned and gone on with, ends, or is called off."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation import course
from mediation_desk.domain.mediation.sessions import Attendee, MediationSession, check_session
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Attendance, SessionState, Station
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation.meeting import session_of
from mediation_desk.store.work.work import Work


def begin_session(desk: Desk, case_id: UUID, session_id: UUID, seen: Seen | None = None) -> Changes:
    """The session begins now."""
    with desk.case_work(case_id, "begin_session", seen) as (work, case):
        course.begin(session_of(case, session_id))
        case.advance(Station.MEDIATION)
        return work.commit(lists=("agenda",))


def adjourn_session(desk: Desk, case_id: UUID, session_id: UUID, seen: Seen | None = None) -> Changes:
    """The session breaks off, to be gone on with another time; its clock stops."""
    with desk.case_work(case_id, "adjourn_session", seen) as (work, case):
        course.adjourn(session_of(case, session_id), work.who.now)
        return work.commit(lists=("agenda",))


def go_on_with_session(desk: Desk, case_id: UUID, session_id: UUID, starts_at: datetime,
                       seen: Seen | None = None) -> Changes:
    """Plan the session that goes on from an adjourned one: as that one was held, at another time."""
    with desk.case_work(case_id, "go_on_with_session", seen) as (work, case):
        before = session_of(case, session_id)
        course.require_move(before, course.Move.GO_ON)
        going_on = _going_on(work, before, starts_at)
        check_session(going_on)
        case.sessions_all.append(going_on)
        return work.commit(lists=("agenda",), result=going_on.id)


def _going_on(work: Work, before: MediationSession, starts_at: datetime) -> MediationSession:
    made = MediationSession(
        id=work.new_key(), case_id=before.case_id, starts_at=starts_at, form=before.form, mode=before.mode,
        side=before.side, place=before.place, state=SessionState.PLANNED, mediator_id=before.mediator_id,
        continues_id=before.id)
    made.attendees_all = [Attendee(id=work.new_key(), case_id=made.case_id, session_id=made.id,
                                   attendance=one.attendance, name=one.name, position=one.position)
                          for one in before.attendees if one.attendance is Attendance.MEDIATOR]
    return made


def end_session(desk: Desk, case_id: UUID, session_id: UUID, ended_at: datetime,
                seen: Seen | None = None) -> Changes:
    """The session was held: refused until it is answered of each party that sits in it whether it came.

    ``ended_at``: wall-clock time without a zone.
    """
    with desk.case_work(case_id, "end_session", seen) as (work, case):
        session = session_of(case, session_id)
        course.end(session, sitting(case, session), ended_at, work.who.now)
        case.advance(Station.MEDIATION)
        return work.commit(lists=("agenda",))


def call_off_session(desk: Desk, case_id: UUID, session_id: UUID, seen: Seen | None = None) -> Changes:
    """The session does not take place."""
    with desk.case_work(case_id, "call_off_session", seen) as (work, case):
        course.call_off(session_of(case, session_id))
        return work.commit(lists=("agenda",))


def sitting(case: Case, session: MediationSession) -> list[Party]:
    """The parties of the case who sit in the session."""
    return course.sitting(session, case.applicants, case.respondents)
