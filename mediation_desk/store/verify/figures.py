"""What is kept for figures against the cases it is made from: each case's facts, and the totals of days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, Table, func, select

from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.totals import NOTHING, Grain, Key, Sums
from mediation_desk.store.reading.figures.keeping import FACTS, FORM, as_facts, cases_of, counted, summed
from mediation_desk.store.tables.cases import cases
from mediation_desk.store.tables.reports import (
    case_facts,
    day_totals,
    figures_form,
    loose_facts,
    packed_facts,
)
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.moment import Moment, Unreadable

T = TypeVar("T")


@dataclass
class Figures:
    """Counts the cases again that come by. ``seen``: how many did; of all, or the totals cannot be judged."""

    totals: dict[Key, Sums] = field(default_factory=dict)
    seen: int = 0

    def compare(self, moment: Moment, told: Sequence[CaseFacts]) -> list[UUID]:
        """The cases whose facts are kept otherwise than they are."""
        counted(self.totals, told)
        self.seen += len(told)
        return self._otherwise(moment, told)

    def _otherwise(self, moment: Moment, told: Sequence[CaseFacts]) -> list[UUID]:
        try:
            with moment.attempt() as connection:
                kept = {row.case_id: as_facts(row) for row in connection.execute(
                    select(*(case_facts.c[name] for name in FACTS)).where(
                        case_facts.c.case_id.in_([one.case_id for one in told])))}
        except Unreadable:
            return [told[0].case_id] if len(told) == 1 else [
                case_id for one in told for case_id in self._otherwise(moment, [one])]
        return [one.case_id for one in told if kept.get(one.case_id) != one]

    def days(self, moment: Moment) -> Iterator[Finding]:
        """The days and months whose totals are not what a recount gives; nothing where not every case was
        counted."""
        try:
            with moment.attempt() as connection:
                if connection.execute(select(func.count()).select_from(cases)).scalar_one() == self.seen:
                    wrong = self._differing(connection)
                    yield from (Finding(Damage.TOTALS, day, "day_totals") for day in sorted(wrong))
                forms = list(connection.scalars(select(figures_form.c.form)))
                if forms != [FORM]:
                    yield Finding(Damage.ROW_ALTERED, ", ".join(map(str, forms)), "figures_form", ("form",))
        except (Unreadable, ValueError, TypeError):  # an event or a dimension that there is not
            yield Finding(Damage.TABLE_UNREADABLE, table="day_totals")

    def packed(self, moment: Moment) -> Iterator[Finding]:
        """The cases whose facts are packed otherwise than they are kept."""
        from mediation_desk.store.reading.figures.packed.packing import chunks, otherwise  # loads numpy

        def wrong(chunk: int, connection: Connection) -> list[str]:
            return named(connection, otherwise(connection, chunk))

        every = _attempted(moment, chunks)
        broken = every is None
        for chunk in every or ():
            found = _attempted(moment, partial(wrong, chunk))
            broken |= found is None
            yield from (Finding(Damage.FIGURES, one, "packed_facts") for one in found or ())
        if broken:  # by rows of the cases' facts, which are told of, or by these
            yield from (Finding(Damage.TABLE_UNREADABLE, table=table.name) for table in (
                packed_facts, loose_facts) if _attempted(moment, partial(_looked_at, table)) is None)

    def _differing(self, connection: Connection) -> set[str]:
        kept = summed(connection.execute(select(day_totals)))
        wrong = [key for key in self.totals.keys() | kept.keys()
                 if kept.get(key, NOTHING) != self.totals.get(key, NOTHING)]
        return {f"{key.day}" if key.grain is Grain.DAY else f"{key.day:%Y-%m}" for key in wrong}


def _attempted(moment: Moment, read: Callable[[Connection], T]) -> T | None:
    """What is read; None where it cannot be."""
    try:
        with moment.attempt() as connection:
            return read(connection)
    except Unreadable:
        return None


def _looked_at(table: Table, connection: Connection) -> int:
    """How many rows a table has, each of them read."""
    return sum(1 for _row in connection.execute(select(table)))


def named(connection: Connection, facts: Sequence[int]) -> list[str]:
    """The cases that facts with these running numbers are of; of those that are of none the number."""
    found = cases_of(connection, facts)
    return [str(found.get(one, one)) for one in facts]
