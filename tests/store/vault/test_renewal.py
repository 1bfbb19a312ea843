"""Renewing what stands in the vault: the format and the price at the next sign-in, stray entries."""

from __future__ import annotations

from uuid import UUID

import pytest
from msgspec.structs import replace

from mediation_desk.store.vault import document
from mediation_desk.store.vault.document import (
    FORMAT,
    Cost,
    VaultDamaged,
    is_whole,
    read_vault_text,
    vault_text,
)
from mediation_desk.store.vault.keys import Key
from mediation_desk.store.vault.noted import noted_of
from mediation_desk.store.vault.recovery import drill, new_escrow, new_recovery_code, trusted_escrow_key
from mediation_desk.store.vault.renewal import adopted, rekeyed, renewed_at_sign_in, without_strays
from mediation_desk.store.vault.vault import (
    AccountDisabled,
    WrongPassword,
    add_account,
    change_password,
    disable_account,
    enable_account,
    reset_password,
    unlock,
)
from tests.store.doors import (
    CHEAP,
    QIAN,
    QIAN_PASSWORD,
    SUN,
    ZHAO,
    ZHAO_PASSWORD,
    two_accounts,
    with_recovery_sheet,
)

LI = UUID(int=4)
DEARER = Cost(memory_kib=16, passes=2, lanes=1)


def test_a_sign_in_raises_the_offices_price_and_the_own_and_leaves_colleagues_to_their_own() -> None:
    vault, opened = two_accounts()
    dearer = renewed_at_sign_in(vault, opened, ZHAO_PASSWORD, DEARER)
    assert (dearer.cost, dearer.of(ZHAO).cost, dearer.of(QIAN).cost) == (DEARER, DEARER, CHEAP)
    again = unlock(dearer, "zhao", ZHAO_PASSWORD)
    assert (again.store_key, again.private_key) == (opened.store_key, opened.private_key)
    with pytest.raises(WrongPassword):
        unlock(dearer, "zhao", ZHAO_PASSWORD + "x")
    qian = unlock(dearer, "qian", QIAN_PASSWORD)
    both = renewed_at_sign_in(dearer, qian, QIAN_PASSWORD, DEARER)
    assert both.of(QIAN).cost == DEARER and unlock(both, "qian", QIAN_PASSWORD).must_change
    assert renewed_at_sign_in(both, qian, QIAN_PASSWORD, DEARER) is both


def test_a_price_is_never_lowered() -> None:
    vault, opened = two_accounts()
    dearer = renewed_at_sign_in(vault, opened, ZHAO_PASSWORD, DEARER)
    assert renewed_at_sign_in(dearer, opened, ZHAO_PASSWORD, CHEAP) is dearer


def test_a_vault_of_the_first_format_gets_its_code_at_the_next_sign_in() -> None:
    vault, opened = two_accounts()
    first = replace(vault, format=1, counter=0, mac=b"")
    renewed = renewed_at_sign_in(first, unlock(first, "zhao", ZHAO_PASSWORD), ZHAO_PASSWORD, CHEAP)
    assert (renewed.format, renewed.counter) == (FORMAT, 1) and is_whole(renewed, opened.store_key)
    assert renewed.entries == vault.entries


