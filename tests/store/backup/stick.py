"""What the tests of backups share: one made at noon on a stick."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mediation_desk.store.backup import backup
from tests.offices import Office

NOON = datetime(2025, 1, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


def backed_up(office: Office, folder: Path) -> Path:
    return backup.write(backup.BackupSource.of(office.first.store), folder, NOON, "asked")[0]
