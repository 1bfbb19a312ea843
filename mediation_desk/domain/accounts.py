"""The people who sign in to the desk, and the hats they wear."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """A hat at the desk; one person may wear several. What each may do: :mod:`.rights`."""

    MEDIATOR = "mediator"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


@dataclass(eq=False, kw_only=True)
class Account:
    """One person's account in the store.

    ``public_key`` is the account's X25519 public key (32 bytes), a copy for lists and travel: before
    wrapping a secret for somebody, take the stamped one from the vault. Instants are in UTC.
    ``standing`` rises whenever an administrator changes what the account is (None: never yet); see
    :data:`.mediation.holders.DROPS`.
    """

    id: UUID
    login: str
    name: str
    roles: frozenset[Role]
    public_key: bytes = field(repr=False)
    created_at: datetime
    disabled_at: datetime | None = None
    removed_at: datetime | None = None
    standing: int | None = None
    pin: bytes | None = field(default=None, repr=False)  # what proves the PIN that ends a turned screen
    site_id: UUID | None = None  # the site at which this person sits

    @property
    def stands(self) -> int:
        """The standing as a number."""
        return self.standing or 0

    @property
    def is_active(self) -> bool:
        """Whether this person may sign in at all: neither disabled nor removed."""
        return self.disabled_at is None and self.removed_at is None

    @property
    def working_roles(self) -> frozenset[Role]:
        """The roles that count today: none once the account is disabled or removed."""
        return self.roles if self.is_active else frozenset()

    def disable(self, at: datetime) -> None:
        """Mark that this person has left; the first day it happened is kept."""
        if self.disabled_at is None:
            self.disabled_at = at
            self._rise()

    def wear(self, roles: frozenset[Role]) -> None:
        """Other hats."""
        if roles != self.roles:
            self.roles = roles
            self._rise()

    def take_key(self, public_key: bytes) -> None:
        """A new key pair, as a reset password gives one. The PIN, which rests on the former one, goes."""
        self.public_key, self.pin = public_key, None
        self._rise()

    def _rise(self) -> None:
        self.standing = self.stands + 1

    def enable(self) -> None:
        """Let this person in again."""
        self.disabled_at = None
