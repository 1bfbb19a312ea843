"""What a backup says of itself is read whole, or the folder is said to be no backup."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from mediation_desk.store.backup.manifest import (
    DATABASE,
    KEYS,
    MANIFEST,
    BackupTooNew,
    File,
    Manifest,
    NoBackup,
    read_manifest,
)

WHOLE = Manifest(made_at=datetime(2025, 1, 20, 8, tzinfo=UTC), made_by=UUID(int=1), reason="asked",
                 store_id=UUID(int=2), revision="0001", journal_seq=12, journal_hash="ab" * 32,
                 files={KEYS: File(1, "00"), DATABASE: File(2, "11")})


def written(folder: Path, content: bytes) -> Path:
    (folder / MANIFEST).write_bytes(content)
    return folder


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert read_manifest(written(tmp_path, msgspec.json.encode(WHOLE))) == WHOLE


def test_with_any_byte_flipped_it_is_a_manifest_or_none(tmp_path: Path) -> None:
    content, chance = msgspec.json.encode(WHOLE), random.Random(7)
    none = 0
    for place in range(len(content)):
        turned = content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1:]
        try:
            assert read_manifest(written(tmp_path, turned)).made_at.tzinfo
        except (NoBackup, BackupTooNew):
            none += 1
    assert none > len(content) // 2


@pytest.mark.parametrize("made_at", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2025-01-20T08:00:00"])
def test_a_day_that_cannot_be_makes_it_no_backup_of_ours(tmp_path: Path, made_at: str) -> None:
    said = msgspec.to_builtins(WHOLE) | {"made_at": made_at}
    with pytest.raises(NoBackup):
        read_manifest(written(tmp_path, msgspec.json.encode(said)))
