"""The case lists, the agenda, the search index and the figures against the cases they are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.reports.facts import CaseFacts, facts
from mediation_desk.domain.summary import AgendaRow, CaseRow, agenda, search_words, summarise
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.reading import marks, search
from mediation_desk.store.tables.cases import LISTED, cases
from mediation_desk.store.tables.desk import agenda_rows, case_rows, party_marks
from mediation_desk.store.tables.reports import case_facts
from mediation_desk.store.verify.figures import Figures
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.moment import Moment, Unreadable
from mediation_desk.store.verify.told import Heard

CASE_FIELDS = tuple(field.name for field in fields(CaseRow))
AGENDA_FIELDS = tuple(field.name for field in fields(AgendaRow))
_TABLES = {Damage.LIST: "case_rows", Damage.SEARCH: "case_search", Damage.FIGURES: "case_facts"}
Lines = dict[UUID, Counter[tuple[Any, ...]]]


@dataclass(frozen=True)
class Lists:
    """Computes anew what was derived from cases; ``calendar`` is the office's, by which clocks run."""

    moment: Moment
    calendar: WorkCalendar
    figures: Figures = field(default_factory=Figures)

    def compare(self, heard: Heard, sound: Sequence[UUID]) -> Iterator[Finding]:
        """Those of these cases whose lines, dates to come or words are others; ``sound``: the cases whose
        own rows are as the journal says, for from others nothing can be computed."""
        if not sound:
            return
        try:
            wrong = self._differing(heard, sound)
        except Unreadable:
            if len(sound) > 1:
                for case_id in sound:
                    yield from self.compare(heard, [case_id])
                return
            wrong = [(sound[0], Damage.LIST)]
        for case_id, damage in wrong:
            yield Finding(damage, str(case_id), _TABLES[damage], at=heard.latest(case_id))
        for case_id in self._otherwise_marked(sound):
            yield Finding(Damage.LIST, str(case_id), party_marks.name, at=heard.latest(case_id))

    def _otherwise_marked(self, sound: Sequence[UUID]) -> list[UUID]:
        """The cases whose parties are known elsewhere by other marks than theirs, or by marks that cannot be
        read."""
        try:
            with self.moment.attempt() as connection:
                return marks.otherwise(connection, sound)
        except Unreadable:
            return list(sound) if len(sound) == 1 else [
                wrong for one in sound for wrong in self._otherwise_marked([one])]

    def _differing(self, heard: Heard, sound: Sequence[UUID]) -> list[tuple[UUID, Damage]]:
        with self.moment.attempt() as connection:
            lines = _by_case(connection, case_rows, CASE_FIELDS, sound)
            coming = _by_case(connection, agenda_rows, AGENDA_FIELDS, sound)
            filed = _filed(connection, sound)
            wrong: dict[UUID, Damage] = {}
            told: list[CaseFacts] = []
            with Session(connection, autoflush=False, join_transaction_mode="create_savepoint") as session:
                for case in session.scalars(select(Case).options(*LISTED).where(cases.c.id.in_(sound))):
                    latest = heard.latest(case.id)
                    told.append(facts(case))
                    wanted = Counter([_line(summarise(case, self.calendar, latest))]) if latest else None
                    due = Counter(_line(row) for row in agenda(case, self.calendar))
                    if lines.pop(case.id, Counter()) != wanted or coming.pop(case.id, Counter()) != due:
                        wrong[case.id] = Damage.LIST
                    elif filed.get(case.id) != _to_be_filed(case):
                        wrong[case.id] = Damage.SEARCH
            wrong |= dict.fromkeys(lines.keys() | coming.keys(), Damage.LIST)
        return [*wrong.items(), *((case_id, Damage.FIGURES)
                                  for case_id in self.figures.compare(self.moment, told))]

    def strangers(self, known: Collection[UUID]) -> Iterator[Finding]:
        """Lines, dates and words of cases that are not there."""
        for table in (case_rows, agenda_rows, case_facts, party_marks):
            try:
                with self.moment.attempt() as connection:
                    for case_id in connection.scalars(select(table.c.case_id).distinct()):
                        if case_id not in known:
                            damage = Damage.FIGURES if table is case_facts else Damage.LIST
                            yield Finding(damage, str(case_id),
                                          table.name if table is party_marks else _TABLES[damage])
            except Unreadable:
                yield Finding(Damage.TABLE_UNREADABLE, table=table.name)
        yield from self._stray_words()
        yield from self.figures.days(self.moment)
        yield from self.figures.packed(self.moment)

    def _stray_words(self) -> Iterator[Finding]:
        stray = "SELECT rowid FROM case_search WHERE rowid NOT IN (SELECT seq FROM case_rows)"
        try:
            with self.moment.attempt() as connection:
                found = connection.scalars(text(stray)).all()
                forms = connection.scalars(text("SELECT form FROM case_search_form")).all()
        except Unreadable:
            yield Finding(Damage.TABLE_UNREADABLE, table="case_search")
            return
        for rowid in found:
            yield Finding(Damage.ROW_UNKNOWN, str(rowid), "case_search")
        if list(forms) != [search.FORM]:
            yield Finding(Damage.ROW_ALTERED, ", ".join(map(str, forms)), "case_search_form", ("form",))


def _by_case(connection: Connection, table: Any, names: Sequence[str], group: Sequence[UUID]) -> Lines:
    found: Lines = {}
    columns = [table.c[name] for name in names]
    for row in connection.execute(select(*columns).where(table.c.case_id.in_(group))):
        found.setdefault(row.case_id, Counter())[tuple(row)] += 1
    return found


Filed = tuple[frozenset[str], str]  # what a case is filed under, and the digest of its words


def _to_be_filed(case: Case) -> Filed:
    words = search_words(case)
    return frozenset(search.index_tokens(words)), search.digest(words)


def _filed(connection: Connection, group: Sequence[UUID]) -> Mapping[UUID, Filed]:
    """What each case is filed under in the search index."""
    numbers = connection.execute(select(case_rows.c.seq, case_rows.c.case_id)
                                 .where(case_rows.c.case_id.in_(group))).all()
    database = database_of(connection)
    found = {case_id: database.filed(connection, seq) for seq, case_id in numbers}
    return {case_id: filed for case_id, filed in found.items() if filed is not None}


def _line(row: CaseRow | AgendaRow) -> tuple[Any, ...]:
    return tuple(getattr(row, field.name) for field in fields(row))
