"""Renewing what stands in the vault: its format, the price of a guess, entries that no account has."""

from __future__ import annotations

from collections.abc import Collection
from secrets import token_bytes
from uuid import UUID

from msgspec.structs import replace

from mediation_desk.store.vault.document import FORMAT, Cost, Vault, require_whole, sealed
from mediation_desk.store.vault.keys import HoldsStoreKey, Opened, Random
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
