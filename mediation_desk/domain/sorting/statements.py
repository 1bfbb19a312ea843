"""Statements: who says what to each element, and the state that leaves it in.

Statements are canonical answers (see ``answers``), or DENIED, or an admission. A worker's own word
goes before the word given for all: an entry without a worker speaks for every worker who has none
of their own, whatever the element's scope, and each of its statements falls through by itself.

The respondents speak together unless they differ: then each has a statement of its own, which goes
before the one given for all of them, and a fact is agreed only when every one of them agrees.

Each side's *version* is its own statements. Where a side is silent, its version takes the other's:
nobody has contested it. Where a side denies without a version of its own, yes and no are turned
round, and any other fact is absent: a claim that cannot be computed without it is then worth
nothing on that version, because the fact it rests on is contested and not replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
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


@dataclass(eq=False, kw_only=True)
class RespondentStatement:
    """What one respondent says of its own on an element, for one worker or (None) for all, where
    the respondents differ. It goes before what was said for all respondents together."""

    id: UUID
    case_id: UUID
    element: str
    worker_id: UUID | None
    party_id: UUID
    said: str | None = None
    removed_at: datetime | None = None


@dataclass(frozen=True)
class Tolerance:
    """How far two statements may differ and still agree: fen for money, days for dates."""

    money_fen: int = 0
    days: int = 0


EXACT = Tolerance()


class Word(NamedTuple):
    """The canonical answers that count for one worker and one element.

    ``respondent`` speaks for every respondent. Where one has a statement of its own, ``each`` has
    the answer of every respondent, in their order.
    """

    applicant: str | None = None
    respondent: str | None = None
    finding: str | None = None
    each: tuple[tuple[UUID, str | None], ...] = ()

    @property
    def theirs(self) -> tuple[str | None, ...]:
        """What the respondents answer: one answer where they speak alike."""
        return tuple(dict.fromkeys(answer for _, answer in self.each)) if self.each else (self.respondent,)

    @property
    def heard(self) -> str | None:
        """The one answer that respondents gave; None where none did, or where they contradict each other."""
        given = [answer for answer in self.theirs if answer is not None]
        return given[0] if len(given) == 1 else None

    def of(self, party: UUID) -> str | None:
        """That respondent's answer."""
        return dict(self.each).get(party, self.respondent)

    def over(self, other: Word) -> Word:
        """This word, and where it is silent the other's."""
        return Word(other.applicant if self.applicant is None else self.applicant,
                    other.respondent if self.respondent is None else self.respondent,
                    other.finding if self.finding is None else self.finding)


SILENCE = Word()
Words = Mapping[str, Word]  # element id -> word


def state_of(element: Element, word: Word, tolerance: Tolerance = EXACT) -> State:
    """The state that the statements leave an element in, not looking at its condition.

    An optional element that nobody has raised is not applicable, not missing. A denial of
    something that nobody has stated leaves it missing. Of several respondents one suffices to
    dispute, and all must agree.
    """
    states = {_between(element, word.applicant, theirs, tolerance) for theirs in word.theirs}
    if len(word.theirs) == 1:
        return states.pop()
    if State.DISPUTED in states or (word.applicant is None and word.heard is None):
        return State.DISPUTED
    if states <= SETTLED:
        return State.ADMITTED if State.ADMITTED in states else State.AGREED
    return State.ONE_SIDED if State.ONE_SIDED in states else State.MISSING


def _between(element: Element, ours: str | None, theirs: str | None, tolerance: Tolerance) -> State:
    """How the applicants and one respondent stand to each other."""
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


def applicants_answer(element: Element, word: Word) -> str | None:
    """The answer on the applicants' version."""
    return version(element, word.applicant, word.heard)


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


Place = tuple[str, UUID | None]  # element, and the worker or None for all


@dataclass(frozen=True)
class Spoken:
    """All entries of a case, arranged to be asked for one worker or for the case.

    ``apart``: what single respondents say of their own; ``respondents`` is their order.
    """

    common: Words
    own: Mapping[UUID, Words]
    entries: Mapping[Place, ElementEntry]
    apart: Mapping[Place, Mapping[UUID, str]] = field(default_factory=dict)
    respondents: tuple[UUID, ...] = ()

    def words(self, worker: UUID) -> dict[str, Word]:
        """What counts for that worker."""
        words = dict(self.common)
        for name, word in self.own.get(worker, {}).items():
            words[name] = word.over(self.common.get(name, SILENCE))
        for name in dict.fromkeys((*self._apart_of.get(None, ()), *self._apart_of.get(worker, ()))):
            words[name] = self._with_each(words.get(name, SILENCE), name, worker)
        return words

    def whole(self, element: str) -> Word:
        """What was said for all."""
        return self._with_each(self.common.get(element, SILENCE), element, None)

    def names_of(self, worker: UUID) -> frozenset[str]:
        """The elements on which something was said for that worker alone."""
        return frozenset(self.own.get(worker, ())) | frozenset(self._apart_of.get(worker, ()))

    @cached_property
    def _apart_of(self) -> Mapping[UUID | None, Sequence[str]]:
        """The elements on which single respondents have own words, by whom they speak of."""
        names: dict[UUID | None, list[str]] = {}
        for name, worker in self.apart:
            names.setdefault(worker, []).append(name)
        return names

    def _with_each(self, word: Word, element: str, worker: UUID | None) -> Word:
        """The word with each respondent's own answer, where one of them has one."""
        said = {**self.apart.get((element, None), {}), **self.apart.get((element, worker), {})}
        if not said:
            return word
        return word._replace(each=tuple((party, said.get(party, word.respondent))
                                        for party in self.respondents))


def arranged(entries: Iterable[ElementEntry], statements: Iterable[RespondentStatement] = (),
             respondents: Sequence[UUID] = ()) -> Spoken:
    """The entries by element and worker; removed ones are left out, later ones go before.

    ``statements`` of somebody who is no respondent (any more) do not count.
    """
    common: dict[str, Word] = {}
    own: dict[UUID, dict[str, Word]] = {}
    by_place: dict[Place, ElementEntry] = {}
    for entry in entries:
        if entry.removed_at is None:
            shelf = common if entry.worker_id is None else own.setdefault(entry.worker_id, {})
            shelf[entry.element] = Word(entry.applicant, entry.respondent, entry.finding)
            by_place[entry.element, entry.worker_id] = entry
    return Spoken(common, own, by_place, _apart(statements, respondents), tuple(respondents))


def _apart(statements: Iterable[RespondentStatement],
           respondents: Sequence[UUID]) -> dict[Place, dict[UUID, str]]:
    apart: dict[Place, dict[UUID, str]] = {}
    for one in statements:
        if one.removed_at is None and one.said is not None and one.party_id in respondents:
            apart.setdefault((one.element, one.worker_id), {})[one.party_id] = one.said
    return apart
