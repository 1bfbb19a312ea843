"""The office's pairs: kept locked, told apart by purpose, and good for a signature nobody else makes."""

from __future__ import annotations

import pytest

from mediation_desk.store.referral import package_keys
from mediation_desk.store.referral.package_keys import is_signed
from mediation_desk.store.travel import envelope
from mediation_desk.store.vault.keys import WillNotOpen

STORE_KEY, OTHER_KEY = b"a" * 32, b"b" * 32


def test_they_come_out_of_the_settings_with_the_store_key_alone() -> None:
    made = package_keys.new()
    kept = package_keys.locked(made, STORE_KEY)
    assert package_keys.unlocked(kept, STORE_KEY) == made
    assert bytes(made.secret).hex() not in kept
    with pytest.raises(WillNotOpen):
        package_keys.unlocked(kept, OTHER_KEY)
    with pytest.raises((WillNotOpen, ValueError)):
        package_keys.unlocked(kept[:-2] + ("00" if kept[-2:] != "00" else "01"), STORE_KEY)


def test_the_pairs_are_for_one_purpose_each() -> None:
    made = package_keys.new()
    assert len({bytes(made.secret), bytes(made.private), made.public, made.signing}) == 4
    enclosed = envelope.enclose(b"secret", made.public, b"here")
    assert envelope.take_out(enclosed, made.private, b"here") == b"secret"


def test_a_signature_is_for_these_bytes_by_this_office() -> None:
    made, other = package_keys.new(), package_keys.new()
    signature = made.sign(b"told")
    assert len(signature) == package_keys.SIGNATURE_BYTES and is_signed(b"told", signature, made.signing)
    assert not is_signed(b"tolD", signature, made.signing)
    assert not is_signed(b"told", signature, other.signing)
    assert not is_signed(b"told", signature[:-1], made.signing)
    assert not is_signed(b"told", signature, b"short")


def test_they_show_themselves_nowhere() -> None:
    made = package_keys.new()
    assert made.secret.hex() not in repr(made)
