"""What the tests of the case window do over and over."""

from mediation_desk.gui.case.intake.page import IntakePage
from tests.gui.case.rooms import Room


def intake_page(room: Room) -> IntakePage:
    """The page of the first station, in front."""
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage)
    return page
