"""Sorting: a case's statements turned into states, awards on each version, and ranked issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from mediation_desk.domain.money import Money, total
from mediation_desk.domain.sorting.answers import ADMITTED_MARK, DENIED, admits
from mediation_desk.domain.sorting.elements import Element, ElementSheet, Scope
from mediation_desk.domain.sorting.stakes import ByClaim, Issue, ranked, stake_of
from mediation_desk.domain.sorting.statements import (
    CONTESTED,
    EXACT,
    SETTLED,
    SILENCE,
    ElementEntry,
    Spoken,
    State,
    Tolerance,
    Word,
    Words,
    arranged,
    found,
    state_of,
    version,
)
from mediation_desk.domain.sorting.valuation import NOTHING, Compute, SheetIndex, Valuer, Worth

Answers = dict[str, str]
Print = tuple[tuple[str, ...], frozenset[str], tuple[tuple[str, Word], ...], tuple[str, ...]]


@dataclass(frozen=True)
class ClaimWorth:
    """One claim of one worker: on the applicants' version, the respondent's, and as found."""

    applicant: Worth
    respondent: Worth
    found: Worth


VERSIONS = ("applicant", "respondent", "found")


class Sum(NamedTuple):
    """What several claims come to on one version, and how many of them cannot be computed on it."""

    amount: Money
    uncomputed: int

    @classmethod
    def of(cls, worths: Sequence[Worth]) -> Sum:
        """The sum of what could be computed."""
        amounts = [worth.amount for worth in worths if worth.amount is not None]
        return cls(total(amounts), len(worths) - len(amounts))


@dataclass(frozen=True)
class ElementCell:
    """One element of one worker, or of the whole case (``worker_id`` None), as the page shows it.

    ``word`` is what counts there, the word given for all included.
    """

    element: Element
    worker_id: UUID | None
    word: Word
    state: State


class _Claims(NamedTuple):
    """A worker's own claims, and all that are made in the case."""

    own: tuple[str, ...]
    made: frozenset[str]


@dataclass(frozen=True)
class Part:
    """One worker's share of the outcome, the same one as long as the worker's words and claims stay."""

    print: Print
    states: Mapping[str, State]  # of every element
    worths: Mapping[str, ClaimWorth]
    disputes: Mapping[str, ByClaim]
    cells: tuple[ElementCell, ...]

    @cached_property
    def sums(self) -> Mapping[str, Sum]:
        """What the worker's claims come to on each version."""
        return {name: Sum.of([getattr(worth, name) for worth in self.worths.values()]) for name in VERSIONS}

    @cached_property
    def counts(self) -> Counter[State]:
        """How many of the worker's own cells are in each state."""
        return Counter(cell.state for cell in self.cells)

    @cached_property
    def applying(self) -> frozenset[str]:
        """The elements of the worker's own cells that apply."""
        return frozenset(cell.element.id for cell in self.cells if cell.state is not State.NOT_APPLICABLE)


@dataclass(frozen=True)
class Sorting:
    """The outcome: cells with states, what claims come to, and the issues, dearest first."""

    sheet: ElementSheet
    parts: Mapping[UUID, Part]
    cells: Mapping[tuple[str, UUID | None], ElementCell]
    issues: tuple[Issue, ...]
    entries: Mapping[tuple[str, UUID | None], ElementEntry]

    @cached_property
    def workers(self) -> tuple[UUID, ...]:
        """The workers, in their order."""
        return tuple(self.parts)

    @cached_property
    def states(self) -> Mapping[UUID, Mapping[str, State]]:
        """The state of every element, worker by worker."""
        return {worker: part.states for worker, part in self.parts.items()}

    @cached_property
    def worths(self) -> Mapping[UUID, Mapping[str, ClaimWorth]]:
        """What the claims come to, worker by worker."""
        return {worker: part.worths for worker, part in self.parts.items()}

    @cached_property
    def counts(self) -> Mapping[State, int]:
        """How many cells are in each state, those of the whole case among them."""
        counts = Counter(self.cells[element.id, None].state for element in self.sheet.elements()
                         if element.scope is Scope.CASE)
        for part in self.parts.values():
            counts.update(part.counts)
        return counts

    def cell(self, element: str, worker: UUID | None) -> ElementCell:
        """That worker's cell; for an element asked once for the case, the case's."""
        own = self.cells.get((element, worker))
        return own if own else self.cells[element, None]

    def comes_to(self, version: str, worker: UUID | None = None) -> Sum:
        """What the claims come to on one of the ``VERSIONS``, for one worker or for all."""
        sums = [part.sums[version] for part in ([self.parts[worker]] if worker else self.parts.values())]
        return Sum(total(one.amount for one in sums), sum(one.uncomputed for one in sums))

    def applicants_amount(self, worker: UUID | None = None) -> Money:
        """The claims on the applicants' whole version."""
        return self.comes_to("applicant", worker).amount

    def respondents_amount(self, worker: UUID | None = None) -> Money:
        """The claims on the respondent's whole version."""
        return self.comes_to("respondent", worker).amount

    def found_amount(self, worker: UUID | None = None) -> Money:
        """The claims on the findings and what is agreed, as far as they go."""
        return self.comes_to("found", worker).amount


