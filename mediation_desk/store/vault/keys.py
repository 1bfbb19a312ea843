"""Keys in memory that never show themselves, and the two ways of wrapping one key in another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn, Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from mediation_desk.domain.words import N_, DeskError

KEY_BYTES = 32
NONCE_BYTES = 12

Random = Callable[[int], bytes]
"""Gives so many unpredictable bytes; only tests pass one of their own."""


class Key(bytes):
    """Secret key bytes that print as nothing and refuse to be pickled.

    Python cannot wipe memory: a key stays there until the interpreter reuses the place. Locking and signing
    out drop every reference; what a memory dump of a running desk shows is outside our protection.
    """

    def __repr__(self) -> str:
        return "<key>"

    def __str__(self) -> str:
        return "<key>"

    def __format__(self, format_spec: str) -> str:
        return "<key>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a key is never pickled or copied out")


class HoldsStoreKey(Protocol):
    """Whoever has opened the store, by password or by recovery code."""

    @property
    def store_key(self) -> Key:
        """The 32 bytes that open the store."""


class Locked(DeskError):
    """The desk was locked meanwhile: its keys are gone from memory until the password opens them again."""

    def __init__(self) -> None:
        super().__init__(N_("The desk is locked. Sign in to go on."))


class Opened:
    """What a right password opens: the store's key and the account's own private key (32 bytes each).

    ``must_change`` says that the password was chosen by an administrator and is only lent. Whoever needs a
    key asks here each time, so that :meth:`forget` takes both from everybody at once.
    """

    __slots__ = ("_private_key", "_store_key", "account_id", "must_change")

    def __init__(self, account_id: UUID, store_key: Key, private_key: Key, must_change: bool = False) -> None:
        self.account_id, self.must_change = account_id, must_change
        self._store_key: Key | None = store_key
        self._private_key: Key | None = private_key

    @property
    def store_key(self) -> Key:
        """The key of the store; Locked once it was forgotten."""
        return _there(self._store_key)

    @property
    def private_key(self) -> Key:
        """The account's own; Locked once it was forgotten."""
        return _there(self._private_key)

    def forget(self) -> None:
        """Hold no key any more."""
        self._store_key = self._private_key = None

    def __repr__(self) -> str:
        return f"<opened by {self.account_id}>"


def _there(key: Key | None) -> Key:
    if key is None:
        raise Locked
    return key


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class RecoveryOpened:
    """What the printed recovery code opens: the store's key, and nobody's private key."""

    store_key: Key

    def __repr__(self) -> str:
        return "<opened by recovery code>"


class WillNotOpen(Exception):
    """The key does not fit this wrap, or the wrap was altered; callers say it in the user's words."""


def derive(secret: bytes, purpose: bytes, *, salt: bytes | None = None, length: int = KEY_BYTES) -> Key:
    """A key for one purpose out of a secret that is already strong (HKDF-SHA256, RFC 5869)."""
    hkdf = HKDF(algorithm=SHA256(), length=length, salt=salt, info=b"mediation-desk/" + purpose)
    return Key(hkdf.derive(bytes(secret)))


def lock_up(key: bytes, content: bytes, bound_to: bytes, nonce: bytes) -> bytes:
    """AES-256-GCM: the nonce followed by the ciphertext, bound to where it belongs."""
    return nonce + AESGCM(key).encrypt(nonce, bytes(content), bound_to)


def open_up(key: bytes, locked: bytes, bound_to: bytes) -> Key:
    """What :func:`lock_up` locked; WillNotOpen for another key, another place or an altered byte."""
    if len(locked) < NONCE_BYTES + 16:
        raise WillNotOpen
    try:
        return Key(AESGCM(key).decrypt(locked[:NONCE_BYTES], locked[NONCE_BYTES:], bound_to))
    except InvalidTag:
        raise WillNotOpen from None


def shared_secret(private: X25519PrivateKey, public_key: bytes) -> Key:
    """What both ends of an X25519 exchange arrive at; WillNotOpen for an impossible public key."""
    try:
        return Key(private.exchange(X25519PublicKey.from_public_bytes(bytes(public_key))))
    except ValueError:  # a public key of small order, or of the wrong size
        raise WillNotOpen from None


def public_half(private_key: bytes) -> bytes:
    """The X25519 public key (32 bytes) that belongs to a private key."""
    return X25519PrivateKey.from_private_bytes(bytes(private_key)).public_key().public_bytes_raw()
