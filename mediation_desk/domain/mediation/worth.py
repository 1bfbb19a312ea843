"""What an offer is worth: in sum, at once, to whom, and with the risk that it is not kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation, localcontext
from fractions import Fraction

from mediation_desk.domain.money import Money, total
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.vocabulary import Side, Term
from mediation_desk.domain.words import N_, DeskError, Sentence, by_count, say

MONTH = 30  # days: a monthly rate is thirty times the daily one, as banks here reckon
DIGITS = 28  # of a factor, so that sixty instalments of a trillion are right to the fen
MOST_RATE = Decimal(50)  # percent a month; more is a slip of the hand


class Risk(Term):
    """How likely the mediator thinks it is that an instalment is not paid."""

    NONE = "none", N_("None")
    SOME = "some", N_("Some")
    HIGH = "high", N_("High")
    SHARE = "share", N_("A share a month")


RISK_SHARES = {Risk.NONE: Decimal(0), Risk.SOME: Decimal(2), Risk.HIGH: Decimal(5)}
"""Percent of what is still owed that is lost every month; the program's own measure, not the law's."""


def percent(text: str, *, field: str | None = None) -> Decimal | None:
    """A monthly percentage as typed, ``1.5`` or ``1.5%``; None for nothing, DeskError for nonsense."""
    typed = plain(text).replace("%", "").strip()
    if not typed:
        return None
    try:
        rate = Decimal(typed)
    except InvalidOperation:
        raise DeskError(N_("“{text}” is not a percentage such as 1.5."), field=field, text=typed) from None
    if not rate.is_finite() or not 0 <= rate <= MOST_RATE or rate != round(rate, 3):
        raise DeskError(N_("A percentage a month is between 0 and {most}, with three decimals at most."),
                        field=field, most=MOST_RATE)
    return rate.normalize() if rate else Decimal(0)


@dataclass(frozen=True)
class Assessment:
    """How the mediator weighs time and risk; None: not set, so nothing is discounted.

    Rates and ``share`` are percent a month. ``first_on``: when a first payment is possible; ``most``: how
    many instalments are looked at at most.
    """

    applicants_rate: Decimal | None = None
    respondents_rate: Decimal | None = None
    risk: Risk | None = None
    share: Decimal | None = None
    first_on: date | None = None
    most: int | None = None

    @property
    def default_share(self) -> Decimal:
        """Percent of what is still owed that is lost every month."""
        if self.risk is Risk.SHARE:
            return self.share or Decimal(0)
        return RISK_SHARES[self.risk] if self.risk else Decimal(0)

    def rate(self, side: Side) -> Decimal | None:
        """The monthly rate of a side."""
        return self.applicants_rate if side is Side.APPLICANT else self.respondents_rate

    @property
    def weighs_time(self) -> bool:
        """Whether a later payment is worth anything else than an earlier one."""
        return bool(self.applicants_rate or self.respondents_rate or self.default_share)


@dataclass
class Factors:
    """What a fen paid on a day is worth on ``on``, exact to 28 digits; days already counted are kept.

    ``rate`` and ``lost`` are percent a month: the worth is ((1 - lost) / (1 + rate)) ** (days / 30).
    """

    on: date
    rate: Decimal = Decimal(0)
    lost: Decimal = Decimal(0)
    _known: dict[int, Fraction] = field(default_factory=dict)

    def at(self, day: date) -> Fraction:
        """The factor of that day; 1 for today and before."""
        days = max(0, (day - self.on).days)
        if days not in self._known:
            self._known[days] = self._counted(days)
        return self._known[days]

    def _counted(self, days: int) -> Fraction:
        if not days or not (self.rate or self.lost):
            return Fraction(1)
        with localcontext(prec=DIGITS):
            base = (1 - self.lost / 100) / (1 + self.rate / 100)
            return Fraction(base ** (Decimal(days) / MONTH))

    def worth(self, payments: Sequence[tuple[date, Money]]) -> Money:
        """What these payments are worth together, rounded once."""
        return Money.rounded(sum((self.at(day) * amount.fen for day, amount in payments), Fraction(0)))


def factors(on: date, how: Assessment, side: Side) -> Factors:
    """What a side goes by: the workers may lose what is not paid, the respondents count what they pay."""
    lost = how.default_share if side is Side.APPLICANT else Decimal(0)
    return Factors(on, how.rate(side) or Decimal(0), lost)


@dataclass(frozen=True)
class OfferWorth:
    """What an offer is worth. ``present``: to the workers, by their rate alone; ``expected``: with the
    risk besides; ``cost``: to the respondents, by theirs. ``days``: to the last payment. ``undisputed``:
    the total as a share of the undisputed wages, None where there are none."""

    total: Money
    present: Money
    expected: Money
    cost: Money
    days: int
    undisputed: Fraction | None
    lines: tuple[Sentence, ...]


def worth(payments: Sequence[tuple[date, Money]], on: date, how: Assessment,
          undisputed: Money | None = None) -> OfferWorth:
    """What these payments are worth on that day, each figure explained in a line."""
    whole = total(amount for _, amount in payments)
    present = Factors(on, how.applicants_rate or Decimal(0)).worth(payments)
    expected = factors(on, how, Side.APPLICANT).worth(payments)
    cost = factors(on, how, Side.RESPONDENT).worth(payments)
    days = max(0, (payments[-1][0] - on).days)
    share = Fraction(whole.fen, undisputed.fen) if undisputed else None
    made = OfferWorth(whole, present, expected, cost, days, share, ())
    return OfferWorth(whole, present, expected, cost, days, share,
                      tuple(line(made, how, undisputed, len(payments)) for line in _LINES))


def _total_line(made: OfferWorth, _how: Assessment, _sure: Money | None, count: int) -> Sentence:
    return say(by_count(N_("{total} in all, in one payment."),
                        N_("{total} in all, in {count} instalments."), count), total=made.total, count=count)


def _present_line(made: OfferWorth, how: Assessment, _sure: Money | None, _count: int) -> Sentence:
    if not how.applicants_rate:
        return say(N_("Nothing is taken off for waiting: no monthly rate is set for the applicants."))
    return say(N_("Worth {present} to the applicants today, at {rate} % a month."), present=made.present,
               rate=how.applicants_rate)


def _cost_line(made: OfferWorth, how: Assessment, _sure: Money | None, _count: int) -> Sentence:
    if not how.respondents_rate:
        return say(N_("Costs the respondents {cost}: no monthly rate is set for them."), cost=made.cost)
    return say(N_("Costs the respondents {cost} today, at {rate} % a month."), cost=made.cost,
               rate=how.respondents_rate)


def _days_line(made: OfferWorth, _how: Assessment, _sure: Money | None, _count: int) -> Sentence:
    return say(by_count(N_("The last payment comes in one day."),
                        N_("The last payment comes in {days} days."), made.days), days=made.days)


def _undisputed_line(made: OfferWorth, _how: Assessment, sure: Money | None, _count: int) -> Sentence:
    if not sure or made.undisputed is None:
        return say(N_("No undisputed wages are known yet."))
    tenths = made.undisputed.numerator * 1000 // made.undisputed.denominator
    return say(N_("{share} % of the undisputed wages of {sure}."), share=f"{tenths // 10}.{tenths % 10}",
               sure=sure)


def _risk_line(made: OfferWorth, how: Assessment, _sure: Money | None, _count: int) -> Sentence:
    if how.risk is None:
        return say(N_("No risk of default is set, so every instalment counts as paid."))
    if not how.default_share:
        return say(N_("The risk of default is set to none: every instalment counts as paid."))
    return say(N_("With {share} % of what is still owed lost every month, the applicants can expect "
                  "{expected}."), share=how.default_share, expected=made.expected)


_LINES: tuple[Callable[[OfferWorth, Assessment, Money | None, int], Sentence], ...] = (
    _total_line, _present_line, _cost_line, _days_line, _undisputed_line, _risk_line)
