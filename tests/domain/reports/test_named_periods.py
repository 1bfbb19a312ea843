"""The periods that are asked for by a name, seen from several days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.reports.named_periods import NamedPeriod, period_of
from mediation_desk.domain.reports.period import Period

SUNDAY_IN_MAY = date(2024, 5, 12)


@pytest.mark.parametrize(("name", "since", "until"), [
    (NamedPeriod.THIS_MONTH, date(2024, 5, 1), date(2024, 5, 31)),
    (NamedPeriod.LAST_MONTH, date(2024, 4, 1), date(2024, 4, 30)),
    (NamedPeriod.THIS_QUARTER, date(2024, 4, 1), date(2024, 6, 30)),
    (NamedPeriod.LAST_QUARTER, date(2024, 1, 1), date(2024, 3, 31)),
    (NamedPeriod.THIS_YEAR, date(2024, 1, 1), date(2024, 12, 31)),
    (NamedPeriod.LAST_YEAR, date(2023, 1, 1), date(2023, 12, 31)),
    (NamedPeriod.THIS_WEEK, date(2024, 5, 6), date(2024, 5, 12)),
    (NamedPeriod.LAST_WEEK, date(2024, 4, 29), date(2024, 5, 5)),
    (NamedPeriod.TODAY, SUNDAY_IN_MAY, SUNDAY_IN_MAY)])
def test_a_sunday_in_may_has_its_month_quarter_year_and_week(name: NamedPeriod, since: date, until: date
                                                             ) -> None:
    assert period_of(name, SUNDAY_IN_MAY) == Period(since, until)


def test_days_that_are_entered_have_no_name() -> None:
    assert period_of(NamedPeriod.DATES, SUNDAY_IN_MAY) is None


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(list(NamedPeriod)))
def test_this_holds_today_and_last_ends_the_day_before_this_begins(day: date, name: NamedPeriod) -> None:
    found = period_of(name, day)
    if found is None:
        return
    if name.startswith("last_"):
        this = period_of(next(one for one in NamedPeriod if one == name.replace("last_", "this_")), day)
        assert this is not None
        assert (this.since - found.until).days == 1
    else:
        assert found.since <= day <= found.until
