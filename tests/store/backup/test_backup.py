"""A backup is whole or not there; a restored one is the office as it was, beside the one that is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mediation_desk.services.intake import registering
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.backup import backup
from mediation_desk.store.backup import manifest as backup_manifest
from mediation_desk.store.backup.manifest import NoBackup
from mediation_desk.store.pace import Pace, Stopped
from tests.offices import PASSWORD, Office
from tests.store.backup.stick import NOON, backed_up


def test_a_folder_that_is_no_backup_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"format": 1}')
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NoBackup) as told:
            upkeep.inspect(folder)
        assert told.value.field == "backup"
    (tmp_path / "manifest.json").write_text('{"format": 99}')
    with pytest.raises(backup_manifest.BackupTooNew):
        upkeep.inspect(tmp_path)


def test_a_full_disk_is_told_before_anything_is_written(busy: Office, tmp_path: Path) -> None:
    source, folder = backup.BackupSource.of(busy.first.store), tmp_path / "stick"
    with pytest.raises(backup.NotEnoughSpace) as told:
        backup.write(source, folder, NOON, "asked", free=lambda _folder: 5 << 20)
    assert told.value.field == "folder"
    assert "5 MB" in str(told.value)
    assert list(folder.iterdir()) == []


def test_a_stopped_backup_leaves_nothing(busy: Office, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        backup.write(backup.BackupSource.of(busy.first.store), tmp_path / "stick", NOON, "asked",
                     Pace(cancelled=lambda: True))
    assert list((tmp_path / "stick").iterdir()) == []
    assert backed_up(busy, tmp_path / "stick").is_dir()


def test_what_a_power_cut_left_half_done_is_cleared_away(busy: Office, tmp_path: Path) -> None:
    half = tmp_path / "office-2025-01-19-120000.mdbackup.partial"
    half.mkdir()
    (half / "database").write_bytes(b"half")
    made = backed_up(busy, tmp_path)
    assert [path.name for path in tmp_path.iterdir() if "mdbackup" in path.name] == [made.name]


def test_two_backups_in_one_second_both_stand(busy: Office, tmp_path: Path) -> None:
    names = [backed_up(busy, tmp_path).name for _ in range(3)]
    assert names == [f"office-2025-01-20-120000{more}.mdbackup" for more in ("", "-2", "-3")]


def test_colleagues_keep_writing_while_a_backup_is_made(busy: Office, tmp_path: Path) -> None:
    """What is saved after the copying began is not in the backup, and the saving does not wait."""
    kept: list[object] = []

    def save(_done: int, _total: int) -> None:
        if not kept:
            kept.append(registering.register(busy.first, registering.IntakeDraft(date(2025, 1, 20))))

    made, _ = backup.write(backup.BackupSource.of(busy.first.store), tmp_path, NOON, "asked", Pace(save))
    assert kept
    assert upkeep.look_inside(made, "chen", PASSWORD, busy.first.pauses).cases == 1
