"""The summary in the case's window, of an open case and of one that is over."""

from mediation_desk.gui.case.summary.page import SummaryPage
from mediation_desk.gui.road import SUMMARY
from mediation_desk.services.intake import registering
from tests.gui.case.rooms import Room


def summary(room: Room) -> SummaryPage:
    room.click(room.window.summary)
    page = room.window.page_in_front()
    assert isinstance(page, SummaryPage) and room.window.key == SUMMARY
    return page


def test_the_paper_of_the_case_is_shown_at_once(room: Room) -> None:
    page = summary(room)
    room.settle()
    assert page.title.text() == "Case summary" and page.pane.paper.isVisible()
    assert page.pane._summary is not None and "马晓兰" in page.pane._summary.text


def test_it_is_the_same_in_a_case_that_is_over(room: Room) -> None:
    registering.void(room.desk, room.case_id, room.desk.today, "begun by mistake")
    room.window.bench.reload()
    room.settle()
    page = summary(room)
    room.settle()
    assert page.pane.choices.level.isEnabled() and page.pane.send.isEnabled()
