"""Elements: the facts a dispute turns on, their sheets, and how an answer is read and shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from mediation_desk.domain.sorting import answers, list_answers
from mediation_desk.domain.sorting.answer_types import (
    Choice,
    Column,
    ElementType,
    Label,
    fact_as,
    read_as,
    show_as,
)
from mediation_desk.domain.sorting.answers import ADMITTED_MARK, DENIED, stated
from mediation_desk.domain.sorting.list_answers import ItemWords
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError

if TYPE_CHECKING:
    from mediation_desk.domain.calculators.facts import FactValue


UNSAID = Label("", "")


class Scope(StrEnum):
    """Whether one answer holds for the case, or each worker has an answer."""

    CASE = "case"
    WORKER = "worker"


@dataclass(frozen=True)
class Condition:
    """When something applies: a test of one element's answer, or all / any of several.

    ``equals`` and ``differs`` compare with a canonical answer and fail on no answer;
    ``answered`` asks only whether there is one.
    """

    element: str | None = None
    equals: str | None = None
    differs: str | None = None
    answered: bool | None = None
    every: tuple[Condition, ...] = ()
    some: tuple[Condition, ...] = ()

    def holds(self, values: Mapping[str, str]) -> bool:
        """Whether it is met by these canonical answers; an absent key is no answer."""
        if self.element is None:
            return (all(part.holds(values) for part in self.every)
                    and (not self.some or any(part.holds(values) for part in self.some)))
        value = values.get(self.element)
        if self.answered is not None:
            return (value is not None) == self.answered
        if value is None:
            return False
        return value == self.equals if self.equals is not None else value != self.differs

    def names(self) -> frozenset[str]:
        """Every element that the condition looks at."""
        own = frozenset() if self.element is None else frozenset({self.element})
        return own.union(*(part.names() for part in (*self.every, *self.some)))


@dataclass(frozen=True)
class Bar:
    """An answer that makes claims fall away: they are worth nothing, and the reason is said.

    ``unless`` lifts the bar (a contract signed late still leaves the months before it).
    """

    value: str
    claims: frozenset[str]
    reason: Label
    law: str
    unless: Condition | None = None

    def stands(self, answer: str | None, values: Mapping[str, str]) -> bool:
        """Whether the bar bites on this answer, given all the answers."""
        return answer == self.value and not (self.unless and self.unless.holds(values))


@dataclass(frozen=True)
class Element:
    """One fact asked for.

    ``feeds`` maps each claim that it is computed into to the fact's name there (elements.md);
    ``burden`` and ``evidence`` say who usually proves it and with what; ``condition`` says when
    it is asked at all; ``optional`` elements are no gap when nobody speaks of them;
    ``sentences`` are the Chinese sentences that a yes and a no mean, for papers that do not repeat the
    question; ``items`` says how the items of a list are said; ``instead_of`` names facts of the same
    claims that are left aside once this element is answered; ``issue`` names the dispute about it;
    ``tolerance`` is how far two answers may differ and still agree, in fen for money and days for dates,
    None for the office's own setting.
    """

    id: str
    type: ElementType
    label: Label
    scope: Scope = Scope.WORKER
    burden: Side = Side.APPLICANT
    evidence: Label = UNSAID
    feeds: Mapping[str, str] = field(default_factory=dict)
    condition: Condition | None = None
    help: Label = UNSAID
    law: str = ""
    unit: Label = UNSAID
    choices: tuple[Choice, ...] = ()
    columns: tuple[Column, ...] = ()
    items: tuple[ItemWords, ...] = ()
    instead_of: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    optional: bool = False
    issue: Label | None = None
    sentences: Mapping[str, str] = field(default_factory=dict)
    tolerance: int | None = None

    def read(self, text: str) -> str:
        """The canonical answer in what a person typed or pasted.

        Raises DeskError with ``field`` = the element's id when it is not such an answer.
        """
        if answers.is_denial(text):
            return DENIED
        if self.type is ElementType.LIST:
            return list_answers.read(text, self.columns, self.id)
        return read_as(self.type, text, self.choices, self.id)

    def show(self, value: str | None, language: str) -> str:
        """The canonical answer as a person reads it; nothing for None."""
        if value is None:
            return ""
        if value == DENIED:
            return "否认" if language.startswith("zh") else "denied"
        if self.type is ElementType.LIST:
            return list_answers.show(stated(value), self.columns, self.items, language)
        return show_as(self.type, stated(value), self.choices, language)

    def fact(self, value: str) -> FactValue:
        """The canonical answer as the calculators take it."""
        if self.type is ElementType.LIST:
            return [{column.id: fact_as(column.type, row[column.id]) for column in self.columns
                     if column.id in row} for row in json.loads(stated(value))]
        return fact_as(self.type, stated(value))

    def same(self, one: str, other: str, *, money_fen: int = 0, days: int = 0) -> bool:
        """Whether two canonical answers agree, within the tolerance in fen or days."""
        if one == other:
            return True
        if self.type is ElementType.TEXT:
            return answers.words_of(one) == answers.words_of(other)
        if self.type is ElementType.MONEY:
            return answers.fen_apart(one, other) <= (money_fen if self.tolerance is None else self.tolerance)
        if self.type is ElementType.DATE:
            return answers.days_apart(one, other) <= (days if self.tolerance is None else self.tolerance)
        return False


@dataclass(frozen=True)
class Section:
    """Elements under one heading; ``order`` places the heading on a combined sheet."""

    id: str
    label: Label
    order: int
    elements: tuple[Element, ...]


@dataclass(frozen=True)
class ElementSheet:
    """The questions of one dispute type, or of several combined, in the order they are asked."""

    id: str
    label: Label
    claims: tuple[str, ...]
    sections: tuple[Section, ...]

    def elements(self) -> tuple[Element, ...]:
        """Every element, in order."""
        return tuple(element for section in self.sections for element in section.elements)

    def element(self, name: str) -> Element:
        """The element of that id; DeskError when the sheet does not ask for it."""
        for element in self.elements():
            if element.id == name:
                return element
        raise DeskError(N_("This case's sheet has no element “{element}”."), field=name, element=name)


@dataclass(frozen=True)
class SheetShelf:
    """All the element sheets at hand, by id, in the order in which they are offered.

    ``places`` numbers the elements, so that a combined sheet asks them in their home's order.
    """

    sheets: Mapping[str, ElementSheet]
    places: Mapping[str, int] = field(default_factory=dict)

    def serving(self, claims: Iterable[str]) -> tuple[ElementSheet, ...]:
        """For each claim the first sheet made for it; a claim without a sheet adds none."""
        wanted = list(claims)
        chosen = {}
        for claim in wanted:
            sheet = next((one for one in self.sheets.values() if claim in one.claims), None)
            if sheet:
                chosen[sheet.id] = sheet
        return tuple(sheet for sheet in self.sheets.values() if sheet.id in chosen)

    def combined(self, claims: Iterable[str], also: Iterable[str] = ()) -> ElementSheet:
        """One sheet for these claims; ``also`` names further sheets by id (a dispute without a
        claim of its own, such as the relationship)."""
        more = [self.sheet(name) for name in also]
        chosen = {sheet.id: sheet for sheet in (*self.serving(claims), *more)}
        return combine(tuple(chosen.values()), self.places)

    def sheet(self, name: str) -> ElementSheet:
        """The sheet of that id; DeskError when there is none."""
        if name not in self.sheets:
            raise DeskError(N_("There is no element sheet “{sheet}”."), field="sheet", sheet=name)
        return self.sheets[name]


def combine(sheets: Sequence[ElementSheet], places: Mapping[str, int] | None = None) -> ElementSheet:
    """One sheet out of several: headings in their order, each element asked once.

    The order is that of the court's element forms: relationship, contract, performance, pay,
    ending, injury, the rest. Under a heading ``places`` orders the elements, else first come.
    """
    if len(sheets) == 1:
        return sheets[0]
    return ElementSheet(
        id="+".join(sheet.id for sheet in sheets),
        label=Label("、".join(sheet.label.zh for sheet in sheets), ", ".join(s.label.en for s in sheets)),
        claims=tuple(dict.fromkeys(claim for sheet in sheets for claim in sheet.claims)),
        sections=merged([section for sheet in sheets for section in sheet.sections], places or {}))


def merged(sections: Sequence[Section], places: Mapping[str, int]) -> tuple[Section, ...]:
    """Sections of the same id as one, in order; each element once, ordered by ``places``."""
    heads: dict[str, Section] = {}
    under: dict[str, dict[str, Element]] = {}
    seen: set[str] = set()
    for section in sections:
        heads.setdefault(section.id, section)
        for element in section.elements:
            if element.id not in seen:
                seen.add(element.id)
                under.setdefault(section.id, {})[element.id] = element
    ordered = sorted(heads.values(), key=lambda section: section.order)
    return tuple(Section(head.id, head.label, head.order, _placed(under[head.id].values(), places))
                 for head in ordered if head.id in under)


def _placed(elements: Iterable[Element], places: Mapping[str, int]) -> tuple[Element, ...]:
    return tuple(sorted(elements, key=lambda element: places.get(element.id, len(places))))


__all__ = ["ADMITTED_MARK", "DENIED", "Bar", "Choice", "Column", "Condition", "Element",
           "ElementSheet", "ElementType", "ItemWords", "Label", "Scope", "Section", "SheetShelf", "combine",
           "merged", "stated"]
