"""Field values as plain JSON for the journal, and back."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, DateTime, LargeBinary, inspect
from sqlalchemy.orm import Session as OrmSession
from sqlalchemy.types import Uuid

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.money import Money
from mediation_desk.domain.text.storable import storable
from mediation_desk.store.tables.columns import Instant, MoneyFen, RoleSet, TermText


def make_storable(session: OrmSession) -> None:
    """Rid the texts of every row about to be written of what cannot be kept."""
    for row in [*session.new, *session.dirty]:
        for attribute in inspect(row).mapper.column_attrs:
            value = getattr(row, attribute.key)
            if type(value) is str and (kept := storable(value)) != value:
                setattr(row, attribute.key, kept)


def plain(value: Any) -> Any:
    """A JSON value that stands for the field's value; secrets and files only by their hash."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Money):
        return value.fen
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(UTC).isoformat()  # as it is read again, whatever zone the clock had
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return "sha256:" + hashlib.sha256(value).hexdigest()
    if isinstance(value, frozenset):
        return sorted(str(item) for item in value)
    return str(value)


def restored(column: Column[Any], value: Any) -> Any:
    """The field's value again; a value kept only as a hash cannot come back."""
    kind = column.type
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        raise ValueError(f"{column} is kept only by its hash")
    if isinstance(kind, MoneyFen):
        return Money(int(value))
    if isinstance(kind, TermText):
        return kind.kind(value)
    if isinstance(kind, RoleSet):
        return frozenset(AccountRole(word) for word in value)
    if isinstance(kind, Uuid):
        return UUID(value)
    if isinstance(kind, Instant | DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if kind.python_type is date else value
