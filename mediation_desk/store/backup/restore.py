"""Looks into a backup, and restores it beside the present store: into a new folder or an empty database."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files
from mediation_desk.store import schema
from mediation_desk.store.backup import copy, row_copy
from mediation_desk.store.backup.manifest import (
    DATABASE,
    ROWS,
    BackupDamaged,
    Manifest,
    check_files,
    described,
    read_keys,
    read_manifest,
)
from mediation_desk.store.engines.readable import check_readable
from mediation_desk.store.exchange import rows
from mediation_desk.store.exchange.rows import Inside
from mediation_desk.store.journal.chain import journal_key
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.place_trouble import told_beside_place
from mediation_desk.store.store import DATABASE as STORE_FILE
from mediation_desk.store.store import Place
from mediation_desk.store.vault.keys import Key, Opened
from mediation_desk.store.vault.vault import unlock


class NotGenuine(DeskError):
    """The backup's facts were altered by somebody who could not open it."""

    def __init__(self) -> None:
        super().__init__(N_("This backup was altered after it was written. Do not use it; choose another "
                            "one."), field="backup")


def open_backup(backup: Path, login: str, password: str) -> tuple[Manifest, Opened]:
    """Open a backup with a password as it was when the backup was made, and check all of its files.

    WrongPassword; NoBackup, BackupTooNew, BackupDamaged, NotGenuine.
    """
    manifest = read_manifest(backup)
    opened = unlock(read_keys(backup), login, password)
    if not manifest.is_genuine(opened.store_key):
        raise NotGenuine
    check_files(backup, manifest)
    return manifest, opened


def look(backup: Path, manifest: Manifest, opened: Opened) -> Inside:
    """What is inside an opened backup; nothing is changed, not even beside it."""
    if manifest.is_copy:
        with _copy_in(backup, opened.store_key) as connection:
            return rows.inside(connection)
    return row_copy.look(backup / ROWS, opened.store_key)


def restore(backup: Path, manifest: Manifest, opened: Opened, place: Place, pace: Pace = AT_EASE) -> None:
    """Fill the place with the backup; its key file or table comes last, so a half restored place is no
    office. DeskError beside ``place`` when anything is there already.
    """
    if manifest.revision not in schema.KNOWN:
        raise schema.StoreTooNew(N_("This backup was written by a newer version of the program. Install that "
                                    "version to restore it."), field="backup")
    if place.exists():
        raise DeskError(N_("There already is an office here. Sign in, or choose another place."),
                        field="place")
    with told_beside_place(place.folder), _new_folder(place.folder):
        if manifest.is_copy and place.folder is not None:
            _copy_file(backup, manifest, place.folder / STORE_FILE, pace)
            check_readable(_closed_again(place, opened.store_key))
        else:
            _pour(backup, manifest, opened.store_key, place, pace)
        place.vault.write(read_keys(backup))


def _closed_again(place: Place, key: Key) -> Engine:
    made = place.connect(lambda: key)
    made.dispose()
    return made


def _pour(backup: Path, manifest: Manifest, key: Key, place: Place, pace: Pace) -> None:
    """Row by row, from a file or a copy, into whatever the place is."""
    target = place.connect(lambda: key)
    try:
        with _stream(backup, manifest, key) as stream:
            rows.put(target, stream, pace, journal_key(key))
    finally:
        target.dispose()


@contextmanager
def _stream(backup: Path, manifest: Manifest, key: Key) -> Iterator[Iterator[bytes]]:
    if not manifest.is_copy:
        with row_copy.stream_of(backup / ROWS, key) as stream:
            yield stream
        return
    with _copy_in(backup, key) as connection:
        yield rows.messages(connection, AT_EASE)


@contextmanager
def _copy_in(backup: Path, key: Key) -> Iterator[Connection]:
    with copy.looking_into(backup / DATABASE, key) as looked, looked.connect() as connection:
        yield connection


def _parts(file: Path) -> Iterator[bytes]:
    """A file of the backup, piece by piece; what it stands on may be a stick that is pulled out."""
    try:
        with file.open("rb") as source:
            while part := source.read(4 << 20):
                yield part
    except OSError as trouble:
        raise BackupDamaged(file.name) from trouble


def _copy_file(backup: Path, manifest: Manifest, target: Path, pace: Pace) -> None:
    """Copy the store's file, and compare what arrived with what was written."""
    done, size = 0, manifest.files[DATABASE].size
    with private_files.create(target) as file:
        for part in _parts(backup / DATABASE):
            file.write(part)
            done += len(part)
            pace.step(done, size)
        file.flush()
        os.fsync(file.fileno())
    if described(target) != manifest.files[DATABASE]:
        raise BackupDamaged(DATABASE)


@contextmanager
def _new_folder(folder: Path | None) -> Iterator[None]:
    """Make the folder, which must be new or empty; what went wrong half way is taken away again."""
    if folder is None:
        yield
        return
    private_files.make_folder(folder)
    if any(folder.iterdir()):
        raise DeskError(N_("There already is something in this place. Restore into a new folder or an empty "
                           "database."), field="place")
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
