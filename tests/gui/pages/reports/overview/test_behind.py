"""The list of the cases behind a number, a page at a time."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.summary import CaseRow
from mediation_desk.gui.kit.tables.table import Ask
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.reports.overview.behind import Cases, CasesBehind
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from tests.gui.desks import settle, show
from tests.services.reports.matters import received


def opened(qtbot: QtBot, desk: Desk, tasks: Tasks, rows: Sequence[CaseRow]) -> CasesBehind:
    made = CasesBehind(desk, tasks, "Back to the figures")
    made.resize(1000, 600)
    show(qtbot, made)
    made.show_cases("Cases received", Cases(lambda: len(rows), lambda at, most: rows[at:at + most]))
    settle(tasks)
    return made


def test_the_cases_are_counted_and_the_first_is_chosen_and_opened(qtbot: QtBot, desk: Desk, tasks: Tasks
                                                                  ) -> None:
    keys = [received(desk, date(2024, 11, 4)) for _ in range(2)]
    behind = opened(qtbot, desk, tasks, reading.rows(desk, keys))
    assert behind.count.text() == "2 cases" and behind.table.currentIndex().row() == 0
    with qtbot.waitSignal(behind.case_wanted) as wanted:
        QTest.keyClick(behind.table, Qt.Key.Key_Return)
    assert wanted.args[0] in keys and wanted.args[1] is None


def test_where_there_is_none_it_says_so(qtbot: QtBot, desk: Desk, tasks: Tasks) -> None:
    behind = opened(qtbot, desk, tasks, ())
    empty = behind.table._empty
    assert empty is not None and empty.isVisible()
    assert empty.title.text() == "No case stands behind this number" and behind.count.text() == ""


def test_a_list_that_nobody_looks_at_any_more_reads_nothing() -> None:
    read: list[int] = []

    def page(at: int, _most: int) -> Sequence[CaseRow]:
        read.append(at)
        return ()

    cases = Cases(lambda: 500, page)
    assert cases(Ask(0, 100)).total == 500 and cases(Ask(100, 100)).total == 500
    cases.drop()
    assert cases(Ask(200, 100)).total == 0 and read == [0, 100]
