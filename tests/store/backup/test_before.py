"""Before its tables are changed a store is copied; without the copy nothing is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.store.backup import manifest
from mediation_desk.store.backup.before import copy_before_migration
from mediation_desk.store.store import Place
from tests.offices import Office
from tests.store.backup.stick import NOON


def copies(folder: Path, office: Office) -> list[tuple[str, bool]]:
    store = office.first.store
    return [(told.reason, told.is_genuine(store.opened.store_key))
            for _path, told in manifest.backups_in(folder, store.place.vault.read().store_id)]


def test_the_copy_lies_beside_the_store_or_among_this_machines_notes(busy: Office, tmp_path: Path) -> None:
    place, notes = busy.first.store.place, tmp_path / "here"
    copy_before_migration(place, NOON, notes)(busy.first.store.engine, busy.first.store.opened)
    assert copies((place.folder or notes) / "backups", busy) == [("migration", True)]
    assert place.folder is None or not notes.exists()


def test_nothing_is_copied_before_it_is_time(busy: Office, tmp_path: Path) -> None:
    copy_before_migration(busy.first.store.place, NOON, tmp_path / "here")
    assert copies((busy.first.store.place.folder or tmp_path / "here") / "backups", busy) == []


def test_where_no_copy_can_be_made_that_is_said_and_the_migration_does_not_begin(busy: Office,
                                                                                tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    place = busy.first.store.place
    blocked = Place(place.vault, place.connect, place.name, tmp_path / "file")
    with pytest.raises(DeskError, match="could not be written"):
        copy_before_migration(blocked, NOON, tmp_path / "here")(busy.first.store.engine,
                                                                busy.first.store.opened)
