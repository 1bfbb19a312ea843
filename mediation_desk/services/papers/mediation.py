"""Papers of the mediation: the record of a joint session, from its minutes or its free text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mediation_desk.documents.views import mediation as views
from mediation_desk.domain.mediation.minutes import MinuteEntry, require_both_sides
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.presence import time_with, whole_minutes
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Attendance, MinuteKind, NoResult, Outcome, Role, SessionResult
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.papers import statements, table
from mediation_desk.services.papers.drawing import joint_sessions, offer_words, offers_of, parts
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.remedies import remedies
from mediation_desk.services.papers.told import Told, hour

__all__ = ["PAPERS", "joint_sessions", "mediation_record", "parts"]

LONGEST_SPEAKER = 12  # characters before the colon of a line in a record
BLANK_HOUR = "＿＿时＿＿分"  # filled in by hand where nobody entered when the session ended


def mediation_record(told: Told) -> views.MediationRecord:
    """One joint session, the latest unless another is wanted. Talks with one side have no record."""
    session = _session(told)
    day, offers = session.starts_at.date(), offers_of(told, session)
    kept = _of_minutes(told, session) if session.minutes else _of_record(told, session, offers)
    return replace(
        kept, rights_told=session.rights_told, change_asked=session.change_asked,
        told=tuple(table.told_rights(told, day)), requests=tuple(table.requests(told, day)),
        minutes=_minutes(told, session), result=_result(told, session, offers),
        remedies=remedies(told) if told.case.outcome is Outcome.NO_AGREEMENT else ())


def _session(told: Told) -> MediationSession:
    joint = joint_sessions(told.case)
    chosen = [session for session in joint if told.wanted.session in (None, session.id)]
    if not chosen:
        raise DeskError(N_("There is no joint session to make a record of."), field="sessions")
    session = chosen[-1]
    if not (session.record.strip() or session.minutes or session.presences):
        raise DeskError(N_("Write down what was said in the session before printing its record."),
                        field="record")
    return session


def _plain(told: Told, session: MediationSession) -> views.MediationRecord:
    """What stands in every record, whatever was said."""
    return views.MediationRecord(
        office=told.office(), case=replace(told.view(), recorder=session.recorder or ""),
        ordinal=joint_sessions(told.case).index(session) + 1, held_on=session.starts_at.date(),
        began=hour(session.starts_at), ended=hour(session.ended_at) if session.ended_at else BLANK_HOUR,
        place=session.place,
        manner=told.say(N_("{form}, {mode}"), form=told.label(session.form), mode=told.label(session.mode)),
        attendees=tuple(table.attendees(told, session)), signers=tuple(table.signers(told, session)),
        statements=(), agreed=(), issues=(), proposals=(), result="")


def _of_record(told: Told, session: MediationSession, offers: Sequence[Offer]) -> views.MediationRecord:
    """A record in free text; what is agreed, disputed and offered comes from the case."""
    return replace(
        _plain(told, session), statements=tuple(_statements(told, session)),
        agreed=statements.agreed(told), issues=statements.disputes(told),
        proposals=tuple(offer_words(told, offer) for offer in offers))


def _of_minutes(told: Told, session: MediationSession) -> views.MediationRecord:
    """A record as its minutes have it, and nothing beside them."""
    def of(kind: MinuteKind) -> tuple[MinuteEntry, ...]:
        return tuple(entry for entry in session.minutes if entry.kind is kind)

    def said(kind: MinuteKind) -> tuple[views.StatementView, ...]:
        return tuple(views.StatementView(_speaker(told, entry), entry.text) for entry in of(kind))

    return replace(
        _plain(told, session), statements=(*_statements(told, session), *said(MinuteKind.STATEMENT)),
        agreed=tuple(entry.text for entry in of(MinuteKind.FACT)), evidence=said(MinuteKind.EVIDENCE),
        proposals=tuple(entry.text for entry in of(MinuteKind.OFFER)), others=said(MinuteKind.OTHER))


def _speaker(told: Told, entry: MinuteEntry) -> str:
    """Whose words an entry tells, also where they take part no more."""
    return next((party.name for party in told.case.parties_all if party.id == entry.party_id), "")


def _minutes(told: Told, session: MediationSession) -> int | None:
    """How long both sides sat together by the session's clock; None where it never ran."""
    if not session.stretches:
        return None
    return whole_minutes(time_with(session.stretches, None, told.desk.now))


