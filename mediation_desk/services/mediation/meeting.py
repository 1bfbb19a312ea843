"""Mediation: sessions with who attended, and the offers told to both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.offers import Offer, next_round
from mediation_desk.domain.mediation.sessions import Attendee, MediationSession
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.text import names
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import Attendance, SessionForm, SessionMode, Side, Station
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.services.desk import Desk
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class SessionDraft:
    """A session as a person enters it; ``starts_at`` is wall-clock time without a zone."""

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


class SessionClash(DeskError):
    """Somebody else changed the same particular of a session since the person looked; nothing was kept.

    ``name``: which particular of the draft; ``stands``: the session as it is stored now.
    """

    def __init__(self, name: str, stands: SessionDraft) -> None:
        super().__init__(
            N_("Somebody else has written “{theirs}” here meanwhile. Look at both, then write what stays."),
            field="mode" if name == "side" else name, theirs=_shown(getattr(stands, name)))
        self.name, self.stands = name, stands

    def looked_at(self, seen: SessionDraft) -> SessionDraft:
        """What the person has seen once they were told of this clash."""
        told: dict[str, Any] = {self.name: getattr(self.stands, self.name)}
        return replace(seen, **told)


def as_drafted(session: MediationSession) -> SessionDraft:
    """A kept session as a person would have entered it."""
    return SessionDraft(session.starts_at, session.form, session.mode, session.side, session.place,
                        session.record, tuple((one.attendance, one.name) for one in session.attendees),
                        session.ended_at, session.recorder, session.rights_told, session.change_asked)


def hold_session(desk: Desk, case_id: UUID, draft: SessionDraft) -> Changes:
    """Record a session, planned or held."""
    with desk.case_work(case_id, "hold_session") as (work, case):
        case.require_accepted()
        _check_session(draft)
        session = MediationSession(
            id=work.new_key(), case_id=case_id, starts_at=draft.starts_at, form=draft.form, mode=draft.mode,
            side=draft.side, place=draft.place.strip(), record=draft.record.strip())
        _record(session, draft)
        _attend(work, session, draft.attendees)
        case.sessions_all.append(session)
        case.advance(Station.MEDIATION)
        return work.commit(lists=("agenda",), result=session.id)


def change_session(desk: Desk, case_id: UUID, session_id: UUID, draft: SessionDraft,
                   seen: SessionDraft | None = None) -> Changes:
    """Correct a session's particulars and who attended.

    ``seen``: the session as the person opened it. What they left alone stays as a colleague may
    have changed it since; what both changed is refused with SessionClash. None: all is written.
    """
    with desk.case_work(case_id, "change_session") as (work, case):
        case.require_open()
        session = _session(case, session_id)
        draft = _joined(as_drafted(session), draft, seen) if seen else draft
        _check_session(draft)
        session.starts_at, session.form, session.mode = draft.starts_at, draft.form, draft.mode
        session.side, session.place, session.record = draft.side, draft.place.strip(), draft.record.strip()
        _record(session, draft)
        if [(a.attendance, a.name) for a in session.attendees] != _named(draft.attendees):
            for attendee in session.attendees:
                attendee.removed_at = work.who.now
            _attend(work, session, draft.attendees)
        return work.commit(lists=("agenda",))


def remove_session(desk: Desk, case_id: UUID, session_id: UUID) -> Changes:
    """Take a session out; it can be restored."""
    with desk.case_work(case_id, "remove_session") as (work, case):
        case.require_open()
        _session(case, session_id).removed_at = work.who.now
        return work.commit(lists=("agenda",))


def make_offer(desk: Desk, case_id: UUID, side: Side, amount: Money, instalments: int = 1,
               terms: str = "") -> Changes:
    """Record an offer made at the table, in the open."""
    if amount <= ZERO:
        raise DeskError(N_("Enter an amount above zero."), field="amount")
    if instalments < 1:
        raise DeskError(N_("An offer has at least one instalment."), field="instalments")
    with desk.case_work(case_id, "make_offer") as (work, case):
        case.require_accepted()
        offer = Offer(id=work.new_key(), case_id=case_id, round=next_round(case.offers, side), side=side,
                      amount=amount, instalments=instalments, terms=terms.strip(),
                      released_at=work.who.now)
        case.offers_all.append(offer)
        case.advance(Station.MEDIATION)
        return work.commit(result=offer.id)


def accept_offer(desk: Desk, case_id: UUID, offer_id: UUID) -> Changes:
    """The other side accepts: the offer's figures are taken over by the settlement."""
    with desk.case_work(case_id, "accept_offer") as (work, case):
        case.require_accepted()
        for offer in case.offers:
            offer.accepted_at = work.who.now if offer.id == offer_id else None
        if not any(offer.accepted_at for offer in case.offers):
            raise DeskError(N_("That entry is no longer there; it may have been removed."))
        case.advance(Station.SETTLEMENT)
        return work.commit()


