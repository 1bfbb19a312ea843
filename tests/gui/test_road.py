"""What the windows know of the stations: every one of them, in the order of the road."""

import importlib

from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.road import PAGES, SIDE_PAGES, STATIONS


def test_every_station_has_its_page_in_the_room_of_its_name() -> None:
    assert list(STATIONS) == list(Station)
    assert list(PAGES) == [*map(str, Station), *SIDE_PAGES]
    for station, told in STATIONS.items():
        page = getattr(importlib.import_module(told.module), told.page)
        assert issubclass(page, StationPage) and page.station is station


def test_every_page_has_a_picture_that_there_is() -> None:
    assert {told.picture for told in PAGES.values()} <= icons.names()
