"""Meanwhile: somebody looked, somebody else changed, the first one saves. The one rule for all of it.

``seen`` is what a person looked at, ``mine`` what they want, ``stands`` what is stored now:

=======================  ==================================================
seen, mine, stands       result
=======================  ==================================================
mine = seen              stands
stands = seen            mine
mine = stands            stands
all three differ         a conflict with all three; a person decides
=======================  ==================================================

A verb in a window merges the few rows it is about to write; a homecoming merges all rows of a case
against their state at its departure. Rows are mappings of plain values, as the journal keeps them;
a row that is not there (not made yet, or taken out) is None.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from mediation_desk.domain.words import N_, DeskError, Sentence, say

Key = tuple[str, str]  # the table, and the row's key as text
Row = Mapping[str, object]
Rows = Mapping[Key, Row]
T = TypeVar("T")


@dataclass(frozen=True)
class Place:
    """Where words stand: a field of a row, or with no ``field`` the row itself."""

    table: str
    row_id: str
    field: str = ""

    @property
    def key(self) -> Key:
        """The row."""
        return self.table, self.row_id


@dataclass(frozen=True)
class Seen:
    """What a person at a window knows of a case.

    ``version``: the reading they looked at. ``own``: by version, the units of work that they kept from
    this window themselves; it grows as they save. ``told``: places where they know another word than
    that reading's, because a conflict showed it to them or because they have looked there for longer.
    """

    version: int = 0
    own: dict[int, UUID] = field(default_factory=dict)
    told: Mapping[Place, object] = field(default_factory=dict)

    def telling(self, told: Mapping[Place, object]) -> Seen:
        """The same, and what these places say besides."""
        return replace(self, told=MappingProxyType({**self.told, **told}))

    def knows_all(self, version: int) -> bool:
        """Whether nobody else has saved anything up to that version."""
        return all(later in self.own for later in range(self.version + 1, version + 1))


class Kind(Enum):
    """What it is that does not fit together."""

    FIELD = "both wrote the same field"
    REMOVED = "one takes out what the other changed"
    GONE = "one changes what the other took out"
    GROUND = "what one acted on was changed"
    WHOLE = "each change is good by itself, and together they are not"


@dataclass(frozen=True)
class Author:
    """Who wrote what stands, when, and by which verb."""

    account_id: UUID
    name: str
    at: datetime
    verb: str


@dataclass(frozen=True)
class Conflict:
    """One thing for a person to decide, with all three versions and who wrote the one that stands.

    For a field the versions are its values, for a row mappings of its fields (None: it is not there),
    for a whole that no longer holds mappings of its rows; ``why`` says then what does not hold.
    """

    kind: Kind
    place: Place
    seen: object
    mine: object
    stands: object
    by: Author | None = None
    why: Sentence | None = None


class Conflicts(DeskError):
    """What somebody wrote means something else by now; nothing was kept. One conflict or several.

    ``seen`` is what the person knows once they were shown these conflicts: the same verb with it goes
    through, unless something was changed yet again.
    """

    def __init__(self, conflicts: Sequence[Conflict], seen: Seen | None = None, *,
                 around: str = "{told}") -> None:
        first = conflicts[0]
        super().__init__(around, field=first.place.field or None, told=told(first))
        self.conflicts = tuple(conflicts)
        self.seen = seen or Seen()

    def within(self, around: str) -> Conflicts:
        """The same, told in a sentence with ``{told}`` for the first conflict."""
        return Conflicts(self.conflicts, self.seen, around=around)


_SENTENCES: Mapping[Kind, str] = MappingProxyType({
    Kind.FIELD: N_("{who} wrote something else here ({when}). Look at both, then choose what stays."),
    Kind.REMOVED: N_("{who} changed this ({when}), so it was not taken out. Look at it first."),
    Kind.GONE: N_("{who} took this out ({when}), so nothing was written there."),
    Kind.GROUND: N_("{who} changed what this rests on ({when}). Look at it as it stands now."),
    Kind.WHOLE: N_("{who} changed something ({when}) that does not go together with this."),
})
SOMEBODY = say(N_("Somebody else"))
MEANWHILE = say(N_("meanwhile"))


def told(conflict: Conflict) -> Sentence:
    """What is said of a conflict: who did what when, and what does not hold."""
    by = conflict.by
    who, when = (by.name or SOMEBODY, by.at) if by else (SOMEBODY, MEANWHILE)
    said = say(_SENTENCES[conflict.kind], who=who, when=when)
    return say(N_("{one} {other}"), one=conflict.why, other=said) if conflict.why else said


def alike(one: object, other: object) -> bool:
    """Whether two plain values say the same: nothing and an empty text do."""
    return (None if one == "" else one) == (None if other == "" else other)


class Choice(Enum):
    """Which of the three versions is kept."""

    STANDS = "stands"
    MINE = "mine"
    NEITHER = "a person decides"


def choose(seen: T, mine: T, stands: T, *, same: Callable[[T, T], bool] = alike) -> Choice:
    """The rule."""
    if same(mine, seen) or same(mine, stands):
        return Choice.STANDS
    return Choice.MINE if same(stands, seen) else Choice.NEITHER


@dataclass(frozen=True)
class MergedRow:
    """One row after merging, None when it is out; where there is a conflict it shows what stands."""

    row: Row | None
    conflicts: tuple[Conflict, ...] = ()


def same_row(one: Row | None, other: Row | None, unheeded: Collection[str] = ()) -> bool:
    """Whether two versions of a row say the same in every field but the unheeded ones."""
    if one is None or other is None:
        return one is other
    return all(alike(one.get(name), other.get(name)) for name in {*one, *other}.difference(unheeded))


def merge_row(key: Key, seen: Row | None, mine: Row | None, stands: Row | None, *,
              unheeded: Collection[str] = ()) -> MergedRow:
    """Merge one row, field by field.

    Fields that ``mine`` does not name are left alone. ``unheeded`` fields say nothing by themselves
    (a position in a list): they make no conflict, and mine is taken.
    """
    if mine is not None and stands is not None:
        return _merge_fields(key, seen or {}, mine, stands, unheeded)
    wanted = None if mine is None else {**(seen or {}), **mine}
    choice = choose(seen, wanted, stands, same=lambda one, other: same_row(one, other, unheeded))
    if choice is not Choice.NEITHER:
        return MergedRow(wanted if choice is Choice.MINE else stands)
    kind = Kind.REMOVED if wanted is None else Kind.GONE
    return MergedRow(stands, (Conflict(kind, Place(*key), seen, wanted, stands),))


def _merge_fields(key: Key, seen: Row, mine: Row, stands: Row, unheeded: Collection[str]) -> MergedRow:
    merged, conflicts = dict(stands), []
    for name, wanted in mine.items():
        versions = seen.get(name), wanted, stands.get(name)
        choice = Choice.MINE if name in unheeded else choose(*versions)
        if choice is Choice.NEITHER:
            conflicts.append(Conflict(Kind.FIELD, Place(*key, name), *versions))
        elif choice is Choice.MINE:
            merged[name] = wanted
    return MergedRow(merged, tuple(conflicts))


@dataclass(frozen=True)
class Broken:
    """A rule about several rows together that does not hold, and the rows it is about."""

    rows: tuple[Key, ...]
    why: Sentence
    field: str | None = None


Whole = Callable[[Rows], Iterable[Broken]]
Unheeded = Callable[[str], Collection[str]]
"""By table: the fields that say nothing by themselves."""


@dataclass(frozen=True)
class Merged:
    """The rows that stand after merging; where there is a conflict they show what stands."""

    rows: Rows
    conflicts: tuple[Conflict, ...] = ()


def merge_rows(seen: Rows, mine: Rows, stands: Rows, *, whole: Whole = lambda _rows: (),
               unheeded: Unheeded = lambda _table: ()) -> Merged:
    """Merge sets of rows: rows added on two sides both stay.

    ``whole`` then looks at all of them together, and names every row that a broken rule is about. A rule
    that holds in what stands and no longer in the merged rows takes its rows out of the merge: they
    become one conflict.
    """
    rows: dict[Key, Row] = {}
    conflicts: list[Conflict] = []
    for key in dict.fromkeys((*stands, *mine, *seen)):
        merged = merge_row(key, seen.get(key), mine.get(key), stands.get(key), unheeded=unheeded(key[0]))
        conflicts += merged.conflicts
        if merged.row is not None:
            rows[key] = merged.row
    taken_out: set[Key] = set()
    while broken := newly_broken(whole(stands), whole(rows)):
        conflicts += [as_conflict(one, seen, mine, stands) for one in broken]
        keys = {key for one in broken for key in one.rows}
        if keys <= taken_out:
            raise ValueError(f"a rule is broken by rows that it does not name: {broken}")
        taken_out |= keys
        rows = _without(rows, keys, stands)
    return Merged(rows, tuple(conflicts))


def newly_broken(before: Iterable[Broken], after: Iterable[Broken]) -> list[Broken]:
    """What holds no longer and held before. A rule that was broken already is not broken anew by fewer
    of the same rows."""
    known = list(before)
    return [one for one in after
            if not any(one.why == old.why and set(one.rows) <= set(old.rows) for old in known)]


def as_conflict(broken: Broken, seen: Rows, mine: Rows, stands: Rows) -> Conflict:
    """The rows of a broken rule as one conflict."""
    about = [{key: rows[key] for key in broken.rows if key in rows} for rows in (seen, mine, stands)]
    place = Place(*broken.rows[0], broken.field or "")
    return Conflict(Kind.WHOLE, place, about[0], about[1], about[2], why=broken.why)


def _without(rows: Mapping[Key, Row], keys: Collection[Key], stands: Rows) -> dict[Key, Row]:
    """The rows, and of these keys only what stands."""
    kept = {key: row for key, row in rows.items() if key not in keys}
    return kept | {key: stands[key] for key in keys if key in stands}
