"""The time to apply for arbitration: one year, run anew by each interruption, never over for wages
while employment lasts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.calculators.claims import Limitation
from mediation_desk.domain.limitation import Interruption, InterruptionKind, standing
from mediation_desk.domain.words import DeskError
from mediation_desk.library.law import shipped_calendar


def test_wages_are_without_limit_while_employment_lasts() -> None:
    stand = standing(Limitation.WAGES, on=date(2026, 1, 1), known_on=date(2020, 1, 1))
    assert not stand.limited and stand.days_left is None and not stand.expired


def test_wages_run_for_a_year_from_the_end_of_employment() -> None:
    """Left on 2024-10-31: the last good day is 2025-10-31, a Friday; 340 days from 2024-11-25."""
    stand = standing(Limitation.WAGES, on=date(2024, 11, 25), known_on=date(2024, 10, 15),
                     employment_ended_on=date(2024, 10, 31))
    assert (stand.ends_on, stand.days_left) == (date(2025, 10, 31), 340)


def test_the_last_day_is_still_good_and_the_next_is_not() -> None:
    known = date(2023, 10, 31)  # the year ends on Thursday 2024-10-31
    last = standing(Limitation.GENERAL, on=date(2024, 10, 31), known_on=known)
    after = standing(Limitation.GENERAL, on=date(2024, 11, 1), known_on=known)
    assert (last.days_left, last.expired) == (0, False)
    assert (after.days_left, after.expired) == (-1, True)


def test_a_last_day_that_is_a_rest_day_moves_to_the_next_working_day() -> None:
    """2025-11-15 is a Saturday, so the time ends on Monday 2025-11-17."""
    assert standing(Limitation.GENERAL, on=date(2025, 1, 1),
                    known_on=date(2024, 11, 15)).ends_on == date(2025, 11, 17)


def test_an_end_in_a_year_whose_holidays_are_not_announced_says_so() -> None:
    """Known 2026-02-05: the year ends on the eve of the Spring Festival 2027, a Friday, so on the 9th."""
    stand = standing(Limitation.GENERAL, on=date(2026, 3, 1), known_on=date(2026, 2, 5),
                     calendar=shipped_calendar())
    assert (stand.ends_on, stand.unannounced) == (date(2027, 2, 9), (2027,))
    assert not standing(Limitation.GENERAL, on=date(2025, 3, 1), known_on=date(2025, 2, 5),
                        calendar=shipped_calendar()).unannounced


def test_known_on_a_leap_day_ends_on_the_last_of_february() -> None:
    assert standing(Limitation.GENERAL, on=date(2024, 3, 1),
                    known_on=date(2024, 2, 29)).ends_on == date(2025, 2, 28)


def test_civil_claims_have_three_years() -> None:
    assert standing(Limitation.CIVIL, on=date(2024, 3, 1),
                    known_on=date(2024, 3, 1)).ends_on == date(2027, 3, 1)


def test_each_interruption_in_time_makes_it_run_anew() -> None:
    """Known 2024-01-10; applied 2024-11-25; part paid 2025-11-20: it ends on Friday 2026-11-20."""
    applied = Interruption(date(2024, 11, 25), InterruptionKind.APPLICATION)
    paid = Interruption(date(2025, 11, 20), InterruptionKind.PART_PAYMENT)
    stand = standing(Limitation.GENERAL, on=date(2025, 12, 1), known_on=date(2024, 1, 10),
                     interruptions=[paid, applied])
    assert stand.counted == (applied, paid) and stand.ends_on == date(2026, 11, 20)


def test_what_comes_after_the_end_or_after_today_does_not_count() -> None:
    late = Interruption(date(2025, 3, 3), InterruptionKind.DEMAND)
    future = Interruption(date(2026, 1, 1), InterruptionKind.APPLICATION)
    stand = standing(Limitation.GENERAL, on=date(2025, 6, 1), known_on=date(2024, 1, 10),
                     interruptions=[late, future])
    assert stand.counted == () and stand.too_late == (late,) and stand.expired


def test_without_the_day_of_knowing_it_asks_for_it() -> None:
    with pytest.raises(DeskError) as told:
        standing(Limitation.GENERAL, on=date(2025, 6, 1), known_on=None)
    assert told.value.field == "known_on"


def test_all_eight_kinds_of_the_mediation_provisions_are_there() -> None:
    names = [kind.value for kind in InterruptionKind]
    assert names[8:] == ["talks_refused", "talks_ended", "talks_failed", "settlement_broken",
                         "mediation_refused", "mediation_ended", "mediation_failed", "agreement_broken"]


@given(st.dates(date(2020, 1, 1), date(2026, 1, 1)), st.lists(st.integers(1, 1200), max_size=5))
def test_an_interruption_never_shortens_the_time(known: date, after: list[int]) -> None:
    events = [Interruption(known + timedelta(days=days), InterruptionKind.DEMAND) for days in after]
    today = known + timedelta(days=1300)
    plain = standing(Limitation.GENERAL, on=today, known_on=known)
    stand = standing(Limitation.GENERAL, on=today, known_on=known, interruptions=events)
    assert plain.ends_on is not None and stand.ends_on is not None and stand.ends_on >= plain.ends_on
