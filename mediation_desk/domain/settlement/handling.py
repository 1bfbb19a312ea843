"""What becomes of each claim, exact: what is paid for a worker's claims is that worker's share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.settlement.claim_terms import Handled, Handling, Place
from mediation_desk.domain.vocabulary import ClaimHandling, InKind
from mediation_desk.domain.words import N_, DeskError

FIELD = "claim_terms"
Shares = Mapping[UUID, Money]
Asked = Mapping[Place, Money | None]
"""Every claim of the case in its order, with what is asked for it; None: not in figures yet."""


def checked(handled: Handled, shares: Shares, claimed: Collection[Place],
            names: Mapping[UUID, str]) -> Handled:
    """The same, once nothing in it contradicts itself, the claims, or the workers' shares.

    ``names``: of the workers. Nothing has to be said; of a worker of whom anything is said, what is paid
    adds up to the share. Raises DeskError beside the field.
    """
    places = [one.place for one in handled.claims]
    if any(place not in claimed for place in places):
        raise DeskError(N_("The terms say what becomes of a claim that nobody makes any more. Say anew what "
                           "becomes of the claims."), field=FIELD)
    if len(set(places)) < len(places):
        raise DeskError(N_("Say of each claim only once what becomes of it."), field=FIELD)
    for one in handled.claims:
        _check(one)
    said = handled.by_worker()
    for worker, share in shares.items():
        paid = paid_for(said.get(worker, ()))
        if worker in said and paid != share:
            raise DeskError(N_("What {name} is paid for the claims adds up to {sum}, not to the share of "
                               "{total}."), field=FIELD, name=names.get(worker, "—"), sum=paid, total=share)
    return handled


def _check(one: Handling) -> None:
    if one.is_paid and not one.amount:
        raise DeskError(N_("Give every claim that is paid an amount, or say that it is waived."), field=FIELD)
    if not one.is_paid and one.amount is not None:
        raise DeskError(N_("Only a claim that is paid has an amount."), field=FIELD)
    if one.handling is ClaimHandling.REPLACED and one.in_kind is None:
        raise DeskError(N_("Say what is done instead of paying."), field=FIELD)
    if one.handling is not ClaimHandling.REPLACED and (one.in_kind or one.by):
        raise DeskError(N_("Only for a claim that is replaced is something done instead, by a day."),
                        field=FIELD)
    if one.in_kind is InKind.OTHER and not one.note.strip():
        raise DeskError(N_("Say under the note what is done instead."), field=FIELD)


def paid_for(claims: Iterable[Handling]) -> Money:
    """What is paid for these claims together."""
    return total(one.amount or ZERO for one in claims)


def shared_anew(handled: Handled, shares: Shares) -> Handled:
    """The same of other shares: what is paid for a worker's claims keeps its proportion, exact to the fen.
    A worker of whom nothing is paid, or who has no share, is left as said."""
    parts = dict(_parts(handled, shares))
    return replace(handled, claims=tuple(replace(one, amount=parts.get(one.place, one.amount))
                                         for one in handled.claims))


def _parts(handled: Handled, shares: Shares) -> Iterator[tuple[Place, Money]]:
    for worker, said in handled.by_worker().items():
        paid = [one for one in said if one.amount]
        share = shares.get(worker)
        if paid and share is not None:
            weights = [(one.amount or ZERO).fen for one in paid]
            yield from zip((one.place for one in paid), share.split(weights), strict=True)


def evened(handled: Handled, shares: Shares, pinned: Collection[Place]) -> Handled:
    """The same after the ``pinned`` amounts were set by hand: what else is paid to those workers gives or
    takes what is missing, in proportion. Where nothing else is paid, or too little, all of it stays: what is
    wrong is then said by :func:`checked`."""
    claims = list(handled.claims)
    for worker in {worker for worker, _ in pinned} & set(shares):
        free = [at for at, one in enumerate(claims)
                if one.worker_id == worker and one.amount and one.place not in pinned]
        fixed = total(one.amount or ZERO for one in claims
                      if one.worker_id == worker and one.place in pinned)
        rest = shares[worker] - fixed
        if free and rest > ZERO:
            weights = [(claims[at].amount or ZERO).fen for at in free]
            for at, part in zip(free, rest.split(weights), strict=True):
                claims[at] = replace(claims[at], amount=part)
    return replace(handled, claims=tuple(claims))


def filled(handled: Handled, shares: Shares, asked: Asked) -> Handled:
    """The same with what a share still lacks paid for the worker's claims of which nothing is said, or for
    which no amount is; in proportion to what is asked. Claims stand in their order afterwards."""
    said = {one.place: one for one in handled.claims}
    by_worker, lacking = handled.by_worker(), dict[UUID, list[Place]]()
    for place in asked:
        if place not in said or _lacks(said[place]):
            lacking.setdefault(place[0], []).append(place)
    for worker, open_ in lacking.items():
        rest = shares.get(worker, ZERO) - paid_for(by_worker.get(worker, ()))
        if rest > ZERO:
            for place, part in zip(open_, rest.split(_weights(open_, asked)), strict=True):
                before = said.get(place) or Handling(*place, ClaimHandling.PAID)
                if part:
                    said[place] = replace(before, amount=part)
    ordered = [*(place for place in asked if place in said), *(place for place in said if place not in asked)]
    return replace(handled, claims=tuple(said[place] for place in ordered))


def _lacks(one: Handling) -> bool:
    return one.is_paid and not one.amount


def _weights(places: Collection[Place], asked: Asked) -> list[int]:
    """What is asked, in fen; equal weights where nothing is in figures."""
    weights = [(asked[place] or ZERO).fen for place in places]
    return weights if any(weights) else [1] * len(weights)


def moved(before: Handled, after: Handled) -> list[tuple[Place, Money | None, Money | None]]:
    """Which amounts differ, with what each was and is."""
    were = {one.place: one.amount for one in before.claims}
    return [(one.place, were.get(one.place), one.amount) for one in after.claims
            if one.amount != were.get(one.place)]
