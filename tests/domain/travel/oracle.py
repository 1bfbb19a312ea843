"""A slow and obvious homecoming over plain dicts, written beside the program's and without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Key = tuple[str, str]
Plain = dict[Key, dict[str, Any]]

ONE_PLACE = {"claims": ("worker_id", "claim"), "element_entries": ("element", "worker_id"),
             "respondent_statements": ("element", "worker_id", "party_id"),
             "relationship_entries": ("factor",)}
LEANS = {"parties": [("acts_for", "parties")], "claims": [("worker_id", "parties")],
         "element_entries": [("worker_id", "parties")], "attendees": [("session_id", "sessions")],
         "respondent_statements": [("worker_id", "parties"), ("party_id", "parties")]}
HOLDS = {"payments": [("worker_id", "parties")], "return_visits": [("party_id", "parties")],
         "exhibits": [("given_by", "parties")]}
TERMS = ("agreements", "debtors", "claim_terms", "shares", "instalments", "instalment_shares")
STATIONS = ("intake", "sorting", "mediation", "settlement", "performance", "closing")


@dataclass
class Found:
    """What the oracle makes of it: the rows; the places of the questions; whether the terms are asked
    about, or overruled by a signature; what laptop's row became which."""

    rows: Plain
    questions: set[tuple[str, str, str]] = field(default_factory=set)
    terms: str = ""
    same: dict[Key, Key] = field(default_factory=dict)
    bundles: set[frozenset[Key]] = field(default_factory=set)
    broken: bool = False


def find(seen: Plain, mine: Plain, stands: Plain, broken: Callable[[Plain], Iterable[Any]] = lambda _: (),
         ) -> Found:
    """Bring ``mine`` home to ``stands``; both began as ``seen``."""
    seen, mine, stands = _copy(seen), _copy(mine), _copy(stands)
    found = Found({})
    _one_row_for_one_place(seen, mine, stands, found)
    _numbers(seen, mine, stands)
    _taken_out_and_changed(seen, mine, stands, found)
    asked = {key for keys in found.bundles for key in keys}
    for key in {*seen, *mine, *stands}:
        if key in asked:
            found.rows.update({key: stands[key]} if key in stands else {})
        elif key[0] not in TERMS:
            _row(key, seen.get(key), mine.get(key), stands.get(key), found)
    _terms(*({key: row for key, row in rows.items() if key[0] in TERMS} for rows in (seen, mine, stands)),
           found=found)
    found.broken = any(one not in list(broken(stands)) for one in broken(found.rows))
    return found


def _copy(rows: Plain) -> Plain:
    return {key: dict(row) for key, row in rows.items()}


def _empty_is_nothing(value: Any) -> Any:
    return None if value == "" else value


def _same(one: Any, other: Any) -> bool:
    return bool(_empty_is_nothing(one) == _empty_is_nothing(other))


def _one_row_for_one_place(seen: Plain, mine: Plain, stands: Plain, found: Found) -> None:
    for table, names in ONE_PLACE.items():
        for key in [one for one in mine if one[0] == table and one not in stands]:
            for other in [one for one in stands if one[0] == table and one not in mine]:
                if all(str(mine[key][name]) == str(stands[other][name]) for name in names):
                    found.same[key] = other
    for key, other in found.same.items():
        for rows in (seen, mine):
            if key in rows:
                rows[other] = {**rows.pop(key), "id": other[1]}


def _numbers(seen: Plain, mine: Plain, stands: Plain) -> None:
    before = {key: row["position"] for key, row in mine.items() if key[0] == "exhibits"}
    for table, name in (("exhibits", "position"), ("offers", "round")):
        new = sorted((row[name], key) for key, row in mine.items()
                     if key[0] == table and key not in seen and key not in stands)
        for number, key in new:
            rows = {one: row for one, row in stands.items() if one[0] == table and _group(row, mine[key])}
            there = [row[name] for row in rows.values()]
            if any(row[name] == number for one, row in rows.items() if one in mine or seen.get(one) != row):
                here = [row[name] for one, row in mine.items() if one[0] == table and _group(row, mine[key])]
                mine[key][name] = max(there + here) + 1
    again = {}
    for key, own in before.items():
        unmoved = key in stands and key in seen and seen[key]["position"] == own
        home = stands[key]["position"] if unmoved else mine[key]["position"]
        if home != own:
            again[own] = home
    for rows in (seen, mine):
        for key, row in rows.items():
            if key[0] in ("element_entries", "relationship_entries") and row.get("evidence"):
                row["evidence"] = re.sub(
                    r"证据(\d+)", lambda one: f"证据{again.get(int(one[1]), int(one[1]))}", row["evidence"])


