"""The two weeks of a Monday page, and the days in which cases against a company count together."""

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.agenda import Due
from mediation_desk.domain.reports.alerts import Load, week_range, weeks, window
from mediation_desk.domain.reports.period import Period

MONDAY, SUNDAY = date(2024, 11, 25), date(2024, 12, 1)


@pytest.mark.parametrize("day", [25, 26, 29])
def test_from_monday_to_friday_the_week_ahead_is_the_present_one(day: int) -> None:
    assert weeks(date(2024, 11, day)) == (Period(date(2024, 11, 18), date(2024, 11, 24)),
                                          Period(MONDAY, SUNDAY))


@pytest.mark.parametrize("day", [date(2024, 11, 30), SUNDAY])
def test_at_the_weekend_the_page_looks_to_the_coming_monday(day: date) -> None:
    assert weeks(day) == (Period(MONDAY, SUNDAY), Period(date(2024, 12, 2), date(2024, 12, 8)))


def test_what_is_over_is_not_ahead() -> None:
    wanted = week_range(Period(MONDAY, SUNDAY), date(2024, 11, 28))
    assert (wanted.since, wanted.until) == (date(2024, 11, 28), SUNDAY)
    assert week_range(Period(MONDAY, SUNDAY), date(2024, 11, 23)).since == MONDAY


def test_thirty_days_end_today() -> None:
    assert window(MONDAY) == Period(date(2024, 10, 27), MONDAY) and window(MONDAY).days == 30


def test_somebody_without_cases_and_without_anything_late_is_idle() -> None:
    idle = Load(mediator_id=UUID(int=1), name="", cases=0, people=0, pressing={Due.OVERDUE: 0},
                resting=0, received=0, closed=0)
    assert idle.is_idle
    assert not Load(**{**vars(idle), "pressing": {Due.OVERDUE: 1}}).is_idle
