"""Who may open the store: founding, signing in, passwords, and leaving."""

from __future__ import annotations

import copy
import logging
import pickle
import time
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from mediation_desk.domain.words import DeskError
from mediation_desk.store.vault import vault as vault_module
from mediation_desk.store.vault.document import (
    OFFICE_COST,
    Cost,
    Entry,
    VaultDamaged,
    read_vault_text,
    vault_text,
)
from mediation_desk.store.vault.keys import Key, public_half
from mediation_desk.store.vault.passwords import PasswordTooWeak
from mediation_desk.store.vault.recovery import open_with_recovery
from mediation_desk.store.vault.seals import unwrap, wrap_for, wrap_salt
from mediation_desk.store.vault.vault import (
    AccountDisabled,
    WrongPassword,
    add_account,
    altered_accounts,
    change_password,
    disable_account,
    enable_account,
    found_office,
    reset_password,
    trusted_public_key,
    unlock,
)
from tests.store.doors import (
    CHEAP,
    QIAN,
    QIAN_PASSWORD,
    STORE,
    SUN,
    ZHAO,
    ZHAO_PASSWORD,
    founded,
    two_accounts,
    with_recovery_sheet,
)


def test_the_founder_signs_in_again_and_finds_the_same_keys() -> None:
    vault, opened = founded()
    again = unlock(vault, "zhao", ZHAO_PASSWORD)
    assert (again.account_id, again.store_key, again.private_key) == (
        ZHAO,
        opened.store_key,
        opened.private_key,
    )
    assert len(again.store_key) == len(again.private_key) == 32 and not again.must_change
    assert vault.of(ZHAO).public_key == public_half(again.private_key)


def test_two_offices_never_share_a_key() -> None:
    assert len({founded()[1].store_key for _ in range(50)}) == 50


@pytest.mark.parametrize("login", ["ZHAO", " zhao ", "ｚｈａｏ"])
def test_the_sign_in_name_is_forgiving_of_capitals_spaces_and_width(login: str) -> None:
    vault, opened = founded()
    assert unlock(vault, login, ZHAO_PASSWORD).store_key == opened.store_key


def test_a_password_typed_in_full_width_is_the_same_password() -> None:
    vault, opened = two_accounts()
    assert unlock(vault, "qian", "ｌａｎｔｅｒｎ-river-９").store_key == opened.store_key


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("zhao", "竹外桃花三两支春江"),
        ("zhao", ""),
        ("zhao", "\ud800"),
        ("nobody", ZHAO_PASSWORD),
        ("", ZHAO_PASSWORD),
        ("a\nb", "x"),
    ],
)
def test_wrong_name_and_wrong_password_get_the_same_calm_answer(login: str, password: str) -> None:
    with pytest.raises(WrongPassword) as refused:
        unlock(founded()[0], login, password)
    assert str(refused.value) == "Sign-in name or password is not right. Check capital letters and try again."
    assert refused.value.field == "password"


