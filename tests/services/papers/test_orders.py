"""The reply to an order on paper and on its copy sheet: only what is released, and nothing said alone."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.intake.orders import FoundTrue
from mediation_desk.domain.vocabulary import Side, Source
from mediation_desk.services import replying
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import orders, registering
from mediation_desk.services.intake.orders import OrderDraft
from mediation_desk.services.mediation import caucus
from mediation_desk.services.papers import copy_sheets, making
from mediation_desk.services.replying import ReplyDraft
from tests.services.papers_desk import accepted, case_of, text_of

CANARY = "金丝雀底线两万九千"
ANSWER = "您反映的问题已依法办结，感谢您的监督。"


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """A case that came by an order, whose worker said something alone, with the reply written."""
    made = accepted(desk)
    orders.note_order(desk, made, OrderDraft(datetime(2025, 1, 17, 10), number="250117100000123456",
                                             kind="投诉", title="拖欠工资"))
    caucus.note(desk, made, Side.APPLICANT, CANARY)
    key = case_of(desk, made).orders[0].id
    proposed = replying.propose(desk, made, key)
    replying.write(desk, made, key, None, ReplyDraft(
        FoundTrue.PARTLY, beyond_duty=False, solved=False, unsolved_why="公司停业",
        handling=proposed.handling, public_answer=ANSWER, proofs_of_result="证据1"))
    return made


def sheet(desk: Desk, case_id: UUID) -> dict[str, str]:
    """The copy sheet, by its Chinese names."""
    return {one.label.zh: one.shown for group in copy_sheets.sheet(desk, case_id, "reply-12345").groups
            for one in group.fields}


def test_the_public_answer_is_told_once_it_is_released(desk: Desk, case_id: UUID) -> None:
    told = sheet(desk, case_id)
    assert (told["工单编号"], told["诉求属实"], told["超职责"], told["是否解决"], told["未解决原因"]) == (
        "250117100000123456", "部分属实", "否", "否", "公司停业")
    assert told["公开答复内容"] == "" and "不得公开" in text_of(making.make(desk, case_id, "reply-12345"))
    replying.release(desk, case_id, case_of(desk, case_id).orders[0].id, ANSWER)
    assert sheet(desk, case_id)["公开答复内容"] == ANSWER
    paper = text_of(making.make(desk, case_id, "reply-12345"))
    assert ANSWER in paper and "公司停业" in paper and "证据1" in paper


def test_what_nobody_said_is_ticked_nowhere(desk: Desk, case_id: UUID) -> None:
    assert sheet(desk, case_id)["联系群众"] == ""
    assert "□已联系" in text_of(making.make(desk, case_id, "reply-12345"))


def test_nothing_said_alone_is_in_the_proposal_the_paper_or_the_sheet(desk: Desk, case_id: UUID) -> None:
    made = replying.propose(desk, case_id, case_of(desk, case_id).orders[0].id)
    told = [made.handling, made.public_answer, text_of(making.make(desk, case_id, "reply-12345")),
            *sheet(desk, case_id).values()]
    assert not any(CANARY[:4] in one for one in told)


def test_a_hotline_case_of_which_nobody_noted_the_order_has_its_number_on_the_sheet(desk: Desk) -> None:
    draft = registering.IntakeDraft(date(2025, 1, 17), Source.HOTLINE, "12345-77")
    made = registering.register(desk, draft).result
    assert made and sheet(desk, made)["工单编号"] == "12345-77"
