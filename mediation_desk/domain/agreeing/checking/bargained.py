"""What the workers give up: undisputed wages, the minimum wage, much of what they asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from mediation_desk.domain.agreeing.checking.ground import Ground, Said
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import N_, say

MUCH = 3  # more than one part in so many given up is much: a usual measure of the offices, no law


def undisputed(ground: Ground) -> Iterator[Said]:
    """What the company admits before bargaining is the floor; undisputed wages are no bargaining matter."""
    return _below(ground, ground.undisputed, N_(
        "{name} gets {share}, less than the {floor} of wages that nobody disputes."))


def minimum_wage(ground: Ground) -> Iterator[Said]:
    """Less than the minimum wage for the time worked (Labour Law, art. 48)."""
    return _below(ground, ground.least, N_(
        "{name} gets {share}, less than the minimum wage for the unpaid time, {floor}."))


def _below(ground: Ground, floors: Mapping[UUID, Money], words: str) -> Iterator[Said]:
    for worker, share in ground.workers:
        floor = floors.get(worker.id)
        if floor is not None and share < floor:
            yield Said(say(words, name=worker.name, share=share, floor=floor), of=worker.id)


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
