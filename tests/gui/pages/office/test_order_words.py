"""Words of orders at the office: shown, tried on a sample, told the line of a fault, kept."""

import pytest

from mediation_desk.gui.pages.office.order_words import OrderWordsPart
from mediation_desk.services.form_texts import Standing
from mediation_desk.services.office import order_words
from tests.gui.pages.office.hands import House


@pytest.fixture
def part(house: House) -> OrderWordsPart:
    made = house.part("words")
    assert isinstance(made, OrderWordsPart)
    made.choice.set_value("words")
    made.choice.committed.emit("words")
    house.settle()
    return made


def type_over(part: OrderWordsPart, old: str, new: str) -> None:
    part.text.area.setPlainText(part.text.typed().replace(old, new, 1))


def test_words_are_tried_on_a_sample_and_kept(house: House, part: OrderWordsPart) -> None:
    type_over(part, '"高温津贴", ', '"高温津贴", "防暑钱", ')
    part.sample.area.setPlainText("防暑钱没发")
    house.click(part.preview)
    assert part.found.text() == "Claim Heat allowance"
    house.click(part.keep)
    assert house.said.startswith("The words are kept")
    assert {one.name: one.standing for one in order_words.listed(house.desk)}["words"] is Standing.CHANGED
    part.sample.area.setPlainText("天气很好")
    house.click(part.preview)
    assert part.found.text() == "Nothing is found in it." and part.help_text().startswith("Three lists")


def test_a_fault_is_said_with_its_line(house: House, part: OrderWordsPart) -> None:
    type_over(part, 'id = "gig_pay"', 'id = "gigpay"')
    house.click(part.preview)
    assert "line" in part.text.error() and part.found.isHidden()
