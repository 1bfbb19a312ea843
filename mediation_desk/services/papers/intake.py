"""Papers of the intake: the register, the notices of rights, of acceptance and of refusal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from mediation_desk.documents.template.filters import cndate
from mediation_desk.documents.views import intake as views
from mediation_desk.documents.views.annex import AskedTable
from mediation_desk.documents.views.shared import EvidenceRow
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.vocabulary import Outcome, Refusal, Role, SessionMode, Side
from mediation_desk.domain.words import N_, DeskError, say
from mediation_desk.services.papers import claims, parties
from mediation_desk.services.papers.maker import Maker, has_both_sides
from mediation_desk.services.papers.remedies import remedies
from mediation_desk.services.papers.told import Told, hour

OTHER_SIDE = {Side.APPLICANT: Side.RESPONDENT, Side.RESPONDENT: Side.APPLICANT}
MATERIALS: Mapping[Side, tuple[str, ...]] = {
    Side.APPLICANT: (
        N_("A copy of each applicant's identity card"),
        N_("What shows the work and the pay: contracts, transfers, rosters, dispatch or attendance records, "
           "chats"),
        N_("For an agent: the letter of authority and a copy of the agent's identity card")),
    Side.RESPONDENT: (
        N_("A copy of the business licence and proof of who the legal representative is"),
        N_("The contracts or agreements signed with the applicants"),
        N_("Wage payment records, and attendance or dispatch records, of the time in dispute"),
        N_("For an agent: the letter of authority and a copy of the agent's identity card")),
}
REASONS = {Refusal.OUT_OF_SCOPE: N_("the dispute is outside the scope of labour dispute mediation"),
           Refusal.NO_CONSENT: N_("a side does not consent to mediation")}


def intake_register(told: Told) -> views.IntakeRegister:
    """The one-stop intake. Amounts not yet in figures stay open."""
    if not told.case.applicants:
        raise DeskError(N_("Enter at least one {role} under Intake before printing."), field="applicants",
                        role=say(Role.APPLICANT.label))
    case = told.case
    if not case.facts_in_brief:
        raise DeskError(N_("Enter the facts in brief under Intake before printing."), field="facts_in_brief")
    asked = claims.rows(told)
    return views.IntakeRegister(
        office=told.office(), case=told.view(), applicants=parties.applicants(told),
        respondents=parties.respondents(told), claims=asked, claimed=told.claimed,
        facts=case.facts_in_brief, oral=None, confidential=case.confidential,
        registrar=told.names.get(case.mediator_id, ""),
        evidence=tuple(_evidence(told)), respondent_consents_on=case.respondents_agree_on,
        opinion=_opinion(told), asked=AskedTable.of(asked) if asked else None)


def _opinion(told: Told) -> str | None:
    case = told.case
    if case.accepted_on:
        accepted = told.say(N_("Accepted on {day}: within the scope, and both sides consent"),
                            day=case.accepted_on)
        out = [told.say(N_("{name} does not consent and stays out of the mediation"), name=one.name)
               for one in case.left_out]
        return "；".join([accepted, *out])
    if case.refused_on:
        return told.say(N_("Not accepted on {day}: {reason}"), day=case.refused_on, reason=_reason(told))
    return None


def _evidence(told: Told) -> Iterator[EvidenceRow]:
    """What was named as evidence for the elements, each once."""
    named: dict[str, list[str]] = {}
    for entry in told.case.entries:
        element = next((one for one in told.sorting.sheet.elements() if one.id == entry.element), None)
        if entry.evidence.strip() and element and element.label.zh not in named.get(entry.evidence, ()):
            named.setdefault(entry.evidence, []).append(element.label.zh)
    for number, (evidence, proves) in enumerate(named.items(), start=1):
        yield EvidenceRow(str(number), evidence, proves="、".join(proves))


def acceptance_notice(told: Told) -> views.AcceptanceNotice:
    """Tell one side that the case is taken in, until when and by whom."""
    case = told.case
    if case.accepted_on is None:
        raise DeskError(N_("Accept the case first: both sides must consent."))
    parties.require_both_sides(told)
    if not told.desk.settings.phone:
        raise DeskError(N_("Enter the office's telephone number in the office settings before printing."),
                        field="phone")
    side = told.wanted.side or Side.APPLICANT
    session = _next_session(told, case.accepted_on)
    return views.AcceptanceNotice(
        office=told.office(), case=told.view(), recipient=parties.addressed(told, side),
        opponents=(told.listed(parties.names(told, OTHER_SIDE[side])),),
        mediator_phone=told.desk.settings.phone,
        materials=tuple(map(told.words.translate, MATERIALS[side])), issued_on=case.accepted_on,
        session_at=_clock(session.starts_at) if session else None,
        session_place=_place(told, session) if session else None)


def _next_session(told: Told, since: date) -> MediationSession | None:
    """The first joint session that is arranged."""
    return next((session for session in told.case.sessions
                 if session.mode is SessionMode.JOINT and session.takes_place
                 and session.starts_at.date() >= since), None)


def _clock(moment: datetime) -> str:
    """A day with its hour, in Chinese."""
    return f"{cndate(moment.date())}{hour(moment)}"


def _place(told: Told, session: MediationSession) -> str:
    """Where a session is held: its own place, else what its form says."""
    return session.place or told.label(session.form)


def refusal_notice(told: Told) -> views.RefusalNotice:
    """Tell the applicants in writing why the case is not taken in: the whole of it, or against those
    respondents who did not consent."""
    case = told.case
    refused_on = case.refused_on or (case.accepted_on if case.left_out else None)
    if refused_on is None:
        raise DeskError(N_("The application was not refused; there is nothing to give notice of."))
    parties.require_both_sides(told)
    left_out = tuple(one.name for one in case.left_out)
    return views.RefusalNotice(
        office=told.office(), case=told.view(), recipient=parties.addressed(told, Side.APPLICANT),
        opponents=left_out or parties.names(told, Side.RESPONDENT),
        reason=told.words.translate(REASONS[Refusal.NO_CONSENT]) if left_out else _reason(told),
        articles=(told.say(N_("Consultation and Mediation Provisions, art. 22")),),
        remedies=remedies(told), issued_on=refused_on)


def _reason(told: Told) -> str:
    reason = told.words.translate(REASONS[told.case.refusal]) if told.case.refusal else ""
    return "，".join(filter(None, (reason, told.case.closing_note)))


def rights_notice(told: Told) -> views.RightsNotice:
    """The rights and duties of one side, or of both, to be signed for."""
    parties.require_both_sides(told)
    sides = (told.wanted.side,) if told.wanted.side else tuple(Side)
    recipients = tuple(party for side in sides for party in parties.of_side(told, side))
    return views.RightsNotice(office=told.office(), case=told.view(), recipients=recipients,
                              confidential=told.case.confidential)


PAPERS = (
    Maker(views.RefusalNotice, refusal_notice,
          lambda case: case.outcome is Outcome.REFUSED or bool(case.left_out)),
    Maker(views.AcceptanceNotice, acceptance_notice, lambda case: case.accepted_on is not None),
    Maker(views.IntakeRegister, intake_register, lambda case: bool(case.applicants)),
    Maker(views.RightsNotice, rights_notice, has_both_sides),
)
