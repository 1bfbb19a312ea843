"""Due days by a rule."""

from __future__ import annotations

from datetime import date

from mediation_desk.services.settlement.rhythms import every, monthly


def test_once_a_month_on_its_day_or_the_months_last() -> None:
    assert monthly(date(2024, 12, 31), 3) == (date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28))


def test_every_two_weeks_and_every_ten_days() -> None:
    assert every(date(2024, 12, 10), 3, 14) == (date(2024, 12, 10), date(2024, 12, 24), date(2025, 1, 7))
    assert every(date(2024, 12, 25), 2, 10) == (date(2024, 12, 25), date(2025, 1, 4))
