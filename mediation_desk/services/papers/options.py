"""The options sheet: what one side can choose between, in figures and dates and in plain words.

It is made of open matter and, where the mediator asks for it at that print, of the offers that this side
itself authorised. Nothing of what the other side said alone is part of it, and nobody's bottom line ever is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mediation_desk.documents.views import options as views
from mediation_desk.documents.views.settlement import ClauseView
from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.private import PrivateWord
from mediation_desk.domain.mediation.told import was_told
from mediation_desk.domain.money import Money
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.settlement.routes import PAYMENT_ORDER_CLAIMS
from mediation_desk.domain.sorting.outlook import Proof, outlook
from mediation_desk.domain.vocabulary import Side, Status
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.papers import parties, sorting
from mediation_desk.services.papers.maker import Maker, is_sortable
from mediation_desk.services.papers.mediation import parts
from mediation_desk.services.papers.settlement import default_clause
from mediation_desk.services.papers.told import SIDES, Told
from mediation_desk.services.sorting import limitation

MOST_PROOFS = 3  # of each side; one page holds no more, and the rest is counted


def options_sheet(told: Told) -> views.OptionsSheet:
    """One side's sheet. Raises DeskError for what must be entered first."""
    side = told.wanted.side
    if side is None:
        raise DeskError(N_("Choose the side that this paper is for."), field="side")
    parties.require_both_sides(told)
    if not told.case.claims:
        raise DeskError(N_("Enter what the applicants claim under Intake before printing."), field="claims")
    ahead = outlook(told.sorting, filed_on=told.today, calendar=told.desk.calendar)
    own = ahead.for_side(side)
    limit = limitation.nearest(told.desk, told.case, told.sorting)
    days = [_day(told, stage.latest, stage.unannounced) for stage in ahead.stages]
    case, made = told.view(), told.agreement
    return views.OptionsSheet(
        office=told.office(), case=case, side=told.label(SIDES[side]), pays=side is Side.RESPONDENT,
        reader=case.applicants_short if side is Side.APPLICANT else case.respondents_short,
        claimed=_claimed(told), versions=tuple(sorting.versions(told)), own_proofs=_proofs(own.must_prove),
        other_proofs=_proofs(own.other_must_prove), awarded_by=days[1],
        extended_by=days[2], judged_by=days[-1],
        limit=_day(told, limit.ends_on, limit.unannounced) if limit else "",
        limit_passed=limit is not None and limit.days_left < 0, offers=tuple(_on_the_table(told, side)),
        own_offers=tuple(_own(told, side, told.wanted.own_offers)),
        judicial_confirmation=told.desk.settings.people_mediation,
        payment_order=any(claim.claim in PAYMENT_ORDER_CLAIMS for claim in told.case.claims),
        default=_default(told) if made else None, made_on=told.today)


def _claimed(told: Told) -> Money | None:
    """All that is asked for, once all of it is in figures."""
    return told.claimed if all(claim.asked is not None for claim in told.case.claims) else None


def _day(told: Told, day: date, unannounced: Iterable[int]) -> str:
    return told.unannounced(str(told.words.shown(day)), unannounced)


def _proofs(proofs: Iterable[Proof]) -> views.ProofLines:
    """What is disputed, the dearest first; what nobody disputes hangs on no evidence of the hearing."""
    lines = tuple(views.ProofLine(proof.matter.element.label.zh, Money(abs(proof.stake.fen)))
                  for proof in proofs if proof.stake)
    return views.ProofLines(lines[:MOST_PROOFS], len(lines[MOST_PROOFS:]))


def _on_the_table(told: Told, side: Side) -> Iterator[views.OfferLine]:
    """Each side's latest offer: the own side's released ones, of the other's those that its page showed."""
    for whose in Side:
        known = [one for one in told.case.offers if one.side is whose and (whose is side or was_told(one))]
        accepted = [one for one in known if one.accepted_at]
        for one in accepted or known[-1:]:
            yield _released(told, one)


def _released(told: Told, one: Offer) -> views.OfferLine:
    return views.OfferLine(one.amount, parts(told, one.instalments), told.label(SIDES[one.side]), one.round,
                           one.first_share, one.last_on, one.terms, one.accepted_at is not None)


def _own(told: Told, side: Side, words: Iterable[PrivateWord]) -> Iterator[views.OfferLine]:
    """Only ever of the side that the sheet is for, whatever was handed in."""
    for word in words:
        if word.side is side:
            yield views.OfferLine(word.amount, parts(told, word.instalments or 1),
                                  first_share=word.first_share, last_on=word.last_on, terms=word.terms)


def _default(told: Told) -> ClauseView | None:
    return default_clause(told.agreement, told.claimed) if told.agreement else None


def _is_talked_about(case: Case) -> bool:
    """There is still something to choose: nothing was signed, and the case is not over."""
    return is_sortable(case) and not case.is_signed and case.status is Status.OPEN


PAPERS = (
    Maker(views.OptionsSheet, options_sheet, _is_talked_about, Verb.READ_SEALED,
          with_own=True),
)
