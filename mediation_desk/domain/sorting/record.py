"""The sorting record: agreed facts, issues in dispute by their stake, matters to verify and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.sorting.answers import DENIED, stated
from mediation_desk.domain.sorting.elements import Element
from mediation_desk.domain.sorting.sorting import SETTLED, Sorting, State
from mediation_desk.domain.sorting.stakes import Issue
from mediation_desk.domain.sorting.statements import Word
from mediation_desk.domain.vocabulary import Side


@dataclass(frozen=True)
class AgreedFact:
    """A fact that both sides state alike (``value`` canonical), for these workers."""

    element: Element
    value: str
    workers: tuple[UUID, ...]
    admitted: bool


@dataclass(frozen=True)
class Matter:
    """Something to verify: what is open, for whom, who must prove it and with what."""

    element: Element
    state: State
    workers: tuple[UUID, ...]

    @property
    def burden(self) -> Side:
        """Who has to bring the proof."""
        return self.element.burden

    def evidence(self, language: str) -> str:
        """What usually shows it."""
        return self.element.evidence.text(language)


@dataclass(frozen=True)
class SortingRecord:
    """What a sorting comes to on paper."""

    agreed: tuple[AgreedFact, ...]
    issues: tuple[Issue, ...]
    to_verify: tuple[Matter, ...]


def record_of(sorting: Sorting) -> SortingRecord:
    """The record; an element that the mediator has found is not to be verified any more."""
    agreed: dict[tuple[str, str, bool], list[UUID]] = {}
    matters: dict[tuple[str, State], list[UUID]] = {}
    for element in sorting.sheet.elements():
        for worker in sorting.workers:
            state = sorting.states[worker][element.id]
            word = _word(sorting, element, worker)
            if state in SETTLED:
                key = element.id, stated(word.applicant or ""), state is State.ADMITTED
                agreed.setdefault(key, []).append(worker)
            elif state is not State.NOT_APPLICABLE and word.finding in (None, DENIED):
                matters.setdefault((element.id, state), []).append(worker)
    asked = {element.id: element for element in sorting.sheet.elements()}
    return SortingRecord(
        tuple(AgreedFact(asked[name], value, tuple(workers), admitted)
              for (name, value, admitted), workers in agreed.items()),
        sorting.issues,
        tuple(Matter(asked[name], state, tuple(workers)) for (name, state), workers in matters.items()))


def _word(sorting: Sorting, element: Element, worker: UUID) -> Word:
    """What counts for that worker: the worker's own cell, else the case's."""
    return sorting.cell(element.id, worker).word
