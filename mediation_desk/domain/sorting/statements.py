"""Statements: who says what to each element, and the state that leaves it in.

Statements are canonical answers (see ``answers``), or DENIED, or an admission. A worker's own word
goes before the word given for all: an entry without a worker speaks for every worker who has none
of their own, whatever the element's scope, and each of its statements falls through by itself.

Each side's *version* is its own statements. Where a side is silent, its version takes the other's:
nobody has contested it. Where a side denies without a version of its own, yes and no are turned
round, and any other fact is absent: a claim that cannot be computed without it is then worth
nothing on that version, because the fact it rests on is contested and not replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from mediation_desk.domain.sorting.answers import DENIED, is_admission, stated
from mediation_desk.domain.sorting.elements import Element, ElementType
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_


class State(Term):
    """How the sides stand to each other on one element."""

    AGREED = "agreed", N_("Agreed")
    ADMITTED = "admitted", N_("Admitted")
    DISPUTED = "disputed", N_("Disputed")
    ONE_SIDED = "one_sided", N_("One-sided")
    MISSING = "missing", N_("Missing")
    NOT_APPLICABLE = "not_applicable", N_("Not applicable")


SETTLED = frozenset({State.AGREED, State.ADMITTED})
CONTESTED = frozenset({State.DISPUTED, State.ONE_SIDED})


@dataclass(eq=False, kw_only=True)
class ElementEntry:
    """What was said, shown and found about one element, for one worker or (None) for all."""

    id: UUID
    case_id: UUID
    element: str
    worker_id: UUID | None
    applicant: str | None = None
    respondent: str | None = None
    finding: str | None = None
    evidence: str = ""
    note: str = ""
    removed_at: datetime | None = None


@dataclass(frozen=True)
class Tolerance:
    """How far two statements may differ and still agree: fen for money, days for dates."""

    money_fen: int = 0
    days: int = 0


EXACT = Tolerance()


class Word(NamedTuple):
    """The three canonical answers that count for one worker and one element."""

    applicant: str | None = None
    respondent: str | None = None
    finding: str | None = None

    def over(self, other: Word) -> Word:
        """This word, and where it is silent the other's."""
        return Word(other.applicant if self.applicant is None else self.applicant,
                    other.respondent if self.respondent is None else self.respondent,
                    other.finding if self.finding is None else self.finding)


SILENCE = Word()
Words = Mapping[str, Word]  # element id -> word


def state_of(element: Element, word: Word, tolerance: Tolerance = EXACT) -> State:
    """The state that two statements leave an element in, not looking at its condition.

    An optional element that nobody has raised is not applicable, not missing. A denial of
    something that nobody has stated leaves it missing.
    """
    ours, theirs = word.applicant, word.respondent
    if (ours is None or ours == DENIED) and (theirs is None or theirs == DENIED):
        silent = ours is None and theirs is None
        return State.NOT_APPLICABLE if element.optional and silent else State.MISSING
    if ours is None or theirs is None:
        return State.ONE_SIDED
    if DENIED in (ours, theirs) or not element.same(
            stated(ours), stated(theirs), money_fen=tolerance.money_fen, days=tolerance.days):
        return State.DISPUTED
    return State.ADMITTED if is_admission(ours) or is_admission(theirs) else State.AGREED


def version(element: Element, own: str | None, others: str | None) -> str | None:
    """The answer on one side's version: its own, else the other's, a denial turned round."""
    if own == DENIED:
        return _negated(element, others)
    if own is not None:
        return stated(own)
    return None if others in (None, DENIED) else stated(others or "")


def _negated(element: Element, others: str | None) -> str | None:
    """What is left when a side denies: the opposite of a yes or no, nothing of anything else."""
    if element.type is not ElementType.YES_NO or others in (None, DENIED):
        return None
    return "no" if stated(others or "") == "yes" else "yes"


def found(element: Element, word: Word, tolerance: Tolerance = EXACT) -> str | None:
    """The answer to go by: the mediator's finding, else what is agreed (the applicants' words
    where a tolerance bridged a difference), else none. A finding DENIED means: not shown."""
    if word.finding is not None:
        return None if word.finding == DENIED else stated(word.finding)
    if state_of(element, word, tolerance) in SETTLED:
        return stated(word.applicant or "")
    return None


@dataclass(frozen=True)
class Spoken:
    """All entries of a case, arranged to be asked for one worker or for the case."""

    common: Words
    own: Mapping[UUID, Words]
    entries: Mapping[tuple[str, UUID | None], ElementEntry]

    def words(self, worker: UUID) -> dict[str, Word]:
        """What counts for that worker."""
        words = dict(self.common)
        for name, word in self.own.get(worker, {}).items():
            words[name] = word.over(self.common.get(name, SILENCE))
        return words


def arranged(entries: Iterable[ElementEntry]) -> Spoken:
    """The entries by element and worker; removed ones are left out, later ones go before."""
    common: dict[str, Word] = {}
    own: dict[UUID, dict[str, Word]] = {}
    by_place: dict[tuple[str, UUID | None], ElementEntry] = {}
    for entry in entries:
        if entry.removed_at is None:
            shelf = common if entry.worker_id is None else own.setdefault(entry.worker_id, {})
            shelf[entry.element] = Word(entry.applicant, entry.respondent, entry.finding)
            by_place[entry.element, entry.worker_id] = entry
    return Spoken(common, own, by_place)
