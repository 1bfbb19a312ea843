"""A case comes home: merged against the departure, and what a person must decide."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType

from mediation_desk.domain.merging import (
    Author,
    Broken,
    Choice,
    Conflict,
    Key,
    Kind,
    Place,
    Row,
    Rows,
    Whole,
    as_conflict,
    choose,
    merge_rows,
    same_row,
)
from mediation_desk.domain.travel.bundles import bundled
from mediation_desk.domain.travel.versions import Versions
from mediation_desk.domain.vocabulary import Station
from mediation_desk.domain.words import N_, Sentence, say

TERMS = frozenset({"agreements", "debtors", "claim_terms", "shares", "instalments", "instalment_shares"})
"""What makes up the terms: sums and order hold together, so they are one side's or the other's."""
_FROZEN: Mapping[str, frozenset[str]] = MappingProxyType({
    "parties": frozenset({"role", "kind", "name"}), "claims": frozenset()})
_TEXTS = frozenset({"applicant", "respondent", "finding", "said", "note", "facts_in_brief", "record", "terms",
                    "other_terms", "relationship_reasons", "closing_note", "proves"})
MARK = 16  # characters
_PLACE, _NUMBERED = frozenset({"position"}), "exhibits"
_STATION = "station"
_ORDER = [str(station.value) for station in Station]
TOGETHER = N_("Each of these changes is good by itself; together they are not. Choose whose they are.")
TWO_TERMS = N_("The terms were changed on both sides. They hold together, so choose whose they are.")
TWO_SIGNED = N_("An agreement was signed on both sides. Choose the one that stands, and say why the other "
                "is withdrawn.")
SIGNATURE = N_("These terms were signed, so what the other side changed in them meanwhile does not count.")


class Whose(StrEnum):
    """Whose version is kept."""

    LAPTOP = "laptop"
    OFFICE = "office"
    BOTH = "both"  # a text that a person made of the two


@dataclass(frozen=True)
class Question:
    """One thing that a person decides. ``signed_twice``: both sides signed an agreement, of which the one
    that is not kept is withdrawn with a reason. Who wrote at the office is the conflict's own author;
    ``laptop_by``: who wrote on the laptop."""

    conflict: Conflict
    signed_twice: bool = False
    laptop_by: Author | None = None

    @property
    def name(self) -> str:
        """By what a decision is kept: the same as long as the same stands on both sides. Whoever decided
        between other words than these has not decided this."""
        place = self.conflict.place
        return "/".join((self.conflict.kind.name, place.table, place.row_id, place.field,
                         _mark(self.conflict)))

    @property
    def is_text(self) -> bool:
        """Whether both can be kept in one text."""
        texts = self.conflict.mine, self.conflict.stands
        return (self.conflict.kind is Kind.FIELD and self.conflict.place.field in _TEXTS
                and all(isinstance(one, str) for one in texts))


def _mark(conflict: Conflict) -> str:
    """A short mark of all that is decided between."""
    told = [_listed(one) for one in (conflict.seen, conflict.mine, conflict.stands)]
    return sha256(json.dumps(told, default=str).encode()).hexdigest()[:MARK]


def _listed(value: object) -> object:
    """A row, or rows, in one order whatever the store's."""
    if not isinstance(value, Mapping):
        return value
    return sorted(([str(name), _listed(one)] for name, one in value.items()), key=lambda pair: str(pair[0]))


@dataclass(frozen=True)
class Decision:
    """What a person chose for a question. ``text``: where both are kept; ``reason``: of a withdrawal."""

    whose: Whose
    text: str = ""
    reason: str = ""


Decisions = Mapping[str, Decision]
"""By the name of the question."""


