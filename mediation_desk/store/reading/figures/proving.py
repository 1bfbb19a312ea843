"""What is kept for figures against what it is made from: every case's facts, and every day's totals; and from
when on there is anything to prove."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, func, select

from mediation_desk.domain.reports.totals import NOTHING, Key, Sums, Totals
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.reading.figures.conditions import COUNTED
from mediation_desk.store.reading.figures.keeping import (
    AT_ONCE,
    FACTS,
    as_facts,
    cases_of,
    counted,
    facts_of,
    summed,
)
from mediation_desk.store.tables.cases import cases
from mediation_desk.store.tables.reports import case_facts, day_totals


@dataclass(frozen=True)
class Wrong:
    """What is kept otherwise than it is: the cases whose facts are others, missing, of no case, or packed
    otherwise; and the totals that a recount does not give, each with what is kept and what is so."""

    cases: tuple[UUID, ...]
    totals: tuple[tuple[Key, Sums, Sums], ...]


def wrong(connection: Connection, pace: Pace = AT_EASE) -> Wrong:
    """Count every case again. Stopped."""
    others: list[UUID] = []
    totals: dict[Key, Sums] = {}
    keys = list(connection.scalars(select(cases.c.id).order_by(cases.c.id)))
    for at in range(0, len(keys), AT_ONCE):
        group = keys[at:at + AT_ONCE]
        so, kept = {one.case_id: one for one in facts_of(connection, group)}, dict(_kept(connection, group))
        others += [one for one in group if so[one] != kept.get(one)]
        counted(totals, so.values())
        pace.step(at + len(group), len(keys))
    others += _strangers(connection)
    return Wrong(tuple(dict.fromkeys([*others, *_packed(connection)])), tuple(_differing(connection, totals)))


def _kept(connection: Connection, group: list[UUID]) -> Iterator[tuple[UUID, object]]:
    found = select(*(case_facts.c[name] for name in FACTS)).where(case_facts.c.case_id.in_(group))
    for row in connection.execute(found):
        yield row.case_id, as_facts(row)


def _strangers(connection: Connection) -> list[UUID]:
    """Facts of cases that are not there."""
    return list(connection.scalars(select(case_facts.c.case_id).where(
        case_facts.c.case_id.not_in(select(cases.c.id)))))


def _packed(connection: Connection) -> Iterator[UUID]:
    """The cases whose facts are packed otherwise than they are kept; of what is packed of no case its
    number."""
    from mediation_desk.store.reading.figures.packed.packing import chunks, otherwise  # loads numpy

    facts = [one for chunk in chunks(connection) for one in otherwise(connection, chunk)]
    found = cases_of(connection, facts)
    yield from (found.get(one, UUID(int=one)) for one in facts)


def _differing(connection: Connection, so: Totals) -> Iterator[tuple[Key, Sums, Sums]]:
    kept = summed(connection.execute(select(day_totals)))
    for key in sorted(so.keys() | kept.keys(), key=str):
        if kept.get(key, NOTHING) != so.get(key, NOTHING):
            yield key, kept.get(key, NOTHING), so.get(key, NOTHING)


def first_day(connection: Connection) -> date | None:
    """The earliest day of receipt of any case that counts."""
    found: date | None = connection.execute(
        select(func.min(case_facts.c.received_on)).where(COUNTED)).scalar()
    return found
