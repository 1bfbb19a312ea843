"""What the workers give up: undisputed wages, the minimum wage, much of what they asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.agreeing.checking.ground import Ground, Said
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.vocabulary import ClaimHandling
from mediation_desk.domain.words import N_, say

ARREARS = ("unpaid_wages", "gig_pay")
"""Claims for pay that was earned: what nobody disputes of it is no matter of bargaining."""
MUCH = 3  # more than one part in so many given up is much: a usual measure of the offices, no law


def undisputed(ground: Ground) -> Iterator[Said]:
    """What the company admits before bargaining is the floor; undisputed wages are no bargaining matter."""
    return _below(ground, ground.undisputed, _Words(
        N_("{name} gets {share}, less than the {floor} of wages that nobody disputes."),
        N_("{name} is paid {share} for wages, less than the {floor} that nobody disputes."),
        N_("{name} waives wages, though {floor} of them is disputed by nobody.")))


def minimum_wage(ground: Ground) -> Iterator[Said]:
    """Less than the minimum wage for the time worked (Labour Law, art. 48)."""
    return _below(ground, ground.least, _Words(
        N_("{name} gets {share}, less than the minimum wage for the unpaid time, {floor}."),
        N_("{name} is paid {share} for wages, less than the minimum wage for the unpaid time, {floor}."),
        N_("{name} waives wages, also the minimum wage for the unpaid time, {floor}.")))


@dataclass(frozen=True)
class _Words:
    """What is said of a whole share that is too small, of what is paid for wages, and of wages waived."""

    share: str
    paid: str
    waived: str


def _below(ground: Ground, floors: Mapping[UUID, Money], words: _Words) -> Iterator[Said]:
    for worker, share in ground.workers:
        floor = floors.get(worker.id)
        paid, text = _for_wages(ground, worker.id, share, words)
        if floor is not None and paid < floor:
            where = "" if text == words.share else "claim_terms"
            yield Said(say(text, name=worker.name, share=paid, floor=floor), where, of=worker.id)


def _for_wages(ground: Ground, worker: UUID, share: Money, words: _Words) -> tuple[Money, str]:
    """What is paid for the wages: all of the share, unless it is said claim by claim."""
    said = [one for one in ground.agreement.claim_terms if one.worker_id == worker]
    wages = [one for one in said if one.claim in ARREARS]
    paid = total(one.amount or ZERO for one in wages)
    if not said:
        return share, words.share
    waived = not paid and any(one.handling is ClaimHandling.WAIVED for one in wages)
    return paid, words.waived if waived else words.paid


def penalty(ground: Ground) -> Iterator[Said]:
    """A penalty far above the loss can be reduced by the court or the tribunal when a party asks for it
    (Civil Code, art. 585): nobody should count on all of it."""
    agreed = ground.agreement.penalty
    if agreed:
        yield Said(say(N_("A penalty of {penalty} is agreed, {share} % of the total. Where it is far above "
                          "the loss, it can be reduced when that is asked for (Civil Code, art. 585)."),
                       penalty=agreed, share=agreed.fen * 100 // ground.agreement.total.fen))


def given_up(ground: Ground) -> Iterator[Said]:
    """More than a third of what was asked for is given up: everybody should have heard that figure."""
    claimed, agreed = ground.case.claimed, ground.agreement.total
    if (claimed.fen - agreed.fen) * MUCH > claimed.fen:
        yield Said(say(N_("{agreed} of {claimed} is agreed; {share} % of what was asked for is given up."),
                       agreed=agreed, claimed=claimed, share=(claimed.fen - agreed.fen) * 100 // claimed.fen))


def more_than_claimed(ground: Ground) -> Iterator[Said]:
    """The preamble tells what was asked for; the body should not give more without a reason."""
    if ground.agreement.total > ground.case.claimed:
        yield Said(say(N_("The agreement begins with claims of {claimed} and gives {agreed}. Say under the "
                          "further terms what the rest is for, or correct the claims."),
                       claimed=ground.case.claimed, agreed=ground.agreement.total))
