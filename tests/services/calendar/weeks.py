"""An office's week: sessions of two mediators, as the tests of the calendar plan them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.planning.entries import ALL, CalendarEntry, CalendarFilter
from mediation_desk.domain.vocabulary import SessionForm, SessionMode, Side
from mediation_desk.services.calendar import planning
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting
from mediation_desk.services.mediation.meeting import SessionDraft
from tests.services.papers_desk import case_of

TUESDAY = datetime(2025, 1, 21)  # the office's clock stands at Monday the 20th
ROOM = "一号调解室"


def at(hour: float, days: int = 0) -> datetime:
    """An hour of that Tuesday, or of a day after it."""
    return TUESDAY + timedelta(days=days, hours=hour)


def plan(desk: Desk, case_id: UUID, begins: datetime, until: datetime | None = None, *, place: str = ROOM,
         side: Side | None = None, form: SessionForm = SessionForm.OFFICE, **more: object) -> UUID:
    """A session of the case; ``more``: fields of its row."""
    mode = SessionMode.CAUCUS if side else SessionMode.JOINT
    made = meeting.hold_session(desk, case_id, SessionDraft(begins, form=form, mode=mode, side=side,
                                                            place=place)).result
    assert made
    write(desk, case_id, made, until=until, **more)
    return made


def write(desk: Desk, case_id: UUID, session_id: UUID, **fields: object) -> None:
    """What stands in fields of a session's row, whoever has a page for it."""
    with desk.case_work(case_id, "change_session") as (work, case):
        session = next(one for one in case.sessions if one.id == session_id)
        for name, value in fields.items():
            setattr(session, name, value)
        work.commit(lists=("agenda",))


def session_of(desk: Desk, case_id: UUID, session_id: UUID) -> MediationSession:
    """The session as it stands."""
    return next(one for one in case_of(desk, case_id).sessions if one.id == session_id)


def week(desk: Desk, wanted: CalendarFilter = ALL) -> Sequence[CalendarEntry]:
    """What the calendar shows from that Monday to Sunday."""
    monday = TUESDAY.date() - timedelta(days=1)
    return planning.between(desk, monday, monday + timedelta(days=6), wanted).entries
