"""The mediator's proposal: put to both sides, answered by each alone, taken over when both accept."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.offers import Offer, next_round
from mediation_desk.domain.mediation.packages.package import Deal
from mediation_desk.domain.mediation.proposals import Proposal, Wish
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import ZERO, total
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import SealedKind, Side, Station
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.holding import Held, opened
from mediation_desk.services.keys.writing import to_write
from mediation_desk.services.mediation.meeting_point import KINDS, proposed
from mediation_desk.services.mediation.sealed_entries import (
    Content,
    entries,
    seal_in,
    written_deal,
    written_wish,
)
from mediation_desk.store.work.work import Work

NOT_BOTH = N_("Both sides have not accepted it.")


def propose(desk: Desk, case_id: UUID, deal: Deal, words: str = "", floor: UUID | None = None,
            seen: Seen | None = None) -> Changes:
    """Keep a deal as the mediator's proposal, sealed; ``floor``: the agreed one that stands meanwhile."""
    _check(deal)
    return _keep(desk, case_id, Side.RESPONDENT, SealedKind.PROPOSAL, {
        **written_deal(deal), "words": storable(words).strip(), "floor": str(floor) if floor else None}, seen)


def answer(desk: Desk, case_id: UUID, proposal_id: UUID, side: Side, accepts: bool, *, hush: bool = False,
           seen: Seen | None = None) -> Changes:
    """Keep what a side answered alone. Nothing but “both accept” is ever told of it; with ``hush`` not
    even to the mediators who look later."""
    return _keep(desk, case_id, side, SealedKind.ANSWER, {
        "proposal": str(proposal_id), "accepts": accepts, "hush": hush}, seen, about=proposal_id)


def wish(desk: Desk, case_id: UUID, proposal_id: UUID, wanted: Wish, seen: Seen | None = None) -> Changes:
    """Keep what a side would rather have than the deal that both accept; asked of each side alone."""
    with desk.case_work(case_id, "keep_sealed", seen) as (work, _case):
        held = to_write(desk, work, case_id)
        if not _standing(work, held, proposal_id).both:
            raise DeskError(NOT_BOTH)
        content = {**written_wish(wanted), "proposal": str(proposal_id)}
        return work.commit(result=seal_in(work, held, desk.who.account_id, wanted.side, SealedKind.WISH,
                                          content))


def adopt(desk: Desk, case_id: UUID, proposal_id: UUID, seen: Seen | None = None) -> Changes:
    """Both accept: the proposal stands in the open record, accepted, and the settlement takes it over.

    It stands among the respondents' offers, since they are who pays.
    """
    with desk.case_work(case_id, "adopt_proposal", seen) as (work, case):
        wanted = _standing(work, opened(desk, work, case_id), proposal_id)
        if not wanted.both:
            raise DeskError(NOT_BOTH)
        for offer in case.offers:
            offer.accepted_at = None
        deal, side = wanted.deal, Side.RESPONDENT
        case.offers_all.append(Offer(
            id=work.new_key(), case_id=case_id, round=next_round(case.offers, side), side=side,
            amount=deal.total, instalments=len(deal.days), terms=wanted.words, released_at=work.who.now,
            accepted_at=work.who.now, first_share=deal.first, last_on=deal.last_on,
            released_by=desk.who.account_id, sealed_id=proposal_id))
        case.advance(Station.SETTLEMENT)
        return work.commit(lists=("cases",), result=case.offers_all[-1].id)


def _standing(work: Work, held: Held, proposal_id: UUID) -> Proposal:
    return _named(proposed(entries(work, held, KINDS)[0]), proposal_id)


def _named(found: Sequence[Proposal], proposal_id: UUID) -> Proposal:
    for one in found:
        if one.id == proposal_id:
            return one
    raise NotThere(proposal_id)


def _keep(desk: Desk, case_id: UUID, side: Side, kind: SealedKind, content: Content, seen: Seen | None,
          about: UUID | None = None) -> Changes:
    with desk.case_work(case_id, "keep_sealed", seen) as (work, case):
        held = to_write(desk, work, case_id)
        if about is not None:
            _standing(work, held, about)
        made = seal_in(work, held, desk.who.account_id, side, kind, content)
        case.advance(Station.MEDIATION)
        return work.commit(result=made)


def _check(deal: Deal) -> None:
    """A proposal is a whole deal, exact to the fen."""
    if not deal.amounts or len(deal.amounts) != len(deal.days) or deal.total <= ZERO:
        raise DeskError(N_("Enter an amount above zero."), field="amount")
    if total(deal.shares) != deal.total or len(deal.shares) != len(deal.workers):
        raise DeskError(N_("The workers' shares add up to {sum}, not to {total}."), field="shares",
                        sum=total(deal.shares), total=deal.total)
