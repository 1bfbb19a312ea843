"""File content in the store: kept once, read back whole, and nothing half after any interruption."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from mediation_desk.domain.words import DeskError
from mediation_desk.store.store import Store
from mediation_desk.store.tables.evidence import evidence_chunks, evidence_files
from mediation_desk.store.work import evidence
from mediation_desk.store.work.evidence import CHUNK, ContentDamaged, NoRoom, Taken
from tests import offices
from tests.offices import Office

NOW = datetime(2024, 11, 25, 2, 0, tzinfo=UTC)


@pytest.fixture
def store(office: Office) -> Store:
    return office.first.store


def blocks(data: bytes) -> Iterator[bytes]:
    return (data[at:at + CHUNK] for at in range(0, len(data), CHUNK))


def taken(store: Store, data: bytes, *, now: datetime = NOW) -> Taken:
    return evidence.take_in(store.engine, blocks(data), file_id=uuid4(), now=now)


def kept(store: Store, data: bytes) -> str:
    made = taken(store, data)
    with store.engine.begin() as connection:
        evidence.finish(connection, made, NOW)
    return made.sha256


def content(store: Store, sha256: str) -> bytes:
    with store.engine.connect() as connection:
        return b"".join(evidence.read(connection, sha256))


def counts(store: Store) -> tuple[int, int]:
    """Files and chunks that lie in the store."""
    with store.engine.connect() as connection:
        found = [connection.scalar(select(func.count()).select_from(table))
                 for table in (evidence_files, evidence_chunks)]
    return found[0] or 0, found[1] or 0


@pytest.mark.parametrize("size", [1, CHUNK - 1, CHUNK, CHUNK + 1, 20 * CHUNK + 7])
def test_a_file_comes_back_byte_for_byte(store: Store, size: int) -> None:
    data = (b"\x00\xff wage list \x80" * (size // 13 + 1))[:size]
    sha256 = kept(store, data)
    assert sha256 == hashlib.sha256(data).hexdigest()
    assert content(store, sha256) == data


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.binary(min_size=1, max_size=3000), min_size=1, max_size=40))
def test_any_blocks_come_back_in_their_order(store: Store, parts: list[bytes]) -> None:
    made = evidence.take_in(store.engine, iter(parts), file_id=uuid4(), now=NOW)
    with store.engine.begin() as connection:
        evidence.finish(connection, made, NOW)
    assert content(store, made.sha256) == b"".join(parts)


def test_the_same_file_twice_is_stored_once(store: Store) -> None:
    data = b"chat screenshot" * CHUNK
    assert kept(store, data) == kept(store, data)
    assert counts(store) == (1, len(data) // CHUNK)


def test_two_people_who_bring_the_same_file_at_once_share_it(store: Store) -> None:
    mine, theirs = taken(store, b"contract"), taken(store, b"contract")
    for one in (theirs, mine):
        with store.engine.begin() as connection:
            evidence.finish(connection, one, NOW)
    assert counts(store) == (1, 1)
    assert content(store, mine.sha256) == b"contract"


def test_content_that_is_finished_twice_stays_whole(store: Store) -> None:
    data = b"7" * (2 * CHUNK + 1)
    made = taken(store, data)
    with store.engine.begin() as connection:
        evidence.finish(connection, made, NOW)
        evidence.finish(connection, made, NOW)
    with store.engine.begin() as connection:
        evidence.finish(connection, made, NOW)
    assert content(store, made.sha256) == data and counts(store) == (1, 3)


def test_what_is_not_finished_is_invisible_and_swept(store: Store) -> None:
    whole = kept(store, b"kept")
    half = taken(store, b"half" * CHUNK)
    with pytest.raises(ContentDamaged):
        content(store, half.sha256)
    assert evidence.sweep(store.engine, NOW) == 0, "it may still be under way"
    assert evidence.sweep(store.engine, NOW + timedelta(hours=1)) == 1
    assert counts(store) == (1, 1)
    assert content(store, whole) == b"kept"


def test_a_file_that_fails_half_way_leaves_nothing(store: Store) -> None:
    def torn() -> Iterator[bytes]:
        for _ in range(40):
            yield b"x" * CHUNK
        raise OSError("the stick was pulled out")

    with pytest.raises(OSError, match="pulled out"):
        evidence.take_in(store.engine, torn(), file_id=uuid4(), now=NOW)
    assert counts(store) == (0, 0)


def test_a_file_that_was_swept_meanwhile_is_refused_in_words(store: Store) -> None:
    made = taken(store, b"gone")
    evidence.drop(store.engine, [made.file_id])
    with store.engine.begin() as connection, pytest.raises(DeskError, match="Add it again"):
        evidence.finish(connection, made, NOW)


def test_finished_content_is_never_dropped(store: Store) -> None:
    made = taken(store, b"signed contract")
    with store.engine.begin() as connection:
        evidence.finish(connection, made, NOW)
    evidence.drop(store.engine, [made.file_id])
    evidence.sweep(store.engine, NOW + timedelta(days=9))
    assert content(store, made.sha256) == b"signed contract"


@pytest.mark.parametrize("harm", ["a byte changed", "a chunk gone", "all gone"])
def test_damage_is_noticed_when_it_is_read(store: Store, harm: str) -> None:
    sha256 = kept(store, b"A" * (2 * CHUNK))
    chunk = evidence_chunks
    with store.engine.begin() as connection:
        if harm == "a byte changed":
            altered = b"A" * (CHUNK - 1) + b"B"
            connection.execute(chunk.update().where(chunk.c.number == 1).values(data=altered))
        else:
            last = 0 if harm == "all gone" else 1
            connection.execute(chunk.delete().where(chunk.c.number >= last))
    with pytest.raises(ContentDamaged):
        content(store, sha256)


def test_an_unknown_content_is_damage_not_silence(store: Store) -> None:
    with pytest.raises(ContentDamaged):
        content(store, "0" * 64)


def test_a_chunk_belongs_to_one_file(store: Store) -> None:
    first, second = kept(store, b"first"), kept(store, b"second")
    assert (content(store, first), content(store, second)) == (b"first", b"second")
    with store.engine.connect() as connection:
        assert evidence.known(connection, first)
        assert not evidence.known(connection, str(UUID(int=0)))


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with offices.office(offices.embedded_place(tmp_path), tmp_path / "notes") as office:
        store = office.first.store
        before = kept(store, b"was there before")
        with store.engine.connect() as connection:  # the one pooled connection
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar() or 0
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3000}")
        with pytest.raises(NoRoom, match="may be full"):
            taken(store, b"large recording" * 2 * 1024 * 1024)
        assert counts(store) == (1, 1)
        assert content(store, before) == b"was there before"
