"""The office's own key pair for bags, for which laptops pack what goes home; locked among the settings."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import token_bytes
from uuid import UUID

from mediation_desk.store.vault.keys import (
    KEY_BYTES,
    NONCE_BYTES,
    Key,
    derive,
    lock_up,
    open_up,
    public_half,
)

SETTING = "travel.key"
_PLACE = b"mediation-desk/travel key"


@dataclass(frozen=True)
class OfficeKey:
    """The pair; whoever has the store open has it."""

    private: Key

    @property
    def public(self) -> bytes:
        """What laptops are given."""
        return public_half(self.private)

    def salt_of(self, laptop_id: UUID) -> Key:
        """The secret that one laptop is given besides: only what was packed with it comes home."""
        return derive(self.private, b"laptop/" + laptop_id.bytes)


def new() -> OfficeKey:
    """A fresh pair."""
    return OfficeKey(Key(token_bytes(KEY_BYTES)))


def locked(key: OfficeKey, store_key: bytes) -> str:
    """As the settings keep it."""
    return lock_up(derive(store_key, b"travel"), key.private, _PLACE, token_bytes(NONCE_BYTES)).hex()


def unlocked(kept: str, store_key: bytes) -> OfficeKey:
    """Out of the settings; WillNotOpen or ValueError when somebody altered it."""
    return OfficeKey(open_up(derive(store_key, b"travel"), bytes.fromhex(kept), _PLACE))
