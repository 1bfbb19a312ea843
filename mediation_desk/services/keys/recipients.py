"""Whom a case's key can be wrapped for: the public keys that the vault vouches for."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.mediation.holders import fingerprint
from mediation_desk.services.desk import Desk
from mediation_desk.store.vault import seals
from mediation_desk.store.vault.document import VaultDamaged
from mediation_desk.store.vault.keys import public_half
from mediation_desk.store.vault.recovery import trusted_escrow_key
from mediation_desk.store.vault.vault import trusted_public_key

ESCROW = seals.ESCROW_ACCOUNT


class Recipients:
    """The accounts of the office, and its escrow, as the vault knows them at this moment."""

    def __init__(self, desk: Desk) -> None:
        self._opened = desk.store.opened
        self._vault = desk.store.place.vault.read()

    @property
    def store_id(self) -> UUID:
        """The store's number, which every list and every seal is bound to."""
        return self._vault.store_id

    def public_key(self, account_id: UUID) -> bytes | None:
        """The account's public key, or the escrow's; None for an escrow that was never printed.

        Raises VaultDamaged when somebody who could not open the store put it there; and when the own one
        does not fit the private key, for whoever could open the store can write that.
        """
        if account_id == ESCROW:
            return trusted_escrow_key(self._vault, self._opened)
        public = trusted_public_key(self._vault, self._opened, account_id)
        if account_id == self._opened.account_id and public != public_half(self._opened.private_key):
            raise VaultDamaged
        return public

    def fingerprint(self, account_id: UUID) -> bytes | None:
        """What that key is known by."""
        public = self.public_key(account_id)
        return fingerprint(public) if public is not None else None

    def wrap(self, key: bytes, case_id: UUID, account_id: UUID) -> bytes:
        """The case's key for that account alone."""
        public = self.public_key(account_id)
        assert public is not None  # whoever stands on a list had a key when it was let in
        return seals.wrap_for(key, public, case_id, account_id, salt=seals.wrap_salt(self._opened.store_key))
