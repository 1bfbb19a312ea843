"""The reply: proposed words go where nothing stands, what is typed waits, contradictions are refused."""

from __future__ import annotations

from uuid import UUID

from tests.gui.case.conftest import Opener
from tests.gui.case.order.hands import noted, page_of


def test_a_proposal_fills_what_is_empty_and_leaves_what_somebody_wrote(case_id: UUID, open_case: Opener
                                                                      ) -> None:
    room = open_case(case_id)
    page = page_of(room)
    noted(room, page)
    form = page.reply.form
    room.type(form.field("handling"), "已电话联系双方。")
    room.click(page.reply.propose)
    assert form.field("handling").typed() == "已电话联系双方。"
    assert form.field("public_answer").typed().startswith("您反映的劳动争议问题")
    assert page.reply.proposed.isVisible()
    room.click(page.reply.keep)
    assert not page.reply.proposed.isVisible()
    assert room.case.replies[0].handling == "已电话联系双方。"


def test_what_is_typed_and_not_kept_waits(case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    noted(room, page)
    room.type(page.reply.form.field("unsolved_why"), "公司停业")
    room.window.show_page("evidence")
    room.settle()
    assert page_of(room).reply.form.field("unsolved_why").typed() == "公司停业"
    assert room.case.replies == []


def test_a_contradiction_is_said_beside_its_field(case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    noted(room, page)
    form = page.reply.form
    room.choose(form.field("solved"), 0)
    room.type(form.field("unsolved_why"), "公司停业")
    room.click(page.reply.keep)
    assert "no reason why it is not" in form.field("unsolved_why").error()
