"""A content is kept once, however often it is brought, and a file under way is nobody's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, insert
from sqlalchemy.exc import IntegrityError

from mediation_desk.store.tables.evidence import evidence_chunks, evidence_files

NOW = datetime(2025, 1, 20, tzinfo=UTC)


def file(number: int, *, finished: bool, sha256: str = "ab" * 32) -> dict[str, Any]:
    return {"id": UUID(int=number), "sha256": sha256, "size": 3, "touched_at": NOW,
            "finished_at": NOW if finished else None}


def put(connection: Connection, *rows: dict[str, Any]) -> None:
    for row in rows:
        connection.execute(insert(evidence_files), [row])


def test_of_a_content_there_is_one_finished_file_and_as_many_under_way_as_come(declared: Engine) -> None:
    with declared.begin() as connection:
        put(connection, file(1, finished=False), file(2, finished=False), file(3, finished=True),
            file(4, finished=True, sha256="cd" * 32))
        with pytest.raises(IntegrityError), connection.begin_nested():
            put(connection, file(5, finished=True))


def test_a_chunk_has_its_place_in_one_file_once(declared: Engine) -> None:
    row = {"file_id": UUID(int=1), "number": 0, "data": b"a"}
    with declared.begin() as connection:
        put(connection, file(1, finished=True))
        connection.execute(insert(evidence_chunks), [row, {**row, "number": 1}])
        with pytest.raises(IntegrityError), connection.begin_nested():
            connection.execute(insert(evidence_chunks), [row])


def test_no_chunk_is_kept_of_a_file_that_is_not_there(declared: Engine) -> None:
    """Chunks may come before their file, but when the work is over it must be there."""
    with pytest.raises(IntegrityError), declared.begin() as connection:
        connection.execute(insert(evidence_chunks), [{"file_id": UUID(int=7), "number": 0, "data": b"a"}])
