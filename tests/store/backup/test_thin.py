"""Thinning keeps more of what is near and some of what is far, whenever the program happens to run."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.store.backup.thin import thinned

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 15, 30, tzinfo=ZONE)

AGO = st.integers(-60 * 24 * 3, 60 * 24 * 500).map(lambda minutes: NOW - timedelta(minutes=minutes))
INSTANTS = st.lists(AGO, max_size=60, unique=True)


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


@given(INSTANTS)
def test_the_newest_stays(instants: list[datetime]) -> None:
    dropped = thinned(instants, NOW)
    assert dropped <= set(instants)
    if instants:
        assert max(instants) not in dropped


@given(INSTANTS)
def test_the_last_24_hours_stay_whole(instants: list[datetime]) -> None:
    assert not any(NOW - at < timedelta(hours=24) for at in thinned(instants, NOW))


@given(INSTANTS)
def test_thinning_again_drops_nothing_more(instants: list[datetime]) -> None:
    kept = set(instants) - thinned(instants, NOW)
    assert thinned(kept, NOW) == frozenset()


@given(INSTANTS)
def test_every_day_week_and_month_in_reach_keeps_one(instants: list[datetime]) -> None:
    kept = set(instants) - thinned(instants, NOW)
    for at in instants:
        if NOW - at < timedelta(days=14):
            assert any(one.date() == at.date() for one in kept)
        if NOW - at < timedelta(weeks=8):
            assert any(one.isocalendar()[:2] == at.isocalendar()[:2] for one in kept)
        if (NOW.year - at.year) * 12 + NOW.month - at.month < 12:
            assert any((one.year, one.month) == (at.year, at.month) for one in kept)


@given(INSTANTS)
def test_at_most_one_of_a_far_month_stays(instants: list[datetime]) -> None:
    """Older than the eight weeks' reach there is one a month, or the newest of all."""
    kept = set(instants) - thinned(instants, NOW)
    far = [at for at in kept if NOW - at >= timedelta(weeks=8) and at != max(instants)]
    months = [(at.year, at.month) for at in far]
    assert len(months) == len(set(months))
    assert all((NOW.year - year) * 12 + NOW.month - month < 12 for year, month in months)


@given(st.lists(st.integers(5, 60 * 24 * 3), min_size=1, max_size=150))
def test_thinned_after_every_backup_as_the_months_go_by(gaps: list[int]) -> None:
    """A backup every so many minutes, each time thinned: what is in reach is never empty again."""
    at, kept, ever = datetime(2026, 1, 1, tzinfo=ZONE), set[datetime](), list[datetime]()
    for gap in gaps:
        at += timedelta(minutes=gap)
        ever.append(at)
        kept = (kept | {at}) - thinned(kept | {at}, at)
        assert at in kept
        days = {one.date() for one in ever if at - one < timedelta(days=14)}
        assert days <= {one.date() for one in kept}
        months = {(one.year, one.month) for one in ever}
        assert months <= {(one.year, one.month) for one in kept}
        assert len(kept) <= 24 * 60 // 5 + 14 + 8 + 12


def test_a_year_of_half_hourly_backups_by_hand() -> None:
    """A year, every half hour, thinned at 15:30 on Monday 23 November 2026.

    The last 24 hours: 15:30 down to 16:00 the day before, 48. The last of each day: 22 Nov is in those
    already; 9 (from 15:30 on, whose last is 23:30) to 21 Nov, 13 days. The last of each week (its
    Sunday, 23:30) from 28 Sep on: that of 22 Nov is in the 48 and that of 15 Nov in the days; those of
    8 and 1 Nov, 25, 18, 11 and 4 Oct are 6 more. The last of each month from Dec 2025 to Nov 2026: that
    of November is 15:30 today, so 11 more: 31 Dec to 31 Oct.
    """
    instants = [NOW - timedelta(minutes=30 * n) for n in range(2 * 24 * 365)]
    kept = sorted(set(instants) - thinned(instants, NOW))
    assert len(kept) == 48 + 13 + 6 + 11
    assert [at.date() for at in kept[:3]] == [date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 28)]
    assert all((at.hour, at.minute) == (23, 30) for at in kept[:30])


def test_a_backup_from_a_wrong_clock_stays_until_its_day_has_come() -> None:
    assert thinned([NOW + timedelta(days=400), NOW, days_ago(400)], NOW) == {days_ago(400)}
