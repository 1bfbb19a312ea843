"""Facts and totals are kept and read as they were put in."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import select

from mediation_desk.domain.reports.facts import CaseFacts, facts
from mediation_desk.domain.reports.totals import MEASURES, of_case
from mediation_desk.domain.verbs import Stage
from mediation_desk.store.reading.figures.keeping import as_facts, summed
from mediation_desk.store.tables.reports import case_facts, day_totals
from tests.offices import Office
from tests.services.stages import staged


def test_the_facts_of_a_closed_case_are_read_as_they_are(office: Office) -> None:
    case = staged(office.first, [Stage.CLOSED])[Stage.CLOSED].case
    with office.first.store.engine.connect() as connection:
        (kept,) = map(as_facts, connection.execute(select(case_facts)))
        totals = summed(connection.execute(select(day_totals)))
    assert kept == facts(case)
    assert set(of_case(kept)) <= set(totals)


def test_a_column_for_every_fact_and_every_measure() -> None:
    assert {one.name for one in fields(CaseFacts)} == set(case_facts.c.keys()) - {"seq"}
    assert set(MEASURES) <= set(day_totals.c.keys())
