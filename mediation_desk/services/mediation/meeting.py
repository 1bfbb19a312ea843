"""Mediation: sessions with who attended, and the offers told to both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.offers import Offer, check_offer, next_round
from mediation_desk.domain.mediation.sessions import Attendee, MediationSession, check_session
from mediation_desk.domain.merging import Place, Seen
from mediation_desk.domain.money import Money
from mediation_desk.domain.text import names
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import (
    Attendance,
    SessionForm,
    SessionMode,
    SessionState,
    Side,
    Station,
)
from mediation_desk.domain.words import NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.removing import take_out
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class SessionDraft:
    """A session as a person enters it; ``starts_at`` and ``until`` are wall-clock times without a zone.

    ``state`` counts when the session is first entered: how far it comes afterwards, ``holding`` keeps.
    """

    starts_at: datetime
    form: SessionForm = SessionForm.OFFICE
    mode: SessionMode = SessionMode.JOINT
    side: Side | None = None
    place: str = ""
    record: str = ""
    attendees: Sequence[tuple[Attendance, str]] = ()
    ended_at: datetime | None = None
    recorder: str | None = None
    rights_told: bool | None = None
    change_asked: bool | None = None
    state: SessionState | None = None
    until: datetime | None = None
    mediator_id: UUID | None = None
    language: str | None = None  # the interpreter's


def hold_session(desk: Desk, case_id: UUID, draft: SessionDraft, seen: Seen | None = None) -> Changes:
    """Record a session, planned or held."""
    with desk.case_work(case_id, "hold_session", seen) as (work, case):
        check_session(draft)
        session = MediationSession(
            id=work.new_key(), case_id=case_id, starts_at=draft.starts_at, form=draft.form, mode=draft.mode,
            side=draft.side, place=storable(draft.place).strip(),
            record=storable(draft.record).strip(), state=draft.state)
        _record(session, draft)
        _attend(work, session, draft)
        case.sessions_all.append(session)
        case.advance(Station.MEDIATION)
        return work.commit(lists=("agenda",), result=session.id)


def change_session(desk: Desk, case_id: UUID, session_id: UUID, draft: SessionDraft,
                   seen: Seen | None = None) -> Changes:
    """Correct a session's particulars and who attended.

    What the person left alone stays as a colleague may have changed it since.
    """
    with desk.case_work(case_id, "change_session", seen) as (work, case):
        session = session_of(case, session_id)
        check_session(replace(draft, state=session.state))
        session.starts_at, session.form, session.mode = draft.starts_at, draft.form, draft.mode
        session.side, session.place = draft.side, storable(draft.place).strip()
        session.record = storable(draft.record).strip()
        _record(session, draft)
        _attend(work, session, draft)
        return work.commit(lists=("agenda",))


def remove_session(desk: Desk, case_id: UUID, session_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a session out; it can be restored."""
    with desk.case_work(case_id, "remove_session", seen) as (work, case):
        take_out(work, case, "sessions", session_id)
        return work.commit(lists=("agenda",))


def make_offer(desk: Desk, case_id: UUID, side: Side, amount: Money, instalments: int = 1,
               terms: str = "", *, first_share: Money | None = None, last_on: date | None = None,
               seen: Seen | None = None) -> Changes:
    """Record an offer made at the table, in the open."""
    check_offer(amount, first_share, instalments)
    with desk.case_work(case_id, "make_offer", seen) as (work, case):
        offer = Offer(id=work.new_key(), case_id=case_id, round=next_round(case.offers, side), side=side,
                      amount=amount, instalments=instalments, terms=storable(terms).strip(),
                      first_share=first_share, last_on=last_on, released_at=work.who.now)
        case.offers_all.append(offer)
        case.advance(Station.MEDIATION)
        return work.commit(result=offer.id)


def accept_offer(desk: Desk, case_id: UUID, offer_id: UUID, seen: Seen | None = None) -> Changes:
    """The other side accepts: the offer's figures are taken over by the settlement."""
    with desk.case_work(case_id, "accept_offer", seen) as (work, case):
        wanted = next((offer for offer in case.offers if offer.id == offer_id), None)
        if wanted is None:
            raise NotThere(offer_id)
        work.grounds += [Place("offers", str(offer_id), name) for name in ("amount", "instalments", "terms")]
        for offer in case.offers:
            offer.accepted_at = (offer.accepted_at or work.who.now) if offer is wanted else None
        case.advance(Station.SETTLEMENT)
        return work.commit()


def remove_offer(desk: Desk, case_id: UUID, offer_id: UUID, seen: Seen | None = None) -> Changes:
    """Take an offer out; it can be restored."""
    with desk.case_work(case_id, "remove_offer", seen) as (work, case):
        take_out(work, case, "offers", offer_id)
        return work.commit()


def _record(session: MediationSession, draft: SessionDraft) -> None:
    """When it is to end, who leads it, and what the record's paper says beside its words."""
    session.until, session.mediator_id = draft.until, draft.mediator_id
    session.ended_at, session.recorder = draft.ended_at, storable(draft.recorder or "").strip() or None
    session.rights_told, session.change_asked = draft.rights_told, draft.change_asked


def _named(attendees: Sequence[tuple[Attendance, str]]) -> list[tuple[Attendance, str]]:
    return [(role, names.person(name)) for role, name in attendees if names.person(name)]


def _attend(work: Work, session: MediationSession, draft: SessionDraft) -> None:
    """Let these attend: who is named already stays, who is named no more goes."""
    there = {(one.attendance, one.name): one for one in session.attendees}
    wanted = dict.fromkeys(_named(draft.attendees))
    for who, attendee in there.items():
        if who not in wanted:
            attendee.removed_at = work.who.now
    for position, who in enumerate(wanted):
        if who in there:
            there[who].position = position
        else:
            session.attendees_all.append(Attendee(
                id=work.new_key(), case_id=session.case_id, session_id=session.id, attendance=who[0],
                name=who[1], position=position))
    for attendee in session.attendees:
        if attendee.attendance is Attendance.INTERPRETER:
            attendee.language = storable(draft.language or "").strip() or None


def session_of(case: Case, session_id: UUID) -> MediationSession:
    """The session of that key that stands in the case."""
    for session in case.sessions:
        if session.id == session_id:
            return session
    raise NotThere(session_id)
