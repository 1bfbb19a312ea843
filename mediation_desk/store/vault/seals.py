"""Seals: what a side said alone, under a key per case that only that case's mediators hold.

A case key lies wrapped for each of its mediators (an ephemeral X25519 exchange, HKDF-SHA256, AES-256-GCM)
and, where the office has one, for the escrow. A wrap is bound to case, account and recipient, and also to
the store key: a database operator, who knows all public keys but not the store key, can neither open a
wrap nor slip in a case key of their own for the mediators to write under.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_bytes
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.vault.keys import (
    KEY_BYTES,
    NONCE_BYTES,
    Key,
    WillNotOpen,
    derive,
    lock_up,
    open_up,
    public_half,
    shared_secret,
)
from mediation_desk.store.vault.recovery import WrongCode, escrow_private_key
from mediation_desk.store.vault.recovery_code import Sheet, read_code

PLAIN, BOUND = b"\x01", b"\x02"
"""The first byte of a seal: bound to its row alone, as stores of the first schemas have them; or to all of
its :class:`SealPlace`."""
WRAP_VERSION = b"\x01"
DRAFT_VERSION = b"\x01"

ESCROW_ACCOUNT = UUID(int=0)
"""Stands for the office escrow where a wrap names its account; no person has it."""

_SMALLEST, _STEP = 64, 4096
_PUBLIC_BYTES = 32
_END_OF_TEXT = b"\x80"


class SealBroken(DeskError):
    """A seal does not open: another key, another row, or altered since it was written."""

    def __init__(self) -> None:
        super().__init__(
            N_("This sealed entry does not open: it was altered, or sealed with a key you do not hold.")
        )


@dataclass(frozen=True)
class SealPlace:
    """Where and what a seal is: moved, turned, dated or signed otherwise, or of another generation of the
    case's key, it does not open."""

    store_id: UUID
    case_id: UUID
    row_id: UUID
    side: str
    kind: str
    author: UUID
    written_at: datetime
    generation: int
    table: str = "sealed_items"
    field: str = "sealed"

    def bound(self) -> bytes:
        """All of it, always in the same bytes."""
        at = self.written_at.astimezone(UTC).isoformat(timespec="microseconds")
        told = [self.table, self.field, str(self.store_id), str(self.case_id), str(self.row_id), self.side,
                self.kind, str(self.author), at, self.generation]
        return BOUND + json.dumps(told, separators=(",", ":")).encode()

    def plainly_bound(self) -> bytes:
        """What a seal of the first version is bound to."""
        return PLAIN + f"{self.table}/{self.row_id}/{self.field}".encode()


def new_case_key() -> Key:
    """A random key for one case's seals."""
    return Key(token_bytes(KEY_BYTES))


def wrap_for(
    case_key: bytes, public_key: bytes, case_id: UUID, account_id: UUID, *, salt: bytes
) -> bytes:
    """The case key for one mediator, or for the escrow: 93 bytes that only that private key opens.

    ``salt``: of the store that it is for, see :func:`wrap_salt`.

    Take ``public_key`` from ``vault.trusted_public_key`` or ``recovery.trusted_escrow_key``.
    Raises SealBroken for an impossible public key.
    """
    ephemeral = X25519PrivateKey.generate()
    place = _wrap_place(ephemeral.public_key().public_bytes_raw(), public_key, case_id, account_id)
    key = _wrap_key(ephemeral, public_key, salt, place)
    sent = ephemeral.public_key().public_bytes_raw()
    return WRAP_VERSION + sent + lock_up(key, case_key, place, token_bytes(NONCE_BYTES))


def unwrap(wrapped: bytes, private_key: bytes, case_id: UUID, account_id: UUID, *, store_key: bytes) -> Key:
    """The case key out of a mediator's wrap; SealBroken when altered or not for this account and case."""
    head = len(WRAP_VERSION) + _PUBLIC_BYTES
    if len(wrapped) < head or wrapped[:1] != WRAP_VERSION:
        raise SealBroken
    sent, locked = bytes(wrapped[1:head]), bytes(wrapped[head:])
    place = _wrap_place(sent, public_half(private_key), case_id, account_id)
    own = X25519PrivateKey.from_private_bytes(bytes(private_key))
    key = _wrap_key(own, sent, wrap_salt(store_key), place)
    try:
        return open_up(key, locked, place)
    except WillNotOpen:
        raise SealBroken from None


