"""What a database is called and how it is spoken to is known in one room of the house alone."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import BigInteger, Column, Engine, Index, Integer, MetaData, Table, create_mock_engine
from sqlalchemy.engine.mock import MockConnection
from sqlalchemy.exc import OperationalError

from mediation_desk.store.engines.database import Database, Refusal
from mediation_desk.store.engines.kinds import DATABASES, database_of, only_where, refusal, running_number
from tests.offices import Office

HOUSE = Path(__file__).parents[3] / "mediation_desk"
AT_HOME = ("store/engines/", "store/migrations/versions/")  # migrations stay what they were when released
SPEECH = re.compile(r"sqlite|sqlcipher|postgres|psycopg|\bpragma\b|\bpg_|tsvector|tsquery|fts5", re.I)
TYPED = "://"  # an address as a person types it, shown for an example
QUESTIONS = sorted(name for name, said in vars(Database).items()
                   if inspect.isfunction(said) and not name.startswith("_"))


def spoken(source: str) -> Iterator[str]:
    """What the source says to one database, with its line; what it says about one in words is free."""
    tree = ast.parse(source)
    words = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(said)) if id(node) not in words and TYPED not in said:
                heard = said
            case ast.Import() | ast.ImportFrom():
                heard = ast.unparse(node)
            case ast.keyword(arg=str(name)):
                heard = name
            case ast.Attribute(attr="dialect") | ast.Attribute(value=ast.Name("dialect"), attr="name"):
                yield f"{node.lineno}: asks for the dialect"
                continue
            case _:
                continue
        if SPEECH.search(heard):
            yield f"{getattr(node, 'lineno', '?')}: {heard}"


def test_no_other_room_speaks_to_one_kind_of_database() -> None:
    rooms = {path.relative_to(HOUSE).as_posix(): path for path in HOUSE.rglob("*.py")}
    heard = {name: list(spoken(path.read_text("utf-8"))) for name, path in rooms.items()
             if not name.startswith(AT_HOME)}
    assert {name: lines for name, lines in heard.items() if lines} == {}


@pytest.mark.parametrize("source", [
    'if connection.dialect.name == "sqlite": pass', "made = dialect.name", "import sqlcipher3",
    "from sqlalchemy.dialects import postgresql", 'text("PRAGMA foreign_keys = OFF")',
    'text(f"SELECT pg_try_advisory_xact_lock({number})")', "Index('x', sqlite_where=old)"])
def test_such_speech_is_heard(source: str) -> None:
    assert list(spoken(source))


def test_words_about_a_database_are_no_speech() -> None:
    assert not list(spoken('"""SQLite has one writer."""\nLIKE = "postgresql://desk@server/office"  # pg_x'))


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("database", DATABASES.values(), ids=DATABASES.keys())
def test_every_database_answers_every_question_itself(database: Database, question: str) -> None:
    """Not by the empty body of the question."""
    assert getattr(type(database), question) is not getattr(Database, question)


def test_a_store_is_known_by_its_engine_and_by_its_connections(office: Office) -> None:
    engine: Engine = office.first.store.engine
    with engine.connect() as connection:
        assert database_of(connection) is database_of(engine)
    assert database_of(engine).is_file is (office.place.folder is not None)


@pytest.mark.parametrize("name", DATABASES)
def test_an_index_of_some_rows_and_a_running_number_are_said_in_every_dialect(name: str) -> None:
    said: list[str] = []
    engine: MockConnection = create_mock_engine(f"{name}://", lambda made, *_, **__: said.append(
        " ".join(str(made.compile(dialect=engine.dialect)).split())))
    days = Table("days", MetaData(), Column("seq", running_number(), primary_key=True), Column("on", Integer))
    Index("ix_days_on", days.c.on, **only_where(days.c.on > 7))
    days.create(engine, checkfirst=False)
    assert said[1].endswith('WHERE "on" > 7')
    number = {"sqlite": "INTEGER", "postgresql": "BIGSERIAL"}[name]
    assert f"seq {number} NOT NULL" in said[0]
    assert isinstance(running_number(), BigInteger)


class Answer(Exception):
    """What a driver raises, with the code of the standard or without."""

    def __init__(self, said: str, sqlstate: str | None = None) -> None:
        super().__init__(said)
        if sqlstate:
            self.sqlstate = sqlstate


@pytest.mark.parametrize(("answer", "lost", "why"), [
    (Answer("database or disk is full"), False, Refusal.FULL),
    (Answer("could not extend file", "53100"), False, Refusal.FULL),
    (Answer("PANIC: could not write: No space left on device", "53100"), True, Refusal.FULL),
    (Answer("attempt to write a readonly database"), False, Refusal.CLOSED),
    (Answer("cannot execute UPDATE in a read-only transaction", "25006"), False, Refusal.CLOSED),
    (Answer("database is locked"), False, Refusal.BUSY),
    (Answer("deadlock detected", "40P01"), False, Refusal.BUSY),
    (Answer("database disk image is malformed"), False, Refusal.DAMAGED),
    (Answer("malformed message", "08P01"), False, Refusal.GONE),
    (Answer("terminating connection due to administrator command", "57P01"), False, Refusal.GONE),
    (Answer("connection failed: Connection refused"), False, Refusal.GONE),
    (Answer("whatever was said last"), True, Refusal.GONE),
    (Answer('column "nothing" does not exist', "42703"), False, None),
    (Answer("no such column: nothing"), False, None),
], ids=lambda value: str(value))
def test_why_a_database_refused_is_known_whichever_it_was(answer: Answer, lost: bool,
                                                          why: Refusal | None) -> None:
    assert refusal(OperationalError("INSERT", {}, answer, connection_invalidated=lost)) is why
