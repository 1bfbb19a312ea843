"""Companies from their first sign to their last, platforms, addresses; and what only ends like one."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.intake.spotting.companies import rank
from mediation_desk.domain.intake.spotting.spots import About, Sure
from mediation_desk.library.spotting import shipped_spotter


def values(text: str, about: About) -> list[object]:
    return [one.value for one in shipped_spotter().read(text, date(2026, 3, 18)) if one.about is about]


@pytest.mark.parametrize(("text", "wanted"), [
    ("在青海捷骑通达供应链管理有限公司从事", "青海捷骑通达供应链管理有限公司"),
    ("2024年5月20日到乌鲁木齐鑫旺餐饮管理有限公司做", "乌鲁木齐鑫旺餐饮管理有限公司"),
    ("用人单位:青海易洁到家科技有限公司", "青海易洁到家科技有限公司"),
    ("跟重庆梦蝶文化传播有限公司签的约", "重庆梦蝶文化传播有限公司"),
    ("公司（西宁快马加鞭外卖配送有限公司）没有", "西宁快马加鞭外卖配送有限公司"),
    ("在西宁市城东区兰香烧烤店打工", "西宁市城东区兰香烧烤店"),
    ("单 位:贵德县河阴镇聚福源快递部", "贵德县河阴镇聚福源快递部"),
    ("投诉对象:鼎峰快运有限公司", "鼎峰快运有限公司"),
    ("注册了“飞雀出行”平台", "飞雀出行")])
def test_a_company_is_told_whole(text: str, wanted: str) -> None:
    assert values(text, About.COMPANY) == [wanted]


@pytest.mark.parametrize("text", ["该公司拖欠", "我们公司不给", "去了一家店", "顺祥公司的业务员",
                                  "承办单位:城西区某某有限公司"])
def test_what_names_no_company_is_none(text: str) -> None:
    assert values(text, About.COMPANY) == []


@pytest.mark.parametrize(("text", "wanted"), [
    ("事发地:西宁市城西区五四西路66号", "西宁市城西区五四西路66号"),
    ("家住湟中区拦隆口镇西拉科村45号。", "湟中区拦隆口镇西拉科村45号"),
    ("住址:城北区小桥街道毛胜寺社区3号楼2单元501", "城北区小桥街道毛胜寺社区3号楼2单元501"),
    ("（天山区解放南路216号）", "天山区解放南路216号")])
def test_an_address_is_told_whole(text: str, wanted: str) -> None:
    assert values(text, About.ADDRESS) == [wanted]


def test_the_surer_ranks_higher() -> None:
    assert rank(Sure.SURE) > rank(Sure.LIKELY) > rank(Sure.DOUBTED)
