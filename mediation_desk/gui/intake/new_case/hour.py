"""A day and an hour in one field, as orders name them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from mediation_desk.domain import dates
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.fields.line import LineField
from mediation_desk.gui.kit.words import tr

WIDTH = 18
_CLOCK = re.compile(r"(?P<day>.*?)[\sT]*(?P<hour>\d{1,2})\s*[:时点]\s*(?P<minute>\d{1,2})?\s*分?"
                    r"(?::\d{1,2})?$")


def read_hour(text: str, today: date, look: dates.Look, field: str | None = None) -> datetime | None:
    """``2024-11-25 09:12``, ``11月25日 9时12分``, or ``9:12`` for today; None for nothing; anything else is a
    DeskError beside the field."""
    written = plain(text)
    if not written:
        return None
    found = _CLOCK.match(written)
    hour, minute = (int(found["hour"]), int(found["minute"] or 0)) if found else (24, 0)
    if found is None or hour > 23 or minute > 59:
        raise DeskError(N_("“{text}” is not a day and an hour, such as 2024-11-25 09:12."), field=field,
                        text=text)
    day = dates.read(found["day"], field=field, today=today, look=look) if found["day"].strip() else today
    return datetime.combine(day or today, time(hour, minute))


class HourField(LineField):
    """Its value is a datetime by the office's clock, or None. An hour alone is one of today."""

    def __init__(self, label: str, *, today: Callable[[], date], look: dates.Look, name: str = "",
                 help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, name=name, help=help, width=WIDTH, parent=parent)
        self.line.setPlaceholderText(tr("e.g. {hour}", hour="11-25 09:12"))
        self._today, self._look = today, look

    def value(self) -> datetime | None:
        """The kept hour."""
        return self._kept if isinstance(self._kept, datetime) else None

    def _read(self, text: str) -> datetime | None:
        return read_hour(text, self._today(), self._look, self.name or None)

    def _write(self, value: object) -> str:
        return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else ""
