"""Renewing what stands in the vault: its format, the price of a guess, stray entries, the store key."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from secrets import token_bytes
from uuid import UUID

from msgspec.structs import replace

from mediation_desk.store.vault.document import (
    FORMAT,
    Cost,
    Entry,
    Vault,
    VaultDamaged,
    escrow_stamp,
    require_whole,
    sealed,
    stamped,
)
from mediation_desk.store.vault.handing import handed
from mediation_desk.store.vault.keys import KEY_BYTES, HoldsStoreKey, Key, Opened, Random, WillNotOpen
from mediation_desk.store.vault.noted import Noted
from mediation_desk.store.vault.recovery import trusted_escrow_key
from mediation_desk.store.vault.shelf import shelved, taken_down
from mediation_desk.store.vault.vault import entry_for


def without_strays(vault: Vault, opened: HoldsStoreKey, kept: Collection[UUID]) -> Vault:
    """Without entries of accounts that are not kept: what a power cut left before an account was kept."""
    entries = tuple(entry for entry in vault.entries if entry.account_id in kept)
    if entries == vault.entries:
        return vault
    require_whole(vault, opened.store_key)
    return sealed(replace(vault, entries=entries), opened.store_key)


def renewed_at_sign_in(
    vault: Vault, opened: Opened, password: str, cost: Cost, *, random: Random = token_bytes
) -> Vault:
    """The vault in the present format, the office's price and this account's raised to ``cost`` where
    they were lower, a store key that was handed over laid under the password; the same vault when there is
    nothing to do. ``password``: the one just signed in with.
    """
    require_whole(vault, opened.store_key)
    entry, price = vault.of(opened.account_id), vault.cost
    if price.is_below(cost):
        vault = replace(vault, cost=price.raised_to(cost))
    if entry.cost.is_below(vault.cost) or entry.boxes:
        vault = vault.with_entry(entry_for(vault, opened, entry.login, password, random))
    elif vault.cost == price and vault.format == FORMAT:
        return vault
    return sealed(vault, opened.store_key)


def rekeyed(
    vault: Vault, opened: Opened, password: str, new_key: Key, *, random: Random = token_bytes
) -> tuple[Vault, Opened]:
    """The vault under another store key, and what its owner's password opens then.

    ``opened``, ``password``: of whoever renews it, just signed in with. To everybody else the key is
    handed; the recovery sheet of before opens nothing any more. VaultDamaged for an altered vault.
    """
    require_whole(vault, opened.store_key)
    stamp = escrow_stamp(trusted_escrow_key(vault, opened), vault.store_id, new_key)
    fresh = replace(vault, recovery_wrap=None, escrow_stamp=stamp)
    mine = Opened(opened.account_id, new_key, opened.private_key, opened.must_change)
    entries = tuple(
        entry_for(fresh, mine, entry.login, password, random) if entry.account_id == mine.account_id
        else _handed_over(fresh, entry, opened.store_key, new_key, random)
        for entry in vault.entries)
    return sealed(replace(fresh, entries=entries), new_key), mine


def _handed_over(vault: Vault, entry: Entry, former: Key, new: Key, random: Random) -> Entry:
    """A colleague's entry; that of one who is disabled goes back to the shelf, under the new key."""
    within = taken_down(vault, entry, former) if entry.disabled else entry
    try:
        box = handed(vault, entry.account_id, entry.public_key, former, new, random)
    except WillNotOpen:
        raise VaultDamaged from None
    following = replace(within, handed=(*within.boxes, box))
    return shelved(vault, following, new, random) if entry.disabled else stamped(
        following, vault.store_id, new)


def adopted(
    vault: Vault,
    opened: HoldsStoreKey,
    noted: Noted,
    people: Iterable[tuple[UUID, str, bool]],
    *,
    random: Random = token_bytes,
) -> Vault:
    """An older vault made the present one, since no newer one is left.

    What the journal knows otherwise does not come back with it: an account whose entry is another one
    gets a password that nobody knows, until it is reset; a former recovery sheet opens nothing.
    ``people``: account, sign-in name and whether it may sign in, as the store has them.
    """
    require_whole(vault, opened.store_key)
    entries = tuple(
        vault.of(account_id) if noted.knows(vault, account_id)
        else _closed(vault, opened, account_id, login, active=active, random=random)
        for account_id, login, active in people
    )
    wrap = vault.recovery_wrap if noted.knows_recovery(vault) else None
    counter = max(noted.counter, vault.counter)
    return sealed(replace(vault, entries=entries, recovery_wrap=wrap, counter=counter), opened.store_key)


def _closed(
    vault: Vault, opened: HoldsStoreKey, account_id: UUID, login: str, *, active: bool, random: Random
) -> Entry:
    owner = Opened(account_id, opened.store_key, Key(random(KEY_BYTES)), must_change=True)
    entry = entry_for(vault, owner, login, random(KEY_BYTES).hex(), random)
    return entry if active else shelved(vault, entry, opened.store_key, random)
