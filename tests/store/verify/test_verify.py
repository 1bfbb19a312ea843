"""Nothing in the store changes behind the journal's back without being found, by row and by day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from msgspec import structs
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Executable,
    LargeBinary,
    Table,
    Text,
    Uuid,
    delete,
    insert,
    literal_column,
    select,
    text,
    update,
)

from mediation_desk.demonstration import streamers
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.intake import registering
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.pace import Stopped
from mediation_desk.store.tables.columns import Instant, MoneyFen, RoleSet, TermText, metadata
from mediation_desk.store.tables.desk import journal, journal_head
from mediation_desk.store.verify.findings import Damage, Finding
from tests import offices
from tests.offices import Office

DAY = "2025-01-20"
JOURNALED = (
    "accounts", "agreements", "attendees", "case_key_wraps", "cases", "claims", "element_entries", "exhibits",
    "instalment_shares", "instalments", "offers", "parties", "payments", "return_visits", "sealed_items",
    "sessions", "settings", "shares")


@pytest.fixture(scope="module", params=["embedded", "shared"])
def busy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office on each engine with a closed case, an open one and evidence; tests mend what they damage."""
    folder = tmp_path_factory.mktemp("verify")
    server = request.getfixturevalue("postgres_server") if request.param == "shared" else None
    name = server.create() if server else ""
    place = offices.shared_place(server.url(name)) if server else offices.embedded_place(folder)
    with offices.office(place, folder / "notes") as made:
        for _stop in streamers.walk(made.first):
            pass
        opened = registering.register(made.first, registering.IntakeDraft(date(2025, 1, 15), parties=[
            registering.PartyDraft(Role.APPLICANT, "扎西东智")])).result
        assert opened
        (folder / "录音.m4a").write_bytes(b"sound" * 100_000)
        filing.add_files(made.first, opened, [folder / "录音.m4a"])
        yield made
    if server:
        server.drop(name)


@contextmanager
def behind_the_back(desk: Desk) -> Iterator[Connection]:
    """A connection of somebody who has the store open, and no respect for its rules."""
    engine = desk.store.engine
    careless = ("PRAGMA foreign_keys = OFF" if engine.dialect.name == "sqlite"
                else "SET session_replication_role = replica")
    with engine.connect() as connection:
        connection.connection.cursor().execute(careless)
        connection.connection.commit()
        yield connection
        connection.commit()
        connection.invalidate()  # nobody else works carelessly


def findings(desk: Desk, change: Callable[[Connection], object]) -> list[Finding]:
    """What a verification finds after the change; the store is as before afterwards."""
    with behind_the_back(desk) as connection:
        kept = {table: [dict(row._mapping) for row in connection.execute(select(table))]
                for table in metadata.sorted_tables}
    try:
        with behind_the_back(desk) as connection:
            change(connection)
        return upkeep.prove(desk)
    finally:
        with behind_the_back(desk) as connection:
            for table, rows in kept.items():
                connection.execute(delete(table))
                if rows:
                    connection.execute(insert(table), rows)


def tamper(connection: Connection, table: Table, key: Any, column: Column[Any]) -> None:
    """Make a field something else, by as little as its kind allows."""
    name = key_of(table)
    value = connection.execute(select(column).where(name == key)).scalar_one()
    if isinstance(column.type, Text | TermText | RoleSet):
        changed: Any = literal_column(f"coalesce({table.name}.\"{column.name}\", '') || 'x'")
    else:
        changed = _otherwise(column, value)
    connection.execute(update(table).where(name == key).values({column.name: changed}))


def _otherwise(column: Column[Any], value: Any) -> Any:
    kind = column.type
    if isinstance(kind, LargeBinary):
        return bytes([value[0] ^ 1]) + value[1:] if value else b"x"
    if isinstance(kind, Uuid):
        return UUID(int=(value.int ^ 1) if value else 7)
    if isinstance(kind, Instant | DateTime):
        moment = value or datetime(2025, 1, 20, tzinfo=UTC if isinstance(kind, Instant) else None)
        return moment + timedelta(milliseconds=1)
    if isinstance(kind, Date):
        return (value or date(2025, 1, 20)) + timedelta(days=1)
    if isinstance(kind, Boolean):
        return not value
    return Money((value or ZERO).fen + 1) if isinstance(kind, MoneyFen) else (value or 0) + 1


