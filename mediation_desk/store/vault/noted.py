"""What the journal knows of the vault: how often it was changed, and digests of what opens the store.

Nothing of it is secret. An older vault that somebody put back is told by it, whole as that vault is; and
of its entries those are told that are not the present ones any more.
"""

from __future__ import annotations

import hashlib
from enum import Enum
from uuid import UUID

import msgspec
from msgspec import Struct

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.vault.document import Vault, vault_digest


class OlderVault(DeskError):
    """The vault is one of an earlier day, and what is wanted would build on it."""

    def __init__(self) -> None:
        super().__init__(
            N_("The key file is an older one that was put back: this password, or this account's standing, "
               "was changed since. Put the newest key file back (the last backup has it) and sign in again."),
            field="login",
        )


class Standing(Enum):
    """How a vault stands to what the journal knows."""

    PRESENT = "present"
    AHEAD = "ahead"  # written down, and the journal was not told any more: the power went, say
    OLDER = "older"


class Noted(Struct, frozen=True):
    """The vault's counter and digest, those of each account's entry, and that of the recovery wrap."""

    counter: int
    digest: str
    entries: dict[str, str]
    recovery: str

    def knows(self, vault: Vault, account_id: UUID) -> bool:
        """Whether the account's entry in the vault is the one that the journal knows."""
        return any(self.entries.get(str(entry.account_id)) == _digest(msgspec.json.encode(entry))
                   for entry in vault.entries if entry.account_id == account_id)

    def knows_recovery(self, vault: Vault) -> bool:
        """Whether the recovery sheet that opens the vault is the one that was printed last."""
        return self.recovery == _digest(vault.recovery_wrap or b"")


def noted_of(vault: Vault) -> Noted:
    """What the journal is to know of this vault."""
    entries = {str(entry.account_id): _digest(msgspec.json.encode(entry)) for entry in vault.entries}
    return Noted(vault.counter, vault_digest(vault).hex(), entries, _digest(vault.recovery_wrap or b""))


def standing(vault: Vault, noted: Noted | None) -> Standing:
    """How the vault stands to what was noted last (None: nothing was yet). It is whole, see ``is_whole``:
    one with a higher counter was written by who could open the store."""
    if noted is None or vault.counter > noted.counter:
        return Standing.AHEAD
    if vault.counter == noted.counter and vault_digest(vault).hex() == noted.digest:
        return Standing.PRESENT
    return Standing.OLDER


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]
