"""The periods of orders at the office: changed, seen, told the line of a fault."""

from __future__ import annotations

import pytest

from mediation_desk.gui.pages.office.order_tables import OrderTablesPart
from mediation_desk.services.office import order_tables
from tests.gui.pages.office.hands import House


@pytest.fixture
def part(house: House) -> OrderTablesPart:
    made = house.part("periods")
    assert isinstance(made, OrderTablesPart)
    house.settle()
    return made


def type_over(part: OrderTablesPart, old: str, new: str) -> None:
    part.text.area.setPlainText(part.text.typed().replace(old, new, 1))


def test_a_changed_table_is_seen_before_it_counts(house: House, part: OrderTablesPart) -> None:
    assert part.chosen == "hotline_12345"
    type_over(part, "within = 3,", "within = 2,")
    house.click(part.preview)
    assert part.comes_to.isVisible() and "Consultation: sign in by" in part.comes_to.text()
    assert order_tables.own_text_of(house.desk, "hotline_12345") is None
    house.click(part.keep)
    assert house.said.startswith("The table is kept")
    assert "within = 2," in str(order_tables.own_text_of(house.desk, "hotline_12345"))


def test_a_fault_is_said_with_its_line(house: House, part: OrderTablesPart) -> None:
    type_over(part, 'cut_off = "17:00"', 'cut_off = "five"')
    wrong = part.text.typed().splitlines().index('cut_off = "five"') + 1
    house.click(part.preview)
    assert f"line {wrong}:" in part.text.error() and not part.comes_to.isVisible()
