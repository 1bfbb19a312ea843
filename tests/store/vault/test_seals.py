"""What a side said alone: it opens for the case's mediators, in its own place, unaltered, and not else."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.words import DeskError
from mediation_desk.store.vault.keys import Key, lock_up, public_half
from mediation_desk.store.vault.recovery import WrongCode, escrow_private_key
from mediation_desk.store.vault.recovery_code import SECRET_BYTES, CodeMistyped, Sheet, read_code, write_code
from mediation_desk.store.vault.seals import (
    BOUND,
    ESCROW_ACCOUNT,
    PLAIN,
    SealBroken,
    SealPlace,
    draft_key,
    new_case_key,
    restore_with_escrow,
    seal,
    seal_draft,
    unseal,
    unseal_draft,
    unwrap,
    wrap_for,
    wrap_salt,
)

CASE, OTHER_CASE = UUID(int=0xCA5E), UUID(int=0xCA5F)
ZHAO, QIAN = UUID(int=0xA), UUID(int=0xB)
ROW, OTHER_ROW = UUID(int=1), UUID(int=2)
STORE_KEY = Key(b"\x11" * 32)
BOTTOM_LINE = "公司底线三万一千元，不能一次付清"
SAID_AT = datetime(2025, 1, 20, 9, 30, 0, 4, tzinfo=UTC)
PLACE = SealPlace(store_id=UUID(int=9), case_id=CASE, row_id=ROW, side="respondent", kind="bottom_line",
                  author=ZHAO, written_at=SAID_AT, generation=2)


def private_key() -> Key:
    return Key(X25519PrivateKey.generate().private_bytes_raw())


ZHAO_PRIVATE, QIAN_PRIVATE = private_key(), private_key()


def sealed_note(key: bytes, text: str = BOTTOM_LINE) -> bytes:
    return seal(key, text, PLACE)


def read_note(key: bytes, sealed: bytes) -> str:
    return unseal(key, sealed, PLACE)


def flip(content: bytes, at: int, bit: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :]


def test_a_mediator_of_the_case_opens_the_case_key_and_nobody_else_does() -> None:
    case_key = new_case_key()
    wrapped = wrap_for(case_key, public_half(ZHAO_PRIVATE), CASE, ZHAO, salt=wrap_salt(STORE_KEY))
    assert unwrap(wrapped, ZHAO_PRIVATE, CASE, ZHAO, store_key=STORE_KEY) == case_key
    assert len(wrapped) == 93 and bytes(case_key) not in wrapped
    with pytest.raises(SealBroken):
        unwrap(wrapped, QIAN_PRIVATE, CASE, ZHAO, store_key=STORE_KEY)


def test_a_wrap_moved_to_another_case_or_account_does_not_open() -> None:
    wrapped = wrap_for(new_case_key(), public_half(ZHAO_PRIVATE), CASE, ZHAO, salt=wrap_salt(STORE_KEY))
    for case_id, account_id in ((OTHER_CASE, ZHAO), (CASE, QIAN)):
        with pytest.raises(SealBroken):
            unwrap(wrapped, ZHAO_PRIVATE, case_id, account_id, store_key=STORE_KEY)


def test_a_database_operator_cannot_slip_in_a_case_key_of_their_own() -> None:
    forged = wrap_for(b"\x66" * 32, public_half(ZHAO_PRIVATE), CASE, ZHAO, salt=wrap_salt(b"\x00" * 32))
    with pytest.raises(SealBroken):
        unwrap(forged, ZHAO_PRIVATE, CASE, ZHAO, store_key=STORE_KEY)


@given(st.integers(0, 92), st.integers(0, 7))
def test_any_flipped_bit_of_a_wrap_is_refused(at: int, bit: int) -> None:
    wrapped = wrap_for(new_case_key(), public_half(ZHAO_PRIVATE), CASE, ZHAO, salt=wrap_salt(STORE_KEY))
    with pytest.raises(SealBroken):
        unwrap(flip(wrapped, at, bit), ZHAO_PRIVATE, CASE, ZHAO, store_key=STORE_KEY)


@pytest.mark.parametrize("length", range(0, 93, 4))
def test_a_wrap_cut_short_is_refused(length: int) -> None:
    wrapped = wrap_for(new_case_key(), public_half(ZHAO_PRIVATE), CASE, ZHAO, salt=wrap_salt(STORE_KEY))
    with pytest.raises(SealBroken):
        unwrap(wrapped[:length], ZHAO_PRIVATE, CASE, ZHAO, store_key=STORE_KEY)


@pytest.mark.parametrize(
    "public", [bytes(32), b"\x01" + bytes(31), b"short"], ids=["zero", "order one", "short"]
)
def test_an_impossible_public_key_is_refused_and_never_wrapped_for(public: bytes) -> None:
    with pytest.raises(SealBroken):
        wrap_for(new_case_key(), public, CASE, ZHAO, salt=wrap_salt(STORE_KEY))


@given(st.text() | st.text(min_size=20, max_size=40).map(lambda text: text * 100))
def test_any_text_seals_and_opens_again(text: str) -> None:
    key = new_case_key()
    assert read_note(key, sealed_note(key, text)) == text


@pytest.mark.parametrize(
    "text", ["", "\0", "ends in nulls\0\0", "\x80\0", "\ud800 torn pair", "𠮷" * 16 + "\0"]
)
def test_texts_that_look_like_padding_come_back_whole(text: str) -> None:
    key = new_case_key()
    assert read_note(key, sealed_note(key, text)) == text


@given(st.data())
def test_any_flipped_bit_of_a_seal_is_refused(data: st.DataObject) -> None:
    key = new_case_key()
    sealed = sealed_note(key)
    at, bit = data.draw(st.integers(0, len(sealed) - 1)), data.draw(st.integers(0, 7))
    with pytest.raises(SealBroken):
        read_note(key, flip(sealed, at, bit))


@pytest.mark.parametrize("otherwise", [
    {"store_id": UUID(int=10)}, {"case_id": OTHER_CASE}, {"row_id": OTHER_ROW}, {"side": "applicant"},
    {"kind": "offer"}, {"author": QIAN}, {"written_at": SAID_AT + timedelta(microseconds=1)},
    {"generation": 1}, {"generation": 3}, {"table": "notes"}, {"field": "note"}], ids=str)
def test_a_seal_moved_turned_redated_signed_by_another_or_of_another_generation_is_refused(
        otherwise: dict[str, Any]) -> None:
    key = new_case_key()
    sealed = sealed_note(key)
    with pytest.raises(SealBroken):
        unseal(key, sealed, replace(PLACE, **otherwise))


def test_the_zone_in_which_an_instant_is_told_is_no_other_instant() -> None:
    key = new_case_key()
    told = replace(PLACE, written_at=SAID_AT.astimezone(ZoneInfo("Asia/Shanghai")))
    assert unseal(key, sealed_note(key), told) == BOTTOM_LINE


def test_a_seal_of_the_first_version_opens_only_where_the_list_has_not_said_otherwise() -> None:
    """The first version was bound to table, row and field; sealed here as the program of its day did."""
    key = new_case_key()
    padded = BOTTOM_LINE.encode() + b"\x80"
    bound = PLAIN + f"sealed_items/{ROW}/sealed".encode()
    first = PLAIN + lock_up(key, padded.ljust(64, b"\0"), bound, os.urandom(12))
    assert unseal(key, first, PLACE, plain_too=True) == BOTTOM_LINE
    for sealed, plain_too in ((first, False), (BOUND + first[1:], True),
                              (PLAIN + sealed_note(key)[1:], True)):
        with pytest.raises(SealBroken):
            unseal(key, sealed, PLACE, plain_too=plain_too)


def test_another_cases_key_opens_nothing_and_the_refusal_says_nothing() -> None:
    sealed = sealed_note(new_case_key())
    with pytest.raises(SealBroken) as refused:
        read_note(new_case_key(), sealed)
    assert isinstance(refused.value, DeskError)
    assert "三万" not in str(refused.value) and refused.value.__cause__ is None
    for torn in (b"", PLAIN, BOUND, sealed[:20], PLAIN + sealed[1:], b"\x03" + sealed[1:]):
        with pytest.raises(SealBroken):
            read_note(new_case_key(), torn)


def test_the_same_words_never_look_the_same_twice() -> None:
    key = new_case_key()
    assert len({sealed_note(key) for _ in range(200)}) == 200


def test_the_length_of_a_seal_tells_only_a_bucket() -> None:
    """1 version + 12 nonce + 16 tag = 29 bytes around a bucket of 64, 128, ... 4096, 8192, 12288.

    The text takes one byte more for its end mark, so 63 ASCII letters still fill the first bucket.
    """
    key = new_case_key()
    lengths = {
        size: len(sealed_note(key, "x" * size)) - 29 for size in (0, 5, 63, 64, 127, 128, 4095, 4096, 8192)
    }
    assert lengths == {0: 64, 5: 64, 63: 64, 64: 128, 127: 128, 128: 256, 4095: 4096, 4096: 8192, 8192: 12288}


def test_the_escrow_sheet_restores_a_case_whose_mediator_left() -> None:
    secret = os.urandom(SECRET_BYTES)
    code = write_code(secret, Sheet.ESCROW)
    public = public_half(escrow_private_key(read_code(code, Sheet.ESCROW)))
    case_key = new_case_key()
    wrapped = wrap_for(case_key, public, CASE, ESCROW_ACCOUNT, salt=wrap_salt(STORE_KEY))

    assert restore_with_escrow(code.lower(), wrapped, CASE, store_key=STORE_KEY) == case_key
    with pytest.raises(WrongCode):
        restore_with_escrow(code, wrapped, OTHER_CASE, store_key=STORE_KEY)
    with pytest.raises(WrongCode):
        restore_with_escrow(
            write_code(os.urandom(SECRET_BYTES), Sheet.ESCROW), wrapped, CASE, store_key=STORE_KEY
        )
    with pytest.raises(CodeMistyped, match="another sheet"):
        restore_with_escrow(write_code(secret, Sheet.RECOVERY), wrapped, CASE, store_key=STORE_KEY)


def test_unsaved_typing_waits_encrypted_for_its_own_account() -> None:
    key = draft_key(ZHAO_PRIVATE, STORE_KEY)
    kept = seal_draft(key, BOTTOM_LINE, place="mediation/bottom_line/7")
    assert "底线".encode() not in kept and "底线".encode("utf-16-le") not in kept
    assert (
        unseal_draft(draft_key(ZHAO_PRIVATE, STORE_KEY), kept, place="mediation/bottom_line/7") == BOTTOM_LINE
    )
    for stranger, place in (
        (draft_key(QIAN_PRIVATE, STORE_KEY), "mediation/bottom_line/7"),
        (draft_key(ZHAO_PRIVATE, b"\x12" * 32), "mediation/bottom_line/7"),
        (key, "mediation/bottom_line/8"),
    ):
        with pytest.raises(SealBroken):
            unseal_draft(stranger, kept, place=place)
    with pytest.raises(SealBroken):
        unseal_draft(key, flip(kept, len(kept) - 1, 0), place="mediation/bottom_line/7")
    with pytest.raises(SealBroken):
        unseal_draft(key, b"", place="mediation/bottom_line/7")


def test_keys_and_seals_do_not_show_themselves() -> None:
    key = new_case_key()
    assert key.hex() not in f"{key!r} {key}"
