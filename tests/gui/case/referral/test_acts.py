"""What can be done with a referral fits how far it is."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediation_desk.gui.case.referral.page import ReferralPage
from mediation_desk.services.desk import Desk
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.referral.hands import drafted, page_of


def offered(page: ReferralPage) -> set[str]:
    """The names of the buttons that are there."""
    return {name for name, made in vars(page.acts).items() if isinstance(made, QWidget) and name != "still"
            and not made.isHidden()}


def test_a_draft_is_changed_or_handed_over_and_what_is_out_is_waited_for(case_id: UUID, open_case: Opener
                                                                         ) -> None:
    page = page_of(room := open_case(case_id))
    assert not offered(page)
    drafted(room, page)
    assert offered(page) == {"change", "hand", "seal", "letter", "remove"}
    room.click(page.acts.hand)
    room.click(page.handing.go)
    room.click(page.papers.pane.back)
    assert offered(page) == {"received", "answer", "returned", "urge", "letter"}
    assert page.acts.still.text() == "1 answer awaited"
    room.click(page.acts.received)
    assert "received" not in offered(page)


def test_of_a_voided_case_only_the_letter_is_shown(desk: Desk, case_id: UUID, open_case: Opener) -> None:
    page = page_of(room := open_case(case_id))
    drafted(room, page)
    from mediation_desk.services.intake import registering

    registering.void(desk, case_id, rooms.RECEIVED, "entered twice")
    room.window.bench.reload()
    room.settle()
    assert offered(page) == {"letter"} and not page.primary.isVisible()
