"""Whose bottom line stands for whom, and what one side's lines come to together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.mediation.zone import BottomLine
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.people import Party, in_role, named_already
from mediation_desk.domain.vocabulary import Authority, Role, Side

_ROLES = {Side.APPLICANT: Role.APPLICANT, Side.RESPONDENT: Role.RESPONDENT}


@dataclass(frozen=True)
class MemberLine:
    """One worker's or respondent's part in their side's line; ``own``: a line of theirs alone.

    ``amount`` and ``first_share`` of a worker without an own line are their part, by claim, of the whole
    side's; a respondent without one has none.
    """

    id: UUID
    own: bool = False
    amount: Money | None = None
    first_share: Money | None = None


@dataclass(frozen=True)
class SideLine:
    """What a side's lines come to in sum; None: not known, or nobody of the side said it.

    ``last_on`` is the latest day that suits every worker, or the earliest that suits every respondent.
    ``uncovered``: those for whom no line stands. ``aside``: lines that stand for nobody.
    ``first_share_said``: everybody of the side has said how much must be paid first.
    """

    side: Side
    amount: Money | None = None
    first_share: Money | None = None
    most: int | None = None
    fewest: int | None = None
    last_on: date | None = None
    members: tuple[MemberLine, ...] = ()
    weights: tuple[int, ...] = ()
    uncovered: tuple[UUID, ...] = ()
    aside: tuple[BottomLine, ...] = ()
    first_share_said: bool = False


def side_line(side: Side, lines: Iterable[BottomLine], parties: Sequence[Party],
              claims: Mapping[UUID, Money] | None = None) -> SideLine:
    """What the side's lines, oldest first, come to; of each person's and of the whole side's the latest
    counts. ``claims``: what each worker claims, by which the whole side's line is parted.

    A line of one worker stands for that worker alone. The whole side's line stands for whoever has none of
    their own. An agent's stands for whom it acts for, under special authority (Civil Procedure Law,
    art. 62). An elected representative's stands for nobody but the representative: giving up a part of
    a claim and settling need the consent of those represented (Arbitration Case Rules, art. 63).
    """
    people = in_role(parties, _ROLES[side])
    whole: BottomLine | None = None
    own: dict[UUID, BottomLine] = {}
    aside: dict[UUID | None, BottomLine] = {}
    for line in lines:
        if line.side is not side:
            continue
        if line.party_id is None:
            whole = line
        elif (who := stands_for(line.party_id, people, parties)) is not None:
            own[who] = line
        else:
            aside[line.party_id] = line
    build = _workers if side is Side.APPLICANT else _respondents
    return build(people, whole, own, tuple(aside.values()), dict(claims or {}))


def stands_for(party_id: UUID, people: Sequence[Party], parties: Sequence[Party]) -> UUID | None:
    """The worker or respondent for whom that party's line stands, None for nobody."""
    party = next((one for one in parties if one.id == party_id), None)
    if party is None:
        return None
    if any(one.id == party_id for one in people):
        return party_id
    if party.role is Role.AGENT and party.authority is Authority.SPECIAL:
        return next((one.id for one in people if one.id == party.acts_for), None)
    if party.role is Role.REPRESENTATIVE and party.also_worker:
        return next((one.id for one in people if named_already(party, [one])), None)
    return None


def _workers(people: Sequence[Party], whole: BottomLine | None, own: Mapping[UUID, BottomLine],
             aside: tuple[BottomLine, ...], claims: Mapping[UUID, Money]) -> SideLine:
    """Workers: each their own, the others by claim of the whole side's; in sum what all of them want."""
    asked = [claims.get(one.id, Money(0)).fen for one in people]
    weights = tuple(asked if any(asked) else [1] * len(people))
    amounts = whole.amount.split(weights) if whole and people else None
    first = whole.first_share if whole else None
    firsts = first.split(weights) if first is not None and people else None
    members = tuple(
        MemberLine(one.id, True, own[one.id].amount, own[one.id].first_share) if one.id in own else
        MemberLine(one.id, False, amounts[at] if amounts else None, firsts[at] if firsts else None)
        for at, one in enumerate(people))
    standing = [*own.values(), *([whole] if whole and (len(own) < len(people) or not people) else [])]
    if not people:  # nobody is entered yet: the side's line is all there is
        return _sum(Side.APPLICANT, whole.amount if whole else None, [first], standing, members, weights,
                    aside)
    known = [one.amount for one in members if one.amount is not None]
    return _sum(Side.APPLICANT, total(known) if len(known) == len(members) else None,
                [one.first_share for one in members], standing, members, weights, aside)


def _respondents(people: Sequence[Party], whole: BottomLine | None, own: Mapping[UUID, BottomLine],
                 aside: tuple[BottomLine, ...], _claims: Mapping[UUID, Money]) -> SideLine:
    """Respondents: the sum of what each pays at most; while one has no line of its own, what they pay
    together, if they said so."""
    members = tuple(MemberLine(one.id, True, own[one.id].amount, own[one.id].first_share)
                    if one.id in own else MemberLine(one.id) for one in people)
    weights = tuple([1] * len(people))
    if people and len(own) == len(people):
        firsts = [one.first_share for one in members]
        amount = total(line.amount for line in own.values())
        return _sum(Side.RESPONDENT, amount, firsts if None not in firsts else [None], list(own.values()),
                    members, weights, aside)
    standing = [*own.values(), *([whole] if whole else [])]
    return _sum(Side.RESPONDENT, whole.amount if whole else None, [whole.first_share if whole else None],
                standing, members, weights, aside, joint=whole is not None)


def _sum(side: Side, amount: Money | None, firsts: Sequence[Money | None], standing: Sequence[BottomLine],
         members: tuple[MemberLine, ...], weights: tuple[int, ...], aside: tuple[BottomLine, ...], *,
         joint: bool = False) -> SideLine:
    told = [first for first in firsts if first is not None]
    days = [line.last_on for line in standing if line.last_on is not None]
    nearest = min if side is Side.APPLICANT else max
    return SideLine(
        side, amount, total(told) if told else None,
        most=min((one.most_instalments for one in standing if one.most_instalments is not None),
                 default=None),
        fewest=max((one.fewest_instalments for one in standing if one.fewest_instalments is not None),
                   default=None),
        last_on=nearest(days) if days else None, members=members, weights=weights,
        uncovered=() if joint else tuple(one.id for one in members if one.amount is None), aside=aside,
        first_share_said=bool(firsts) and len(told) == len(firsts))
