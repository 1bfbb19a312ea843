"""What a backup says of itself: readable without a password, provable with one.

A backup is a folder ``office-2026-11-23-153000.mdbackup`` with three files: ``database`` (the encrypted
store as a file) or ``rows`` (the encrypted rows of a shared store), ``keys`` (the vault as it was) and
``manifest.json``. It is written under another name and renamed when it was read back, so that a folder
with the right name is always whole.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.private_files import open_plain
from mediation_desk.store.vault.document import Vault, read_vault_text
from mediation_desk.store.vault.keys import derive

FORMAT = 1
SUFFIX = ".mdbackup"
BIGGEST_MANIFEST = 1 << 20  # bytes
MANIFEST, KEYS, DATABASE, ROWS = "manifest.json", "keys", "database", "rows"

Reason = Literal["automatic", "closing", "asked", "migration"]


class NoBackup(DeskError):
    """The folder is no backup, or one that cannot be read any more."""

    def __init__(self) -> None:
        super().__init__(N_("This is not a backup, or it cannot be read. Choose a folder whose name ends in "
                            ".mdbackup."), field="backup")


class BackupDamaged(DeskError):
    """A file of the backup is missing, or differs from what was written."""

    def __init__(self, name: str) -> None:
        super().__init__(N_("The backup is damaged: its file “{name}” is not as it was written. Choose "
                            "another backup."), field="backup", name=name)


class BackupTooNew(DeskError):
    """A newer program wrote the backup."""

    def __init__(self) -> None:
        super().__init__(N_("This backup was written by a newer version of the program. Install that "
                            "version to restore it."), field="backup")


class File(Struct, frozen=True):
    """One file of the backup: bytes and SHA-256 in hexadecimal."""

    size: int
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True):
    """The facts of a backup that need no password; nothing of any case is among them.

    ``journal_seq`` and ``journal_hash`` are the journal's length and digest as its ledger has them (of
    a store of the first schema, the number and link of its last row), ``revision`` is the schema's.
    ``stamp`` is keyed by the store key, so that whoever opens the backup knows it is genuine.
    """

    format: int = FORMAT
    made_at: Annotated[datetime, Meta(tz=True)]
    made_by: UUID
    reason: Reason
    store_id: UUID
    revision: str
    journal_seq: int
    journal_hash: str
    files: dict[str, File]
    stamp: str = ""

    @property
    def is_copy(self) -> bool:
        """Whether it holds a store as a file; otherwise the rows of a shared store."""
        return DATABASE in self.files

    @property
    def is_believable(self) -> bool:
        """Whether a day and sizes like these can be."""
        numbers = [self.journal_seq, *(file.size for file in self.files.values())]
        return self.made_at.year in range(2000, 3000) and all(0 <= one < 1 << 63 for one in numbers)

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(file.size for file in self.files.values())

    def stamped(self, store_key: bytes) -> Manifest:
        """The manifest with its stamp."""
        return replace(self, stamp=self._stamp(store_key))

    def is_genuine(self, store_key: bytes) -> bool:
        """Whether a holder of the store key wrote it as it stands."""
        return hmac.compare_digest(self.stamp.encode(), self._stamp(store_key).encode())

    def _stamp(self, store_key: bytes) -> str:
        said = msgspec.json.encode(replace(self, stamp=""), order="sorted")
        return hmac.digest(derive(store_key, b"backup manifest"), said, "sha256").hex()


class _FormatOnly(Struct):
    format: int


def read_manifest(backup: Path) -> Manifest:
    """The manifest of a backup folder. NoBackup or BackupTooNew when it cannot be."""
    try:
        content = _short(backup / MANIFEST)
        if msgspec.json.decode(content, type=_FormatOnly).format > FORMAT:
            raise BackupTooNew
        found = msgspec.json.decode(content, type=Manifest)
        believable = found.made_at.tzinfo is not None and found.is_believable
    except DeskError:
        raise
    except Exception:  # whatever a worn disk or a stranger made of it: it is read whole in here
        raise NoBackup from None
    if not believable or set(found.files) not in ({KEYS, DATABASE}, {KEYS, ROWS}):
        raise NoBackup
    return found


def _short(file: Path) -> bytes:
    """The content of a small file; a pipe or a huge one, put in its place, is not waited for."""
    with open_plain(file) as content:
        read = content.read(BIGGEST_MANIFEST + 1)
    if len(read) > BIGGEST_MANIFEST:
        raise NoBackup
    return read


def read_keys(backup: Path) -> Vault:
    """The vault as it was when the backup was made: its passwords open it."""
    try:
        return read_vault_text((backup / KEYS).read_bytes())
    except OSError:
        raise BackupDamaged(KEYS) from None


def described(file: Path) -> File:
    """A file's size and hash."""
    with file.open("rb") as content:
        return File(file.stat().st_size, hashlib.file_digest(content, "sha256").hexdigest())


def check_files(backup: Path, manifest: Manifest) -> None:
    """Read every file of the backup again; BackupDamaged for the first that differs."""
    for name, file in manifest.files.items():
        try:
            same = described(backup / name) == file
        except OSError:
            same = False
        if not same:
            raise BackupDamaged(name)


def folder_name(at: datetime) -> str:
    """The name of a backup made at that local time."""
    return f"office-{at:%Y-%m-%d-%H%M%S}{SUFFIX}"


def backups_in(folder: Path, store_id: UUID | None = None) -> list[tuple[Path, Manifest]]:
    """The whole backups in a folder, oldest first; with ``store_id``, only of that store."""
    found = [pair for pair in _readable(folder) if store_id in (None, pair[1].store_id)]
    return sorted(found, key=lambda pair: (pair[1].made_at.astimezone(UTC), pair[0].name))


def unreadable_in(folder: Path) -> list[str]:
    """The names of those that call themselves backups and cannot be read: damaged, of a newer program, or
    with a day that can be none."""
    return sorted(path.name for path in folder.glob(f"office-*{SUFFIX}") if not _is_readable(path))


def _is_readable(backup: Path) -> bool:
    try:
        read_manifest(backup)
    except DeskError:
        return False
    return True


def _readable(folder: Path) -> Iterator[tuple[Path, Manifest]]:
    for path in folder.glob(f"office-*{SUFFIX}"):
        try:
            yield path, read_manifest(path)
        except DeskError:
            continue
