"""What the tests of performance do over and over: come on a day, book, read what is said."""

from datetime import date

from PySide6.QtWidgets import QLabel

from mediation_desk.gui.case.performance.page import PerformancePage
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock


def page_of(room: Room) -> PerformancePage:
    page = room.go(5)
    assert isinstance(page, PerformancePage)
    return page


def on(room: Room, clock: SetClock, day: date) -> PerformancePage:
    """Open the desk on another day."""
    clock.set(day)
    room.window.bench.reload()
    room.settle()
    return page_of(room)


def book(room: Room, amount: str | None = None) -> None:
    page = page_of(room)
    room.click(page.primary)
    if amount is not None:
        room.type(page.booking.amount, amount)
    room.click(page.booking.book_button)


def states(page: PerformancePage) -> list[str]:
    return [page.instalment_rows.index(row, 2).data() for row in range(page.instalment_rows.rowCount())]


def said(page: PerformancePage) -> str:
    return "\n".join(one.text() for one in page.default_card.findChildren(QLabel))
