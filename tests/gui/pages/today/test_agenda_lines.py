"""Lines of what a day brings."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.today.agenda_lines import AT_FIRST, Entry, Section
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.services.desk import Desk
from tests.gui.desks import show
from tests.gui.pages.today.hands import KEY, read, register


def test_a_line_opens_the_case_at_the_station_where_the_work_is_done(qtbot: QtBot, page: TodayPage,
                                                                     desk: Desk, tasks: Tasks) -> None:
    case_id = register(desk, "张晓雯")
    read(qtbot, page, tasks)
    with qtbot.waitSignal(page.case_wanted) as opened:
        QTest.keyClick(page.ahead.lines[0], KEY.Key_Return)
    assert opened.args == [case_id, Station.INTAKE]
    with qtbot.waitSignal(page.case_wanted):
        QTest.mouseClick(page.ahead.lines[0], Qt.MouseButton.LeftButton)


def test_a_long_section_shows_six_lines_until_the_rest_is_asked_for(qtbot: QtBot, page: TodayPage, desk: Desk,
                                                                    tasks: Tasks) -> None:
    for _ in range(8):
        register(desk, "张晓雯")
    read(qtbot, page, tasks)
    assert len(page.ahead.lines) == 6
    assert page.ahead.more.text() == "Show 2 more"
    QTest.mouseClick(page.ahead.more, Qt.MouseButton.LeftButton)
    assert len(page.ahead.lines) == 8 and not page.ahead.more.isVisible()


def entries(count: int, opened_: list[int]) -> list[Entry]:
    return [Entry(f"案{at}", "Decide on acceptance", State("Today", "disputed"), partial(opened_.append, at))
            for at in range(count)]


@pytest.fixture
def section(qtbot: QtBot, dressed: QApplication) -> Iterator[Section]:
    made = Section("Due today", "Nothing is due.")
    made.resize(500, 700)
    show(qtbot, made)
    yield made


def test_a_line_is_opened_by_click_enter_and_space_and_by_nothing_else(section: Section) -> None:
    opened_: list[int] = []
    section.show_lines(entries(2, opened_))
    line = section.lines[1]
    QTest.mouseClick(line, Qt.MouseButton.RightButton)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(-5, -5))
    assert opened_ == []
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    for key in (KEY.Key_Return, KEY.Key_Space, KEY.Key_A):
        QTest.keyClick(line, key)
    assert opened_ == [1, 1, 1]
    assert line.accessibleName() == "案1 · Decide on acceptance · Today"


def test_up_and_down_go_from_line_to_line(section: Section) -> None:
    section.show_lines(entries(3, []))
    section.lines[0].setFocus()
    QTest.keyClick(section.lines[0], KEY.Key_Down)
    assert section.lines[1].hasFocus()
    QTest.keyClick(section.lines[1], KEY.Key_Up)
    assert section.lines[0].hasFocus()


@pytest.mark.parametrize(("count", "total", "head", "more", "rest"), [
    (0, 0, "Due today", False, False), (6, 6, "Due today  6", False, False),
    (7, 7, "Due today  7", True, False), (7, 40, "Due today  40", True, True),
    (6, 1234, "Due today  1,234", False, True)])
def test_the_head_counts_all_and_the_rest_is_offered(section: Section, count: int, total: int, head: str,
                                                    more: bool, rest: bool) -> None:
    section.show_lines(entries(count, []), total)
    assert section.head.text() == section.accessibleName() == head
    assert (section.more.isHidden(), section.rest.isHidden()) == (not more, not rest)
    assert section.empty.isHidden() is (count > 0) and len(section.lines) == min(count, AT_FIRST)
    if more:
        assert section.more.text() == "Show 1 more"
        section.more.click()
        assert len(section.lines) == count and section.more.isHidden()
