"""The tables of orders at the office: changed by whoever may, told the line of a fault, had back."""

from __future__ import annotations

from datetime import datetime

import pytest

from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.words import DeskError
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.office import order_tables
from tests.offices import Office

NAME = "hotline_12345"


def test_an_own_table_counts_and_the_shipped_one_is_had_back(office: Office) -> None:
    desk = office.first
    text = order_tables.text_of(desk, NAME)
    order_tables.keep(desk, NAME, text.replace('zh = "12345热线工单"', 'zh = "热线工单"'))
    mine = next(one for one in order_tables.listed(desk) if one.name == NAME)
    assert mine.own and mine.table.label.zh == "热线工单" and mine.trouble is None
    order_tables.drop(desk, NAME, order_tables.own_text_of(desk, NAME))
    assert order_tables.own_text_of(desk, NAME) is None and order_tables.text_of(desk, NAME) == text


def test_a_fault_is_told_with_its_line_and_keeps_nothing(office: Office) -> None:
    desk = office.first
    text = order_tables.text_of(desk, NAME).replace('unit = "working_days"', 'unit = "weeks"', 1)
    line = next(at for at, one in enumerate(text.splitlines(), 1) if "weeks" in one)
    with pytest.raises(FormError) as refused:
        order_tables.keep(desk, NAME, text)
    assert refused.value.line == line and order_tables.own_text_of(desk, NAME) is None
    with pytest.raises(DeskError, match="no form called"):
        order_tables.keep(desk, "walk_in", text)


def test_what_a_colleague_kept_meanwhile_is_not_written_over(office: Office) -> None:
    desk, text = office.first, order_tables.text_of(office.first, NAME)
    order_tables.keep(office.desk(), NAME, text.replace("within = 5,", "within = 6,"))
    with pytest.raises(Conflicts):
        order_tables.keep(desk, NAME, text.replace("within = 5,", "within = 7,"))


def test_what_a_table_comes_to_is_seen_before_it_is_kept(office: Office) -> None:
    """An order that comes on 30 September 2025 at 16:00 has five working days: until 14 October."""
    office.clock.set(2025, 9, 30, 16)
    kinds = {one.label.zh: one for one in order_tables.seen(
        office.first, NAME, order_tables.text_of(office.first, NAME))}
    assert kinds["投诉"].ends == (datetime(2025, 10, 9, 11), datetime(2025, 10, 9, 18),
                                datetime(2025, 10, 14, 18))
    assert kinds["投诉"].urgent[2] == datetime(2025, 9, 30, 18)
