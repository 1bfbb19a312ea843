"""What stands and falls together: somebody or something that one side took out, with all that leans on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mediation_desk.domain.leaning import REFERENCES, Reference, Removal
from mediation_desk.domain.merging import (
    Broken,
    Choice,
    Conflict,
    Key,
    Rows,
    Unheeded,
    as_conflict,
    choose,
    merge_row,
    same_row,
)
from mediation_desk.domain.words import N_, say

_OWNERS = frozenset({"parties", "sessions"})
_GOING = tuple(one for one in REFERENCES
               if one.on in _OWNERS and one.removal in (Removal.GOES_ALONG, Removal.PART))
_HOLDING = tuple(one for one in REFERENCES if one.on in _OWNERS and one.removal is Removal.HOLDS)
TAKEN_OUT = N_("One side took this out, with all that belongs to it; the other changed something of it. "
               "Choose whose it is.")


@dataclass(frozen=True)
class Bundled:
    """The three versions without the bundles; the bundles' rows as they stand; what is to be decided."""

    seen: Rows
    mine: Rows
    stands: Rows
    rows: Rows
    conflicts: tuple[Conflict, ...]


def bundled(seen: Rows, mine: Rows, stands: Rows, unheeded: Unheeded) -> Bundled:
    """Take out of the merge what one side removed with all that went out with it, and what the other side
    wrote there: it is out where the other side changed nothing of it, and else one decision."""
    versions, rows, conflicts = (seen, mine, stands), {}, []
    bundles = list(_bundles(versions, unheeded))
    for keys in bundles:
        of = [{key: version[key] for key in keys if key in version} for version in versions]
        chosen = choose(*of, same=lambda one, other: _same(one, other, unheeded))
        rows.update(of[1] if chosen is Choice.MINE else of[2])
        if chosen is Choice.NEITHER:
            conflicts.append(as_conflict(Broken(keys, say(TAKEN_OUT)), *versions))
    taken = {key for keys in bundles for key in keys}
    rest = [{key: row for key, row in version.items() if key not in taken} for version in versions]
    return Bundled(rest[0], rest[1], rest[2], rows, tuple(conflicts))


def _same(one: Rows, other: Rows, unheeded: Unheeded) -> bool:
    return all(same_row(one.get(key), other.get(key), unheeded(key[0])) for key in {*one, *other})


def _bundles(versions: Sequence[Rows], unheeded: Unheeded) -> Iterator[tuple[Key, ...]]:
    """Each with what was taken out first, and only where something leans on it."""
    seen, mine, stands = versions
    roots = sorted(key for key in seen if key[0] in _OWNERS and (key in mine) != (key in stands))
    bundles: list[list[Key]] = []
    for root in roots:
        found = _leaning_on(root, versions, unheeded)
        for known in [one for one in bundles if not found.isdisjoint(one)]:
            bundles.remove(known)
            found.update(known)
        bundles.append(sorted(found, key=lambda key: (key not in roots, key)))
    yield from (tuple(one) for one in bundles if len(one) > 1)


def _leaning_on(root: Key, versions: Sequence[Rows], unheeded: Unheeded) -> set[Key]:
    found, size = {root}, 0
    while len(found) > size:
        size = len(found)
        for rows in versions:
            found |= {key for key in rows if _leans(key, rows, found, _GOING)}
    merged = _merged(versions, unheeded)
    return found | {key for key in merged if _leans(key, merged, found, _HOLDING)}


def _merged(versions: Sequence[Rows], unheeded: Unheeded) -> Rows:
    """What each row would be by itself."""
    tables = {one.table for one in _HOLDING}
    merged = {key: merge_row(key, *(one.get(key) for one in versions), unheeded=unheeded(key[0])).row
              for key in dict.fromkeys(key for one in versions for key in one) if key[0] in tables}
    return {key: row for key, row in merged.items() if row is not None}


def _leans(key: Key, rows: Rows, on: set[Key], references: Sequence[Reference]) -> bool:
    return any(one.table == key[0] and (one.on, str(rows[key].get(one.field))) in on for one in references)
