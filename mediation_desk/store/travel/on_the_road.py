"""What was done on a laptop, step by step, as its homecoming brought it: who, when, and what."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from mediation_desk.domain.changes import JournalEntry
from mediation_desk.domain.travel.register import Homecoming
from mediation_desk.store.tables.columns import as_fields
from mediation_desk.store.travel import register
from mediation_desk.store.travel.received import office_of
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class Road:
    """A homecoming and the laptop's own entries in it, oldest first; ``laptop``: what the office calls it;
    ``office``: the other office, where that was done there.

    A case that was begun on the laptop has none: its whole chain came home as it is.
    """

    homecoming_id: UUID
    laptop: str
    office: str
    entries: tuple[JournalEntry, ...]


def roads(work: Work, case_id: UUID) -> Iterator[Road]:
    """Every homecoming of a case, taken back or not, that brought steps of its own."""
    known = {one.id: one for one in register.laptops(work)}
    for home in work.rows_of(Homecoming, case_id):
        if home.entries:
            told = msgspec.msgpack.decode(home.entries)
            desk = known.get(home.laptop_id)
            office = office_of(home.decisions) or (desk.office if desk else None) or ""
            yield Road(home.id, desk.name if desk else "?", office, tuple(map(entry, told)))


def entry(told: Mapping[str, Any]) -> JournalEntry:
    """An entry of a chain as a bag or a homecoming keeps it."""
    table = str(told["table_name"])
    changes = as_fields(table, json.loads(told["changes"]))
    return JournalEntry(
        seq=int(told["number"]), work_id=_id(told["work_id"]), at=_instant(told["at"]),
        account_id=_id(told["account_id"]), case_id=_id(told["case_id"]), verb=str(told["verb"]),
        undoes=_id(told["undoes"]) if told["undoes"] else None, table=table, row_id=str(told["row_id"]),
        action=str(told["action"]),
        fields={name: (before, after) for name, (before, after) in changes.items()})


def _id(told: object) -> UUID:
    return UUID(str(told))


def _instant(told: object) -> datetime:
    return told if isinstance(told, datetime) else datetime.fromisoformat(str(told))
