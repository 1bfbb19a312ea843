"""The versions of one worker's facts: the applicants', the respondents', and what is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from mediation_desk.domain.sorting.answers import DENIED
from mediation_desk.domain.sorting.elements import Element
from mediation_desk.domain.sorting.statements import (
    Tolerance,
    Word,
    Words,
    applicants_answer,
    found,
    version,
)

Hear = Callable[[Word], str | None]


@dataclass(frozen=True)
class Version:
    """One version of the facts: its answers; what is absent because it was denied or found not to be
    shown; and the elements on which that side has spoken at all."""

    answers: dict[str, str] = field(default_factory=dict)
    denied: dict[str, str] = field(default_factory=dict)
    spoke: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Sides:
    """``respondents`` are as many versions as they have: one where they speak alike, else one for each
    of ``parties``."""

    applicant: Version
    respondents: tuple[Version, ...]
    found: Version
    parties: tuple[UUID, ...] = ()

    @classmethod
    def of(cls, elements: Sequence[Element], words: Words, tolerance: Tolerance) -> Sides:
        """The versions that these words make."""
        said = [(element, words[element.id]) for element in elements if element.id in words]
        applicant = _applicants(said)
        parties = _parties(words)
        hears: list[Hear] = [lambda word, party=party: word.of(party) for party in parties]  # type: ignore[misc]
        respondents = tuple(_respondents(said, hear, applicant) for hear in hears or [_alike])
        return cls(applicant, respondents, _found(said, applicant, tolerance), parties)

    def ask(self, element: Element) -> bool:
        """Whether the element is asked: what is found decides, else any side's version."""
        if element.condition is None:
            return True
        if all(name in self.found.answers or name in self.found.denied
               for name in element.condition.names()):
            return element.condition.holds(self.found.answers)
        return any(element.condition.holds(one.answers) for one in (self.applicant, *self.respondents))


Said = Sequence[tuple[Element, Word]]


def _alike(word: Word) -> str | None:
    """What respondents say who speak alike."""
    return word.theirs[0]


def _parties(words: Mapping[str, Word]) -> tuple[UUID, ...]:
    """The respondents, where anything is answered differently by them."""
    apart = next((word for word in words.values() if len(word.theirs) > 1), None)
    return tuple(party for party, _ in apart.each) if apart else ()


def _applicants(said: Said) -> Version:
    made = Version()
    for element, word in said:
        answer = applicants_answer(element, word)
        if answer is not None:
            made.answers[element.id] = answer
        if word.applicant is not None:
            made.spoke.add(element.id)
    return made


def _respondents(said: Said, hear: Hear, applicant: Version) -> Version:
    made = Version()
    for element, word in said:
        own = hear(word)
        answer = version(element, own, word.applicant)
        if answer is not None:
            made.answers[element.id] = answer
        elif own == DENIED and element.id in applicant.answers:
            made.denied[element.id] = applicant.answers[element.id]
        if own is not None:
            made.spoke.add(element.id)
    return made


def _found(said: Said, applicant: Version, tolerance: Tolerance) -> Version:
    made = Version()
    for element, word in said:
        answer = found(element, word, tolerance)
        if answer is not None:
            made.answers[element.id] = answer
        if word.finding == DENIED and element.id in applicant.answers:
            made.denied[element.id] = applicant.answers[element.id]
    return made
