"""The ground that all tests stand on: homes apart, strays and warnings caught, a PostgreSQL that restarts."""

import logging
import os
import tempfile
import threading
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, select, text

from mediation_desk.store import schema
from tests.conftest import LogWatch, _started_since
from tests.ground import ground
from tests.postgres import PostgresServer
from tests.statements import compiled_once, migrated_once


def test_each_test_has_an_empty_home(home: Path) -> None:
    assert Path.home() == home
    assert not [one for one in home.rglob("*") if one.is_file()]
    assert os.environ["XDG_CONFIG_HOME"].startswith(str(home))


def test_a_warning_nobody_expected_is_caught_and_an_expected_one_is_not() -> None:
    watch = LogWatch()
    watch.expect("holiday table of 2031")
    for words in ("no holiday table of 2031", "the vault is open"):
        watch.emit(logging.LogRecord("desk", logging.WARNING, "", 0, words, None, None))
    assert watch.unexpected() == ["WARNING desk: the vault is open"]


def test_the_watch_hears_every_logger(logs: LogWatch) -> None:
    logs.expect("a warning of this test")
    logging.getLogger("mediation_desk.anything").warning("a warning of this test")
    assert len(logs.records) == 1


def test_a_thread_left_running_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.conftest.PATIENCE", 0.05)
    before = set(threading.enumerate())
    enough = threading.Event()
    stray = threading.Thread(target=enough.wait, name="stray")
    stray.start()
    assert [one.name for one in _started_since(before)] == ["stray"]
    enough.set()
    stray.join()
    assert _started_since(before) == []


def test_each_database_is_new_and_keeps_chinese(postgres_server: PostgresServer) -> None:
    first, second = postgres_server.create(), postgres_server.create()
    with psycopg.connect(postgres_server.conninfo(first)) as connection:
        connection.execute("CREATE TABLE words (word text)")
        connection.execute("INSERT INTO words VALUES ('调解协议书')")
    with psycopg.connect(postgres_server.conninfo(first)) as connection:
        assert connection.execute("SELECT word, length(word) FROM words").fetchall() == [("调解协议书", 5)]
    with psycopg.connect(postgres_server.conninfo(second)) as connection:
        assert connection.execute("SELECT to_regclass('words')").fetchone() == (None,)
    postgres_server.drop(first)
    postgres_server.drop(second)


def test_a_database_is_copied_with_all_it_holds(postgres_server: PostgresServer) -> None:
    template = postgres_server.create()
    with psycopg.connect(postgres_server.conninfo(template)) as connection:
        connection.execute("CREATE TABLE cases AS SELECT 7 AS number")
    copy = postgres_server.create(template)
    with psycopg.connect(postgres_server.conninfo(copy)) as connection:
        assert connection.execute("SELECT number FROM cases").fetchone() == (7,)
    postgres_server.drop(copy)
    postgres_server.drop(template)


def test_a_server_switched_off_keeps_what_was_committed(postgres_server: PostgresServer) -> None:
    name = postgres_server.create()
    connection = psycopg.connect(postgres_server.conninfo(name))
    connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
    connection.commit()
    connection.execute("INSERT INTO kept VALUES (2)")
    postgres_server.restart("immediate")
    with pytest.raises(psycopg.OperationalError):
        connection.execute("SELECT 1")
    connection.close()
    with psycopg.connect(postgres_server.conninfo(name)) as again:
        assert again.execute("SELECT one FROM kept").fetchall() == [(1,)]
    postgres_server.drop(name)


def test_files_lie_on_the_disk_where_memory_is_missing_or_small(tmp_path: Path) -> None:
    disk = Path(tempfile.gettempdir())
    assert ground(tmp_path, room=1) == tmp_path
    assert ground(tmp_path, room=1 << 60) == disk
    assert ground(tmp_path / "nowhere") == disk


def test_a_statement_is_compiled_once_for_all_stores_of_a_kind_and_answers_from_each(tmp_path: Path) -> None:
    """Two stores with another number each, asked the same, and one of the two asked something else."""
    numbers = Table("numbers", MetaData(), Column("number", Integer))
    with compiled_once() as kept:
        for number in (3, 4):
            engine = create_engine(f"sqlite:///{tmp_path / str(number)}")
            numbers.create(engine)
            with engine.connect() as connection:
                connection.execute(numbers.insert().values(number=number))
                assert connection.execute(select(numbers)).scalar_one() == number
            compiled = len(kept)
            engine.dispose()
        with create_engine(f"sqlite:///{tmp_path / 'third'}").connect() as connection:
            assert connection.execute(select(text("5"))).scalar_one() == 5
            assert len(kept) == compiled + 1
            connection.engine.dispose()
    assert compiled == 2  # to put in, and to ask


def migrated(*steps: str) -> list[object]:
    """What stands in a store of SQLite's that was empty, once it has gone through these revisions."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        for step in steps:
            schema.upgrade(connection, b"key", step)
        stands = ("SELECT type, name, sql FROM sqlite_master ORDER BY name", "SELECT * FROM journal_head",
                  "SELECT * FROM alembic_version", "SELECT * FROM case_search_form")
        said: list[object] = [row for one in stands for row in connection.exec_driver_sql(one)]
    engine.dispose()
    return said


def test_an_empty_store_that_is_told_what_the_first_was_told_is_the_same() -> None:
    with migrated_once() as kept:
        first, second = migrated("head"), migrated("head")
        assert len(kept) == 1 and first == second and len(first) > 100


def test_a_store_of_an_earlier_program_is_always_migrated() -> None:
    with migrated_once() as kept:
        assert migrated("0001", "head")[-3:] == migrated("0001", "head")[-3:]
        assert [to for *_others, to in kept] == ["0001"]


def test_sqlalchemy_opens_the_url(postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    with engine.connect() as connection:
        assert connection.execute(text("SHOW server_encoding")).scalar() == "UTF8"
    engine.dispose()
