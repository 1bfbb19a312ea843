"""The mediator's proposal: answered by each side alone, told only when both accept; and the wish afterwards.

The single negotiating text whose answers stay closed is Raiffa's, and so is the question after it (Raiffa,
Post-settlement Settlements, Negotiation Journal 1985): the deal agreed stays the floor of what follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.mediation.covering import side_line
from mediation_desk.domain.mediation.full_zone import full_zone
from mediation_desk.domain.mediation.packages.layout import Table, packages
from mediation_desk.domain.mediation.packages.limits import Asked, Limits, NoRoom, limits
from mediation_desk.domain.mediation.packages.package import Deal, Package
from mediation_desk.domain.mediation.zone import BottomLine
from mediation_desk.domain.money import Money
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Side


@dataclass(frozen=True)
class Answer:
    """What a side answered alone; ``hush``: it asked that nobody may look its answer up, ever."""

    side: Side
    accepts: bool
    hush: bool = False


@dataclass(frozen=True)
class Wish:
    """What a side would rather have than the deal, at no cost to the other; None: as agreed.

    ``form``: how it should be paid or given, in its words. All None and no form: nothing.
    """

    side: Side
    amount: Money | None = None
    first_share: Money | None = None
    instalments: int | None = None
    last_on: date | None = None
    form: str = ""

    @property
    def is_any(self) -> bool:
        """Whether it wishes anything."""
        return bool(self.form) or any(one is not None for one in (
            self.amount, self.first_share, self.instalments, self.last_on))


def latest(answers: Iterable[Answer]) -> dict[Side, Answer]:
    """Each side's last answer, of those given oldest first."""
    return {answer.side: answer for answer in answers}


def both_accept(answers: Iterable[Answer]) -> bool:
    """All that is ever told of the answers."""
    last = latest(answers)
    return len(last) == len(Side) and all(answer.accepts for answer in last.values())


def looked_up(answers: Sequence[Answer]) -> Mapping[Side, bool] | None:
    """What the mediators may read later of who answered what; None once a side ever asked for silence."""
    if any(answer.hush for answer in answers):
        return None
    return MappingProxyType({side: answer.accepts for side, answer in latest(answers).items()})


# -- the question before signing -----------------------------------------------------------


def wished_line(deal: Deal, wish: Wish) -> BottomLine:
    """The wish as a bottom line above the deal: what it does not name stays as agreed, or better for it."""
    workers = wish.side is Side.APPLICANT
    count = wish.instalments or len(deal.days)
    return BottomLine(
        wish.side, deal.total if wish.amount is None else wish.amount,
        most_instalments=count if workers else None, fewest_instalments=None if workers else count,
        first_share=deal.first if wish.first_share is None else wish.first_share,
        last_on=wish.last_on or deal.last_on, conditions=wish.form)


def better(deal: Deal, wishes: Mapping[Side, Wish], parties: Sequence[Party], asked: Asked, table: Table,
           kept_to: Limits | NoRoom) -> Package | None:
    """A package that both said they would rather have than the deal; None while there is none.

    It lies inside both wishes, and inside every limit of before where those left room (``kept_to``).
    """
    if len(wishes) < len(Side) or not any(wish.is_any for wish in wishes.values()):
        return None
    claims = dict(zip(asked.workers, asked.claims, strict=True))
    lines = [wished_line(deal, wishes[side]) for side in Side]
    zone = full_zone(*(side_line(side, lines, parties, claims) for side in Side))
    found = limits(zone, table.law, asked)
    if isinstance(found, NoRoom):
        return None
    tight = found if isinstance(kept_to, NoRoom) else both(found, kept_to)
    if tight.low > tight.high or tight.fewest > tight.most:
        return None
    laid = packages(tight, replace(table, zone=zone, last=()))
    if isinstance(laid, NoRoom):
        return None
    return next((one for one in laid if one.deal != deal), None)


def both(one: Limits, other: Limits) -> Limits:
    """What keeps to both."""
    caps = [cap for cap in (one.first_high, other.first_high) if cap is not None]
    return replace(
        one, low=max(one.low, other.low), high=min(one.high, other.high),
        floors=_higher(one.floors, other.floors), firsts=_higher(one.firsts, other.firsts),
        first_low=max(one.first_low, other.first_low), first_high=min(caps, default=None),
        fewest=max(one.fewest, other.fewest), most=min(one.most, other.most),
        earliest=max((day for day in (one.earliest, other.earliest) if day), default=None),
        latest=min((day for day in (one.latest, other.latest) if day), default=None))


def _higher(ours: Sequence[Money], theirs: Sequence[Money]) -> tuple[Money, ...]:
    return tuple(max(one, other) for one, other in zip(ours, theirs, strict=True))


@dataclass(frozen=True)
class Proposal:
    """A proposal as the mediators may read it: ``both`` accept, or it is open; never who did not.

    ``answers``: what each side answered, as far as it may be looked up; None once a side asked for
    silence. ``floor``: the proposal that stays agreed while this one is put to the sides.
    """

    id: UUID
    deal: Deal
    words: str
    both: bool
    answers: Mapping[Side, bool] | None
    wishes: Mapping[Side, Wish]
    floor: UUID | None = None
