"""What the tests of service do over and over: go to the page."""

from __future__ import annotations

from mediation_desk.gui.case.service.page import ServicePage
from tests.gui.case.rooms import Room


def page_of(room: Room) -> ServicePage:
    """The page beside the road."""
    room.window.show_page("service")
    room.settle()
    page = room.window.page_in_front()
    assert isinstance(page, ServicePage)
    return page
