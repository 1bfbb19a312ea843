"""Amounts as people write and say them, to the fen; and what is no amount."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.intake.spotting.spots import About
from mediation_desk.library.spotting import shipped_spotter


def amounts(text: str) -> list[str]:
    return [str(one.value) for one in shipped_spotter().read(text, date(2026, 3, 18))
            if one.about is About.AMOUNT]


@pytest.mark.parametrize(("text", "wanted"), [
    ("共计12,600元", "12,600.00"), ("21250.50元", "21,250.50"), ("￥4300", "4,300.00"),
    ("１．２万元", "12,000.00"), ("3千2百元", "3,200.00"), ("3万5", "35,000.00"), ("1.5w", "15,000.00"),
    ("两万三千六", "23,600.00"), ("一万二", "12,000.00"), ("三万五千元整", "35,000.00"),
    ("八百块钱", "800.00"), ("一千零五十元", "1,050.00"), ("工资3800没给", "3,800.00"),
    ("人民币28,000.00元", "28,000.00")])
def test_an_amount_is_read_to_the_fen(text: str, wanted: str) -> None:
    assert amounts(text) == [wanted]


@pytest.mark.parametrize("text", [
    "一千多块钱", "5人", "3个月", "2026年", "第三项", "三万公里", "工号4300", "13897120456", "0元",
    "每天工作12小时", "1.234元"])
def test_what_is_no_certain_amount_is_none(text: str) -> None:
    assert amounts(text) == []
