"""This computer: the office's own day, folders of this person, and a log without a word of any case."""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from importlib import metadata
from logging.handlers import RotatingFileHandler
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from PySide6.QtCore import QByteArray, QTimeZone

from mediation_desk.app import machine
from mediation_desk.app.machine import CHINA, Machine
from tests.conftest import LogWatch


@pytest.fixture
def logging_kept() -> Iterator[None]:
    """The root's handlers as they were before the test."""
    before = list(logging.getLogger().handlers)
    yield
    for handler in [one for one in logging.getLogger().handlers if one not in before]:
        logging.getLogger().removeHandler(handler)
        handler.close()


@pytest.mark.parametrize(("hour", "day"), [(15, 31), (16, 1)])
def test_the_day_is_the_offices_and_not_greenwichs(tmp_path: Path, hour: int, day: int) -> None:
    """At 16:00 in Greenwich the new year has begun in Xining."""
    here = Machine(tmp_path, tmp_path, lambda: datetime(2024, 12, 31, hour, tzinfo=UTC), CHINA)
    assert here.today().day == day


@pytest.mark.parametrize(("told", "zone"), [
    (b"Asia/Urumqi", ZoneInfo("Asia/Urumqi")), (b"UTC", ZoneInfo("Asia/Shanghai")),
    (b"", ZoneInfo("Asia/Shanghai")), (b"Etc/UTC", ZoneInfo("Asia/Shanghai")), (b"No/Such", CHINA),
    (b"../../etc/passwd", CHINA), (b"\xff\xfe", CHINA)])
def test_a_machine_without_a_zone_of_its_own_stands_in_china(told: bytes, zone: object,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QTimeZone, "systemTimeZoneId", staticmethod(lambda: QByteArray(told)))
    assert machine.system_zone() == zone


def test_without_the_zones_tables_china_is_eight_hours_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(name: str) -> ZoneInfo:
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr("zoneinfo.ZoneInfo", lacking)
    assert machine.system_zone().utcoffset(datetime(2025, 7, 1)) == timedelta(hours=8)


def test_a_persons_files_lie_in_that_persons_folders(home: Path) -> None:
    here = Machine.here()
    for folder in (here.data, here.config):
        assert folder.is_relative_to(home) and "mediation-desk" in str(folder)
    assert here.threshold().office == here.data / "office"
    assert here.around.notes == here.data / "notes" and here.around.clock is here.clock


def test_the_clock_has_a_zone_and_the_version_is_the_installed_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert machine.now().tzinfo is UTC
    assert machine.version() == metadata.version("mediation-desk")

    def gone(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", gone)
    assert machine.version() == ""


def test_what_went_wrong_is_kept_in_a_small_file_of_this_person(tmp_path: Path, logging_kept: None,
                                                                logs: LogWatch) -> None:
    logs.expect("KeyError")
    machine.keep_log(tmp_path / "log")
    logging.getLogger("mediation_desk.test").error("KeyError in a task")
    file = tmp_path / "log" / "desk.log"
    line = file.read_text("utf-8")
    assert "ERROR mediation_desk.test: KeyError in a task" in line
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    handler = next(one for one in logging.getLogger().handlers if isinstance(one, RotatingFileHandler))
    assert handler.maxBytes * (handler.backupCount + 1) <= 1_000_000


def test_where_no_log_can_be_kept_the_program_runs_all_the_same(tmp_path: Path, logging_kept: None) -> None:
    (tmp_path / "file").touch()
    before = list(logging.getLogger().handlers)
    machine.keep_log(tmp_path / "file" / "log")
    assert logging.getLogger().handlers == before


def test_an_office_elsewhere_has_its_own_day(tmp_path: Path) -> None:
    west = timezone(timedelta(hours=-5))
    here = Machine(tmp_path, tmp_path, lambda: datetime(2025, 1, 1, 3, tzinfo=UTC), west)
    assert here.today().year == 2024
