"""A case's rows as merging takes them: plain values by field, out of the store, a bag, or back in time."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, inspect, select

from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.journal_tables import UNWATCHED
from mediation_desk.domain.merging import Broken, Key, Row, Rows
from mediation_desk.domain.rewinding import REMOVED, standing
from mediation_desk.domain.travel.tables import MERGED
from mediation_desk.domain.travel.versions import pointing
from mediation_desk.domain.wholeness import broken
from mediation_desk.store.tables.cases import CHILDREN, mapping
from mediation_desk.store.tables.columns import as_fields, metadata
from mediation_desk.store.values import plain, restored

APART = {"papers": frozenset({"pdf"})}
"""Columns that are held by a fingerprint of their own."""
_PARTS = {"attendees": ("sessions", "session_id", "attendees_all"),
          "session_presences": ("sessions", "session_id", "presences_all"),
          "session_stretches": ("sessions", "session_id", "stretches_all"),
          "minute_entries": ("sessions", "session_id", "minutes_all"),
          "debtors": ("agreements", "agreement_id", "debtors_all"),
          "claim_terms": ("agreements", "agreement_id", "claim_terms_all"),
          "shares": ("agreements", "agreement_id", "shares_all"),
          "instalments": ("agreements", "agreement_id", "instalments_all"),
          "instalment_shares": ("instalments", "instalment_id", "shares_all")}

Raw = Mapping[Key, Mapping[str, object]]
"""Rows with all their fields, ``removed_at`` too."""


def plain_row(table: str, told: Mapping[Any, Any]) -> dict[str, object]:
    """A row by its fields, as the journal keeps it; ``told``: by its columns, plain but for bytes."""
    skipped = UNWATCHED | APART.get(table, frozenset())
    kept = {str(name): plain(value) if isinstance(value, bytes) else value
            for name, value in told.items() if name not in skipped}
    return as_fields(table, kept)


def loaded(rows: Mapping[str, Sequence[Mapping[str, Any]]], staying: Collection[str] = ()) -> Raw:
    """The merged tables' rows of one case out of a bag; ``staying``: but for these tables."""
    return {(table, str(told["id"])): plain_row(table, told)
            for table in MERGED if table not in staying for told in rows.get(table, ())}


def packed_rows(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> Mapping[Key, Mapping[str, Any]]:
    """The same by column, bytes and all."""
    return {(table, str(told["id"])): told for table in MERGED for told in rows.get(table, ())}


def present(connection: Connection, case_id: UUID) -> Raw:
    """The same as they stand in the store."""
    found: dict[Key, Mapping[str, object]] = {}
    for name in MERGED:
        table, skipped = metadata.tables[name], APART.get(name, frozenset())
        columns = [column for column in table.columns if column.name not in skipped]
        here = table.c.id if name == "cases" else table.c.case_id
        for row in connection.execute(select(*columns).where(here == case_id)).mappings():
            found[name, str(row["id"])] = plain_row(name, {key: plain(value) for key, value in row.items()})
    return found


def rewound(raw: Raw, later: Iterable[Mapping[str, Any]]) -> Raw:
    """The rows as they were before these journal rows (in their order), which are taken back."""
    rows: dict[Key, Mapping[str, object]] = dict(raw)
    for told in sorted(later, key=lambda one: -int(one["number"])):
        key = str(told["table_name"]), str(told["row_id"])
        if key not in rows:
            continue
        if told["action"] == "insert":
            del rows[key]
        else:
            before = {name: old for name, (old, _new) in json.loads(told["changes"]).items()}
            rows[key] = {**rows[key], **as_fields(key[0], before)}
    return rows


def as_rows(raw: Raw) -> Rows:
    """The rows that stand, as merging takes them; a part of something that was taken out is out with it."""
    found = ((key, standing(row)) for key, row in raw.items())
    rows = {key: row for key, row in found if row is not None}
    for table in _PARTS:
        rows = {key: row for key, row in rows.items() if key[0] != table or owner_of(table, row) in rows}
    return rows


def owner_of(table: str, row: Row) -> Key | None:
    """What a row is a part of; None where it stands by itself."""
    owner, field, _parts = _PARTS.get(table, ("", "", ""))
    return (owner, str(row[field])) if owner else None


def beside(mine: Raw, stands: Raw, wanted: Rows, known_as: Mapping[Key, Key], now: str) -> Rows:
    """The laptop's own rows that do not stand at home: what it took out again, and what was decided against.

    With all their fields; ``now``: when they were taken out, where they stood on the laptop.
    """
    there = as_rows(mine)
    found: dict[Key, Row] = {}
    for key, row in mine.items():
        if key in stands or key in wanted or key in known_as or REMOVED not in row:
            continue
        owner = owner_of(key[0], row)
        goes_along = owner is not None and owner not in wanted
        out = {REMOVED: row[REMOVED] if key not in there or goes_along else now}
        found[key] = {**pointing(key[0], row, known_as), **out}
    return found


# The whole


def wholeness(raws: Iterable[Raw]) -> Callable[[Rows], list[Broken]]:
    """What no longer holds of a case whose rows stand so; ``raws``: all that is known of rows that do not."""
    known: dict[Key, Mapping[str, object]] = {}
    for raw in raws:
        known = {**known, **raw}

    def look(rows: Rows) -> list[Broken]:
        gone = {key: {**row, REMOVED: _LONG_AGO} for key, row in known.items()
                if key not in rows and REMOVED in row}
        return broken(*case_of({**rows, **gone}))

    return look


_LONG_AGO = "1970-01-01T00:00:00+00:00"


def case_of(rows: Rows) -> tuple[Case, list[Exhibit]]:
    """A case made of its rows, in memory alone."""
    made: dict[Key, Any] = {key: entity(key[0], row) for key, row in rows.items() if key[0] in BUILT}
    case = next(row for key, row in made.items() if key[0] == "cases")
    for name, (_entity, table) in CHILDREN.items():
        getattr(case, name).extend(_in_order(table.name, made))
    for table_name, (owner, field, parts) in _PARTS.items():
        for row in _in_order(table_name, made):
            holder = made.get((owner, str(getattr(row, field))))
            if holder is not None:
                getattr(holder, parts).append(row)
    return case, _in_order("exhibits", made)


def _in_order(table: str, made: Mapping[Key, Any]) -> list[Any]:
    return [made[key] for key in sorted(key for key in made if key[0] == table)]


BUILT = frozenset({"cases", "exhibits", *(table.name for _entity, table in CHILDREN.values()), *_PARTS})
"""The tables that make up a case with its exhibits."""


def entity(table: str, row: Row) -> Any:
    """A row as the domain's own, out of plain values; bytes must be bytes, for their hash does not bring
    them back."""
    kind = entity_of(table)
    columns: Any = inspect(kind).columns
    return kind(**{name: value if isinstance(value, bytes) else restored(columns[name], value)
                   for name, value in row.items()})


def entity_of(table: str) -> type:
    """The class whose rows a table keeps."""
    return next(one.class_ for one in mapping.mappers
                if one.local_table.name == table)  # type: ignore[attr-defined]