def run(connection: Connection, statement: Executable) -> None:
    connection.execute(statement)


def key_of(table: Table) -> Column[Any]:
    (key,) = table.primary_key.columns
    return key


def keys(desk: Desk, table: Table) -> list[Any]:
    with behind_the_back(desk) as connection:
        return list(connection.scalars(select(key_of(table)).order_by(key_of(table))))


def named(found: list[Finding], *damages: Damage) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(one.table, one.row, one.fields) for one in found if one.damage in damages}


def test_a_whole_store_is_found_whole(busy: Office) -> None:
    assert upkeep.prove(busy.first) == []


def test_every_field_of_every_journaled_row_is_watched(busy: Office) -> None:
    """Field by field in all tables at once: the 1st of each, the 2nd of each ... each in another row."""
    rows = {table: keys(busy.first, table) for table in (metadata.tables[name] for name in JOURNALED)}
    columns = {table: [c for c in table.columns if c is not key_of(table)] for table in rows}
    for number in range(max(map(len, columns.values()))):
        hit = [(table, rows[table][number % len(rows[table])], columns[table][number])
               for table in rows if number < len(columns[table])]

        def change(connection: Connection, hit: list[tuple[Table, Any, Column[Any]]] = hit) -> None:
            for table, key, column in hit:
                tamper(connection, table, key, column)

        found = findings(busy.first, change)
        told = {(one.table, one.row) for one in found}
        assert {(table.name, str(key)) for table, key, _ in hit} <= told, number
        altered = named(found, Damage.ROW_ALTERED)
        expected = {(t.name, str(k), (c.name,)) for t, k, c in hit if c.name != "case_id"}
        assert altered == expected, number


def test_every_removed_row_is_missed(busy: Office) -> None:
    tables = [metadata.tables[name] for name in JOURNALED]
    gone = {table: keys(busy.first, table)[-1] for table in tables}

    def change(connection: Connection) -> None:
        for table, key in gone.items():
            connection.execute(delete(table).where(key_of(table) == key))

    found = findings(busy.first, change)
    missing = {(one.table, one.row) for one in found if one.damage is Damage.ROW_MISSING}
    assert missing == {(table.name, str(key)) for table, key in gone.items()}
    (party,) = (one for one in found if one.damage is Damage.ROW_MISSING and one.table == "parties")
    assert str(party.sentence(busy.first.zone)).endswith(f"its last entry in the journal is of {DAY}.")


def test_a_row_put_in_from_outside_is_a_stranger(busy: Office) -> None:
    claims = metadata.tables["claims"]
    stranger = UUID(int=99)

    def change(connection: Connection) -> None:
        row = connection.execute(select(claims)).mappings().first()
        assert row
        connection.execute(insert(claims).values({**row, "id": stranger}))

    (one,) = named(findings(busy.first, change), Damage.ROW_UNKNOWN)
    assert one == ("claims", str(stranger), ())


def test_a_case_put_in_from_outside_is_a_stranger_with_all_its_rows(busy: Office) -> None:
    cases, parties = metadata.tables["cases"], metadata.tables["parties"]
    case_id, party_id = UUID(int=98), UUID(int=97)

    def change(connection: Connection) -> None:
        case = connection.execute(select(cases)).mappings().first()
        party = connection.execute(select(parties)).mappings().first()
        assert case
        assert party
        connection.execute(insert(cases).values({**case, "id": case_id}))
        connection.execute(insert(parties).values({**party, "id": party_id, "case_id": case_id}))

    strangers = named(findings(busy.first, change), Damage.ROW_UNKNOWN)
    assert strangers == {("cases", str(case_id), ()), ("parties", str(party_id), ())}


