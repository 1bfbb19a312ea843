"""A key in an envelope comes out for whom it is addressed to, for what it was meant for."""

from __future__ import annotations

import pytest

from mediation_desk.store.travel.envelope import enclose, take_out
from mediation_desk.store.vault.keys import Key, WillNotOpen, public_half

OWNER, STRANGER = Key(b"\x01" * 32), Key(b"\x02" * 32)


def test_the_owner_takes_it_out_again() -> None:
    for salt in (b"", b"salt" * 8):
        sent = enclose(b"secret key", public_half(OWNER), b"case 1", salt=salt)
        assert bytes(take_out(sent, OWNER, b"case 1", salt=salt)) == b"secret key"
        assert b"secret" not in sent


def test_nobody_else_does_and_for_nothing_else() -> None:
    sent = enclose(b"secret key", public_half(OWNER), b"case 1", salt=b"salt")
    for key, place, salt in ((STRANGER, b"case 1", b"salt"), (OWNER, b"case 2", b"salt"),
                             (OWNER, b"case 1", b""), (OWNER, b"case 1", b"tlas")):
        with pytest.raises(WillNotOpen):
            take_out(sent, key, place, salt=salt)


def test_an_altered_byte_keeps_it_shut() -> None:
    sent = enclose(b"secret key", public_half(OWNER), b"case 1")
    for at in range(len(sent)):
        with pytest.raises(WillNotOpen):
            take_out(sent[:at] + bytes([sent[at] ^ 1]) + sent[at + 1:], OWNER, b"case 1")
    for cut in (b"", sent[:31], sent[:33], sent[:-1]):
        with pytest.raises(WillNotOpen):
            take_out(cut, OWNER, b"case 1")


@pytest.mark.parametrize("public", [b"", b"\x00" * 32, b"short"])
def test_an_impossible_addressee_is_refused(public: bytes) -> None:
    with pytest.raises(WillNotOpen):
        enclose(b"secret", public, b"case 1")
