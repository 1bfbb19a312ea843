"""Settings, papers and drafts: small tables read and written directly."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from mediation_desk.domain.paper_origin import UNKNOWN, PaperOrigin
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.journal.pending import RowChange
from mediation_desk.store.tables.desk import case_rows, drafts, papers, settings
from mediation_desk.store.values import plain
from mediation_desk.store.work.vault_notes import Note, VaultNotes


class Settings:
    """The office's settings by name, as JSON values, and among them what is known of the ``vault``."""

    def __init__(self, connection: Connection, note: Note) -> None:
        self._connection = connection
        self._note = note
        self.vault = VaultNotes(connection, note)

    def read(self) -> dict[str, Any]:
        """All settings."""
        return {name: json.loads(value) for name, value in self._texts().items()}

    def value(self, name: str, otherwise: Any = None) -> Any:
        """One of them alone: others may be as large as an office's own forms."""
        kept = self._connection.scalar(select(settings.c.value).where(settings.c.name == name))
        return otherwise if kept is None else json.loads(kept)

    def write(self, values: Mapping[str, Any]) -> None:
        """Keep these settings; others stay."""
        known = self._texts()
        for name, value in values.items():
            written, before = storable(json.dumps(value, ensure_ascii=False)), known.get(name)
            if written == before:
                continue
            if before is None:
                self._connection.execute(insert(settings).values(name=name, value=written))
            else:
                here = update(settings).where(settings.c.name == name)
                self._connection.execute(here.values(value=written))
            action = "insert" if before is None else "update"
            self._note(RowChange("settings", name, None, action, {"value": [before, written]}))

    def _texts(self) -> dict[str, str]:
        return {row.name: row.value for row in self._connection.execute(select(settings))}


@dataclass(frozen=True)
class FrozenPaper:
    """A paper as it was signed, or printed to be signed; its pages are read apart, with
    :meth:`Papers.pdf`. ``drafted_id``: the draft of an agreement of which it is a print."""

    id: UUID
    template: str
    title: str
    made_at: datetime
    sha256: str
    drafted_id: UUID | None = None


class Papers:
    """Frozen papers; never changed once written, and known to the journal by their fingerprints."""

    def __init__(self, connection: Connection, note: Note) -> None:
        self._connection = connection
        self._note = note

    def freeze(self, paper_id: UUID, case_id: UUID, template: str, title: str, made_at: datetime,
               pdf: bytes, drafted_id: UUID | None = None, *, origin: PaperOrigin = UNKNOWN) -> str:
        """Keep the paper with what it was made from; return its SHA-256 in hexadecimal."""
        digest = hashlib.sha256(pdf).hexdigest()
        told = {"case_id": case_id, "template": template, "title": title, "made_at": made_at,
                "sha256": digest, "drafted_id": drafted_id, **asdict(origin)}
        self._connection.execute(insert(papers).values(id=paper_id, pdf=pdf, **told))
        fields = {name: [None, plain(value)] for name, value in told.items() if value is not None}
        self._note(RowChange("papers", str(paper_id), case_id, "insert", fields))
        return digest

    def printed_of(self, drafted_id: UUID) -> FrozenPaper | None:
        """What was last printed of a draft, to be signed."""
        printed = select(*(papers.c[field.name] for field in fields(FrozenPaper))).where(
            papers.c.drafted_id == drafted_id)
        row = self._connection.execute(printed.order_by(papers.c.made_at.desc()).limit(1)).one_or_none()
        return FrozenPaper(*row) if row else None

    def of_case(self, case_id: UUID) -> list[FrozenPaper]:
        """The case's frozen papers, oldest first."""
        rows = self._connection.execute(
            select(*(papers.c[field.name] for field in fields(FrozenPaper)))
            .where(papers.c.case_id == case_id).order_by(papers.c.id))
        return [FrozenPaper(*row) for row in rows]

    def with_bytes(self, sha256: str) -> list[tuple[UUID, FrozenPaper]]:
        """The frozen papers of this fingerprint, each with the key of its case."""
        return self._found(papers.c.sha256 == sha256)

    def of_number(self, number: str) -> list[tuple[UUID, FrozenPaper]]:
        """The frozen papers of the cases of that number, each with the key of its case, oldest first."""
        numbered = select(case_rows.c.case_id).where(case_rows.c.number == number)
        return self._found(papers.c.case_id.in_(numbered))

    def origin(self, paper: FrozenPaper) -> PaperOrigin:
        """What the paper was made from; nothing is known of one that an older program froze."""
        row = self._connection.execute(select(*(papers.c[field.name] for field in fields(PaperOrigin)))
                                       .where(papers.c.id == paper.id)).one()
        return PaperOrigin(*row)

    def _found(self, which: ColumnElement[bool]) -> list[tuple[UUID, FrozenPaper]]:
        columns = (papers.c[field.name] for field in fields(FrozenPaper))
        rows = self._connection.execute(select(papers.c.case_id, *columns).where(which).order_by(papers.c.id))
        return [(row[0], FrozenPaper(*row[1:])) for row in rows]

    def pdf(self, paper: FrozenPaper) -> bytes:
        """The paper's pages, checked against its hash."""
        pages = select(papers.c.pdf).where(papers.c.id == paper.id)
        kept = bytes(self._connection.execute(pages).scalar_one())
        if hashlib.sha256(kept).hexdigest() != paper.sha256:
            raise DeskError(N_("The frozen paper “{title}” no longer matches its fingerprint."),
                            title=paper.title)
        return kept


class Drafts:
    """What an account was typing, sealed for that account; replaced as it goes on."""

    def __init__(self, connection: Connection, account_id: UUID) -> None:
        self._connection = connection
        self._account = account_id

    def keep(self, place: str, sealed: bytes, at: datetime) -> None:
        """Keep what stands at that place."""
        self.drop(place)
        self._connection.execute(insert(drafts).values(
            account_id=self._account, place=place, sealed=sealed, at=at))

    def drop(self, place: str) -> None:
        """Forget what stood at that place."""
        self._connection.execute(delete(drafts).where(
            drafts.c.account_id == self._account, drafts.c.place == place))

    def all(self) -> dict[str, bytes]:
        """What is kept for this account, by place."""
        rows = self._connection.execute(
            select(drafts.c.place, drafts.c.sealed).where(drafts.c.account_id == self._account))
        return {place: bytes(sealed) for place, sealed in rows}