def _statements(told: Told, session: MediationSession) -> Iterator[views.StatementView]:
    """Each line of the free text with its speaker (“name：words”); other lines are the recorder's."""
    for line in filter(None, map(str.strip, session.record.splitlines())):
        speaker, colon, text = line.partition("：")
        named = bool(colon and text.strip() and len(speaker) <= LONGEST_SPEAKER)
        yield views.StatementView(speaker if named else told.words.translate(N_("recorded")),
                                  text.strip() if named else line)


def _result(told: Told, session: MediationSession, offers: list[Offer]) -> str:
    """What came of it as the minutes have it, else as far as the offers tell; without any, that is written
    in by hand."""
    if session.result is None:
        return _result_of_offers(told, session, offers)
    if session.result is SessionResult.GOES_ON:
        return told.say(N_("The mediation is to be continued another time"))
    if session.result is SessionResult.NOT_AGREED:
        reason = told.label(session.no_result or NoResult.OTHER)
        return told.say(N_("The sides did not agree; the reason: {reason}"), reason=reason)
    require_both_sides([*told.case.applicants, *told.case.respondents],
                       {one.party_id: one for one in session.presences})
    accepted = next((offer for offer in offers if offer.accepted_at), None)
    return _agreed(told, accepted) if accepted else told.say(
        N_("The sides agreed; the mediation agreement is signed on this"))


def _result_of_offers(told: Told, session: MediationSession, offers: list[Offer]) -> str:
    if not offers:
        return ""
    accepted = next((offer for offer in offers if offer.accepted_at), None)
    if accepted:
        _require_present(told, session)
        return _agreed(told, accepted)
    return told.say(N_("No offer was accepted by both sides in this session"))


def _agreed(told: Told, accepted: Offer) -> str:
    return told.say(N_("The sides agreed: the respondent pays {amount}, {instalments}; the mediation "
                       "agreement is signed on this"), amount=accepted.amount,
                    instalments=parts(told, accepted.instalments))


def _require_present(told: Told, session: MediationSession) -> None:
    """Nobody has agreed to anything at a table at which they did not sit, themselves or through
    somebody who acts for them: such a record would have nobody to sign it."""
    if session.presences:
        require_both_sides([*told.case.applicants, *told.case.respondents],
                           {one.party_id: one for one in session.presences})
        return
    absent = [party.name for party in told.case.applicants + told.case.respondents
              if not _was_there(told, session, party)]
    if absent:
        raise DeskError(N_("An offer made from this session on was accepted by both sides, but the "
                           "session names neither {names} nor anybody who acts for them as present. Enter "
                           "in the session who was there, and under Intake for whom they act. If it was "
                           "agreed at another meeting, enter that one too."),
                        field="attendees", names=absent)


def _was_there(told: Told, session: MediationSession, party: Party) -> bool:
    present = {attendee.name for attendee in session.attendees if attendee.attendance is Attendance.PARTY}
    acting = {one.name for one in told.case.agents if one.acts_for == party.id}
    if party.role is Role.APPLICANT:
        acting |= {one.name for one in told.case.representatives if one.acts_for in (None, party.id)}
    return not present.isdisjoint({party.name, *acting, *filter(None, (party.legal_representative,))})


PAPERS = (
    Maker(views.MediationRecord, mediation_record, lambda case: bool(joint_sessions(case))),
)
