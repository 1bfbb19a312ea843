"""Somebody with the store key and the right to write any row: an accomplice of the server's operator, say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Table, delete, insert, select, update

from mediation_desk.domain.mediation.holders import Holder, HolderState, next_state
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import looking
from mediation_desk.services.keys.recipients import Recipients
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.tables.cases import case_holders, case_key_wraps, sealed_items
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.vault import seals
from mediation_desk.store.vault.vouching import ListPlace, former_key, vouch
from tests.store.tampering import behind_the_back

Rows = list[dict[str, Any]]
OF_KEYS = (case_holders, case_key_wraps, sealed_items)


def rows(desk: Desk, table: Table, case_id: UUID) -> Rows:
    """What stands in the table of that case."""
    with behind_the_back(desk) as connection:
        found = connection.execute(select(table).where(table.c.case_id == case_id)).mappings()
        return [{str(name): value for name, value in row.items()} for row in found]


def copy(desk: Desk, case_id: UUID, tables: Iterable[Table] = OF_KEYS) -> Mapping[Table, Rows]:
    """A copy of these rows, to be put back later."""
    return {table: rows(desk, table, case_id) for table in tables}


def put_back(desk: Desk, case_id: UUID, kept: Mapping[Table, Rows]) -> None:
    """Replace the case's rows by older ones."""
    with behind_the_back(desk) as connection:
        for table, old in kept.items():
            connection.execute(delete(table).where(table.c.case_id == case_id))
            if old:
                connection.execute(insert(table), old)


def put(desk: Desk, table: Table, row_id: UUID, **values: Any) -> None:
    """Write into a row."""
    with behind_the_back(desk) as connection:
        connection.execute(update(table).where(table.c.id == row_id).values(values))


def add(desk: Desk, table: Table, **values: Any) -> None:
    """Put in a row."""
    with behind_the_back(desk) as connection:
        connection.execute(insert(table).values(values))


def remove(desk: Desk, table: Table, case_id: UUID) -> None:
    """Take out all rows of a case."""
    with behind_the_back(desk) as connection:
        connection.execute(delete(table).where(table.c.case_id == case_id))


def wrap(desk: Desk, case_id: UUID, account_id: UUID, key: bytes, generation: int) -> None:
    """Wrap a key for an account and put it in that account's place on the case, pins untouched."""
    recipients = Recipients(desk)
    made = {"wrapped": recipients.wrap(key, case_id, account_id), "removed_at": None,
            "for_key": recipients.fingerprint(account_id), "generation": generation}
    mine = [row for row in rows(desk, case_key_wraps, case_id) if row["account_id"] == account_id]
    if mine:
        put(desk, case_key_wraps, mine[0]["id"], **made)
    else:
        add(desk, case_key_wraps, id=uuid4(), case_id=case_id, account_id=account_id, pinned=None, **made)


def list_of_own(desk: Desk, case_id: UUID, key: bytes, people: Iterable[UUID],
                before: HolderState | None = None) -> HolderState:
    """A state of the list, behind a genuine one or in the place of all, under a key of their own."""
    recipients, now = Recipients(desk), desk.now
    marks = {one: recipients.fingerprint(one) for one in people}
    lines = [Holder(one, mark, 0, desk.who.account_id, now) for one, mark in marks.items() if mark]
    place = ListPlace(recipients.store_id, case_id)
    state = next_state(before, uuid4(), case_id, lines, by=desk.who.account_id, at=now,
                       generation=before.generation + 1 if before else 1,
                       former_key=former_key(seals.new_case_key(), key, place) if before else b"")
    vouch(state, key, place)
    add(desk, case_holders, **{column.name: getattr(state, column.name) for column in case_holders.columns})
    return state


def states(desk: Desk, case_id: UUID) -> list[HolderState]:
    """The list as it stands."""
    found = (HolderState(**row) for row in rows(desk, case_holders, case_id))
    return sorted(found, key=lambda state: state.number)


def found_by(desk: Desk) -> set[str]:
    """The tables that a verification at this desk has a finding of."""
    assert set(metadata.tables) >= {table.name for table in OF_KEYS}
    return {one.table for one in upkeep.prove(desk)}


def told(desk: Desk, case_id: UUID) -> str:
    """What the person at the desk reads beside the case of what was made outside the program."""
    return " ".join(map(str, looking.watch(desk, case_id).strange))