@dataclass
class Sorter:
    """Sorts one case again and again: only workers whose words or claims changed are recomputed.

    Keep one per open case; make a new one when the sheet, the statutory figures behind
    ``compute`` or the tolerance change. ``compute`` must be pure.
    """

    sheet: ElementSheet
    compute: Compute
    tolerance: Tolerance = EXACT
    _parts: dict[UUID, Part] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._valuer = Valuer(SheetIndex.of(self.sheet), self.compute)
        self._elements = self._valuer.index.elements

    def sort(self, workers: Sequence[UUID], claims: Mapping[UUID, Sequence[str]],
             entries: Iterable[ElementEntry]) -> Sorting:
        """The case as it stands; ``claims`` are each worker's claim ids."""
        spoken = arranged(entries)
        made = frozenset(claim for worker in workers for claim in claims.get(worker, ()))
        self._parts = {worker: self._part(worker, _Claims(tuple(claims.get(worker, ())), made), spoken)
                       for worker in workers}
        return Sorting(sheet=self.sheet, parts=self._parts, cells=self._cells(spoken),
                       issues=ranked(self._disputes(), self._elements), entries=spoken.entries)

    def _disputes(self) -> dict[str, dict[UUID, ByClaim]]:
        disputes: dict[str, dict[UUID, ByClaim]] = {}
        for worker, part in self._parts.items():
            for name, change in part.disputes.items():
                disputes.setdefault(name, {})[worker] = change
        return disputes

    def _part(self, worker: UUID, claims: _Claims, spoken: Spoken) -> Part:
        words = spoken.words(worker)
        print_ = (claims.own, claims.made, tuple(words.items()), tuple(spoken.own.get(worker, ())))
        kept = self._parts.get(worker)
        if kept and kept.print == print_:
            return kept
        return self._fresh(worker, claims, words, print_, spoken.own.get(worker, {}))

    def _fresh(self, worker: UUID, claims: _Claims, words: Words, print_: Print, own: Words) -> Part:
        sides = _Sides.of(self._elements, words, self.tolerance)
        states = {element.id: self._state(element, words.get(element.id, SILENCE), sides, claims)
                  for element in self._elements}
        worths = {claim: self._worth(claim, sides, states, words) for claim in claims.own}
        plain = {claim: worth.applicant for claim, worth in worths.items()}
        disputes = {name: stake_of(self._valuer, name, sides.applicant, sides.respondent,
                                   claims=claims.own, worths=plain, denied=sides.denied)
                    for name, state in states.items() if state is State.DISPUTED}
        cells = tuple(ElementCell(element, worker, words.get(element.id, SILENCE), states[element.id])
                      for element in self._elements if element.scope is Scope.WORKER or element.id in own)
        return Part(print_, states, worths, disputes, cells)

    def _state(self, element: Element, word: Word, sides: _Sides, claims: _Claims) -> State:
        """Not applicable where its condition is not met, and where it moves only what others claim."""
        moving = self._valuer.index.moves.get(element.id, NOTHING)
        others_only = moving.isdisjoint(claims.own) and not moving.isdisjoint(claims.made)
        if others_only or not sides.ask(element):
            return State.NOT_APPLICABLE
        return state_of(element, word, self.tolerance)

    def _worth(self, claim: str, sides: _Sides, states: Mapping[str, State], words: Words) -> ClaimWorth:
        return ClaimWorth(self._valuer.worth(claim, sides.applicant),
                          self._valuer.worth(claim, sides.respondent, sides.denied),
                          self._worth_as_found(claim, sides, states, words))

    def _worth_as_found(self, claim: str, sides: _Sides, states: Mapping[str, State], words: Words) -> Worth:
        """On findings a claim waits for every contested element that moves it."""
        waits = tuple(element.id for element in self._elements
                      if states[element.id] in CONTESTED and words[element.id].finding is None
                      and claim in self._valuer.index.moves.get(element.id, NOTHING))
        if waits:
            return Worth(claim, None, waits_for=waits)
        return self._valuer.worth(claim, sides.found, sides.dismissed)

    def _cells(self, spoken: Spoken) -> dict[tuple[str, UUID | None], ElementCell]:
        cells: dict[tuple[str, UUID | None], ElementCell] = {}
        for element in self._elements:
            if element.scope is Scope.CASE:
                cells[element.id, None] = self._case_cell(element, spoken)
        for part in self._parts.values():
            for cell in part.cells:
                cells[cell.element.id, cell.worker_id] = cell
        return cells

    def _case_cell(self, element: Element, spoken: Spoken) -> ElementCell:
        """The case's own cell: not applicable when it applies to none of the workers."""
        word = spoken.common.get(element.id, SILENCE)
        parts = self._parts.values()
        if parts and all(part.states[element.id] is State.NOT_APPLICABLE for part in parts):
            return ElementCell(element, None, word, State.NOT_APPLICABLE)
        return ElementCell(element, None, word, state_of(element, word, self.tolerance))


