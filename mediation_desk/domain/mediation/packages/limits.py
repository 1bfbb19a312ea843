"""What no package may overstep: every bottom line, the law's range, undisputed wages, most instalments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.mediation.full_zone import Dimension, FullZone, Verdict
from mediation_desk.domain.mediation.shares import above_floors
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.settlement.terms import MOST_INSTALMENTS
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, Sentence, say

MOST = 12  # instalments looked at where nobody said more


@dataclass(frozen=True)
class Law:
    """What the law gives: from ``low`` on the respondents' version to ``high`` on the applicants', None
    where it is not known yet; ``undisputed``: wages that both sides' versions give, by worker."""

    low: Money | None = None
    high: Money | None = None
    undisputed: Mapping[UUID, Money] | None = None

    @property
    def sure(self) -> Money:
        """All undisputed wages."""
        return total((self.undisputed or {}).values())


@dataclass(frozen=True)
class Asked:
    """The workers of the case with their claims, and how a package's days are laid."""

    workers: tuple[UUID, ...]
    claims: tuple[Money, ...]
    first_on: date
    calendar: WorkCalendar
    most: int = MOST


@dataclass(frozen=True)
class Limits:
    """Everything a package keeps to; ``floors`` and ``firsts`` (of the first instalment) are per worker."""

    low: Money
    high: Money
    asked: Asked
    floors: tuple[Money, ...]
    firsts: tuple[Money, ...] = ()
    first_low: Money = ZERO
    first_high: Money | None = None
    fewest: int = 1
    most: int = MOST
    earliest: date | None = None
    latest: date | None = None

    def shares(self, amount: Money) -> list[Money]:
        """The workers' shares of an amount: by claim, nobody under their floor."""
        return above_floors(amount, self.asked.claims, self.floors)


@dataclass(frozen=True)
class NoRoom:
    """No package can be laid out, and why."""

    reasons: tuple[Sentence, ...]


def limits(zone: FullZone, law: Law, asked: Asked) -> Limits | NoRoom:
    """The limits that the zone, the law and the office set; NoRoom where nothing fits into them."""
    if missing := _missing(zone):
        return NoRoom(missing)
    if zone.verdict is Verdict.GAP:
        return NoRoom((say(N_("The bottom lines do not meet, so no package is proposed.")),))
    made = _limits(zone, law, asked)
    return _checked(made, zone, law)


def _missing(zone: FullZone) -> tuple[Sentence, ...]:
    said = {Side.APPLICANT: N_("The applicants' bottom line in amount is missing, for everybody it would "
                               "bind."),
            Side.RESPONDENT: N_("The respondents' bottom line in amount is missing, for everybody it would "
                                "bind.")}
    silent = zone.of(Dimension.AMOUNT).missing
    return tuple(say(said[side]) for side in Side if side in silent)


def _limits(zone: FullZone, law: Law, asked: Asked) -> Limits:
    floors = floors_of(zone, law, asked)
    least, most = zone.applicants.amount or ZERO, zone.respondents.amount or ZERO
    counts, last = zone.of(Dimension.INSTALMENTS), zone.of(Dimension.LAST_DATE)
    fewest = counts.low or 1
    return Limits(
        low=max(least, total(floors), law.low or ZERO, Money(1)),
        high=min(most, law.high) if law.high is not None else most,
        asked=asked, floors=floors, firsts=_firsts(zone, asked),
        first_low=zone.applicants.first_share or ZERO, first_high=zone.respondents.first_share,
        fewest=fewest, most=min(counts.high or max(asked.most, fewest), MOST_INSTALMENTS),
        earliest=_day(last.low), latest=_day(last.high))


def floors_of(zone: FullZone, law: Law, asked: Asked) -> tuple[Money, ...]:
    """What each worker must get: their own line, and their undisputed wages; the whole side's line binds
    its sum alone."""
    own = {one.id: one.amount for one in zone.applicants.members if one.own and one.amount is not None}
    sure = law.undisputed or {}
    return tuple(max(own.get(worker, ZERO), sure.get(worker, ZERO)) for worker in asked.workers)


def _firsts(zone: FullZone, asked: Asked) -> tuple[Money, ...]:
    own = {one.id: one.first_share or ZERO for one in zone.applicants.members if one.own}
    return tuple(own.get(worker, ZERO) for worker in asked.workers)


def _checked(made: Limits, zone: FullZone, law: Law) -> Limits | NoRoom:
    reasons: list[Sentence] = []
    most = zone.respondents.amount or ZERO
    if total(made.floors) > most:
        reasons.append(say(N_("Undisputed wages and the workers' own lines come to {floor}, more than the "
                              "respondents would pay."), floor=total(made.floors)))
    elif made.low > made.high:
        reasons.append(say(N_("The bottom lines meet outside what the law gives, {low} to {high}; no package "
                              "is proposed there."), low=law.low or ZERO, high=law.high or most))
    if made.fewest > made.most:
        reasons.append(say(N_("The respondents want at least {fewest} instalments; at most {most} are "
                              "possible."), fewest=made.fewest, most=made.most))
    return NoRoom(tuple(reasons)) if reasons else made


def holds(made: Limits, amounts: Sequence[Money], days: Sequence[date], shares: Sequence[Money],
          firsts: Sequence[Money]) -> bool:
    """Whether a deal keeps to every limit; ``firsts``: what each worker gets of the first instalment."""
    amount = total(amounts)
    return (made.low <= amount <= made.high and made.fewest <= len(days) <= made.most
            and made.first_low <= amounts[0] and (made.first_high is None or amounts[0] <= made.first_high)
            and (made.earliest is None or made.earliest <= days[-1])
            and (made.latest is None or days[-1] <= made.latest)
            and total(shares) == amount
            and all(share >= floor for share, floor in zip(shares, made.floors, strict=True))
            and all(part >= least for part, least in zip(firsts, made.firsts, strict=True)))


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
