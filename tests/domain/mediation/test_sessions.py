"""Who attended a session."""

from datetime import UTC, datetime
from uuid import UUID

from mediation_desk.domain.mediation.sessions import Attendee, MediationSession
from mediation_desk.domain.vocabulary import Attendance, SessionMode


def attendee(at: int, name: str, position: int, *, removed: bool = False) -> Attendee:
    return Attendee(id=UUID(int=at), case_id=UUID(int=1), session_id=UUID(int=2), name=name,
                    attendance=next(iter(Attendance)), position=position,
                    removed_at=datetime(2024, 12, 1, tzinfo=UTC) if removed else None)


def test_those_present_come_as_they_were_named_and_who_was_taken_out_does_not() -> None:
    session = MediationSession(id=UUID(int=2), case_id=UUID(int=1), starts_at=datetime(2024, 11, 28, 9))
    session.attendees_all = [attendee(3, "才让多杰", 2), attendee(4, "马晓岚", 0),
                             attendee(5, "罗明", 1, removed=True)]
    assert [one.name for one in session.attendees] == ["马晓岚", "才让多杰"]


def test_a_session_is_joint_until_somebody_says_otherwise() -> None:
    session = MediationSession(id=UUID(int=2), case_id=UUID(int=1), starts_at=datetime(2024, 11, 28, 9))
    assert session.mode is SessionMode.JOINT and session.side is None and session.record == ""
