"""This computer: where a person's files are kept, its clock and zone, and the log of what went wrong."""

from __future__ import annotations

import logging
import time
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cached_property
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimeZone

from mediation_desk.gui.entry.window import Threshold
from mediation_desk.library import private_files

if TYPE_CHECKING:
    from mediation_desk.services.desk import Clock, Desk
    from mediation_desk.services.entry.doors import Around
    from mediation_desk.services.entry.sign_in import Surroundings

NAME = "mediation-desk"
CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")  # no summer time since 1991


def now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


def version() -> str:
    """The installed program's version."""
    from importlib import metadata  # takes longer to load than to ask

    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:
        return ""


def system_zone() -> tzinfo:
    """The machine's time zone; China's where it has none of its own."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        return ZoneInfo("Asia/Shanghai" if name in ("", "UTC", "Etc/UTC") else name)
    except (ZoneInfoNotFoundError, ValueError):  # a machine without the zones' tables
        return CHINA


class Machine:
    """This computer: where it keeps the person's files, its clock and zone."""

    def __init__(self, data: Path, config: Path, clock: Clock = now, zone: tzinfo | None = None) -> None:
        self.data, self.config, self.clock, self._zone = data, config, clock, zone

    @classmethod
    def here(cls) -> Machine:
        """The folders that this system gives a program."""
        import platformdirs

        return cls(platformdirs.user_data_path(NAME, appauthor=False),
                   platformdirs.user_config_path(NAME, appauthor=False))

    @cached_property
    def zone(self) -> tzinfo:
        """Where the office is."""
        return self._zone or system_zone()

    @staticmethod
    def wall() -> float:
        """Seconds by the clock on the wall, which goes on while the computer sleeps."""
        return time.time()

    def today(self) -> date:
        """The day it is there."""
        return self.clock().astimezone(self.zone).date()

    def threshold(self) -> Threshold:
        """What the way in needs."""
        return Threshold(self.data / "office", self._demonstration, self.today)

    def _demonstration(self, around: Around) -> Desk:
        from mediation_desk.demonstration import office

        return office.enter(self.data / "demonstration", around())

    @cached_property
    def around(self) -> Surroundings:
        """What services need; loads the store's libraries, so it is asked for on a worker's thread."""
        from mediation_desk.services.entry.sign_in import Surroundings

        return Surroundings(self.clock, self.zone, self.data / "notes")


class _PrivateLog(RotatingFileHandler):
    """Readable by this person alone, each new one too; a link in its place is not written through."""

    def _open(self) -> TextIOWrapper:
        return TextIOWrapper(private_files.append(Path(self.baseFilename)), encoding=self.encoding)


def keep_log(folder: Path) -> None:
    """Keep what went wrong in a small file, without a word of any case."""
    try:
        private_files.make_folder(folder)
        private_files.tighten(folder)
        private_files.claim(folder / "desk.log")
        handler = _PrivateLog(folder / "desk.log", maxBytes=200_000, backupCount=2, encoding="utf-8",
                              delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
