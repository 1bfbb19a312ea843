"""Where the journal is told of the vault: a setting of the office, told in the office's own chain."""

from __future__ import annotations

import json
from collections.abc import Callable

import msgspec
from sqlalchemy import Connection, select, text, update

from mediation_desk.store.journal.chain import OFFICE, entry_stamp, said, same
from mediation_desk.store.journal.pending import RowChange
from mediation_desk.store.tables.desk import settings
from mediation_desk.store.tables.journal import journal
from mediation_desk.store.vault.noted import Noted

Note = Callable[[RowChange], object]  # takes what the journal is to tell of these tables
NAME = "vault"
_NOTHING = "null"


class VaultNotes:
    """What the store knows of its key file."""

    def __init__(self, connection: Connection, note: Note) -> None:
        self._connection = connection
        self._note = note

    def keep(self, noted: Noted) -> None:
        """Tell the journal of a vault that was written down, unless it knows of a later one already.

        The row is held until the unit of work ends: of two administrators, the later vault counts.
        """
        self._connection.execute(text("INSERT INTO settings (name, value) VALUES (:name, :value) "
                                      "ON CONFLICT DO NOTHING"), {"name": NAME, "value": _NOTHING})
        here = settings.c.name == NAME
        before = self._connection.execute(
            select(settings.c.value).where(here).with_for_update()).scalar_one()
        if before != _NOTHING and msgspec.json.decode(before, type=Noted).counter >= noted.counter:
            return
        value = msgspec.json.encode(noted).decode()
        self._connection.execute(update(settings).where(here).values(value=value))
        told = [None if before == _NOTHING else before, value]
        self._note(RowChange("settings", NAME, None, "insert" if told[0] is None else "update",
                             {"value": told}))


def last_noted(connection: Connection, journal_key: bytes) -> Noted | None:
    """What the office's chain was told last of the vault, by who had the store open; None for nothing.

    The chain is asked and not the setting, which whoever runs a server could set back by itself.
    """
    mine = (journal.c.chain == OFFICE, journal.c.table_name == "settings", journal.c.row_id == NAME)
    row = connection.execute(select(journal).where(*mine).order_by(journal.c.number.desc()).limit(1)
                             ).mappings().one_or_none()
    if row is None or not same(entry_stamp(journal_key, said(row), bytes(row["digest"])), bytes(row["hash"])):
        return None
    return msgspec.json.decode(json.loads(row["changes"])["value"][1], type=Noted)
