"""Parts: each worker's share of a sorting, counted and summed once for as long as nothing in it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.sorting.elements import Element
from mediation_desk.domain.sorting.stakes import ByClaim
from mediation_desk.domain.sorting.statements import State, Word
from mediation_desk.domain.sorting.valuation import Worth

Print = tuple[tuple[str, ...], frozenset[str], tuple[tuple[str, Word], ...], frozenset[str]]
"""What a part was made of: the worker's own claims, all that are made, the words, whose they are."""


@dataclass(frozen=True)
class ClaimWorth:
    """One claim of one worker: on the applicants' version, the respondent's, and as found.

    Where the respondents differ, ``each`` has it on every respondent's own version, and
    ``respondent`` is the lowest of those.
    """

    applicant: Worth
    respondent: Worth
    found: Worth
    each: Mapping[UUID, Worth] = field(default_factory=dict)

    def of(self, party: UUID) -> Worth:
        """On that respondent's version."""
        return self.each.get(party, self.respondent)

    @property
    def theirs(self) -> tuple[Worth, ...]:
        """On the versions of the respondents."""
        return tuple(self.each.values()) or (self.respondent,)

    @property
    def versions(self) -> tuple[Worth, ...]:
        """On the version of every side that has one."""
        return (self.applicant, *self.theirs)


class Tally(NamedTuple):
    """What claims come to on one version: the sum of the ``known``, which could be computed.

    ``left_out``: those that could not; ``unsaid``: on how many of these the side has not spoken yet.
    """

    amount: Money = ZERO
    known: int = 0
    left_out: int = 0
    unsaid: int = 0

    @classmethod
    def of(cls, worths: Iterable[Worth]) -> Tally:
        """Of these claims."""
        told = list(worths)
        amounts = [worth.amount for worth in told if worth.amount is not None]
        return cls(total(amounts), len(amounts), len(told) - len(amounts), sum(one.unsaid for one in told))

    @classmethod
    def all_of(cls, tallies: Sequence[Tally]) -> Tally:
        """Of several workers' claims together."""
        return cls(total(one.amount for one in tallies), sum(one.known for one in tallies),
                   sum(one.left_out for one in tallies), sum(one.unsaid for one in tallies))

    @property
    def sum(self) -> Money | None:
        """The sum; None where nothing could be computed."""
        return self.amount if self.known else None


@dataclass(frozen=True)
class ElementCell:
    """One element of one worker, or of the whole case (``worker_id`` None), as the page shows it.

    ``word`` is what counts there, the word given for all included.
    """

    element: Element
    worker_id: UUID | None
    word: Word
    state: State


@dataclass(frozen=True)
class Part:
    """One worker's share of the outcome, the same one as long as the worker's words and claims stay."""

    print: Print
    states: Mapping[str, State]  # of every element
    worths: Mapping[str, ClaimWorth]
    disputes: Mapping[str, ByClaim]
    cells: tuple[ElementCell, ...]

    @cached_property
    def tallies(self) -> Mapping[str, Tally]:
        """What the worker's claims come to, by version: ``applicant``, ``respondent`` and ``found``."""
        return {name: Tally.of(getattr(worth, name) for worth in self.worths.values())
                for name in ("applicant", "respondent", "found")}

    @cached_property
    def each(self) -> Mapping[UUID, Tally]:
        """What they come to on each respondent's version; nothing where the respondents speak alike."""
        parties = dict.fromkeys(party for worth in self.worths.values() for party in worth.each)
        return {party: Tally.of(worth.of(party) for worth in self.worths.values()) for party in parties}

    @cached_property
    def open_to_some(self) -> tuple[int, int]:
        """How many claims cannot be computed on some respondent's version, and on how many of these
        such a respondent has not spoken yet."""
        open_ = [[one for one in worth.theirs if one.amount is None] for worth in self.worths.values()]
        return sum(map(bool, open_)), sum(any(one.unsaid for one in ones) for ones in open_)

    @cached_property
    def counts(self) -> Counter[State]:
        """How many of the worker's own cells are in each state."""
        return Counter(cell.state for cell in self.cells)

    @cached_property
    def applying(self) -> frozenset[str]:
        """The elements of the worker's own cells that apply."""
        return frozenset(cell.element.id for cell in self.cells if cell.state is not State.NOT_APPLICABLE)
