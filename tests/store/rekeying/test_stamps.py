"""Vouching anew: for all that the former key vouched for, and for nothing that somebody put in without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select, text, update

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services.upkeep import store_key, upkeep
from mediation_desk.store.journal.chain import entry_stamp, journal_key, said
from mediation_desk.store.tables.cases import case_key_wraps
from mediation_desk.store.tables.journal import journal, journal_chains, journal_ledger
from mediation_desk.store.verify.findings import Finding
from tests.holders import share
from tests.offices import PASSWORD, Office
from tests.services.keys.test_sharing import accepted, colleague


@pytest.fixture
def told(office: Office) -> Iterator[Office]:
    """A case with two mediators, of which the ledger has told."""
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    upkeep.mark(office.first)
    yield office


def column(office: Office, one: Any, *by: Any) -> list[Any]:
    with office.first.store.engine.connect() as connection:
        return list(connection.scalars(select(one).order_by(*by)))


def test_every_stamp_is_another_one_and_no_digest_is(told: Office) -> None:
    stamps = ((journal.c.hash, journal.c.chain, journal.c.number), (journal_chains.c.stamp,
               journal_chains.c.chain), (journal_ledger.c.stamp, journal_ledger.c.number))
    mark = upkeep.mark(told.first)
    before = [column(told, *one) for one in stamps]
    digests = column(told, journal.c.digest, journal.c.chain, journal.c.number)
    store_key.renew(told.first, PASSWORD)
    for one, former in zip(stamps, before, strict=True):
        now = column(told, *one)
        assert len(now) >= len(former) and not set(now) & set(former)
    assert set(digests) <= set(column(told, journal.c.digest))
    assert upkeep.prove(told.first, noted=mark) == []  # a mark on paper stays good


def test_every_wrap_that_is_as_the_journal_tells_is_vouched_for(told: Office) -> None:
    with told.first.store.engine.begin() as connection:  # one put in by other means, over a genuine row
        first = connection.scalars(select(case_key_wraps.c.id).order_by(case_key_wraps.c.id)).first()
        here = case_key_wraps.c.id == first
        connection.execute(update(case_key_wraps).where(here).values(wrapped=b"x" * 93))
    store_key.renew(told.first, PASSWORD)
    vouched = column(told, case_key_wraps.c.vouched, case_key_wraps.c.id)
    assert vouched[0] is None and len(vouched) == 2 and len(vouched[1]) == 32


TAMPERED = ["UPDATE journal SET verb = 'other' WHERE number = 2",
            "UPDATE journal SET changes = '{' WHERE number = 3",
            "UPDATE journal SET digest = hash WHERE number = 1",
            "UPDATE journal_chains SET number = number + 1",
            "UPDATE journal_ledger SET total = total + 1",
            "UPDATE accounts SET name = '另一个人'",
            "DELETE FROM journal WHERE number = 2"]


@pytest.mark.parametrize("statement", TAMPERED)
def test_what_was_altered_before_is_found_after_the_renewal_as_before(told: Office, statement: str) -> None:
    """Where the office's own chain cannot be written on any more, nothing is renewed."""
    with told.first.store.engine.begin() as connection:
        connection.execute(text(statement))
    before = what(upkeep.prove(told.first))
    assert before
    try:
        store_key.renew(told.first, PASSWORD)
    except DeskError as refused:
        assert "altered outside the program" in str(refused) or "just changed" in str(refused)
    assert before <= what(upkeep.prove(told.first))


def what(found: list[Finding]) -> set[Any]:
    return {(one.damage, one.row, one.table) for one in found}


def test_an_entry_without_a_genuine_stamp_gets_none(told: Office) -> None:
    with told.first.store.engine.begin() as connection:
        connection.execute(text("UPDATE journal SET hash = digest WHERE number = 1"))
    store_key.renew(told.first, PASSWORD)
    key = journal_key(told.first.store.opened.store_key)
    with told.first.store.engine.connect() as connection:
        for row in connection.execute(select(journal)).mappings():
            genuine = entry_stamp(key, said(row), bytes(row["digest"])) == bytes(row["hash"])
            assert genuine == (row["number"] != 1)
