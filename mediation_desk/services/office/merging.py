"""The one rule of merging for the office's own matters: accounts, settings, figures, holidays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from mediation_desk.domain.merging import (
    Author,
    Conflict,
    Conflicts,
    Key,
    Place,
    Row,
    Rows,
    merge_row,
    merge_rows,
)
from mediation_desk.services.desk import Desk
from mediation_desk.store.journal import entries
from mediation_desk.store.work.work import Work

Kept = Callable[[Place], Key]
"""Where the journal keeps what stands in a place."""


def merged_row(desk: Desk, work: Work, key: Key, seen: Row, mine: Row, stands: Row,
               kept: Kept = lambda place: place.key) -> Row:
    """The row as it is to be kept; Conflicts where a person must decide."""
    merged = merge_row(key, seen, mine, stands)
    _refuse(desk, work, merged.conflicts, kept)
    assert merged.row is not None
    return merged.row


def merged_rows(desk: Desk, work: Work, seen: Rows, mine: Rows, stands: Rows, kept: Kept) -> Rows:
    """The rows as they are to be kept; Conflicts where a person must decide."""
    merged = merge_rows(seen, mine, stands)
    _refuse(desk, work, merged.conflicts, kept)
    return merged.rows


def _refuse(desk: Desk, work: Work, conflicts: Sequence[Conflict], kept: Kept) -> None:
    if conflicts:
        raise Conflicts([replace(one, by=_author(desk, work, kept(one.place))) for one in conflicts])


def _author(desk: Desk, work: Work, key: Key) -> Author | None:
    told = entries.of_row(work.connection, None, *key)
    if not told:
        return None
    entry = told[-1]
    names = work.accounts.names()
    return Author(entry.account_id, names.get(entry.account_id, ""), entry.at.astimezone(desk.zone),
                  entry.verb)
