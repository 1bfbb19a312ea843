"""Says while a session is planned who or what would be in two places at once; it refuses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.planning.clashes import Attending, Clash, Sitting
from mediation_desk.domain.planning.clashes import clashes as between
from mediation_desk.domain.planning.entries import CalendarEntry
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import SessionForm, Side
from mediation_desk.services.desk import Desk
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class Told:
    """A clash with the name of whoever mediates twice, "" in other clashes."""

    clash: Clash
    mediator: str = ""


def clashes(desk: Desk, case_id: UUID, starts_at: datetime, until: datetime | None, place: str,
            mediator_id: UUID | None, session_id: UUID | None = None, *,
            form: SessionForm = SessionForm.OFFICE, side: Side | None = None) -> list[Told]:
    """What a session of the case would clash with, earliest first; hours are the office's wall clock.

    ``until`` None: an hour is assumed, and the clash says so. ``mediator_id`` None: the case's own.
    ``session_id``: the session that is being changed, which does not clash with itself. ``side``: it is a
    talk with that side alone. Of a colleague's session only that the mediator or the room is taken then is
    told, and nothing of its case: who its parties are is not even compared.
    """
    with desk.case_reading(case_id, Verb.READ_CASE, whole=False) as (work, case):
        return _told(work, Sitting(
            session_id=session_id, starts_at=starts_at, until=until,
            mediator_id=mediator_id or case.mediator_id,
            room=place.strip() if form is SessionForm.OFFICE else "",
            parties=work.planned.parties_of(case.id, side), case_number=case.number))


def clashes_of_move(desk: Desk, case_id: UUID, session_id: UUID, starts_at: datetime) -> list[Told]:
    """What a session would clash with at another time, everything else as it stands."""
    with desk.case_reading(case_id, Verb.READ_CASE, whole=False) as (work, case):
        session = next((one for one in case.sessions if one.id == session_id), None)
        if session is None:
            return []
        until = session.until + (starts_at - session.starts_at) if session.until else None
        return _told(work, Sitting(
            session_id=session_id, starts_at=starts_at, until=until,
            mediator_id=session.mediator_id or case.mediator_id,
            room=session.place if session.form is SessionForm.OFFICE else "",
            parties=work.planned.parties_of(case.id, session.side), case_number=case.number))


def _told(work: Work, planned: Sitting) -> list[Told]:
    near = [one for one in work.planned.around(planned.starts_at, planned.end) if not one.called_off]
    parties, names = work.planned.attending(near), work.accounts.names()
    return [Told(clash, names.get(clash.mediator_id, "") if clash.mediator_id else "")
            for clash in between(planned, [_sitting(one, parties) for one in near])]


def _sitting(entry: CalendarEntry, parties: Mapping[UUID, frozenset[Attending]]) -> Sitting:
    assert entry.starts_at is not None
    return Sitting(
        session_id=entry.row_id, starts_at=entry.starts_at, until=entry.ends_at,
        mediator_id=entry.mediator_id, room=entry.place if entry.form is SessionForm.OFFICE else "",
        parties=parties.get(entry.row_id, frozenset()) if entry.row_id else frozenset(),
        case_number=entry.case.number if entry.case else "")
