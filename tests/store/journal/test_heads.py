"""Who writes into a case's journal holds its head, and nobody writes on behind a forged one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update

from mediation_desk.services import editing, reading
from mediation_desk.services.intake import registering
from mediation_desk.store.journal.chain import OFFICE, ORIGIN
from mediation_desk.store.journal.heads import JournalAltered, closed, held
from mediation_desk.store.tables.journal import journal_chains, journal_head
from tests.offices import Office

NOW = datetime(2025, 1, 20, tzinfo=UTC)


def registered(office: Office) -> UUID:
    made = registering.register(office.first, registering.IntakeDraft(date(2025, 1, 15))).result
    assert made
    return made


def test_a_new_chain_begins_where_the_first_journal_ended_here_nowhere(office: Office) -> None:
    with office.first.store.engine.begin() as connection:
        head = held(connection, office.first.store.journal_key, UUID(int=5), NOW)
        assert closed(connection) == (0, ORIGIN)
    assert (head.number, head.digest, head.origin, head.case_id) == (0, ORIGIN, ORIGIN, UUID(int=5))


def test_the_head_of_the_office_belongs_to_no_case(office: Office) -> None:
    with office.first.store.engine.connect() as connection:
        row = connection.execute(select(journal_chains).where(journal_chains.c.chain == OFFICE)).one()
    assert row.case_id is None
    assert row.number > 0


@pytest.mark.parametrize("column", ["number", "digest", "origin"])
def test_nobody_writes_on_behind_a_forged_head(office: Office, column: str) -> None:
    """The step is refused in words, nothing of it is kept, and other cases go on."""
    case_id, other = registered(office), registered(office)
    forged = {"number": 1, "digest": b"f" * 32, "origin": b"f" * 32}[column]
    with office.first.store.engine.begin() as connection:
        connection.execute(update(journal_chains).where(journal_chains.c.chain == case_id)
                           .values({column: forged}))
    with pytest.raises(JournalAltered, match="altered outside the program"):
        editing.save(office.first, case_id, [editing.Edit("case", case_id, "cause", "", "欠薪")])
    assert reading.case(office.first, case_id).case.cause == ""
    editing.save(office.first, other, [editing.Edit("case", other, "cause", "", "欠薪")])


def test_where_the_first_journal_ended_must_be_known_to_begin_a_case(office: Office) -> None:
    with office.first.store.engine.begin() as connection:
        connection.execute(delete(journal_head))
    with pytest.raises(JournalAltered):
        registered(office)
