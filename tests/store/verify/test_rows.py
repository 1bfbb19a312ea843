"""Every journaled row is held to what the journal last said of it."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Column, Connection, Table, delete, insert, select, text, update

from mediation_desk.store.tables.cases import parties
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.tables.desk import papers
from mediation_desk.store.tables.journal import journal
from mediation_desk.store.tables.reports import frozen_reports
from mediation_desk.store.verify.findings import Damage
from mediation_desk.store.verify.rows import watched
from tests.offices import Office
from tests.store.tampering import (
    DAY,
    OPEN,
    SETTLED,
    case_of,
    findings,
    key_of,
    keys,
    named,
    run,
    tamper,
)

JOURNALED = (
    "accounts", "agreements", "attendees", "bag_cases", "bags", "case_holders", "case_key_wraps", "cases",
    "claims", "element_entries", "exhibits", "frozen_reports", "homecomings", "instalment_shares",
    "instalments", "laptops", "offers", "order_replies", "order_steps",
    "papers", "parties", "payments", "receiving_offices",
    "referrals", "return_visits", "sealed_items", "sessions", "settings",
    "shares", "work_orders")
EMPTY = {"relationship_entries", "respondent_statements", "unmaskings", "extension_consents",
         "minute_entries", "office_places", "office_sites", "recusals", "rights_told", "session_presences",
         "session_stretches", "told_facts", "debtors", "payment_notes", "reminders",
         "signatures", "file_points", "bank_layouts", "claim_terms",
         "service_receipts", "inquiries", "copied_fields", "own_forms", "own_typefaces",
         "waiting_matters", "order_layouts", "case_origins", "companies", "person_links"}
"""They have no row in this office."""
HELD_BY_THEIR_BYTES = (papers.c.pdf, frozen_reports.c.content)


def test_every_table_with_a_row_of_a_case_or_the_office_is_watched() -> None:
    assert {table.name for table in watched()} == {*JOURNALED, *EMPTY}


def test_every_field_of_every_journaled_row_is_watched(busy: Office) -> None:
    """Field by field in all tables at once: the 1st of each, the 2nd of each ... each in another row."""
    rows = {table: keys(busy.first, table) for table in (metadata.tables[name] for name in JOURNALED)}
    columns = {table: [c for c in table.columns if all(c is not one for one in (
        key_of(table), *HELD_BY_THEIR_BYTES))]
               for table in rows}
    for number in range(max(map(len, columns.values()))):
        hit = [(table, rows[table][number % len(rows[table])], columns[table][number])
               for table in rows if number < len(columns[table])]

        def change(connection: Connection, hit: list[tuple[Table, Any, Column[Any]]] = hit) -> None:
            for table, key, column in hit:
                tamper(connection, table, key, column)

        altered = named(findings(busy.first, change), Damage.ROW_ALTERED)
        assert altered == {(t.name, str(k), (c.name,)) for t, k, c in hit}, number


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

    (one,) = findings(busy.first, change)
    assert (one.damage, one.table, one.row) == (Damage.ROW_UNKNOWN, "claims", str(stranger))


def test_a_case_put_in_from_outside_is_a_stranger_with_all_its_rows(busy: Office) -> None:
    cases = metadata.tables["cases"]
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


def test_a_row_moved_to_another_case_is_found_once_where_it_is(busy: Office) -> None:
    from_case, to_case = case_of(busy.first, OPEN), case_of(busy.first, SETTLED)
    found = findings(busy.first, lambda c: c.execute(
        update(parties).where(parties.c.case_id == from_case).values(case_id=to_case)))
    assert {(one.damage, one.table, one.fields) for one in found} == {
        (Damage.ROW_ALTERED, "parties", ("case_id",))}


def test_of_rows_that_a_broken_journal_tells_nothing_is_claimed(busy: Office) -> None:
    """The entry that tells of a party's name is altered: the journal is broken there, and the party,
    which nobody touched, is not said to be altered outside the program."""
    case_id = case_of(busy.first, OPEN)
    found = findings(busy.first, lambda c: c.execute(text(
        "UPDATE journal SET changes = replace(changes, '扎西东智', '扎西')")))
    assert {one.damage for one in found} == {Damage.JOURNAL, Damage.ROW_DOUBTFUL}
    assert {one.chain for one in found if one.damage is Damage.JOURNAL} == {case_id}
    (doubtful,) = (one for one in found if one.damage is Damage.ROW_DOUBTFUL)
    assert "Compare it with a backup" in str(doubtful.sentence(busy.first.zone))


def test_a_field_that_is_no_value_of_its_kind_is_told_like_any_other(busy: Office) -> None:
    """SQLite takes any text for a date or a key; reading it must not end the verification."""
    if busy.place.folder is None:
        pytest.skip("PostgreSQL refuses such a value itself")
    for table, field in (("cases", "received_on"), ("parties", "birth_date"), ("parties", "acts_for"),
                         ("payments", "amount"), ("accounts", "created_at"), ("agreements", "split_kind")):
        key = keys(busy.first, metadata.tables[table])[0]
        statement = text(f"UPDATE {table} SET {field} = 'x' || coalesce({field}, '') WHERE id = :key")
        found = findings(busy.first, partial(run, statement=statement.bindparams(key=key.hex)))
        assert named(found, *Damage) == {(table, str(key), (field,))}
    statement = text("UPDATE journal SET at = 'x' || at WHERE number = 41 AND chain = :chain")
    settled = case_of(busy.first, SETTLED)
    found = findings(busy.first, lambda c: c.execute(statement, {"chain": settled.hex}))
    assert [(one.damage, one.row) for one in found if one.table == "journal"] == [(Damage.JOURNAL, "41")]


@pytest.mark.parametrize("value", ["CAST(x'ff41' AS TEXT)", "x'00'", "1e400", "-9223372036854775808"])
def test_whatever_sqlite_lets_stand_in_a_field_is_named(busy: Office, value: str) -> None:
    """Text that is no UTF-8, bytes for text, an infinite number, the smallest one there is."""
    if busy.place.folder is None:
        pytest.skip("PostgreSQL refuses such a value itself")
    for field in ("name", "birth_date", "removed_at", "position", "case_id", "id"):
        key = keys(busy.first, parties)[1]
        statement = text(f"UPDATE parties SET {field} = {value} WHERE id = :key").bindparams(key=key.hex)
        found = findings(busy.first, partial(run, statement=statement))
        damages = {one.damage for one in found if one.table == "parties"}
        assert damages == ({Damage.ROW_MISSING, Damage.ROW_UNKNOWN} if field == "id"
                           else {Damage.ROW_ALTERED}), field


def test_keys_of_the_journal_that_are_none_are_met(busy: Office) -> None:
    found = findings(busy.first, lambda c: c.execute(
        update(journal).where(journal.c.table_name == "claims").values(row_id="keine")))
    assert Damage.JOURNAL in {one.damage for one in found}
