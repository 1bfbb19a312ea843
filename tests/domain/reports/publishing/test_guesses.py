"""Marks at what looks like somebody's or somewhere's name."""

import pytest

from mediation_desk.domain.reports.publishing.guesses import guesses


@pytest.mark.parametrize(("text", "found"), [
    ("经理王建华说下月付", "王建华"),
    ("同事王小虎也在", "王小虎"),
    ("由刘芳签字", "刘芳"),
    ("买买提·阿不都来过", "买买提·阿不都来过"),
    ("在万达广场谈过", "万达广场"),
    ("美团站点", "美团"),
    ("住城东区", "城东区"),
    ("海湖物流公司派单", "海湖物流公司"),
    ("在杭州开过会", "杭州"),
])
def test_what_looks_like_a_name_is_marked(text: str, found: str) -> None:
    assert found in [text[start:end] for start, end in guesses(text)]


@pytest.mark.parametrize("text", [
    "申请人陈述工资未付", "各方一致确认下列事实", "欠付工资5人", "担任网络主播",
    "某文化传媒公司在某市某区", "该公司未答复",
    "双方之间是劳动关系", "被申请人提出约21,500元，分六期支付。", "2024年11月工作室调解，面对面"])
def test_ordinary_sentences_are_left_alone(text: str) -> None:
    assert list(guesses(text)) == []
