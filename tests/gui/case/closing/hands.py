"""What the tests of closing do over and over: go to the page, choose an outcome, read what is said of it."""

from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.gui.case.closing.page import ClosingPage
from tests.gui.case.rooms import Room


def page_of(room: Room) -> ClosingPage:
    """The page of the sixth station."""
    page = room.go(6)
    assert isinstance(page, ClosingPage)
    return page


def choose(room: Room, outcome: Outcome) -> None:
    """Press an outcome's round button."""
    room.click(page_of(room).outcomes.choices.buttons[outcome])


def said(room: Room, outcome: Outcome) -> str:
    """What stands beside an outcome."""
    return page_of(room).outcomes.choices.words[outcome].text()
