"""Files every case in the search index: after a restore, and when the index is of an older form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.orm import Session as OrmSession
from sqlalchemy.orm import lazyload, selectinload

from mediation_desk.domain.case import Case
from mediation_desk.domain.summary import search_words
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.reading import search
from mediation_desk.store.tables.cases import cases
from mediation_desk.store.tables.desk import case_rows

AT_ONCE = 500  # cases
TURN = 0x6361_7365  # of the office's index, while one desk files it anew and the others wait


def bring_up_to_date(engine: Engine) -> None:
    """File all cases anew where an older program left the index in an older form."""
    with engine.connect() as connection:
        if search.form(connection) >= search.FORM:
            return
    with engine.begin() as connection:
        database_of(connection).wait_turn(connection, TURN)
        if search.form(connection) < search.FORM:
            search.drop_index(connection)
            search.create_index(connection)
            file_all(connection)


def file_all(connection: Connection) -> None:
    """File every case anew."""
    connection.execute(text("DELETE FROM case_search"))
    numbers = connection.execute(select(case_rows.c.case_id, case_rows.c.seq).order_by(case_rows.c.seq)).all()
    for start in range(0, len(numbers), AT_ONCE):
        _file(connection, [(row.case_id, row.seq) for row in numbers[start:start + AT_ONCE]])


def _file(connection: Connection, numbers: Sequence[tuple[Any, int]]) -> None:
    query = (select(Case).options(lazyload("*"), selectinload(Case.parties_all))  # type: ignore[arg-type]
             .where(cases.c.id.in_([case_id for case_id, _ in numbers])))
    with OrmSession(connection, autoflush=False, join_transaction_mode="create_savepoint") as session:
        words = {case.id: search_words(case) for case in session.scalars(query)}
    # after the session, whose end takes its own writing back
    search.file_rows(connection, ((seq, search.index_tokens(words[case_id]), search.digest(words[case_id]))
                                  for case_id, seq in numbers))
