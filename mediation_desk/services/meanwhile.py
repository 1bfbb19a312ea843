"""The one rule of merging at work: what a verb is about to keep, against what others kept meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo
from functools import cached_property
from typing import Any

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import JournalEntry
from mediation_desk.domain.intake import consent
from mediation_desk.domain.leaning import REFERENCES, Removal
from mediation_desk.domain.merging import (
    Author,
    Broken,
    Conflict,
    Conflicts,
    Key,
    Kind,
    Place,
    Row,
    Seen,
    alike,
    as_conflict,
    merge_row,
    newly_broken,
    same_row,
)
from mediation_desk.domain.people import in_role
from mediation_desk.domain.rewinding import REMOVED, seen_row, standing
from mediation_desk.domain.verbs import CaseVerb
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.wholeness import broken
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.store.journal import entries as journal
from mediation_desk.store.journal.pending import RowChange
from mediation_desk.store.work.rows import apply_fields, fields_of
from mediation_desk.store.work.work import Work

FOLLOWS = frozenset({"cases.station"})  # a case moves on by itself, and never back
CONSENT_OF_SIDE = "cases.respondents_agree_on"
UNHEEDED = frozenset({"position"})  # a place in a list; that of an exhibit is its number
NUMBERED = "exhibits"


class Meanwhile:
    """What happened to a case since somebody looked at it.

    ``settle`` is the guard of the unit of work: it is called with what the verb is about to keep, puts
    back what the person left alone and others changed, and raises Conflicts where a person must decide.
    """

    def __init__(self, work: Work, case: Case, verb: CaseVerb, seen: Seen, zone: tzinfo, *,
                 whole: bool = False) -> None:
        self._work, self._case, self._verb, self._seen, self._zone = work, case, verb, seen, zone
        self._alone = seen.knows_all(case.version)
        self._sides = case.sides if verb.sides else None
        self._one_by_one = verb.sides and consent.each_has_said(in_role(case.parties, Role.RESPONDENT))
        self._checks_whole = whole or not self._alone
        self._broken = self._now_broken() if self._checks_whole else []
        self._pending: Mapping[Key, RowChange] = {}

    def settle(self, pending: Sequence[RowChange]) -> None:
        """Merge what is about to be kept with what stands."""
        self._pending = {(change.table, change.row_id): change for change in pending}
        conflicts = [conflict for change in pending if change.action == "update"
                     for conflict in self._merge(change)]
        self._refuse([*conflicts, *self._grounds()])
        if self._checks_whole:
            no_longer = newly_broken(self._broken, self._now_broken())
            self._refuse([self._whole(one) for one in no_longer])
        self._require_sides()

    def _require_sides(self) -> None:
        """Refuse what leaves a side empty, or brings somebody into a signed agreement."""
        if any(table == "parties" for table, _row in self._pending):
            if self._sides is None:
                raise ValueError(f"“{self._verb.id}” is not registered as a verb that changes who takes part")
            self._case.require_sides(self._sides)

    def explained(self, missing: NotThere) -> DeskError:
        """The same trouble with who took the row out and when, where the person saw it still standing."""
        for entry in reversed(self._later):
            if entry.row_id == missing.row_id and entry.fields.get(REMOVED, (None, None))[1] is not None:
                key = entry.table, entry.row_id
                seen = self._seen_row(key, fields_of(self._work, *key))
                return self._conflicts([Conflict(Kind.GONE, Place(*key), seen, seen, None, self._by(entry))])
        return missing

    # -- reading the journal ---------------------------------------------------------------

    @cached_property
    def _later(self) -> Sequence[JournalEntry]:
        """What came after the reading that the person looked at.

        Every unit of work that changes a case raises its version by one, so that the case's version is
        the number of its units of work.
        """
        if self._alone:
            return []
        connection, case_id = self._work.connection, self._case.id
        works = journal.works(connection, case_id)[self._seen.version:]
        return [entry for one in works for entry in journal.of_work(connection, case_id, one.work_id)]

    @cached_property
    def _of_row(self) -> Mapping[Key, Sequence[JournalEntry]]:
        """The same, row by row."""
        rows: dict[Key, list[JournalEntry]] = {}
        for entry in self._later:
            rows.setdefault((entry.table, entry.row_id), []).append(entry)
        return rows

    def _seen_row(self, key: Key, now: Mapping[str, object]) -> Row | None:
        """The row as the person knows it; ``now``: all its fields as they stand."""
        told = self._seen.told
        row = seen_row(now, self._of_row.get(key, ()), self._seen.own.values())
        if Place(*key) in told:
            whole = told[Place(*key)]
            row = whole if isinstance(whole, Mapping) else None
        words = {place.field: word for place, word in told.items() if place.key == key and place.field}
        return {**(row or {}), **words} if row is not None or words else None

    def _known_and_standing(self, key: Key) -> tuple[Row | None, Row | None]:
        """The row as the person knows it, and as it stood before this verb."""
        change = self._pending.get(key)
        if change is not None and change.action == "insert":
            return None, None
        before = {name: old for name, (old, _) in change.fields.items()} if change else {}
        stood = {**fields_of(self._work, *key), **before}
        return self._seen_row(key, stood), standing(stood)

    def _untouched(self, key: Key) -> bool:
        return key not in self._of_row and all(place.key != key for place in self._seen.told)

    # -- one row -----------------------------------------------------------------------------

    def _merge(self, change: RowChange) -> Iterator[Conflict]:
        key = change.table, change.row_id
        if not self._untouched(key) and change.table not in self._follows:
            yield from self._merge_row(key, change)
        if _goes(change):
            yield from self._parts(key)

    def _merge_row(self, key: Key, change: RowChange) -> Iterator[Conflict]:
        self._leave_behind(change)
        fields = {name: versions for name, versions in change.fields.items()
                  if f"{change.table}.{name}" not in self._follows}
        seen, stands = self._known_and_standing(key)
        wanted = {name: after for name, (_, after) in fields.items() if name != REMOVED}
        mine = None if _goes(change) else {**(seen or {}), **wanted}
        unheeded = UNHEEDED if change.table != NUMBERED else ()
        merged = merge_row(key, seen, mine, stands, unheeded=unheeded)
        if merged.conflicts:
            yield from (self._signed(conflict) for conflict in merged.conflicts)
        else:
            self._put_back(key, fields, merged.row)

    def _parts(self, key: Key) -> Iterator[Conflict]:
        """What others changed of the parts of a row that is about to go (who attended a session).

        A row that the person never saw does not go, and so its parts stay with it.
        """
        if fields_of(self._work, *key)[REMOVED] is None:
            return
        for part in self._changed_parts(key):
            seen, stands = self._known_and_standing(part)
            if not same_row(seen, stands, UNHEEDED):
                yield self._signed(Conflict(Kind.REMOVED, Place(*part), seen, None, stands))

    def _changed_parts(self, key: Key) -> list[Key]:
        fields = {one.table: one.field for one in REFERENCES
                  if one.removal is Removal.PART and one.on == key[0]}
        return [part for part in self._of_row
                if part[0] in fields and fields_of(self._work, *part)[fields[part[0]]] == key[1]]

    def _leave_behind(self, change: RowChange) -> None:
        """A step that is gone back takes nothing back that has moved on with others since."""
        later = [entry for entry in self._of_row.get((change.table, change.row_id), ())
                 if entry.work_id not in self._seen.own.values()]
        moved_on = {name: before for name, (before, _) in change.fields.items()
                    if f"{change.table}.{name}" in FOLLOWS and any(name in one.fields for one in later)}
        if self._verb.id == "undo":
            apply_fields(self._work, change.table, change.row_id, moved_on)

    def _put_back(self, key: Key, fields: Mapping[str, Sequence[Any]], merged: Row | None) -> None:
        """Let stand what stands, where the merge did not choose what the verb wrote."""
        back = {name: before for name, (before, after) in fields.items()
                if name != REMOVED and (merged is None or not alike(merged.get(name), after))}
        if REMOVED in fields and (merged is None) != (fields[REMOVED][1] is not None):
            back[REMOVED] = fields[REMOVED][0]
        apply_fields(self._work, *key, back)

    @cached_property
    def _follows(self) -> frozenset[str]:
        """What is computed from what stands; where each respondent had its own day, that of the side too."""
        return FOLLOWS | self._verb.follows | ({CONSENT_OF_SIDE} if self._one_by_one else frozenset())

    # -- what the verb rests on ----------------------------------------------------------------

    def _grounds(self) -> Iterator[Conflict]:
        """What the person acted on and did not see as it stands."""
        for key in self._of_row:
            names = self._rests_on(key)
            if names is not None:
                yield from self._moved(key, *self._known_and_standing(key), names)

    def _rests_on(self, key: Key) -> frozenset[str] | None:
        """The fields of the row that the verb rests on, empty for all of them; None: on nothing of it."""
        if key[0] in self._verb.rests_on:
            return frozenset()
        names = {place.field for place in self._work.grounds if place.key == key}
        names |= {name for table, _, name in (spec.partition(".") for spec in self._verb.rests_on)
                  if table == key[0]}
        return (frozenset() if "" in names else frozenset(names)) if names else None

    def _moved(self, key: Key, seen: Row | None, stands: Row | None, names: frozenset[str]
               ) -> Iterator[Conflict]:
        if not names and (seen is None or stands is None):
            if seen is not stands:
                yield self._signed(Conflict(Kind.GROUND, Place(*key), seen, seen, stands))
            return
        before, now = seen or {}, stands or {}
        for name in names or now:
            if not alike(before.get(name), now.get(name)) and f"{key[0]}.{name}" not in FOLLOWS:
                versions = before.get(name), before.get(name), now.get(name)
                yield self._signed(Conflict(Kind.GROUND, Place(*key, name), *versions))

    # -- the whole -------------------------------------------------------------------------------

    def _now_broken(self) -> list[Broken]:
        return broken(self._case, self._work.evidence.of(self._case.id, removed_too=True))

    def _whole(self, one: Broken) -> Conflict:
        seen, mine, stands = {}, {}, {}
        for key in one.rows:
            seen[key], stands[key] = self._known_and_standing(key)
            mine[key] = standing(fields_of(self._work, *key))
        return self._signed(as_conflict(one, *({key: row for key, row in rows.items() if row is not None}
                                               for rows in (seen, mine, stands))))

    # -- telling ---------------------------------------------------------------------------------

    def _refuse(self, conflicts: Sequence[Conflict]) -> None:
        if conflicts:
            raise self._conflicts(conflicts)

    def _conflicts(self, conflicts: Sequence[Conflict]) -> Conflicts:
        return Conflicts(conflicts, self._seen.telling(dict(self._told(conflicts))))

    def _told(self, conflicts: Iterable[Conflict]) -> Iterator[tuple[Place, object]]:
        """What a person knows once they were shown these conflicts; of a row also what is part of it."""
        for place, version in _shown(conflicts):
            yield place, version
            for part in [] if place.field else self._changed_parts(place.key):
                yield Place(*part), self._known_and_standing(part)[1]

    def _signed(self, conflict: Conflict) -> Conflict:
        """The conflict with who wrote what stands."""
        whole, place = conflict.kind is Kind.WHOLE, conflict.place
        keys = {place.key, *_rows_in(conflict)}
        others = [entry for entry in self._later if entry.work_id not in self._seen.own.values()
                  and (entry.table, entry.row_id) in keys]
        for entry in (*reversed(others), *self._latest(keys)):
            if whole or place.field in ("", *entry.fields):
                return replace(conflict, by=self._by(entry))
        return conflict

    def _latest(self, keys: Iterable[Key]) -> Iterator[JournalEntry]:
        """All that was ever done to these rows, the latest first."""
        told = [entry for key in keys for entry in journal.of_row(self._work.connection, self._case.id, *key)]
        yield from sorted(told, key=lambda entry: -entry.seq)

    def _by(self, entry: JournalEntry) -> Author:
        names = self._work.accounts.names()
        return Author(entry.account_id, names.get(entry.account_id, ""), entry.at.astimezone(self._zone),
                      entry.verb)


def _rows_in(conflict: Conflict) -> Iterator[Key]:
    """The rows that a whole is about, whichever version they are in."""
    for version in (conflict.seen, conflict.mine, conflict.stands):
        if conflict.kind is Kind.WHOLE and isinstance(version, Mapping):
            yield from version


def _goes(change: RowChange) -> bool:
    """Whether the row is being taken out."""
    return change.fields.get(REMOVED, (None, None))[1] is not None


def _shown(conflicts: Iterable[Conflict]) -> Iterator[tuple[Place, object]]:
    """The places that conflicts show, with what stands there."""
    for conflict in conflicts:
        if conflict.kind is Kind.WHOLE:
            assert isinstance(conflict.stands, Mapping)
            yield from ((Place(*key), row) for key, row in conflict.stands.items())
        else:
            yield conflict.place, conflict.stands
