"""Hands for the page of a case's referrals."""

from __future__ import annotations

from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.gui.case.referral.page import ReferralPage
from mediation_desk.gui.road import REFERRAL
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import receiving_offices
from mediation_desk.services.office.receiving_offices import OfficeDraft
from tests.gui.case.rooms import Room

INSURANCE = "安宁区社会保险服务中心"


def page_of(room: Room) -> ReferralPage:
    """The page of the referrals, in front."""
    room.window.show_page(REFERRAL)
    room.settle()
    page = room.window.page_in_front()
    assert isinstance(page, ReferralPage)
    return page


def listed(desk: Desk) -> None:
    """The list has the social insurance office, which answers in ten working days."""
    receiving_offices.add_office(desk, OfficeDraft(OfficeKind.SOCIAL_INSURANCE, INSURANCE, "社会保险费稽核",
                                                   "钱某", "0999-8112233", "和顺路20号", 10))


def choose_part(room: Room, page: ReferralPage, part: str = "insurance") -> None:
    """Choose which part it is, by its name in the data."""
    field = page.drafting.part
    room.choose(field, field._values.index(part))


def drafted(room: Room, page: ReferralPage, part: str = "insurance") -> None:
    """A part was drafted for the office that the list proposes."""
    room.click(page.primary)
    choose_part(room, page, part)
    room.click(page.drafting.keep)
