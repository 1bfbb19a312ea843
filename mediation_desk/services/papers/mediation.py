"""Papers of the mediation: the record of a joint session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mediation_desk.documents.template.filters import cnnumber
from mediation_desk.documents.views import mediation as views
from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.sessions import Attendee, MediationSession
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Attendance, Outcome, Role, SessionMode
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.papers import statements
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.remedies import remedies
from mediation_desk.services.papers.told import SIDES, Told, hour

LONGEST_SPEAKER = 12  # characters before the colon of a line in a record
BLANK_HOUR = "　　时　　分"  # filled in by hand where nobody entered when the session ended


def mediation_record(told: Told) -> views.MediationRecord:
    """One joint session, the latest unless another is wanted. Talks with one side have no record."""
    joint = joint_sessions(told.case)
    wanted = told.wanted.session
    chosen = [session for session in joint if wanted in (None, session.id)]
    if not chosen:
        raise DeskError(N_("There is no joint session to make a record of."), field="sessions")
    session = chosen[-1]
    if not session.record.strip():
        raise DeskError(N_("Write down what was said in the session before printing its record."),
                        field="record")
    day, offers = session.starts_at.date(), _offers(told, session)
    return views.MediationRecord(
        office=told.office(), case=replace(told.view(), recorder=session.recorder or ""),
        ordinal=joint.index(session) + 1, held_on=day, began=hour(session.starts_at),
        ended=hour(session.ended_at) if session.ended_at else BLANK_HOUR, place=session.place,
        manner=told.say(N_("{form}, {mode}"), form=told.label(session.form), mode=told.label(session.mode)),
        attendees=tuple(_attendee(told, one) for one in session.attendees),
        statements=tuple(_statements(told, session)), agreed=statements.agreed(told),
        issues=statements.disputes(told),
        proposals=tuple(_proposal(told, offer) for offer in offers), result=_result(told, session, offers),
        rights_told=session.rights_told, change_asked=session.change_asked,
        remedies=remedies(told) if told.case.outcome is Outcome.NO_AGREEMENT else ())


def joint_sessions(case: Case) -> list[MediationSession]:
    """Sessions face to face, earliest first."""
    return [session for session in case.sessions if session.mode is SessionMode.JOINT]


def _attendee(told: Told, attendee: Attendee) -> views.AttendeeRow:
    """A party is told by its role in the case, when the name is one of the case's."""
    party = next((one for one in told.case.parties if one.name == attendee.name), None)
    if attendee.attendance is Attendance.PARTY and party:
        acting = party.role in (Role.AGENT, Role.REPRESENTATIVE)
        return views.AttendeeRow(told.label(party.role), attendee.name, party.workplace if acting else "")
    firm = next((one for one in told.case.parties if attendee.name == one.legal_representative), None)
    if attendee.attendance is Attendance.PARTY and firm:
        return views.AttendeeRow(told.say(N_("Legal representative")), attendee.name, firm.name)
    own = attendee.attendance is Attendance.MEDIATOR and attendee.name in told.mediators
    return views.AttendeeRow(told.label(attendee.attendance), attendee.name,
                             told.desk.settings.name if own else "")


def _statements(told: Told, session: MediationSession) -> Iterator[views.StatementView]:
    """Each line of the record with its speaker (“name：words”); other lines are the recorder's."""
    for line in filter(None, map(str.strip, session.record.splitlines())):
        speaker, colon, text = line.partition("：")
        named = bool(colon and text.strip() and len(speaker) <= LONGEST_SPEAKER)
        yield views.StatementView(speaker if named else told.words.translate(N_("recorded")),
                                  text.strip() if named else line)


def _offers(told: Told, session: MediationSession) -> list[Offer]:
    """The offers told to both sides from this session until the next joint one.

    They may be entered a day later, so the day of the session alone would lose some; offers told
    before the first joint session belong to it.
    """
    days = [one.starts_at.date() for one in joint_sessions(told.case)]
    at = joint_sessions(told.case).index(session)
    begins = date.min if at == 0 else days[at]
    ends = next((day for day in days[at + 1:] if day > days[at]), date.max)
    return [offer for offer in told.case.offers if offer.released_at
            and begins <= offer.released_at.astimezone(told.desk.zone).date() < ends]


def _proposal(told: Told, offer: Offer) -> str:
    told_ = told.say(N_("Round {round}: the {side} offer {amount}, {instalments}"),
                     round=cnnumber(offer.round), side=told.label(SIDES[offer.side]), amount=offer.amount,
                     instalments=parts(told, offer.instalments))
    return "；".join(filter(None, (told_, offer.terms)))


def parts(told: Told, count: int) -> str:
    """In how many parts a sum is paid."""
    if count == 1:
        return told.say(N_("paid at once"))
    return told.say(N_("in {count} instalments"), count=cnnumber(count))


def _result(told: Told, session: MediationSession, offers: list[Offer]) -> str:
    """What came of it as far as the offers tell; without any, that is written in by hand."""
    if not offers:
        return ""
    accepted = next((offer for offer in offers if offer.accepted_at), None)
    if accepted:
        _require_present(told, session)
        return told.say(N_("The sides agreed: the respondent pays {amount}, {instalments}; the mediation "
                           "agreement is signed on this"), amount=accepted.amount,
                        instalments=parts(told, accepted.instalments))
    return told.say(N_("No offer was accepted by both sides in this session"))


def _require_present(told: Told, session: MediationSession) -> None:
    """Nobody has agreed to anything at a table at which they did not sit, themselves or through
    somebody who acts for them: such a record would have nobody to sign it."""
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
