"""A store made ten times as large inside the database: copies of its invented cases under keys of their own.

A copy has its rows, its line, its agenda, its search words and its facts, on the same days; the totals are
multiplied. No journal tells of it: nothing that is measured here reads a case's chain.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    Text,
    Uuid,
    cast,
    func,
    insert,
    literal,
    select,
    text,
    true,
    update,
)

from mediation_desk.domain.reports.totals import MEASURES
from mediation_desk.store.tables import cases as tables
from mediation_desk.store.tables.desk import agenda_rows, case_rows
from mediation_desk.store.tables.reports import case_facts, day_totals

COPIED = (tables.cases, tables.parties, tables.claims, tables.orders, tables.visits, tables.case_key_wraps,
          case_rows, agenda_rows, case_facts)
KEYS = frozenset({"id", "case_id", "worker_id", "acts_for", "order_id"})
MOST = 9  # copies: each begins its keys with a digit of its own, where the first ones' begin with 0
APART = 1_000_000  # of a copy's running numbers


def multiply(connection: Connection, copies: int, but_for: UUID) -> None:
    """Add so many copies of every case but one."""
    assert 0 < copies <= MOST
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA cache_size = -4000000"))  # the indexes are written all over
    for number in range(1, copies + 1):
        for table in COPIED:
            _copy(connection, table, number, but_for)
        connection.execute(text(
            "INSERT INTO case_search (rowid, tokens, words) SELECT rowid + :apart, tokens, words "
            "FROM case_search WHERE rowid < :first"), {"apart": number * APART, "first": APART})
    connection.execute(update(day_totals).where(day_totals.c.folded == true()).values(
        {name: day_totals.c[name] * (copies + 1) for name in MEASURES}))


def _copy(connection: Connection, table: Table, number: int, but_for: UUID) -> None:
    """Those of the first cases alone, which come before any copy."""
    case_id = table.c["id" if table is tables.cases else "case_id"]
    columns = [one for one in table.columns if one.name != "seq" or table is case_rows]
    first = cast(case_id, Text).like("0%")
    connection.execute(insert(table).from_select(
        [one.name for one in columns],
        select(*(_copied(one, number) for one in columns)).where(first, case_id != but_for)))


def _copied(column: Column[object], number: int) -> ColumnElement[object]:
    if column.name in KEYS:
        return cast(literal(f"{number}") + func.substr(cast(column, Text), 2), Uuid)
    if column.name == "seq":
        return column + number * APART
    if column.name == "number" and column.table is not agenda_rows:
        return func.replace(column, "〕", f"〕{number}")
    return column
