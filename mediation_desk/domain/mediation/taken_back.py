"""A release that was taken back before it was shown: the journal tells that it was, and not what it said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mediation_desk.domain.changes import JournalEntry, RowKey
from mediation_desk.domain.rewinding import REMOVED

RELEASED = frozenset({"offers", "told_facts"})
TELLING = frozenset({"side", "round", "released_at", "shown_at", REMOVED})
"""What is told of such a row: whose it was, and when it was released and taken back."""


def taken_back(entries: Iterable[JournalEntry]) -> frozenset[RowKey]:
    """The rows that were sealed once, released, and taken back since; ``entries``: oldest first.

    An offer that was taken out as an offer (``remove_offer``) had been on the table and is told of.
    """
    sealed: set[RowKey] = set()
    out: dict[RowKey, bool] = {}
    for entry in entries:
        key = entry.table, entry.row_id
        if entry.table not in RELEASED:
            continue
        if entry.action == "insert" and entry.fields.get("sealed_id", (None, None))[1] is not None:
            sealed.add(key)
        if REMOVED in entry.fields:
            out[key] = entry.fields[REMOVED][1] is not None and entry.verb != "remove_offer"
    return frozenset(key for key in sealed if out.get(key))


def without_words(entry: JournalEntry, rows: frozenset[RowKey]) -> JournalEntry:
    """The entry as a reader is told it."""
    if (entry.table, entry.row_id) not in rows:
        return entry
    return replace(entry, fields={name: one for name, one in entry.fields.items() if name in TELLING})
