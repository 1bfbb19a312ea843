"""What is weighed on paper: the relationship, and what arbitration would bring one side."""

from __future__ import annotations

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from mediation_desk.services.sorting import sorting
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import (
    accepted,
    text_of,
)


def test_the_relationship_is_laid_out_and_concluded_by_nobody_but_the_mediator(desk: Desk) -> None:
    case_id = accepted(desk)
    sorting.weigh_factor(desk, case_id, "process_control", {
        "applicant": "主管在直播间监看", "respondent": "只做业务指导", "leaning": "employment",
        "evidence": "聊天记录"})
    text = text_of(making.make(desk, case_id, "relationship-assessment"))
    assert "主管在直播间监看只做业务指导聊天记录倾向劳动关系" in text
    assert "结论尚未作出" in text


def test_the_outlook_is_made_for_one_side_and_leaves_final_awards_open(walk: Walk) -> None:
    """The region has no minimum wage in the shipped figures: the paper says so, it does not guess."""
    workers, company = walk.text("arbitration-outlook"), walk.text("arbitration-outlook", 1)
    assert "（供申请人参考）" in workers and "（供被申请人参考）" in company
    assert "合计38,700.0015,000.0038,700.00" in workers
    assert "待定" in workers and "尚未录入当地最低工资标准" in workers
    assert "“月工资标准”由本方举证，不能证明的，涉及金额11,700.00元" in company
    assert "“双方之间是否为劳动关系”由本方举证，不能证明的，涉及金额17,200.00元" in workers


def test_the_outlook_asks_whose_it_is(walk: Walk) -> None:
    with pytest.raises(DeskError) as refused:
        making.make(walk.desk, walk.case_id, "arbitration-outlook")
    assert refused.value.field == "side"
