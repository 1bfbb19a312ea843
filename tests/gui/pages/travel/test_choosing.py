"""The cases that go along: this week's, by station, by words; by keyboard and by mouse."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.pages.travel.choosing import OPEN, CaseChoice
from mediation_desk.gui.pages.travel.leaving import LeavingPart
from tests.gui.desks import SetClock, write
from tests.gui.pages.travel import hands
from tests.gui.pages.travel.hands import Road

KEY = Qt.Key


@pytest.fixture
def choice(road: Road) -> CaseChoice:
    made = road.part("leaving")
    assert isinstance(made, LeavingPart)
    return made.choice


def names(choice: CaseChoice) -> list[str]:
    rows = [choice.model.row(at) for at in range(choice.model.rowCount())]
    return [row.first_applicant for row in rows if row is not None]


def test_this_week_shows_what_presses_until_sunday(road: Road, choice: CaseChoice, clock: SetClock,
                                                   cases: list[UUID]) -> None:
    """25 November 2024 is a Monday: three working days to decide end on Thursday. A matter that comes in on
    Friday has until Wednesday of the next week: nothing of it falls into this one."""
    assert names(choice) == ["祁文静", "马海龙"]
    clock.set(date(2024, 11, 29))
    hands.case(road.desk, "韩雪", date(2024, 11, 29))
    choice.narrow()
    road.settle()
    assert names(choice) == ["祁文静", "马海龙"]  # late by now
    choice.which.set_value(OPEN)
    choice.narrow()
    road.settle()
    assert names(choice) == ["韩雪", "祁文静", "马海龙"]


def test_a_week_in_which_nothing_is_due_says_so_and_offers_the_others(road: Road, choice: CaseChoice) -> None:
    write(road.qtbot, choice.filters.text, "nobody")
    road.qtbot.waitUntil(lambda: not road.tasks.busy and choice.model.rowCount() == 0)
    empty = choice.table._empty
    assert empty is not None and empty.title.text() == "No case answers that"
    choice.filters.clear()
    road.settle()
    choice._say_empty()
    choice.show_open()
    road.settle()
    assert choice.which.value() == OPEN and len(names(choice)) == 2


def test_space_and_enter_mark_the_case_under_the_cursor(road: Road, choice: CaseChoice,
                                                        cases: list[UUID]) -> None:
    choice.table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(choice.table, KEY.Key_Space)
    QTest.keyClick(choice.table, KEY.Key_Down)
    QTest.keyClick(choice.table, KEY.Key_Return)
    assert choice.chosen() == (cases[1], cases[0])
    QTest.keyClick(choice.table, KEY.Key_Enter)
    assert choice.chosen() == (cases[1],)
    assert [str(choice.model.index(at, 0).data()) for at in (0, 1)] == ["Goes along", "Stays here"]


def test_what_is_chosen_stays_so_while_one_looks_for_more(road: Road, choice: CaseChoice,
                                                         cases: list[UUID]) -> None:
    choice.table.choose_row(0)
    QTest.keyClick(choice.table, KEY.Key_Space)
    write(road.qtbot, choice.filters.text, "mahailong")
    road.qtbot.waitUntil(lambda: not road.tasks.busy and names(choice) == ["马海龙"])
    QTest.keyClick(choice.filters.text.line, KEY.Key_Return)
    assert choice.table.hasFocus()
    QTest.keyClick(choice.table, KEY.Key_Home)
    QTest.keyClick(choice.table, KEY.Key_Space)
    assert set(choice.chosen()) == set(cases)


def test_by_station_and_all_of_them_at_once(road: Road, choice: CaseChoice, cases: list[UUID]) -> None:
    choice.filters.narrow(station=Station.MEDIATION)
    road.settle()
    assert names(choice) == []
    choice.filters.narrow(station=Station.INTAKE)
    road.settle()
    road.click(choice.all)
    assert set(choice.chosen()) == set(cases)
    road.click(choice.none)
    assert choice.chosen() == ()


def test_the_week_ends_on_sunday_whatever_day_it_is(road: Road, choice: CaseChoice, clock: SetClock) -> None:
    for day in range(7):
        clock.set(date(2024, 11, 25) + timedelta(days=day))
        wanted = choice.wanted()
        assert wanted.due is not None and wanted.due.until == date(2024, 12, 1)
