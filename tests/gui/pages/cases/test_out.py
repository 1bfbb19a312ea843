"""From the list of cases to summaries and to the spreadsheet, and back."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.services.desk import Desk
from tests.gui import desks
from tests.gui.pages.cases.hands import register


def choose(page: CasesPage, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        page.table.selectionModel().select(page.model.index(row, 0), flags.Select | flags.Rows)


def test_summaries_of_all_that_is_listed_or_of_those_that_are_chosen(
        page: Callable[[], CasesPage], desk: Desk, tasks: Tasks) -> None:
    for name in ("王雨桐", "马海龙", "张晓雯"):
        register(desk, name)
    cases = page()
    QTest.mouseClick(cases.sending.to_summaries, Qt.MouseButton.LeftButton)
    desks.settle(tasks)
    assert cases.sending.title.text() == "Summaries of 3 cases" and not cases.listed.isVisible()
    QTest.keyClick(cases, Qt.Key.Key_Escape)
    assert cases.listed.isVisible() and not cases.sending.isVisible()
    choose(cases, 0, 2)
    QTest.mouseClick(cases.sending.to_summaries, Qt.MouseButton.LeftButton)
    desks.settle(tasks)
    assert cases.sending.title.text() == "Summaries of 2 cases"
    assert cases.sending.summaries is not None and len(cases.sending.summaries._cases) == 2


def test_the_list_is_exported_as_it_is_narrowed(page: Callable[[], CasesPage], desk: Desk, tasks: Tasks
                                                ) -> None:
    register(desk, "王雨桐")
    cases = page()
    QTest.mouseClick(cases.sending.to_list, Qt.MouseButton.LeftButton)
    desks.settle(tasks)
    assert cases.sending.title.text() == "The list of 1 case"
    QTest.mouseClick(cases.sending.back, Qt.MouseButton.LeftButton)
    assert cases.listed.isVisible()


def test_of_an_empty_list_there_is_no_summary(page: Callable[[], CasesPage], tasks: Tasks) -> None:
    cases = page()
    QTest.mouseClick(cases.sending.to_summaries, Qt.MouseButton.LeftButton)
    desks.settle(tasks)
    assert cases.bar.words.text() == "There is no case in this list." and cases.listed.isVisible()
