"""The second half of double wages for months without a written contract."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from mediation_desk.domain.calculators import citations as law
from mediation_desk.domain.calculators.facts import Given, Setting, missing
from mediation_desk.domain.calculators.periods import (
    Span,
    after_months,
    calendar_months,
    earliest_in_time,
)
from mediation_desk.domain.calculators.working import Working
from mediation_desk.domain.calendar import DAY, month_end
from mediation_desk.domain.figures import CONTRACT_LAW_IN_FORCE, DOUBLE_WAGE_MONTHS, PAID_DAYS_OF_MONTH
from mediation_desk.domain.words import N_, say

LIMITATION_METHODS = ("none", "day_by_day", "by_month", "whole")
PARTIAL_MONTHS = ("per_21_75", "per_workdays_of_month")


@dataclass(frozen=True, slots=True)
class Breach:
    """The days owed double; ``over``: the day on which the unlawful state ended."""

    span: Span
    over: date


def double_wage(given: Given, setting: Setting, working: Working) -> Fraction:
    """One more wage for each month without a contract, at most eleven (Labour Contract Law, art. 82;
    Implementing Regulations, arts. 6 and 7); parts of months by working days."""
    wage = given.yuan("monthly_wage")
    breach = _breach(given, setting, working)
    if breach.span.last < breach.span.first:
        return _none(breach.span, given, working)
    working.count(say(N_("Days owed double, {first} to {last}"), first=breach.span.first,
                      last=breach.span.last), "{} – {}", breach.span.first, breach.span.last,
                  result=Fraction(breach.span.days), law=(law.DOUBLE_WAGE, law.DOUBLE_WAGE_YEAR))
    months = _months(_in_time(breach, given, working), given, setting, working)
    return working.money(say(N_("Double-wage difference")), "{:m} × {}", wage, months,
                         result=wage * months, law=(law.DOUBLE_WAGE,))


def _none(span: Span, given: Given, working: Working) -> Fraction:
    """Why no day is owed double: a contract in time, or employment within its first month."""
    signed = given.day_or_none("contract_signed_on")
    if signed and signed <= span.first:
        return working.nothing(say(N_("A written contract was signed in time")), "{} ≤ {}", signed,
                               span.first, law=(law.WRITTEN_CONTRACT_DUE,))
    return working.nothing(say(N_("The first month of employment is not owed double")), "{} < {}",
                           span.last, span.first, law=(law.DOUBLE_WAGE_PERIOD,))


def _breach(given: Given, setting: Setting, working: Working) -> Breach:
    if given.has("without_contract_from", "without_contract_until"):
        return _after_expiry(given.day("without_contract_from"), given.day("without_contract_until"),
                             working)
    return _from_the_start(given, setting, working)


def _after_expiry(first: date, until: date, working: Working) -> Breach:
    """A contract ran out and was not renewed: the days told, at most eleven months."""
    limit = after_months(first, DOUBLE_WAGE_MONTHS)
    if until < limit:
        return Breach(Span(first, until), until)
    working.warn(say(N_("More than eleven months without a renewed contract were cut to eleven.")))
    return Breach(Span(first, limit - DAY), limit)


def _from_the_start(given: Given, setting: Setting, working: Working) -> Breach:
    """From the day after the first full month to the day before the contract was made up for, the
    day before a full year, or the day of leaving, whichever comes first."""
    begun = given.day("employed_from")
    if begun < CONTRACT_LAW_IN_FORCE:
        working.warn(say(N_("Employment began before 2008-01-01, when the Labour Contract Law came into "
                            "force: double wages are counted from then.")))
        begun = CONTRACT_LAW_IN_FORCE
    first, year = after_months(begun, 1), after_months(begun, 12)
    last, over = min([(year - DAY, year), *_other_ends(given, setting, year, working)])
    return Breach(Span(first, last), over)


def _other_ends(given: Given, setting: Setting, year: date,
                working: Working) -> list[tuple[date, date]]:
    """Last day owed double and the day the breach ended, by contract and by leaving."""
    signed, left = given.day_or_none("contract_signed_on"), given.day_or_none("employed_until")
    ends = [(signed - DAY, signed)] if signed else []
    still = given.day_or_none("claimed_on") or setting.on
    if left or still:
        day = left or still
        assert day is not None
        return [*ends, (day, day)]
    if not signed:
        working.warn(say(N_("No last day of employment is given; counted to {day}."), day=year - DAY))
    return ends


def _in_time(breach: Breach, given: Given, working: Working) -> list[Span]:
    """The calendar months still in time when the claim was made, by the office's method.

    ``day_by_day``: each day lapses a year later (Beijing); ``by_month``: each month lapses a year
    after its last day; ``whole``: all lapse a year after the breach ended; ``none``: limitation is
    not applied, for it counts only when raised (Judicial Interpretation (II), art. 20).
    """
    method = given.choice_or("limitation_method", "none")
    months = list(calendar_months(breach.span))
    claimed = given.day_or_none("claimed_on")
    if claimed is None:
        if method != "none":
            raise missing(given.facts["claimed_on"])
        return months
    since = earliest_in_time(claimed)
    if method == "none":
        if breach.span.first < since:
            working.warn(say(N_("Days before {day} are more than a year before the claim; if limitation "
                                "is raised they may fall away."), day=since))
        return months
    return _kept(months, breach, since, method, working)


def _kept(months: list[Span], breach: Breach, since: date, method: str, working: Working) -> list[Span]:
    if method == "whole":
        kept = months if breach.over >= since else []
    else:
        kept = [month for month in months if month.last >= since]
        if method == "day_by_day":
            kept = [Span(max(month.first, since), month.last) for month in kept]
    if kept != months:
        lost = sum(month.days for month in months) - sum(month.days for month in kept)
        working.count(say(N_("Days out of time, before {day}"), day=since), "{} < {}",
                      breach.span.first, since, result=Fraction(lost),
                      law=(law.LIMITATION, law.LIMITATION_RAISED))
    return kept


def _months(spans: list[Span], given: Given, setting: Setting, working: Working) -> Fraction:
    """Months owed: one for each whole calendar month, and parts by working days."""
    whole = sum(span.whole_month for span in spans)
    total = Fraction(whole)
    if whole:
        working.count(say(N_("Whole months owed double")), "{}", whole, result=Fraction(whole),
                      law=(law.DOUBLE_WAGE_BY_MONTH,))
    method = given.choice_or("partial_month", "per_21_75")
    for span in spans:
        if not span.whole_month:
            total += _part(span, method, setting, working)
    if total <= DOUBLE_WAGE_MONTHS:
        return total
    return working.count(say(N_("Not more than eleven months")), "min({}, {})", total, DOUBLE_WAGE_MONTHS,
                         result=Fraction(DOUBLE_WAGE_MONTHS),
                         law=(law.DOUBLE_WAGE_YEAR, law.NO_DOUBLE_WAGE_AFTER_A_YEAR))


def _part(span: Span, method: str, setting: Setting, working: Working) -> Fraction:
    """Part of a month: its working days of 21.75, or of the month's own; never more than one."""
    days = setting.calendar.workdays_between(span.first, span.last)
    if not setting.calendar.knows(span.first):
        working.warn(say(N_("The holidays of {year} are not at hand: only weekends were left out of the "
                            "working days."), year=span.first.year))
    base = PAID_DAYS_OF_MONTH
    if method == "per_workdays_of_month":
        base = Fraction(setting.calendar.workdays_between(span.first.replace(day=1), month_end(span.last)))
    part = min(days / base, Fraction(1)) if base else Fraction()
    form = "{} ÷ {}" if part < 1 else "min({} ÷ {}, 1)"
    return working.count(say(N_("Part of a month owed double, {first} to {last}: working days"),
                             first=span.first, last=span.last), form, days, base, result=part,
                         law=(law.DOUBLE_WAGE_BY_MONTH, law.PAID_DAYS))
