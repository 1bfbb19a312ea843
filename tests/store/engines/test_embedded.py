"""The file: one writer, readers of one moment, and a copy of it that is whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, Select, column, select, table, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from mediation_desk.store.engines import embedded
from mediation_desk.store.engines.embedded import Embedded, engine_on, engine_on_copy

KEY = bytes(range(32))
COUNT = text("SELECT count(*) FROM days")
SQLITE = Embedded()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "days.db"


@pytest.fixture
def engine(file: Path) -> Iterator[Engine]:
    """A file with a table of three days."""
    made = engine_on(file, lambda: KEY)
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE days (seq INTEGER PRIMARY KEY, word TEXT)"))
        connection.execute(text("INSERT INTO days (word) VALUES ('一'), ('二'), ('三')"))
    yield made
    made.dispose()


def write(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO days (word) VALUES ('四')"))


def test_nothing_of_it_can_be_read_in_the_file(engine: Engine, file: Path) -> None:
    engine.dispose()
    content = file.read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert "二".encode() not in content


def test_a_reader_stays_at_its_moment_while_another_writes(engine: Engine) -> None:
    with SQLITE.for_reading(engine).connect() as reader:
        assert reader.execute(COUNT).scalar_one() == 3
        write(engine)
        assert reader.execute(COUNT).scalar_one() == 3


def test_a_second_writer_is_held_up_before_it_has_read_anything(engine: Engine) -> None:
    with engine.begin(), engine.connect() as second:
        second.connection.cursor().execute("PRAGMA busy_timeout = 0")
        with pytest.raises(OperationalError, match="locked"):
            second.begin()


def test_while_a_damaged_store_is_read_nobody_writes_and_otherwise_everybody_may(engine: Engine) -> None:
    other = engine.execution_options()
    with SQLITE.held(engine, damaged=False) as moment:
        assert moment == ""
        write(other)
    with SQLITE.held(engine, damaged=True), other.connect() as writer:
        writer.connection.cursor().execute("PRAGMA busy_timeout = 0")
        with pytest.raises(OperationalError, match="locked"):
            writer.begin()


def test_a_fresh_engine_is_closed_again(engine: Engine, file: Path) -> None:
    made = engine_on(file, lambda: KEY)
    with SQLITE.fresh(engine, lambda: made) as fresh:
        assert fresh is made
        with fresh.connect() as connection:
            SQLITE.touch(connection)
        pool = fresh.pool
    assert made.pool is not pool  # disposing makes another


def test_a_commit_that_is_refused_leaves_nothing_behind(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE owners (id INTEGER PRIMARY KEY)"))
        connection.execute(text("CREATE TABLE owned (owner INTEGER REFERENCES owners (id) "
                                "DEFERRABLE INITIALLY DEFERRED)"))
    for _ in range(2):  # the same connection serves again
        with pytest.raises(IntegrityError), Session(engine) as session:
            session.execute(text("INSERT INTO owned (owner) VALUES (7)"))
            session.commit()
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM owned")).scalar() == 0


def test_what_stands_in_a_field_is_read_even_when_it_is_no_text(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE days SET word = CAST(x'ff00' AS TEXT) WHERE seq = 2"))
        days = table("days", column("seq"), column("word"))
        found = connection.scalars(select(SQLITE.as_it_stands(days.c.word)).order_by(days.c.seq)).all()
    assert found == ["一".encode(), b"\xff\x00", "三".encode()]


def test_cases_are_filed_and_found_by_whole_tokens_and_beginnings(engine: Engine) -> None:
    with engine.begin() as connection:
        SQLITE.create_search(connection)
        SQLITE.file(connection, [(1, ["zhaxi", "扎西"], "first"), (2, ["zhang"], "second"), (3, [], "third")])
        assert SQLITE.filed(connection, 1) == (frozenset({"zhaxi", "扎西"}), "first")
        assert SQLITE.filed(connection, 3) == (frozenset(), "third")
        assert SQLITE.filed(connection, 4) is None

        def found(*wanted: list[tuple[str, bool]]) -> list[int]:
            rows: Select[tuple[int]] = select(column("rowid")).select_from(
                table("case_search")).where(SQLITE.matching(wanted))
            return list(connection.scalars(rows.order_by(column("rowid"))))

        assert found([("zha", True)]) == [1, 2]
        assert found([("zha", False)]) == []
        assert found([("zha", True)], [("扎西", False), ("才让", False)]) == [1]


def test_the_next_number_is_the_one_after_the_highest(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO days (seq, word) VALUES (70, '七十')"))
        SQLITE.continue_numbers(connection, {"days": "seq"})
        connection.execute(text("INSERT INTO days (word) VALUES ('七十一')"))
        assert connection.execute(text("SELECT max(seq) FROM days")).scalar_one() == 71


def test_whoever_writes_has_every_turn(engine: Engine) -> None:
    with engine.begin() as connection:
        SQLITE.wait_turn(connection, 7)
        assert SQLITE.take_turn(connection, 7)


def test_its_size_is_that_of_the_file(engine: Engine, file: Path) -> None:
    with engine.connect() as connection:
        told = SQLITE.size(connection)
    engine.dispose()  # the last one out writes the log back
    assert told == file.stat().st_size


def test_a_file_with_a_damaged_page_is_not_sound(engine: Engine, file: Path) -> None:
    assert SQLITE.is_sound(engine, lambda: engine_on(file, lambda: KEY))
    engine.dispose()
    content = bytearray(file.read_bytes())
    content[4096 + 100] ^= 1  # in the second page, which holds the days
    file.write_bytes(content)
    assert not SQLITE.is_sound(engine, lambda: engine_on(file, lambda: KEY))


def test_a_copy_holds_the_moment_at_which_it_was_begun_and_is_read_without_a_trace(
        engine: Engine, file: Path, tmp_path: Path) -> None:
    copy, steps = tmp_path / "copy" / "days.db", list[tuple[int, int]]()
    copy.parent.mkdir()
    source = engine.raw_connection()
    raw = source.driver_connection
    assert raw is not None
    raw.execute("BEGIN")
    assert raw.execute("SELECT count(*) FROM days").fetchone() == (3,)
    write(engine)
    embedded.copy_pages(raw, copy, KEY, lambda _status, left, total: steps.append((left, total)))
    raw.execute("ROLLBACK")
    source.close()
    assert steps[-1][0] == 0
    looked = engine_on_copy(copy, KEY)
    with looked.connect() as connection:
        assert connection.execute(COUNT).scalar_one() == 3
        assert embedded.is_whole(connection.connection.driver_connection)
        with pytest.raises(OperationalError, match="readonly"):
            connection.execute(text("DELETE FROM days"))
    looked.dispose()
    assert list(copy.parent.iterdir()) == [copy]


def test_a_file_is_asked_for_its_tables(engine: Engine, file: Path) -> None:
    engine.dispose()
    with closing(embedded.connect_to_copy(file, KEY)) as raw:
        assert embedded.has_table(raw, "days")
        assert not embedded.has_table(raw, "nights")


def test_the_driver_is_loaded_by_whoever_opens_a_file_first() -> None:
    """Tables and questions need none of it."""
    question = ("import sys, mediation_desk.store.tables.desk, mediation_desk.store.store;"
                "print('sqlcipher3' in sys.modules)")
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
