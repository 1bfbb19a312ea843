"""The vault, and the accounts' keys against it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from uuid import UUID

from mediation_desk.domain.words import DeskError
from mediation_desk.store.store import Store
from mediation_desk.store.tables.desk import accounts
from mediation_desk.store.vault.document import Vault, is_whole
from mediation_desk.store.vault.keys import public_half
from mediation_desk.store.vault.noted import Standing, standing
from mediation_desk.store.vault.recovery import trusted_escrow_key
from mediation_desk.store.vault.vault import altered_accounts
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.moment import Moment, Unreadable
from mediation_desk.store.verify.reading import raw_keys, rows, uuid_of
from mediation_desk.store.work.vault_notes import last_noted


def keys(store: Store, moment: Moment) -> Iterator[Finding]:
    """The vault's entries against their stamps, and the accounts' public keys against the vault."""
    try:
        vault = store.place.vault.read()
        if not store.place.vault.is_sound():
            yield Finding(Damage.VAULT_COPY, table="vault")
    except (DeskError, OSError):
        yield Finding(Damage.VAULT, table="vault")
        return
    found = list(_altered(vault, store, moment))
    if is_whole(vault, store.opened.store_key):
        yield from _older(vault, store, moment)
    elif not found:  # the price of a guess, the recovery wrap, the counter
        yield Finding(Damage.VAULT, table="vault")
    yield from found


def _older(vault: Vault, store: Store, moment: Moment) -> Iterator[Finding]:
    """The moment is older than the reading of the vault, which is written before the journal is told."""
    with suppress(Unreadable), moment.attempt() as connection:
        if standing(vault, last_noted(connection, store.journal_key)) is Standing.OLDER:
            yield Finding(Damage.VAULT_OLDER, table="vault")


def _altered(vault: Vault, store: Store, moment: Moment) -> Iterator[Finding]:
    altered = {*altered_accounts(vault, store.opened), *_otherwise(vault, moment), *_not_mine(vault, store)}
    for account_id in sorted(altered):
        yield Finding(Damage.ACCOUNT, str(account_id), "vault")
    try:
        trusted_escrow_key(vault, store.opened)
    except DeskError:
        yield Finding(Damage.VAULT, "escrow", "vault")


def _not_mine(vault: Vault, store: Store) -> Iterator[UUID]:
    """The own account, where its public key does not fit the private one: nobody else can tell."""
    mine = store.opened
    if any(entry.account_id == mine.account_id and entry.public_key != public_half(mine.private_key)
           for entry in vault.entries):
        yield mine.account_id


def _otherwise(vault: Vault, moment: Moment) -> Iterator[UUID]:
    """Accounts whose public key is another than the vault's."""
    known = {entry.account_id: entry.public_key for entry in vault.entries}
    there = [key for key in map(uuid_of, raw_keys(moment, accounts) or ()) if key is not None]
    for account_id, row in rows(moment, accounts, [accounts.c.id, accounts.c.public_key], there):
        if row is not None and "public_key" in row and known.get(account_id) != row["public_key"]:
            yield account_id