def remove_offer(desk: Desk, case_id: UUID, offer_id: UUID) -> Changes:
    """Take an offer out; it can be restored."""
    with desk.case_work(case_id, "remove_offer") as (work, case):
        case.require_open()
        for offer in case.offers:
            if offer.id == offer_id:
                offer.removed_at = work.who.now
        return work.commit()


def _record(session: MediationSession, draft: SessionDraft) -> None:
    """What the record's paper says beside its words."""
    session.ended_at, session.recorder = draft.ended_at, (draft.recorder or "").strip() or None
    session.rights_told, session.change_asked = draft.rights_told, draft.change_asked


def _check_session(draft: SessionDraft) -> None:
    if draft.ended_at is not None and draft.ended_at <= draft.starts_at:
        raise DeskError(N_("A session ends after it began."), field="ended_at")
    if draft.form is SessionForm.MOBILE and not draft.place.strip():
        raise DeskError(N_("Say where the mobile session is held."), field="place")
    if draft.mode is SessionMode.CAUCUS and draft.side is None:
        raise DeskError(N_("Say which side the mediator talked to."), field="side")
    if draft.mode is SessionMode.CAUCUS and draft.record.strip():
        raise DeskError(N_("This record would be open to others than the mediators. What a side said alone "
                           "belongs under “Said alone”."), field="record")


def _joined(stands: SessionDraft, draft: SessionDraft, seen: SessionDraft) -> SessionDraft:
    """What stands, with what the person changed of what they saw."""
    stands, draft, seen = _plain(stands), _plain(draft), _plain(seen)
    changed: dict[str, Any] = {}
    for name in (field.name for field in fields(SessionDraft)):
        mine, theirs, before = (getattr(one, name) for one in (draft, stands, seen))
        if mine != before:
            if theirs not in (mine, before):
                raise SessionClash(name, stands)
            changed[name] = mine
    return replace(stands, **changed)


def _plain(draft: SessionDraft) -> SessionDraft:
    """The draft as it would be stored, so that two can be compared."""
    return replace(draft, place=storable(draft.place).strip(), record=storable(draft.record).strip(),
                   recorder=storable(draft.recorder or "").strip() or None,
                   attendees=tuple(_named(draft.attendees)))


def _shown(value: object) -> str | Sentence:
    """One particular of a session, to be told to a person."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return say(N_("Yes") if value else N_("No"))
    if isinstance(value, (SessionForm, SessionMode, Side)):
        return say(value.label)
    if isinstance(value, tuple):
        return "、".join(name for _attendance, name in value)
    return str(value or "")


def _named(attendees: Sequence[tuple[Attendance, str]]) -> list[tuple[Attendance, str]]:
    return [(role, names.person(name)) for role, name in attendees if names.person(name)]


def _attend(work: Work, session: MediationSession, attendees: Sequence[tuple[Attendance, str]]) -> None:
    for position, (attendance, name) in enumerate(_named(attendees)):
        session.attendees_all.append(Attendee(
            id=work.new_key(), case_id=session.case_id, session_id=session.id, attendance=attendance,
            name=name, position=position))


def _session(case: Case, session_id: UUID) -> MediationSession:
    for session in case.sessions:
        if session.id == session_id:
            return session
    raise DeskError(N_("That entry is no longer there; it may have been removed."))
