"""Renewing what stands in the vault: its format, the price of a guess, entries that no account has."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from secrets import token_bytes
from uuid import UUID

from msgspec.structs import replace

from mediation_desk.store.vault.document import FORMAT, Cost, Entry, Vault, require_whole, sealed
from mediation_desk.store.vault.keys import KEY_BYTES, HoldsStoreKey, Key, Opened, Random
from mediation_desk.store.vault.noted import Noted
from mediation_desk.store.vault.vault import entry_for, shelved


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
    they were lower; the same vault when there is nothing to do. ``password``: the one just signed in with.
    """
    require_whole(vault, opened.store_key)
    entry, price = vault.of(opened.account_id), vault.cost
    if price.is_below(cost):
        vault = replace(vault, cost=price.raised_to(cost))
    if entry.cost.is_below(vault.cost):
        vault = vault.with_entry(entry_for(vault, opened, entry.login, password, random))
    elif vault.cost == price and vault.format == FORMAT:
        return vault
    return sealed(vault, opened.store_key)


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
