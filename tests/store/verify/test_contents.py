"""Frozen papers and evidence are held to their fingerprints, and none is slipped in among them."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, Table, delete, insert, select, update

from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.verify.findings import Damage
from tests.offices import Office
from tests.store.tampering import DAY, OPEN, case_of, findings, run

papers, files, chunks, exhibits, frozen = (metadata.tables[name] for name in (
    "papers", "evidence_files", "evidence_chunks", "exhibits", "frozen_reports"))
PDF = b"%PDF-1.7 forged"
FORGED = {"id": UUID(int=66), "pdf": PDF, "sha256": hashlib.sha256(PDF).hexdigest()}


def one_row(connection: Connection, table: Table) -> dict[str, Any]:
    return dict(connection.execute(select(table)).mappings().first() or {})


def scratch(connection: Connection, table: Table, column: str) -> None:
    (content,) = connection.scalars(select(table.c[column]).limit(1))
    flipped = content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]
    connection.execute(update(table).where(table.c[column] == content).values({column: flipped}))


@pytest.mark.parametrize(("table", "column", "damage"), [(papers, "pdf", Damage.PAPER),
                                                         (frozen, "content", Damage.REPORT),
                                                         (chunks, "data", Damage.EVIDENCE)])
def test_an_altered_byte_is_told_once(busy: Office, table: Table, column: str, damage: Damage) -> None:
    (one,) = findings(busy.first, partial(scratch, table=table, column=column))
    assert one.damage is damage
    if table is papers:
        assert DAY in str(one.sentence(busy.first.zone))


def test_a_paper_that_is_gone_is_told_by_its_row(busy: Office) -> None:
    (one,) = findings(busy.first, partial(run, statement=delete(papers)))
    assert (one.damage, one.table) == (Damage.ROW_MISSING, "papers")


def test_a_paper_altered_together_with_its_fingerprint_is_told_by_the_journal(busy: Office) -> None:
    found = findings(busy.first, lambda c: c.execute(
        update(papers).values(pdf=PDF, sha256=FORGED["sha256"])))
    assert {(one.damage, one.fields) for one in found} == {(Damage.ROW_ALTERED, ("sha256",)),
                                                          (Damage.PAPER, ())}


def test_a_forged_agreement_among_the_frozen_papers_is_a_stranger(busy: Office) -> None:
    """With a title, a day and a right fingerprint of its own; into the settled case, or another one."""
    for case_id in (None, case_of(busy.first, OPEN)):

        def forge(connection: Connection, into: UUID | None = case_id) -> None:
            row = one_row(connection, papers)
            connection.execute(insert(papers).values(row | FORGED | ({"case_id": into} if into else {})))

        (one,) = findings(busy.first, forge)
        assert (one.damage, one.table, one.row) == (Damage.ROW_UNKNOWN, "papers", str(FORGED["id"]))


def test_a_genuine_paper_copied_into_another_case_is_a_stranger_there(busy: Office) -> None:
    other = case_of(busy.first, OPEN)

    def copy(connection: Connection) -> None:
        connection.execute(insert(papers).values(
            one_row(connection, papers) | {"id": UUID(int=67), "case_id": other}))

    (one,) = findings(busy.first, copy)
    assert (one.damage, one.row) == (Damage.ROW_UNKNOWN, str(UUID(int=67)))


@pytest.mark.parametrize("column", ["template", "title", "made_at"])
def test_what_a_frozen_paper_is_called_and_when_it_was_made_is_watched_too(busy: Office, column: str) -> None:
    def change(connection: Connection) -> None:
        row = one_row(connection, papers)
        other = row["made_at"].replace(year=2024) if column == "made_at" else row[column] + "（副本）"
        connection.execute(update(papers).values({column: other}))

    (one,) = findings(busy.first, change)
    assert (one.damage, one.fields) == (Damage.ROW_ALTERED, (column,))


# Evidence


def test_evidence_without_its_chunks_or_its_file_is_told(busy: Office) -> None:
    (one,) = findings(busy.first, partial(run, statement=delete(chunks)))
    assert (one.damage, one.table) == (Damage.EVIDENCE, "evidence_files")
    found = findings(busy.first, partial(run, statement=delete(files)))
    assert {(one.damage, one.table) for one in found} == {(Damage.EVIDENCE, "exhibits"),
                                                         (Damage.ROW_UNKNOWN, "evidence_chunks")}


@pytest.mark.parametrize("values", [{"size": 7}, {"sha256": "0" * 64}])
def test_a_files_size_and_hash_are_held_to_its_content(busy: Office, values: dict[str, Any]) -> None:
    (one,) = findings(busy.first, partial(run, statement=update(files).values(values)))
    assert (one.damage, one.table) == (Damage.EVIDENCE, "evidence_files")


def test_a_chunk_in_another_place_is_told_though_their_order_is_the_same(busy: Office) -> None:
    """Content is read chunk by chunk: number 1 that has become number 5 is not found by anybody."""
    found = findings(busy.first, partial(run, statement=update(chunks).where(chunks.c.number == 1)
                                         .values(number=5)))
    assert [one.damage for one in found] == [Damage.EVIDENCE]


def test_a_finished_file_that_no_exhibit_names_was_put_in(busy: Office) -> None:
    def put(connection: Connection) -> None:
        row = one_row(connection, files)
        content = hashlib.sha256(b"x").hexdigest()
        connection.execute(insert(files).values(row | {"id": UUID(int=8), "size": 1, "sha256": content}))
        connection.execute(insert(chunks).values(file_id=UUID(int=8), number=0, data=b"x"))

    (one,) = findings(busy.first, put)
    assert (one.damage, one.row) == (Damage.ROW_UNKNOWN, str(UUID(int=8)))


def test_a_file_that_is_being_taken_in_is_no_damage(busy: Office) -> None:
    def begin(connection: Connection) -> None:
        row = one_row(connection, files)
        connection.execute(insert(files).values(row | {"id": UUID(int=8), "finished_at": None}))
        connection.execute(insert(chunks).values(file_id=UUID(int=8), number=0, data=b"half"))

    assert findings(busy.first, begin) == []
