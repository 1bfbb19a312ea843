"""Sorting: a case's statements turned into states, awards on each version, and ranked issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.sorting.answers import ADMITTED_MARK, DENIED, admits
from mediation_desk.domain.sorting.elements import Element, ElementSheet, Scope
from mediation_desk.domain.sorting.parts import ClaimWorth, ElementCell, Part, Print, Tally
from mediation_desk.domain.sorting.sides import Sides, Version
from mediation_desk.domain.sorting.stakes import ByClaim, Issue, furthest, ranked, stake_of
from mediation_desk.domain.sorting.statements import (
    CONTESTED,
    EXACT,
    SETTLED,
    SILENCE,
    ElementEntry,
    Place,
    RespondentStatement,
    Spoken,
    State,
    Tolerance,
    Word,
    Words,
    arranged,
    state_of,
)
from mediation_desk.domain.sorting.valuation import NOTHING, Compute, SheetIndex, Valuer, Worth


@dataclass(frozen=True)
class Sorting:
    """The outcome: cells with states, what claims come to, and the issues, dearest first."""

    sheet: ElementSheet
    parts: Mapping[UUID, Part]
    cells: Mapping[Place, ElementCell]
    issues: tuple[Issue, ...]
    entries: Mapping[Place, ElementEntry]
    apart: Mapping[Place, Mapping[UUID, str]] = field(default_factory=dict)  # single respondents' own words
    respondents: tuple[UUID, ...] = ()

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

    def of(self, worker: UUID | None) -> Sequence[Part]:
        """That worker's part; without a worker, everybody's."""
        return [self.parts[worker]] if worker else list(self.parts.values())

    def tally(self, version: str, worker: UUID | None = None, party: UUID | None = None) -> Tally:
        """What the claims come to on a version: ``applicant``, ``respondent`` or ``found``.

        ``worker``: one worker's claims, else all; ``party``: on that respondent's version.
        """
        return Tally.all_of([part.each.get(party, part.tallies[version]) if party else part.tallies[version]
                             for part in self.of(worker)])

    def differs(self, worker: UUID | None = None) -> bool:
        """Whether the respondents do not all say the same."""
        return any(part.each for part in self.of(worker))

    def applicants_amount(self, worker: UUID | None = None) -> Money:
        """The claims on the applicants' whole version."""
        return self.tally("applicant", worker).amount

    def respondents_amount(self, worker: UUID | None = None) -> Money:
        """The claims on the respondent's whole version; on the lowest where the respondents differ."""
        parties: Sequence[UUID | None] = self.respondents if self.differs(worker) else [None]
        return min(self.tally("respondent", worker, party).amount for party in parties)

    def found_amount(self, worker: UUID | None = None) -> Money:
        """The claims on the findings and what is agreed, as far as they go."""
        return self.tally("found", worker).amount


