"""Days in one writing."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.intake.spotting.spots import Days


def test_a_day_is_written_once_and_a_range_by_its_ends() -> None:
    first, last = date(2026, 3, 1), date(2026, 3, 31)
    assert str(Days(first, first)) == "2026-03-01" and str(Days(first, last)) == "2026-03-01/2026-03-31"
