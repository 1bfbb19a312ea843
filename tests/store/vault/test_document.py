"""The vault as a document: read back as it was, newer ones and altered ones refused."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from mediation_desk.store.vault.document import VaultDamaged, VaultTooNew, read_vault_text, vault_text
from tests.store.doors import QIAN_PASSWORD, ZHAO_PASSWORD, with_recovery_sheet

ONE_VAULT, ZHAO_OPENED, ONE_CODE = with_recovery_sheet()


def test_the_vault_reads_back_from_its_text() -> None:
    vault = ONE_VAULT
    assert read_vault_text(vault_text(vault)) == vault


def test_a_newer_vault_is_refused_politely_and_nonsense_as_damage() -> None:
    vault = ONE_VAULT
    with pytest.raises(VaultTooNew, match="newer version"):
        read_vault_text(vault_text(replace(vault, format=2)).replace("entries", "doors"))
    for text in (
        "",
        "{}",
        "[]",
        "null",
        b"\xff\xfe",
        vault_text(vault)[:-9],
        vault_text(vault).replace('"salt":', '"salz":'),
    ):
        with pytest.raises(VaultDamaged):
            read_vault_text(text)


@pytest.mark.parametrize("cost", ['"memory_kib":8', '"passes":1', '"lanes":1'])
def test_an_altered_vault_cannot_ask_for_all_the_memory_there_is(cost: str) -> None:
    with pytest.raises(VaultDamaged):
        read_vault_text(vault_text(ONE_VAULT).replace(cost, cost + "0" * 9))


def test_neither_password_nor_key_stands_in_the_text() -> None:
    vault, opened = ONE_VAULT, ZHAO_OPENED
    text = vault_text(vault)
    for secret in (QIAN_PASSWORD, ZHAO_PASSWORD, opened.store_key.hex(), opened.private_key.hex(), ONE_CODE):
        assert secret not in text