@pytest.mark.parametrize("login", ["zhao", "nobody", "", "sun"])
def test_every_refusal_costs_one_derivation_at_the_offices_price(
    login: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, opened = founded()
    vault = add_account(vault, opened, "sun", "seven paper boats", SUN)
    vault = disable_account(vault, opened, "sun")
    asked: list[tuple[int, int, int]] = []
    genuine = Argon2id

    def counted(*, salt: bytes, length: int, iterations: int, lanes: int, memory_cost: int) -> object:
        asked.append((memory_cost, iterations, lanes))
        return genuine(salt=salt, length=length, iterations=iterations, lanes=lanes, memory_cost=memory_cost)

    monkeypatch.setattr(vault_module, "Argon2id", counted)
    with pytest.raises(WrongPassword):
        unlock(vault, login, "not the password")
    assert asked == [(8, 1, 1)]


def test_a_colleague_opens_the_same_store_with_a_pair_of_their_own_and_is_asked_to_change() -> None:
    vault, opened = two_accounts()
    qian = unlock(vault, "qian", QIAN_PASSWORD)
    assert qian.account_id == QIAN and qian.must_change
    assert qian.store_key == opened.store_key and qian.private_key != opened.private_key


def test_a_name_is_given_only_once_however_it_is_spelt() -> None:
    vault, opened = two_accounts()
    with pytest.raises(DeskError, match="already signs in") as refused:
        add_account(vault, opened, "Ｑｉａｎ ", "another good one", SUN)
    assert refused.value.field == "login"
    with pytest.raises(ValueError, match="in the vault already"):
        add_account(vault, opened, "sun", "another good one", QIAN)


def test_changing_the_password_keeps_the_pair_and_voids_the_old_one() -> None:
    vault, _ = two_accounts()
    qian = unlock(vault, "qian", QIAN_PASSWORD)
    changed = change_password(vault, qian, QIAN_PASSWORD, "river-lantern-10")
    again = unlock(changed, "qian", "river-lantern-10")
    assert (again.store_key, again.private_key, again.must_change) == (
        qian.store_key,
        qian.private_key,
        False,
    )
    with pytest.raises(WrongPassword):
        unlock(changed, "qian", QIAN_PASSWORD)
    assert (
        unlock(vault, "qian", QIAN_PASSWORD).private_key == qian.private_key
    )  # the former vault is untouched


def test_at_an_unlocked_desk_nobody_changes_a_password_they_do_not_know() -> None:
    vault, opened = founded()
    with pytest.raises(WrongPassword) as refused:
        change_password(vault, opened, "a guess at it", "river-lantern-10")
    assert refused.value.field == "old_password"
    with pytest.raises(DeskError, match="same as the old one") as same:
        change_password(vault, opened, ZHAO_PASSWORD, ZHAO_PASSWORD)
    assert same.value.field == "password"


def test_a_session_older_than_a_reset_does_not_bring_back_the_lost_pair() -> None:
    vault, opened = two_accounts()
    stale = unlock(vault, "qian", QIAN_PASSWORD)
    vault, reset = reset_password(vault, opened, "qian", "lent until monday")
    vault = change_password(vault, stale, "lent until monday", "river-lantern-10")
    assert vault.of(QIAN).public_key == reset.public_key
    assert public_half(unlock(vault, "qian", "river-lantern-10").private_key) == reset.public_key


def test_a_reset_tells_which_seals_are_lost() -> None:
    vault, opened = two_accounts()
    before = unlock(vault, "qian", QIAN_PASSWORD)
    vault, reset = reset_password(vault, opened, "qian", "lent until monday")
    after = unlock(vault, "qian", "lent until monday")
    assert after.must_change and after.store_key == opened.store_key
    assert (reset.account_id, reset.lost_public_key) == (QIAN, public_half(before.private_key))
    assert (
        reset.public_key
        == vault.of(QIAN).public_key
        == public_half(after.private_key)
        != reset.lost_public_key
    )
    with pytest.raises(WrongPassword):
        unlock(vault, "qian", QIAN_PASSWORD)
    with pytest.raises(DeskError, match="no account with this sign-in name"):
        reset_password(vault, opened, "li", "lent until monday")


def test_who_left_is_told_so_with_the_right_password_and_nothing_with_a_wrong_one() -> None:
    vault, opened = two_accounts()
    shut = disable_account(vault, opened, "qian")
    with pytest.raises(AccountDisabled):
        unlock(shut, "qian", QIAN_PASSWORD)
    with pytest.raises(WrongPassword):
        unlock(shut, "qian", "something else")
    assert disable_account(shut, opened, "qian") is shut

    back = enable_account(shut, opened, "qian")
    assert unlock(back, "qian", QIAN_PASSWORD).store_key == opened.store_key
    assert enable_account(back, opened, "qian") is back


def test_striking_the_flag_out_of_the_file_does_not_let_them_in() -> None:
    vault, opened = two_accounts()
    shut = disable_account(vault, opened, "qian")
    forged = shut.with_entry(replace(shut.of(QIAN), disabled=False))
    with pytest.raises(VaultDamaged):
        unlock(forged, "qian", QIAN_PASSWORD)


def test_the_last_account_cannot_shut_itself_out() -> None:
    vault, opened = two_accounts()
    vault = disable_account(vault, opened, "qian")
    with pytest.raises(DeskError, match="last account"):
        disable_account(vault, opened, "zhao")


def test_a_disabled_account_stays_out_when_its_password_is_reset() -> None:
    vault, opened = two_accounts()
    vault, _ = reset_password(disable_account(vault, opened, "qian"), opened, "qian", "lent until monday")
    with pytest.raises(AccountDisabled):
        unlock(vault, "qian", "lent until monday")
    assert (
        unlock(enable_account(vault, opened, "qian"), "qian", "lent until monday").store_key
        == opened.store_key
    )


def test_seals_survive_a_changed_password_and_are_lost_by_a_reset() -> None:
    vault, opened = two_accounts()
    qian = unlock(vault, "qian", QIAN_PASSWORD)
    wrapped = wrap_for(
        b"\x42" * 32, trusted_public_key(vault, opened, QIAN), SUN, QIAN,
        salt=wrap_salt(opened.store_key)
    )
    vault = change_password(vault, qian, QIAN_PASSWORD, "river-lantern-10")
    held = unlock(vault, "qian", "river-lantern-10")
    assert unwrap(wrapped, held.private_key, SUN, QIAN, store_key=held.store_key) == b"\x42" * 32
    vault, _ = reset_password(vault, opened, "qian", "lent until monday")
    lost = unlock(vault, "qian", "lent until monday")
    with pytest.raises(DeskError):
        unwrap(wrapped, lost.private_key, SUN, QIAN, store_key=lost.store_key)


def test_an_operators_key_in_a_mediators_place_is_noticed_before_anything_is_wrapped_for_it() -> None:
    vault, opened = two_accounts()
    assert trusted_public_key(vault, opened, QIAN) == vault.of(QIAN).public_key
    swapped = vault.with_entry(replace(vault.of(QIAN), public_key=public_half(b"\x77" * 32)))
    with pytest.raises(VaultDamaged):
        trusted_public_key(swapped, opened, QIAN)
    assert altered_accounts(swapped, opened) == (QIAN,)
    assert altered_accounts(vault, opened) == ()
    with pytest.raises(VaultDamaged):
        trusted_public_key(vault, opened, SUN)


@given(st.data())
@settings(max_examples=150)
def test_any_flipped_bit_of_an_entry_is_refused(data: st.DataObject) -> None:
    vault = ONE_VAULT
    entry = vault.of(QIAN)
    part = data.draw(st.sampled_from(["salt", "store_wrap", "private_wrap", "public_key", "stamp"]))
    content: bytes = getattr(entry, part)
    at, bit = data.draw(st.integers(0, len(content) - 1)), data.draw(st.integers(0, 7))
    flipped = content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :]
    with pytest.raises((WrongPassword, VaultDamaged)):
        unlock(vault.with_entry(replace(entry, **{part: flipped})), "qian", QIAN_PASSWORD)


