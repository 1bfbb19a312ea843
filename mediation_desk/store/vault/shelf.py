"""The shelf: where the wraps of a disabled account lie under the store key, out of its password's reach."""

from __future__ import annotations

from msgspec import UNSET
from msgspec.structs import replace

from mediation_desk.store.vault.document import Entry, Vault, VaultDamaged, bound_to, stamped
from mediation_desk.store.vault.keys import NONCE_BYTES, Key, Random, WillNotOpen, derive, lock_up, open_up

_SHELF = b"shelved"


def shelved(vault: Vault, entry: Entry, store_key: Key, random: Random) -> Entry:
    """The entry with all that leads to the store key out of its own password's reach."""
    key, place = derive(store_key, b"shelf"), bound_to(_SHELF, vault, entry.account_id)
    wrap, *boxes = (lock_up(key, one, place, random(NONCE_BYTES)) for one in (entry.store_wrap, *entry.boxes))
    away = replace(entry, store_wrap=wrap, handed=tuple(boxes) or UNSET, disabled=True)
    return stamped(away, vault.store_id, store_key)


def taken_down(vault: Vault, entry: Entry, store_key: Key) -> Entry:
    """The entry as it was before it was shelved; VaultDamaged when it is not as it was put there."""
    key, place = derive(store_key, b"shelf"), bound_to(_SHELF, vault, entry.account_id)
    try:
        wrap, *boxes = (bytes(open_up(key, one, place)) for one in (entry.store_wrap, *entry.boxes))
    except WillNotOpen:
        raise VaultDamaged from None
    back = replace(entry, store_wrap=wrap, handed=tuple(boxes) or UNSET, disabled=False)
    return stamped(back, vault.store_id, store_key)
