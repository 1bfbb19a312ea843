"""The table of claims: what each is called, computed from and by, and the award it comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from mediation_desk.domain.calculators.compensation import (
    additional_compensation,
    illegal_probation,
    injury_leave_pay,
    non_compete,
    other,
)
from mediation_desk.domain.calculators.double_wage import LIMITATION_METHODS, PARTIAL_MONTHS, double_wage
from mediation_desk.domain.calculators.facts import (
    Fact,
    FactError,
    FactValue,
    Given,
    Kind,
    Setting,
    missing,
)
from mediation_desk.domain.calculators.hours_and_leave import annual_leave, overtime
from mediation_desk.domain.calculators.termination import (
    NOTICE_GROUNDS,
    economic_compensation,
    notice_pay,
    unlawful_termination,
)
from mediation_desk.domain.calculators.wages import (
    PAY_KINDS,
    deductions,
    gig_pay,
    heat_allowance,
    unpaid_wages,
)
from mediation_desk.domain.calculators.working import Award, Working
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.figures import NO_FIGURES, Figures
from mediation_desk.domain.money import LIMIT_FEN, Money
from mediation_desk.domain.words import N_, DeskError, Sentence, say

Rule = Callable[[Given, Setting, Working], Fraction]
NO_HOLIDAYS = WorkCalendar()


class FinalAward(StrEnum):
    """Whether arbitration decides a claim finally (Mediation and Arbitration Law, art. 47)."""

    UP_TO_CEILING = "up_to_ceiling"  # art. 47(1): not above twelve minimum wages
    ALWAYS = "always"  # art. 47(2): national labour standards
    NO = "no"


class Limitation(StrEnum):
    """From when the time for a claim runs."""

    WAGES = "wages"  # one year from the end of employment: Mediation and Arbitration Law, art. 27(4)
    GENERAL = "general"  # one year from knowing: art. 27(1)
    CIVIL = "civil"  # three years: Civil Code, art. 188


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """One kind of claim.

    ``alternatives``: sets of facts of which one must be whole; ``needs_employment``: it presupposes
    an employment relationship.
    """

    name: str
    label: Sentence
    facts: Mapping[str, Fact]
    alternatives: tuple[tuple[str, ...], ...]
    rule: Rule
    final_award: FinalAward = FinalAward.UP_TO_CEILING
    limitation: Limitation = Limitation.GENERAL
    needs_employment: bool = True


_COLUMNS: tuple[Fact, ...] = (
    Fact("kind", Kind.CHOICE, say(N_("Kind of pay")), choices=PAY_KINDS, needed=True),
    Fact("quantity", Kind.NUMBER, say(N_("Quantity"))),
    Fact("rate", Kind.NUMBER, say(N_("Rate"))),
    Fact("amount", Kind.MONEY, say(N_("Amount"))),
)
_DEDUCTION_COLUMNS: tuple[Fact, ...] = (
    Fact("date", Kind.DATE, say(N_("Date"))),
    Fact("amount", Kind.MONEY, say(N_("Amount")), needed=True),
    Fact("ground", Kind.TEXT, say(N_("Ground"))),
    Fact("kept_share", Kind.SHARE, say(N_("Share the company may keep"))),
)
_FACTS: Mapping[str, Fact] = {fact.name: fact for fact in (
    Fact("amount_due", Kind.MONEY, say(N_("Amount due"))),
    Fact("amount_paid", Kind.MONEY, say(N_("Amount already paid"))),
    Fact("monthly_wage", Kind.MONEY, say(N_("Monthly wage"))),
    Fact("unpaid_from", Kind.DATE, say(N_("Unpaid from"))),
    Fact("unpaid_until", Kind.DATE, say(N_("Unpaid until"))),
    Fact("pay_items", Kind.LIST, say(N_("Pay items")), columns=_COLUMNS),
    Fact("employed_from", Kind.DATE, say(N_("Employed from"))),
    Fact("employed_until", Kind.DATE, say(N_("Employed until"))),
    Fact("contract_signed_on", Kind.DATE, say(N_("Written contract signed on"))),
    Fact("without_contract_from", Kind.DATE, say(N_("Without renewed contract from"))),
    Fact("without_contract_until", Kind.DATE, say(N_("Without renewed contract until"))),
    Fact("claimed_on", Kind.DATE, say(N_("Claimed on"))),
    Fact("limitation_method", Kind.CHOICE, say(N_("Limitation method")), choices=LIMITATION_METHODS),
    Fact("partial_month", Kind.CHOICE, say(N_("Partial month")), choices=PARTIAL_MONTHS),
    Fact("average_monthly_wage", Kind.MONEY, say(N_("Average monthly wage"))),
    Fact("months_of_pay", Kind.NUMBER, say(N_("Months of pay"))),
    Fact("local_average_monthly_wage", Kind.MONEY, say(N_("Local average monthly wage"))),
    Fact("local_minimum_monthly_wage", Kind.MONEY, say(N_("Local minimum monthly wage"))),
    Fact("last_month_wage", Kind.MONEY, say(N_("Wage of the last month"))),
    Fact("ground", Kind.CHOICE, say(N_("Ground")), choices=NOTICE_GROUNDS),
    Fact("hourly_wage", Kind.MONEY, say(N_("Hourly wage"))),
    Fact("workday_hours", Kind.NUMBER, say(N_("Overtime hours on workdays"))),
    Fact("restday_hours", Kind.NUMBER, say(N_("Overtime hours on rest days"))),
    Fact("restday_days", Kind.NUMBER, say(N_("Overtime days on rest days"))),
    Fact("holiday_hours", Kind.NUMBER, say(N_("Overtime hours on statutory holidays"))),
    Fact("holiday_days", Kind.NUMBER, say(N_("Overtime days on statutory holidays"))),
    Fact("single_pay_included", Kind.YES_NO, say(N_("Ordinary pay for that time was already paid"))),
    Fact("days_untaken", Kind.NUMBER, say(N_("Leave days not taken"))),
    Fact("service_years_total", Kind.NUMBER, say(N_("Years of work in all"))),
    Fact("left_on", Kind.DATE, say(N_("Left on"))),
    Fact("days_taken", Kind.NUMBER, say(N_("Leave days taken"))),
    Fact("wage_after_probation", Kind.MONEY, say(N_("Wage after probation"))),
    Fact("months_over", Kind.NUMBER, say(N_("Months beyond the lawful probation"))),
    Fact("months", Kind.NUMBER, say(N_("Months"))),
    Fact("inspection_order_overdue", Kind.YES_NO, say(N_("A labour inspection order to pay has run out"))),
    Fact("deductions", Kind.LIST, say(N_("Deductions")), columns=_DEDUCTION_COLUMNS),
    Fact("periods", Kind.NUMBER, say(N_("Months or days in the heat"))),
    Fact("amount", Kind.MONEY, say(N_("Amount"))),
)}
_RATES: Mapping[str, Fact] = {
    "non_compete": Fact("rate", Kind.SHARE, say(N_("Rate"))),
    "additional_compensation": Fact("rate", Kind.SHARE, say(N_("Rate"))),
    "heat_allowance": Fact("rate", Kind.MONEY, say(N_("Rate"))),
}


def _claim(name: str, label: str, rule: Rule, needed: str, optional: str = "", *,
           final_award: FinalAward = FinalAward.UP_TO_CEILING,
           limitation: Limitation = Limitation.GENERAL, needs_employment: bool = True) -> ClaimKind:
    """A row of the table: ``needed`` holds the alternatives, parted by ``|``."""
    alternatives = tuple(tuple(names.split()) for names in needed.split("|"))
    names = dict.fromkeys([*(name for names in alternatives for name in names), *optional.split()])
    facts = {fact: _RATES[name] if fact == "rate" else _FACTS[fact] for fact in names}
    return ClaimKind(name, say(label), facts, alternatives, rule, final_award, limitation, needs_employment)


_SERVICE = "average_monthly_wage employed_from employed_until | average_monthly_wage months_of_pay"
_LOCAL = "local_average_monthly_wage local_minimum_monthly_wage amount_paid"
CLAIMS: Mapping[str, ClaimKind] = {claim.name: claim for claim in (
    _claim("unpaid_wages", N_("Unpaid wages"), unpaid_wages,
           "amount_due | monthly_wage unpaid_from unpaid_until", "amount_paid",
           limitation=Limitation.WAGES),
    _claim("gig_pay", N_("Gig pay"), gig_pay, "pay_items", "amount_paid", final_award=FinalAward.NO,
           limitation=Limitation.CIVIL, needs_employment=False),
    _claim("double_wage", N_("Double-wage difference for want of a written contract"), double_wage,
           "monthly_wage employed_from | monthly_wage without_contract_from without_contract_until",
           "employed_until contract_signed_on claimed_on limitation_method partial_month"),
    _claim("economic_compensation", N_("Economic compensation"), economic_compensation, _SERVICE, _LOCAL),
    _claim("unlawful_termination", N_("Damages for unlawful termination"), unlawful_termination, _SERVICE,
           _LOCAL),
    _claim("notice_pay", N_("Pay in lieu of notice"), notice_pay, "last_month_wage ground"),
    _claim("overtime", N_("Overtime pay"), overtime, "monthly_wage | hourly_wage",
           "workday_hours restday_hours restday_days holiday_hours holiday_days single_pay_included",
           limitation=Limitation.WAGES),
    _claim("annual_leave", N_("Pay for annual leave not taken"), annual_leave,
           "average_monthly_wage days_untaken | "
           "average_monthly_wage service_years_total employed_from left_on", "days_taken",
           final_award=FinalAward.ALWAYS),
    _claim("illegal_probation", N_("Damages for unlawful probation"), illegal_probation,
           "wage_after_probation months_over"),
    _claim("non_compete", N_("Non-compete pay"), non_compete, "average_monthly_wage months",
           "rate local_minimum_monthly_wage"),
    _claim("additional_compensation", N_("Additional compensation"), additional_compensation,
           "amount_due inspection_order_overdue", "rate"),
    _claim("deductions", N_("Deductions, fines and deposits to give back"), deductions, "deductions",
           "monthly_wage local_minimum_monthly_wage", limitation=Limitation.WAGES),
    _claim("heat_allowance", N_("Heat allowance"), heat_allowance, "periods", "rate",
           limitation=Limitation.WAGES),
    _claim("injury_leave_pay", N_("Wages during injury leave"), injury_leave_pay, "monthly_wage months",
           "amount_paid", limitation=Limitation.WAGES),
    _claim("other", N_("Other"), other, "amount", final_award=FinalAward.NO, needs_employment=False),
)}
_ORDERED = (("unpaid_from", "unpaid_until"), ("employed_from", "employed_until"),
            ("without_contract_from", "without_contract_until"), ("employed_from", "left_on"))


def claim_named(name: str) -> ClaimKind:
    """The claim of that name, or a refusal that lists the names there are."""
    claim = CLAIMS.get(name)
    if claim is None:
        raise DeskError(N_("There is no claim “{claim}”; the claims are {claims}."), field="claim",
                        claim=name, claims=", ".join(CLAIMS))
    return claim


def check(claim: ClaimKind, facts: Mapping[str, object]) -> None:
    """Refuse facts that are of the wrong sort, out of order or not enough (:class:`FactError`)."""
    for name, fact in claim.facts.items():
        value = facts.get(name)
        if value is not None:
            fact.check(value)
    for first, last in _ORDERED:
        _check_order(claim, facts, first, last)
    lacking = [[name for name in names if facts.get(name) is None] for names in claim.alternatives]
    if all(lacking):
        raise missing(claim.facts[min(lacking, key=len)[0]])


def _check_order(claim: ClaimKind, facts: Mapping[str, object], first: str, last: str) -> None:
    begun, ended = facts.get(first), facts.get(last)
    if (last in claim.facts and isinstance(begun, date) and isinstance(ended, date) and ended < begun):
        raise FactError(N_("“{fact}” should be a date not before {begun}, the date of “{other}”."),
                        fact=last, other=first, begun=begun)


def compute(claim: str, facts: Mapping[str, FactValue], *, figures: Figures = NO_FIGURES,
            place: str | None = None, on: date | None = None,
            calendar: WorkCalendar = NO_HOLIDAYS) -> Award:
    """What the law gives for one claim on these facts.

    ``facts`` may hold more than the claim needs (a worker's whole row); a value None counts as
    missing. ``place`` and ``on`` say where and when statutory figures are wanted, where the facts
    do not. The sum is exact and rounded half up once, after what was paid has come off.
    Raises :class:`FactError` for a fact that is missing or cannot be.
    """
    kind = claim_named(claim)
    check(kind, facts)
    working = Working()
    given = Given(facts, kind.facts)
    due = _less_paid(kind.rule(given, Setting(figures, place, on, calendar), working), given, working)
    amount = Money.rounded(due * 100)
    if amount.fen > LIMIT_FEN:
        raise DeskError(N_("The amount is more than this program can hold."))
    return Award(claim, amount, tuple(working.steps), tuple(working.warnings))


def _less_paid(due: Fraction, given: Given, working: Working) -> Fraction:
    paid = given.yuan_or_none("amount_paid") if "amount_paid" in given.facts else None
    if not paid:
        return due
    if paid > due:
        working.warn(say(N_("More was paid than is due: {over} over."),
                         over=Money.rounded((paid - due) * 100)))
    return working.money(say(N_("Less what was already paid")), "max({:m} − {:m}, 0)", due, paid,
                         result=max(due - paid, Fraction()))
