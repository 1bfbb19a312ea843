"""Papers from the table to the archive: record of a session, ledger, return visits, closing form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from mediation_desk.documents import context as views
from mediation_desk.documents.template.filters import cnnumber
from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.sessions import Attendee, MediationSession
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.people import Party
from mediation_desk.domain.performance.ledger import InstalmentStanding, Ledger, Payment, ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import (
    Attendance,
    InstalmentState,
    Outcome,
    Role,
    Satisfaction,
    SessionMode,
)
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.papers import notices, parties, statements
from mediation_desk.services.papers.told import SIDES, Told

LONGEST_SPEAKER = 12  # characters before the colon of a line in a record
BLANK_HOUR = "　　时　　分"  # filled in by hand where nobody entered when the session ended
STATES = {InstalmentState.PAID: N_("paid off"), InstalmentState.UPCOMING: N_("not yet due"),
          InstalmentState.DUE: N_("due today"), InstalmentState.GRACE: N_("late, within grace"),
          InstalmentState.OVERDUE: N_("overdue"), InstalmentState.ACCELERATED: N_("due at once")}
SATISFACTION = {Satisfaction.SATISFIED: N_("satisfied"), Satisfaction.NEUTRAL: N_("fairly satisfied"),
                Satisfaction.DISSATISFIED: N_("dissatisfied")}
OUTCOMES = {
    Outcome.PERFORMED: N_("Agreement reached and performed"),
    Outcome.AGREEMENT: N_("Agreement reached, performance continues"),
    Outcome.RECONCILED: N_("Settled by the parties themselves"),
    Outcome.NO_AGREEMENT: N_("No agreement reached"),
    Outcome.WITHDRAWN: N_("Application withdrawn"),
    Outcome.REFUSED: N_("Application not accepted"),
    Outcome.REFERRED: N_("Referred to another body"),
}


# The record of a joint session


def mediation_record(told: Told) -> views.MediationRecord:
    """One joint session, the latest unless another is wanted. Talks with one side have no record."""
    joint = joint_sessions(told)
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
        ordinal=joint.index(session) + 1, held_on=day, began=notices.hour(session.starts_at),
        ended=notices.hour(session.ended_at) if session.ended_at else BLANK_HOUR, place=session.place,
        manner=told.say(N_("{form}, {mode}"), form=told.label(session.form), mode=told.label(session.mode)),
        attendees=tuple(_attendee(told, one) for one in session.attendees),
        statements=tuple(_statements(told, session)), agreed=statements.agreed(told),
        issues=statements.disputes(told),
        proposals=tuple(_proposal(told, offer) for offer in offers), result=_result(told, session, offers),
        rights_told=session.rights_told, change_asked=session.change_asked,
        remedies=notices.remedies(told) if told.case.outcome is Outcome.NO_AGREEMENT else ())


def joint_sessions(told: Told) -> list[MediationSession]:
    """Sessions face to face, earliest first."""
    return [session for session in told.case.sessions if session.mode is SessionMode.JOINT]


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
    days = [one.starts_at.date() for one in joint_sessions(told)]
    at = joint_sessions(told).index(session)
    begins = date.min if at == 0 else days[at]
    ends = next((day for day in days[at + 1:] if day > days[at]), date.max)
    return [offer for offer in told.case.offers if offer.released_at
            and begins <= offer.released_at.astimezone(told.desk.zone).date() < ends]


def _proposal(told: Told, offer: Offer) -> str:
    told_ = told.say(N_("Round {round}: the {side} offer {amount}, {instalments}"),
                     round=cnnumber(offer.round), side=told.label(SIDES[offer.side]), amount=offer.amount,
                     instalments=_parts(told, offer.instalments))
    return "；".join(filter(None, (told_, offer.terms)))


def _parts(told: Told, count: int) -> str:
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
                        instalments=_parts(told, accepted.instalments))
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


# The ledger


def performance_ledger(told: Told) -> views.PerformanceLedger:
    """Every instalment and every payment, as they stand today."""
    made = told.case.signed_agreement
    standing = ledger(made, told.case.payments, told.today)
    paid = _paid_by_instalment(told, made)
    rows = tuple(_ledger_row(told, one, paid[one.number]) for one in standing.instalments)
    return views.PerformanceLedger(
        office=told.office(), case=told.view(), agreement_number=told.case.number,
        payer="、".join(party.name for party in told.case.respondents), rows=rows, due=made.total,
        paid=total(row.paid for row in rows), balance=standing.outstanding, urges=(), as_of=told.today)


def _paid_by_instalment(told: Told, made: Agreement) -> dict[int, list[tuple[Payment, Money]]]:
    """Which part of each payment went to which instalment, as the ledger laid it."""
    parts: dict[int, list[tuple[Payment, Money]]] = {one.number: [] for one in made.instalments}
    payments = [payment for payment in told.case.payments if payment.paid_on <= told.today]
    before = ledger(made, [], told.today)
    for count, payment in enumerate(payments, start=1):
        after = ledger(made, payments[:count], told.today)
        for earlier, later in zip(before.instalments, after.instalments, strict=True):
            if part := later.paid - earlier.paid:
                parts[later.number].append((payment, part))
        before = after
    return parts


def _ledger_row(told: Told, standing: InstalmentStanding,
                paid: list[tuple[Payment, Money]]) -> views.LedgerRow:
    partly = standing.paid and standing.state is InstalmentState.UPCOMING
    state = told.words.translate(N_("paid in part") if partly else STATES[standing.state])
    return views.LedgerRow(
        standing.number, standing.due_on, standing.amount,
        tuple(_payment_row(told, payment, part, standing.due_on) for payment, part in paid), standing.paid,
        standing.owed, state, standing.days_late)


def _payment_row(told: Told, payment: Payment, part: Money, due_on: date) -> views.PaymentRow:
    to = told.say(N_("to {worker}"), worker=told.name(payment.worker_id)) if payment.worker_id else ""
    return views.PaymentRow(payment.paid_on, part, told.label(payment.method), payment.voucher,
                            max(0, (payment.paid_on - due_on).days),
                            "；".join(filter(None, (to, payment.note))))


# Return visits and the closing form


def return_visit(told: Told) -> views.ReturnVisit:
    """What was said when the parties were called back."""
    if not told.case.visits:
        raise DeskError(N_("Record a return visit under Closing before printing."), field="visits")
    paid, balance = _paid_and_owed(told)
    return views.ReturnVisit(
        office=told.office(), case=told.view(), agreement_number=told.case.number,
        visits=tuple(_visit(told, visit) for visit in told.case.visits), paid=paid, balance=balance)


def _visit(told: Told, visit: ReturnVisit) -> views.VisitView:
    party = _party(told, visit.party_id)
    performed = N_("performed as agreed") if visit.performed else N_("not fully performed")
    return views.VisitView(
        party.name if party else told.words.translate(N_("all parties")), visit.visited_on,
        told.label(visit.manner), "", told.words.translate(performed),
        told.words.translate(SATISFACTION[visit.satisfaction]), visit.note)


def _party(told: Told, party_id: UUID | None) -> Party | None:
    return next((party for party in told.case.parties if party.id == party_id), None)


def _standing(told: Told) -> Ledger | None:
    made = told.case.agreement
    signed = made is not None and made.signed_on is not None
    return ledger(told.case.signed_agreement, told.case.payments, told.today) if signed else None


def _paid_and_owed(told: Told) -> tuple[Money, Money]:
    standing = _standing(told)
    if standing is None:
        return ZERO, ZERO
    return total(one.paid for one in standing.instalments), standing.outstanding


def closing_form(told: Told) -> views.ClosingForm:
    """How the case ended, for approval."""
    case = told.case
    if case.closed_on is None or case.outcome is None:
        raise DeskError(N_("Close the case before printing its closing form."), field="outcome")
    parties.require_both_sides(told)
    made = case.agreement if case.agreement and case.agreement.signed_on else None
    return views.ClosingForm(
        office=told.office(), case=told.view(), applicants=parties.applicants(told),
        respondents=parties.respondents(told), workers=len(case.applicants), claimed=told.claimed,
        outcome=told.words.translate(OUTCOMES[case.outcome]), closed_on=case.closed_on,
        days_used=(case.closed_on - case.received_on).days, course="".join(_course(told, made)),
        settled=made.total if made else ZERO, paid=_paid_and_owed(told)[0],
        agreement_number=case.number if made else None)


def _course(told: Told, made: Agreement | None) -> Iterator[str]:
    """The road in a few sentences: facts and counts, nothing that a side said alone."""
    case = told.case
    yield told.say(N_("The application was received on {day}."), day=case.received_on)
    if case.accepted_on:
        yield told.say(N_("It was accepted on {day}."), day=case.accepted_on)
    if told.sorting.issues:
        issues = [issue.name(statements.CHINESE) for issue in told.sorting.issues]
        yield told.say(N_("The sorting left {count} issues in dispute: {issues}."), count=len(issues),
                       issues=issues)
    if case.sessions:
        joint = len(joint_sessions(told))
        yield told.say(N_("Sessions held: {joint} face to face, {apart} back to back."), joint=joint,
                       apart=len(case.sessions) - joint)
    if made and made.signed_on:
        yield told.say(N_("On {day} the sides signed the agreement: {amount}, {instalments}."),
                       day=made.signed_on, amount=made.total, instalments=_parts(told, len(made.instalments)))
        yield told.say(N_("Paid so far: {paid}; outstanding: {owed}."), paid=_paid_and_owed(told)[0],
                       owed=_paid_and_owed(told)[1])
    if case.visits:
        yield told.say(N_("Return visits: {count}, the last on {day}."), count=len(case.visits),
                       day=case.visits[-1].visited_on)
    if case.closing_note:
        yield told.say(N_("{note}."), note=case.closing_note.rstrip("。"))
