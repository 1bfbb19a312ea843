"""Papers that are told the whole case: every form whose header says so, with nothing of its own in code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from mediation_desk.documents.views.shared import PartyView
from mediation_desk.documents.views.whole_case import CourseView, WholeCase
from mediation_desk.domain.people import in_role
from mediation_desk.domain.vocabulary import Role, Side
from mediation_desk.library.forms import DocumentHeader, document_names, document_template
from mediation_desk.services.papers import claims, evidence, parties, serving, settlement, statements
from mediation_desk.services.papers.closing import OUTCOMES
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.performance import paid_and_owed
from mediation_desk.services.papers.readiness import OF_EXHIBITS, READY
from mediation_desk.services.papers.remedies import remedies
from mediation_desk.services.papers.told import Told


@cache
def makers() -> tuple[Maker, ...]:
    """One for every form that is told the whole case."""
    headers = {name: document_template(name).header for name in document_names()}
    return tuple(Maker(WholeCase, partial(whole_case, name), READY[header.ready], form=name,
                       with_exhibits=header.ready in OF_EXHIBITS)
                 for name, header in headers.items() if header.told == "case")


def whole_case(form: str, told: Told) -> WholeCase:
    """All that such a paper may say, as far as it was entered."""
    made = told.agreement
    return WholeCase(
        form=form, office=told.office(), case=told.view(whole=False),
        addressee=_addressee(told, document_template(form).header) if form else None,
        applicants=parties.applicants(told), respondents=parties.respondents(told),
        third_parties=parties.third_parties(told),
        representatives=parties.plain(told, in_role(told.case.parties, Role.REPRESENTATIVE)),
        claims=claims.rows(told), claimed=told.claimed if told.case.claims else None,
        facts=tuple(line.strip() for line in told.case.facts_in_brief.splitlines() if line.strip()),
        agreed=statements.agreed(told), issues=statements.disputes(told),
        exhibits=evidence.rows(told), course=_course(told),
        agreed_sum=made.total if made else None,
        instalments=settlement.schedule(told, made).rows if made else (),
        paid=paid_and_owed(told)[0] if told.case.is_signed else None, remedies=remedies(told),
        receipts=serving.receipts(told))


_ADDRESSED: Mapping[str, Side] = {"applicants": Side.APPLICANT, "respondents": Side.RESPONDENT}


def _addressee(told: Told, header: DocumentHeader) -> PartyView | None:
    side = told.wanted.side or _ADDRESSED.get(header.addressed or "")
    if told.wanted.worker is None and side is None:
        return None
    return parties.addressed(told, side or Side.APPLICANT)


def _course(told: Told) -> CourseView:
    case, settings = told.case, told.desk.settings
    return CourseView(
        applicants_agreed_on=case.applicants_agree_on, respondents_agreed_on=case.respondents_agree_on,
        extended_to=case.extended_to, signed_on=case.first_signed_on, closed_on=case.closed_on,
        outcome=told.words.translate(OUTCOMES[case.outcome]) if case.outcome else "",
        reason=case.closing_note, referred_to=case.referred_to or "", archived_on=case.archived_on,
        volume=case.file_volume or "", box=case.file_box or "",
        retention_years=case.retention_years or settings.retention_years, note=case.file_note or "")
