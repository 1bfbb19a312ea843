"""A pasted text that is not a case yet, as it is kept: the words, and what a person said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from mediation_desk.domain.intake.spotting.sheet import Entry, Sheet
from mediation_desk.domain.intake.spotting.spots import About, Days, Sure, Value
from mediation_desk.domain.money import Money


def told(sheet: Sheet) -> dict[str, Any]:
    """What a person entered, threw out, and took after a look; all else the text tells again."""
    return {"entered": {place: _written(one.value) for place, one in sheet.entries.items() if one.by_hand},
            "out": [[about.value, _written(value)] for about, value in sorted(sheet.out, key=str)],
            "taken": [[one.spot.about.value, _written(one.spot.value)] for one in sheet.entries.values()
                      if one.spot and one.looked_at and one.spot.sure is Sure.DOUBTED]}


def restored(sheet: Sheet, state: Mapping[str, Any]) -> Sheet:
    """The sheet that the text fills in, with what a person had said of it."""
    out = frozenset(_finding(one) for one in state.get("out", ()))
    taken = {_finding(one) for one in state.get("taken", ())}
    found = {place: replace(one, looked_at=one.looked_at or _key(one) in taken)
             for place, one in sheet.entries.items() if _key(one) not in out}
    entered = {str(place): Entry(_read(value), by_hand=True)
               for place, value in state.get("entered", {}).items()}
    return Sheet(MappingProxyType({**found, **entered}), out)


def _key(entry: Entry) -> tuple[About, Value] | None:
    return (entry.spot.about, entry.spot.value) if entry.spot else None


def _finding(kept: Any) -> tuple[About, Value]:
    about, value = kept
    read = _read(value)
    return next(one for one in About if one == about), "" if read is None else read


def _written(value: Value | None) -> list[Any] | None:
    match value:
        case None:
            return None
        case Money():
            return ["fen", value.fen]
        case datetime():
            return ["hour", value.isoformat()]
        case Days():
            return ["days", value.first.isoformat(), value.last.isoformat()]
        case _:
            return ["text", value]


def _read(kept: Any) -> Value | None:
    if kept is None:
        return None
    kind, value, *more = kept
    match kind:
        case "fen":
            return Money(int(value))
        case "hour":
            return datetime.fromisoformat(value)
        case "days":
            return Days(date.fromisoformat(value), date.fromisoformat(more[0]))
        case _:
            return str(value)
