"""Alerts as a supervisor reads them: who carries how much, what presses, and where each line leads."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.agenda import Due
from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.gui.pages.reports.alerts import AlertsPart
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.reports import alerts
from tests.gui.pages.office.hands import colleague, other_desk
from tests.gui.pages.reports.conftest import Sit
from tests.gui.pages.reports.hands import Figures, cells
from tests.services.reports.matters import accepted, received

KEY = Qt.Key


@pytest.fixture
def busy(desk: Desk, around: Surroundings) -> Iterator[Desk]:
    """Li has a case that is late, Wang three that gather; the supervisor's desk."""
    for login, name, role in (("wang", "王调解", Role.MEDIATOR), ("lin", "林主任", Role.SUPERVISOR)):
        colleague(desk, login, name, role)
    accepted(desk, date(2024, 11, 1), company="另一家有限公司")
    wang = other_desk(desk, "wang", around)
    for day in (11, 12, 13):
        received(wang, date(2024, 11, day), workers=4)
    wang.store.close()
    made = other_desk(desk, "lin", around)
    yield made
    made.store.close()


@pytest.fixture
def seat(sit: Sit, busy: Desk) -> Figures:
    return sit(busy)


@pytest.fixture
def part(seat: Figures) -> AlertsPart:
    made = seat.part("alerts")
    assert isinstance(made, AlertsPart)
    return made


def test_who_carries_how_much_stands_first(part: AlertsPart) -> None:
    told = [cells(part.loads, row)[:4] for row in range(part.model.rowCount())]
    assert told == [["王调解", "3", "12", "3"], ["李调解", "1", "1", "1"]]


def test_what_is_late_says_what_whose_and_how_long(part: AlertsPart) -> None:
    section = part.pressing[Due.OVERDUE]
    assert section.head.text() == "Overdue  4"
    line = next(one.line for one in section.lines if "李调解" in one.line.detail)
    assert line.detail.startswith("Mediation ends · 2024-11-16 · 李调解") and "late" in line.state.text


def test_a_line_opens_the_case_where_the_work_is_done(seat: Figures, part: AlertsPart) -> None:
    line = next(one for one in part.pressing[Due.OVERDUE].lines if "李调解" in one.line.detail)
    with seat.qtbot.waitSignal(seat.page.case_wanted) as wanted:
        QTest.keyClick(line, KEY.Key_Return)
    assert wanted.args[1] is Station.MEDIATION
    seat.settle()


def test_enter_on_a_mediator_narrows_what_is_beneath_and_enter_again_widens_it(seat: Figures,
                                                                               part: AlertsPart) -> None:
    part.loads.setFocus()
    part.loads.choose_row(1)
    seat.press(part.loads, KEY.Key_Return)
    assert part.mediator.combo.currentText() == "李调解"
    assert part.pressing[Due.OVERDUE].head.text() == "Overdue  1"
    seat.press(part.loads, KEY.Key_Return)
    assert part.mediator.value() is None and part.pressing[Due.OVERDUE].head.text() == "Overdue  4"


def test_more_than_fits_leads_to_all_of_it_in_cases(seat: Figures, part: AlertsPart,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alerts, "MOST_DUE", 2)
    part.loads.choose_row(0)
    seat.press(part.loads, KEY.Key_Return)
    section = part.pressing[Due.OVERDUE]
    assert section.head.text() == "Overdue  3" and len(section.lines) == 2
    seat.click(section.rest)
    page = seat.frame.current()
    assert isinstance(page, CasesPage)
    seat.settle()
    assert page.filters.due.value() is Due.OVERDUE and page.filters.mediator.combo.currentText() == "王调解"
    assert page.model.rowCount() == 3


def test_cases_against_one_company_are_said_and_listed(seat: Figures, part: AlertsPart) -> None:
    (line,) = part.gathering.lines
    assert line.line.title == "河湟同城配送有限公司"
    assert line.line.detail == "3 cases, 12 workers in 30 days"
    assert line.line.state.text == "as many as a collective case"
    seat.press(line, KEY.Key_Return)
    assert part.behind.isVisible() and part.behind.model.rowCount() == 3 and not part.loads.isVisible()
    seat.press(part.behind.table, KEY.Key_Escape)
    assert part.loads.isVisible() and not part.behind.isVisible()


def test_cases_at_rest_are_said_with_their_last_day(seat: Figures, part: AlertsPart, clock: object) -> None:
    from tests.gui.desks import SetClock

    assert isinstance(clock, SetClock)
    assert part.resting.head.text() == "No event for 7 days" and part.resting.empty.isVisible()
    clock.set(date(2024, 12, 3))
    seat.page.shown()
    seat.settle()
    assert part.resting.head.text() == "No event for 7 days  4"
    assert "last event 2024-11-25" in part.resting.lines[0].line.detail


def test_an_office_without_cases_is_told_what_belongs_here(sit: Sit, desk: Desk) -> None:
    part = sit(desk).part("alerts")
    assert isinstance(part, AlertsPart)
    assert part.empty.isVisible() and not part.loads.isVisible()
    assert part.own.text() == "This is about your own cases alone." and part.own.isVisible()
