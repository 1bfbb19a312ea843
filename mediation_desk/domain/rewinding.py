"""What a person saw of a row: its state now, taken back through the journal to the reading they looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from mediation_desk.domain.changes import JournalEntry
from mediation_desk.domain.merging import Row

REMOVED = "removed_at"


def seen_row(now: Mapping[str, object], later: Iterable[JournalEntry],
             own: Collection[UUID] = ()) -> Row | None:
    """The row as it was seen: before the ``later`` entries about it, but with what the person's ``own``
    units of work among them wrote. None: it was not there.

    ``now``: all its fields, ``removed_at`` too.
    """
    fields: dict[str, object] = {}
    there = True
    for entry in later:
        known = entry.work_id in own
        for name, (before, after) in entry.fields.items():
            fields[name] = after if known else fields.get(name, before)
        if entry.action == "insert":
            there = known
    return standing({**now, **fields}) if there else None


def standing(raw: Mapping[str, object]) -> Row | None:
    """The fields of a row without ``removed_at``; None of one that was taken out."""
    if raw.get(REMOVED) is not None:
        return None
    return {name: value for name, value in raw.items() if name != REMOVED}
