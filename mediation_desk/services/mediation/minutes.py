"""The joint minutes of a session: what happened is drawn up from the open record, and edited in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation import minutes
from mediation_desk.domain.mediation.minutes import MinuteEntry
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import MinuteKind, NoResult, SessionResult
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation.holding import sitting
from mediation_desk.services.mediation.meeting import session_of
from mediation_desk.services.papers import drawing
from mediation_desk.services.papers.told import Told
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class EntryDraft:
    """An entry as it stands in the editor; ``id`` None: not kept yet."""

    kind: MinuteKind
    text: str
    party_id: UUID | None = None
    about: str = ""
    id: UUID | None = None


@dataclass(frozen=True)
class MinutesDraft:
    """The minutes of a session as they stand in the editor, entries in their order."""

    entries: Sequence[EntryDraft] = ()
    result: SessionResult | None = None
    no_result: NoResult | None = None


def keep_minutes(desk: Desk, case_id: UUID, session_id: UUID, draft: MinutesDraft, seen: Seen | None = None
                 ) -> Changes:
    """Keep the minutes as they stand in the editor; what a colleague added meanwhile stays.

    That the sides agreed is refused unless both are there: see ``minutes.require_both_sides``.
    """
    with desk.case_work(case_id, "keep_minutes", seen) as (work, case):
        session = session_of(case, session_id)
        minutes.require_joint(session.mode)
        minutes.check_result(draft.result, draft.no_result)
        if draft.result is SessionResult.AGREED:
            minutes.require_both_sides(sitting(case, session),
                                       {one.party_id: one for one in session.presences})
        for one in draft.entries:
            if one.party_id is not None and one.id is None:
                case.party(one.party_id)
        _write(work, session, draft.entries)
        session.result = draft.result
        session.no_result = draft.no_result if draft.result is SessionResult.NOT_AGREED else None
        return work.commit()


def _write(work: Work, session: MediationSession, entries: Sequence[EntryDraft]) -> None:
    """Whatever is in the editor no more goes, in the order of the editor the rest stands."""
    there = {entry.id: entry for entry in session.minutes}
    wanted = {one.id for one in entries}
    for key, entry in there.items():
        if key not in wanted:
            entry.removed_at = work.who.now
    for position, one in enumerate(entries):
        text = storable(one.text).strip()
        if not text:
            raise DeskError(N_("Write the entry, or take it out."), field="text")
        stands = there.get(one.id) if one.id else _new(work, session, one)
        if stands is not None:  # a colleague may have taken it out meanwhile
            stands.kind, stands.party_id = one.kind, one.party_id
            stands.text, stands.position = text, position


def _new(work: Work, session: MediationSession, draft: EntryDraft) -> MinuteEntry:
    made = MinuteEntry(id=work.new_key(), case_id=session.case_id, session_id=session.id, kind=draft.kind,
                       about=draft.about)
    session.minutes_all.append(made)
    return made


def drawn(desk: Desk, case_id: UUID, session_id: UUID) -> tuple[EntryDraft, ...]:
    """What the open record has that the minutes do not tell yet, in Chinese, as papers are. Nothing of what a
    side said alone is part of a case."""
    with desk.case_reading(case_id, Verb.READ_CASE) as (work, case):
        session = session_of(case, session_id)
        minutes.require_joint(session.mode)
        told = Told.of(desk, work, case, exhibits=True)
        known = {entry.about for entry in session.minutes if entry.about}
        return tuple(one for one in _drawn(told, session) if one.about not in known)


def _drawn(told: Told, session: MediationSession) -> Iterator[EntryDraft]:
    for kind, found in ((MinuteKind.STATEMENT, drawing.statements(told)),
                        (MinuteKind.FACT, drawing.facts(told)),
                        (MinuteKind.EVIDENCE, drawing.evidence(told)),
                        (MinuteKind.OFFER, drawing.offers(told, session))):
        for about, text, party_id in found:
            yield EntryDraft(kind, text, party_id, about)
