"""The small calendar: the months in which something falls due, and the days said in words too."""

from datetime import date

import pytest

from mediation_desk.gui.case.settlement.due_calendar import DueCalendar
from mediation_desk.library.law import shipped_calendar

pytestmark = pytest.mark.usefixtures("dressed")

DAYS = (date(2024, 12, 14), date(2025, 1, 10))
FALLS = (date(2024, 12, 16), date(2025, 1, 10))


def test_months_with_a_due_day_are_shown_and_the_days_are_said() -> None:
    shown = DueCalendar()
    shown.show_days(DAYS, FALLS, shipped_calendar())
    assert shown.months == [date(2024, 12, 1), date(2025, 1, 1)]
    assert shown.due == {FALLS[0]: 1, FALLS[1]: 2}
    assert shown.accessibleDescription() == "Due on 2024-12-16, 2025-01-10"


def test_the_day_of_signing_and_days_that_are_not_known_are_left_out() -> None:
    shown = DueCalendar()
    shown.show_days((DAYS[0], None, DAYS[1]), (FALLS[0], None, FALLS[1]), shipped_calendar(), 1)
    assert list(shown.due) == [FALLS[1]]
    shown.show_days((None,), (None,), shipped_calendar())
    assert shown.months == [] and shown.isHidden()


def test_a_due_day_is_drawn_otherwise_than_any_other() -> None:
    """The picture changes where only the due day does."""
    shown = DueCalendar()
    pictures = []
    for day in (date(2025, 1, 9), date(2025, 1, 10)):
        shown.show_days((day,), (day,), shipped_calendar())
        shown.resize(400, shown.heightForWidth(400))
        pictures.append(shown.grab().toImage())
    assert pictures[0].size() == pictures[1].size() and pictures[0] != pictures[1]


def test_narrow_room_puts_the_months_beneath_each_other() -> None:
    shown = DueCalendar()
    shown.show_days(DAYS, FALLS, shipped_calendar())
    assert shown.heightForWidth(100) == 2 * shown.heightForWidth(1000)
