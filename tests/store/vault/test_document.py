"""The vault as a document: read back as it was, newer ones and altered ones refused."""

from __future__ import annotations

from uuid import UUID

import msgspec
import pytest
from msgspec.structs import replace

import tests
from mediation_desk.store.vault import document
from mediation_desk.store.vault.document import (
    FORMAT,
    OFFICE_COST,
    Cost,
    CostAltered,
    VaultDamaged,
    VaultTooNew,
    is_whole,
    read_vault_text,
    require_whole,
    sealed,
    vault_digest,
    vault_text,
)
from tests.store.doors import QIAN_PASSWORD, ZHAO_PASSWORD, with_recovery_sheet

ONE_VAULT, ZHAO_OPENED, ONE_CODE = with_recovery_sheet()


def test_the_vault_reads_back_from_its_text() -> None:
    vault = ONE_VAULT
    assert read_vault_text(vault_text(vault)) == vault


def test_a_newer_vault_is_refused_politely_and_nonsense_as_damage() -> None:
    vault = ONE_VAULT
    with pytest.raises(VaultTooNew, match="newer version"):
        read_vault_text(vault_text(replace(vault, format=FORMAT + 1)).replace("entries", "doors"))
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


def test_a_name_that_its_format_does_not_know_is_damage() -> None:
    """A bit flipped in the name of a field would else leave it at what it is without being said."""
    for name in ("must_change", "disabled", "counter", "passes"):
        with pytest.raises(VaultDamaged):
            read_vault_text(vault_text(ONE_VAULT).replace(f'"{name}"', f'"{name[:-1]}\x60"', 1))


@pytest.mark.parametrize("cost", ['"memory_kib":8', '"passes":1', '"lanes":1'])
@pytest.mark.parametrize("whose", [0, 1, 2])
def test_an_altered_vault_cannot_ask_for_all_the_memory_there_is(cost: str, whose: int) -> None:
    text = vault_text(ONE_VAULT)
    parts = text.split(cost)
    bomb = cost.join(parts[: whose + 1]) + cost + "0" * 9 + cost.join(parts[whose + 1 :])
    with pytest.raises(CostAltered, match="Nothing was tried"):
        read_vault_text(bomb)


def test_an_altered_vault_cannot_make_guesses_cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "COST_FLOOR", tests.GENUINE_FLOOR)
    vault = replace(ONE_VAULT, entries=(), cost=tests.GENUINE_FLOOR)
    assert read_vault_text(vault_text(vault)) == vault
    for cheaper in (Cost(19 * 1024 - 1, 2, 1), Cost(1 << 17, 1, 4), Cost(8, 1, 1)):
        with pytest.raises(CostAltered):
            read_vault_text(vault_text(replace(vault, cost=cheaper)))


def test_the_offices_own_price_lies_between_floor_and_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "COST_FLOOR", tests.GENUINE_FLOOR)
    assert OFFICE_COST.is_bearable and document.COST_CAP.is_bearable and tests.GENUINE_FLOOR.is_bearable
    assert not Cost(256 * 1024 + 1, 3, 4).is_bearable
    assert not Cost(64 * 1024, 11, 4).is_bearable
    assert not Cost(64 * 1024, 3, 17).is_bearable


def test_a_raised_price_takes_nothing_back() -> None:
    assert Cost(32, 9, 1).raised_to(Cost(64, 3, 4)) == Cost(64, 9, 4)
    assert Cost(32, 9, 1).is_below(Cost(64, 3, 4)) and not Cost(64, 9, 1).is_below(Cost(64, 3, 4))


def test_every_word_of_the_vault_is_vouched_for() -> None:
    vault, key = ONE_VAULT, ZHAO_OPENED.store_key
    assert vault.format == FORMAT and vault.counter == 3 and is_whole(vault, key)
    assert not is_whole(vault, bytes(32))
    others: dict[str, object] = {
        "counter": 4, "store_id": UUID(int=1), "cost": OFFICE_COST, "entries": vault.entries[:1],
        "recovery_wrap": None, "escrow_public_key": b"1" * 32, "escrow_stamp": b"", "mac": b"", "format": 1,
    }
    assert set(others) == set(vault.__struct_fields__)
    for field, value in others.items():
        altered = replace(vault, **{field: value})
        assert not is_whole(altered, key), field
        with pytest.raises(VaultDamaged):
            require_whole(altered, key)


def test_each_change_raises_the_counter_and_gives_another_digest() -> None:
    key = ZHAO_OPENED.store_key
    following = sealed(ONE_VAULT, key)
    assert following.counter == ONE_VAULT.counter + 1 and is_whole(following, key)
    assert vault_digest(following) != vault_digest(ONE_VAULT)


def test_a_vault_of_the_first_format_is_read_and_becomes_one_of_the_present() -> None:
    first = replace(ONE_VAULT, format=1, counter=0, mac=b"")
    kept = msgspec.json.decode(vault_text(first))
    del kept["counter"], kept["mac"]
    read = read_vault_text(msgspec.json.encode(kept))
    assert read == first and is_whole(read, ZHAO_OPENED.store_key)
    assert sealed(read, ZHAO_OPENED.store_key).format == FORMAT


def test_neither_password_nor_key_stands_in_the_text() -> None:
    vault, opened = ONE_VAULT, ZHAO_OPENED
    text = vault_text(vault)
    for secret in (QIAN_PASSWORD, ZHAO_PASSWORD, opened.store_key.hex(), opened.private_key.hex(), ONE_CODE):
        assert secret not in text
