"""What becomes of the claims: sums against shares, days, and whether the body speaks of what the preamble
begins with."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from mediation_desk.domain.agreeing.checking.ground import Ground, Said
from mediation_desk.domain.agreeing.handling import asked_by_place, handled_of
from mediation_desk.domain.calculators.claims import claim_named
from mediation_desk.domain.settlement.handling import checked
from mediation_desk.domain.vocabulary import ClaimHandling
from mediation_desk.domain.words import N_, DeskError, Sentence, say


def claim_sums(ground: Ground) -> Iterator[Said]:
    """What is paid for a worker's claims is the worker's share, and nothing contradicts itself."""
    made, names = ground.agreement, _names(ground)
    shares = {share.worker_id: share.amount for share in made.shares}
    try:
        checked(handled_of(made), shares, asked_by_place(ground.case), names)
    except DeskError as refused:
        yield Said(refused.sentence)


def done_by_a_day(ground: Ground) -> Iterator[Said]:
    """What is done instead of paying is done by a day, and not before the signing."""
    names = _names(ground)
    for one in ground.agreement.claim_terms:
        if one.handling is not ClaimHandling.REPLACED:
            continue
        name = names.get(one.worker_id, "—")
        if one.by is None:
            yield Said(say(N_("{name}, {claim}: say by which day it is done instead."), name=name,
                           claim=_label(one.claim)))
        elif one.by < ground.on:
            yield Said(say(N_("{name}, {claim}: what is done instead is to be done by {day}, before the "
                              "signing."), name=name, claim=_label(one.claim), day=one.by))


def silent_claims(ground: Ground) -> Iterator[Said]:
    """The agreement begins with every claim; where it says what becomes of a worker's claims, it should
    say it of each."""
    said = {(one.worker_id, one.claim) for one in ground.agreement.claim_terms}
    spoken = {worker for worker, _ in said}
    names = _names(ground)
    for worker, claim in asked_by_place(ground.case):
        if worker in spoken and (worker, claim) not in said:
            yield Said(say(N_("{name}, {claim}: the agreement begins with this claim and does not say what "
                              "becomes of it."), name=names[worker], claim=_label(claim)))


def beyond_a_claim(ground: Ground) -> Iterator[Said]:
    """More is paid for a claim than was asked for it."""
    asked, names = asked_by_place(ground.case), _names(ground)
    for one in ground.agreement.claim_terms:
        most = asked.get((one.worker_id, one.claim))
        if one.amount is not None and most is not None and one.amount > most:
            yield Said(say(N_("{name}, {claim}: {paid} is paid, more than the {asked} that was asked for."),
                           name=names.get(one.worker_id, "—"), claim=_label(one.claim), paid=one.amount,
                           asked=most))


def _names(ground: Ground) -> dict[UUID, str]:
    return {party.id: party.name for party in ground.case.parties_all}


def _label(claim: str) -> Sentence:
    return claim_named(claim).label