@pytest.mark.parametrize("field", ["at", "work_id", "account_id", "case_id", "verb", "undoes", "table_name",
                                   "row_id", "action", "changes", "hash"])
def test_every_field_of_the_journal_is_watched(busy: Office, field: str) -> None:
    seq = keys(busy.first, journal)[40]
    found = findings(busy.first, lambda c: tamper(c, journal, seq, journal.c[field]))
    (one,) = (one for one in found if one.damage is Damage.JOURNAL)
    assert one.row == str(seq)
    assert f"row {seq}, written on {DAY}" in str(one.sentence(busy.first.zone))


@pytest.mark.parametrize("which", [0, 40, -1])
def test_a_removed_row_of_the_journal_is_missed(busy: Office, which: int) -> None:
    seq = keys(busy.first, journal)[which]
    found = findings(busy.first, lambda c: c.execute(delete(journal).where(journal.c.seq == seq)))
    assert str(seq) in {one.row for one in found if one.damage in (Damage.JOURNAL, Damage.JOURNAL_END)}


def test_an_end_cut_off_with_its_head_is_betrayed_by_the_rows_and_by_a_backup(busy: Office,
                                                                             tmp_path: Path) -> None:
    """Whoever cuts the journal and sets its head back leaves rows that the rest does not explain; whoever
    takes those back as well is betrayed by a backup, which knows how far the journal once was."""
    desk = busy.first
    made = upkeep.back_up(desk, tmp_path)
    seqs = keys(desk, journal)
    cut = seqs[-9]

    def change(connection: Connection) -> None:
        last = connection.execute(select(journal.c.hash).where(journal.c.seq == cut)).scalar_one()
        connection.execute(delete(journal).where(journal.c.seq > cut))
        connection.execute(update(journal_head).values(seq=cut, hash=last))

    found = findings(desk, change)
    assert {one.damage for one in found} >= {Damage.ROW_UNKNOWN}
    assert not {one.damage for one in found} & {Damage.JOURNAL, Damage.JOURNAL_END, Damage.ROLLED_BACK}
    upkeep.set_folder(desk, made.path.parent)
    rolled = [one for one in findings(desk, change) if one.damage is Damage.ROLLED_BACK]
    assert [one.row for one in rolled] == [str(made.journal_seq)]
    upkeep.set_folder(desk, None)


def test_lists_and_agenda_that_do_not_fit_their_case_are_found(busy: Office) -> None:
    case_rows, agenda = metadata.tables["case_rows"], metadata.tables["agenda_rows"]
    for table in (case_rows, agenda):
        row = keys(busy.first, table)[0]
        for column in table.columns:
            if column.name in ("seq", "case_id"):
                continue
            found = findings(busy.first, partial(tamper, table=table, key=row, column=column))
            assert [one.damage for one in found] == [Damage.LIST], column
        gone = partial(run, statement=delete(table).where(table.c.seq == row))
        assert [one.damage for one in findings(busy.first, gone)] == [Damage.LIST]


def test_a_frozen_paper_and_evidence_are_held_to_their_hashes(busy: Office) -> None:
    papers, chunks = metadata.tables["papers"], metadata.tables["evidence_chunks"]

    def scratch(connection: Connection, table: Table, column: str) -> None:
        (content,) = connection.scalars(select(table.c[column]).limit(1))
        flipped = content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]
        connection.execute(update(table).where(table.c[column] == content).values({column: flipped}))

    found = findings(busy.first, lambda c: scratch(c, papers, "pdf"))
    assert [one.damage for one in found] == [Damage.PAPER, Damage.PAPER]
    assert DAY in str(found[0].sentence(busy.first.zone))
    found = findings(busy.first, lambda c: scratch(c, chunks, "data"))
    assert [one.damage for one in found] == [Damage.EVIDENCE, Damage.EVIDENCE]
    for table, damage in ((papers, Damage.PAPER), (chunks, Damage.EVIDENCE)):
        found = findings(busy.first, partial(run, statement=delete(table)))
        assert {one.damage for one in found} == {damage}


