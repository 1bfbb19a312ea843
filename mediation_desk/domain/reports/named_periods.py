"""The periods that people ask for by a name: this month, last month, a quarter, a year, a week, a day."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_


class NamedPeriod(Term):
    """A period seen from a day; ``DATES``: none of them, its days are given."""

    THIS_MONTH = "this_month", N_("This month")
    LAST_MONTH = "last_month", N_("Last month")
    THIS_QUARTER = "this_quarter", N_("This quarter")
    LAST_QUARTER = "last_quarter", N_("Last quarter")
    THIS_YEAR = "this_year", N_("This year")
    LAST_YEAR = "last_year", N_("Last year")
    THIS_WEEK = "this_week", N_("This week")
    LAST_WEEK = "last_week", N_("Last week")
    TODAY = "today", N_("Today")
    DATES = "dates", N_("Dates as entered")


def period_of(span: NamedPeriod, today: date) -> Period | None:
    """The whole period of that name, its days to come too; None for days that are given."""
    year, quarter = today.year, (today.month - 1) // 3 * 3 + 1
    match span:
        case NamedPeriod.THIS_MONTH | NamedPeriod.LAST_MONTH:
            found = Period.months(year, today.month)
        case NamedPeriod.THIS_QUARTER | NamedPeriod.LAST_QUARTER:
            found = Period.months(year, quarter, 3)
        case NamedPeriod.THIS_YEAR | NamedPeriod.LAST_YEAR:
            found = Period.months(year, 1, 12)
        case NamedPeriod.THIS_WEEK | NamedPeriod.LAST_WEEK:
            found = Period.week_of(today)
        case NamedPeriod.TODAY:
            found = Period.of_day(today)
        case _:
            return None
    return found.before() if span in _LAST else found


_LAST = frozenset({NamedPeriod.LAST_MONTH, NamedPeriod.LAST_QUARTER, NamedPeriod.LAST_YEAR,
                   NamedPeriod.LAST_WEEK})
