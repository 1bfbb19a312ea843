"""The clock of a session: it runs for a side or for both, and every stretch of it is kept as it begins."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.presence import Stretch, running
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.vocabulary import SessionState, Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation.meeting import session_of


def run_clock(desk: Desk, case_id: UUID, session_id: UUID, side: Side | None, seen: Seen | None = None
              ) -> Changes:
    """Let the clock run for a side, None for both together; it stops for whomever it ran until now."""
    with desk.case_work(case_id, "run_clock", seen) as (work, case):
        session = session_of(case, session_id)
        if session.state is not SessionState.UNDER_WAY:
            raise DeskError(N_("Begin the session first; then its clock runs."), field="clock")
        now = running(session.stretches)
        if now is None or now.side is not side:
            for one in case.sessions:
                one.stop_clock(work.who.now)
            session.stretches_all.append(Stretch(id=work.new_key(), case_id=case_id, session_id=session_id,
                                                 side=side, began_at=work.who.now))
        return work.commit()


def stop_clock(desk: Desk, case_id: UUID, session_id: UUID, seen: Seen | None = None) -> Changes:
    """Let the clock stop."""
    with desk.case_work(case_id, "stop_clock", seen) as (work, case):
        session_of(case, session_id).stop_clock(work.who.now)
        return work.commit()