@pytest.mark.parametrize("part", ["store_wrap", "private_wrap", "public_key", "stamp"])
def test_a_right_password_on_a_damaged_entry_is_not_called_wrong(part: str) -> None:
    vault = ONE_VAULT
    entry = vault.of(QIAN)
    with pytest.raises(VaultDamaged):
        unlock(
            vault.with_entry(replace(entry, **{part: bytes(len(getattr(entry, part)))})),
            "qian",
            QIAN_PASSWORD,
        )


def test_one_persons_entry_under_anothers_name_opens_nothing() -> None:
    vault = ONE_VAULT
    posing = replace(vault.of(QIAN), login="zhao", account_id=ZHAO)
    with pytest.raises(WrongPassword):
        unlock(vault.with_entry(posing), "zhao", QIAN_PASSWORD)


ONE_VAULT, ZHAO_OPENED, ONE_CODE = with_recovery_sheet()

LOGINS = ("zhao", "qian", "sun", "li")
acts = st.tuples(st.sampled_from(["add", "change", "reset", "disable", "enable"]), st.sampled_from(LOGINS))


@given(st.lists(acts, max_size=14))
@settings(max_examples=60)
def test_any_sequence_of_housekeeping_keeps_the_doors_right(sequence: list[tuple[str, str]]) -> None:
    """Whatever administrators and people do, in any order: every enabled account opens the same store
    with its present password, no former password opens anything, and nobody disabled gets in."""
    vault, admin = founded()
    present, former, disabled = (
        {"zhao": ZHAO_PASSWORD},
        {(login, "never used it") for login in LOGINS},
        set[str](),
    )
    for number, (act, login) in enumerate(sequence):
        fresh = f"word number {number} of {login}"
        if act == "add" and login not in present:
            vault = add_account(vault, admin, login, fresh, UUID(int=1 + LOGINS.index(login)))
        elif act == "change" and login in present and login not in disabled:
            vault = change_password(vault, unlock(vault, login, present[login]), present[login], fresh)
        elif act == "reset" and login in present:
            vault, _ = reset_password(vault, admin, login, fresh)
        elif act == "disable" and login in present and len(present.keys() - disabled) > 1:
            vault = disable_account(vault, admin, login)
            disabled.add(login)
            continue
        elif act == "enable" and login in present:
            vault = enable_account(vault, admin, login)
            disabled.discard(login)
            continue
        else:
            continue
        former |= {(login, present[login])} if login in present else set()
        present[login] = fresh
    vault = read_vault_text(vault_text(vault))
    assert altered_accounts(vault, admin) == ()
    for login, password in present.items():
        if login in disabled:
            with pytest.raises(AccountDisabled):
                unlock(vault, login, password)
        else:
            opened = unlock(vault, login, password)
            assert opened.store_key == admin.store_key
            assert public_half(opened.private_key) == trusted_public_key(vault, admin, opened.account_id)
    for login, password in former:
        with pytest.raises(WrongPassword):
            unlock(vault, login, password)


