"""What the tests of work orders do over and over: go to the page, note the order."""

from __future__ import annotations

from mediation_desk.gui.case.order.page import OrderPage
from tests.gui.case.rooms import Room


def page_of(room: Room) -> OrderPage:
    """The page beside the road."""
    room.window.show_page("order")
    room.settle()
    page = room.window.page_in_front()
    assert isinstance(page, OrderPage)
    return page


def noted(room: Room, page: OrderPage) -> None:
    """The order as it came at four in the afternoon."""
    room.click(page.empty.action)
    form = page.card.form
    room.type(form.field("arrived_at_hour"), "16:00")
    room.type(form.field("kind"), "投诉")
    room.type(form.field("title"), "拖欠工资")
    room.type(form.field("caller_phone"), "13809710001")
    room.click(page.card.keep)
