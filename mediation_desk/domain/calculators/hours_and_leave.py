"""Pay for overtime and for annual leave that was not taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from mediation_desk.domain.calculators import citations as law
from mediation_desk.domain.calculators.given import Given
from mediation_desk.domain.calculators.periods import Span
from mediation_desk.domain.calculators.setting import Setting
from mediation_desk.domain.calculators.working import Working
from mediation_desk.domain.figures import (
    HOLIDAY_OVERTIME,
    LEAVE_YEAR_DAYS,
    ORDINARY_PAY,
    PAID_DAYS_OF_MONTH,
    PAID_HOURS_OF_DAY,
    PAID_HOURS_OF_MONTH,
    REST_DAY_OVERTIME,
    UNTAKEN_LEAVE,
    WORKDAY_OVERTIME,
)
from mediation_desk.domain.words import N_, Sentence, say

_HOURS = (
    ("workday_hours", WORKDAY_OVERTIME, say(N_("Overtime hours on workdays"))),
    ("restday_hours", REST_DAY_OVERTIME, say(N_("Overtime hours on rest days"))),
    ("holiday_hours", HOLIDAY_OVERTIME, say(N_("Overtime hours on statutory holidays"))),
)
_DAYS = (
    ("restday_days", REST_DAY_OVERTIME, say(N_("Overtime days on rest days"))),
    ("holiday_days", HOLIDAY_OVERTIME, say(N_("Overtime days on statutory holidays"))),
)
_LEAVE_BY_SERVICE = ((Fraction(20), 15), (Fraction(10), 10), (Fraction(1), 5))


def overtime(given: Given, _setting: Setting, working: Working) -> Fraction:
    """150, 200 and 300 % of the ordinary wage, all of it beside the month's wage (Labour Law, art. 44;
    Provisional Rules on Wage Payment, art. 13); 100 % less each where the ordinary pay for that very
    time was already paid. An hour is the month by 174, a day the month by 21.75; where an hourly
    wage is told it decides both, a day being eight hours."""
    basis = _basis(given)
    paid = ORDINARY_PAY if given.yes("single_pay_included") else Fraction()
    parts = [_part(given.number(name), basis, unit, rate, paid, label, working)
             for kinds, unit in ((_HOURS, basis.hour), (_DAYS, basis.day))
             for name, rate, label in kinds if given.has(name)]
    if not parts:
        working.warn(say(N_("No overtime hours or days are given.")))
        return working.nothing(say(N_("No overtime")), "0")
    if len(parts) == 1:
        return parts[0]
    return working.money(say(N_("Overtime pay")), " + ".join(["{:m}"] * len(parts)), *parts,
                         result=sum(parts, Fraction()), law=(law.OVERTIME,))


@dataclass(frozen=True, slots=True)
class Basis:
    """The wage told and how an hour and a day come of it: ``sign`` is ÷ or ×."""

    wage: Fraction
    sign: str
    hour: Fraction
    day: Fraction


def _basis(given: Given) -> Basis:
    if given.has("hourly_wage"):
        return Basis(given.yuan("hourly_wage"), "×", Fraction(1), PAID_HOURS_OF_DAY)
    return Basis(given.yuan("monthly_wage"), "÷", PAID_HOURS_OF_MONTH, PAID_DAYS_OF_MONTH)


def _part(count: Fraction, basis: Basis, unit: Fraction, rate: Fraction, paid: Fraction,
          label: Sentence, working: Working) -> Fraction:
    each = basis.wage / unit if basis.sign == "÷" else basis.wage * unit
    rates = "({:%} − {:%})" if paid else "{:%}"
    return working.money(label, f"{{:m}} {basis.sign} {{}} × {{}} × {rates}", basis.wage, unit, count, rate,
                         paid, result=each * count * (rate - paid),
                         law=(law.OVERTIME, law.OVERTIME_PAY, law.PAID_DAYS))


def annual_leave(given: Given, _setting: Setting, working: Working) -> Fraction:
    """Three times the day's wage for each day untaken, of which the ordinary one was paid with the
    month's wage, so two remain (Measures on Paid Annual Leave, arts. 10 and 11)."""
    days = given.number("days_untaken") if given.has("days_untaken") else _untaken(given, working)
    wage, rate = given.yuan("average_monthly_wage"), UNTAKEN_LEAVE - ORDINARY_PAY
    return working.money(say(N_("Pay for leave not taken")), "{:m} ÷ {} × {} × ({:%} − {:%})", wage,
                         PAID_DAYS_OF_MONTH, days, UNTAKEN_LEAVE, ORDINARY_PAY,
                         result=wage * days * rate / PAID_DAYS_OF_MONTH,
                         law=(law.LEAVE_PAY, law.LEAVE_PAY_INCLUDES, law.LEAVE_DAY_WAGE))


def _untaken(given: Given, working: Working) -> Fraction:
    """Days untaken in the calendar year of leaving: the year's leave by the days spent here, less
    those taken, whole days only; more taken than due is not asked back (Measures, art. 12)."""
    service, left = given.number("service_years_total"), given.day("left_on")
    year = Fraction(next((days for years, days in _LEAVE_BY_SERVICE if service >= years), 0))
    working.count(say(N_("Leave days of a full year, by years of work in all")), "{}", service, result=year,
                  law=(law.LEAVE_DAYS,))
    begun, new_year = given.day("employed_from"), date(left.year, 1, 1)
    here = Span(max(begun, new_year), left)
    articles = (law.LEAVE_ON_LEAVING, law.LEAVE_ON_ENTERING) if begun > new_year else (law.LEAVE_ON_LEAVING,)
    taken = given.number_or("days_taken", Fraction())
    due = max(here.days * year / LEAVE_YEAR_DAYS - taken, Fraction())
    return working.count(say(N_("Whole days not taken in the year of leaving")),
                         "⌊{} ÷ {} × {} − {}⌋", here.days, LEAVE_YEAR_DAYS, year, taken,
                         result=Fraction(due // 1), law=articles)
