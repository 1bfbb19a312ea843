"""Where the vault is kept: beside an embedded store, or in a table of a shared one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import OperationalError, ProgrammingError

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.vault.document import Vault, read_vault_text, vault_text
from mediation_desk.store.vault.file import VaultMissing, is_pair, read_vault, write_vault

Change = Callable[[Vault], Vault]


class VaultPlace(Protocol):
    """Reads and writes the vault as a whole."""

    def read(self) -> Vault:
        """The vault; VaultMissing when there is none."""
        ...

    def write(self, vault: Vault) -> None:
        """Put the first vault here, or a wholly new one."""
        ...

    def is_sound(self) -> bool:
        """Whether all that is kept of it besides what :meth:`read` reads is as it should be."""
        ...

    def change(self, change: Change) -> Vault:
        """Replace the vault by what ``change`` makes of the present one; nobody comes between."""
        ...


class VaultBesideFile:
    """The key file beside the encrypted store, which one program at a time has open."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Vault:
        """The vault of the key file."""
        return read_vault(self.path)

    def write(self, vault: Vault) -> None:
        """Write the key file and its copy."""
        write_vault(vault, self.path)

    def is_sound(self) -> bool:
        """Whether the key file and its copy are equal."""
        return is_pair(self.path)

    def change(self, change: Change) -> Vault:
        """Read, change, write."""
        vault = change(self.read())
        self.write(vault)
        return vault


@contextmanager
def _reached() -> Iterator[None]:
    """A server that does not answer, or not so, is told in words."""
    try:
        yield
    except (OperationalError, ProgrammingError) as trouble:
        raise DeskError(N_("The server cannot be reached, or it refuses the sign-in. Check its address and "
                           "password; nothing was changed."), field="server") from trouble


class VaultInTable:
    """One row on the shared server; the keys in it are wrapped, so the operator reads none."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def read(self) -> Vault:
        """The vault of the table."""
        with _reached(), self.engine.connect() as connection:
            if not inspect(connection).has_table("vault"):
                raise VaultMissing
            content = connection.execute(text("SELECT content FROM vault")).scalar()
        if content is None:
            raise VaultMissing
        return read_vault_text(content)

    def write(self, vault: Vault) -> None:
        """Make the table where it is missing, and put the vault into its one row."""
        with _reached(), self.engine.begin() as connection:
            connection.execute(text("CREATE TABLE IF NOT EXISTS vault (content TEXT NOT NULL)"))
            connection.execute(text("DELETE FROM vault"))
            connection.execute(text("INSERT INTO vault (content) VALUES (:content)"),
                               {"content": vault_text(vault)})

    def is_sound(self) -> bool:
        """Whether the table has one row and no other."""
        with _reached(), self.engine.connect() as connection:
            return connection.execute(text("SELECT count(*) FROM vault")).scalar() == 1

    def change(self, change: Change) -> Vault:
        """Change the row under its lock, so that two administrators never lose one another's change."""
        with _reached(), self.engine.begin() as connection:
            return self.change_within(connection, change)

    @staticmethod
    def change_within(connection: Connection, change: Change) -> Vault:
        """The same as a part of a transaction, with which it is kept or not."""
        content = connection.execute(text("SELECT content FROM vault FOR UPDATE")).scalar_one()
        vault = change(read_vault_text(content))
        connection.execute(text("UPDATE vault SET content = :content"), {"content": vault_text(vault)})
        return vault
