"""Rows that both sides made apart about the same: the same instalment, the same worker's share."""

from __future__ import annotations

from collections.abc import Mapping

from mediation_desk.domain.journal_tables import tells
from mediation_desk.domain.merging import Key, Row, Rows, alike


def as_rows(value: object) -> Rows:
    """One version of a whole as rows; none where nothing stood there."""
    return value if isinstance(value, Mapping) else {}


def number(rows: Rows, key: Key) -> str:
    """By which number a row is called: its own, or that of the instalment which it is part of."""
    row = rows[key]
    if key[0] == "instalment_shares":
        row = rows.get(("instalments", str(row.get("instalment_id"))), {})
    return str(row.get("number") or row.get("round") or "")


def twin(rows: Rows, key: Key, other: Rows) -> Row:
    """The other side's row for the same thing: by its key, else by number and worker; empty without one."""
    if key in other:
        return other[key]
    mark = _mark(rows, key)
    return next((row for one, row in other.items() if _mark(other, one) == mark), {})


def _mark(rows: Rows, key: Key) -> tuple[str, ...]:
    return key[0], number(rows, key), str(rows[key].get("worker_id") or "")


def differing(rows: Rows, key: Key, other: Rows) -> list[str]:
    """The fields that tell something else than the other side's, in their order."""
    row, twin_row = rows[key], twin(rows, key, other)
    return [name for name, value in row.items()
            if tells(key[0], name) and not alike(value, twin_row.get(name))]
