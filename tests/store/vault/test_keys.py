"""Keys in memory, and one key wrapped in another."""

from __future__ import annotations

import copy
import pickle
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.store.vault.keys import Key, Opened, WillNotOpen, derive, lock_up, open_up, public_half

SECRET = Key(bytes(range(32)))
NONCE = b"n" * 12


def test_a_key_shows_itself_in_no_way() -> None:
    shown = f"{SECRET} {SECRET!r} {SECRET:>80} {[SECRET]} {Opened(UUID(int=1), SECRET, SECRET)}"
    assert SECRET.hex() not in shown and repr(bytes(SECRET))[2:-1] not in shown
    for way in (pickle.dumps, copy.deepcopy, copy.copy):
        with pytest.raises(TypeError, match="never pickled"):
            way(SECRET)


@given(st.binary(max_size=200), st.binary(max_size=40))
def test_what_was_locked_up_opens_with_the_same_key_in_the_same_place(content: bytes, place: bytes) -> None:
    assert open_up(SECRET, lock_up(SECRET, content, place, NONCE), place) == content


@given(st.binary(max_size=60), st.integers(0, 10**6), st.integers(0, 7))
def test_any_flipped_bit_keeps_it_shut(content: bytes, at: int, bit: int) -> None:
    locked = bytearray(lock_up(SECRET, content, b"place", NONCE))
    locked[at % len(locked)] ^= 1 << bit
    with pytest.raises(WillNotOpen):
        open_up(SECRET, bytes(locked), b"place")


@given(st.integers(0, 27))
def test_what_is_cut_short_does_not_open(length: int) -> None:
    with pytest.raises(WillNotOpen):
        open_up(SECRET, lock_up(SECRET, b"", b"", NONCE)[:length], b"")


def test_another_place_and_another_key_open_nothing() -> None:
    locked = lock_up(SECRET, b"content", b"case 1", NONCE)
    for key, place in ((SECRET, b"case 2"), (derive(SECRET, b"other"), b"case 1")):
        with pytest.raises(WillNotOpen):
            open_up(key, locked, place)


@given(st.binary(min_size=1, max_size=20), st.binary(min_size=1, max_size=20))
def test_each_purpose_has_a_key_of_its_own(one: bytes, other: bytes) -> None:
    assert derive(SECRET, one) == derive(SECRET, one)
    assert (derive(SECRET, one) == derive(SECRET, other)) == (one == other)
    assert len(derive(SECRET, one)) == 32


def test_the_public_half_is_that_of_x25519() -> None:
    private = X25519PrivateKey.from_private_bytes(bytes(SECRET))
    assert public_half(SECRET) == private.public_key().public_bytes_raw()
