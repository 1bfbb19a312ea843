"""What the pictures show of the doors: an order pasted, a list imported, and what stands beside the road."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from mediation_desk.demonstration import listed, one_door
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.case.order.page import OrderPage
from mediation_desk.gui.case.referral.page import ReferralPage
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.intake.doors import IMPORTED, PASTED
from mediation_desk.gui.intake.imported.page import ImportPage
from mediation_desk.gui.intake.pasted.page import PastedPage
from mediation_desk.gui.road import ORDER, REFERRAL

Settle = Callable[[], None]


def coming_in(frame: DeskFrame, folder: Path, settle: Settle) -> Iterator[str]:
    """The text of an order with what was found in it; the columns of a list, and what becomes of its rows."""
    frame.enter(PASTED)
    page = frame.current()
    assert isinstance(page, PastedPage)
    page.read(one_door.ORDER)
    settle()
    yield "intake-pasted"
    frame.enter(IMPORTED, folder / listed.FILE)
    settle()
    listing = frame.current()
    assert isinstance(listing, ImportPage)
    yield "intake-import-rows"
    listing.columns_button.click()
    settle()
    yield "intake-import-columns"


def beside_the_road(frame: DeskFrame, settle: Settle) -> Iterator[str]:
    """The work order of the case in front with its clocks and its reply, and what of it was referred."""
    window = frame.current()
    assert isinstance(window, CaseWindow)
    window.show_page(ORDER)
    settle()
    page = window.page_in_front()
    assert isinstance(page, OrderPage)
    yield "order-clocks"
    page.area.ensureWidgetVisible(page.reply)
    page.area.verticalScrollBar().setValue(page.reply.y())
    yield "order-reply"
    window.show_page(REFERRAL)
    settle()
    referred = window.page_in_front()
    assert isinstance(referred, ReferralPage)
    referred.table.choose_row(0)
    settle()
    yield "referral-answered"
    referred.begin_draft()
    settle()
    yield "referral-draft"
    referred.drafting.leave()
