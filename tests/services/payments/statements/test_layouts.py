"""What a bank's columns mean is remembered for the whole office, in its journal."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.payments.statements.columns import Layout, Meaning
from mediation_desk.domain.travel.branch import Branch, NeedsOffice
from mediation_desk.domain.words import DeskError
from mediation_desk.services.payments.statements.layouts import keep_layout, layouts
from mediation_desk.services.upkeep import upkeep
from tests.offices import Office

LAYOUT = Layout({"何时": Meaning.DAY, "付了": Meaning.OUT})


def test_a_bank_is_remembered_once_as_it_was_said_last(office: Office) -> None:
    desk = office.first
    keep_layout(desk, " 河湟银行 ", Layout({"何时": Meaning.DAY}))
    keep_layout(desk, "河湟银行", LAYOUT)
    keep_layout(desk, "别家银行", LAYOUT)
    assert [(one.bank, one.layout) for one in layouts(office.desk())] == [
        ("别家银行", LAYOUT), ("河湟银行", LAYOUT)]
    assert upkeep.prove(desk) == []


@pytest.mark.parametrize("bank", ["  ", "行" * 41])
def test_a_bank_needs_a_name_of_some_length(office: Office, bank: str) -> None:
    with pytest.raises(DeskError) as told:
        keep_layout(office.first, bank, LAYOUT)
    assert told.value.field == "bank" and layouts(office.first) == []


def test_on_a_laptop_a_statement_is_read_and_its_bank_remembered_at_the_office(office: Office) -> None:
    desk = office.first
    desk.branch = Branch(UUID(int=7), "小白", "城中区调解工作室", desk.now, {})
    with pytest.raises(NeedsOffice):
        keep_layout(desk, "河湟银行", LAYOUT)
    assert layouts(desk) == []
