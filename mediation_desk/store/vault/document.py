"""The vault as a document: what is written down, in which words, and what makes it trustworthy.

It holds no secret in the clear, and needs none to be read: a public part (who has an account) and wraps
that only a password or a code opens. Whoever can write to the document, a database operator say, could
still put a key of their own in place of a mediator's; so each entry, and the escrow key, carries a
*stamp* keyed by the store key, checked before anything is wrapped for it, and the whole document a code
(MAC) of the same kind, checked as soon as the store key is at hand. Its counter rises with each change.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType
from msgspec.structs import replace

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.vault.keys import derive

FORMAT = 3


class VaultDamaged(DeskError):
    """The vault cannot be read, or was altered by somebody who could not open it."""

    def __init__(self) -> None:
        super().__init__(
            N_("The key file is damaged or was altered. Put back the copy from the last backup.")
        )


class VaultTooNew(DeskError):
    """The vault was written by a newer program."""

    def __init__(self) -> None:
        super().__init__(
            N_("This store was written by a newer version of the program. Update this computer first.")
        )


class CostAltered(DeskError):
    """The vault asks for a price of a guess that this program never wrote into one."""

    def __init__(self) -> None:
        super().__init__(
            N_("The key file was altered: it asks that trying a password cost so little, or so much, as no "
               "office does. Nothing was tried. Put back the copy from the last backup.")
        )


class Cost(Struct, frozen=True, forbid_unknown_fields=True):
    """What one guess at a password costs with Argon2id: memory in KiB, passes, lanes."""

    memory_kib: Annotated[int, Meta(ge=1)]
    passes: Annotated[int, Meta(ge=1)]
    lanes: Annotated[int, Meta(ge=1)]

    def is_below(self, other: Cost) -> bool:
        """Whether a guess takes less memory or fewer passes than at the other price."""
        return self.memory_kib < other.memory_kib or self.passes < other.passes

    def raised_to(self, other: Cost) -> Cost:
        """At least the other price, and nothing less than this one; lanes as the other has them."""
        return Cost(max(self.memory_kib, other.memory_kib), max(self.passes, other.passes), other.lanes)

    @property
    def is_bearable(self) -> bool:
        """Whether it lies between floor and cap, looked at before anything is derived at this price."""
        return not self.is_below(COST_FLOOR) and not COST_CAP.is_below(self) and self.lanes <= COST_CAP.lanes


OFFICE_COST = Cost(memory_kib=64 * 1024, passes=3, lanes=4)
"""The second recommended choice of RFC 9106, section 4: about 0.1 to 0.5 s on an office computer."""
COST_FLOOR = Cost(memory_kib=19 * 1024, passes=2, lanes=1)
"""The least that OWASP's password storage cheat sheet allows; no program of ours ever wrote less."""
COST_CAP = Cost(memory_kib=256 * 1024, passes=10, lanes=16)
"""Some seconds on an old computer: more would let an altered vault stop the office."""


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One account's place in the vault.

    ``store_wrap`` is the store key and ``private_wrap`` the private key (X25519), both under the
    password's key; while the account is ``disabled`` the store wrap is shelved under the store key, so
    that not even the right password opens it. ``must_change``: an administrator chose the password.
    ``handed``: the store keys of renewals since ``store_wrap`` was made, one after the other (handing.py);
    left out of the text where there was none, so that entries of format 2 read as they did.
    """

    account_id: UUID
    login: str
    salt: bytes
    cost: Cost
    store_wrap: bytes
    private_wrap: bytes
    public_key: bytes
    disabled: bool = False
    must_change: bool = False
    stamp: bytes = b""
    handed: tuple[bytes, ...] | UnsetType = UNSET

    def __repr__(self) -> str:
        return f"<vault entry of {self.account_id}>"

    @property
    def boxes(self) -> tuple[bytes, ...]:
        """The boxes of renewed store keys, the oldest first."""
        return self.handed if isinstance(self.handed, tuple) else ()


class Vault(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that is kept outside the store to open it; never changed, only replaced by a new one.

    ``recovery_wrap`` is the store key under the printed recovery code, ``escrow_public_key`` the public
    half of the office escrow whose private half stands only on the escrow sheet; None until printed.
    ``counter``: how often it was changed; ``mac``: over all the rest. Format 1 had neither.
    """

    format: int = FORMAT
    counter: Annotated[int, Meta(ge=0)] = 0
    store_id: UUID
    cost: Cost
    entries: tuple[Entry, ...] = ()
    recovery_wrap: bytes | None = None
    escrow_public_key: bytes | None = None
    escrow_stamp: bytes = b""
    mac: bytes = b""

    def __repr__(self) -> str:
        return f"<vault of {self.store_id} with {len(self.entries)} accounts>"

    def find(self, login: str) -> Entry | None:
        """The entry signed in to by that (already tidied) login."""
        return next((entry for entry in self.entries if entry.login == login), None)

    def of(self, account_id: UUID) -> Entry:
        """The entry of that account; VaultDamaged when it is gone, for accounts are never taken out."""
        for entry in self.entries:
            if entry.account_id == account_id:
                return entry
        raise VaultDamaged

    def with_entry(self, entry: Entry) -> Vault:
        """A vault where this entry takes the place of the account's former one, or is added."""
        others = [old for old in self.entries if old.account_id != entry.account_id]
        place = next(
            (i for i, old in enumerate(self.entries) if old.account_id == entry.account_id), len(others)
        )
        return replace(self, entries=(*others[:place], entry, *others[place:]))


