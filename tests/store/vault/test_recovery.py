"""The sheets in the safe: recovery opens the store, escrow restores a seal, renewal voids the former."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mediation_desk.store.vault.document import VaultDamaged, vault_text
from mediation_desk.store.vault.keys import public_half
from mediation_desk.store.vault.recovery import (
    WrongCode,
    drill,
    new_escrow,
    new_recovery_code,
    open_with_recovery,
    trusted_escrow_key,
)
from mediation_desk.store.vault.recovery_code import CodeMistyped, Sheet, write_code
from mediation_desk.store.vault.seals import ESCROW_ACCOUNT, restore_with_escrow, wrap_for, wrap_salt
from mediation_desk.store.vault.vault import found_office, reset_password, unlock
from tests.store.doors import (
    CHEAP,
    SUN,
    ZHAO,
    ZHAO_PASSWORD,
    founded,
    with_recovery_sheet,
)

ONE_VAULT, ZHAO_OPENED, ONE_CODE = with_recovery_sheet()


def test_the_recovery_sheet_opens_the_store_and_gives_a_new_password() -> None:
    vault, opened = founded()
    vault, code = new_recovery_code(vault, opened)
    recovered = open_with_recovery(vault, code.lower().replace("-", " "))
    assert recovered.store_key == opened.store_key
    vault, _ = reset_password(vault, recovered, "zhao", "after the flood")
    assert unlock(vault, "zhao", "after the flood").store_key == opened.store_key


def test_a_drill_proves_the_sheet_and_changes_nothing() -> None:
    vault, opened = founded()
    vault, code = new_recovery_code(vault, opened)
    before = vault_text(vault)
    assert drill(vault, code) is True
    assert drill(vault, write_code(b"\x01" * 20, Sheet.RECOVERY)) is False
    assert vault_text(vault) == before
    group = code.split("-")[4]
    slip = code.replace(group, group[:2] + ("2" if group[2] != "2" else "3") + group[3:])
    with pytest.raises(CodeMistyped) as told:
        drill(vault, slip)
    assert told.value.groups == (5,)


def test_a_renewed_sheet_makes_the_former_one_worthless() -> None:
    vault, opened = founded()
    vault, old = new_recovery_code(vault, opened)
    vault, new = new_recovery_code(vault, opened)
    assert old != new and drill(vault, new)
    assert not drill(vault, old)
    with pytest.raises(WrongCode):
        open_with_recovery(vault, old)


def test_before_a_sheet_is_printed_no_code_opens_anything() -> None:
    assert not drill(founded()[0], write_code(b"\x01" * 20, Sheet.RECOVERY))


def test_another_offices_sheet_opens_nothing_here() -> None:
    ours, opened = founded()
    theirs = found_office("zhao", ZHAO_PASSWORD, ZHAO, UUID(int=0xBEEF), cost=CHEAP)[0]
    ours, code = new_recovery_code(ours, opened)
    assert not drill(replace(theirs, recovery_wrap=ours.recovery_wrap), code)


def test_the_escrow_restores_a_seal_and_cannot_be_swapped_unnoticed() -> None:
    vault, opened = founded()
    assert trusted_escrow_key(vault, opened) is None
    vault, code = new_escrow(vault, opened)
    public = trusted_escrow_key(vault, opened)
    assert public is not None
    wrapped = wrap_for(b"\x42" * 32, public, SUN, ESCROW_ACCOUNT, salt=wrap_salt(opened.store_key))
    assert restore_with_escrow(code, wrapped, SUN, store_key=opened.store_key) == b"\x42" * 32

    for forged in (public_half(b"\x77" * 32), None):
        with pytest.raises(VaultDamaged):
            trusted_escrow_key(replace(vault, escrow_public_key=forged), opened)


@given(st.data())
def test_any_flipped_bit_of_the_recovery_wrap_is_refused(data: st.DataObject) -> None:
    vault = ONE_VAULT
    wrap = vault.recovery_wrap or b""
    at, bit = data.draw(st.integers(0, len(wrap) - 1)), data.draw(st.integers(0, 7))
    flipped = wrap[:at] + bytes([wrap[at] ^ 1 << bit]) + wrap[at + 1 :]
    assert not drill(replace(vault, recovery_wrap=flipped), ONE_CODE)


def test_no_sheet_is_made_or_opened_for_an_altered_vault() -> None:
    altered = replace(ONE_VAULT, escrow_public_key=b"1" * 32)
    for change in (
        lambda: new_recovery_code(altered, ZHAO_OPENED),
        lambda: new_escrow(altered, ZHAO_OPENED),
        lambda: open_with_recovery(altered, ONE_CODE),
    ):
        with pytest.raises(VaultDamaged):
            change()
