"""What the sorting page shows: the case, what its sorting came to, and the sorter kept between readings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.sorting.answers import DENIED, stated
from mediation_desk.domain.sorting.elements import Element, ElementType
from mediation_desk.domain.sorting.sorting import ClaimWorth, Sorter, Sorting
from mediation_desk.domain.sorting.statements import ElementEntry, State, Word
from mediation_desk.domain.sorting.valuation import Worth
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.look import chips
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.library.law import CitationBook, shipped_citations
from mediation_desk.services.desk import Desk
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import SPOKEN, Saying, Voice

FORESEEN_WORKERS = 8  # more take as long as a whole sorting off the UI thread
Key = tuple[str, UUID | None, Voice]  # element, worker (None: the whole case), whose word

MEANINGS: Mapping[State, tuple[str, str]] = MappingProxyType({
    State.AGREED: ("agreed", "check-circle"), State.ADMITTED: ("agreed", "handshake"),
    State.DISPUTED: ("disputed", "warning"), State.ONE_SIDED: ("accent", "circle-half"),
    State.MISSING: ("missing", "circle-dashed"), State.NOT_APPLICABLE: ("muted", "minus-circle")})
VOICES: Mapping[Voice, str] = MappingProxyType({
    "applicant": N_("Applicants' statement"), "respondent": N_("Respondent's statement"),
    "finding": N_("Finding"), "evidence": N_("Evidence"), "note": N_("Note")})
INKS: Mapping[str, str] = MappingProxyType({"applicant": "applicants", "respondent": "respondents"})
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
        count = stated(answer).count("{")
        return tr_count("{count} item", "{count} items", count)
    if element.type is ElementType.DATE and answer != DENIED:
        return stated(answer)  # the same in both languages, so that columns of dates line up
    return element.show(answer, language)


def of_voice(word: Word, voice: Voice) -> str | None:
    """One side's word, or the finding."""
    return {"applicant": word.applicant, "respondent": word.respondent, "finding": word.finding}.get(voice)


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
        element, worker, voice = key
        if voice in ("evidence", "note"):
            entry = self.outcome.entries.get((element, worker))
            return getattr(entry, voice) if entry else ""
        return of_voice(self.outcome.cell(element, worker).word, voice)


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
        spoken = {saying.worker_id for saying in sayings}
        workers = [worker for worker in sight.outcome.workers if worker in spoken]
        if len(workers) != len(spoken) or len(workers) > FORESEEN_WORKERS:
            return None
        try:
            entries = _said_over(sight, sayings, set(workers))
        except DeskError:
            return None
        claims = {worker: list(part.worths) for worker, part in sight.outcome.parts.items()}
        self._quick = self._quick or sorting.sorter(self._desk, sight.case)
        part = self._quick.sort([*workers, *_making(claims, workers)], claims, entries)
        return replace(sight, outcome=_merged(sight.outcome, part, set(workers)))


def _making(claims: Mapping[UUID, list[str]], workers: Iterable[UUID]) -> list[UUID]:
    """Other workers, so that every claim made in the case is made by somebody: what applies to one
    worker depends on that."""
    wanted = {claim for own in claims.values() for claim in own}
    wanted -= {claim for worker in workers for claim in claims.get(worker, ())}
    others = []
    for worker, own in claims.items():
        if not wanted.isdisjoint(own):
            others.append(worker)
            wanted.difference_update(own)
    return others


def _said_over(sight: Sight, sayings: Sequence[Saying], workers: set[UUID]) -> list[ElementEntry]:
    """What stands for these workers and for all, with the sayings over it; DeskError for a bad one."""
    kept = {key: entry for key, entry in sight.outcome.entries.items()
            if key[1] is None or key[1] in workers}
    for saying in sayings:
        key = (saying.element, saying.worker_id)
        old, element = kept.get(key), sight.outcome.cell(*key).element
        text = saying.text.strip()
        said = (element.read(text) if text else None) if saying.voice in SPOKEN else text
        words = {name: getattr(old, name) for name in ("applicant", "respondent", "finding", "evidence",
                                                       "note")} if old else {}
        kept[key] = ElementEntry(id=old.id if old else sight.case.id, case_id=sight.case.id,
                                 element=saying.element, worker_id=saying.worker_id,
                                 **{**words, saying.voice: said})
    return list(kept.values())


def _merged(whole: Sorting, part: Sorting, workers: set[UUID]) -> Sorting:
    """The whole with these workers' part in place of what it had for them."""
    return replace(whole, parts={**whole.parts, **{worker: part.parts[worker] for worker in workers}},
                   cells={**whole.cells, **{key: cell for key, cell in part.cells.items()
                                            if key[1] in workers}},
                   entries={**whole.entries, **part.entries})
