"""The server: many writers who take turns, and moments that several connections share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, Select, column, event, select, table, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from mediation_desk.store.engines.shared import Shared, engine_to

COUNT = text("SELECT count(*) FROM days")
SERVER = Shared()


@pytest.fixture
def engine(postgres_url: str) -> Iterator[Engine]:
    """A database with a table of three days."""
    made = engine_to(postgres_url)
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE days (seq BIGSERIAL PRIMARY KEY, word TEXT)"))
        connection.execute(text("INSERT INTO days (word) VALUES ('一'), ('二'), ('三')"))
    yield made
    made.dispose()


def write(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO days (word) VALUES ('四')"))


def test_an_address_is_taken_as_libpq_writes_it_with_a_password_beside_it() -> None:
    made = engine_to("postgresql://desk@server/office", password="湟水 7")
    assert (made.url.username, made.url.password, made.url.host, made.url.database) == (
        "desk", "湟水 7", "server", "office")


def test_a_reader_stays_at_its_moment_while_another_writes(engine: Engine) -> None:
    with SERVER.for_reading(engine).connect() as reader:
        assert reader.execute(COUNT).scalar_one() == 3
        write(engine)
        assert reader.execute(COUNT).scalar_one() == 3


def test_a_connection_that_comes_later_joins_the_moment_that_is_held(engine: Engine) -> None:
    with SERVER.fresh(engine, pytest.fail) as fresh, SERVER.held(fresh, damaged=False) as moment:
        write(engine)
        with fresh.connect() as late, fresh.connect() as now:
            SERVER.join(late, moment)
            SERVER.join(now, "")
            assert late.execute(COUNT).scalar_one() == 3
            assert now.execute(COUNT).scalar_one() == 4


def test_a_failure_apart_leaves_the_rest_of_the_reading_as_it_was(engine: Engine) -> None:
    with engine.connect() as connection:
        with pytest.raises(DBAPIError), SERVER.apart(connection):
            connection.execute(text("SELECT nothing FROM nowhere"))
        assert connection.execute(COUNT).scalar_one() == 3


def test_a_piece_after_a_piece_asks_the_server_for_nothing_but_itself(engine: Engine) -> None:
    """The first begins a savepoint, which lasts until something fails: after that there is a new one."""
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2].split()[0]))
    with engine.connect() as connection:
        for _ in range(3):
            with SERVER.apart(connection):
                connection.execute(COUNT)
        with pytest.raises(DBAPIError), SERVER.apart(connection):
            connection.execute(text("SELECT nothing FROM nowhere"))
        with SERVER.apart(connection):
            connection.execute(COUNT)
    assert asked == ["SAVEPOINT", "SELECT", "SELECT", "SELECT", "SELECT", "ROLLBACK", "SAVEPOINT", "SELECT"]


def test_a_turn_is_free_again_when_its_transaction_ends(engine: Engine) -> None:
    with engine.connect() as second:
        with engine.begin() as first:
            SERVER.wait_turn(first, 7)
            assert not SERVER.take_turn(second, 7)
            assert SERVER.take_turn(second, 8)
        assert SERVER.take_turn(second, 7)


def test_who_changes_tables_waits_for_nobody_when_nobody_is_at_it(engine: Engine) -> None:
    with engine.connect() as connection:
        SERVER.take_tables(connection, pytest.fail)


def test_rows_that_refer_to_nothing_are_found_at_once_when_asked(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE hours (day BIGINT REFERENCES days DEFERRABLE "
                                "INITIALLY DEFERRED)"))
        connection.execute(text("INSERT INTO hours (day) VALUES (4711)"))
        with pytest.raises(IntegrityError):
            SERVER.check_references(connection)


def test_counting_goes_on_after_the_rows_that_came_with_numbers(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE none (number BIGSERIAL PRIMARY KEY, word TEXT)"))
        connection.execute(text("INSERT INTO days (seq, word) VALUES (70, '七十')"))
        SERVER.continue_numbers(connection, {"days": "seq", "none": "number"})
        new = [connection.execute(text(f"INSERT INTO {name} (word) VALUES ('新') RETURNING *")).scalar_one()
               for name in ("days", "none")]
    assert new == [71, 1]


def test_cases_are_filed_and_found_by_whole_tokens_and_beginnings(engine: Engine) -> None:
    with engine.begin() as connection:
        SERVER.create_search(connection)
        SERVER.file(connection, [(1, ["zhaxi", "扎西"], "first"), (2, ["zhang"], "second"), (3, [], "third")])
        assert SERVER.filed(connection, 1) == (frozenset({"zhaxi", "扎西"}), "first")
        assert SERVER.filed(connection, 3) == (frozenset(), "third")
        assert SERVER.filed(connection, 4) is None

        def found(*wanted: list[tuple[str, bool]]) -> list[int]:
            rows: Select[tuple[int]] = select(column("rowid")).select_from(
                table("case_search")).where(SERVER.matching(wanted))
            return list(connection.scalars(rows.order_by(column("rowid"))))

        assert found([("zha", True)]) == [1, 2]
        assert found([("zha", False)]) == []
        assert found([("zha", True)], [("扎西", False), ("才让", False)]) == [1]


def test_what_the_server_keeps_its_tables_in_is_its_own_to_look_after(engine: Engine) -> None:
    assert SERVER.is_sound(engine, pytest.fail)
    with engine.connect() as connection:
        assert SERVER.size(connection) > 1 << 20
