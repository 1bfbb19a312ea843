"""Names of companies taken apart, and what stands for them."""

import pytest

from mediation_desk.domain.reports.publishing.companies import Company, aliases, stem


@pytest.mark.parametrize(("name", "proper", "alias"), [
    ("西宁湟水谷文化传媒有限公司", "湟水谷", "某文化传媒公司"),
    ("湟水谷（西宁）文化传媒有限责任公司", "湟水谷", "某文化传媒公司"),
    ("青海省西宁市城中区好再来餐饮店", "好再来", "某餐饮店"),
    ("上海拉扎河信息科技有限公司西宁分公司", "拉扎河", "某信息科技公司"),
    ("海湖快送网络科技有限公司", "海湖", "某快送网络科技公司"),
    ("西宁市配送有限公司", "西宁市配送", "某配送公司"),
])
def test_of_a_name_only_trade_and_form_are_kept(name: str, proper: str, alias: str) -> None:
    company = Company.read(name)
    assert (company.proper, company.alias()) == (proper, alias)


def test_two_of_one_trade_are_told_apart_and_two_writings_of_one_are_not() -> None:
    told = aliases(["西宁湟水谷文化传媒有限公司", "金银滩文化传媒有限公司", "湟水谷文化传媒公司"])
    assert list(told.values()) == ["某甲文化传媒公司", "某乙文化传媒公司", "某甲文化传媒公司"]


def test_people_call_a_company_by_parts_of_its_name() -> None:
    forms = set(Company.read("西宁湟水谷文化传媒有限公司").forms())
    assert {"湟水谷", "湟水谷公司", "湟水谷传媒", "湟水谷文化", "西宁湟水谷", "湟水谷文化传媒公司"} <= forms


def test_the_eleventh_has_a_number() -> None:
    assert [stem(0), stem(9), stem(10)] == ["甲", "癸", "11"]
