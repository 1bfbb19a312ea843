"""The vault is held to its stamps, the accounts' keys to the vault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC

import pytest
from msgspec import structs
from sqlalchemy import text

from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.vault.document import Cost, Vault, sealed
from mediation_desk.store.verify.findings import Damage, Finding
from tests.offices import Office
from tests.store.tampering import findings


@contextmanager
def another_vault(office: Office, **values: object) -> Iterator[list[Finding]]:
    vault: Vault = office.place.vault.read()
    office.place.vault.write(structs.replace(vault, **values))
    try:
        yield upkeep.prove(office.first)
    finally:
        office.place.vault.write(vault)


@pytest.mark.parametrize("values", [{"public_key": b"\x09" * 32}, {"login": "chan"}, {"disabled": True},
                                    {"must_change": True}, {"stamp": b""}])
def test_an_entry_that_somebody_altered_without_the_key_is_found(busy: Office,
                                                                 values: dict[str, object]) -> None:
    entry = busy.place.vault.read().entries[0]
    with another_vault(busy, entries=(structs.replace(entry, **values),)) as found:
        assert [(one.damage, one.row) for one in found] == [(Damage.ACCOUNT, str(entry.account_id))]
    assert upkeep.prove(busy.first) == []


def test_an_escrow_key_put_in_from_outside_is_found(busy: Office) -> None:
    with another_vault(busy, escrow_public_key=b"\x09" * 32) as found:
        assert [(one.damage, one.row) for one in found] == [(Damage.VAULT, "escrow")]


@pytest.mark.parametrize("values", [{"recovery_wrap": b"another's"}, {"counter": 999}, {"mac": b""},
                                    {"cost": Cost(64, 9, 1)}])
def test_what_no_stamp_covers_is_covered_by_the_code_over_the_whole(busy: Office,
                                                                    values: dict[str, object]) -> None:
    with another_vault(busy, **values) as found:
        assert [(one.damage, one.table) for one in found] == [(Damage.VAULT, "vault")]


def test_an_older_vault_that_was_put_back_is_found_until_the_present_one_is_there_again(busy: Office) -> None:
    before = busy.place.vault.read()
    accounts.new_recovery_code(busy.first)
    present = busy.place.vault.read()
    for older in (before, structs.replace(before, format=1, counter=0, mac=b"")):
        busy.place.vault.write(older)
        (found,) = upkeep.prove(busy.first)
        assert found.damage is Damage.VAULT_OLDER and "the last backup has it" in str(found.sentence(UTC))
    busy.place.vault.write(present)
    assert upkeep.prove(busy.first) == []


def test_a_vault_that_the_journal_was_not_told_of_any_more_is_no_finding(busy: Office) -> None:
    busy.place.vault.change(lambda vault: sealed(vault, busy.first.store.opened.store_key))
    assert upkeep.prove(busy.first) == []


def test_an_account_that_is_not_in_the_vault_is_found(busy: Office) -> None:
    with another_vault(busy, entries=()) as found:
        assert [one.damage for one in found] == [Damage.ACCOUNT]


def test_a_damaged_copy_of_the_key_file_is_told_before_it_is_needed(busy: Office) -> None:
    if busy.place.folder is None:
        pytest.skip("a server keeps no copy")
    copy = busy.place.folder / "office.vault.copy"
    whole = copy.read_bytes()
    for content in (b"", whole[:-3]):
        copy.write_bytes(content)
        assert [one.damage for one in upkeep.prove(busy.first)] == [Damage.VAULT_COPY]
    copy.write_bytes(whole)
    assert upkeep.prove(busy.first) == []


def test_without_a_readable_vault_everything_else_is_proven_all_the_same(busy: Office) -> None:
    """The key file is gone while the desk is open, and a party was altered besides."""
    if busy.place.folder is None:
        pytest.skip("the table of a server is tried with the flipped bits")
    files = [busy.place.folder / name for name in ("office.vault", "office.vault.copy")]
    whole = files[0].read_bytes()
    for file in files:
        file.write_bytes(b"{}\n")
    try:
        found = findings(busy.first, lambda c: c.execute(text("UPDATE parties SET name = name || '某'")))
    finally:
        for file in files:
            file.write_bytes(whole)
    assert {one.damage for one in found} == {Damage.VAULT, Damage.ROW_ALTERED}


def test_a_second_row_in_a_servers_vault_is_told(busy: Office) -> None:
    if busy.place.folder is not None:
        pytest.skip("a key file has no rows")
    with busy.first.store.engine.begin() as connection:
        connection.execute(text("INSERT INTO vault (content) SELECT content FROM vault"))
    assert [one.damage for one in upkeep.prove(busy.first)] == [Damage.VAULT_COPY]
    busy.place.vault.write(busy.place.vault.read())
    assert upkeep.prove(busy.first) == []
