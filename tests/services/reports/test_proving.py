"""The figures of a store, counted again for whoever asks."""

from __future__ import annotations

from sqlalchemy import update

from mediation_desk.domain.verbs import Stage
from mediation_desk.services.reports import proving
from mediation_desk.store.tables.reports import case_facts, day_totals
from tests.offices import Office
from tests.services.stages import staged


def test_a_sound_store_reconciles_in_every_year_from_its_first_case_on(office: Office) -> None:
    assert proving.prove(office.first).years == ()
    staged(office.first, [Stage.CLOSED])
    found = proving.prove(office.first)
    assert found.holds
    assert [year for year, _checks in found.years] == [2024, 2025]
    assert all(len(checks) >= 10 for _year, checks in found.years)
    assert not found.told  # a mediator and administrator is told that it holds, and no number of colleagues'


def test_facts_and_totals_that_are_not_so_are_counted(office: Office) -> None:
    staged(office.first, [Stage.CLOSED])
    with office.first.store.engine.begin() as connection:
        connection.execute(update(case_facts).values(people=9))
    found = proving.prove(office.first)
    assert (found.cases, found.holds) == (1, False)
    with office.first.store.engine.begin() as connection:
        connection.execute(update(day_totals).values(cases=day_totals.c.cases + 1))
    assert proving.prove(office.first).totals > 0


def test_the_way_is_told_to_its_end(office: Office) -> None:
    staged(office.first, [Stage.CLOSED])
    told: list[tuple[int, int]] = []
    proving.prove(office.first, progress=lambda at, of: told.append((at, of)))
    assert told[-1] == (1, 1)
