"""What narrows the list of cases."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.agenda import Due
from mediation_desk.domain.vocabulary import KindOfWork, Station
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.cases.filters import CaseFilters
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.services.desk import Desk
from tests.gui.desks import SetClock, write
from tests.gui.pages.cases.hands import KEY, numbers, register, settle


def test_when_nothing_answers_the_filters_can_be_cleared(qtbot: QtBot, page: Callable[[], CasesPage],
                                                         desk: Desk, tasks: Tasks) -> None:
    register(desk, "王雨桐")
    cases = page()
    write(qtbot, cases.filters.text, "zzzz")
    settle(qtbot, cases, tasks)
    empty = cases.table._empty
    assert empty is not None and empty.isVisible() and empty.title.text() == "No case answers that"
    QTest.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    settle(qtbot, cases, tasks)
    assert numbers(cases) == ["0001"] and cases.filters.text.typed() == ""


def test_the_list_is_narrowed_by_kind_station_and_days(qtbot: QtBot, page: Callable[[], CasesPage],
                                                       desk: Desk, tasks: Tasks) -> None:
    register(desk, "王雨桐", on=date(2024, 11, 1))
    register(desk, "马海龙", kind=KindOfWork.DELIVERY, on=date(2024, 11, 12))
    register(desk, "李成玉", kind=KindOfWork.DELIVERY)
    cases = page()
    combo = cases.filters.kind.combo
    combo.setCurrentIndex(combo.findText("Delivery rider"))
    combo.activated.emit(combo.currentIndex())
    settle(qtbot, cases, tasks)
    assert numbers(cases) == ["0003", "0002"]
    write(qtbot, cases.filters.until, "20241120")
    QTest.keyClick(cases.filters.until.line, KEY.Key_Return)
    settle(qtbot, cases, tasks)
    assert numbers(cases) == ["0002"]
    cases.narrow(station=Station.SORTING)
    settle(qtbot, cases, tasks)
    assert numbers(cases) == [] and cases.filters.kind.value() is None
    QTest.mouseClick(cases.table._empty.action, Qt.MouseButton.LeftButton)  # type: ignore[union-attr]
    settle(qtbot, cases, tasks)
    assert numbers(cases) == ["0003", "0002", "0001"]


def test_the_list_is_narrowed_to_what_is_late(qtbot: QtBot, page: Callable[[], CasesPage], desk: Desk,
                                              tasks: Tasks, clock: SetClock) -> None:
    """Received on Friday the 15th, a matter is to be decided on by Wednesday the 20th."""
    register(desk, "王雨桐", on=date(2024, 11, 15))
    register(desk, "马海龙")
    cases = page()
    combo = cases.filters.due.combo
    combo.setCurrentIndex(combo.findText("Overdue"))
    combo.activated.emit(combo.currentIndex())
    settle(qtbot, cases, tasks)
    assert numbers(cases) == ["0001"] and cases.count.text() == "1 case"
    cases.narrow(due=Due.PERIODS)
    settle(qtbot, cases, tasks)
    assert numbers(cases) == ["0002", "0001"]  # both may go to arbitration within the fortnight
    assert cases.filters.due.value() is Due.PERIODS


def test_a_page_that_needs_few_of_the_fields_has_only_those(qtbot: QtBot, tasks: Tasks) -> None:
    filters = CaseFilters(lambda: date(2024, 11, 25), only=("text", "station"))
    qtbot.addWidget(filters)
    filters.show()
    assert [one.name for one in filters.fields] == ["text", "station"]
    filters.narrow(station=Station.MEDIATION)
    assert filters.wanted().stations == (Station.MEDIATION,) and filters.narrows()
    filters.clear()
    assert not filters.narrows()
