"""A step that needs words: what is asked follows the kind of step."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.intake.orders import OrderStepKind
from tests.gui.case.conftest import Opener
from tests.gui.case.order.hands import noted, page_of


def test_what_is_asked_follows_the_kind_of_step(case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    noted(room, page)
    card = page.step
    page.open_step(OrderStepKind.RETURNED)
    assert not card.reason.isHidden() and card.number.isHidden() and card.until[0].isHidden()
    assert "2025-10-10 18:00" in card.hint.text()  # 9 and 10 October, both working days
    page.open_step(OrderStepKind.CONTACTED)
    assert card.reason.isHidden() and not card.number.isHidden()
    room.type(card.number, "0971-8123456")
    room.click(card.keep)
    [step] = room.case.order_steps
    assert step.reason == "Phone call 0971-8123456" and step.until is None


def test_an_order_goes_back_with_its_reason(case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    noted(room, page)
    room.click(page.acts[OrderStepKind.RETURNED])
    room.type(page.step.reason, "不属于本辖区")
    room.click(page.step.keep)
    assert [step.kind for step in room.case.order_steps] == [OrderStepKind.RETURNED]
    assert page.step.isHidden() and not page.acts[OrderStepKind.RETURNED].isVisible()
