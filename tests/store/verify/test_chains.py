"""A chain that was altered, cut, taken back or taken out is named, with the entry and the day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update

from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.store.journal.chain import OFFICE, entry_stamp, linked, said
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.tables.desk import agenda_rows, case_rows
from mediation_desk.store.tables.journal import journal, journal_chains
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.rows import watched
from tests.offices import Office
from tests.store.tampering import DAY, OPEN, SETTLED, case_of, findings, otherwise

Row = dict[str, Any]


def entries(connection: Connection, chain: UUID) -> list[Row]:
    mine = select(journal).where(journal.c.chain == chain).order_by(journal.c.number)
    return [dict(row) for row in connection.execute(mine).mappings()]


def here(chain: UUID, number: int) -> list[Any]:
    return [journal.c.chain == chain, journal.c.number == number]


def of_journal(found: list[Finding]) -> list[tuple[Damage, str, UUID | None]]:
    return [(one.damage, one.row, one.chain) for one in found if one.damage.value.startswith("journal")]


@pytest.mark.parametrize("field", ["at", "work_id", "account_id", "case_id", "verb", "undoes", "table_name",
                                   "row_id", "action", "changes", "digest", "hash", "seq"])
def test_every_field_of_an_entry_is_watched(busy: Office, field: str) -> None:
    case_id = case_of(busy.first, SETTLED)

    def change(connection: Connection) -> None:
        row = entries(connection, case_id)[39]
        column = journal.c[field]
        connection.execute(update(journal).where(*here(case_id, 40)).values(
            {field: otherwise(column, row[field])}))

    found = findings(busy.first, change)
    assert of_journal(found) == [(Damage.JOURNAL, "40", case_id)]
    sentence = next(one for one in found if one.damage is Damage.JOURNAL).sentence(busy.first.zone)
    assert f"The journal of case {case_id} is broken at entry 40, written on {DAY}" in str(sentence)


@pytest.mark.parametrize(("number", "damage"), [(1, Damage.JOURNAL_GAP), (40, Damage.JOURNAL_GAP),
                                                (-1, Damage.JOURNAL_END)])
def test_a_removed_entry_is_missed(busy: Office, number: int, damage: Damage) -> None:
    case_id = case_of(busy.first, SETTLED)
    gone: list[int] = []

    def change(connection: Connection) -> None:
        gone.append(number if number > 0 else len(entries(connection, case_id)))
        connection.execute(delete(journal).where(*here(case_id, gone[0])))

    assert of_journal(findings(busy.first, change)) == [(damage, str(gone[0]), case_id)]


def test_several_removed_in_a_row_are_one_gap(busy: Office) -> None:
    case_id = case_of(busy.first, SETTLED)
    found = findings(busy.first, lambda c: c.execute(delete(journal).where(
        journal.c.chain == case_id, journal.c.number.between(7, 11))))
    assert of_journal(found) == [(Damage.JOURNAL_GAP, "7–11", case_id)]


def test_two_entries_in_each_others_place_are_both_named(busy: Office) -> None:
    case_id = case_of(busy.first, SETTLED)

    def change(connection: Connection) -> None:
        for before, after in ((8, 900), (9, 8), (900, 9)):
            connection.execute(update(journal).where(*here(case_id, before)).values(number=after))

    assert of_journal(findings(busy.first, change)) == [(Damage.JOURNAL, "8", case_id),
                                                        (Damage.JOURNAL, "9", case_id)]


def test_an_entry_moved_to_another_cases_chain_is_missed_here_and_named_there(busy: Office) -> None:
    here_id, there_id = case_of(busy.first, SETTLED), case_of(busy.first, OPEN)
    length: list[int] = []

    def change(connection: Connection) -> None:
        length.append(len(entries(connection, there_id)))
        connection.execute(update(journal).where(*here(here_id, 8)).values(chain=there_id,
                                                                          number=length[0] + 1))

    found = set(of_journal(findings(busy.first, change)))
    assert found == {(Damage.JOURNAL_GAP, "8", here_id), (Damage.JOURNAL, str(length[0] + 1), there_id)}


def test_the_offices_own_chain_is_told_by_its_name(busy: Office) -> None:
    found = findings(busy.first, lambda c: c.execute(
        update(journal).where(*here(OFFICE, 2)).values(verb="edit")))
    assert of_journal(found) == [(Damage.JOURNAL, "2", OFFICE)]
    assert "The journal of the office is broken" in str(found[0].sentence(busy.first.zone))


# With the digests made anew, which needs no key


def forge(connection: Connection, chain: UUID, number: int, **values: Any) -> None:
    """Alter an entry and link all that follow, as anybody can; the stamps cannot be made without the key."""
    rows = entries(connection, chain)
    digest = rows[number - 2]["digest"]
    for row in rows[number - 1:]:
        row |= values if row["number"] == number else {}
        digest = row["digest"] = linked(digest, said(row))
        connection.execute(update(journal).where(*here(chain, row["number"])).values(row))
    connection.execute(update(journal_chains).where(journal_chains.c.chain == chain).values(digest=digest))


def test_who_links_everything_anew_is_betrayed_by_the_stamps_and_by_the_ledger(busy: Office) -> None:
    case_id = case_of(busy.first, SETTLED)
    found = findings(busy.first, lambda c: forge(c, case_id, 40, verb="edit"))
    assert (Damage.JOURNAL, "40", case_id) in of_journal(found)
    assert (Damage.ROW_ALTERED, "journal_chains") in {(one.damage, one.table) for one in found}


def test_who_holds_the_store_key_is_betrayed_by_the_ledger_alone(busy: Office) -> None:
    """An entry written anew with its stamp, and all after it: what the ledger knew of it is another."""
    case_id, key = case_of(busy.first, SETTLED), busy.first.store.journal_key

    def change(connection: Connection) -> None:
        forge(connection, case_id, 40, verb="edit")
        for row in entries(connection, case_id):
            stamp = entry_stamp(key, said(row), row["digest"])
            connection.execute(update(journal).where(*here(case_id, row["number"])).values(hash=stamp))

    found = of_journal(findings(busy.first, change))
    assert [one for one in found if one[1] == "40"] == []
    assert found[0][0] is Damage.JOURNAL
    assert found[0][2] == case_id


# Heads


@pytest.mark.parametrize("column", [c.name for c in journal_chains.columns if c.name != "chain"])
def test_every_field_of_a_head_is_watched(busy: Office, column: str) -> None:
    case_id = case_of(busy.first, OPEN)

    def change(connection: Connection) -> None:
        mine = journal_chains.c.chain == case_id
        row = connection.execute(select(journal_chains).where(mine)).mappings().one()
        values = {column: otherwise(journal_chains.c[column], row[column])}
        connection.execute(update(journal_chains).where(mine).values(values))

    assert {one.table for one in findings(busy.first, change)} <= {"journal_chains", "journal_ledger"}
    assert findings(busy.first, change)


def test_a_head_taken_out_or_put_in_is_named(busy: Office) -> None:
    case_id = case_of(busy.first, OPEN)
    (gone,) = findings(busy.first, lambda c: c.execute(
        delete(journal_chains).where(journal_chains.c.chain == case_id)))
    assert (gone.damage, gone.row, gone.table) == (Damage.ROW_MISSING, str(case_id), "journal_chains")

    def put(connection: Connection) -> None:
        row = connection.execute(select(journal_chains)).mappings().first()
        assert row
        connection.execute(insert(journal_chains).values({**row, "chain": UUID(int=9), "ledgered": 0}))

    (strange,) = findings(busy.first, put)
    assert (strange.damage, strange.row) == (Damage.ROW_ALTERED, str(UUID(int=9)))


# What only the ledger knows


def whole(connection: Connection, case_id: UUID) -> dict[str, list[Row]]:
    """All rows of a case, its journal included."""
    kept = {"journal": entries(connection, case_id)}
    for table in (*watched(), case_rows, agenda_rows, journal_chains):
        column = table.c.id if table.name == "cases" else table.c.get("case_id")
        if column is not None:
            found = connection.execute(select(table).where(column == case_id)).mappings()
            kept[table.name] = [dict(row) for row in found]
    return kept


def replace(connection: Connection, case_id: UUID, kept: dict[str, list[Row]]) -> None:
    """Take the case out, and put this in its place."""
    words = ("DELETE FROM case_search WHERE rowid IN (SELECT seq FROM case_rows WHERE case_id = :case_id)")
    if not kept:
        connection.execute(text(words).bindparams(case_id=case_id.hex if connection.dialect.name == "sqlite"
                                                  else case_id))
    for name in (*(one.name for one in watched()), "case_rows", "agenda_rows", "journal_chains", "journal"):
        table = metadata.tables[name]
        column = table.c.id if name == "cases" else table.c.get("case_id")
        if column is not None:
            connection.execute(delete(table).where(column == case_id))
            if kept.get(name):
                connection.execute(insert(table), kept[name])


def of_another_day(desk: Desk, case_id: UUID) -> Callable[[Connection], None]:
    """Keep the case as it is today, work on it, and let somebody put today's back."""
    with desk.store.engine.connect() as connection:
        kept = whole(connection, case_id)
    seen = reading.case(desk, case_id).case.confidential  # not searched for, so no index tells of it
    editing.save(desk, case_id, [editing.Edit("case", case_id, "confidential", seen, not seen)])
    return lambda connection: replace(connection, case_id, kept)