@dataclass(frozen=True)
class Plan:
    """What becomes of a case at home.

    ``rows``: all that stand; where something is to be decided, as at the office. ``overruled``: places
    where a signature outweighs what the other side wrote, with both. ``moved``: what was numbered anew.
    """

    rows: Rows
    questions: tuple[Question, ...] = ()
    overruled: tuple[Conflict, ...] = ()
    moved: tuple[Sentence, ...] = ()

    def keeps_office(self, overruled: Conflict) -> bool:
        """Whether of an overruled place the office's version is what stands."""
        stands, place = overruled.stands, overruled.place
        if overruled.kind is Kind.WHOLE and isinstance(stands, Mapping):
            return all(self.rows.get(key) == row for key, row in stands.items())
        row = self.rows.get(place.key)
        return row == stands if not place.field else row is not None and row.get(place.field) == stands

    def undecided(self, decisions: Decisions) -> tuple[Question, ...]:
        """The questions that nobody has answered."""
        return tuple(one for one in self.questions if one.name not in decisions)


def plan(versions: Versions, whole: Whole) -> Plan:
    """Merge what the laptop did with what the office did meanwhile."""
    all_three = (versions.seen, versions.mine, versions.stands)
    terms = _terms(*(_only(one, TERMS) for one in all_three))
    rest = [_without(one, TERMS) for one in all_three]
    (seen, mine, stands), frozen = _as_agreed(terms.signer, *_standing_still(*rest))
    apart = bundled(seen, mine, stands, unheeded)

    def complete(rows: Rows) -> Iterable[Broken]:
        return whole(versions.stands if rows is apart.stands else {**rows, **apart.rows, **terms.rows})

    try:
        merged = merge_rows(apart.seen, apart.mine, apart.stands, whole=complete, unheeded=unheeded)
    except ValueError:  # a rule that holds again only with all of the office's rows as they stand
        return Plan(versions.stands, (_all_together(*all_three),), moved=versions.moved)
    questions = (*terms.questions, *map(Question, (*apart.conflicts, *merged.conflicts)))
    return Plan({**_moved_on({**merged.rows, **apart.rows}, *rest), **terms.rows}, questions,
                (*terms.overruled, *frozen), versions.moved)


def _all_together(seen: Rows, mine: Rows, stands: Rows) -> Question:
    keys = tuple(key for key in dict.fromkeys((*stands, *mine))
                 if not same_row(mine.get(key), stands.get(key), unheeded(key[0])))
    return Question(as_conflict(Broken(keys, say(TOGETHER)), seen, mine, stands))


def _as_agreed(signer: Whose | None, seen: Rows, mine: Rows, stands: Rows
               ) -> tuple[tuple[Rows, Rows, Rows], tuple[Conflict, ...]]:
    """The versions with what the one side that signed froze."""
    frozen: tuple[Conflict, ...] = ()
    if signer is Whose.LAPTOP:
        stands, frozen = _as_signed(seen, mine, stands)
    elif signer is Whose.OFFICE:
        mine, frozen = _as_signed(seen, stands, mine)
    return (seen, mine, stands), frozen


def unheeded(table: str) -> frozenset[str]:
    """Fields that say nothing by themselves: a place in a list, but for an exhibit, whose number it is."""
    return frozenset() if table == _NUMBERED else _PLACE


def _only(rows: Rows, tables: frozenset[str]) -> Rows:
    return {key: row for key, row in rows.items() if key[0] in tables}


def _without(rows: Rows, tables: frozenset[str]) -> Rows:
    return {key: row for key, row in rows.items() if key[0] not in tables}


# The road goes forward


def _standing_still(seen: Rows, mine: Rows, stands: Rows) -> tuple[Rows, Rows, Rows]:
    """The versions without a word of the station, which follows from the rest."""
    return (*(_at_one_station(rows) for rows in (seen, mine, stands)),)  # type: ignore[return-value]


def _at_one_station(rows: Rows) -> Rows:
    return {key: row if key[0] != "cases" else {name: row[name] for name in row if name != _STATION}
            for key, row in rows.items()}


