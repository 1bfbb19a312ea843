"""Makes a backup: copied while people work, read back, and only then given its name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import Engine

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files
from mediation_desk.store.backup import copy, row_copy
from mediation_desk.store.backup.copy import Head
from mediation_desk.store.backup.manifest import (
    DATABASE,
    KEYS,
    MANIFEST,
    ROWS,
    SUFFIX,
    Manifest,
    Reason,
    backups_in,
    described,
    folder_name,
)
from mediation_desk.store.backup.thin import thinned
from mediation_desk.store.engines.embedded import driver
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.instance import Instance
from mediation_desk.store.journal.present_key import KeyRenewed
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.store import Store
from mediation_desk.store.vault.document import Vault, is_whole, vault_text
from mediation_desk.store.vault.keys import Opened
from mediation_desk.store.vault.place import VaultPlace

PARTIAL, LOCK = ".partial", ".lock"
SPARE = 32 << 20  # bytes that must stay free beside the backup

DiskFree = Callable[[Path], int]


class NotEnoughSpace(DeskError):
    """The backup would fill the disk."""

    def __init__(self, needed: int, free: int) -> None:
        super().__init__(N_("There is not enough space for a backup: it needs {needed} MB, and {free} MB are "
                            "free. Make room, or choose another folder."),
                         field="folder", needed=-(-needed >> 20), free=free >> 20)


class BackupFailed(DeskError):
    """The folder could not be written; the store is untouched and earlier backups stand."""

    def __init__(self) -> None:
        super().__init__(N_("The backup could not be written: the disk is full, was taken out, or may not be "
                            "written. The store itself is untouched. Choose another folder."), field="folder")


@dataclass(frozen=True)
class BackupSource:
    """A store that is unlocked, whether or not its tables are up to date."""

    engine: Engine
    opened: Opened
    vaults: VaultPlace

    @classmethod
    def of(cls, store: Store) -> BackupSource:
        """An open store."""
        return cls(store.engine, store.opened, store.place.vault)

    @property
    def is_file(self) -> bool:
        """Whether the store is a file of its own."""
        return database_of(self.engine).is_file


def disk_free(folder: Path) -> int:
    """Bytes free where the folder is."""
    return shutil.disk_usage(folder).free


def write(source: BackupSource, folder: Path, at: datetime, reason: Reason, pace: Pace = AT_EASE, *,
          free: DiskFree = disk_free) -> tuple[Path, Manifest]:
    """Make a backup in the folder. ``at``: the present instant in the office's zone, which names it.

    NotEnoughSpace, BackupFailed, CopyFailed, Stopped: in each case nothing is left of it.
    """
    try:
        private_files.make_folder(folder)
        clear_away(folder)
        _require_space(source, folder, free)
        with _partial(folder, at) as (partial, final):
            manifest = _fill(source, partial, at, reason, pace)
            partial.rename(final)
            private_files.settle(folder)
        return final, manifest
    except (OSError, driver().OperationalError) as trouble:
        raise BackupFailed from trouble


def _fill(source: BackupSource, partial: Path, at: datetime, reason: Reason, pace: Pace) -> Manifest:
    name, head, vault = _of_one_key(source, partial, pace)
    _write_whole(partial / KEYS, vault_text(vault).encode())
    manifest = Manifest(
        made_at=at, made_by=source.opened.account_id, reason=reason, store_id=vault.store_id,
        revision=head.revision, journal_seq=head.seq, journal_hash=head.hash,
        files={file: described(partial / file) for file in (name, KEYS)}).stamped(source.opened.store_key)
    _write_whole(partial / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
    private_files.settle(partial)
    return manifest


def _of_one_key(source: BackupSource, partial: Path, pace: Pace) -> tuple[str, Head, Vault]:
    """The rows and a vault that opens them; KeyRenewed where it no longer does."""
    key = source.opened.store_key
    was_whole = is_whole(source.vaults.read(), key)
    name, head = _copied(source, partial, pace)
    vault = source.vaults.read()  # after the rows: the journal never knows a later one than the copy has
    if was_whole and not is_whole(vault, key):
        raise KeyRenewed
    return name, head, vault


def _copied(source: BackupSource, partial: Path, pace: Pace) -> tuple[str, Head]:
    """Copy and read back; the copying is the first half of the progress."""
    key = source.opened.store_key
    if source.is_file:
        head = copy.copy_database(source.engine, key, partial / DATABASE, pace)
        copy.check_database(partial / DATABASE, key, head)
        return DATABASE, head
    head = row_copy.export_rows(source.engine, key, partial / ROWS, pace)
    row_copy.check_rows(partial / ROWS, key, head, pace)
    return ROWS, head


@contextmanager
def _partial(folder: Path, at: datetime) -> Iterator[tuple[Path, Path]]:
    """A folder under another name, locked while it is written; thrown away unless it was renamed."""
    final = _free_name(folder, at)
    partial = final.with_name(final.name + PARTIAL)
    try:
        with Instance(folder, partial.name + LOCK):
            private_files.make_folder(partial)
            try:
                yield partial, final
            finally:
                shutil.rmtree(partial, ignore_errors=True)
    finally:
        (folder / (partial.name + LOCK)).unlink(missing_ok=True)


def _free_name(folder: Path, at: datetime) -> Path:
    name, number = folder_name(at), 1
    while any((folder / (name + end)).exists() for end in ("", PARTIAL)):
        number += 1
        name = folder_name(at).removesuffix(SUFFIX) + f"-{number}{SUFFIX}"
    return folder / name


def clear_away(folder: Path) -> None:
    """Throw away what a power cut left of unfinished backups; those still being written stay."""
    left = {path.name.removesuffix(LOCK) for path in folder.glob(f"office-*{SUFFIX}{PARTIAL}*")}
    for name in left:
        lock = Instance(folder, name + LOCK)
        if lock.take():
            shutil.rmtree(folder / name, ignore_errors=True)
            lock.release()
            (folder / (name + LOCK)).unlink(missing_ok=True)


def thin(folder: Path, store_id: UUID, now: datetime) -> list[Path]:
    """Throw away what the thinning drops; never what holds the most of the journal. Returns what went."""
    found = backups_in(folder, store_id)
    fullest = max(found, key=lambda pair: (pair[1].journal_seq, pair[1].made_at), default=None)
    local = {path: manifest.made_at.astimezone(now.tzinfo) for path, manifest in found}
    dropped = thinned(local.values(), now)
    gone = [path for path, at in local.items() if at in dropped and fullest and path != fullest[0]]
    for path in gone:
        shutil.rmtree(path, ignore_errors=True)
    return gone


def _require_space(source: BackupSource, folder: Path, free: DiskFree) -> None:
    needed, there = _size(source) + SPARE, free(folder)
    if there < needed:
        raise NotEnoughSpace(needed, there)


def _size(source: BackupSource) -> int:
    """Bytes that the backup will take at most."""
    with source.engine.connect().execution_options(reading=True) as connection:
        return database_of(connection).size(connection)


def _write_whole(path: Path, content: bytes) -> None:
    with private_files.create(path) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
