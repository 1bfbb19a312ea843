"""Papers of the closing: that the mediation ended, what the parties say afterwards, and the approval."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from mediation_desk.documents.views import closing as views
from mediation_desk.domain.case import Case
from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.file_review import points
from mediation_desk.domain.money import ZERO
from mediation_desk.domain.people import Party
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import Outcome, Satisfaction
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.papers import parties, statements
from mediation_desk.services.papers.drawing import CHANGED, SIGNED
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.mediation import joint_sessions, parts
from mediation_desk.services.papers.performance import paid_and_owed
from mediation_desk.services.papers.remedies import remedies
from mediation_desk.services.papers.told import Told
from mediation_desk.services.sorting import limitation

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
ENDINGS = {
    Outcome.NO_AGREEMENT: N_("the sides reached no agreement"),
    Outcome.WITHDRAWN: N_("the applicants withdrew their application"),
    Outcome.RECONCILED: N_("the sides settled the dispute by themselves"),
    Outcome.REFERRED: N_("the matter was referred to another body"),
}


def termination_notice(told: Told) -> views.TerminationNotice:
    """Mediation ended without an agreement; what is agreed all the same, and which ways stay open."""
    case = told.case
    if case.closed_on is None or case.outcome not in ENDINGS:
        raise DeskError(N_("Close the case without an agreement first; then its termination can be told."))
    parties.require_both_sides(told)
    reason = told.words.translate(ENDINGS[case.outcome])
    if case.referred_to:
        reason = told.say(N_("the matter was referred to {office}"), office=case.referred_to)
    return views.TerminationNotice(
        office=told.office(), case=told.view(), applicants=parties.applicants(told),
        respondents=parties.respondents(told), reason="，".join(filter(None, (reason, case.closing_note))),
        ended_on=case.closed_on, agreed=statements.agreed(told), remedies=remedies(told),
        limitation_until=_limitation(told))


def _limitation(told: Told) -> date | None:
    """Until when the first of the claims can be taken to arbitration; None where nothing counts it, or it is
    over already."""
    limit = limitation.nearest(told.desk, told.case, told.sorting)
    return limit.ends_on if limit is not None and limit.days_left >= 0 else None


def return_visit(told: Told) -> views.ReturnVisit:
    """What was said when the parties were called back."""
    if not told.case.visits:
        raise DeskError(N_("Record a return visit under Closing before printing."), field="visits")
    paid, balance = paid_and_owed(told)
    return views.ReturnVisit(
        office=told.office(), case=told.view(), agreement_number=told.case.number,
        visits=tuple(_visit(told, visit) for visit in told.case.visits), paid=paid, balance=balance)


def _visit(told: Told, visit: ReturnVisit) -> views.VisitView:
    party = _party(told, visit.party_id)
    performed = N_("performed as agreed") if visit.performed else N_("not fully performed")
    satisfied = SATISFACTION[visit.satisfaction]
    return views.VisitView(
        party.name if party else told.words.translate(N_("all parties")), visit.visited_on,
        told.label(visit.manner), visit.visited_by or "",
        told.words.translate(performed if visit.reached else N_("nobody answered")),
        told.words.translate(satisfied) if visit.reached else "", visit.note,
        told.label(visit.occasion) if visit.occasion else "", visit.spoken_with or "", visit.result or "")


def _party(told: Told, party_id: UUID | None) -> Party | None:
    return next((party for party in told.case.parties if party.id == party_id), None)


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
        settled=made.total if made else ZERO, paid=paid_and_owed(told)[0],
        agreement_number=case.number if made else None, volume=case.file_volume, review=tuple(_review(told)))


def _review(told: Told) -> Iterator[views.ReviewRow]:
    """The points of the file as somebody answered them; those that nobody did are left to the hand."""
    said = {one.point: one for one in told.case.review}
    for point in points(signed=told.case.is_signed):
        answer = said.get(point)
        yield views.ReviewRow(told.label(point), *((answer.holds is True, answer.holds is False, answer.note)
                                                  if answer else ()))


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
    held = [session for session in case.sessions if session.takes_place]
    if held:
        joint = len(joint_sessions(told.case))
        yield told.say(N_("Sessions held: {joint} face to face, {apart} back to back."), joint=joint,
                       apart=len(held) - joint)
    for one in case.signed_agreements if made else ():
        yield told.say(CHANGED if one.supplements_id else SIGNED, day=one.signed_on, amount=one.total,
                       instalments=parts(told, sum(not each.paid_before for each in one.instalments)))
    if made:
        yield told.say(N_("Paid so far: {paid}; outstanding: {owed}."), paid=paid_and_owed(told)[0],
                       owed=paid_and_owed(told)[1])
    if case.visits:
        yield told.say(N_("Return visits: {count}, the last on {day}."), count=len(case.visits),
                       day=case.visits[-1].visited_on)
    if case.closing_note:
        yield told.say(N_("{note}."), note=case.closing_note.rstrip("。"))


def _ended_without(case: Case) -> bool:
    return case.closed_on is not None and case.outcome in ENDINGS


PAPERS = (
    Maker(views.ClosingForm, closing_form, lambda case: case.closed_on is not None),
    Maker(views.TerminationNotice, termination_notice, _ended_without),
    Maker(views.ReturnVisit, return_visit, lambda case: bool(case.visits)),
)