class _Claims(NamedTuple):
    """A worker's own claims, and all that are made in the case."""

    own: tuple[str, ...]
    made: frozenset[str]


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
             entries: Iterable[ElementEntry], statements: Iterable[RespondentStatement] = (),
             respondents: Sequence[UUID] = ()) -> Sorting:
        """The case as it stands; ``claims`` are each worker's claim ids, ``statements`` what single
        ones of the ``respondents`` say of their own."""
        spoken = arranged(entries, statements, respondents)
        made = frozenset(claim for worker in workers for claim in claims.get(worker, ()))
        self._parts = {worker: self._part(worker, _Claims(tuple(claims.get(worker, ())), made), spoken)
                       for worker in workers}
        return Sorting(sheet=self.sheet, parts=self._parts, cells=self._cells(spoken),
                       issues=ranked(self._disputes(), self._elements), entries=spoken.entries,
                       apart=spoken.apart, respondents=spoken.respondents)

    def _disputes(self) -> dict[str, dict[UUID, ByClaim]]:
        disputes: dict[str, dict[UUID, ByClaim]] = {}
        for worker, part in self._parts.items():
            for name, change in part.disputes.items():
                disputes.setdefault(name, {})[worker] = change
        return disputes

    def _part(self, worker: UUID, claims: _Claims, spoken: Spoken) -> Part:
        words = spoken.words(worker)
        own = spoken.names_of(worker)
        print_ = (claims.own, claims.made, tuple(words.items()), own)
        kept = self._parts.get(worker)
        if kept and kept.print == print_:
            return kept
        return self._fresh(worker, claims, words, print_)

    def _fresh(self, worker: UUID, claims: _Claims, words: Words, print_: Print) -> Part:
        sides, own = Sides.of(self._elements, words, self.tolerance), print_[3]
        states = {element.id: self._state(element, words.get(element.id, SILENCE), sides, claims)
                  for element in self._elements}
        worths = self._worths(claims.own, sides, states, words)
        plain = {claim: worth.applicant for claim, worth in worths.items()}
        disputes = {name: furthest(stake_of(self._valuer, name, sides.applicant.answers, theirs.answers,
                                            claims=claims.own, worths=plain, denied=theirs.denied)
                                   for theirs in sides.respondents)
                    for name, state in states.items() if state is State.DISPUTED}
        cells = tuple(ElementCell(element, worker, words.get(element.id, SILENCE), states[element.id])
                      for element in self._elements if element.scope is Scope.WORKER or element.id in own)
        return Part(print_, states, worths, disputes, cells)

    def _state(self, element: Element, word: Word, sides: Sides, claims: _Claims) -> State:
        """Not applicable where its condition is not met, and where it moves only what others claim."""
        moving = self._valuer.index.moves.get(element.id, NOTHING)
        others_only = moving.isdisjoint(claims.own) and not moving.isdisjoint(claims.made)
        if others_only or not sides.ask(element):
            return State.NOT_APPLICABLE
        return state_of(element, word, self.tolerance)

    def _worths(self, claims: Sequence[str], sides: Sides, states: Mapping[str, State],
                words: Words) -> dict[str, ClaimWorth]:
        compared = self._valuer.compared
        ours, *theirs = (compared({claim: self._on(claim, version) for claim in claims}, version.answers)
                         for version in (sides.applicant, *sides.respondents))
        found = compared({claim: self._worth_as_found(claim, sides, states, words) for claim in claims},
                         sides.found.answers)
        return {claim: ClaimWorth(ours[claim], min((one[claim] for one in theirs), key=_lowest), found[claim],
                                  dict(zip(sides.parties, (one[claim] for one in theirs), strict=True))
                                  if sides.parties else {})
                for claim in claims}

    def _on(self, claim: str, version: Version) -> Worth:
        """On one side's version; a side that has not spoken on the claim has none."""
        if version.spoke.isdisjoint(self._valuer.index.movers.get(claim, NOTHING)):
            return replace(self._valuer.worth(claim, {}), amount=None, award=None, unsaid=True)
        return self._valuer.worth(claim, version.answers, version.denied)

    def _worth_as_found(self, claim: str, sides: Sides, states: Mapping[str, State], words: Words) -> Worth:
        """On findings a claim waits for every contested element that moves it."""
        waits = tuple(element.id for element in self._elements
                      if states[element.id] in CONTESTED and words[element.id].finding is None
                      and claim in self._valuer.index.moves.get(element.id, NOTHING))
        if waits:
            return Worth(claim, None, waits_for=waits)
        return self._valuer.worth(claim, sides.found.answers, sides.found.denied)

    def _cells(self, spoken: Spoken) -> dict[Place, ElementCell]:
        cells: dict[Place, ElementCell] = {}
        for element in self._elements:
            if element.scope is Scope.CASE:
                cells[element.id, None] = self._case_cell(element, spoken)
        for part in self._parts.values():
            for cell in part.cells:
                cells[cell.element.id, cell.worker_id] = cell
        return cells

    def _case_cell(self, element: Element, spoken: Spoken) -> ElementCell:
        """The case's own cell: not applicable when it applies to none of the workers."""
        word = spoken.whole(element.id)
        parts = self._parts.values()
        if parts and all(part.states[element.id] is State.NOT_APPLICABLE for part in parts):
            return ElementCell(element, None, word, State.NOT_APPLICABLE)
        return ElementCell(element, None, word, state_of(element, word, self.tolerance))


def _lowest(worth: Worth) -> tuple[bool, Money]:
    """What could be computed goes before what could not."""
    return worth.amount is None, worth.amount or ZERO


def sort(sheet: ElementSheet, workers: Sequence[UUID], claims: Mapping[UUID, Sequence[str]],
         entries: Iterable[ElementEntry], statements: Iterable[RespondentStatement] = (),
         respondents: Sequence[UUID] = (), *, compute: Compute, tolerance: Tolerance = EXACT) -> Sorting:
    """Sort a case once; keep a :class:`Sorter` instead to sort it again as it is typed."""
    return Sorter(sheet, compute, tolerance).sort(workers, claims, entries, statements, respondents)


__all__ = ["ADMITTED_MARK", "CONTESTED", "DENIED", "EXACT", "SETTLED", "ClaimWorth", "ElementCell",
           "ElementEntry", "Issue", "RespondentStatement", "Sorter", "Sorting", "State", "Tolerance", "Word",
           "Worth", "admits", "sort"]
