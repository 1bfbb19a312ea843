"""Sorting: what each side says on every element, and what follows from it at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal
from uuid import UUID

from mediation_desk.domain import answers
from mediation_desk.domain.calculators.claims import CLAIMS, compute
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.elements import Element, ElementSheet
from mediation_desk.domain.money import Money
from mediation_desk.domain.relationship import RelationshipEntry
from mediation_desk.domain.sorting import Sorter, Sorting
from mediation_desk.domain.statements import ElementEntry, Tolerance
from mediation_desk.domain.vocabulary import Station
from mediation_desk.domain.words import N_, DeskError, Sentence
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import ask_amounts
from mediation_desk.store.work import Work

Voice = Literal["applicant", "respondent", "finding", "evidence", "note"]
SPOKEN: tuple[Voice, ...] = ("applicant", "respondent", "finding")


@dataclass(frozen=True)
class Saying:
    """One cell as a person filled it; an empty text takes the statement back.

    ``worker_id`` None: said for the whole case.
    """

    element: str
    worker_id: UUID | None
    voice: Voice
    text: str


@dataclass(frozen=True)
class Refused:
    """A cell that could not be read, and why."""

    saying: Saying
    error: DeskError


class SayingsRefused(DeskError):
    """Some cells could not be read; nothing was kept. ``refused`` says which and why."""

    def __init__(self, refused: Sequence[Refused]) -> None:
        super().__init__(N_("{count} cells could not be read, so nothing was changed. The first: {first}"),
                         field=refused[0].saying.element, count=len(refused),
                         first=refused[0].error.sentence)
        self.refused = tuple(refused)


def sheet(desk: Desk, case: Case) -> ElementSheet:
    """The combined sheet for the case's claims, each element asked once."""
    return desk.library.sheets.combined(dict.fromkeys(claim.claim for claim in case.claims))


def sorter(desk: Desk, case: Case) -> Sorter:
    """A sorter for the case; keep it while the case's page is open, it remembers what it computed."""
    settings = desk.settings
    award = partial(compute, figures=desk.figures, place=settings.region or None, on=case.received_on,
                    calendar=desk.calendar)
    return Sorter(sheet(desk, case), award,
                  Tolerance(settings.money_tolerance_fen, settings.date_tolerance_days))


def sort(case: Case, sorter: Sorter) -> Sorting:
    """States, amounts and ranked issues of the case as it stands."""
    claims: dict[UUID, list[str]] = {}
    for claim in case.claims:
        claims.setdefault(claim.worker_id, []).append(claim.claim)
    return sorter.sort([worker.id for worker in case.applicants], claims, case.entries)


def say(desk: Desk, case_id: UUID, sayings: Sequence[Saying]) -> Changes:
    """Keep what was said, shown or found: all of it, or none where a cell cannot be read."""
    with desk.case_work(case_id, "say") as (work, case):
        case.require_accepted()
        wanted = sheet(desk, case)
        _keep(work, case, _readings(wanted, sayings))
        case.advance(Station.SORTING)
        return work.commit()


def _readings(wanted: ElementSheet, sayings: Sequence[Saying]) -> list[tuple[Saying, str | None]]:
    """Each saying with its canonical answer, or all that cannot be read."""
    readings: list[tuple[Saying, str | None]] = []
    refused: list[Refused] = []
    for saying in sayings:
        try:
            readings.append((saying, _reading(wanted.element(saying.element), saying)))
        except DeskError as error:
            refused.append(Refused(saying, error))
    if refused:
        raise SayingsRefused(refused)
    return readings


def _reading(element: Element, saying: Saying) -> str | None:
    text = saying.text.strip()
    if saying.voice not in SPOKEN:
        return text
    return element.read(text) if text else None


def _keep(work: Work, case: Case, readings: Sequence[tuple[Saying, str | None]]) -> None:
    entries = {(entry.element, entry.worker_id): entry for entry in case.entries}
    for saying, answer in readings:
        key = (saying.element, saying.worker_id)
        if key not in entries:
            if not answer:
                continue
            entries[key] = _entry(work, case, saying)
        setattr(entries[key], saying.voice, answer)


def _entry(work: Work, case: Case, saying: Saying) -> ElementEntry:
    if saying.worker_id is not None:
        case.party(saying.worker_id)
    made = ElementEntry(id=work.new_key(), case_id=case.id, element=saying.element,
                        worker_id=saying.worker_id)
    case.entries_all.append(made)
    return made


def admit(desk: Desk, case_id: UUID, element: str, worker_id: UUID | None, voice: Voice) -> Changes:
    """One side admits what the other says."""
    with desk.case_work(case_id, "admit") as (work, case):
        case.require_accepted()
        entry = _said(case, element, worker_id)
        other = entry.respondent if voice == "applicant" else entry.applicant
        if other is None or other == answers.DENIED:
            raise DeskError(N_("The other side has not said anything on this yet."), field=element)
        setattr(entry, voice, answers.admits(answers.stated(other)))
        return work.commit()


def deny(desk: Desk, case_id: UUID, element: str, worker_id: UUID | None, voice: Voice) -> Changes:
    """One side denies what the other says, without a statement of its own."""
    return say(desk, case_id, [Saying(element, worker_id, voice, answers.DENIED)])


def _said(case: Case, element: str, worker_id: UUID | None) -> ElementEntry:
    for entry in case.entries:
        if (entry.element, entry.worker_id) == (element, worker_id):
            return entry
    raise DeskError(N_("The other side has not said anything on this yet."), field=element)


def ask_computed(desk: Desk, case_id: UUID) -> Changes:
    """Put the claims in figures: what the law gives on the applicants' own version."""
    with desk.case_reading(case_id) as (_work, case):
        outcome = sort(case, sorter(desk, case))
    amounts: dict[tuple[UUID, str], Money] = {}
    for worker, worths in outcome.worths.items():
        for claim, worth in worths.items():
            if worth.applicant.amount is not None:
                amounts[worker, claim] = worth.applicant.amount
    if not amounts:
        raise DeskError(N_("No claim can be computed yet; enter the applicants' statements first."))
    return ask_amounts(desk, case_id, amounts)


def weigh_factor(desk: Desk, case_id: UUID, factor: str, values: Mapping[str, str | None]) -> Changes:
    """Keep what is said on one factor of the relationship.

    ``values``: any of applicant, respondent, leaning, evidence and note.
    """
    with desk.case_work(case_id, "weigh_factor") as (work, case):
        case.require_accepted()
        entry = next((row for row in case.factors if row.factor == factor), None)
        if entry is None:
            entry = RelationshipEntry(id=work.new_key(), case_id=case_id, factor=factor)
            case.factors_all.append(entry)
        for name in ("applicant", "respondent", "leaning", "evidence", "note"):
            if name in values:
                setattr(entry, name, values[name])
        return work.commit()


def claim_names() -> dict[str, Sentence]:
    """Claim ids with their readable names, in the order of the vocabulary."""
    return {name: claim.label for name, claim in CLAIMS.items()}
