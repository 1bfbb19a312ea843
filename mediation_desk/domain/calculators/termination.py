"""Pay at the end of employment: economic compensation, damages, pay in lieu of notice."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from mediation_desk.domain.calculators import citations as law
from mediation_desk.domain.calculators.given import Given
from mediation_desk.domain.calculators.periods import Span, service_months
from mediation_desk.domain.calculators.setting import Setting
from mediation_desk.domain.calculators.working import Working
from mediation_desk.domain.calendar import DAY
from mediation_desk.domain.figures import (
    CAPPED_YEARS,
    CONTRACT_LAW_IN_FORCE,
    UNLAWFUL_TIMES,
    WAGE_CAP,
)
from mediation_desk.domain.words import N_, say

NOTICE_GROUNDS = ("art40_illness", "art40_incompetent", "art40_changed")


@dataclass(frozen=True, slots=True)
class Standard:
    """The standard of article 47: months of pay, and the monthly wage it is paid by, in yuan."""

    months: Fraction
    wage: Fraction


def economic_compensation(given: Given, setting: Setting, working: Working) -> Fraction:
    """A month's wage for each year of service (Labour Contract Law, arts. 46 and 47).

    Service before 2008 follows the rules of that time (art. 97(3)): where there is any, both times
    are worked out as parts, and no single sum is given.
    """
    if not given.has("months_of_pay") and given.day("employed_from") < CONTRACT_LAW_IN_FORCE:
        return _in_parts(given, setting, working)
    standard = _standard(given, setting, working)
    return _compensation(standard, working)


def _compensation(standard: Standard, working: Working) -> Fraction:
    return working.money(say(N_("Economic compensation")), "{:m} × {}", standard.wage, standard.months,
                         result=standard.wage * standard.months,
                         law=(law.COMPENSATION_DUE, law.COMPENSATION_YEARS))


def _in_parts(given: Given, setting: Setting, working: Working) -> Fraction:
    """The service before 2008 as the rules of that time counted it, where they gave anything, and the
    service since as the Labour Contract Law counts it; what was paid comes off neither here."""
    begun, ended = given.day("employed_from"), given.day("employed_until")
    working.warn(say(N_("Employment began before 2008-01-01: whether the service before that day gives "
                        "compensation follows the rules of that time, so there are two parts and no single "
                        "sum. Review them by hand (Labour Contract Law, art. 97(3)).")))
    old = _before_2008(Span(begun, min(ended, CONTRACT_LAW_IN_FORCE - DAY)), given, setting, ended, working)
    since = Fraction()
    if ended >= CONTRACT_LAW_IN_FORCE:
        months = _counted(CONTRACT_LAW_IN_FORCE, ended, working)
        wage = _lifted(given.yuan("average_monthly_wage"), given, setting, ended, working)
        since = _compensation(_capped(Standard(months, wage), given, setting, ended, working), working)
        working.part(say(N_("Service from {first} to {last}"), first=CONTRACT_LAW_IN_FORCE, last=ended),
                     since)
    if given.yuan_or_none("amount_paid"):
        working.warn(say(N_("What was already paid, {paid}, still comes off the sum that is found due."),
                         paid=given.values["amount_paid"]))
    return old + since


def _before_2008(service: Span, given: Given, setting: Setting, ended: date, working: Working) -> Fraction:
    """One month for each year begun (MOL 〔1994〕481, art. 5), which some grounds limit to twelve."""
    wage = _lifted(given.yuan("average_monthly_wage"), given, setting, ended, working)
    years = Fraction(math.ceil(service_months(service.first, service.last)))
    amount = working.money(say(N_("Service before 2008 by the rules of that time, where they give "
                                  "compensation")), "{:m} × {}", wage, years, result=wage * years,
                           law=(law.SERVICE_BEFORE_THE_LAW, law.COMPENSATION_OF_1994))
    working.part(say(N_("Service from {first} to {last}: at most, where the rules of that time give "
                        "compensation; otherwise nothing"), first=service.first, last=service.last), amount)
    return amount


def unlawful_termination(given: Given, setting: Setting, working: Working) -> Fraction:
    """Twice the standard of article 47, counted from the first day of employment (Labour Contract
    Law, art. 87; Implementing Regulations, art. 25)."""
    standard = _standard(given, setting, working)
    return working.money(say(N_("Damages for unlawful termination")), "{:m} × {} × {}", standard.wage,
                         standard.months, UNLAWFUL_TIMES,
                         result=standard.wage * standard.months * UNLAWFUL_TIMES,
                         law=(law.UNLAWFUL_TERMINATION, law.DAMAGES_YEARS))


def notice_pay(given: Given, _setting: Setting, working: Working) -> Fraction:
    """The wage of the month before, for the three cases of article 40 (Labour Contract Law, art. 40;
    Implementing Regulations, art. 20)."""
    wage = given.yuan("last_month_wage")
    return working.money(say(N_("One month's wage in lieu of notice")), "{:m} × 1", wage, result=wage,
                         law=(law.NOTICE, law.NOTICE_WAGE))


def _standard(given: Given, setting: Setting, working: Working) -> Standard:
    ended = given.day_or_none("employed_until") or setting.on
    told = given.has("months_of_pay")
    months = _months_told(given, working) if told else _months(given, working)
    wage = _lifted(given.yuan("average_monthly_wage"), given, setting, ended, working)
    return _capped(Standard(months, wage), given, setting, ended, working)


def _months_told(given: Given, working: Working) -> Fraction:
    months = given.number("months_of_pay")
    return working.count(say(N_("Months of pay, as told")), "{}", months, result=months,
                         law=(law.COMPENSATION_YEARS,))


def _months(given: Given, working: Working) -> Fraction:
    begun, ended = given.day("employed_from"), given.day("employed_until")
    if begun < CONTRACT_LAW_IN_FORCE:
        working.warn(say(N_("Employment began before 2008-01-01; damages count from the first day of work "
                            "all the same. Review this amount by hand.")))
    return _counted(begun, ended, working)


def _counted(begun: date, ended: date, working: Working) -> Fraction:
    return working.count(say(N_("Months of pay for the service")), "{} – {}", begun, ended,
                         result=service_months(begun, ended), law=(law.COMPENSATION_YEARS,))


def _lifted(wage: Fraction, given: Given, setting: Setting, ended: date | None,
            working: Working) -> Fraction:
    """The average wage, not below the local minimum (Implementing Regulations, art. 27)."""
    least = setting.minimum_wage(given, ended, working)
    if least is None or wage >= least:
        return wage
    return working.money(say(N_("Base lifted to the local minimum wage")), "max({:m}, {:m})", wage, least,
                         result=least, law=(law.BASE_WAGE,))


def _capped(standard: Standard, given: Given, setting: Setting, ended: date | None,
            working: Working) -> Standard:
    """A wage above three times the local average counts as three times it, and then, and only then,
    not more than twelve years count (Labour Contract Law, art. 47(2))."""
    average = setting.average_wage(given, ended, working)
    if average is None or standard.wage <= average * WAGE_CAP:
        return standard
    wage, months = average * WAGE_CAP, min(standard.months, CAPPED_YEARS)
    working.money(say(N_("Base limited to three times the local average wage")), "min({:m}, {:m} × {})",
                  standard.wage, average, WAGE_CAP, result=wage, law=(law.COMPENSATION_CAP,))
    if months < standard.months:
        working.count(say(N_("Limited to twelve months with it")), "min({}, {})", standard.months,
                      CAPPED_YEARS, result=months, law=(law.COMPENSATION_CAP,))
        working.warn(say(N_("The wage is above three times the local average, so both limits apply; at or "
                            "below that line all years would count. Check the average wage closely.")))
    return Standard(months, wage)
