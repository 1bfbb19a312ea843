"""Hours as lists of orders write them: a day with its time, in whatever writing."""

from __future__ import annotations

import re
from datetime import datetime, time

from mediation_desk.domain import dates
from mediation_desk.domain.text.plain import dashed, plain
from mediation_desk.domain.words import N_, DeskError

END_OF_DAY = time(23, 59)
_SOLID = re.compile(r"((?:19|20)\d{6})[ -]?(\d{2}):?(\d{2}):?(\d{2})?(?:\.\d+)?")
_TIME = re.compile(r"(?:t|\s+|(?<=[日号]))(上午|下午|晚上|am|pm)?\s*(\d{1,2})[:时点]"
                   r"(?:(\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?秒?)?分?)?\s*(am|pm)?(?:z|\+08:?00)?$",
                   re.IGNORECASE)
_AFTERNOON = frozenset({"下午", "晚上", "pm"})


def read_moment(text: str, *, field: str | None = None, otherwise: time = time()) -> datetime | None:
    """The hour that a text means, None for nothing; ``otherwise``: the time of a day without one. DeskError
    where it is no day, or its time is none."""
    written = dashed(plain(text)).strip()
    if not written:
        return None
    solid = _SOLID.fullmatch(written)
    if solid:
        day = dates.read(solid[1], field=field)
        assert day is not None
        return _at(text, field, datetime.combine(day, time()), solid[2], solid[3], solid[4])
    found = _TIME.search(written)
    day = dates.read(written[:found.start()] if found else written, field=field)
    if day is None:
        raise DeskError(N_("“{text}” is not a date, such as 2024-09-01."), field=field, text=plain(text))
    if not found:
        return datetime.combine(day, otherwise)
    half = (found[1] or found[5] or "").casefold()
    hour = int(found[2]) + (12 if half in _AFTERNOON and int(found[2]) < 12 else 0)
    return _at(text, field, datetime.combine(day, time()), str(hour), found[3], found[4])


def _at(text: str, field: str | None, day: datetime, hour: str, minute: str | None,
        second: str | None) -> datetime:
    try:
        return day.replace(hour=int(hour), minute=int(minute or 0), second=int(second or 0))
    except ValueError as none:
        raise DeskError(N_("“{text}” has a time of day that there is not."), field=field,
                        text=plain(text)) from none
