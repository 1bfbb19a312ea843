"""The list of companies: added, searched, corrected and taken out, each with a way back."""

from __future__ import annotations

import pytest

from mediation_desk.gui.pages.office.companies import CompaniesPart
from mediation_desk.services.office import companies
from tests.gui.intake.new_case.hands import CODE, FIRM
from tests.gui.pages.office.hands import House


@pytest.fixture
def part(house: House) -> CompaniesPart:
    made = house.part("companies")
    assert isinstance(made, CompaniesPart)
    return made


def names(house: House) -> list[str]:
    return [one.name for one in companies.companies(house.desk).companies]


def add(house: House, part: CompaniesPart, name: str, code: str = "") -> None:
    house.click(part.add)
    part.form.field("name").set_typed(name)
    part.form.field("credit_code").set_typed(code)
    house.click(part.keep_button)


def test_a_company_is_added_corrected_and_taken_out_with_a_way_back(house: House, part: CompaniesPart
                                                                    ) -> None:
    add(house, part, FIRM, CODE)
    assert names(house) == [FIRM] and part.model.rowCount() == 1
    part.form.field("phone").set_typed("0971 8230155")
    house.click(part.keep_button)
    (one,) = companies.companies(house.desk).companies
    assert (one.phone, one.credit_code) == ("0971-8230155", CODE)
    house.click(house.page.bar.action)
    assert companies.companies(house.desk).companies[0].phone == ""
    part.table.choose_row(0)
    house.click(part.remove)
    assert names(house) == []
    house.click(house.page.bar.action)
    assert names(house) == [FIRM]


def test_the_list_is_searched_and_says_when_nothing_answers(house: House, part: CompaniesPart) -> None:
    add(house, part, FIRM, CODE)
    add(house, part, "昆仑出行有限公司")
    for text, count in (("昆仑", 1), (CODE[:6], 1), ("没有", 0), ("", 2)):
        part.text.line.setText(text)
        part.text.line.textEdited.emit(text)
        house.settle()
        part.shown()
        house.settle()
        assert part.model.rowCount() == count, text


def test_the_same_company_twice_is_said_beside_its_name(house: House, part: CompaniesPart) -> None:
    add(house, part, FIRM)
    add(house, part, FIRM.replace("有限公司", "有限责任公司"))
    assert "in the list already" in part.form.field("name").error() and names(house) == [FIRM]


def test_a_colleagues_word_is_shown_beside_the_own_one(house: House, part: CompaniesPart) -> None:
    add(house, part, FIRM)
    part.table.choose_row(0)
    (one,) = companies.companies(house.desk).companies
    companies.change_company(house.desk, one.id, {"address": "她的地址"})
    part.form.field("address").set_typed("他的地址")
    house.click(part.keep_button)
    assert companies.companies(house.desk).companies[0].address == "她的地址"
