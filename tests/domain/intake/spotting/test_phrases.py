"""Claims, kinds of work and sources by phrases; title and content by labels."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.intake.spotting.spots import About
from mediation_desk.library.spotting import shipped_spotter


def values(text: str, about: About) -> list[object]:
    return [one.value for one in shipped_spotter().read(text, date(2026, 3, 18)) if one.about is about]


@pytest.mark.parametrize(("text", "wanted"), [
    ("公司拖欠工资", ["unpaid_wages"]), ("要求支付停工留薪期工资", ["injury_leave_pay"]),
    ("未签劳动合同的双倍工资", ["double_wage"]), ("违法解除,并加付赔偿金", ["unlawful_termination",
                                                             "additional_compensation"]),
    ("违法约定试用期的赔偿金", ["illegal_probation"]), ("没交社保", ["other"]), ("押金不退", ["deductions"]),
    ("高温津贴", ["heat_allowance"]), ("礼物分成没结", ["gig_pay"]), ("环境很好", [])])
def test_phrases_tell_claims(text: str, wanted: list[str]) -> None:
    assert values(text, About.CLAIM) == wanted


def test_the_work_that_is_told_most_and_the_first_source_count() -> None:
    text = "12345工单:骑手送外卖,网点在快递站"
    assert values(text, About.WORK) == ["delivery_rider"] and values(text, About.SOURCE) == ["hotline_12345"]
    assert values("用工单位不给钱,卡号123456", About.SOURCE) == []


def test_the_content_goes_on_to_the_next_label_of_a_line() -> None:
    text = "标题:欠薪\n内容:第一行。\n诉求:支付工资\n承办单位:某局"
    assert values(text, About.TITLE) == ["欠薪"]
    assert values(text, About.CONTENT) == ["第一行。\n诉求:支付工资"]
    order = "来电类别：求助\n紧急程度：特急\n标题：欠薪"
    assert (values(order, About.KIND), values(order, About.URGENCY)) == (["求助"], ["特急"])
    assert values("一封信,没有标签。", About.CONTENT) == ["一封信,没有标签。"]
    assert values("马海燕 14:02\n你好\n", About.CONTENT) == []
