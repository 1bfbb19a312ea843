"""Dates as people type them."""

from __future__ import annotations

import re
from datetime import date

from mediation_desk.domain.words import N_, DeskError

_HALF_WIDTH = {0xFF10 + digit: 0x30 + digit for digit in range(10)} | {
    ord("．"): ".", ord("。"): ".", ord("／"): "/", ord("－"): "-", ord("—"): "-", ord("　"): " "}
_PARTED = re.compile(r"^(\d{4})\s*[-./年,，\s]\s*(\d{1,2})\s*[-./月,，\s]\s*(\d{1,2})\s*日?$")
_SOLID = re.compile(r"^(\d{4})(\d{2})(\d{2})$")


def read_date(text: str, *, field: str | None = None) -> date | None:
    """``2024.9.1``, ``2024-09-01``, ``20240901``, ``2024年9月1日``, also in full width; None for
    nothing. Anything else is a DeskError."""
    plain = text.translate(_HALF_WIDTH).strip()
    if not plain:
        return None
    found = _PARTED.match(plain) or _SOLID.match(plain)
    if not found:
        raise DeskError(N_("“{text}” is not a date, such as 2024-09-01."), field=field, text=text.strip())
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        raise DeskError(N_("There is no such day as “{text}”."), field=field, text=text.strip()) from None


def show_date(day: date | None) -> str:
    """``2024-09-01``, the same in both languages, so that columns of dates line up."""
    return day.isoformat() if day else ""
