"""The six stations with how many open cases stand at each."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.services.desk import Desk
from tests.gui.pages.today.hands import accept, read, register


def test_the_stations_count_open_cases_and_lead_to_them(qtbot: QtBot, page: TodayPage, desk: Desk,
                                                        tasks: Tasks) -> None:
    register(desk, "张晓雯")
    accept(desk, register(desk, "王雨桐"))
    read(qtbot, page, tasks)
    assert [page.tiles.tiles[station].count for station in Station] == [1, 1, 0, 0, 0, 0]
    with qtbot.waitSignal(page.station_wanted) as wanted:
        QTest.mouseClick(page.tiles.tiles[Station.SORTING], Qt.MouseButton.LeftButton)
    assert wanted.args == [Station.SORTING]
