"""A copy of a store's file: encrypted, whole, of one moment, and read without leaving a byte beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from mediation_desk.services.intake import registering
from mediation_desk.services.library import Library
from mediation_desk.store.backup.copy import CopyFailed, Head, check_database, copy_database, looking_into
from mediation_desk.store.pace import AT_EASE, Pace, Stopped, goes_on, nobody_looks
from tests.offices import Office, embedded_place, office


@pytest.fixture
def embedded(tmp_path: Path, library_shelf: Library) -> Iterator[Office]:
    """An office in a folder, with one case."""
    with office(embedded_place(tmp_path), tmp_path / "notes", library_shelf) as made:
        registering.register(made.first, registering.IntakeDraft(date(2024, 11, 25)))
        yield made


def copied(made: Office, folder: Path, pace: Pace = AT_EASE) -> tuple[Path, Head]:
    store = made.first.store
    return folder / "copy.db", copy_database(store.engine, store.opened.store_key, folder / "copy.db", pace)


def numbers(file: Path, key: bytes) -> list[str]:
    with looking_into(file, key) as engine, engine.connect() as connection:
        return list(connection.scalars(text("SELECT number FROM cases ORDER BY number")))


def test_the_copy_is_the_store_of_that_moment_and_opens_with_its_key_alone(embedded: Office,
                                                                           tmp_path: Path) -> None:
    file, head = copied(embedded, tmp_path)
    key = embedded.first.store.opened.store_key
    registering.register(embedded.first, registering.IntakeDraft(date(2024, 11, 26)))
    check_database(file, key, head)
    assert numbers(file, key) == ["宁中劳调〔2024〕0001号"]
    assert not file.read_bytes().startswith(b"SQLite")
    with pytest.raises(CopyFailed):
        check_database(file, bytes(32), head)


def test_what_is_saved_while_it_is_copied_waits_for_the_next_one(embedded: Office, tmp_path: Path) -> None:
    saved: list[bool] = []

    def meanwhile(_done: int, _total: int) -> None:
        if not saved:
            saved.append(True)
            registering.register(embedded.first, registering.IntakeDraft(date(2024, 11, 26)))

    file, head = copied(embedded, tmp_path, Pace(meanwhile, goes_on))
    key = embedded.first.store.opened.store_key
    check_database(file, key, head)
    assert saved and numbers(file, key) == ["宁中劳调〔2024〕0001号"]


def test_looking_leaves_no_byte_and_writes_nothing(embedded: Office, tmp_path: Path) -> None:
    file, _head = copied(embedded, tmp_path)
    before, beside = file.read_bytes(), sorted(tmp_path.iterdir())
    key = embedded.first.store.opened.store_key
    with (looking_into(file, key) as engine, pytest.raises(DBAPIError), engine.begin() as connection):
        connection.execute(text("DELETE FROM cases"))
    assert file.read_bytes() == before and sorted(tmp_path.iterdir()) == beside


@pytest.mark.parametrize("wrong", ["bit", "cut", "seq", "hash", "revision"])
def test_a_copy_that_is_not_whole_or_of_another_moment_does_not_count(embedded: Office, tmp_path: Path,
                                                                      wrong: str) -> None:
    file, head = copied(embedded, tmp_path)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    match wrong:
        case "bit":
            file.write_bytes(content)
        case "cut":
            file.write_bytes(file.read_bytes()[:-4096])
        case "seq":
            head = replace(head, seq=head.seq + 1)
        case "hash":
            head = replace(head, hash="x")
        case _:
            head = replace(head, revision="x")
    with pytest.raises(CopyFailed) as told:
        check_database(file, embedded.first.store.opened.store_key, head)
    assert told.value.field == "folder"


def test_who_stops_it_may_go_on_working(embedded: Office, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        copied(embedded, tmp_path, Pace(nobody_looks, lambda: True))
    registering.register(embedded.first, registering.IntakeDraft(date(2024, 11, 26)))
