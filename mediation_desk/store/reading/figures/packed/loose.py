"""Notes whose facts are no longer as they are packed, in the transaction that changes them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Engine, func, insert, select

from mediation_desk.store.tables.reports import loose_facts

PACK_FROM = 500  # notes, from which on what is loose is packed


def loosen(connection: Connection, facts: Iterable[int]) -> None:
    """Note the facts with these running numbers. A note is added and never changed, so that nobody waits."""
    rows = [{"fact": one} for one in facts]
    if rows:
        connection.execute(insert(loose_facts), rows)


def are_many(engine: Engine) -> bool:
    """Whether so much is loose that it is worth packing."""
    with engine.connect().execution_options(reading=True) as connection:
        found = connection.execute(select(func.count()).select_from(loose_facts)).scalar_one()
    return int(found) >= PACK_FROM
