"""Lines of what a day brings."""


from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.services.desk import Desk
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