def test_a_vault_of_the_second_format_is_whole_as_it_is_and_renewed_at_the_next_sign_in(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    """It knew no renewed store keys, and says nothing of them."""
    with monkeypatch.context() as earlier:
        earlier.setattr(document, "FORMAT", 2)
        vault, opened = two_accounts()
    text = vault_text(vault)
    assert '"format":2' in text and "handed" not in text
    read = read_vault_text(text)
    assert read == vault and is_whole(read, opened.store_key)
    renewed = renewed_at_sign_in(read, opened, ZHAO_PASSWORD, CHEAP)
    assert renewed.format == FORMAT and is_whole(renewed, opened.store_key)
    assert renewed.entries == vault.entries


def test_nothing_is_built_on_an_altered_vault() -> None:
    vault, opened = two_accounts()
    altered = replace(vault, cost=DEARER)
    with pytest.raises(VaultDamaged):
        renewed_at_sign_in(altered, opened, ZHAO_PASSWORD, DEARER)
    with pytest.raises(VaultDamaged):
        without_strays(altered, opened, {ZHAO})


def test_entries_of_accounts_that_are_not_kept_go() -> None:
    vault, opened = two_accounts()
    assert without_strays(vault, opened, {ZHAO, QIAN}) is vault
    left = without_strays(vault, opened, {ZHAO})
    assert [entry.login for entry in left.entries] == ["zhao"] and is_whole(left, opened.store_key)


def test_an_older_vault_made_the_present_one_lets_nobody_in_by_what_was_changed_since() -> None:
    before, opened, old_code = with_recovery_sheet()
    before = add_account(before, opened, "sun", "seven paper boats", SUN)
    later = change_password(before, unlock(before, "qian", QIAN_PASSWORD), QIAN_PASSWORD, "river-lantern-10")
    later, _ = new_recovery_code(disable_account(later, opened, "sun"), opened)
    people = [(ZHAO, "zhao", True), (QIAN, "qian", True), (SUN, "sun", False), (LI, "li", True)]
    kept = adopted(before, opened, noted_of(later), people)
    assert kept.counter == later.counter + 1 and is_whole(kept, opened.store_key)
    assert unlock(kept, "zhao", ZHAO_PASSWORD).store_key == opened.store_key
    former = [("qian", QIAN_PASSWORD), ("qian", "river-lantern-10"), ("sun", "seven paper boats"), ("li", "")]
    for login, password in former:
        with pytest.raises(WrongPassword):
            unlock(kept, login, password)
    assert not drill(kept, old_code)
    lent, _ = reset_password(kept, opened, "qian", "lent until monday")
    assert unlock(lent, "qian", "lent until monday").must_change
    with pytest.raises(AccountDisabled):
        unlock(reset_password(kept, opened, "sun", "lent until monday")[0], "sun", "lent until monday")


# -- another store key ---------------------------------------------------------------------

SECOND, THIRD = Key(b"\x02" * 32), Key(b"\x03" * 32)


def test_everybody_opens_the_store_under_its_new_key_with_the_password_and_the_keys_they_had() -> None:
    before, opened = two_accounts()
    qian = unlock(before, "qian", QIAN_PASSWORD)
    vault, mine = rekeyed(before, opened, ZHAO_PASSWORD, SECOND)
    assert is_whole(vault, SECOND) and not is_whole(vault, opened.store_key)
    assert (mine.store_key, mine.private_key) == (SECOND, opened.private_key)
    for login, password, former in (("zhao", ZHAO_PASSWORD, opened), ("qian", QIAN_PASSWORD, qian)):
        again = unlock(vault, login, password)
        assert (again.store_key, again.private_key, again.must_change) == (
            SECOND, former.private_key, former.must_change)


def test_a_key_handed_over_is_laid_under_the_password_at_the_next_sign_in() -> None:
    before, opened = two_accounts()
    vault, mine = rekeyed(before, opened, ZHAO_PASSWORD, SECOND)
    assert not vault.of(ZHAO).boxes and len(vault.of(QIAN).boxes) == 1
    twice, _ = rekeyed(vault, mine, ZHAO_PASSWORD, THIRD)
    assert len(twice.of(QIAN).boxes) == 2
    qian = unlock(twice, "qian", QIAN_PASSWORD)
    assert qian.store_key == THIRD
    settled = renewed_at_sign_in(twice, qian, QIAN_PASSWORD, CHEAP)
    assert not settled.of(QIAN).boxes and unlock(settled, "qian", QIAN_PASSWORD).store_key == THIRD
    assert renewed_at_sign_in(settled, qian, QIAN_PASSWORD, CHEAP) is settled


def test_who_is_disabled_opens_nothing_before_they_are_let_in_again() -> None:
    """Nor with what an older vault of theirs held: the box lies on the shelf, under the new key."""
    before, opened = two_accounts()
    qian = unlock(before, "qian", QIAN_PASSWORD)
    vault, mine = rekeyed(disable_account(before, opened, "qian"), opened, ZHAO_PASSWORD, SECOND)
    with pytest.raises(AccountDisabled):
        unlock(vault, "qian", QIAN_PASSWORD)
    entry = replace(vault.of(QIAN), disabled=False, store_wrap=before.of(QIAN).store_wrap)
    with pytest.raises(VaultDamaged):
        unlock(vault.with_entry(entry), "qian", QIAN_PASSWORD)
    back = enable_account(vault, mine, "qian")
    again = unlock(back, "qian", QIAN_PASSWORD)
    assert (again.store_key, again.private_key) == (SECOND, qian.private_key)


def test_the_former_recovery_sheet_opens_nothing_and_the_escrow_stays_trusted() -> None:
    before, opened, code = with_recovery_sheet()
    before, _ = new_escrow(before, opened)
    escrow = trusted_escrow_key(before, opened)
    vault, mine = rekeyed(before, opened, ZHAO_PASSWORD, SECOND)
    assert vault.recovery_wrap is None and not drill(vault, code)
    assert trusted_escrow_key(vault, mine) == escrow and vault.counter == before.counter + 1
    _, fresh = new_recovery_code(vault, mine)
    assert fresh != code


def test_no_altered_vault_is_put_under_another_key() -> None:
    vault, opened = two_accounts()
    with pytest.raises(VaultDamaged):
        rekeyed(replace(vault, counter=9), opened, ZHAO_PASSWORD, SECOND)
