"""Compensations of their own kind: probation, non-compete, delay, injury leave, anything else."""

from __future__ import annotations

from fractions import Fraction

from mediation_desk.domain.calculators import citations as law
from mediation_desk.domain.calculators.facts import FactError, Name
from mediation_desk.domain.calculators.given import Given
from mediation_desk.domain.calculators.setting import Setting
from mediation_desk.domain.calculators.working import Working
from mediation_desk.domain.figures import (
    LEAST_ADDITIONAL,
    MOST_ADDITIONAL,
    NON_COMPETE_SHARE,
)
from mediation_desk.domain.words import N_, say


def illegal_probation(given: Given, _setting: Setting, working: Working) -> Fraction:
    """The wage after probation for the time of probation beyond the lawful one that was served
    (Labour Contract Law, art. 83)."""
    wage, months = given.yuan("wage_after_probation"), given.number("months_over")
    return working.money(say(N_("Damages for unlawful probation")), "{:m} × {}", wage, months,
                         result=wage * months, law=(law.PROBATION_DAMAGES,))


def non_compete(given: Given, setting: Setting, working: Working) -> Fraction:
    """30 % of the average wage, or the share agreed, a month; not below the local minimum wage
    (Judicial Interpretation (I), art. 36). That floor is written for pay that was not agreed: with
    another share it is applied too, and said so."""
    wage, months = given.yuan("average_monthly_wage"), given.number("months")
    rate = given.number_or("rate", NON_COMPETE_SHARE)
    monthly = working.money(say(N_("Non-compete pay a month")), "{:m} × {:%}", wage, rate,
                            result=wage * rate, law=(law.NON_COMPETE_PAY,))
    least = setting.minimum_wage(given, setting.on, working)
    if least is not None and monthly < least:
        monthly = working.money(say(N_("Not below the local minimum wage")), "max({:m}, {:m})", monthly,
                                least, result=least, law=(law.NON_COMPETE_PAY,))
        if rate != NON_COMPETE_SHARE:
            working.warn(say(N_("The share was agreed; the minimum wage as its floor is written for pay "
                                "that was not agreed. Check local practice.")))
    return working.money(say(N_("Non-compete pay")), "{:m} × {}", monthly, months, result=monthly * months,
                         law=(law.NON_COMPETE_PAY,))


def additional_compensation(given: Given, _setting: Setting, working: Working) -> Fraction:
    """50 to 100 % on top, only after a labour inspection order to pay ran out unheeded (Labour
    Contract Law, art. 85)."""
    due = given.yuan("amount_due")
    if not given.yes("inspection_order_overdue"):
        return working.nothing(say(N_("No labour inspection order to pay has run out")), "{:m} × 0", due,
                               law=(law.ADDITIONAL,))
    rate = given.number_or("rate", LEAST_ADDITIONAL)
    if not LEAST_ADDITIONAL <= rate <= MOST_ADDITIONAL:
        raise FactError(N_("“{fact}” should be a share from 0.50 to 1.00."), at="rate",
                        fact=Name.of(given.facts["rate"]))
    if not given.has("rate"):
        working.warn(say(N_("No rate is given; the lowest, 50%, was applied.")))
    return working.money(say(N_("Additional compensation")), "{:m} × {:%}", due, rate, result=due * rate,
                         law=(law.ADDITIONAL,))


def injury_leave_pay(given: Given, _setting: Setting, working: Working) -> Fraction:
    """Wages go on unchanged during injury leave, as a rule not over twelve months (Work Injury
    Insurance Regulations, art. 33)."""
    wage, months = given.yuan("monthly_wage"), given.number("months")
    return working.money(say(N_("Wages during injury leave")), "{:m} × {}", wage, months,
                         result=wage * months, law=(law.INJURY_LEAVE,))


def other(given: Given, _setting: Setting, working: Working) -> Fraction:
    """An amount told as such."""
    amount = given.yuan("amount")
    return working.money(say(N_("Amount")), "{:m}", amount, result=amount)
