"""What a side said alone: it opens for the case's mediators, in its own place, unaltered, and not else."""

from __future__ import annotations

import os
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.words import DeskError
from mediation_desk.store.vault.keys import Key, public_half
from mediation_desk.store.vault.recovery import WrongCode, escrow_private_key
from mediation_desk.store.vault.recovery_code import SECRET_BYTES, CodeMistyped, Sheet, read_code, write_code
from mediation_desk.store.vault.seals import (
    SealBroken,
    SealedField,
    draft_key,
    new_case_key,
    rekey,
    restore_with_escrow,
    seal,
    seal_draft,
    unseal,
    unseal_draft,
    unwrap,
    wrap_for,
    wrap_for_escrow,
)

CASE, OTHER_CASE = UUID(int=0xCA5E), UUID(int=0xCA5F)
ZHAO, QIAN = UUID(int=0xA), UUID(int=0xB)
ROW, OTHER_ROW = UUID(int=1), UUID(int=2)
STORE_KEY = Key(b"\x11" * 32)
BOTTOM_LINE = "公司底线三万一千元，不能一次付清"


def private_key() -> Key:
    return Key(X25519PrivateKey.generate().private_bytes_raw())


ZHAO_PRIVATE, QIAN_PRIVATE = private_key(), private_key()


def sealed_note(key: bytes, text: str = BOTTOM_LINE) -> bytes:
    return seal(key, text, table="bottom_lines", row_id=ROW, field="sealed")


def read_note(key: bytes, sealed: bytes) -> str:
    return unseal(key, sealed, table="bottom_lines", row_id=ROW, field="sealed")


def flip(content: bytes, at: int, bit: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :]


def test_a_mediator_of_the_case_opens_the_case_key_and_nobody_else_does() -> None:
    case_key = new_case_key()
    wrapped = wrap_for(case_key, public_half(ZHAO_PRIVATE), CASE, ZHAO, store_key=STORE_KEY)
    assert unwrap(wrapped, ZHAO_PRIVATE, CASE, ZHAO, store_key=STORE_KEY) == case_key
    assert len(wrapped) == 93 and bytes(case_key) not in wrapped
    with pytest.raises(SealBroken):
        unwrap(wrapped, QIAN_PRIVATE, CASE, ZHAO, store_key=STORE_KEY)


def test_a_wrap_moved_to_another_case_or_account_does_not_open() -> None:
    wrapped = wrap_for(new_case_key(), public_half(ZHAO_PRIVATE), CASE, ZHAO, store_key=STORE_KEY)
    for case_id, account_id in ((OTHER_CASE, ZHAO), (CASE, QIAN)):
        with pytest.raises(SealBroken):
            unwrap(wrapped, ZHAO_PRIVATE, case_id, account_id, store_key=STORE_KEY)


def test_a_database_operator_cannot_slip_in_a_case_key_of_their_own() -> None:
    forged = wrap_for(b"\x66" * 32, public_half(ZHAO_PRIVATE), CASE, ZHAO, store_key=b"\x00" * 32)
    with pytest.raises(SealBroken):
        unwrap(forged, ZHAO_PRIVATE, CASE, ZHAO, store_key=STORE_KEY)


@given(st.integers(0, 92), st.integers(0, 7))
def test_any_flipped_bit_of_a_wrap_is_refused(at: int, bit: int) -> None:
    wrapped = wrap_for(new_case_key(), public_half(ZHAO_PRIVATE), CASE, ZHAO, store_key=STORE_KEY)
    with pytest.raises(SealBroken):
        unwrap(flip(wrapped, at, bit), ZHAO_PRIVATE, CASE, ZHAO, store_key=STORE_KEY)


@pytest.mark.parametrize("length", range(0, 93, 4))
def test_a_wrap_cut_short_is_refused(length: int) -> None:
    wrapped = wrap_for(new_case_key(), public_half(ZHAO_PRIVATE), CASE, ZHAO, store_key=STORE_KEY)
    with pytest.raises(SealBroken):
        unwrap(wrapped[:length], ZHAO_PRIVATE, CASE, ZHAO, store_key=STORE_KEY)


@pytest.mark.parametrize(
    "public", [bytes(32), b"\x01" + bytes(31), b"short"], ids=["zero", "order one", "short"]
)
def test_an_impossible_public_key_is_refused_and_never_wrapped_for(public: bytes) -> None:
    with pytest.raises(SealBroken):
        wrap_for(new_case_key(), public, CASE, ZHAO, store_key=STORE_KEY)


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


def test_a_seal_moved_to_another_row_table_or_field_is_refused() -> None:
    key = new_case_key()
    sealed = sealed_note(key)
    for table, row_id, field in (
        ("bottom_lines", OTHER_ROW, "sealed"),
        ("caucus_notes", ROW, "sealed"),
        ("bottom_lines", ROW, "note"),
    ):
        with pytest.raises(SealBroken):
            unseal(key, sealed, table=table, row_id=row_id, field=field)


def test_another_cases_key_opens_nothing_and_the_refusal_says_nothing() -> None:
    sealed = sealed_note(new_case_key())
    with pytest.raises(SealBroken) as refused:
        read_note(new_case_key(), sealed)
    assert isinstance(refused.value, DeskError)
    assert "三万" not in str(refused.value) and refused.value.__cause__ is None
    for torn in (b"", b"\x01", sealed[:20], b"\x02" + sealed[1:]):
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


def test_taking_a_mediator_off_the_case_gives_every_seal_a_new_key() -> None:
    old, new = new_case_key(), new_case_key()
    rows = [UUID(int=n) for n in range(5)]
    said = {row: f"第{n}次单独谈话" for n, row in enumerate(rows)}
    before = [
        SealedField("notes", row, "text", seal(old, said[row], table="notes", row_id=row, field="text"))
        for row in rows
    ]

    after = list(rekey(old, new, before))

    assert {
        item.row_id: unseal(new, item.sealed, table="notes", row_id=item.row_id, field="text")
        for item in after
    } == said
    for item in after:
        with pytest.raises(SealBroken):
            unseal(old, item.sealed, table=item.table, row_id=item.row_id, field=item.field)


def test_rekeying_stops_at_a_seal_the_old_key_does_not_open() -> None:
    old = new_case_key()
    foreign = SealedField(
        "notes", ROW, "text", seal(new_case_key(), "x", table="notes", row_id=ROW, field="text")
    )
    with pytest.raises(SealBroken):
        list(rekey(old, new_case_key(), [foreign]))


def test_the_escrow_sheet_restores_a_case_whose_mediator_left() -> None:
    secret = os.urandom(SECRET_BYTES)
    code = write_code(secret, Sheet.ESCROW)
    public = public_half(escrow_private_key(read_code(code, Sheet.ESCROW)))
    case_key = new_case_key()
    wrapped = wrap_for_escrow(case_key, public, CASE, store_key=STORE_KEY)

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
    shown = f"{key!r} {key} {SealedField('notes', ROW, 'text', b'abcdef')!r}"
    assert key.hex() not in shown and "abcdef" not in shown
