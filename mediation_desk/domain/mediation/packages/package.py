"""A package: who gets what and when, how far it lies from everything, and what to be careful of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from mediation_desk.domain.mediation.full_zone import Dimension, FullZone
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.packages.limits import Law
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.vocabulary import Side, Term
from mediation_desk.domain.words import N_, Sentence, say

FAR_BELOW = Fraction(9, 10)  # of the law's low end; less than that is said


class Balance(Term):
    """What a package is best at."""

    NASH = "nash", N_("Nash's product")
    LEAST = "least", N_("Largest minimal gain")
    QUICK = "quick", N_("The quickest")
    SAFE = "safe", N_("The safest against default")
    NEAR = "near", N_("Nearest to the last offers")
    OTHER = "other", N_("Another schedule")


WHY = {
    Balance.NASH: N_("No other deal gives a larger product of what each side gains above its bottom line."),
    Balance.LEAST: N_("The side that gains less gains more here than in any other deal."),
    Balance.QUICK: N_("All is paid earlier than in any other deal that both bottom lines allow."),
    Balance.SAFE: N_("Least is left open for long, so least is lost if the respondents stop paying."),
    Balance.NEAR: N_("Closest to what both sides have put on the table last."),
    Balance.OTHER: N_("The best balance among the schedules that are not shown yet."),
}


@dataclass(frozen=True)
class Deal:
    """What would be agreed: days, instalments, and the workers' shares in their order."""

    days: tuple[date, ...]
    amounts: tuple[Money, ...]
    workers: tuple[UUID, ...]
    shares: tuple[Money, ...]

    @property
    def total(self) -> Money:
        """All of it."""
        return total(self.amounts)

    @property
    def first(self) -> Money:
        """The first instalment."""
        return self.amounts[0]

    @property
    def last_on(self) -> date:
        """The day of the last payment."""
        return self.days[-1]

    @property
    def payments(self) -> tuple[tuple[date, Money], ...]:
        """Each day with what is paid on it."""
        return tuple(zip(self.days, self.amounts, strict=True))

    def value(self, dimension: Dimension) -> int:
        """The deal in one dimension: fen, instalments, or the day's ordinal."""
        return {Dimension.AMOUNT: self.total.fen, Dimension.FIRST_SHARE: self.first.fen,
                Dimension.INSTALMENTS: len(self.days), Dimension.LAST_DATE: self.last_on.toordinal()
                }[dimension]


@dataclass(frozen=True)
class Distance:
    """How far a deal lies from a mark: ``apart`` is the deal less the mark, in fen, instalments or days."""

    mark: Sentence
    dimension: Dimension
    apart: int


@dataclass(frozen=True)
class Package:
    """A deal with what it is best at; gains over the bottom lines are in worth of today."""

    deal: Deal
    kinds: tuple[Balance, ...]
    workers_gain: Money
    respondents_gain: Money
    distances: tuple[Distance, ...] = ()
    warnings: tuple[Sentence, ...] = ()

    @property
    def why(self) -> tuple[Sentence, ...]:
        """A sentence for each thing it is best at."""
        return tuple(say(WHY[kind]) for kind in self.kinds)


_LINES = {Side.APPLICANT: N_("The applicants' bottom line"),
          Side.RESPONDENT: N_("The respondents' bottom line")}
_OFFERS = {Side.APPLICANT: N_("The applicants' last offer"),
           Side.RESPONDENT: N_("The respondents' last offer")}


def distances(deal: Deal, zone: FullZone, law: Law, last: Sequence[Offer]) -> tuple[Distance, ...]:
    """From each bottom line in every dimension that it names, the law's range, and each side's last offer."""
    found = [Distance(say(_LINES[side]), dimension, deal.value(dimension) - mark)
             for side in Side for dimension, mark in marks(zone, side)]
    found += [Distance(say(words), Dimension.AMOUNT, deal.total.fen - end.fen)
              for words, end in ((N_("The law's low end"), law.low), (N_("The law's high end"), law.high))
              if end is not None]
    for offer in last:
        words = say(_OFFERS[offer.side])
        found += [Distance(words, Dimension.AMOUNT, deal.total.fen - offer.amount.fen),
                  Distance(words, Dimension.INSTALMENTS, len(deal.days) - offer.instalments)]
        if offer.first_share is not None:
            found.append(Distance(words, Dimension.FIRST_SHARE, deal.first.fen - offer.first_share.fen))
        if offer.last_on is not None:
            found.append(Distance(words, Dimension.LAST_DATE, (deal.last_on - offer.last_on).days))
    return tuple(found)


def marks(zone: FullZone, side: Side) -> list[tuple[Dimension, int]]:
    """What a side's line says in each dimension that it names: fen, instalments, the day's ordinal."""
    line = zone.line(side)
    counts = line.most if side is Side.APPLICANT else line.fewest
    found = ((Dimension.AMOUNT, None if line.amount is None else line.amount.fen),
             (Dimension.FIRST_SHARE, None if line.first_share is None else line.first_share.fen),
             (Dimension.INSTALMENTS, counts),
             (Dimension.LAST_DATE, None if line.last_on is None else line.last_on.toordinal()))
    return [(dimension, mark) for dimension, mark in found if mark is not None]


def warnings(shares: dict[UUID, Money], law: Law) -> tuple[Sentence, ...]:
    """What to be careful of when a sum is shared so: undisputed wages given away, far below the law."""
    found = []
    sure = law.undisputed or {}
    short = [worker for worker, wages in sure.items() if shares.get(worker, ZERO) < wages]
    whole = total(shares.values())
    if short:
        lacks = total(sure[worker] - shares.get(worker, ZERO) for worker in short)
        found.append(say(N_("It gives away {lacks} of wages that nobody disputes; those are no matter for "
                            "bargaining."), lacks=lacks))
    if law.low and Fraction(whole.fen) < FAR_BELOW * law.low.fen:
        found.append(say(N_("It lies {lacks} below the low end of what the law gives."),
                         lacks=law.low - whole))
    return tuple(found)
