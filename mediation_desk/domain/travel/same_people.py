"""People entered on both sides: who could be one, by document number, then by name and phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_desk.domain.merging import Key, Row
from mediation_desk.domain.particulars import Identity, telling
from mediation_desk.domain.people import Party
from mediation_desk.domain.text import codes
from mediation_desk.domain.travel.versions import Versions

_TABLE = "parties"


@dataclass(frozen=True)
class SamePerson:
    """Two rows that may be one person: the laptop's, and the office's."""

    laptop: Key
    office: Key
    name: str


def same_people(versions: Versions) -> tuple[SamePerson, ...]:
    """Whom both sides entered since the departure, each of the laptop's with one of the office's."""
    new = [{key: row for key, row in rows.items() if key[0] == _TABLE and key not in versions.seen}
           for rows in (versions.mine, versions.stands)]
    return tuple(_pairs(*new))


def _pairs(mine: dict[Key, Row], stands: dict[Key, Row]) -> Iterator[SamePerson]:
    for key, row in mine.items():
        other = next((one for one, known in stands.items() if one not in mine and _is_same(row, known)), None)
        if other is not None and key not in stands:
            yield SamePerson(key, other, str(row.get("name") or ""))


def _is_same(one: Row, other: Row) -> bool:
    if one.get("role") != other.get("role"):
        return False
    documents = [(_text(one, name), _text(other, name)) for name in telling(Party, Identity.DOCUMENT)]
    if any(mine and stands for mine, stands in documents):
        return any(codes.same(mine, stands) for mine, stands in documents)
    named = _text(one, "name") and _text(one, "name") == _text(other, "name")
    return bool(named) and any(_text(one, name) and _text(one, name) == _text(other, name)
                               for name in telling(Party, Identity.CONTACT))


def _text(row: Row, name: str) -> str:
    return str(row.get(name) or "")