@dataclass(frozen=True)
class _Sides:
    """One worker's answers three times over, and what is absent because it was denied."""

    applicant: Answers
    respondent: Answers
    found: Answers
    denied: Answers  # by the respondent, with nothing in their place
    dismissed: Answers  # found not to be shown

    @classmethod
    def of(cls, elements: Sequence[Element], words: Words, tolerance: Tolerance) -> _Sides:
        """The versions that these words make."""
        sides = cls({}, {}, {}, {}, {})
        for element in elements:
            word = words.get(element.id)
            if word:
                sides._put(element, word, tolerance)
        return sides

    def _put(self, element: Element, word: Word, tolerance: Tolerance) -> None:
        for answers, answer in ((self.applicant, version(element, word.applicant, word.respondent)),
                                (self.respondent, version(element, word.respondent, word.applicant)),
                                (self.found, found(element, word, tolerance))):
            if answer is not None:
                answers[element.id] = answer
        if word.respondent == DENIED and element.id not in self.respondent and element.id in self.applicant:
            self.denied[element.id] = self.applicant[element.id]
        if word.finding == DENIED and element.id in self.applicant:
            self.dismissed[element.id] = self.applicant[element.id]

    def ask(self, element: Element) -> bool:
        """Whether the element is asked: what is found decides, else either side's version."""
        if element.condition is None:
            return True
        if all(name in self.found or name in self.dismissed for name in element.condition.names()):
            return element.condition.holds(self.found)
        return element.condition.holds(self.applicant) or element.condition.holds(self.respondent)


def sort(sheet: ElementSheet, workers: Sequence[UUID], claims: Mapping[UUID, Sequence[str]],
         entries: Iterable[ElementEntry], *, compute: Compute, tolerance: Tolerance = EXACT) -> Sorting:
    """Sort a case once; keep a :class:`Sorter` instead to sort it again as it is typed."""
    return Sorter(sheet, compute, tolerance).sort(workers, claims, entries)


__all__ = ["ADMITTED_MARK", "CONTESTED", "DENIED", "EXACT", "SETTLED", "ClaimWorth", "ElementCell",
           "ElementEntry", "Issue", "Sorter", "Sorting", "State", "Tolerance", "Word", "Worth", "admits",
           "sort"]
