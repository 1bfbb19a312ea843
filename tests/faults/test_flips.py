"""Bits flipped at random in the store's file, its rows, its key file and its backups: the verification always
comes to its end, and says what it found."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Connection, func, select, text, type_coerce, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.types import NullType

from mediation_desk.demonstration import streamers
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.store import Store, in_folder
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.vault.document import read_vault_text
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.keys import keys
from mediation_desk.store.verify.moment import Moment
from mediation_desk.store.verify.verify import verify
from tests import offices
from tests.faults.test_mutations import UNSEEN, fresh
from tests.offices import Office
from tests.postgres import PostgresServer
from tests.store.tampering import another, behind_the_back, busy_office, findings, opened_again, otherwise

FLIPS = int(os.environ.get("MEDIATION_DESK_FLIPS", "24"))  # of each kind; make soak asks for more than 200
SMALL = max(FLIPS, 200)  # of what is judged quickly by itself: the key file, a backup's manifest
WHOLE = FLIPS // 8  # of these before a verification of the whole store


@pytest.fixture(scope="module", params=["embedded", "shared"])
def busy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with busy_office(request, tmp_path_factory.mktemp("flips")) as office:
        yield office


def told(store: Store, desk: Desk) -> list[Finding]:
    found = [one for one in verify(store, desk.calendar) if isinstance(one, Finding)]
    for one in found:
        assert str(one.sentence(desk.zone))
    assert len({one.what for one in found}) == len(found)
    return found


def flip(file: Path, moment: random.Random, most: int = 3) -> None:
    content = bytearray(file.read_bytes())
    for _ in range(moment.randint(1, most)):
        content[moment.randrange(len(content))] ^= 1 << moment.randrange(8)
    file.write_bytes(content)


# The file


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Desk]]:
    """An embedded store that nobody has open, and the desk that made it."""
    folder = tmp_path_factory.mktemp("closed")

    class Embedded:
        param = "embedded"

    with busy_office(Embedded, folder) as office:  # type: ignore[arg-type]
        kept = another(office.first.store.opened)
        office.first.store.close()
        office.first.store.opened = kept
        yield folder / "office", office.first


def test_bits_flipped_in_pages_never_end_the_verification(closed: tuple[Path, Desk], tmp_path: Path,
                                                          moment: random.Random) -> None:
    """Most pages hold something: flipped bits in them are found. Unused ones hold nothing to find."""
    folder, desk = closed
    silent = 0
    for number in range(FLIPS):
        place = in_folder(shutil.copytree(folder, tmp_path / str(number)))
        flip(tmp_path / str(number) / "office.db", moment)
        store = opened_again(place, desk.store.opened)
        found = told(store, desk)
        store.close()
        silent += not found
        assert not found or Damage.FILE in {one.damage for one in found}
    assert silent <= FLIPS // 5


def test_a_file_that_is_cut_short_or_is_no_store_at_all(closed: tuple[Path, Desk], tmp_path: Path) -> None:
    folder, desk = closed
    whole = (folder / "office.db").read_bytes()
    for number, content in enumerate((b"", whole[:4096], whole[:len(whole) // 2], b"\0" * len(whole),
                                      whole[4096:], whole + whole[4096:8192])):
        place = in_folder(shutil.copytree(folder, tmp_path / str(number)))
        (tmp_path / str(number) / "office.db").write_bytes(content)
        store = opened_again(place, desk.store.opened)
        found = told(store, desk)
        store.close()
        assert found or content.startswith(whole), number


def knows_its_tables(store: Store) -> bool:
    """Whether the pages that name the tables can be read; without them nothing can."""
    try:
        with store.engine.connect() as connection:
            named = connection.scalar(text("SELECT count(*) FROM sqlite_master WHERE sql > ''"))
            return bool(named)
    except DBAPIError:
        return False


def test_a_page_lost_under_an_open_desk_leaves_the_rest_to_be_read(closed: tuple[Path, Desk],
                                                                   tmp_path: Path) -> None:
    """Page after page is made unreadable: what lies on it is named by its row, and an altered row on
    another page is named all the same."""
    folder, desk = closed
    pages = (folder / "office.db").stat().st_size // 4096
    named = 0
    for page in range(40, pages, max(1, pages // 12)):
        place = in_folder(shutil.copytree(folder, tmp_path / str(page)))
        store = opened_again(place, desk.store.opened)
        with store.engine.begin() as connection:
            connection.execute(text("UPDATE accounts SET name = name || 'x'"))
        store.close()
        store = opened_again(place, desk.store.opened)
        with (tmp_path / str(page) / "office.db").open("r+b") as file:
            file.seek(page * 4096 + 1000)
            file.write(b"damaged")
        found, whole = told(store, desk), knows_its_tables(store)
        store.close()
        accounts = [one for one in found if one.table == "accounts"]
        assert accounts if whole else {one.damage for one in found} == {Damage.FILE}, page
        named += any(one.damage is Damage.ROW_UNREADABLE or one.row for one in found
                     if one.table not in ("accounts", ""))
    assert named


# Rows


def random_place(desk: Desk, moment: random.Random) -> tuple[Column[Any], list[Any], Any]:
    """A column of some table, the conditions that name one of its rows, and what stands there."""
    with desk.store.engine.connect() as connection:
        tables = [table for table in metadata.sorted_tables
                  if connection.execute(select(func.count()).select_from(table)).scalar_one()]
        table = moment.choice(tables)
        row = moment.choice(connection.execute(select(table)).mappings().all())
    column = moment.choice(list(table.columns))
    return column, [key == row[key.name] for key in table.primary_key.columns], row[column.name]


def flipped(value: Any, moment: random.Random) -> tuple[str, Any]:
    """Another value, as SQLite takes any: (the SQL that makes it out of ``:value``, the value)."""
    if value is None:
        return ":value", moment.choice([0, "x", b"\xff"])
    if isinstance(value, int):
        return ":value", value ^ 1 << moment.randrange(40)
    content = bytearray(value if isinstance(value, bytes) else value.encode())
    if not content:
        return ":value", "x"
    content[moment.randrange(len(content))] ^= 1 << moment.randrange(8)
    return ":value" if isinstance(value, bytes) else "CAST(:value AS TEXT)", bytes(content)


def change(connection: Connection, column: Column[Any], here: list[Any], value: Any,
           moment: random.Random) -> None:
    if connection.dialect.name == "sqlite":
        while not flip_row(connection, column, here, moment):
            pass
        return
    if column.primary_key:
        values = {column.name: fresh(column, value)}
    else:
        values = {column.name: otherwise(column, value)}
    connection.execute(update(column.table).where(*here).values(values))


def flip_row(connection: Connection, column: Column[Any], here: list[Any], moment: random.Random) -> bool:
    """Whether another value stands there now: the database refuses one that is there twice."""
    standing = connection.execute(select(type_coerce(column, NullType())).where(*here)).scalar_one()
    made, other = flipped(standing, moment)
    try:
        with connection.begin_nested():
            connection.execute(update(column.table).where(*here).values(
                {column.name: text(made).bindparams(value=other)}))
    except IntegrityError:
        return False
    return True


NOTED = ("loose_facts", "fact")
"""A case may be noted as loose more than once, or be as it is packed; that one note is missed where it must
not be, is tried in test_mutations."""


def test_bits_flipped_in_rows_are_found(busy: Office, moment: random.Random) -> None:
    for _ in range(FLIPS):
        column, here, value = random_place(busy.first, moment)
        found = findings(busy.first, partial(change, column=column, here=here, value=value, moment=moment))
        assert found or (column.table.name, column.name) in {*UNSEEN, NOTED}, (str(column), value)
        assert len({one.what for one in found}) == len(found)


# The key file, and what lies among the backups


def test_bits_flipped_in_the_key_file_and_in_backups_never_end_it_either(busy: Office, tmp_path: Path,
                                                                         moment: random.Random) -> None:
    desk = busy.first
    upkeep.set_folder(desk, tmp_path)
    made = upkeep.back_up(desk).path
    try:
        for number in range(SMALL):
            for name in ("manifest.json", "keys"):
                kept = (made / name).read_bytes()
                flip(made / name, moment)
                if number < WHOLE:
                    upkeep.prove(desk)
                assert len(upkeep.listed(desk)) + len(upkeep.unreadable(desk)) <= 1  # 0: another store's
                upkeep._anchors(desk)  # what a verification asks of it
                (made / name).write_bytes(kept)
            _flip_vault(busy, moment, whole=number < WHOLE)
    finally:
        upkeep.set_folder(desk, None)


def _prove(desk: Desk, *, whole: bool) -> list[Finding]:
    """All of the verification; or that of the vault alone."""
    if whole:
        return upkeep.prove(desk)
    with Moment(desk.store) as at:
        return list(keys(desk.store, at))


def _said(content: str) -> object:
    """What the key file says: the last letter of a key has bits that mean nothing."""
    try:
        return read_vault_text(content)
    except DeskError:
        return content


def _flip_vault(busy: Office, moment: random.Random, *, whole: bool) -> None:
    folder = busy.place.folder
    if folder is None:
        with behind_the_back(busy.first) as connection:
            kept = connection.execute(text("SELECT content FROM vault")).scalar_one()
            content = list(kept)
            content[moment.randrange(len(content))] = chr(moment.randrange(32, 127))
            connection.execute(text("UPDATE vault SET content = :content"), {"content": "".join(content)})
        assert _said("".join(content)) == _said(kept) or _prove(busy.first, whole=whole)
        with behind_the_back(busy.first) as connection:
            connection.execute(text("UPDATE vault SET content = :content"), {"content": kept})
        return
    files = [folder / "office.vault", folder / "office.vault.copy"]
    before = files[0].read_bytes()
    for file in files[:moment.randint(1, 2)]:
        flip(file, moment)
    found = {one.damage for one in _prove(busy.first, whole=whole)}
    assert found & {Damage.VAULT, Damage.VAULT_COPY} or [file.read_bytes() for file in files] == [before] * 2
    for file in files:
        file.write_bytes(before)


# The pages of a server


def test_pages_damaged_at_a_server_leave_the_rest_to_be_read(postgres_server: PostgresServer,
                                                             tmp_path: Path) -> None:
    """PostgreSQL refuses pages whose checksums do not fit: what lies on them is named by its row, what lies
    elsewhere is read, and an altered setting is named besides."""
    url = postgres_server.url(postgres_server.create())
    with offices.office(offices.shared_place(url), tmp_path / "notes") as office:
        desk = office.first
        for _stop in streamers.walk(desk):
            pass
        files = {name: _file_of(desk, name) for name in ("parties", "element_entries", "journal", "papers")}
        with desk.store.engine.begin() as connection:
            connection.execute(text("UPDATE settings SET value = '7' WHERE name = 'office.copies'"))
            connection.execute(text("CHECKPOINT"))
        desk.store.engine.dispose()
        postgres_server.stop()
        for file in files.values():
            with (postgres_server.folder / "data" / file).open("r+b") as page:
                page.seek(4000)
                page.write(b"damaged")
        postgres_server.start()
        found = upkeep.prove(desk)
    tables = {one.table for one in found}
    assert {"parties", "element_entries", "journal", "papers", "settings"} <= tables
    assert Damage.ROW_UNREADABLE in {one.damage for one in found}
    assert len({one.what for one in found}) == len(found)
    postgres_server.drop(url.split("/")[-1].split("?")[0])


def _file_of(desk: Desk, table: str) -> str:
    where = text("SELECT pg_relation_filepath(:name)").bindparams(name=table)
    with desk.store.engine.connect() as connection:
        return str(connection.execute(where).scalar_one())
