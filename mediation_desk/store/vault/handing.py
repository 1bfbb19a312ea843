"""A renewed store key, handed to each account: its owner's private key opens it, and the key before it.

Nobody knows a colleague's password, so a new store key cannot be laid under it. It is handed over in a
*box* instead (an ephemeral X25519 exchange, HKDF-SHA256, AES-256-GCM) that stays until the owner signs in
next. The key before goes into the box's own key: whoever runs a server knows all public keys, and could
otherwise hand everybody a store key of their own. Boxes of several renewals are opened one by the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from mediation_desk.store.vault.document import Vault, bound_to
from mediation_desk.store.vault.keys import (
    NONCE_BYTES,
    Key,
    Random,
    derive,
    lock_up,
    open_up,
    public_half,
    shared_secret,
)

_HANDED = b"handed"
_PUBLIC_BYTES = 32


def handed(vault: Vault, account_id: UUID, public_key: bytes, former: Key, new: Key, random: Random) -> bytes:
    """The new store key in a box for that account; WillNotOpen for an impossible public key."""
    ephemeral = X25519PrivateKey.generate()
    sent = ephemeral.public_key().public_bytes_raw()
    place = _place(vault, account_id, sent, public_key)
    return sent + lock_up(_key(ephemeral, public_key, former, place), new, place, random(NONCE_BYTES))


def taken(vault: Vault, account_id: UUID, private_key: Key, store_key: Key, boxes: Iterable[bytes]) -> Key:
    """The store key after all renewals, from the one that was known before the first; WillNotOpen."""
    for box in boxes:
        sent = bytes(box[:_PUBLIC_BYTES])
        place = _place(vault, account_id, sent, public_half(private_key))
        mine = X25519PrivateKey.from_private_bytes(bytes(private_key))
        store_key = open_up(_key(mine, sent, store_key, place), bytes(box[_PUBLIC_BYTES:]), place)
    return store_key


def _place(vault: Vault, account_id: UUID, sent: bytes, public_key: bytes) -> bytes:
    return bound_to(_HANDED, vault, account_id) + sent + bytes(public_key)


def _key(private: X25519PrivateKey, public_key: bytes, former: Key, place: bytes) -> Key:
    return derive(shared_secret(private, public_key), b"handed store key/" + place,
                  salt=derive(former, b"handing"))
