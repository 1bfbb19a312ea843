"""New cases on their way into the lists: many in the time of one, for nothing of them is there yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.summary import AgendaRow, CaseRow, agenda, search_words, summarise
from mediation_desk.store.reading import marks, search
from mediation_desk.store.reading.figures import keeping as figures
from mediation_desk.store.tables.desk import agenda_rows, case_rows

AT_ONCE = 250  # cases that are written together


def file_new(connection: Connection, cases: Sequence[Case], calendar: WorkCalendar, now: datetime) -> None:
    """Keep the line of each in the lists, its agenda, its place in the search index and its figures. None of
    these cases may have any of that."""
    if not cases:
        return
    lines = [values(summarise(case, calendar, now)) for case in cases]
    made = connection.execute(insert(case_rows).returning(case_rows.c.case_id, case_rows.c.seq), lines)
    seqs: dict[UUID, int] = {row.case_id: int(row.seq) for row in made}
    coming = [values(line) for case in cases for line in agenda(case, calendar)]
    if coming:
        connection.execute(insert(agenda_rows), coming)
    search.file_rows(connection, [(seqs[case.id], search.index_tokens(words), search.digest(words))
                                  for case in cases for words in (search_words(case),)])
    figures.keep_new(connection, cases)
    marks.keep_new(connection, cases)


def values(row: CaseRow | AgendaRow) -> dict[str, Any]:
    """A row of the lists by its columns."""
    return {field.name: getattr(row, field.name) for field in fields(row)}
