"""The three versions of a travelling case, made ready for merging: one row for one thing, one number each.

Rows that both sides made for the same place (the same element of the same worker) are the same row, and an
exhibit or an offer whose number was given on both sides takes the next free one. What was moved is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from mediation_desk.domain.evidence import with_moved_numbers
from mediation_desk.domain.leaning import PLACES, REFERENCES
from mediation_desk.domain.merging import Key, Row, Rows, same_row
from mediation_desk.domain.words import N_, Sentence, say

COUNTED: Mapping[str, str] = MappingProxyType({"exhibits": "position", "offers": "round"})
"""Tables whose rows are counted: two made apart are two, and the later brought home takes the next number."""
_ONE_BY_ONE = frozenset(PLACES) - COUNTED.keys() - {"agreements"}
_REFERRING = tuple(one for one in REFERENCES if one.field != "evidence")
_MENTIONING = ("element_entries", "relationship_entries")


@dataclass(frozen=True)
class Versions:
    """A case three times: at the departure, on the laptop, at the office. Rows that stand, without
    ``removed_at``. ``moved``: what was numbered anew on the way in, for the receipt. ``known_as``: the
    laptop's rows that go by the key of the office's row for the same thing."""

    seen: Rows
    mine: Rows
    stands: Rows
    moved: tuple[Sentence, ...] = ()
    known_as: Mapping[Key, Key] = field(default_factory=dict)


def made_ready(versions: Versions, joined: Mapping[Key, Key] = MappingProxyType({})) -> Versions:
    """The versions with one row for one thing; ``joined``: people whom somebody declared the same, each on
    the laptop with the one at the office."""
    known = _renamed(versions, joined)
    return _counted_on(_renamed(known, dict(_same_places(known))))


def _renamed(versions: Versions, other: Mapping[Key, Key]) -> Versions:
    """The laptop's rows under other keys, now and at the departure, and all that names them with them."""
    if not other:
        return versions

    def moved(rows: Rows) -> Rows:
        return {other.get(key, key): pointing(key[0], row, other) for key, row in rows.items()}

    return replace(versions, seen=moved(versions.seen), mine=moved(versions.mine),
                   known_as={**versions.known_as, **other})


def pointing(table: str, row: Row, other: Mapping[Key, Key]) -> Row:
    """A row of the laptop's that names others by the keys that they have at the office."""
    moved = {one.field: other[one.on, str(row[one.field])][1] for one in _REFERRING
             if one.table == table and (one.on, str(row.get(one.field))) in other}
    own = {"id": other[table, str(row["id"])][1]} if (table, str(row.get("id"))) in other else {}
    return {**row, **moved, **own}


def _same_places(versions: Versions) -> Iterator[tuple[Key, Key]]:
    """The laptop's rows that the office does not have, each with the office's own row for that place."""
    there = {_place(key, row): key for key, row in _one_by_one(versions.stands) if key not in versions.mine}
    for key, row in _one_by_one(versions.mine):
        if key not in versions.stands and (other := there.get(_place(key, row))):
            yield key, other


def _one_by_one(rows: Rows) -> Iterator[tuple[Key, Row]]:
    return ((key, row) for key, row in rows.items() if key[0] in _ONE_BY_ONE)


def _place(key: Key, row: Row) -> tuple[str, ...]:
    return key[0], *(str(row.get(name)) for name in PLACES[key[0]])


def _counted_on(versions: Versions) -> Versions:
    """Numbers that were given on both sides: the laptop's rows take the next free ones; and what names an
    exhibit names it by the number that it has at home."""
    mine, moved = dict(versions.mine), list(versions.moved)
    for table, number in COUNTED.items():
        for key, old, new in _clashes(table, number, versions):
            mine[key] = {**mine[key], number: new}
            moved.append(_told(table, old, new))
    made = replace(versions, mine=mine, moved=tuple(moved))
    again = _numbers_at_home(versions, made)
    return replace(made, seen=_naming(versions.seen, again), mine=_naming(mine, again)) if again else made


def _numbers_at_home(before: Versions, made: Versions) -> dict[int, int]:
    """What the laptop calls an exhibit, and what it is called at home."""
    again: dict[int, int] = {}
    for key, row in before.mine.items():
        if key[0] != "exhibits":
            continue
        own, seen = _number(row, "position"), before.seen.get(key)
        if key in before.stands and seen is not None and _number(seen, "position") == own:
            home = _number(before.stands[key], "position")
        else:
            home = _number(made.mine[key], "position")
        if own != home:
            again[own] = home
    return again


def _clashes(table: str, field: str, versions: Versions) -> Iterator[tuple[Key, int, int]]:
    """The laptop's new rows whose number the office gave to another: key, number, next free number. A row
    that the laptop took out gives its number free, but where the office wrote in it since."""
    places = [name for name in PLACES[table] if name != field]

    def group(row: Row) -> tuple[object, ...]:
        return tuple(row.get(name) for name in places)

    taken = {(group(row), row[field]) for key, row in versions.stands.items()
             if key[0] == table and (key in versions.mine or not same_row(versions.seen.get(key), row))}
    numbers = {(group(row), _number(row, field)) for rows in (versions.mine, versions.stands)
               for key, row in rows.items() if key[0] == table}
    for key, row in _in_order(versions.mine, table, field):
        if key in versions.seen or key in versions.stands or (group(row), row[field]) not in taken:
            continue
        new = max(number for one, number in numbers if one == group(row)) + 1
        numbers.add((group(row), new))
        yield key, _number(row, field), new


def _in_order(rows: Rows, table: str, field: str) -> Iterable[tuple[Key, Row]]:
    return sorted(((key, row) for key, row in rows.items() if key[0] == table),
                  key=lambda one: (_number(one[1], field), one[0]))


def _number(row: Row, field: str) -> int:
    value = row[field]
    assert isinstance(value, int)
    return value


def _naming(rows: Rows, again: Mapping[int, int]) -> Rows:
    return {key: {**row, "evidence": with_moved_numbers(str(row["evidence"] or ""), again)}
            if key[0] in _MENTIONING else row for key, row in rows.items()}


def _told(table: str, old: int, new: int) -> Sentence:
    if table == "exhibits":
        return say(N_("Exhibit {old} of the laptop is exhibit {new} now; the office had used that number."),
                   old=old, new=new)
    return say(N_("Round {old} of the laptop is round {new} now; the office had entered that round."),
               old=old, new=new)
