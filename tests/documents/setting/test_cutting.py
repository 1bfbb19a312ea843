"""What no line is broken inside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.documents.setting.cutting import belongs, cut, is_blank


@pytest.mark.parametrize(("text", "whole"), [
    ("于2024年11月25日受理", "2024年11月25日"), ("自9月1日起", "9月1日"), ("上午9时30分开会", "9时30分"),
    ("支付30,264.00元，", "30,264.00元，"),
    ("计（人民币叁万零贰佰陆拾肆元整）", "（人民币叁万零贰佰陆拾肆元整）"),
    ("在15个工作日内", "15个工作日"), ("骑行3.5公里", "3.5公里"), ("共12件", "12件"), ("满30周岁", "30周岁"),
    ("案号：宁中劳调〔2026〕0001号。", "宁中劳调〔2026〕0001号。"),
    ("见（2024）青0102民初1234号", "（2024）青0102民初1234号"), ("依照第八十二条", "第八十二条"),
    ("第12期", "第12期"), ("账号6222 0211 1234 5678 901", "6222 0211 1234 5678 901"),
    ("身份证99999919960103100X", "99999919960103100X"), ("　　　　年　　月　　日", "　　　　年　　月　　日")])
def test_days_numbers_amounts_and_case_numbers_are_whole(text: str, whole: str) -> None:
    assert any(part.endswith(whole) for part in cut(text)), cut(text)


def test_marks_stay_with_their_character_and_the_rest_is_cut_everywhere() -> None:
    assert cut("《调解》，“甲”：乙") == ["《调", "解》，", "“甲”：", "乙"]
    assert belongs("，", "甲") and belongs("甲", "（") and not belongs("甲", "乙")
    assert is_blank(" 　") and not is_blank("　甲")


@settings(max_examples=40)
@given(st.text(st.sampled_from("调解（）〔〕《，。2024年1月号元〔 　\n.A-第条期"), max_size=40))
def test_cutting_loses_nothing(text: str) -> None:
    assert "".join(cut(text)) == text
