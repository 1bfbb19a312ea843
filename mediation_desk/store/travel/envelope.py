"""A key in an envelope: only the private key that belongs to the public one on it takes it out again."""

from __future__ import annotations

from secrets import token_bytes

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from mediation_desk.store.vault.keys import (
    NONCE_BYTES,
    Key,
    derive,
    lock_up,
    open_up,
    public_half,
    shared_secret,
)

_PUBLIC_BYTES = 32


def enclose(secret: bytes, public_key: bytes, bound_to: bytes, *, salt: bytes = b"") -> bytes:
    """The secret for the owner of the public key (an ephemeral X25519 exchange, HKDF-SHA256, AES-256-GCM).

    ``bound_to``: what it is for; it opens for nothing else. ``salt``: a secret that whoever opens it must
    know besides. WillNotOpen for an impossible public key.
    """
    ephemeral = X25519PrivateKey.generate()
    sent = ephemeral.public_key().public_bytes_raw()
    key = _key(ephemeral, public_key, sent + public_key + bound_to, salt)
    return sent + lock_up(key, secret, bound_to, token_bytes(NONCE_BYTES))


def take_out(envelope: bytes, private_key: bytes, bound_to: bytes, *, salt: bytes = b"") -> Key:
    """The secret again; WillNotOpen for another key, another purpose or an altered byte."""
    sent, locked = bytes(envelope[:_PUBLIC_BYTES]), bytes(envelope[_PUBLIC_BYTES:])
    own = X25519PrivateKey.from_private_bytes(bytes(private_key))
    return open_up(_key(own, sent, sent + public_half(private_key) + bound_to, salt), locked, bound_to)


def _key(private: X25519PrivateKey, public_key: bytes, place: bytes, salt: bytes) -> Key:
    return derive(shared_secret(private, public_key), b"bag/" + place, salt=salt or None)
