"""What was merged, written into the store through a unit of work: rows put in, changed and taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any
from uuid import UUID

from mediation_desk.domain.journal_tables import UNWATCHED
from mediation_desk.domain.merging import Key, Row, Rows
from mediation_desk.domain.paper_origin import PaperOrigin
from mediation_desk.domain.rewinding import REMOVED
from mediation_desk.store.tables.columns import as_fields, metadata
from mediation_desk.store.travel.rows import Raw, as_rows, entity, entity_of, owner_of
from mediation_desk.store.values import restored
from mediation_desk.store.work.rows import apply_fields
from mediation_desk.store.work.work import Work

Packed = Mapping[Key, Mapping[str, Any]]
"""The laptop's rows by column, bytes and all."""


def apply(work: Work, wanted: Rows, raw: Raw, packed: Packed, beside: Rows = MappingProxyType({})) -> int:
    """Make the case's rows stand as wanted; how many were touched.

    ``raw``: the rows as they are. What is not wanted is taken out, and waits in the recycle bin. ``beside``:
    rows of the laptop's that do not stand, with all their fields; they come into the bin as well.
    """
    touched = 0
    for key, row in wanted.items():
        if key not in raw:
            put_in(work, key, row, packed[key])
        elif changed := _changed(raw[key], row):
            _change(work, key, changed, packed.get(key, {}))
        else:
            continue
        touched += 1
    for key, row in beside.items():
        put_in(work, key, row, packed[key])
    return touched + len(beside) + _taken_out(work, wanted, raw, packed)


def _taken_out(work: Work, wanted: Rows, raw: Raw, packed: Packed) -> int:
    """Take out what is not wanted, at the moment at which the laptop took it out, so that what went
    together comes back together; how many. A part goes with what it is part of, and is not touched."""
    out = [key for key, row in as_rows(raw).items() if key not in wanted and REMOVED in raw[key]
           and ((owner := owner_of(key[0], row)) is None or owner in wanted)]
    for key in out:
        there = packed.get(key, {}).get(REMOVED)
        apply_fields(work, *key, {REMOVED: there or work.who.now.isoformat()})
    return len(out)


def _changed(known: Mapping[str, object], row: Row) -> dict[str, object]:
    changed = {name: value for name, value in row.items() if known.get(name) != value}
    if known.get(REMOVED) is not None:
        changed[REMOVED] = None
    return changed


def _change(work: Work, key: Key, changed: Mapping[str, object], packed: Mapping[str, Any]) -> None:
    """Change a row; what merging knows only by its hash comes out of the bag."""
    files = {name: value for name, value in _bytes_of(key[0], packed).items() if name in changed}
    apply_fields(work, *key, {name: value for name, value in changed.items() if name not in files})
    row = work.row(entity_of(key[0]), UUID(key[1])) if files else None
    for name, value in files.items():
        setattr(row, name, value)


def put_in(work: Work, key: Key, row: Row, packed: Mapping[str, Any]) -> None:
    """A row that this store does not have."""
    table = key[0]
    whole = {**row, **_bytes_of(table, packed)}
    if table == "papers":
        _freeze(work, row, packed)
    else:
        work.put(entity(table, whole))


def _bytes_of(table: str, packed: Mapping[str, Any]) -> dict[str, object]:
    """What merging knows only by its hash."""
    return as_fields(table, {name: value for name, value in packed.items()
                             if isinstance(value, bytes) and name not in UNWATCHED})


def _freeze(work: Work, row: Row, packed: Mapping[str, Any]) -> None:
    """A frozen paper, byte for byte."""
    columns = metadata.tables["papers"].c
    told = {name: restored(columns[name], row[name]) for name in ("id", "case_id", "made_at", "drafted_id")}
    work.papers.freeze(told["id"], told["case_id"], str(row["template"]), str(row["title"]), told["made_at"],
                       bytes(packed["pdf"]), told["drafted_id"], origin=_origin(row))


def _origin(row: Row) -> PaperOrigin:
    """What the paper was made from; an older laptop kept nothing of it."""
    return PaperOrigin(**{field.name: None if (told := row.get(field.name)) is None else str(told)
                          for field in fields(PaperOrigin)})

