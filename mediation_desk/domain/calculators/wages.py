"""Pay for work done: unpaid wages, gig pay, deductions to give back, heat allowance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from mediation_desk.domain.calculators import citations as law
from mediation_desk.domain.calculators.facts import FactError, Name
from mediation_desk.domain.calculators.given import Given
from mediation_desk.domain.calculators.periods import Span, after_months, months_and_rests, paid_days
from mediation_desk.domain.calculators.setting import Setting
from mediation_desk.domain.calculators.working import Working
from mediation_desk.domain.figures import DEDUCTION_SHARE, PAID_DAYS_OF_MONTH, Figure, FigureKind, Per
from mediation_desk.domain.words import N_, say

EARNING_KINDS = ("per_order", "per_hour", "revenue_share", "bonus")
PAY_KINDS = (*EARNING_KINDS, "guarantee", "deduction")
LAWFUL_WITHHOLDINGS = ("tax", "social_insurance", "court_order", "statute")


def unpaid_wages(given: Given, _setting: Setting, working: Working) -> Fraction:
    """Wages due: the amount told, or the monthly wage over the unpaid days.

    Whole calendar months pay the whole wage; a part of a month pays its paid days (Mondays to
    Fridays, holidays with them) of 21.75, and never more than the month; nor do two such parts that
    make up no more than one month together.
    """
    if given.has("amount_due"):
        due = given.yuan("amount_due")
        return working.money(say(N_("Wages due")), "{:m}", due, result=due, law=(law.WAGES_IN_FULL,))
    wage = given.yuan("monthly_wage")
    span = Span(given.day("unpaid_from"), given.day("unpaid_until"))
    months, rests = months_and_rests(span)
    parts = [working.money(say(N_("Wages of whole calendar months")), "{:m} × {}", wage, months,
                           result=wage * months, law=(law.WAGES_IN_FULL,))] if months else []
    parts += [_part_of_month(wage, rest, working) for rest in rests]
    if len(parts) == 1:
        return parts[0]
    due, form = sum(parts, Fraction()), " + ".join(["{:m}"] * len(parts))
    if due > wage and span.last < after_months(span.first, 1):
        return working.money(say(N_("Not more than the wage of the month that this makes up")),
                             f"min({form}, {{:m}})", *parts, wage, result=wage, law=(law.WAGES_IN_FULL,))
    return working.money(say(N_("Wages due")), form, *parts, result=due, law=(law.WAGES_IN_FULL,))


def _part_of_month(wage: Fraction, span: Span, working: Working) -> Fraction:
    days = paid_days(span)
    share = min(Fraction(1), days / PAID_DAYS_OF_MONTH)
    label = say(N_("Wages of part of a month, {first} to {last}"), first=span.first, last=span.last)
    if share == 1:
        return working.money(label, "min({} ÷ {}, 1) × {:m}", days, PAID_DAYS_OF_MONTH, wage,
                             result=wage, law=(law.PAID_DAYS,))
    return working.money(label, "{:m} ÷ {} × {}", wage, PAID_DAYS_OF_MONTH, days,
                         result=wage * share, law=(law.PAID_DAYS,))


def gig_pay(given: Given, _setting: Setting, working: Working) -> Fraction:
    """Pay of one period of platform work.

    Orders, hours, revenue shares and bonuses are added up; a guarantee tops that sum up to its
    amount (the highest of several); deductions come off afterwards, not below zero.
    """
    items = [(row.choice_or("kind", ""), _item(row, working)) for row in given.rows("pay_items")]
    earned = [amount for kind, amount in items if kind in EARNING_KINDS]
    due = sum(earned, Fraction())
    if len(earned) > 1:
        working.money(say(N_("Earned in the period")), " + ".join(["{:m}"] * len(earned)), *earned,
                      result=due)
    due = _topped_up(due, [amount for kind, amount in items if kind == "guarantee"], working)
    taken = sum((amount for kind, amount in items if kind == "deduction"), Fraction())
    if not taken:
        return due
    return working.money(say(N_("After deductions")), "max({:m} − {:m}, 0)", due, taken,
                         result=max(due - taken, Fraction()))


_ITEMS = {
    "per_order": say(N_("Orders")), "per_hour": say(N_("Hours")),
    "revenue_share": say(N_("Share of revenue")), "bonus": say(N_("Bonus")),
    "guarantee": say(N_("Guaranteed pay of the period")), "deduction": say(N_("Deduction")),
}


def _item(row: Given, working: Working) -> Fraction:
    """One item: quantity × rate, revenue × share, or the amount as told."""
    kind = row.choice_or("kind", "")
    amount, rate = row.yuan_or_none("amount"), row.number_or("rate", Fraction(1))
    if kind == "revenue_share" and amount is not None and row.has("rate"):
        if rate > 1:
            raise _bad(row, "rate", N_("“{fact}” should be a share from 0 to 1, such as 0.30."))
        return working.money(_ITEMS[kind], "{:m} × {:%}", amount, rate, result=amount * rate,
                             law=(law.PERFORMANCE_IN_FULL,))
    if row.has("quantity", "rate"):
        return _product(row, working)
    if amount is None:
        raise _bad(row, "amount", N_("“{fact}” is missing; it should be an amount in yuan, or a quantity and "
                                     "a rate in its place."))
    return working.money(_ITEMS[kind], "{:m}", amount, result=amount, law=(law.PERFORMANCE_IN_FULL,))


def _product(row: Given, working: Working) -> Fraction:
    quantity, rate, told = row.number("quantity"), row.number("rate"), row.yuan_or_none("amount")
    if told is not None and abs(told - quantity * rate) >= Fraction(1, 100):
        raise _bad(row, "amount", N_("“{fact}” should be the quantity times the rate; leave one of them "
                                     "out."))
    return working.money(_ITEMS[row.choice_or("kind", "")], "{} × {}", quantity, rate,
                         result=quantity * rate, law=(law.PERFORMANCE_IN_FULL,))


def _bad(row: Given, column: str, sentence: str) -> FactError:
    """The error about a column of a row; ``sentence`` is marked with N_ by the caller."""
    assert row.row is not None
    return FactError(sentence, at=row.row.at(column), fact=Name.of(row.facts[column], row.row))


def _topped_up(earned: Fraction, guarantees: Sequence[Fraction], working: Working) -> Fraction:
    if not guarantees:
        return earned
    if len(guarantees) > 1:
        working.warn(say(N_("Several guarantees were given for one period; the highest was applied.")))
    highest = max(guarantees)
    return working.money(say(N_("Topped up to the guarantee")), "max({:m}, {:m})", earned, highest,
                         result=max(earned, highest), law=(law.PERFORMANCE_IN_FULL,))


def deductions(given: Given, setting: Setting, working: Working) -> Fraction:
    """What was taken from pay and must be given back.

    Taxes, social insurance, court orders and statutes may be withheld whole (Provisional Rules,
    art. 15). Of anything else the company keeps only the ``kept_share`` found (none unless told),
    and in each month not more than 20 % of the wage nor below the minimum wage (art. 16).
    """
    months: dict[tuple[int, int] | None, Fraction] = {}
    taken = Fraction()
    for row in given.rows("deductions"):
        amount = row.yuan("amount")
        if row.choice_or("ground", "") in LAWFUL_WITHHOLDINGS:
            working.money(say(N_("Lawfully withheld, not returned")), "{:m}", amount,
                          result=Fraction(), law=(law.WITHHOLDING,))
            continue
        taken += amount
        share = row.number_or("kept_share", Fraction())
        month = _month(row.day_or_none("date"))
        months[month] = months.get(month, Fraction()) + amount * share
    working.money(say(N_("Taken without a lawful withholding")), "{:m}", taken, result=taken)
    kept = sum((_kept(month, wanted, given, setting, working)
                for month, wanted in months.items() if wanted), Fraction())
    return working.money(say(N_("To give back")), "{:m} − {:m}", taken, kept, result=taken - kept,
                         law=(law.DEDUCTION_LIMITS,))


def _month(day: date | None) -> tuple[int, int] | None:
    return (day.year, day.month) if day else None


def _kept(month: tuple[int, int] | None, wanted: Fraction, given: Given, setting: Setting,
          working: Working) -> Fraction:
    """What may be kept of one month's deductions (Provisional Rules on Wage Payment, art. 16)."""
    name = f"{month[0]}-{month[1]:02d}" if month else "—"
    if not month:
        working.warn(say(N_("Deductions without a date were counted as one month.")))
    if not given.has("monthly_wage"):
        working.warn(say(N_("Without the monthly wage the limit of 20% a month was not applied.")))
        return wanted
    wage = given.yuan("monthly_wage")
    limit = wage * DEDUCTION_SHARE
    label = say(N_("Most that may be kept for {month}"), month=name)
    least = setting.minimum_wage(given, date(*month, 1) if month else None, working)
    if least is None:
        working.money(label, "{:m} × {:%}", wage, DEDUCTION_SHARE, result=limit,
                      law=(law.DEDUCTION_LIMITS,))
    else:
        limit = min(limit, max(wage - least, Fraction()))
        working.money(label, "min({:m} × {:%}, max({:m} − {:m}, 0))", wage, DEDUCTION_SHARE, wage, least,
                      result=limit, law=(law.DEDUCTION_LIMITS,))
    return working.money(say(N_("Kept for {month}"), month=name), "min({:m}, {:m})", wanted, limit,
                         result=min(wanted, limit), law=(law.DEDUCTION_LIMITS,))


