"""The second half of double wages for months without a written contract."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from mediation_desk.domain.calculators import citations as law
from mediation_desk.domain.calculators.citations import Citation
from mediation_desk.domain.calculators.facts import FactError, Name, missing
from mediation_desk.domain.calculators.given import Given
from mediation_desk.domain.calculators.periods import (
    Month,
    Span,
    after_months,
    calendar_months,
    earliest_in_time,
    months_from_first_day,
)
from mediation_desk.domain.calculators.setting import Setting
from mediation_desk.domain.calculators.working import Working
from mediation_desk.domain.calendar import DAY, month_end
from mediation_desk.domain.figures import (
    CONTRACT_LAW_IN_FORCE,
    DOUBLE_WAGE_MONTHS,
    PAID_DAYS_OF_MONTH,
    UNRENEWED_MONTHS,
)
from mediation_desk.domain.words import N_, say

LIMITATION_METHODS = ("none", "day_by_day", "by_month", "whole")
PARTIAL_MONTHS = ("per_21_75", "per_workdays_of_month")


@dataclass(frozen=True, slots=True)
class Breach:
    """The days owed double; ``over``: the day on which the unlawful state ended; ``law``: the articles it
    rests on; ``most``: months owed at most, None where the law sets no end."""

    span: Span
    over: date
    law: tuple[Citation, ...]
    most: int | None = DOUBLE_WAGE_MONTHS


def double_wage(given: Given, setting: Setting, working: Working) -> Fraction:
    """One more wage for each month without a contract (Labour Contract Law, art. 82; Implementing
    Regulations, arts. 6 and 7): at most eleven from the first day of work, twelve once a contract ran
    out, without end where an open-ended contract was refused. What is left over whole months counts by
    working days."""
    wage = given.yuan("monthly_wage")
    breach = _breach(given, setting, working)
    if breach.span.last < breach.span.first:
        return _none(breach.span, given, working)
    working.count(say(N_("Days owed double, {first} to {last}"), first=breach.span.first,
                      last=breach.span.last), "{} – {}", breach.span.first, breach.span.last,
                  result=Fraction(breach.span.days), law=breach.law)
    months = _months(_in_time(breach, given, setting, working), breach, given, setting, working)
    return working.money(say(N_("Double-wage difference")), "{:m} × {}", wage, months,
                         result=wage * months, law=breach.law[:1])


def _none(span: Span, given: Given, working: Working) -> Fraction:
    """Why no day is owed double: a contract in time, employment or grace within its first month."""
    if given.has("without_contract_from"):
        return working.nothing(say(N_("The month of grace after a contract ran out is not owed double")),
                               "{} < {}", span.last, span.first, law=(law.DOUBLE_WAGE,))
    signed = given.day_or_none("contract_signed_on")
    if signed and signed <= span.first:
        return working.nothing(say(N_("A written contract was signed in time")), "{} ≤ {}", signed,
                               span.first, law=(law.WRITTEN_CONTRACT_DUE,))
    return working.nothing(say(N_("The first month of employment is not owed double")), "{} < {}",
                           span.last, span.first, law=(law.DOUBLE_WAGE_PERIOD,))


def _breach(given: Given, setting: Setting, working: Working) -> Breach:
    if not given.has("without_contract_from", "without_contract_until"):
        _refuse_untimed(given)
        return _from_the_start(given, setting, working)
    span = Span(given.day("without_contract_from"), given.day("without_contract_until"))
    if given.yes("open_ended_refused"):
        return _without_end(span, working)
    grace = given.yes("renewal_grace") if given.has("renewal_grace") else setting.renewal_grace
    return _after_expiry(span, grace, working)


def _refuse_untimed(given: Given) -> None:
    """A refused open-ended contract counts from a day of its own, not from the first day of work."""
    if given.yes("open_ended_refused"):
        raise FactError(N_("“{fact}” is missing: “{other}” counts from that day."),
                        at="without_contract_from", fact=Name.of(given.facts["without_contract_from"]),
                        other=Name.of(given.facts["open_ended_refused"]))


def _without_end(span: Span, working: Working) -> Breach:
    """An open-ended contract was due and refused: every month from that day on (art. 82(2))."""
    working.count(say(N_("An open-ended contract was due and refused: no limit of months")), "{} – {}",
                  span.first, span.last, result=Fraction(span.days), law=(law.OPEN_ENDED_REFUSED,))
    return Breach(span, span.last, (law.OPEN_ENDED_REFUSED,), None)


def _after_expiry(told: Span, grace: bool, working: Working) -> Breach:
    """A contract ran out and was not renewed: at most twelve months from the day after; with a month
    of grace the first is not owed, so at most eleven (Beijing High Court 〔2024〕534, question 41(3))."""
    limit = after_months(told.first, UNRENEWED_MONTHS)
    first = after_months(told.first, 1) if grace else told.first
    most = UNRENEWED_MONTHS - grace
    if told.last >= limit:
        working.warn(say(N_("The time without a renewed contract was cut to {months} months."), months=most))
        return Breach(Span(first, limit - DAY), limit, (law.DOUBLE_WAGE,), most)
    return Breach(Span(first, told.last), told.last, (law.DOUBLE_WAGE,), most)


def _from_the_start(given: Given, setting: Setting, working: Working) -> Breach:
    """From the day after the first full month to the day before the contract was made up for, the
    day before a full year, or the day of leaving, whichever comes first; within the first year by
    article 6 of the Implementing Regulations, up to its end by article 7."""
    begun = given.day("employed_from")
    if begun < CONTRACT_LAW_IN_FORCE:
        working.warn(say(N_("Employment began before 2008-01-01, when the Labour Contract Law came into "
                            "force: double wages are counted from then.")))
        begun = CONTRACT_LAW_IN_FORCE
    first, year = after_months(begun, 1), after_months(begun, 12)
    last, over = min([(year - DAY, year), *_other_ends(given, setting, year, working)])
    article = law.DOUBLE_WAGE_PERIOD if last < year - DAY else law.DOUBLE_WAGE_YEAR
    return Breach(Span(first, last), over, law=(law.DOUBLE_WAGE, article))


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


def _in_time(breach: Breach, given: Given, setting: Setting, working: Working) -> list[Month]:
    """The months still in time when the claim was made, by the office's method.

    ``day_by_day``: each day lapses a year later (Beijing); ``by_month``: each month lapses a year
    after its last day; ``whole``: all lapse a year after the breach ended; ``none``: limitation is
    not applied, for it counts only when raised (Judicial Interpretation (II), art. 20).
    """
    method = given.choice_or("limitation_method", "none")
    months = months_from_first_day(breach.span)
    claimed = given.day_or_none("claimed_on")
    if claimed is None:
        if method != "none":
            raise missing(given.facts["claimed_on"])
        return months
    since = earliest_in_time(claimed, setting.calendar)
    if method == "none":
        if breach.span.first < since:
            working.warn(say(N_("Days before {day} are more than a year before the claim; if limitation "
                                "is raised they may fall away."), day=since))
        return months
    return _kept(months, breach, since, method, working)


def _kept(months: list[Month], breach: Breach, since: date, method: str, working: Working) -> list[Month]:
    if method == "whole":
        kept = months if breach.over >= since else []
    elif method == "by_month":
        kept = [month for month in months if month.span.last >= since]
    else:
        kept = months_from_first_day(Span(max(breach.span.first, since), breach.span.last))
    if kept != months:
        lost = sum(month.span.days for month in months) - sum(month.span.days for month in kept)
        working.count(say(N_("Days out of time, before {day}"), day=since), "{} < {}",
                      breach.span.first, since, result=Fraction(lost),
                      law=(law.LIMITATION, law.LAST_DAY_MOVES, law.LIMITATION_RAISED))
    return kept


def _months(months: list[Month], breach: Breach, given: Given, setting: Setting,
            working: Working) -> Fraction:
    """Months owed: the whole ones, and what is left over by working days."""
    whole = sum(month.whole for month in months)
    total = Fraction(whole)
    if whole:
        working.count(say(N_("Whole months owed double")), "{}", whole, result=total,
                      law=(law.DOUBLE_WAGE_BY_MONTH,))
    for month in months:
        if not month.whole:
            total += _part(month.span, given.choice_or("partial_month", "per_21_75"), setting, working)
    most = breach.most
    if most is None or total <= most:
        return total
    return working.count(say(N_("Not more than {months} months"), months=most), "min({}, {})", total, most,
                         result=Fraction(most), law=(*breach.law, law.NO_DOUBLE_WAGE_AFTER_A_YEAR))


def _part(span: Span, method: str, setting: Setting, working: Working) -> Fraction:
    """Part of a month: its working days of 21.75, or of their own calendar month's; at most one."""
    for year in setting.calendar.unannounced(span.first, span.last):
        working.warn(say(N_("The holidays of {year} are not at hand: only weekends and the fixed holidays "
                            "were left out of the working days."), year=year))
    counts = [(setting.calendar.workdays_between(piece.first, piece.last), _base(piece, method, setting))
              for piece in ([span] if method == "per_21_75" else calendar_months(span))]
    share = sum((days / base for days, base in counts), Fraction())
    form = " + ".join(["{} ÷ {}"] * len(counts))
    return working.count(say(N_("Part of a month owed double, {first} to {last}: working days"),
                             first=span.first, last=span.last), form if share <= 1 else f"min({form}, 1)",
                         *(number for pair in counts for number in pair), result=min(share, Fraction(1)),
                         law=(law.DOUBLE_WAGE_BY_MONTH, law.PAID_DAYS))


def _base(piece: Span, method: str, setting: Setting) -> Fraction:
    """What a month's working days are divided by."""
    if method == "per_21_75":
        return PAID_DAYS_OF_MONTH
    return Fraction(setting.calendar.workdays_between(piece.first.replace(day=1), month_end(piece.last)))
