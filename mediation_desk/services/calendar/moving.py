"""Setting a session to another time, as dragging it in the calendar does."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.merging import Place, Seen
from mediation_desk.domain.planning.entries import STILL_TO_BE_HELD, CalendarEntry
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.store.values import plain


def move(desk: Desk, case_id: UUID, session_id: UUID, starts_at: datetime, seen: Seen | None = None
         ) -> Changes:
    """Let the session begin at another time and last as long as before; hours are the office's wall clock.

    Only one that is still to be held moves: what was held, adjourned or called off stays on record.
    """
    with desk.case_work(case_id, "move_session", seen) as (work, case):
        session = _session(case, session_id)
        if session.state not in STILL_TO_BE_HELD or session.ended_at is not None:
            raise DeskError(N_("Only a session that is still to be held can be moved. Enter another one "
                               "instead."), field="starts_at")
        if session.until is not None:
            session.until += starts_at - session.starts_at
        session.starts_at = starts_at
        return work.commit(lists=("agenda",))


def seen_in(known: Seen, entry: CalendarEntry) -> Seen:
    """What a person knows who looks at a session in the calendar: its hours as they stand there."""
    row = str(entry.row_id)
    return known.telling({Place("sessions", row, "starts_at"): plain(entry.starts_at),
                          Place("sessions", row, "until"): plain(entry.ends_at)})


def _session(case: Case, session_id: UUID) -> MediationSession:
    for session in case.sessions:
        if session.id == session_id:
            return session
    raise NotThere(session_id)