class _FormatOnly(Struct):
    format: int


def bound_to(purpose: bytes, vault: Vault, account_id: UUID | None) -> bytes:
    """What a wrap is bound to, so that it opens in no other place: purpose, store and account."""
    owner = account_id.bytes if account_id else b""
    return b"mediation-desk/vault/" + purpose + b"/" + vault.store_id.bytes + owner


def vault_text(vault: Vault) -> str:
    """The vault as JSON text, for the key file or a table."""
    return msgspec.json.encode(vault).decode()


def read_vault_text(text: str | bytes) -> Vault:
    """The vault that JSON text describes; VaultTooNew for a later format, VaultDamaged for nonsense and for
    what its format does not know (a name with a bit flipped, say), CostAltered for one that would have a
    password tried too cheaply or too dearly."""
    try:
        if msgspec.json.decode(text, type=_FormatOnly).format > FORMAT:
            raise VaultTooNew
        vault = msgspec.json.decode(text, type=Vault)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise VaultDamaged from None
    if not all(cost.is_bearable for cost in (vault.cost, *(entry.cost for entry in vault.entries))):
        raise CostAltered
    return vault


def sealed(vault: Vault, store_key: bytes) -> Vault:
    """The next vault: in the present format, its counter one higher, with the code over all of it."""
    following = replace(vault, format=FORMAT, counter=vault.counter + 1)
    return replace(following, mac=_mac(following, store_key))


def is_whole(vault: Vault, store_key: bytes) -> bool:
    """Whether all of it is as a holder of the store key left it; a vault of format 1 had stamps alone."""
    if vault.format < 2:
        return not vault.counter and not vault.mac
    return hmac.compare_digest(vault.mac, _mac(vault, store_key))


def require_whole(vault: Vault, store_key: bytes) -> None:
    """VaultDamaged when any of it was altered by somebody who could not open the store: nothing is
    built on that, for the new code over the whole would vouch for it."""
    if not is_whole(vault, store_key):
        raise VaultDamaged


def vault_digest(vault: Vault) -> bytes:
    """SHA-256 of the whole vault, by which the journal knows it; it needs no key."""
    return hashlib.sha256(vault_text(vault).encode()).digest()


def _mac(vault: Vault, store_key: bytes) -> bytes:
    said = vault_text(replace(vault, mac=b"")).encode()
    return hmac.digest(derive(store_key, b"vault file"), said, "sha256")


def stamped(entry: Entry, store_id: UUID, store_key: bytes) -> Entry:
    """The entry with the stamp that only a holder of the store key can give."""
    return replace(entry, stamp=_entry_stamp(entry, store_id, store_key))


def is_genuine(entry: Entry, store_id: UUID, store_key: bytes) -> bool:
    """Whether login, public key and flags are as a holder of the store key left them."""
    return hmac.compare_digest(entry.stamp, _entry_stamp(entry, store_id, store_key))


def escrow_stamp(escrow_public_key: bytes | None, store_id: UUID, store_key: bytes) -> bytes:
    """The stamp over the office's escrow key, or over there being none."""
    return _stamp(store_key, ["escrow", str(store_id), (escrow_public_key or b"").hex()])


def _entry_stamp(entry: Entry, store_id: UUID, store_key: bytes) -> bytes:
    flags = [entry.disabled, entry.must_change]
    return _stamp(
        store_key,
        ["entry", str(store_id), str(entry.account_id), entry.login, entry.public_key.hex(), *flags],
    )


def _stamp(store_key: bytes, said: list[str | bool]) -> bytes:
    return hmac.digest(derive(store_key, b"vault stamp"), msgspec.json.encode(said), "sha256")
