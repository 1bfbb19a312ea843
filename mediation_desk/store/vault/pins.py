"""What is kept of a PIN: salt, price and proof, worth nothing without the account's own key."""

from __future__ import annotations

import hmac
from secrets import token_bytes

import msgspec
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from msgspec import Struct

from mediation_desk.domain.text.plain import plain
from mediation_desk.store.vault.document import Cost
from mediation_desk.store.vault.keys import KEY_BYTES, Key, Opened, Random, derive

SALT_BYTES = 16


class _Kept(Struct, frozen=True, forbid_unknown_fields=True):
    """The proof of a PIN as it lies in the account's row; format 1."""

    format: int
    salt: bytes
    cost: Cost
    proof: bytes


def kept(pin: str, opened: Opened, cost: Cost, *, random: Random = token_bytes) -> bytes:
    """What proves the PIN from now on (Argon2id, at the price of a password).

    The account's private key goes into it, so that whoever reads the row cannot try the few PINs there are;
    a reset password, which gives another key, makes it void.
    """
    salt = random(SALT_BYTES)
    return msgspec.json.encode(_Kept(1, salt, cost, bytes(_proof(pin, opened, salt, cost))))


def fits(pin: str, kept: bytes, opened: Opened) -> bool:
    """Whether it is that PIN. What was altered, or asks for a price that no office pays, fits nothing."""
    try:
        known = msgspec.json.decode(kept, type=_Kept)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    if known.format != 1 or len(known.salt) != SALT_BYTES or not known.cost.is_bearable:
        return False
    return hmac.compare_digest(known.proof, bytes(_proof(pin, opened, known.salt, known.cost)))


def _proof(pin: str, opened: Opened, salt: bytes, cost: Cost) -> Key:
    argon = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes,
                     memory_cost=cost.memory_kib, ad=opened.account_id.bytes,
                     secret=bytes(derive(opened.private_key, b"pin")))
    return Key(argon.derive(plain(pin).encode()))
