"""The office's own key pairs for packages, one to receive and one to sign; locked among the settings."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import token_bytes

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from mediation_desk.store.vault.keys import (
    KEY_BYTES,
    NONCE_BYTES,
    Key,
    derive,
    lock_up,
    open_up,
    public_half,
)

SETTING = "referral.keys"
SIGNATURE_BYTES = 64
_PLACE = b"mediation-desk/package keys"


@dataclass(frozen=True)
class PackageKeys:
    """Both pairs, out of one secret; whoever has the office's store open has them, and no laptop has."""

    secret: Key

    @property
    def private(self) -> Key:
        """Opens what others send here (X25519)."""
        return derive(self.secret, b"package/receive")

    @property
    def public(self) -> bytes:
        """What others encrypt for; 32 bytes, on the office's card."""
        return public_half(self.private)

    @property
    def signing(self) -> bytes:
        """By which others know this office's signature (Ed25519); 32 bytes, on the office's card."""
        return self._signer.public_key().public_bytes_raw()

    @property
    def _signer(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(bytes(derive(self.secret, b"package/sign")))

    def sign(self, told: bytes) -> bytes:
        """This office's signature over the bytes; 64 of them."""
        return self._signer.sign(told)


def is_signed(told: bytes, signature: bytes, signing: bytes) -> bool:
    """Whether the owner of that signing key signed exactly these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes(signing)).verify(bytes(signature), told)
    except (InvalidSignature, ValueError):
        return False
    return True


def new() -> PackageKeys:
    """Fresh pairs."""
    return PackageKeys(Key(token_bytes(KEY_BYTES)))


def locked(keys: PackageKeys, store_key: bytes) -> str:
    """As the settings keep them."""
    return lock_up(derive(store_key, b"packages"), keys.secret, _PLACE, token_bytes(NONCE_BYTES)).hex()


def unlocked(kept: str, store_key: bytes) -> PackageKeys:
    """Out of the settings; WillNotOpen or ValueError when somebody altered them."""
    return PackageKeys(open_up(derive(store_key, b"packages"), bytes.fromhex(kept), _PLACE))
