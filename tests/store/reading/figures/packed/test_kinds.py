"""Every fact is packed by a kind that gives its values back."""

from __future__ import annotations

from dataclasses import fields, replace
from uuid import UUID

import pytest

from mediation_desk.domain.reports.facts import CaseFacts, facts
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.store.reading.figures.packed.column import Column, pack, unpack
from mediation_desk.store.reading.figures.packed.kinds import NUMBER, PACKED
from tests.domain.cases import DAY, DUE, received, signed

TOLD = [facts(signed()), facts(received()), replace(
    facts(signed()), closed_on=DUE, outcome=Outcome.PERFORMED, visited_on=DAY, solved=False,
    site_id=UUID(int=4))]


def test_all_but_which_case_it_is() -> None:
    assert PACKED.keys() == {one.name for one in fields(CaseFacts)} - {"case_id"} | {NUMBER}


@pytest.mark.parametrize("name", sorted(PACKED.keys() - {NUMBER}))
def test_the_values_come_back(name: str) -> None:
    how, values = PACKED[name], [getattr(one, name) for one in TOLD]
    column = Column.of(how.kind, [None if one is None else how.write(one) for one in values])
    told = unpack(how.kind, [pack(column)]).told()
    assert [None if one is None else how.read(one) for one in told] == values