def test_an_older_copy_of_one_case_is_found_once_the_ledger_knew_more(busy: Office) -> None:
    """The case, its lists, its journal and its head of an earlier day fit each other in everything; they
    are found by the ledger, and from the moment that it was told."""
    desk, case_id = busy.first, case_of(busy.first, OPEN)
    older = of_another_day(desk, case_id)
    before_it_was_told = findings(desk, older)
    assert before_it_was_told == []
    desk.store.tell_ledger(desk.now)
    found = findings(desk, older)
    assert Damage.JOURNAL_END in {one.damage for one in found}
    (end,) = (one for one in found if one.damage is Damage.JOURNAL_END)
    assert end.chain == case_id
    assert f"They were there on {DAY}" in str(end.sentence(desk.zone))


def test_a_case_that_vanished_with_all_its_rows_is_in_the_ledger(busy: Office) -> None:
    case_id = case_of(busy.first, OPEN)
    found = findings(busy.first, lambda c: replace(c, case_id, {}))
    (gone,) = (one for one in found if one.chain)
    assert (gone.damage, gone.chain) == (Damage.JOURNAL_GONE, case_id)
    left_behind = {one.table for one in found}
    assert left_behind - {"serials"} == {"journal", "evidence_files", "day_totals"}
    assert f"The whole journal of case {case_id} was taken out. It was there on {DAY}." == str(
        gone.sentence(busy.first.zone))


# Where the chain's own index or rows cannot be read


@pytest.mark.parametrize("value", ["'x'", "NULL", "x'ff'", "CAST(x'ff' AS TEXT)"])
def test_an_entry_that_cannot_be_read_leaves_the_others_readable(busy: Office, value: str) -> None:
    if busy.place.folder is None:
        pytest.skip("PostgreSQL refuses such a value itself")
    case_id = case_of(busy.first, SETTLED)
    for field in ("at", "work_id", "digest", "changes"):
        if value == "NULL":
            continue
        found = findings(busy.first, lambda c, f=field: c.execute(text(  # type: ignore[misc]
            f"UPDATE journal SET {f} = {value} WHERE chain = '{case_id.hex}' AND number IN (5, 9)")))
        assert of_journal(found) == [(Damage.JOURNAL, "5", case_id), (Damage.JOURNAL, "9", case_id)], field
