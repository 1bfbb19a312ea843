"""Notes whose facts are no longer as they are packed, in the transaction that changes them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert

from mediation_desk.store.tables.reports import loose_facts


def loosen(connection: Connection, facts: Iterable[int]) -> None:
    """Note the facts with these running numbers. A note is added and never changed, so that nobody waits."""
    rows = [{"fact": one} for one in facts]
    if rows:
        connection.execute(insert(loose_facts), rows)