def _moved_on(rows: Rows, seen: Rows, mine: Rows, stands: Rows) -> Rows:
    """The station that the case has come to; where it moved on both sides, the later one."""
    def moved(key: Key, row: Row) -> Row:
        return {**row, _STATION: _station(*(one.get(key, {}).get(_STATION) for one in (seen, mine, stands)))}

    return {key: moved(key, row) if key[0] == "cases" else row for key, row in rows.items()}


def _station(seen: object, mine: object, stands: object) -> object:
    chosen = choose(seen, mine, stands)
    if chosen is Choice.NEITHER:
        return max((str(mine), str(stands)), key=_ORDER.index)
    return mine if chosen is Choice.MINE else stands


# The terms, and who signed


@dataclass(frozen=True)
class _Terms:
    rows: Rows
    questions: tuple[Question, ...] = ()
    overruled: tuple[Conflict, ...] = ()
    signer: Whose | None = None  # the one side that signed meanwhile


def _terms(seen: Rows, mine: Rows, stands: Rows) -> _Terms:
    chosen = choose(seen, mine, stands, same=_same)
    signed = [_was_signed(seen, mine), _was_signed(seen, stands)]
    signer = {(True, False): Whose.LAPTOP, (False, True): Whose.OFFICE}.get((signed[0], signed[1]))
    if chosen is not Choice.NEITHER:
        return _Terms(mine if chosen is Choice.MINE else stands, signer=signer)
    keys = tuple(dict.fromkeys((*mine, *stands)))

    def told(why: str) -> Conflict:
        return as_conflict(Broken(keys, say(why)), seen, mine, stands)

    if all(signed):
        return _Terms(stands, (Question(told(TWO_SIGNED), signed_twice=True),))
    if any(signed):
        return _Terms(mine if signed[0] else stands, overruled=(told(SIGNATURE),), signer=signer)
    return _Terms(stands, (Question(told(TWO_TERMS)),))


def _as_signed(seen: Rows, signed: Rows, other: Rows) -> tuple[Rows, tuple[Conflict, ...]]:
    """The other side's rows, without what it did meanwhile to what the signature froze: who takes part, as
    what and under which name, and what they claim. What does not count is told."""
    rows, overruled = dict(other), []
    for key in {*signed, *other, *seen}:
        before, now = seen.get(key), other.get(key)
        if key[0] not in _FROZEN or same_row(before, now, unheeded(key[0])):
            continue
        wanted = _frozen_row(key[0], before, signed.get(key), now)
        if not same_row(wanted, now, unheeded(key[0])):
            overruled.append(Conflict(Kind.GROUND, Place(*key), before, signed.get(key), now,
                                      why=say(SIGNATURE)))
            put(rows, key, wanted)
    return rows, tuple(overruled)


def _frozen_row(table: str, seen: Row | None, signed: Row | None, other: Row | None) -> Row | None:
    """The other side's row with what was signed of it: of a party part, kind and name; a claim wholly.
    Whoever was entered since, to act for somebody say, stays."""
    fields = _FROZEN[table]
    if fields and seen is None:
        return other
    if signed is None or other is None or not fields:
        return signed
    return {**other, **{name: signed.get(name) for name in fields}}


def _same(one: Rows, other: Rows) -> bool:
    return one.keys() == other.keys() and all(same_row(row, other[key], unheeded(key[0]))
                                              for key, row in one.items())


def _was_signed(seen: Rows, rows: Rows) -> bool:
    """Whether an agreement was signed meanwhile: of one that was signed before, a change may be drafted."""
    return any(key[0] == "agreements" and row.get("signed_on") is not None
               and seen.get(key, {}).get("signed_on") is None for key, row in rows.items())


def put(rows: dict[Key, Row], key: Key, row: Row | None) -> None:
    """Let a row stand so, or not at all."""
    if row is None:
        rows.pop(key, None)
    else:
        rows[key] = row
