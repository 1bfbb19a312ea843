"""Counts after a homecoming: what the journal says was put in, and what is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Connection, func, select

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.journal.chain import linked, said
from mediation_desk.store.tables.journal import journal, journal_chains
from mediation_desk.store.travel.loads import TABLES


class DoesNotAddUp(DeskError):
    """What came home is not what the journal says came home."""

    def __init__(self) -> None:
        super().__init__(N_("What came home does not add up with the journal, so nothing of this case was "
                            "kept. Pack the bag again; if it stays so, keep both and call for help."))


def proof(connection: Connection, case_id: UUID, work_id: UUID) -> Callable[[Connection], None]:
    """To be asked before a unit of work is kept: whether each table of the case grew by as many rows as the
    unit of work tells, and its chain ends in its head."""
    before = _rows(connection, case_id)

    def prove(now: Connection) -> None:
        after = _rows(now, case_id)
        if after - before != _told(now, case_id, work_id) or before - after or not _ends(now, case_id):
            raise DoesNotAddUp

    return prove


def proof_of_whole(case_id: UUID) -> Callable[[Connection], None]:
    """The same for a case that was taken in whole, of which all rows stand in its chain."""

    def prove(now: Connection) -> None:
        if _rows(now, case_id) != _told(now, case_id) or not _ends(now, case_id):
            raise DoesNotAddUp

    return prove


def _rows(connection: Connection, case_id: UUID) -> Counter[str]:
    counted: Counter[str] = Counter()
    for table in TABLES:
        if table is not journal:
            here = table.c.id if table.name == "cases" else table.c.case_id
            found = connection.execute(select(func.count()).select_from(table).where(here == case_id))
            counted[str(table.name)] = int(found.scalar_one())
    return +counted


def _told(connection: Connection, case_id: UUID, work_id: UUID | None = None) -> Counter[str]:
    told = select(journal.c.table_name, func.count()).where(
        journal.c.chain == case_id, journal.c.action == "insert").group_by(journal.c.table_name)
    if work_id is not None:
        told = told.where(journal.c.work_id == work_id)
    return Counter({str(name): int(count) for name, count in connection.execute(told)})


def _ends(connection: Connection, case_id: UUID) -> bool:
    head = connection.execute(select(journal_chains).where(journal_chains.c.chain == case_id)).one()
    digest, number = bytes(head.origin), 0
    for row in connection.execute(select(journal).where(journal.c.chain == case_id)
                                  .order_by(journal.c.number)).mappings():
        digest, number = linked(digest, said(row)), number + 1
    return (number, digest) == (head.number, bytes(head.digest))
