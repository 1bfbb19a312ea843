"""Keyrings for the tests: one that keeps, one that stays locked, and the library's own that keep nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked


class OwnKeyring(KeyringBackend):
    """Keeps in memory, as a desktop's keyring keeps for its person."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.held: dict[tuple[str, str], str] = {}
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class LockedKeyring(OwnKeyring):
    """Its prompt was closed without the password; what it says names what it was asked for."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError(f"no bus to bring {password}")


class OpenFile(OwnKeyring):
    """Would keep passwords in a file that anybody reads."""

    priority = 0.5  # type: ignore[assignment]


@contextmanager
def system_keyring(ring: KeyringBackend) -> Iterator[None]:
    """This computer has that keyring, while it lasts."""
    before = keyring.get_keyring()
    keyring.set_keyring(ring)
    try:
        yield
    finally:
        keyring.set_keyring(before)
