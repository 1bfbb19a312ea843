"""What the sorting page shows: the case, what its sorting came to, and the sorter kept between readings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Party
from mediation_desk.domain.sorting.answers import DENIED, stated
from mediation_desk.domain.sorting.elements import Element, ElementType
from mediation_desk.domain.sorting.sorting import ClaimWorth, Sorter, Sorting
from mediation_desk.domain.sorting.statements import State, Word
from mediation_desk.domain.sorting.sums import VersionSum, applicants_sum, found_sum, respondents_sum
from mediation_desk.domain.sorting.valuation import Worth
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.look import chips
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.library.law import CitationBook, shipped_citations
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying, Voice

Key = tuple[str, UUID | None, Voice, UUID | None]
"""Element, worker (None: the whole case), whose word, and the respondent who speaks for itself alone."""

MEANINGS: Mapping[State, tuple[str, str]] = MappingProxyType({
    State.AGREED: ("agreed", "check-circle"), State.ADMITTED: ("agreed", "handshake"),
    State.DISPUTED: ("disputed", "warning"), State.ONE_SIDED: ("accent", "circle-half"),
    State.MISSING: ("missing", "circle-dashed"), State.NOT_APPLICABLE: ("muted", "minus-circle")})
VOICES: Mapping[Voice, str] = MappingProxyType({
    "applicant": N_("Applicants' statement"), "respondent": N_("Respondent's statement"),
    "finding": N_("Finding"), "evidence": N_("Evidence"), "note": N_("Note")})
INKS: Mapping[str, str] = MappingProxyType({"applicant": "applicants", "respondent": "respondents"})
SUMS = MappingProxyType({"applicant": applicants_sum, "respondent": respondents_sum, "found": found_sum})
VERSIONS: Mapping[str, str] = MappingProxyType({
    "applicant": N_("Applicants' version"), "respondent": N_("Respondent's version"),
    "found": N_("On the findings")})


def chip(state: State, count: int | None = None) -> chips.State:
    """A state as word, sign and colour; with how many there are of it."""
    meaning, picture = MEANINGS[state]
    text = tr(state.label)
    return chips.State(text if count is None else f"{text} {count}", meaning, picture)


def said(element: Element, answer: str | None, language: str) -> str:
    """An answer as a grid shows it, such that it can be read back in; lists only by their length."""
    if answer is None:
        return ""
    if element.type is ElementType.LIST and answer != DENIED:
        count = len(json.loads(stated(answer)))
        return tr_count("{count} item", "{count} items", count)
    if element.type is ElementType.DATE and answer != DENIED:
        return stated(answer)  # the same in both languages, so that columns of dates line up
    return element.show(answer, language)


def of_voice(word: Word, voice: Voice) -> str | None:
    """One side's word, or the finding."""
    return {"applicant": word.applicant, "respondent": word.respondent, "finding": word.finding}.get(voice)


def answerable(word: Word, voice: Voice) -> bool:
    """Whether the other side has said something there that this side can admit or deny."""
    heard = word.theirs if voice == "applicant" else (word.applicant,)
    return any(answer not in (None, DENIED) for answer in heard)


def of_version(worth: ClaimWorth, name: str) -> Worth:
    """What a claim comes to on a version: ``applicant``, ``respondent`` or ``found``."""
    return {"applicant": worth.applicant, "respondent": worth.respondent, "found": worth.found}[name]


def titled(element: Element, language: str) -> str:
    """An element's label with its unit."""
    unit, name = element.unit.text(language), element.label.text(language)
    return tr("{title} ({unit})", title=name, unit=unit) if unit else name


@dataclass(frozen=True)
class Sight:
    """A reading of the case with its sorting."""

    case: Case
    outcome: Sorting
    language: str
    book: CitationBook

    def name(self, worker: UUID | None) -> str:
        """The worker's name; the whole case's where there is none."""
        return self.case.party(worker).name if worker else tr("Whole case")

    def kept(self, key: Key) -> str | None:
        """The answer, evidence or note that counts in a place."""
        element, worker, voice, party = key
        if voice in ("evidence", "note"):
            entry = self.outcome.entries.get((element, worker))
            return getattr(entry, voice) if entry else ""
        word = self.outcome.cell(element, worker).word
        return word.of(party) if party else of_voice(word, voice)

    @cached_property
    def respondents(self) -> Sequence[Party]:
        """Those who may say different things; nobody where there is only one."""
        found = self.case.respondents
        return found if len(found) > 1 else ()

    def apart(self, element: str, worker: UUID | None) -> bool:
        """Whether some respondent has a statement of its own there."""
        return bool(self.outcome.cell(element, worker).word.each)

    def sum_of(self, version: str) -> VersionSum:
        """What all claims come to on a version: ``applicant``, ``respondent`` or ``found``."""
        return SUMS[version](self.outcome)


def labels(sight: Sight, elements: Iterable[str]) -> str:
    """Several elements by their labels."""
    apart = "、" if sight.language.startswith("zh") else ", "
    return apart.join(sight.outcome.sheet.element(name).label.text(sight.language) for name in elements)


class Sitting:
    """Sees ahead what a saying will come to, with a sorter of its own that sorts only who is spoken of."""

    def __init__(self, desk: Desk, language: str) -> None:
        self._desk, self._language = desk, language
        self._quick: Sorter | None = None
        self._made_for: tuple[object, ...] = ()
        self._book: CitationBook | None = None

    def sight(self, case: Case, outcome: Sorting) -> Sight:
        """The case as it stands, sorted."""
        made_for = (self._desk.settings, self._desk.figures, case.received_on, outcome.sheet)
        if self._made_for != made_for:
            self._quick, self._made_for = None, made_for
        self._book = self._book or shipped_citations()
        return Sight(case, outcome, self._language, self._book)

    def foreseen(self, sight: Sight, sayings: Sequence[Saying]) -> Sight | None:
        """The sight as it will be once these are kept: states and amounts, the issues follow later.

        None where more than a few workers are spoken of, or something cannot be read.
        """
        self._quick = self._quick or sorting.sorter(self._desk, sight.case)
        outcome = sorting.foresee(self._quick, sight.outcome, sayings)
        return replace(sight, outcome=outcome) if outcome else None
