"""One moment is read on whatever breaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import Connection, event, text

from mediation_desk.store.verify import moment as moments
from mediation_desk.store.verify.moment import Moment, Unreadable
from tests.offices import Office

COUNT = text("SELECT count(*) FROM settings")


def test_what_breaks_inside_an_attempt_leaves_the_moment_as_it_was(busy: Office) -> None:
    """A mistake of the engine's, one of ours, and a value that is none: the next attempt reads on."""
    with Moment(busy.first.store) as moment:
        with moment.attempt() as connection:
            before = connection.execute(COUNT).scalar_one()
        with pytest.raises(Unreadable), moment.attempt() as connection:
            connection.execute(text("SELECT nothing FROM nowhere"))
        with pytest.raises(Unreadable), moment.attempt():
            raise KeyError("whatever")
        with moment.attempt() as connection:
            assert connection.execute(COUNT).scalar_one() == before


def test_the_moment_stays_the_same_while_others_write_and_after_an_error(busy: Office) -> None:
    with Moment(busy.first.store) as moment:
        with moment.attempt() as connection:
            before = connection.execute(COUNT).scalar_one()
        with busy.first.work("edit") as work:
            work.settings.write({f"trial.{before}": 1})
            work.commit()
        with pytest.raises(Unreadable), moment.attempt():
            raise ValueError
        with moment.attempt() as connection:
            assert connection.execute(COUNT).scalar_one() == before


def test_a_connection_that_is_lost_at_a_server_is_replaced_within_the_same_moment(busy: Office) -> None:
    if busy.place.folder is not None:
        pytest.skip("a file has no server")
    with Moment(busy.first.store) as moment:
        with moment.attempt() as connection:
            before = connection.execute(COUNT).scalar_one()
        with busy.first.work("edit") as work:
            work.settings.write({f"trial.{before}": 1})
            work.commit()
        with busy.first.store.engine.connect() as other, pytest.raises(Unreadable), \
                moment.attempt() as connection:
            mine = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
            other.execute(text("SELECT pg_terminate_backend(:mine)"), {"mine": mine})
            connection.execute(COUNT)
        with moment.attempt() as connection:
            assert connection.execute(COUNT).scalar_one() == before
            assert connection.execute(text("SELECT pg_backend_pid()")).scalar_one() != mine


def test_damaged_rows_are_found_by_halving_and_the_others_are_read(busy: Office) -> None:
    """Of 1,000 numbers three cannot be read: at most some twenty attempts for each of them."""
    damaged, asked = {17, 500, 999}, 0

    def read(_connection: Connection, numbers: Sequence[int]) -> list[tuple[int, Any]]:
        nonlocal asked
        asked += 1
        if damaged & set(numbers):
            raise ValueError
        return [(number, str(number)) for number in numbers]

    with Moment(busy.first.store) as moment:
        found = dict(moment.each("settings", range(1000), read))
    assert {number for number, row in found.items() if row is None} == damaged
    assert len(found) == 1000
    assert asked < 70


def test_a_table_that_is_damaged_all_over_is_let_be_after_some_rows(
        busy: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "PATIENCE", 5)

    def read(_connection: Connection, _numbers: Sequence[int]) -> list[tuple[int, Any]]:
        raise ValueError

    with Moment(busy.first.store) as moment:
        found = list(moment.each("settings", range(1000), read))
        assert len(found) == 5
        assert moment.worn("settings")
        assert not moment.worn("journal")


def impatient(connection: Any, _record: object, _proxy: object) -> None:
    """Whoever sits there does not wait for another's lock."""
    connection.execute("PRAGMA busy_timeout = 1")


def test_writers_of_a_damaged_file_wait_until_it_is_read(busy: Office) -> None:
    """Connections are replaced then, and none of them could join the moment of the one before."""
    if busy.place.folder is None:
        pytest.skip("at a server a snapshot is shared")
    engine = busy.first.store.engine
    with Moment(busy.first.store, damaged=True) as moment:
        event.listen(engine, "checkout", impatient)
        with pytest.raises(Exception, match="locked"), engine.connect() as connection:
            connection.execute(COUNT)
        event.remove(engine, "checkout", impatient)
        with moment.attempt() as connection:
            assert connection.execute(COUNT).scalar_one()
    engine.dispose()
    with engine.connect() as connection:
        connection.execute(COUNT)
