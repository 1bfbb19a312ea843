"""Frozen papers, closed periods and evidence against the fingerprints that they are kept under."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, select

from mediation_desk.domain.travel.branch import LEFT_BEHIND
from mediation_desk.store.journal.heads import closed
from mediation_desk.store.tables.cases import agreements
from mediation_desk.store.tables.desk import own_typefaces, papers, settings
from mediation_desk.store.tables.evidence import evidence_chunks, evidence_files, exhibits
from mediation_desk.store.tables.reports import frozen_reports
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.moment import Moment, Unreadable
from mediation_desk.store.verify.reading import (
    Fields,
    raw,
    raw_keys,
    raw_values,
    rows,
    uuid_of,
)
from mediation_desk.store.verify.rows import Rows, Untold


@dataclass
class Contents:
    """Looks at every byte that was frozen or taken in; ``compared``: what the rows were found to say."""

    moment: Moment
    compared: Rows
    _held: set[Any] = field(default_factory=set)  # (case, fingerprint) of papers that are there

    # -- papers --------------------------------------------------------------------------

    def papers(self) -> Iterator[Finding]:
        """Each frozen paper against its fingerprint, and each signed agreement against its paper."""
        self._held = set(self.compared.papers.values())
        columns = [papers.c.id, papers.c.case_id, papers.c.made_at, papers.c.sha256]
        for key, row in self._every(papers, columns):
            told = self.compared.papers.get(str(key))
            wanted = told[1] if told else (row or {}).get("sha256")
            self._held.add(((row or {}).get("case_id"), wanted))
            if self._digest(papers.c.pdf, papers.c.id, key) != wanted:
                yield Finding(Damage.PAPER, str(key), "papers", at=(row or {}).get("made_at"))
        signed = self._signed()
        for agreement_id, case_id, sha256 in signed:
            if (case_id, sha256) not in self._held:
                yield Finding(Damage.PAPER, str(agreement_id), "agreements")
        yield from self._untold({(case_id, sha256) for _, case_id, sha256 in signed})

    def _digest(self, content: Column[Any], by: Column[Any], key: UUID) -> str | None:
        try:
            with self.moment.attempt() as connection:
                kept = connection.execute(select(content).where(by == key)).scalar_one()
                return hashlib.sha256(kept).hexdigest()
        except Unreadable:
            return None

    def _signed(self) -> list[tuple[UUID, Any, Any]]:
        columns = [agreements.c.id, agreements.c.case_id, agreements.c.paper_sha256]
        found = [(key, row.get("case_id"), row.get("paper_sha256"))
                 for key, row in self._every(agreements, columns) if row is not None]
        return [one for one in found if one[2]]

    def _untold(self, signed: set[tuple[Any, Any]]) -> Iterator[Finding]:
        """Papers that the journal does not name: the one that a signed agreement names, from before the
        journal named any, and otherwise strangers."""
        try:
            with self.moment.attempt() as connection:
                old = closed(connection)[0] > 0
        except Unreadable:
            old = True
        for paper in self.compared.untold_papers:
            if old and (paper.case_id, paper.sha256) in signed:
                signed.discard((paper.case_id, paper.sha256))
            else:
                yield _stranger(paper)

    # -- closed periods ------------------------------------------------------------------

    def frozen_reports(self) -> Iterator[Finding]:
        """The numbers of each closed period against their fingerprint, which the journal holds."""
        for key, row in self._every(frozen_reports, [frozen_reports.c.id, frozen_reports.c.sha256,
                                                     frozen_reports.c.made_at]):
            if row is None or self._digest(frozen_reports.c.content, frozen_reports.c.id, key) != row.get(
                    "sha256"):
                yield Finding(Damage.REPORT, str(key), "frozen_reports", at=(row or {}).get("made_at"))

    # -- evidence ------------------------------------------------------------------------

    def evidence(self) -> Iterator[Finding]:
        """Each file's chunks against the hash it is kept under, and each exhibit and typeface of the office's
        own against its file."""
        named = {row.get("sha256") for table in (exhibits, own_typefaces)
                 for _, row in self._every(table, [table.c.id, table.c.sha256]) if row is not None}
        there: set[Any] = set()
        for key, row in self._every(evidence_files, list(evidence_files.columns)):
            yield from self._file(key, row or {}, named, there)
        left = self._left_behind()
        for table in (exhibits, own_typefaces):
            for key, row in self._every(table, [table.c.id, table.c.sha256]):
                if row is not None and row.get("sha256") not in there | left:
                    yield Finding(Damage.EVIDENCE, str(key), table.name)
        yield from self._stray_chunks()

    def _left_behind(self) -> set[Any]:
        """On a laptop: what stayed at its office. The setting itself is held by the journal."""
        here = select(settings.c.value).where(settings.c.name == LEFT_BEHIND)
        try:
            with self.moment.attempt() as connection:
                return set(json.loads(connection.scalar(here) or "[]"))
        except (Unreadable, ValueError, TypeError):
            return set()

    def _file(self, key: UUID, row: Fields, named: set[Any], there: set[Any]) -> Iterator[Finding]:
        found, size = self._content(key)
        if row.get("finished_at", row) is None:
            return  # it is being taken in, and nobody's yet
        there |= {row.get("sha256"), found}
        if found is None or (found, size) != (row.get("sha256"), row.get("size")):
            yield Finding(Damage.EVIDENCE, str(key), "evidence_files", at=row.get("finished_at"))
        elif found not in named:
            yield Finding(Damage.ROW_UNKNOWN, str(key), "evidence_files")

    def _content(self, key: UUID) -> tuple[str | None, int]:
        """Hash and size of a file's content, whatever its row says; None when it cannot be read."""
        digest, size = hashlib.sha256(), 0
        chunks = select(evidence_chunks.c.number, evidence_chunks.c.data)
        ordered = chunks.where(evidence_chunks.c.file_id == key).order_by(evidence_chunks.c.number)
        try:
            with self.moment.attempt() as connection, closing(
                    connection.execute(ordered.execution_options(yield_per=4))) as found:
                for expected, (number, data) in enumerate(found):
                    if number != expected:  # content is read chunk by chunk, by number
                        return None, size
                    digest.update(data)
                    size += len(data)
        except Unreadable:
            return None, size
        return digest.hexdigest(), size

    def _stray_chunks(self) -> Iterator[Finding]:
        """Chunks of a file that is not there."""
        file_id = raw(evidence_chunks, "file_id")
        stray = select(self.moment.database.as_it_stands(file_id)).distinct().where(
            file_id.not_in(select(raw(evidence_files, "id"))))
        found = raw_values(self.moment, stray)
        if found is None:
            yield Finding(Damage.TABLE_UNREADABLE, table="evidence_chunks")
        for key in found or ():
            yield Finding(Damage.ROW_UNKNOWN, str(uuid_of(key) or key), "evidence_chunks")

    def _every(self, table: Table, columns: list[Any]) -> Iterator[tuple[UUID, Fields | None]]:
        """All rows that have a key; what cannot be read was told with the rows."""
        keys = [key for key in map(uuid_of, raw_keys(self.moment, table) or ()) if key is not None]
        return rows(self.moment, table, columns, keys)


def _stranger(paper: Untold) -> Finding:
    return Finding(Damage.ROW_UNKNOWN, str(paper.id), "papers")
