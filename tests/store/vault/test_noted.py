"""What the journal knows of the vault tells an older one, and which of its entries still count."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from mediation_desk.store.vault.document import sealed
from mediation_desk.store.vault.noted import Noted, Standing, noted_of, standing
from mediation_desk.store.vault.recovery import new_recovery_code
from mediation_desk.store.vault.vault import change_password, disable_account, reset_password
from tests.store.doors import QIAN, QIAN_PASSWORD, SUN, ZHAO, ZHAO_PASSWORD, two_accounts

BEFORE, OPENED = two_accounts()


def test_a_vault_is_present_ahead_or_older() -> None:
    after = sealed(BEFORE, OPENED.store_key)
    assert standing(after, noted_of(after)) is Standing.PRESENT
    assert standing(after, noted_of(BEFORE)) is Standing.AHEAD
    assert standing(BEFORE, None) is Standing.AHEAD
    assert standing(BEFORE, noted_of(after)) is Standing.OLDER


def test_another_vault_with_the_same_counter_is_not_the_present_one() -> None:
    mine = change_password(BEFORE, OPENED, ZHAO_PASSWORD, "after the flood")
    other = change_password(BEFORE, OPENED, ZHAO_PASSWORD, "又是一年春草绿 3")
    assert mine.counter == other.counter
    assert standing(other, noted_of(mine)) is Standing.OLDER


def test_a_vault_of_the_first_format_is_older_than_any_that_was_noted() -> None:
    assert standing(replace(BEFORE, format=1, counter=0, mac=b""), noted_of(BEFORE)) is Standing.OLDER


def test_a_changed_password_makes_the_former_entry_unknown_and_leaves_the_colleagues() -> None:
    after = change_password(BEFORE, OPENED, ZHAO_PASSWORD, "after the flood")
    noted = noted_of(after)
    assert not noted.knows(BEFORE, ZHAO) and noted.knows(BEFORE, QIAN) and not noted.knows(BEFORE, SUN)
    assert noted.knows(after, ZHAO)


def test_a_reset_and_a_shut_account_make_the_former_entry_unknown() -> None:
    for after in (disable_account(BEFORE, OPENED, "qian"),
                  reset_password(BEFORE, OPENED, "qian", "lent until monday")[0]):
        assert not noted_of(after).knows(BEFORE, QIAN) and noted_of(after).knows(BEFORE, ZHAO)


def test_a_renewed_recovery_sheet_makes_the_former_one_unknown() -> None:
    first, _ = new_recovery_code(BEFORE, OPENED)
    second, _ = new_recovery_code(first, OPENED)
    assert noted_of(second).knows_recovery(second) and not noted_of(second).knows_recovery(first)


def test_a_note_reads_back_and_holds_no_secret() -> None:
    noted = noted_of(BEFORE)
    text = msgspec.json.encode(noted)
    assert msgspec.json.decode(text, type=Noted) == noted
    for secret in (ZHAO_PASSWORD, QIAN_PASSWORD, OPENED.store_key.hex(), BEFORE.of(QIAN).store_wrap.hex()):
        assert secret.encode() not in text
