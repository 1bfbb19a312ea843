"""The numbers of closed periods: written once, never changed, known to the journal by their fingerprints."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, insert, select
from sqlalchemy.exc import IntegrityError

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.journal.pending import RowChange
from mediation_desk.store.tables.reports import frozen_reports
from mediation_desk.store.values import plain
from mediation_desk.store.work.vault_notes import Note


@dataclass(frozen=True)
class Closed:
    """Which numbers: of which form and period, narrowed how; the ``edition`` counts from 1."""

    form: str
    since: date
    until: date
    narrow: str = ""


@dataclass(frozen=True)
class Edition:
    """One edition of them; the numbers are read apart, with :func:`content`."""

    id: UUID
    edition: int
    made_by: UUID
    made_at: datetime
    sha256: str


class Quicker(Exception):
    """Somebody kept that edition at the same moment."""


NAMES = tuple(one.name for one in fields(Edition))


def keep(connection: Connection, note: Note, of: Closed, edition: Edition, content: bytes) -> None:
    """Keep the numbers. Quicker where that edition is there already."""
    told: dict[str, Any] = {one.name: getattr(of, one.name) for one in fields(Closed)}
    told |= {name: getattr(edition, name) for name in NAMES if name != "id"}
    try:
        connection.execute(insert(frozen_reports).values(id=edition.id, content=content, **told))
    except IntegrityError as there:
        raise Quicker from there
    note(RowChange("frozen_reports", str(edition.id), None, "insert",
                   {name: [None, plain(value)] for name, value in told.items()}))


def editions(connection: Connection, of: Closed) -> list[Edition]:
    """The editions of these numbers, the oldest first."""
    query = select(*(frozen_reports.c[name] for name in NAMES)).where(*_those(of))
    return [Edition(*row) for row in connection.execute(query.order_by(frozen_reports.c.edition))]


def content(connection: Connection, edition: Edition) -> bytes:
    """The numbers, checked against their fingerprint."""
    kept = connection.scalar(select(frozen_reports.c.content).where(frozen_reports.c.id == edition.id))
    if kept is None or digest(bytes(kept)) != edition.sha256:
        raise DeskError(N_("The numbers of this closed period no longer match their fingerprint. Verify the "
                           "store."))
    return bytes(kept)


def digest(numbers: bytes) -> str:
    """Their fingerprint: SHA-256 in hexadecimal."""
    return hashlib.sha256(numbers).hexdigest()


def _those(of: Closed) -> list[ColumnElement[bool]]:
    return [frozen_reports.c[one.name] == getattr(of, one.name) for one in fields(Closed)]
