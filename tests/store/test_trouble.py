"""What a disk or a server does to a save is told in words, and a bug is never mistaken for it."""

from __future__ import annotations

import psycopg
import pytest
import sqlcipher3  # type: ignore[import-untyped]
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, ProgrammingError

from mediation_desk.library.words import Words
from mediation_desk.store.trouble import StoreTrouble, told_in_words

FILE = sqlcipher3.OperationalError


def refused(trouble: BaseException, kind: type[DBAPIError] = OperationalError, *,
            lost: bool = False) -> DBAPIError:
    """The engine's word as SQLAlchemy hands it on."""
    return kind("INSERT", {}, trouble, connection_invalidated=lost)


@pytest.mark.parametrize(("trouble", "said"), [
    (FILE("database or disk is full"), "disk is full"), (FILE("disk I/O error"), "may not be written"),
    (FILE("attempt to write a readonly database"), "may not be written"),
    (FILE("unable to open database file"), "may not be written"), (FILE("database is locked"), "is busy"),
    (sqlcipher3.DatabaseError("database disk image is malformed"), "file is damaged"),
    (sqlcipher3.DatabaseError("file is not a database"), "file is damaged"),
    (psycopg.errors.DiskFull("could not extend file: No space left on device"), "disk is full"),
    (psycopg.errors.AdminShutdown("terminating connection"), "was lost"),
    (psycopg.OperationalError("server closed the connection unexpectedly"), "was lost"),
    (psycopg.OperationalError("connection failed: Connection refused"), "was lost"),
    (psycopg.errors.LockNotAvailable("canceling statement due to lock timeout"), "is busy"),
    (psycopg.errors.DeadlockDetected("deadlock detected"), "is busy"),
])
def test_what_the_engine_says_is_said_in_words_that_help(trouble: BaseException, said: str) -> None:
    with pytest.raises(StoreTrouble, match=said) as told, told_in_words():
        raise refused(trouble)
    assert isinstance(told.value.__cause__, DBAPIError), "the log keeps the engine's own words"
    assert Words.of("zh_CN").sentence(told.value.sentence) != str(told.value)


def test_a_connection_that_broke_is_lost_whatever_it_says() -> None:
    with pytest.raises(StoreTrouble, match="was lost"), told_in_words():
        raise refused(psycopg.OperationalError("SSL error"), lost=True)


def test_no_word_of_what_was_being_saved_is_in_the_sentence() -> None:
    with pytest.raises(StoreTrouble) as told, told_in_words():
        raise OperationalError("INSERT INTO parties", {"name": "马晓岚"}, FILE("database is locked"))
    assert "马晓岚" not in str(told.value) and "INSERT" not in str(told.value)


@pytest.mark.parametrize("bug", [
    refused(sqlcipher3.IntegrityError("UNIQUE constraint failed: accounts.id"), IntegrityError),
    refused(psycopg.errors.UndefinedTable('relation "x" does not exist'), ProgrammingError),
    KeyError("x"), ZeroDivisionError()])
def test_a_bug_passes_as_it_is(bug: Exception) -> None:
    with pytest.raises(type(bug)) as told, told_in_words():
        raise bug
    assert told.value is bug


def test_where_nothing_is_wrong_nothing_is_said() -> None:
    with told_in_words():
        pass
