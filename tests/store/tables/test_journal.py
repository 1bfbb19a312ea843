"""No two entries of a chain have one number, whatever a program would write."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, Table, insert
from sqlalchemy.exc import IntegrityError

from mediation_desk.store.tables.journal import journal, journal_chains, journal_head, journal_ledger

NOW = datetime(2025, 1, 20, tzinfo=UTC)
A, B = UUID(int=1), UUID(int=2)


def entry(chain: UUID, number: int, seq: int | None = None) -> dict[str, Any]:
    return {"chain": chain, "number": number, "seq": seq, "work_id": A, "at": NOW, "account_id": A,
            "case_id": None, "verb": "test", "undoes": None, "table_name": "settings", "row_id": "x",
            "action": "insert", "changes": "{}", "digest": b"d", "hash": b"h"}


def test_each_chain_counts_by_itself_and_takes_a_number_once(declared: Engine) -> None:
    with declared.begin() as connection:
        connection.execute(insert(journal), [entry(A, 1), entry(A, 2), entry(B, 1)])
        with pytest.raises(IntegrityError), connection.begin_nested():
            connection.execute(insert(journal), [entry(A, 2)])


def test_the_numbers_of_the_first_journal_are_each_of_one_entry_and_later_ones_have_none(
        declared: Engine) -> None:
    with declared.begin() as connection:
        connection.execute(insert(journal), [entry(A, 1, 7), entry(A, 2), entry(B, 1), entry(B, 2, 8)])
        with pytest.raises(IntegrityError), connection.begin_nested():
            connection.execute(insert(journal), [entry(B, 3, 7)])


@pytest.mark.parametrize("lacking", ["work_id", "at", "account_id", "verb", "changes", "digest", "hash"])
def test_an_entry_without_who_when_what_or_its_link_is_none(declared: Engine, lacking: str) -> None:
    with declared.begin() as connection, pytest.raises(IntegrityError):
        connection.execute(insert(journal), [{**entry(A, 1), lacking: None}])


@pytest.mark.parametrize(("table", "row"), [
    (journal_head, {"id": 1, "seq": 0, "hash": b"h"}),
    (journal_chains, {"chain": A, "case_id": None, "origin": b"o", "number": 1, "digest": b"d", "at": NOW,
                      "stamp": b"s", "ledgered": 0}),
    (journal_ledger, {"number": 1, "at": NOW, "total": 1, "digest": b"d", "stamp": b"s", "lines": "[]"})])
def test_a_head_and_a_line_of_the_ledger_stand_once(declared: Engine, table: Table,
                                                    row: dict[str, Any]) -> None:
    with declared.begin() as connection:
        connection.execute(insert(table), [row])
        with pytest.raises(IntegrityError), connection.begin_nested():
            connection.execute(insert(table), [row])
