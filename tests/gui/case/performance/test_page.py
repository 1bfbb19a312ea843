"""Performance: what is owed today, payments in part and late, default, and the way to Closing."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mediation_desk.demonstration import streamers
from mediation_desk.domain.settlement.routes import Fit, Route
from mediation_desk.domain.vocabulary import InstalmentState, Side, Station
from mediation_desk.services.desk import Desk
from mediation_desk.services.performance import booking
from tests.documents.reading import run_together
from tests.gui.case.conftest import Opener
from tests.gui.case.performance.hands import book, on, page_of, said, states
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock


def test_the_story_is_paid_on_time_then_in_part_then_two_days_late_within_grace(
        room: Room, clock: SetClock) -> None:
    page = on(room, clock, date(2024, 12, 10))
    assert page.owed.number.text() == "15,132.00 yuan" and states(page) == ["Due today", "Not yet due"]
    assert page.outstanding.number.text() == "30,264.00 yuan"
    assert not page.instalments.horizontalScrollBar().maximum(), "nothing scrolls sideways"
    book(room)
    assert states(page) == ["Paid", "Not yet due"] and page.owed.number.text() == "0.00 yuan"
    page = on(room, clock, date(2025, 1, 10))
    book(room, "8000")
    page = on(room, clock, date(2025, 1, 11))
    assert states(page) == ["Paid", "Late, within grace"]
    assert "Instalment 2 is 1 day late; grace runs until 15 January 2025." in said(page)
    page = on(room, clock, date(2025, 1, 12))
    book(room)
    standing = booking.standing(room.desk, room.case_id)
    assert not standing.outstanding and standing.accelerated_on is None
    assert [(one.settled_on, one.days_late, one.state) for one in standing.instalments] == [
        (date(2024, 12, 10), 0, InstalmentState.PAID), (date(2025, 1, 12), 2, InstalmentState.PAID)]
    assert [str(one.amount) for one in room.case.payments] == ["15,132.00", "8,000.00", "7,132.00"]
    assert [str(received) for _, share, received in standing.workers if share == received] == [
        "6,725.34", "6,725.33", "6,725.33", "6,725.33", "3,362.67"]
    assert page.chip.isVisibleTo(page) and page.primary.text() == "Go to Closing"
    assert room.case.station is Station.CLOSING
    room.click(page.primary)
    assert room.window.key == Station.CLOSING.value


def test_a_payment_booked_a_moment_ago_stands_in_the_ledger_that_is_printed(
        room: Room, clock: SetClock) -> None:
    """Booked and printed within one breath, five times: nothing is waited for between the two."""
    page = on(room, clock, date(2024, 12, 10))
    for times in range(1, 6):
        QTest.mouseClick(page.primary, Qt.MouseButton.LeftButton)
        room.begin(page.booking.amount, f"{100 + times}.37")
        QTest.mouseClick(page.booking.book_button, Qt.MouseButton.LeftButton)
        QTest.keyClick(room.frame.focusWidget() or room.frame, Qt.Key.Key_P,
                       Qt.KeyboardModifier.ControlModifier)
        room.settle()
        assert f"{100 + times}.37" in run_together(page.papers.pane.paper._data)
        room.click(page.papers.pane.back)


def test_an_instalment_late_beyond_its_grace_brings_the_clause_and_the_ways_of_the_law(
        room: Room, clock: SetClock) -> None:
    """Due on 10 December, five days' grace: from the 16th everything is due."""
    page = on(room, clock, date(2024, 12, 15))
    assert states(page) == ["Late, within grace", "Not yet due"]
    assert page.routes_head.text() == "The ways from here"
    page = on(room, clock, date(2024, 12, 16))
    assert states(page) == ["Overdue", "Accelerated"]
    assert page.owed.number.text() == "30,264.00 yuan"
    words = said(page)
    assert "The whole rest is due at once since 16 December 2024." in words
    assert "逾期超过五日未足额支付" in words and "{" not in words
    assert page.routes_head.text() == "What the law allows now"
    routes = {one.route: one for one in page.routes.advice}
    assert routes[Route.REVIEW].fit is Fit.OVER  # since 10 December
    ways = "\n".join(one.text() for one in page.ways.findChildren(QLabel))
    assert "Both sides together, until 25 December 2024." in ways
    assert "The workers alone, since 16 December 2024; until 10 December 2025." in ways


def test_nothing_stands_here_before_the_signing(desk: Desk, open_case: Opener) -> None:
    case_id = streamers._intake(desk)
    room = open_case(case_id)
    page = page_of(room)
    assert page.nothing.isVisibleTo(page) and not page.ledger_part.isVisibleTo(page)
    room.click(page.nothing.action)
    assert room.window.key == Station.SETTLEMENT.value


def test_the_ledger_is_set_ready_to_print(room: Room) -> None:
    page = page_of(room)
    room.press(Qt.Key.Key_P)
    assert page.papers.pane.paper.pages >= 1 and page.area.isHidden()
    room.click(page.papers.pane.back)
    assert not page.area.isHidden() and page.primary.text() == "Book a payment"


def test_each_side_has_its_sheet_of_what_happens_next(room: Room) -> None:
    page = page_of(room)
    page.papers.open("next-steps", side=Side.RESPONDENT)
    room.settle()
    assert "由贵方付给下列各人" in run_together(page.papers.pane.paper._data)
    room.click(page.papers.pane.back)
