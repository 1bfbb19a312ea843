"""Forty invented texts with what is to be found in them, and how much of it is found, field by field."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from mediation_desk.domain.intake.spotting.spots import About, Days, Spot, Whose
from mediation_desk.domain.intake.spotting.spotting import Spotter
from mediation_desk.domain.money import Money

TEXTS = Path(__file__).parent / "texts"
SETS = ("tuned", "held_out")


@dataclass(frozen=True)
class Expected:
    """A text, the day from which it is read, and what is to be found by field."""

    name: str
    text: str
    day: date
    fields: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Score:
    """How a field came out: what was rightly found, wrongly found, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was found, how much is right, in per cent."""
        return 100 * self.right / (self.right + self.wrong) if self.right + self.wrong else 100.0

    @property
    def recall(self) -> float:
        """Of what is there, how much was found, in per cent."""
        return 100 * self.right / (self.right + self.missed) if self.right + self.missed else 100.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


def texts(name: str) -> list[Expected]:
    """The twenty texts of a set."""
    rows = tomllib.loads((TEXTS / f"{name}.toml").read_text("utf-8"))["texts"]
    return [Expected(row["name"], row["text"].strip("\n"), date.fromisoformat(row["day"]), _expected(row))
            for row in rows]


def _expected(row: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    lists = {"applicant": "applicants", "respondent": "others", "company": "companies", "phone": "phones",
             "document": "documents", "days": "days", "claim": "claims", "address": "addresses"}
    single = ("order", "source", "work", "arrived", "due")
    found = {field: frozenset(row.get(key, ())) for field, key in lists.items()}
    found |= {key: frozenset([row[key]] if key in row else ()) for key in single}
    found["days"] = frozenset(str(Days(*map(date.fromisoformat, one.split("/"))))
                              for one in row.get("days", ()))
    found["amount"] = frozenset(str(Money.typed(one)) for one in row.get("amounts", ()))
    found["asked"] = frozenset(f"{claim} {Money.typed(amount)}" for claim, amount in
                               (one.split() for one in row.get("asked", ())))
    return found


def found_in(spots: Iterable[Spot]) -> dict[str, frozenset[str]]:
    """What was spotted, by field, written as the expectations are."""
    found: dict[str, set[str]] = {field: set() for field in _expected({})}
    for spot in spots:
        if spot.about is About.NAME:
            found["applicant" if spot.whose is Whose.APPLICANT else "respondent"].add(str(spot.value))
        elif spot.about is About.PHONE:
            found["phone"].add(f"{spot.whose} {spot.value}")
        elif spot.about is About.AMOUNT:
            found["amount"].add(str(spot.value))
            if spot.claim:
                found["asked"].add(f"{spot.claim} {spot.value}")
        elif spot.about.value in found:
            found[spot.about.value].add(_written(spot.value))
    return {field: frozenset(values) for field, values in found.items()}


def _written(value: object) -> str:
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else str(value)


def scores(reader: Spotter, name: str) -> dict[str, Score]:
    """Each field's score over the twenty texts of a set."""
    totals: dict[str, Score] = {}
    for one in texts(name):
        found = found_in(reader.read(one.text, one.day))
        for field, wanted in one.fields.items():
            got = found[field]
            score = Score(len(got & wanted), len(got - wanted), len(wanted - got))
            totals[field] = totals.get(field, Score()) + score
    return totals
