"""Papers that are told the whole case: every form whose header says so, with nothing of its own in code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, partial

from mediation_desk.documents.views.shared import ClaimRow, PartyView
from mediation_desk.documents.views.whole_case import (
    ConsentView,
    CourseView,
    InquiryView,
    TermsView,
    WholeCase,
)
from mediation_desk.domain.inquiries import Inquiry
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.people import in_role
from mediation_desk.domain.vocabulary import Role, Side, Source
from mediation_desk.domain.words import N_
from mediation_desk.library.forms import (
    NO_OVERRIDES,
    DocumentHeader,
    document_names,
    document_template,
    usable_header,
)
from mediation_desk.services.papers import (
    claims,
    evidence,
    orders,
    owing,
    parties,
    serving,
    settlement,
    statements,
)
from mediation_desk.services.papers.closing import OUTCOMES
from mediation_desk.services.papers.drawing import joint_sessions
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.performance import paid_and_owed, received
from mediation_desk.services.papers.readiness import OF_EXHIBITS, READY
from mediation_desk.services.papers.remedies import remedies
from mediation_desk.services.papers.told import Told


def makers(forms: Mapping[str, str] = NO_OVERRIDES) -> tuple[Maker, ...]:
    """One for every form that is told the whole case; ``forms``: the office's own, which may be new ones."""
    own = {name: maker for name in document_names(forms) if f"documents/{name}.md" in forms
           for maker in _maker(name, forms)}
    return (*(own.pop(one.form, one) for one in _shipped()), *own.values())


@cache
def _shipped() -> tuple[Maker, ...]:
    return tuple(maker for name in document_names() for maker in _maker(name, NO_OVERRIDES))


def _maker(name: str, forms: Mapping[str, str]) -> Iterator[Maker]:
    header = usable_header(name, forms)
    if header and header.told == "case":
        yield Maker(WholeCase, partial(whole_case, name), READY[header.ready], form=name,
                    with_exhibits=header.ready in OF_EXHIBITS)


def whole_case(form: str, told: Told) -> WholeCase:
    """All that such a paper may say, as far as it was entered."""
    made, asked = told.agreement, _claims(told)
    return WholeCase(
        form=form, office=told.office(), case=told.view(whole=False),
        addressee=_addressee(told, document_template(form, told.desk.forms).header) if form else None,
        applicants=_applicants(told), respondents=parties.respondents(told),
        third_parties=parties.third_parties(told),
        representatives=parties.plain(told, in_role(told.case.parties, Role.REPRESENTATIVE)),
        claims=asked, claimed=_claimed(told, asked),
        facts=tuple(line.strip() for line in told.case.facts_in_brief.splitlines() if line.strip()),
        agreed=statements.agreed(told), issues=statements.disputes(told),
        exhibits=evidence.rows(told), course=_course(told),
        agreed_sum=made.total if made else None,
        instalments=settlement.schedule(told, made).rows if made else (),
        paid=paid_and_owed(told)[0] if told.case.is_signed else None, remedies=remedies(told),
        recipients=_recipients(told),
        asked=tuple(told.asked.values()) if told.wanted.worker is None else (told.asked[told.wanted.worker],),
        inquiries=tuple(_inquiry(told, one) for one in told.case.inquiries), consents=tuple(_consents(told)),
        payees=received(told, told.wanted.worker) if told.case.is_signed else (), terms=_terms(told),
        receipts=serving.receipts(told), orders=orders.views(told))


_ADDRESSED: Mapping[str, Side] = {"applicants": Side.APPLICANT, "respondents": Side.RESPONDENT}
HOTLINE = N_("12345 government service hotline")


def _addressee(told: Told, header: DocumentHeader) -> PartyView | None:
    side = told.wanted.side or _ADDRESSED.get(header.addressed or "")
    if told.wanted.worker is None and side is None:
        return None
    return parties.addressed(told, side or Side.APPLICANT)


def _applicants(told: Told) -> tuple[PartyView, ...]:
    """All of them; on one worker's own copy that worker alone, with no place in a list."""
    if told.wanted.worker is None:
        return parties.applicants(told)
    return (replace(parties.addressed(told, Side.APPLICANT), role=told.label(Role.APPLICANT)),)


def _recipients(told: Told) -> tuple[PartyView, ...]:
    if told.wanted.worker is not None:
        return _applicants(told)
    if told.wanted.side is not None:
        return parties.of_side(told, told.wanted.side)
    return (*parties.applicants(told), *parties.respondents(told), *parties.third_parties(told))


def _claims(told: Told) -> tuple[ClaimRow, ...]:
    worker = told.wanted.worker
    return tuple(row for row in claims.rows(told) if worker is None or row.worker == told.name(worker))


def _claimed(told: Told, asked: tuple[ClaimRow, ...]) -> Money | None:
    """What is asked for in figures; None where nothing is."""
    figures = [claim for claim in told.case.claims if claim.asked is not None
               and told.wanted.worker in (None, claim.worker_id)]
    return total(row.claimed for row in asked) if figures else None


def _course(told: Told) -> CourseView:
    case, settings = told.case, told.desk.settings
    return CourseView(
        applicants_agreed_on=case.applicants_agree_on, respondents_agreed_on=case.respondents_agree_on,
        extended_to=case.extended_to, signed_on=case.first_signed_on, closed_on=case.closed_on,
        outcome=told.words.translate(OUTCOMES[case.outcome]) if case.outcome else "",
        reason=case.closing_note, referred_to=case.referred_to or "", archived_on=case.archived_on,
        volume=case.file_volume or "", box=case.file_box or "",
        retention_years=case.retention_years or settings.retention_years, note=case.file_note or "",
        sent_by=_sent_by(told),
        sessions=tuple(dict.fromkeys(session.starts_at.date() for session in joint_sessions(case))))


def _sent_by(told: Told) -> str:
    """The body that sent the matter; empty where the office has not named it."""
    settings = told.desk.settings
    known = {Source.ARBITRATION: settings.arbitration_commission, Source.COURT: settings.court,
             Source.HOTLINE: told.words.translate(HOTLINE)}
    return known.get(told.case.source, "")


def _inquiry(told: Told, one: Inquiry) -> InquiryView:
    asked = next((party for party in told.case.parties_all if party.id == one.party_id), None)
    view = parties.plain(told, [asked])[0] if asked else None
    return InquiryView(
        one.held_on, one.began, one.ended, one.place, one.asked_by, one.recorder,
        one.person or (view.name if view else ""), one.person_is or (view.role if view else ""),
        tuple(filter(None, map(str.strip, one.text.splitlines()))), view)


def _consents(told: Told) -> Iterator[ConsentView]:
    names = {party.id: party.name for party in told.case.parties_all}
    case, roles = told.case, {party.id: told.label(party.role) for party in told.case.parties_all}
    for found, views in ((case.applicants, parties.applicants(told)),
                         (case.respondents, parties.respondents(told)),
                         (in_role(case.parties, Role.THIRD_PARTY), parties.third_parties(told))):
        roles |= {party.id: view.role for party, view in zip(found, views, strict=True)}
    for one in case.extension_consents:
        yield ConsentView(names[one.party_id], one.agreed_on, one.until, roles[one.party_id])


def _terms(told: Told) -> TermsView | None:
    made = told.agreement
    if made is None:
        return None
    payer = owing.payer(told, made)
    return TermsView(tuple((told.name(share.worker_id), share.amount) for share in made.shares),
                     settlement.manner(told, made, payer),
                     (*owing.owing_clauses(told, made), *settlement.agreed_clauses(told, made, payer)),
                     settlement.payees(told, made))
