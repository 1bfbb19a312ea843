"""Where everything lies: nothing covers anything else, and what does not fit is counted."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from mediation_desk.domain.planning.entries import CalendarEntry, EntryKind, Span, days_of
from mediation_desk.gui.pages.calendar.laying import ByDay, Sizes, lanes, of_hours, of_month
from tests.gui.pages.calendar.hands import TUESDAY, at, entry

SIZES = Sizes(line=18, head=24, gutter=48)
AREA = QRect(0, 0, 900, 560)
MONDAY = TUESDAY.date() - timedelta(days=1)
WEEK = [MONDAY + timedelta(days=at) for at in range(7)]


@st.composite
def sessions(draw: st.DrawFn) -> list[CalendarEntry]:
    found = []
    for _ in range(draw(st.integers(0, 12))):
        begins = datetime.combine(draw(st.sampled_from(WEEK)), time()) + timedelta(
            minutes=draw(st.integers(0, 95)) * 15)
        length = draw(st.none() | st.integers(1, 16))
        found.append(entry(begins, begins + timedelta(minutes=15 * length) if length else None))
    return found


def by_day(entries: list[CalendarEntry]) -> ByDay:
    made: dict[date, list[CalendarEntry]] = defaultdict(list)
    for one in entries:
        made[one.on].append(one)
    return made


@given(sessions())
def test_who_overlaps_lies_beside_each_other(entries: list[CalendarEntry]) -> None:
    found = lanes(entries)
    assert sorted(map(id, (one for one, _, _ in found))) == sorted(map(id, entries))
    for at_, (one, lane, of) in enumerate(found):
        assert 0 <= lane < of
        for other, beside, _ in found[at_ + 1:]:
            assert one.starts_at and one.until and other.starts_at and other.until
            if one.starts_at < other.until and other.starts_at < one.until:
                assert lane != beside


@given(sessions())
def test_a_week_keeps_everything_on_its_day_and_below_the_head(entries: list[CalendarEntry]) -> None:
    laid = of_hours(AREA, WEEK, by_day(entries), SIZES, 3)
    columns = {cell.day: cell.rect for cell in laid.cells}
    assert len(laid.boxes) == len(entries)
    for box in laid.boxes:
        assert columns[box.entry.on].left() <= box.rect.left()
        assert box.rect.right() <= columns[box.entry.on].right() and box.rect.top() >= SIZES.head


def test_an_hour_is_found_again_where_it_is_painted() -> None:
    laid = of_hours(AREA, WEEK, {}, SIZES, 3)
    for hour in (8, 9.25, 12.5, 18.75):
        cell = laid.cells[1]
        point = QPoint(cell.rect.center().x(), laid.height_of(at(hour)))
        assert laid.time_at(point, time()) == at(hour)
    assert laid.time_at(QPoint(2000, 10), time()) is None


def test_a_session_before_eight_or_after_seven_makes_room_for_itself() -> None:
    laid = of_hours(AREA, WEEK, by_day([entry(at(6.5)), entry(at(20), at(21.5))]), SIZES, 3)
    assert (laid.hours[0][0], laid.hours[-1][0]) == (6, 22)


def test_one_that_lasts_past_midnight_ends_with_its_day() -> None:
    laid = of_hours(AREA, WEEK, by_day([entry(at(22), at(26))]), SIZES, 3)
    assert laid.hours[-1][0] == 24 and laid.boxes[0].rect.bottom() <= AREA.bottom()


def test_a_day_of_the_month_shows_what_fits_and_counts_the_rest() -> None:
    first, last = days_of(Span.MONTH, TUESDAY.date())
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    many = [entry(None, kind=EntryKind.PERIOD) for _ in range(9)]
    laid = of_month(AREA, days, by_day(many), SIZES)
    (more,) = laid.mores
    assert more.count + len(laid.boxes) == 9 and more.day == TUESDAY.date()
    assert laid.more_at(more.rect.center()) == more.day and laid.entry_at(laid.boxes[0].rect.center())
    assert len(laid.cells) == 35 and laid.day_at(laid.cells[9].rect.center()) == days[9]


def test_in_a_month_a_session_keeps_its_hour_on_another_day() -> None:
    first, last = days_of(Span.MONTH, TUESDAY.date())
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    laid = of_month(AREA, days, {}, SIZES)
    assert laid.time_at(laid.cells[3].rect.center(), time(9, 30)) == datetime.combine(days[3], time(9, 30))
