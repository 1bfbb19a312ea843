"""The periods from an agreement's effect end with a working day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.settlement.periods import confirmation_end, review_end
from mediation_desk.library.law import shipped_calendar

CALENDAR = shipped_calendar()
DAYS = st.dates(date(2024, 1, 1), date(2026, 11, 1))


def test_review_and_confirmation_end_with_the_next_working_day() -> None:
    """Signed on Saturday 2024-11-30: 15 days on is Sunday 12-15, 30 days on Monday 12-30. Signed on
    Monday 2024-12-02: 30 days on is New Year's Day."""
    assert review_end(date(2024, 11, 30), CALENDAR) == date(2024, 12, 16)
    assert confirmation_end(date(2024, 11, 30), CALENDAR) == date(2024, 12, 30)
    assert confirmation_end(date(2024, 12, 2), CALENDAR) == date(2025, 1, 2)


def test_a_make_up_workday_is_a_working_day() -> None:
    """Signed on Friday 2024-09-27: 15 days on is Saturday 10-12, on which offices work."""
    assert date(2024, 10, 12).weekday() == 5
    assert review_end(date(2024, 9, 27), CALENDAR) == date(2024, 10, 12)


@given(DAYS)
def test_no_last_day_is_a_day_off_and_none_comes_before_its_count(signed: date) -> None:
    for end, count in ((review_end, 15), (confirmation_end, 30)):
        last = end(signed, CALENDAR)
        assert CALENDAR.is_workday(last) and last >= signed + timedelta(days=count)
        between = (last - signed).days - count
        assert not any(CALENDAR.is_workday(signed + timedelta(days=count + n)) for n in range(between))
