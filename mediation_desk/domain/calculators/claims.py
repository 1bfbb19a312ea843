"""The table of claims: what each is called, computed from and by, and the award it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from mediation_desk.domain.calculators import ceilings
from mediation_desk.domain.calculators.checking import check, remarks
from mediation_desk.domain.calculators.claim import Claim, FinalAward, Limitation, Rule, Ways
from mediation_desk.domain.calculators.compensation import (
    additional_compensation,
    illegal_probation,
    injury_leave_pay,
    non_compete,
    other,
)
from mediation_desk.domain.calculators.double_wage import double_wage
from mediation_desk.domain.calculators.facts import FactValue
from mediation_desk.domain.calculators.given import Given
from mediation_desk.domain.calculators.hours_and_leave import annual_leave, overtime
from mediation_desk.domain.calculators.known_facts import FACTS, RATES
from mediation_desk.domain.calculators.setting import Setting
from mediation_desk.domain.calculators.termination import (
    economic_compensation,
    notice_pay,
    unlawful_termination,
)
from mediation_desk.domain.calculators.wages import deductions, gig_pay, heat_allowance, unpaid_wages
from mediation_desk.domain.calculators.working import Award, Working
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.figures import NO_FIGURES, FigureKind, Figures
from mediation_desk.domain.money import LIMIT_FEN, Money
from mediation_desk.domain.words import N_, DeskError, say

NO_HOLIDAYS = WorkCalendar()


def _ways(text: str) -> Ways:
    return tuple(tuple(names.split()) for names in text.split("|") if names.strip())


def _claim(name: str, label: str, rule: Rule, needed: str, optional: str = "", *, apart: str = "",
           prevails: tuple[tuple[str, str], ...] = (), figures: tuple[FigureKind, ...] = (),
           final_award: FinalAward = FinalAward.UP_TO_CEILING,
           limitation: Limitation = Limitation.GENERAL, needs_employment: bool = True) -> Claim:
    """A row of the table: ``needed`` and ``apart`` hold sets of facts, parted by ``|``."""
    alternatives = _ways(needed)
    names = dict.fromkeys([*(name for names in alternatives for name in names), *optional.split()])
    facts = {fact: RATES[name] if fact == "rate" else FACTS[fact] for fact in names}
    return Claim(name, say(label), facts, alternatives, rule, _ways(apart), prevails, figures, final_award,
                 limitation, needs_employment)


_SERVICE = "average_monthly_wage employed_from employed_until | average_monthly_wage months_of_pay"
_LOCAL = "local_average_monthly_wage local_minimum_monthly_wage amount_paid"
_TOLD_MONTHS = (("months_of_pay", "employed_from"),)
_LEAST, _AVERAGE, _HEAT = FigureKind.MINIMUM_WAGE, FigureKind.AVERAGE_WAGE, FigureKind.HEAT_ALLOWANCE
CLAIMS: Mapping[str, Claim] = {claim.name: claim for claim in (
    _claim("unpaid_wages", N_("Unpaid wages"), unpaid_wages,
           "amount_due | monthly_wage unpaid_from unpaid_until", "amount_paid",
           apart="amount_due | monthly_wage unpaid_from unpaid_until", limitation=Limitation.WAGES),
    _claim("gig_pay", N_("Gig pay"), gig_pay, "pay_items", "amount_paid", final_award=FinalAward.NO,
           limitation=Limitation.CIVIL, needs_employment=False),
    _claim("double_wage", N_("Double-wage difference for want of a written contract"), double_wage,
           "monthly_wage employed_from | monthly_wage without_contract_from without_contract_until",
           "employed_until contract_signed_on open_ended_refused renewal_grace claimed_on "
           "limitation_method partial_month",
           apart="employed_from contract_signed_on | without_contract_from without_contract_until"),
    _claim("economic_compensation", N_("Economic compensation"), economic_compensation, _SERVICE, _LOCAL,
           prevails=_TOLD_MONTHS, figures=(_AVERAGE, _LEAST)),
    _claim("unlawful_termination", N_("Damages for unlawful termination"), unlawful_termination, _SERVICE,
           _LOCAL, prevails=_TOLD_MONTHS, figures=(_AVERAGE, _LEAST)),
    _claim("notice_pay", N_("Pay in lieu of notice"), notice_pay, "last_month_wage ground"),
    _claim("overtime", N_("Overtime pay"), overtime, "monthly_wage | hourly_wage",
           "workday_hours restday_hours restday_days holiday_hours holiday_days single_pay_included",
           apart="monthly_wage | hourly_wage", limitation=Limitation.WAGES),
    _claim("annual_leave", N_("Pay for annual leave not taken"), annual_leave,
           "average_monthly_wage days_untaken | "
           "average_monthly_wage service_years_total employed_from left_on", "days_taken",
           apart="days_untaken | service_years_total days_taken",
           final_award=FinalAward.ALWAYS),
    _claim("illegal_probation", N_("Damages for unlawful probation"), illegal_probation,
           "wage_after_probation months_over"),
    _claim("non_compete", N_("Non-compete pay"), non_compete, "average_monthly_wage months",
           "rate local_minimum_monthly_wage", figures=(_LEAST,)),
    _claim("additional_compensation", N_("Additional compensation"), additional_compensation,
           "amount_due inspection_order_overdue", "rate"),
    _claim("deductions", N_("Deductions, fines and deposits to give back"), deductions, "deductions",
           "monthly_wage local_minimum_monthly_wage", figures=(_LEAST,), limitation=Limitation.WAGES),
    _claim("heat_allowance", N_("Heat allowance"), heat_allowance, "periods", "rate heat_until",
           figures=(_HEAT,), limitation=Limitation.WAGES),
    _claim("injury_leave_pay", N_("Wages during injury leave"), injury_leave_pay, "monthly_wage months",
           "amount_paid", final_award=FinalAward.IN_PRACTICE, limitation=Limitation.WAGES),
    _claim("other", N_("Other"), other, "amount", final_award=FinalAward.NO, needs_employment=False),
)}


def claim_named(name: str) -> Claim:
    """The claim of that name, or a refusal that lists the names there are."""
    claim = CLAIMS.get(name)
    if claim is None:
        raise DeskError(N_("There is no claim “{claim}”; the claims are {claims}."), field="claim",
                        claim=name, claims=", ".join(CLAIMS))
    return claim


def compute(claim: str, facts: Mapping[str, FactValue], *, figures: Figures = NO_FIGURES,
            place: str | None = None, on: date | None = None,
            calendar: WorkCalendar = NO_HOLIDAYS, renewal_grace: bool = False) -> Award:
    """What the law gives for one claim on these facts.

    ``facts`` may hold more than the claim needs (a worker's whole row); a value None counts as
    missing. ``place`` and ``on`` say where and when statutory figures are wanted, where the facts
    do not; ``renewal_grace`` is the office's habit on contracts that ran out. The sum is exact and rounded
    half up once, after what was paid has come off; there is none where the law itself leaves parts to
    be reviewed (``Award.parts``).
    Raises :class:`FactError` for a fact that is missing or cannot be.
    """
    kind = claim_named(claim)
    check(kind, facts)
    working, given = Working(), Given(facts, kind.facts)
    due = kind.rule(given, Setting(figures, place, on, calendar, renewal_grace), working)
    for warning in (*remarks(kind, facts), *ceilings.beyond(claim, facts)):
        working.warn(warning)
    amount = None if working.parts else _rounded(_less_paid(due, given, working))
    return Award(claim, amount, tuple(working.steps), tuple(working.warnings), tuple(working.parts))


def _rounded(due: Fraction) -> Money:
    amount = Money.rounded(due * 100)
    if amount.fen > LIMIT_FEN:
        raise DeskError(N_("The amount is more than this program can hold."))
    return amount


def _less_paid(due: Fraction, given: Given, working: Working) -> Fraction:
    paid = given.yuan_or_none("amount_paid") if "amount_paid" in given.facts else None
    if not paid:
        return due
    if paid > due:
        working.warn(say(N_("More was paid than is due: {over} over."),
                         over=Money.rounded((paid - due) * 100)))
    return working.money(say(N_("Less what was already paid")), "max({:m} − {:m}, 0)", due, paid,
                         result=max(due - paid, Fraction()))


__all__ = ["CLAIMS", "Claim", "FinalAward", "Limitation", "check", "claim_named", "compute"]
