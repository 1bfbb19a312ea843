"""The clause library as an office has it: shipped and its own, what each needs, and what it contradicts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Literal

from mediation_desk.domain.agreeing.checking.words import speaks_of_enforcement_alone
from mediation_desk.domain.money import Money
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.words import N_, DeskError, say
from mediation_desk.library.forms import Clause, clauses
from mediation_desk.library.tomllines import FormError

OWN = "clauses/own.toml"
CHOSEN_BY_FIELDS = ("default", "owing", "tax")
"""Kinds of clauses that the program chooses by itself, from what is set in fields of the terms."""
LONGEST_TITLE = 12  # signs of a title that a line of the further terms may begin with
PlaceKind = Literal["day", "money", "words"]
_PLACE = re.compile(r"\{\{\s*(\w+)(?:\s*\|\s*(\w+))?\s*\}\}")


def library(settings: OfficeSettings) -> Mapping[str, Clause]:
    """Every clause by its id, the office's own last; of own ones that cannot be read, none."""
    if not settings.own_clauses:
        return clauses()
    try:
        return clauses({OWN: settings.own_clauses})
    except FormError:
        return clauses()


def offered(settings: OfficeSettings) -> list[Clause]:
    """Those that a person may add, in the order of the library."""
    return [one for one in library(settings).values() if one.kind not in CHOSEN_BY_FIELDS]


def contradicted(known: Mapping[str, Clause], clause: Clause, present: Collection[str]) -> list[str]:
    """The titles of the clauses in the agreement that this one contradicts, or that contradict it;
    ``present``: their ids."""
    return [known[other].title for other in present if other in known and
            (other in clause.excludes or clause.id in known[other].excludes)]


def excluded_by(known: Mapping[str, Clause], clause: Clause) -> tuple[str, ...]:
    """The ids of all clauses that cannot stand beside it; of answers to late payment there is one only."""
    others = (one.id for one in known.values()
              if clause.id in one.excludes or one.kind == clause.kind == "default")
    return tuple(dict.fromkeys((*clause.excludes, *(one for one in others if one != clause.id))))


def present(known: Mapping[str, Clause], titles: Iterable[str]) -> list[str]:
    """The ids of the clauses with these titles."""
    by_title = {one.title: one.id for one in known.values()}
    return [by_title[title] for title in titles if title in by_title]


def place_kind(clause: Clause, place: str) -> PlaceKind:
    """What is entered into a place: a day, an amount, or words."""
    filters = dict(_PLACE.findall(clause.text))
    kinds: dict[str, PlaceKind] = {"cndate": "day", "shortdate": "day", "both": "money", "yuan": "money"}
    return kinds.get(filters.get(place, ""), "words")


def line(clause: Clause, values: Mapping[str, object]) -> str:
    """The clause as a line of the further terms, its places filled. Raises DeskError where one is missing."""
    from mediation_desk.documents.template.fill import fill_text

    return f"{clause.title}：{' '.join(fill_text(clause.text, values, clause.id).split())}"


def check_own(text: str) -> None:
    """Refuse own clauses that could not be used, with the line where they are wrong, beside their field."""
    try:
        found = clauses({OWN: text}) if text else {}
        for clause in found.values():
            if clause.id not in clauses():
                _check(clause, found, text)
    except FormError as trouble:
        raise DeskError(N_("Line {line}: {reason}"), field="own_clauses", line=trouble.line,
                        reason=trouble.reason) from trouble


def _check(clause: Clause, known: Mapping[str, Clause], text: str) -> None:
    def refuse(words: str, **particulars: object) -> FormError:
        return FormError(OWN, _line_of(text, clause.id), say(words, **particulars))

    if clause.kind in CHOSEN_BY_FIELDS:
        raise refuse(N_("clauses of the kind “{kind}” are chosen by fields of the terms"), kind=clause.kind)
    if not 0 < len(clause.title) <= LONGEST_TITLE or "：" in clause.title:
        raise refuse(N_("a title has between 1 and {most} signs and no colon"), most=LONGEST_TITLE)
    if any(other.title == clause.title and other.id != clause.id for other in known.values()):
        raise refuse(N_("another clause has the title “{title}” already"), title=clause.title)
    for other in clause.excludes:
        if other not in known:
            raise refuse(N_("there is no clause “{id}” to exclude"), id=other)
    unknown = [name for name, _ in _PLACE.findall(clause.text) if name not in clause.places]
    if unknown:
        raise refuse(N_("the place “{place}” is not told under places"), place=unknown[0])
    if speaks_of_enforcement_alone(clause.text):
        raise refuse(N_("it speaks of enforcement and does not say after which step: arbitration review or "
                        "judicial confirmation"))
    samples: dict[str, object] = {"day": date(2025, 1, 1), "money": Money(1), "words": "一"}
    line(clause, {place: samples[place_kind(clause, place)] for place in clause.places})


def _line_of(text: str, word: str) -> int:
    return text.count("\n", 0, max(text.find(f'"{word}"'), 0)) + 1
