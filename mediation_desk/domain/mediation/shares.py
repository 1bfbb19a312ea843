"""Sharing a sum among the workers: by claim, by equal reduction, by what is undisputed first, or by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from mediation_desk.domain.money import Money, total
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, DeskError


class Sharing(Term):
    """How a sum is shared among the workers."""

    BY_CLAIM = "by_claim", N_("In proportion to the claims")
    EQUAL_REDUCTION = "equal_reduction", N_("Everybody gives up the same amount")
    UNDISPUTED_FIRST = "undisputed_first", N_("What is undisputed first, the rest by claim")
    BY_HAND = "by_hand", N_("By hand")


def shared(whole: Money, sharing: Sharing, claims: Sequence[Money], undisputed: Sequence[Money] = (),
           by_hand: Sequence[Money] = ()) -> list[Money]:
    """The workers' shares in their order, exact to the fen.

    ``undisputed``: for that sharing; ``by_hand``: for that one, adding up to ``whole`` (DeskError).
    """
    return _WAYS[sharing](whole.fen, [one.fen for one in claims], [one.fen for one in undisputed], by_hand)


def above_floors(whole: Money, claims: Sequence[Money], floors: Sequence[Money]) -> list[Money]:
    """By claim, but nobody under their floor: who would be gets the floor, the others share what is left.

    The floors must not come to more than ``whole`` (ValueError).
    """
    if total(floors) > whole:
        raise ValueError("the floors come to more than there is")
    fixed: dict[int, Money] = {}
    while True:
        open_to = [at for at in range(len(claims)) if at not in fixed]
        left = whole - total(fixed.values())
        parts = dict(zip(open_to, by_weight(left, [claims[at].fen for at in open_to]), strict=True))
        low = [at for at, part in parts.items() if part < floors[at]]
        if not low:
            return [fixed[at] if at in fixed else parts[at] for at in range(len(claims))]
        fixed |= {at: floors[at] for at in low}


def by_weight(whole: Money, weights: Sequence[int]) -> list[Money]:
    """By largest remainder in proportion to the weights; equally where all of them are nothing."""
    if not weights:
        return []
    return whole.split(weights if any(weights) else [1] * len(weights))


def _by_claim(whole: int, claims: Sequence[int], _sure: Sequence[int], _hand: Sequence[Money]) -> list[Money]:
    return by_weight(Money(whole), claims)


def _equal_reduction(whole: int, claims: Sequence[int], _sure: Sequence[int],
                     _hand: Sequence[Money]) -> list[Money]:
    """Constrained equal losses: the same reduction for all, but nobody gives up more than their claim."""
    losing, reduction = list(range(len(claims))), sum(claims) - whole
    if reduction <= 0:
        return _by_claim(whole, claims, (), ())
    losses = dict.fromkeys(losing, 0)
    while losing:
        left = reduction - sum(losses[at] for at in losses if at not in losing)
        parts = dict(zip(losing, Money(left).split([1] * len(losing)), strict=True))
        over = [at for at in losing if parts[at].fen > claims[at]]
        losses |= {at: min(part.fen, claims[at]) for at, part in parts.items()}
        if not over:
            break
        losing = [at for at in losing if at not in over]
    return [Money(claim - losses[at]) for at, claim in enumerate(claims)]


def _undisputed_first(whole: int, claims: Sequence[int], sure: Sequence[int],
                      _hand: Sequence[Money]) -> list[Money]:
    if whole <= sum(sure):
        return by_weight(Money(whole), sure)
    open_still = [max(0, claim - known) for claim, known in zip(claims, sure, strict=True)]
    rest = by_weight(Money(whole - sum(sure)), open_still)
    return [Money(known) + part for known, part in zip(sure, rest, strict=True)]


def _by_hand(whole: int, _claims: Sequence[int], _sure: Sequence[int],
             typed: Sequence[Money]) -> list[Money]:
    if any(one.fen < 0 for one in typed):
        raise DeskError(N_("No amount may be below zero."), field="shares")
    if total(typed).fen != whole:
        raise DeskError(N_("The workers' shares add up to {sum}, not to {total}."), field="shares",
                        sum=total(typed), total=Money(whole))
    return list(typed)


_Way = Callable[[int, Sequence[int], Sequence[int], Sequence[Money]], list[Money]]
_WAYS: Mapping[Sharing, _Way] = MappingProxyType({
    Sharing.BY_CLAIM: _by_claim, Sharing.EQUAL_REDUCTION: _equal_reduction,
    Sharing.UNDISPUTED_FIRST: _undisputed_first, Sharing.BY_HAND: _by_hand})
