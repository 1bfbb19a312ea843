"""How a bank's statements are read is the office's own, known to the journal and to cases that travel."""

from __future__ import annotations

from dataclasses import fields
from uuid import UUID

from mediation_desk.domain import journal_tables
from mediation_desk.domain.payments.layouts import BankLayout
from mediation_desk.domain.travel.tables import JOURNEYS, Goes


def test_the_journal_knows_every_field_of_a_layout_and_it_goes_along_with_the_office() -> None:
    one = BankLayout(id=UUID(int=1), bank="河湟农商银行", columns='{"amount": "收入"}')
    assert one.removed_at is None
    assert {field.name for field in fields(one)} - {"removed_at"} <= set(
        journal_tables.TABLES["bank_layouts"].columns)
    assert JOURNEYS["bank_layouts"].goes is Goes.WITH_OFFICE


def test_two_banks_are_two_layouts_whatever_they_are_called() -> None:
    made = [BankLayout(id=UUID(int=1), bank="同名", columns="{}") for _ in range(2)]
    assert made[0] != made[1]
