"""A store's file under a renewed key: held alone while it is written, finished or taken back after a kill."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from mediation_desk.store.engines import renewed_file
from mediation_desk.store.engines.embedded import copy_pages, driver, engine_on, keyed
from mediation_desk.store.engines.renewed_file import Left, beside, put_in_place, settle, settled, throw_away

OLD, NEW = b"\x01" * 32, b"\x02" * 32


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A file with one row, under the old key, as a desk leaves it."""
    file = tmp_path / "office.db"
    engine = engine_on(file, lambda: OLD)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE journal_chains (said TEXT)")
        connection.exec_driver_sql("INSERT INTO journal_chains VALUES ('一句话')")
    engine.dispose()
    return file


def rewritten(store: Path) -> None:
    """The same under the new key, beside it."""
    with renewed_file.held(store, OLD, lambda: None) as held:
        copy_pages(held, beside(store), NEW, lambda *_told: None)
    assert settled(beside(store), NEW)


def reads(file: Path, key: bytes) -> list[Any]:
    try:
        with closing(keyed(str(file), key)) as connection:
            return [row[0] for row in connection.execute("SELECT said FROM journal_chains").fetchall()]
    except driver().DatabaseError:
        return []


def test_it_is_waited_for_until_nobody_else_has_it_open(store: Path) -> None:
    other, waits = keyed(str(store), OLD), list[int]()
    other.execute("SELECT * FROM journal_chains").fetchall()

    def waiting() -> None:
        waits.append(1)
        if len(waits) == 2:
            other.close()

    with renewed_file.held(store, OLD, waiting):
        assert len(waits) == 2 and not store.with_name("office.db-wal").exists()
        with closing(keyed(str(store), OLD)) as late:
            late.execute("PRAGMA busy_timeout = 1")
            with pytest.raises(driver().OperationalError, match="locked"):
                late.execute("SELECT * FROM journal_chains").fetchall()
    assert reads(store, OLD) == ["一句话"]


def test_what_is_raised_while_waiting_ends_it(store: Path) -> None:
    class Enough(Exception):
        pass

    def waiting() -> None:
        raise Enough

    with closing(keyed(str(store), OLD)) as other:
        other.execute("SELECT * FROM journal_chains").fetchall()
        with pytest.raises(Enough), renewed_file.held(store, OLD, waiting):
            raise AssertionError("others have it open")
    assert reads(store, OLD) == ["一句话"]


def test_the_file_in_place_opens_with_the_new_key_alone(store: Path) -> None:
    rewritten(store)
    assert reads(store, OLD) == ["一句话"] and reads(beside(store), NEW) == ["一句话"]
    put_in_place(store)
    assert reads(store, NEW) == ["一句话"] and reads(store, OLD) == [] and not beside(store).exists()
    put_in_place(store)
    assert reads(store, NEW) == ["一句话"]


def test_the_key_that_opens_the_store_says_what_becomes_of_it(store: Path) -> None:
    assert settle(store, OLD, lambda: True) is None
    rewritten(store)
    kept = store.with_name("kept")
    shutil.copy(beside(store), kept)
    assert settle(store, OLD, lambda: True) is Left.TAKEN_BACK
    assert reads(store, OLD) == ["一句话"] and not beside(store).exists()
    shutil.copy(kept, beside(store))
    assert settle(store, NEW, lambda: True) is Left.FINISHED
    assert reads(store, NEW) == ["一句话"] and settle(store, NEW, lambda: True) is None


def test_nothing_is_touched_by_a_former_key_or_a_strange_one(store: Path) -> None:
    rewritten(store)
    assert settle(store, OLD, lambda: False) is None  # the key file is another one by now
    assert settle(store, b"\x03" * 32, lambda: True) is None
    assert reads(store, OLD) == ["一句话"] and reads(beside(store), NEW) == ["一句话"]


def test_nothing_is_touched_while_it_is_just_being_renewed(store: Path,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    def impatient(database: str, key: bytes) -> Any:
        connection = keyed(database, key)
        connection.execute("PRAGMA busy_timeout = 1")
        return connection

    monkeypatch.setattr(renewed_file, "keyed", impatient)
    with renewed_file.held(store, OLD, lambda: None) as held:
        copy_pages(held, beside(store), NEW, lambda *_told: None)
        assert settle(store, OLD, lambda: True) is None
        assert beside(store).exists()
    throw_away(store)
    assert not beside(store).exists()
    throw_away(store)


def test_a_page_that_cannot_be_read_back_is_noticed(store: Path) -> None:
    rewritten(store)
    content = bytearray(beside(store).read_bytes())
    content[-100] ^= 1
    beside(store).write_bytes(content)
    assert not settled(beside(store), NEW)
