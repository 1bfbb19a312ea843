"""A case that this store does not have yet, taken in whole: its rows, and its chain newly stamped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert

from mediation_desk.store.exchange.rows import values
from mediation_desk.store.journal import heads
from mediation_desk.store.journal.chain import Head, entry_stamp, linked, said
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.tables.journal import journal
from mediation_desk.store.travel.bag import BagDamaged
from mediation_desk.store.travel.loads import TABLES, Load
from mediation_desk.store.travel.manifest import Travelling


def adopt(connection: Connection, key: bytes, load: Load, case_id: UUID) -> None:
    """Put the case's rows in as they were packed, and its whole chain behind a head of this store's.

    ``key``: of this store's journal. BagDamaged where the chain is not linked as its head says.
    """
    for table in TABLES:
        if table is not journal and (rows := load.of(case_id, table.name)):
            columns = [table.c[name] for name in load.inside.columns[table.name]]
            connection.execute(insert(table), [values(columns, list(row.values())) for row in rows])
    travelling = load.cases[case_id]
    entries = chain(load, travelling)
    connection.execute(insert(journal), [
        row | {"seq": None, "hash": entry_stamp(key, said(row), row["digest"])} for row in entries])
    heads.keep(connection, key, Head(
        chain=case_id, case_id=case_id, origin=travelling.base_digest, number=travelling.end,
        digest=travelling.head, at=entries[-1]["at"]), new=True)


def chain(load: Load, travelling: Travelling) -> list[dict[str, Any]]:
    """The entries of the case's chain that are in the bag, in order, their links checked."""
    table = metadata.tables["journal"]
    columns = [table.c[name] for name in load.inside.columns["journal"]]
    entries = sorted((dict(values(columns, list(row.values())))
                      for row in load.of(travelling.case_id, "journal")), key=lambda row: row["number"])
    if not _is_linked(entries, travelling):
        raise BagDamaged
    return entries


def _is_linked(entries: Iterable[Mapping[str, Any]], travelling: Travelling) -> bool:
    number, digest = travelling.base, travelling.base_digest
    for row in entries:
        number, digest = number + 1, linked(digest, said(row))
        if (row["number"], bytes(row["digest"])) != (number, digest):
            return False
    return (number, digest) == (travelling.end, travelling.head)
