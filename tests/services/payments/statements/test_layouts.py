"""What a bank's columns mean is remembered for the whole office, in its journal."""

from __future__ import annotations

import pytest

from mediation_desk.domain.payments.statements.columns import Layout, Meaning
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