def restore_with_escrow(code: str, wrapped: bytes, case_id: UUID, *, store_key: bytes) -> Key:
    """The case key back out of the escrow's wrap, with the code of the printed escrow sheet.

    The service that calls this leaves a journal entry that the case's mediators see. Raises CodeMistyped,
    or WrongCode when the sheet is not the one that the case key was wrapped for.
    """
    private_key = escrow_private_key(read_code(code, Sheet.ESCROW))
    try:
        return unwrap(wrapped, private_key, case_id, ESCROW_ACCOUNT, store_key=store_key)
    except SealBroken:
        raise WrongCode from None


def seal(case_key: bytes, text: str, place: SealPlace) -> bytes:
    """The text encrypted and bound to its place; its length shows a bucket (64, 128 ... 4096, 8192 ...)."""
    return BOUND + lock_up(case_key, _pad(text), place.bound(), token_bytes(NONCE_BYTES))


def unseal(case_key: bytes, sealed: bytes, place: SealPlace, *, plain_too: bool = False) -> str:
    """The text of a seal; SealBroken for another key, another place or an altered byte.

    ``plain_too``: one of the first version counts as well, since the case's list has not said otherwise.
    """
    if sealed[:1] == BOUND:
        bound = place.bound()
    elif sealed[:1] == PLAIN and plain_too:
        bound = place.plainly_bound()
    else:
        raise SealBroken
    try:
        return _unpad(open_up(case_key, bytes(sealed[1:]), bound))
    except WillNotOpen:
        raise SealBroken from None


def draft_key(private_key: bytes, store_key: bytes) -> Key:
    """The key for one account's unsaved typing; lost, like its seals, when the password is reset."""
    return derive(bytes(private_key) + bytes(store_key), b"draft")


def seal_draft(key: bytes, text: str, *, place: str) -> bytes:
    """Unsaved typing encrypted with :func:`draft_key`, bound to the page and row it was typed into."""
    return DRAFT_VERSION + lock_up(key, _pad(text), b"draft/" + place.encode(), token_bytes(NONCE_BYTES))


def unseal_draft(key: bytes, sealed: bytes, *, place: str) -> str:
    """The unsaved typing again, after unlocking; SealBroken for another account's or an altered one."""
    if sealed[:1] != DRAFT_VERSION:
        raise SealBroken
    try:
        return _unpad(open_up(key, bytes(sealed[1:]), b"draft/" + place.encode()))
    except WillNotOpen:
        raise SealBroken from None


def wrap_salt(store_key: bytes) -> Key:
    """What a store mixes into its wraps, so that they open only with the store open."""
    return derive(store_key, b"case wraps")


def _wrap_key(private: X25519PrivateKey, public_key: bytes, salt: bytes, place: bytes) -> Key:
    """The key that both ends of the exchange arrive at, and only with the store open."""
    try:
        return derive(shared_secret(private, public_key), b"case wrap/" + place, salt=salt)
    except WillNotOpen:
        raise SealBroken from None


def _wrap_place(sent: bytes, public_key: bytes, case_id: UUID, account_id: UUID) -> bytes:
    return WRAP_VERSION + case_id.bytes + account_id.bytes + sent + bytes(public_key)


def _pad(text: str) -> bytes:
    """The text's bytes, an end mark, and zeros up to the next bucket (ISO/IEC 7816-4 padding)."""
    content = text.encode("utf-8", "surrogatepass") + _END_OF_TEXT
    return content.ljust(_bucket(len(content)), b"\0")


def _bucket(size: int) -> int:
    """Doubling from 64 to 4096 bytes, then whole steps of 4096."""
    if size > _STEP:
        return -(-size // _STEP) * _STEP
    return max(_SMALLEST, 1 << (size - 1).bit_length())


def _unpad(padded: bytes) -> str:
    return bytes(padded).rstrip(b"\0")[: -len(_END_OF_TEXT)].decode("utf-8", "surrogatepass")
