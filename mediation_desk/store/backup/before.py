"""Keeps a copy of the store before its tables are changed for a newer program."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from mediation_desk.store.backup import backup
from mediation_desk.store.store import BeforeMigration, Place
from mediation_desk.store.vault.keys import Opened


def copy_before_migration(place: Place, now: datetime, notes: Path) -> BeforeMigration:
    """A backup beside the store, or for a store on a server among this machine's notes.

    When the copy cannot be made (the disk is full) the migration does not begin. ``now``: the present
    instant in the office's zone.
    """
    folder = (place.folder or notes) / "backups"

    def copy(engine: Engine, opened: Opened) -> None:
        backup.write(backup.BackupSource(engine, opened, place.vault), folder, now, "migration")

    return copy