def test_no_account_is_made_with_a_poor_password_or_an_empty_name() -> None:
    vault, opened = founded()
    with pytest.raises(PasswordTooWeak):
        found_office("zhao", "12345678", ZHAO, STORE, cost=CHEAP)
    with pytest.raises(PasswordTooWeak):
        add_account(vault, opened, "qian", "qian", QIAN)
    with pytest.raises(PasswordTooWeak):
        reset_password(vault, opened, "zhao", "11111111")
    with pytest.raises(PasswordTooWeak):
        change_password(vault, opened, ZHAO_PASSWORD, "abcdefgh")
    for name in ("", "  ", "a\tb", "赵" * 65):
        with pytest.raises(DeskError, match="1 to 64") as refused:
            add_account(vault, opened, name, "a good long one", QIAN)
        assert refused.value.field == "login"


def test_nothing_is_changed_in_a_vault_that_somebody_altered() -> None:
    vault, opened = two_accounts()
    altered = replace(vault, recovery_wrap=b"another's")
    for change in (
        lambda: unlock(altered, "zhao", ZHAO_PASSWORD),
        lambda: change_password(altered, opened, ZHAO_PASSWORD, "river-lantern-10"),
        lambda: add_account(altered, opened, "sun", "seven paper boats", SUN),
        lambda: reset_password(altered, opened, "qian", "lent until monday"),
        lambda: disable_account(altered, opened, "qian"),
        lambda: enable_account(altered, opened, "qian"),
    ):
        with pytest.raises(VaultDamaged):
            change()


def test_keys_never_show_themselves(caplog: pytest.LogCaptureFixture) -> None:
    vault, opened = ONE_VAULT, ZHAO_OPENED
    recovered = open_with_recovery(vault, ONE_CODE)
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("test").info("%s %r %s %r", opened, opened, recovered, opened.store_key)
        logging.getLogger("test").info(
            f"{opened.private_key} {vault!r} {vault.of(ZHAO)!r} {opened.store_key:>40}"
        )
    shown = (
        caplog.text
        + repr((opened, recovered, vault, opened.store_key))
        + str(opened)
        + str([opened.private_key])
    )
    for secret in (opened.store_key, opened.private_key, vault.of(ZHAO).store_wrap, vault.of(ZHAO).salt):
        assert bytes(secret).hex() not in shown and repr(bytes(secret))[2:-1] not in shown


def test_keys_are_neither_pickled_nor_copied() -> None:
    opened = ZHAO_OPENED
    for way in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError, match="never pickled"):
            way(opened)


def test_fixed_randomness_gives_a_fixed_vault_for_tests_only() -> None:
    def counting() -> object:
        state = iter(range(10_000))
        return lambda size: bytes(next(state) % 256 for _ in range(size))

    makes = [
        found_office("zhao", ZHAO_PASSWORD, ZHAO, STORE, random=counting(), cost=CHEAP)[0]  # type: ignore[arg-type]
        for _ in range(2)
    ]
    assert makes[0] == makes[1]


def test_an_entry_keeps_its_place_when_it_changes() -> None:
    vault, opened = two_accounts()
    vault = change_password(vault, opened, ZHAO_PASSWORD, "river-lantern-10")
    assert [entry.login for entry in vault.entries] == ["zhao", "qian"]
    assert all(isinstance(entry, Entry) for entry in vault.entries)
    assert isinstance(opened.store_key, Key)


def test_signing_in_at_the_offices_price_takes_noticeable_but_bearable_time() -> None:
    vault, _ = found_office("zhao", ZHAO_PASSWORD, ZHAO, STORE)
    assert vault.cost == OFFICE_COST == Cost(memory_kib=65536, passes=3, lanes=4)
    began = time.perf_counter()
    unlock(vault, "zhao", ZHAO_PASSWORD)
    assert 0.01 < time.perf_counter() - began < 10
