"""What stands on paper: the recovery sheet that opens the store, the escrow sheet that restores seals."""

from __future__ import annotations

import hmac
from secrets import token_bytes

from msgspec.structs import replace

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.vault.document import (
    Vault,
    VaultDamaged,
    bound_to,
    escrow_stamp,
    require_whole,
    sealed,
)
from mediation_desk.store.vault.keys import (
    NONCE_BYTES,
    HoldsStoreKey,
    Key,
    Random,
    RecoveryOpened,
    WillNotOpen,
    derive,
    lock_up,
    open_up,
    public_half,
)
from mediation_desk.store.vault.recovery_code import SECRET_BYTES, Sheet, read_code, write_code

_RECOVERY = b"recovery"


class WrongCode(DeskError):
    """A code without a slip of the hand that yet opens nothing: renewed since, or of another store."""

    def __init__(self) -> None:
        super().__init__(
            N_("This code does not open this store. It may have been renewed since it was printed."),
            field="code",
        )


def new_recovery_code(
    vault: Vault, opened: HoldsStoreKey, *, random: Random = token_bytes
) -> tuple[Vault, str]:
    """A fresh code for the recovery sheet; the former code opens nothing in the new vault."""
    require_whole(vault, opened.store_key)
    secret = Key(random(SECRET_BYTES))
    place = bound_to(_RECOVERY, vault, None)
    wrap = lock_up(_recovery_key(vault, secret), opened.store_key, place, random(NONCE_BYTES))
    return sealed(replace(vault, recovery_wrap=wrap), opened.store_key), write_code(secret, Sheet.RECOVERY)


def open_with_recovery(vault: Vault, code: str) -> RecoveryOpened:
    """Open the store with the recovery sheet's code.

    Raises CodeMistyped (with the group) for a slip of the hand, WrongCode for a code that opens nothing,
    VaultDamaged where the code opens but the vault was altered.
    """
    key = _recovery_key(vault, read_code(code, Sheet.RECOVERY))
    try:
        opened = RecoveryOpened(open_up(key, vault.recovery_wrap or b"", bound_to(_RECOVERY, vault, None)))
    except WillNotOpen:
        raise WrongCode from None
    require_whole(vault, opened.store_key)
    return opened


def drill(vault: Vault, code: str) -> bool:
    """Whether the recovery code would open the store, changing nothing; CodeMistyped for a slip."""
    try:
        open_with_recovery(vault, code)
    except WrongCode:
        return False
    return True


def new_escrow(vault: Vault, opened: HoldsStoreKey, *, random: Random = token_bytes) -> tuple[Vault, str]:
    """An office escrow and the code for its printed sheet, which alone holds the private half.

    Renewing it leaves the former sheet good for the seals that were wrapped for it, so each case's
    mediators wrap their case key anew for the new one.
    """
    require_whole(vault, opened.store_key)
    secret = Key(random(SECRET_BYTES))
    public = public_half(escrow_private_key(secret))
    stamp = escrow_stamp(public, vault.store_id, opened.store_key)
    following = sealed(replace(vault, escrow_public_key=public, escrow_stamp=stamp), opened.store_key)
    return following, write_code(secret, Sheet.ESCROW)


def escrow_private_key(secret: bytes) -> Key:
    """The escrow's X25519 private key, made from the 20 bytes that its sheet's code carries."""
    return derive(secret, b"escrow")


def trusted_escrow_key(vault: Vault, opened: HoldsStoreKey) -> bytes | None:
    """The escrow's public key, proven likewise; None while the office has no escrow."""
    expected = escrow_stamp(vault.escrow_public_key, vault.store_id, opened.store_key)
    if not hmac.compare_digest(vault.escrow_stamp, expected):
        raise VaultDamaged
    return vault.escrow_public_key


def _recovery_key(vault: Vault, secret: Key) -> Key:
    """160 random bits need no slow derivation."""
    return derive(secret, b"recovery", salt=vault.store_id.bytes)
