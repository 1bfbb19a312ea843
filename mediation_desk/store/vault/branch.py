"""The vault of a travel desk: the carrier's own keys under a store key of the laptop's, and of everybody
else at the office nothing but the public key by which they are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from secrets import token_bytes
from typing import Protocol
from uuid import UUID

from msgspec.structs import replace

from mediation_desk.store.vault.document import Cost, Entry, Vault, bound_to, escrow_stamp, sealed, stamped
from mediation_desk.store.vault.keys import KEY_BYTES, Key, Opened, Random, WillNotOpen, open_up
from mediation_desk.store.vault.vault import PRIVATE, WrongPassword, entry_for, password_key


@dataclass(frozen=True)
class Colleague:
    """Somebody of the office, as a laptop needs to know them: to see whether a line of a list counts."""

    account_id: UUID
    login: str
    public_key: bytes


class Carried(Protocol):
    """A place of a vault that was taken along."""

    @property
    def account_id(self) -> UUID:
        """Whose it is."""

    @property
    def salt(self) -> bytes:
        """Of the password's key."""

    @property
    def cost(self) -> Cost:
        """The price of a guess."""

    @property
    def private_wrap(self) -> bytes:
        """The private key under the password's."""


def private_key(store_id: UUID, carried: Carried, password: str) -> Key:
    """The private key that lies under a password, wherever it was taken to; WrongPassword."""
    key = password_key(password, carried.salt, carried.cost)
    place = bound_to(PRIVATE, Vault(store_id=store_id, cost=carried.cost), carried.account_id)
    try:
        return open_up(key, carried.private_wrap, place)
    except WillNotOpen:
        raise WrongPassword from None


def found_branch(store_id: UUID, carrier: Colleague, private: Key, password: str, cost: Cost, *,
                 random: Random = token_bytes) -> tuple[Vault, Opened]:
    """The vault of a new travel desk, and its carrier signed in. The store key is drawn here."""
    vault = Vault(store_id=store_id, cost=cost)
    opened = Opened(carrier.account_id, Key(random(KEY_BYTES)), private)
    vault = replace(vault, escrow_stamp=escrow_stamp(None, store_id, opened.store_key))
    vault = vault.with_entry(entry_for(vault, opened, carrier.login, password, random))
    return sealed(vault, opened.store_key), opened


def with_colleagues(vault: Vault, opened: Opened, colleagues: Iterable[Colleague],
                    escrow_public_key: bytes | None, *, random: Random = token_bytes) -> Vault:
    """The vault that knows these people's keys, and the office's escrow, as they are now. Nobody of them
    can open it; the carrier's own entry stays."""
    known = {entry.account_id: entry for entry in vault.entries}
    following = vault
    for one in colleagues:
        present = known.get(one.account_id)
        if one.account_id == opened.account_id or (present and present.public_key == one.public_key):
            continue
        following = following.with_entry(stamped(
            Entry(account_id=one.account_id, login=one.login, salt=random(16), cost=vault.cost,
                  store_wrap=b"", private_wrap=b"", public_key=one.public_key),
            vault.store_id, opened.store_key))
    stamp = escrow_stamp(escrow_public_key, vault.store_id, opened.store_key)
    following = replace(following, escrow_public_key=escrow_public_key, escrow_stamp=stamp)
    return vault if following == vault else sealed(following, opened.store_key)