def _taken_out_and_changed(seen: Plain, mine: Plain, stands: Plain, found: Found) -> None:
    """Whoever and whatever one side took out, while the other changed what leans on it."""
    roots = [key for key in seen if key[0] in ("parties", "sessions") and (key in mine) != (key in stands)]
    groups: list[set[Key]] = []
    for root in roots:
        group = {root}
        for _again in range(5):
            group |= {key for rows in (seen, mine, stands) for key, row in rows.items()
                      for name, table in LEANS.get(key[0], ()) if (table, str(row.get(name))) in group}
        for key in {*mine, *stands}:
            for name, table in HOLDS.get(key[0], ()):
                value = _alone(key, name, seen, mine, stands)
                if (table, str(value)) in group:
                    group.add(key)
        for other in [one for one in groups if one & group]:
            groups.remove(other)
            group |= other
        groups.append(group)
    for group in groups:
        changed = [any(_changed(key, seen.get(key), rows.get(key)) for key in group)
                   for rows in (mine, stands)]
        apart = any(_changed(key, mine.get(key), stands.get(key)) for key in group)
        if len(group) > 1 and all(changed) and apart:
            found.bundles.add(frozenset(group))


def _alone(key: Key, name: str, seen: Plain, mine: Plain, stands: Plain) -> Any:
    """The field's value if its row were merged by itself; nothing where the row would be out."""
    there = Found({})
    _row(key, seen.get(key), mine.get(key), stands.get(key), there)
    return there.rows.get(key, {}).get(name)


def _changed(key: Key, one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is not other
    return any(not _same(one.get(name), other.get(name)) for name in {*one, *other}
               if not _says_nothing(key[0], name))


def _group(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return "round" not in one or one["side"] == other["side"]


def _row(key: Key, seen: Any, mine: Any, stands: Any, found: Found) -> None:
    if mine is not None and stands is not None:
        found.rows[key] = {name: _field(key, name, seen, mine, stands, found)
                           for name in {*mine, *stands}}
        return
    if mine is None and stands is None:
        return
    there = mine if stands is None else stands
    if seen is None:  # somebody made it
        found.rows[key] = there
    elif any(not _same(seen.get(name), there.get(name)) for name in there
             if not _says_nothing(key[0], name)):  # one took out what the other changed
        found.questions.add((*key, ""))
        if stands is not None:
            found.rows[key] = stands


def _says_nothing(table: str, name: str) -> bool:
    return name == "station" or (name == "position" and table != "exhibits")


def _field(key: Key, name: str, seen: Any, mine: Any, stands: Any, found: Found) -> Any:
    was, here, there = ((one or {}).get(name) for one in (seen, mine, stands))
    if _says_nothing(key[0], name) and name != "station":
        return here
    if _same(here, there) or _same(here, was):
        return there
    if _same(there, was):
        return here
    if name == "station":
        return max(here, there, key=STATIONS.index)
    found.questions.add((*key, name))
    return there


def _terms(seen: Plain, mine: Plain, stands: Plain, *, found: Found) -> None:
    def words(rows: Plain) -> dict[Key, dict[str, Any]]:
        return {key: {name: value for name, value in row.items()
                      if not _says_nothing(key[0], name) and value not in (None, "")}
                for key, row in rows.items()}

    kept = stands
    if words(mine) not in (words(seen), words(stands)):
        if words(stands) == words(seen):
            kept = mine
        else:
            here, there = (any(row.get("signed_on") and not seen.get(key, {}).get("signed_on")
                               for key, row in rows.items()) for rows in (mine, stands))
            found.terms = {(True, True): "signed twice", (True, False): "overruled",
                           (False, True): "overruled", (False, False): "asked"}[here, there]
            kept = mine if here and not there else stands
    found.rows.update(kept)
