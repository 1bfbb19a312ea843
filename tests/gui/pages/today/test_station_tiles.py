"""The six stations with how many open cases stand at each."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.gui.pages.today.station_tiles import StationTiles
from mediation_desk.services.desk import Desk
from tests.gui.desks import show
from tests.gui.pages.today.hands import KEY, accept, read, register


def test_the_stations_count_open_cases_and_lead_to_them(qtbot: QtBot, page: TodayPage, desk: Desk,
                                                        tasks: Tasks) -> None:
    register(desk, "张晓雯")
    accept(desk, register(desk, "王雨桐"))
    read(qtbot, page, tasks)
    assert [page.tiles.tiles[station].count for station in Station] == [1, 1, 0, 0, 0, 0]
    with qtbot.waitSignal(page.station_wanted) as wanted:
        QTest.mouseClick(page.tiles.tiles[Station.SORTING], Qt.MouseButton.LeftButton)
    assert wanted.args == [Station.SORTING]


def test_each_station_has_its_tile_in_the_order_of_the_road_and_none_is_nothing(
        qtbot: QtBot, dressed: QApplication) -> None:
    tiles = StationTiles()
    qtbot.addWidget(tiles)
    assert list(tiles.tiles) == list(Station) and {one.count for one in tiles.tiles.values()} == {0}
    tiles.show_counts({"intake": 1, "closing": 12, "unknown": 5})
    told = {station: one.accessibleName() for station, one in tiles.tiles.items()}
    assert told[Station.INTAKE] == "Intake: 1 open case" and told[Station.CLOSING] == "Closing: 12 open cases"
    assert told[Station.SORTING] == "Sorting: 0 open cases"
    tiles.show_counts({})
    assert tiles.tiles[Station.CLOSING].count == 0


def test_a_tile_is_pressed_by_mouse_and_by_keyboard(qtbot: QtBot, dressed: QApplication) -> None:
    tiles, chosen = StationTiles(), list[object]()
    tiles.chosen.connect(chosen.append)
    tiles.resize(900, 80)
    show(qtbot, tiles)
    QTest.mouseClick(tiles.tiles[Station.MEDIATION], Qt.MouseButton.LeftButton)
    tiles.tiles[Station.CLOSING].setFocus()
    QTest.keyClick(tiles.tiles[Station.CLOSING], KEY.Key_Space)
    assert chosen == [Station.MEDIATION, Station.CLOSING]
