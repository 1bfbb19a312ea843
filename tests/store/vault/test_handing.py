"""Handing a renewed store key over: to the account's private key and the key before, and to nothing else."""

from __future__ import annotations

from secrets import token_bytes

import pytest

from mediation_desk.store.vault.handing import handed, taken
from mediation_desk.store.vault.keys import Key, WillNotOpen, public_half
from tests.store.doors import QIAN, ZHAO, founded

VAULT, _ = founded()
PRIVATE = Key(b"\x11" * 32)
FIRST, SECOND, THIRD = (Key(bytes([one]) * 32) for one in (1, 2, 3))


def box(former: Key, new: Key, private: Key = PRIVATE) -> bytes:
    return handed(VAULT, ZHAO, public_half(private), former, new, token_bytes)


def test_the_key_of_several_renewals_is_found_one_after_the_other() -> None:
    assert taken(VAULT, ZHAO, PRIVATE, FIRST, []) == FIRST
    assert taken(VAULT, ZHAO, PRIVATE, FIRST, [box(FIRST, SECOND), box(SECOND, THIRD)]) == THIRD


def test_whoever_lacks_the_private_key_or_the_key_before_opens_nothing() -> None:
    for private, former, account in ((Key(b"\x12" * 32), FIRST, ZHAO), (PRIVATE, SECOND, ZHAO),
                                     (PRIVATE, FIRST, QIAN)):
        with pytest.raises(WillNotOpen):
            taken(VAULT, account, private, former, [box(FIRST, SECOND)])


def test_who_knows_the_public_key_alone_hands_nobody_a_key_of_their_own() -> None:
    with pytest.raises(WillNotOpen):
        taken(VAULT, ZHAO, PRIVATE, FIRST, [box(THIRD, SECOND)])


def test_an_altered_byte_opens_nothing_and_an_impossible_key_is_handed_nothing() -> None:
    whole = box(FIRST, SECOND)
    for at in (0, 31, 32, 50, len(whole) - 1):
        altered = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:]
        with pytest.raises(WillNotOpen):
            taken(VAULT, ZHAO, PRIVATE, FIRST, [altered])
    for short in (b"", whole[:20], whole[:40]):
        with pytest.raises(WillNotOpen):
            taken(VAULT, ZHAO, PRIVATE, FIRST, [short])
    with pytest.raises(WillNotOpen):
        handed(VAULT, ZHAO, bytes(32), FIRST, SECOND, token_bytes)
