"""The supplementary agreement on paper: what is left of a signed agreement, set anew."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.documents.views import supplement as views
from mediation_desk.documents.views.annex import annex
from mediation_desk.domain.agreeing.supplement import received_by_worker
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import total
from mediation_desk.domain.people import in_role
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.papers import owing, parties, settlement
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.told import Told
from mediation_desk.store.work.work import Work

SUPPLEMENT = views.SupplementaryAgreement.TEMPLATE


def changing(case: Case) -> Agreement | None:
    """What changes the signed agreement: drafted, else as it was signed last; None: nothing changes it."""
    signed = case.agreement
    return case.supplement or (signed if signed and signed.supplements_id else None)


def supplement(told: Told) -> views.SupplementaryAgreement:
    """What the change says; nothing that depends on the day of signing. DeskError where there is none."""
    made = changing(told.case)
    if made is None:
        raise DeskError(N_("The agreement has not been changed."))
    former = [one for one in told.case.signed_agreements if one is not made]
    signs_as, payer = owing.signs_as(told, made), owing.payer(told, made)
    received = received_by_worker(made)
    bound, applicants = settlement.bound, parties.applicants(told)
    dates, accounts = settlement.coming(told, made), settlement.payees(told, made)
    return views.SupplementaryAgreement(
        office=told.office(), case=told.view(), ordinal=len(former),
        applicants=applicants,
        respondents=bound(told.case.respondents, parties.respondents(told), signs_as),
        third_parties=bound(in_role(told.case.parties, Role.THIRD_PARTY), parties.third_parties(told),
                            signs_as),
        former=tuple(_former(former)), reasons=tuple(_lines(made.supplements_why)),
        rests=tuple(views.RestRow(told.name(share.worker_id), received[share.worker_id],
                                  share.amount - received[share.worker_id]) for share in made.shares),
        received=total(received.values()), total=made.total, schedule=dates,
        manner=settlement.manner(told, made, payer), payees=accounts,
        clauses=tuple(settlement.agreed_clauses(told, made, payer)), payer=payer,
        owing=tuple(owing.owing_clauses(told, made)), debtors=owing.debtor_table(told, made),
        unannounced=settlement.unannounced(told, made), copies=made.copies, place=made.signing_place or None,
        judicial_confirmation=told.desk.settings.people_mediation,
        annex=annex(applicants, dates, accounts))


def _former(signed: list[Agreement]) -> Iterator[views.FormerAgreement]:
    for ordinal, one in enumerate(signed):
        assert one.signed_on is not None
        yield views.FormerAgreement(ordinal, one.signed_on, one.total)


def _lines(text: str | None) -> Iterator[str]:
    return filter(None, map(str.strip, (text or "").splitlines()))


def _frozen(work: Work, case: Case) -> Paper | None:
    """The last signed change byte for byte; None while another one is drafted, or there is none."""
    made = case.agreement
    if case.supplement is not None or made is None or not made.supplements_id:
        return None
    return settlement.kept_as_signed(work, case, SUPPLEMENT, made)


PAPERS = (
    Maker(views.SupplementaryAgreement, supplement, lambda case: changing(case) is not None, kept=_frozen,
          to_sign=lambda told: told.case.supplement.id if told.case.supplement else None),
)