def test_a_field_that_is_no_value_of_its_kind_is_told_like_any_other(busy: Office) -> None:
    """SQLite takes any text for a date or a key; reading it must not end the verification."""
    if busy.place.folder is None:
        pytest.skip("PostgreSQL refuses such a value itself")
    for table, field in (("cases", "received_on"), ("parties", "birth_date"), ("parties", "acts_for"),
                         ("payments", "amount"), ("accounts", "created_at")):
        key = keys(busy.first, metadata.tables[table])[0]
        statement = text(f"UPDATE {table} SET {field} = 'x' || coalesce({field}, '') WHERE id = :key")
        found = findings(busy.first, partial(run, statement=statement.bindparams(key=key.hex)))
        assert (table, str(key), (field,)) in named(found, Damage.ROW_ALTERED)
    statement = text("UPDATE journal SET at = 'x' || at WHERE seq = 41")
    found = findings(busy.first, lambda c: c.execute(statement))
    assert [(one.damage, one.row) for one in found] == [(Damage.JOURNAL, "41")]


def test_a_damaged_page_of_the_file_is_found(busy: Office, tmp_path: Path) -> None:
    """One bit in a page of a copy of the file: SQLCipher authenticates each page."""
    if busy.place.folder is None:
        pytest.skip("there is no file")
    upkeep.restore(upkeep.back_up(busy.first, tmp_path).path, "chen", offices.PASSWORD,
                   offices.embedded_place(tmp_path), busy.around)
    file = tmp_path / "office" / "office.db"
    with file.open("r+b") as content:
        content.seek(file.stat().st_size // 4096 // 2 * 4096 + 100)
        byte = content.read(1)
        content.seek(-1, 1)
        content.write(bytes([byte[0] ^ 1]))
    copy = replace(busy, place=offices.embedded_place(tmp_path), opened=[])
    desk = copy.desk()
    try:
        with closing(upkeep.proving(desk)) as seen:
            assert Finding(Damage.FILE) in list(islice(seen, 1))
    finally:
        desk.store.close()


def test_keys_that_somebody_put_into_the_vault_are_found(busy: Office) -> None:
    desk, place = busy.first, busy.place
    vault = place.vault.read()
    entry = structs.replace(vault.entries[0], public_key=b"\x09" * 32)
    place.vault.write(vault.with_entry(entry))
    try:
        found = upkeep.prove(desk)
    finally:
        place.vault.write(vault)
    assert [(one.damage, one.row) for one in found] == [(Damage.ACCOUNT, str(entry.account_id))]
    assert upkeep.prove(desk) == []


def test_a_verification_goes_in_slices_and_can_be_left(busy: Office) -> None:
    seen: list[tuple[int, int]] = []
    upkeep.prove(busy.first, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] > 0
    assert seen == sorted(seen)
    with pytest.raises(Stopped):
        upkeep.prove(busy.first, cancelled=lambda: True)
    slices = upkeep.proving(busy.first)
    next(slices)
    slices.close()
    registering.register(busy.first, registering.IntakeDraft(date(2025, 1, 15)))  # nobody was held up
    assert upkeep.prove(busy.first) == []


def test_after_a_restoring_the_backups_it_left_behind_are_no_reproach(busy: Office, tmp_path: Path) -> None:
    """Restored to an older day knowingly, with the newer backups still in the folder."""
    desk = busy.first
    (tmp_path / "stick").mkdir()
    upkeep.set_folder(desk, tmp_path / "stick")
    old = upkeep.back_up(desk).path
    registering.register(desk, registering.IntakeDraft(date(2025, 1, 15)))
    upkeep.back_up(desk)
    upkeep.restore(old, "chen", offices.PASSWORD, offices.embedded_place(tmp_path), busy.around)
    upkeep.set_folder(desk, None)
    again = replace(busy, place=offices.embedded_place(tmp_path), opened=[]).desk()
    try:
        for _ in range(3):
            registering.register(again, registering.IntakeDraft(date(2025, 1, 15)))
        assert upkeep.prove(again) == []
        upkeep.back_up(again)
        assert upkeep.prove(again) == []
    finally:
        again.store.close()
