"""Case keys wrapped before a renewal: they open where they were vouched for, and no new one is slipped in."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.store.vault.former_wraps import is_vouched, restored, unwrapped, voucher
from mediation_desk.store.vault.keys import Key, public_half
from mediation_desk.store.vault.recovery import WrongCode, escrow_private_key
from mediation_desk.store.vault.recovery_code import Sheet, write_code
from mediation_desk.store.vault.seals import ESCROW_ACCOUNT, SealBroken, wrap_for

CASE, ME, ROW = UUID(int=1), UUID(int=2), UUID(int=3)
PRIVATE, CASE_KEY = Key(b"\x21" * 32), b"\x42" * 32
OLDEST, FORMER, PRESENT = (Key(bytes([one]) * 32) for one in (7, 8, 9))
SECRET = Key(b"\x05" * 20)


def wrap(made_with: Key, account: UUID = ME, private: Key = PRIVATE, *, vouched: bool = True) -> CaseKeyWrap:
    wrapped = wrap_for(CASE_KEY, public_half(private), CASE, account, store_key=made_with)
    said = voucher(wrapped, CASE.bytes, account.bytes, PRESENT) if vouched else None
    return CaseKeyWrap(id=ROW, case_id=CASE, account_id=account, wrapped=wrapped, vouched=said)


def former() -> list[Key]:
    return [OLDEST, FORMER]


@pytest.mark.parametrize("made_with", [OLDEST, FORMER, PRESENT])
def test_a_wrap_of_whatever_day_opens_once_it_was_vouched_for(made_with: Key) -> None:
    assert unwrapped(wrap(made_with), PRIVATE, store_key=PRESENT, former=former) == CASE_KEY


def test_one_made_with_the_present_key_needs_no_voucher_and_no_former_key() -> None:
    def never() -> list[Key]:
        raise AssertionError("asked for nothing")

    made = wrap(PRESENT, vouched=False)
    assert not is_vouched(made, PRESENT)
    assert unwrapped(made, PRIVATE, store_key=PRESENT, former=never) == CASE_KEY


def test_one_made_with_a_former_key_since_the_renewal_opens_nothing() -> None:
    """Who left knows the former key and every public key; a voucher of another wrap does not help them."""
    forged, genuine = wrap(FORMER, vouched=False), wrap(FORMER)
    for said in (None, b"", genuine.vouched, voucher(forged.wrapped, CASE.bytes, ME.bytes, FORMER)):
        forged.vouched = said
        with pytest.raises(SealBroken):
            unwrapped(forged, PRIVATE, store_key=PRESENT, former=former)


def test_the_escrow_sheet_opens_what_was_left_with_it_before_the_renewal() -> None:
    code, private = write_code(SECRET, Sheet.ESCROW), escrow_private_key(SECRET)
    for made_with in (FORMER, PRESENT):
        left = wrap(made_with, ESCROW_ACCOUNT, private)
        assert restored(code, left, store_key=PRESENT, former=former) == CASE_KEY
    with pytest.raises(WrongCode):
        restored(code, wrap(FORMER, ESCROW_ACCOUNT, private, vouched=False), store_key=PRESENT, former=former)