def heat_allowance(given: Given, setting: Setting, working: Working) -> Fraction:
    """Months or days in the heat times the provincial rate (Measures on Heatstroke Prevention,
    art. 17); the rate told, else the figure that applies on the last day worked in the heat."""
    periods = given.number("periods")
    figure = None if given.has("rate") else _heat_figure(given, setting, working)
    rate = figure.amount.yuan if figure else given.yuan("rate")
    return working.money(_HEAT[figure.per if figure else None], "{:m} × {}", rate, periods,
                         result=rate * periods, law=(law.HEAT,))


_HEAT = {None: say(N_("Heat allowance")), Per.MONTH: say(N_("Heat allowance by the month")),
         Per.DAY: say(N_("Heat allowance by the day"))}


def _heat_figure(given: Given, setting: Setting, working: Working) -> Figure | None:
    """The figure at hand; refused where there are some but none of that day."""
    kind, on = FigureKind.HEAT_ALLOWANCE, given.day_or_none("heat_until") or setting.on
    figure = setting.figures.find(kind, setting.place, on)
    if figure is None and setting.figures.is_outside(kind, setting.place, on):
        raise FactError(N_("{why}. Give “{fact}” itself, or the day that counts."), at="rate",
                        fact=Name.of(given.facts["rate"]),
                        why=setting.figures.why_not(kind, setting.place, on))
    most = (len(figure.months) or 12) if figure and figure.per is Per.MONTH else 366
    if figure and given.number("periods") > most:
        working.warn(say(N_("More is claimed than one year can have, {most}: it must be of several years."),
                         most=most))
    return figure
