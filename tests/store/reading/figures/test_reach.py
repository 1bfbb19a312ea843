"""Whoever sees only some cases counts those whose keys they hold, whoever handles them."""

from __future__ import annotations

from random import Random
from uuid import UUID

from sqlalchemy import insert, select, update

from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.tables.cases import case_key_wraps
from mediation_desk.store.tables.reports import case_facts
from tests.offices import Office
from tests.store.reading.figures.packed.cases import invented, put_in

ME, OTHER = UUID(int=77), UUID(int=78)


def test_the_facts_in_reach_are_those_of_the_cases_in_reach(office: Office) -> None:
    """One handled and held, one held alone, one handled alone, one whose key was taken away."""
    chance = Random(1)
    with office.first.store.engine.connect() as connection:
        numbers = put_in(connection, [invented(chance, one) for one in range(5)])
        handled = case_facts.c.seq.in_([numbers[0], numbers[2], numbers[3]])
        connection.execute(update(case_facts).where(handled).values(mediator_id=ME))
        keys = [(1000, None), (1001, None), (1003, office.first.now)]
        connection.execute(insert(case_key_wraps), [
            {"id": UUID(int=one), "case_id": UUID(int=one), "account_id": ME, "wrapped": b"x",
             "for_key": b"y", "generation": 1, "removed_at": gone} for one, gone in keys])
        mine = Reach(ME, all_cases=False)
        within = list(connection.scalars(select(case_facts.c.seq).where(*mine.within(case_facts.c.case_id))))
        facts = mine.facts()
        assert facts is not None
        assert sorted(connection.scalars(facts)) == sorted(within) == [numbers[0], numbers[1]]
        nobody = Reach(OTHER, all_cases=False).facts()
        assert nobody is not None
        assert list(connection.scalars(nobody)) == []
        everybody = Reach(OTHER, all_cases=True)
        assert everybody.facts() is None
        assert not everybody.within(case_facts.c.case_id)
