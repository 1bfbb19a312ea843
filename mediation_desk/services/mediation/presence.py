"""Attendance: of each party whether it came to a session, itself or through whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.presence import SessionPresence, check_presence
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.text import names
from mediation_desk.domain.vocabulary import Authority, Presence
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation.meeting import session_of
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class PresenceDraft:
    """What somebody answers of one party; who came for it and with what counts where it was represented."""

    presence: Presence
    by: str = ""
    authority: Authority | None = None
    authority_seen: bool | None = None


def note_presence(desk: Desk, case_id: UUID, session_id: UUID, came: Mapping[UUID, PresenceDraft | None],
                  seen: Seen | None = None) -> Changes:
    """Keep what is answered of these parties, all of it or nothing; None takes an answer back."""
    with desk.case_work(case_id, "note_presence", seen) as (work, case):
        session = session_of(case, session_id)
        for party_id, draft in came.items():
            party = case.party(party_id)
            if draft is not None:
                check_presence(draft, party.name)
            _note(work, session, party_id, draft)
        return work.commit()


def _note(work: Work, session: MediationSession, party_id: UUID, draft: PresenceDraft | None) -> None:
    stands = next((one for one in session.presences if one.party_id == party_id), None)
    if draft is None:
        if stands is not None:
            stands.removed_at = work.who.now
        return
    if stands is None:
        stands = SessionPresence(id=work.new_key(), case_id=session.case_id, session_id=session.id,
                                 party_id=party_id, presence=draft.presence)
        session.presences_all.append(stands)
    represented = draft.presence is Presence.REPRESENTED
    stands.presence, stands.by = draft.presence, names.person(draft.by) if represented else ""
    stands.authority = draft.authority if represented else None
    stands.authority_seen = draft.authority_seen if represented else None
