"""Sorting: what each side says on every element, and what follows from it at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal
from uuid import UUID

from mediation_desk.domain.calculators.claims import CLAIMS, Limitation, compute
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.limitation import Interruption, InterruptionKind, TimeLeft, standing
from mediation_desk.domain.merging import Place as Ground
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.sorting import answers
from mediation_desk.domain.sorting.elements import Element, ElementSheet
from mediation_desk.domain.sorting.outlook import Outlook, outlook
from mediation_desk.domain.sorting.relationship import RelationshipEntry, leaning_of
from mediation_desk.domain.sorting.sorting import Sorter, Sorting
from mediation_desk.domain.sorting.statements import ElementEntry, State, Tolerance, version
from mediation_desk.domain.vocabulary import Outcome, Refusal, Station
from mediation_desk.domain.words import N_, DeskError, Sentence
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.registering import put_in_figures
from mediation_desk.store.work.work import Work

Voice = Literal["applicant", "respondent", "finding", "evidence", "note"]
SPOKEN: tuple[Voice, ...] = ("applicant", "respondent", "finding")
LAST_DAY = "employed_until"  # the element that says when employment ended


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
    """Some cells mean nothing; none of them was kept. ``refused`` says which and why."""

    def __init__(self, refused: Sequence[Refused]) -> None:
        super().__init__(N_("{count} cells could not be read, so nothing was changed. The first: {first}"),
                         field=refused[0].saying.element, count=len(refused),
                         first=refused[0].error.sentence)
        self.refused = tuple(refused)


def sheet(desk: Desk, case: Case) -> ElementSheet:
    """The combined sheet for the case's claims and chosen sheets, each element asked once."""
    return desk.library.sheets.combined(dict.fromkeys(claim.claim for claim in case.claims),
                                        also=case.dispute_sheets.split())


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


def say(desk: Desk, case_id: UUID, sayings: Sequence[Saying], seen: Seen | None = None) -> Changes:
    """Keep what was said, shown or found: all of it, or none where a cell cannot be read."""
    with desk.case_work(case_id, "say", seen) as (work, case):
        _keep(work, case, _readings(sheet(desk, case), sayings))
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
    """Write the answers where they belong; nobody says anything for a worker who is not there."""
    for worker in {saying.worker_id for saying, _answer in readings if saying.worker_id}:
        case.party(worker)
    entries = {(entry.element, entry.worker_id): entry for entry in case.entries}
    for saying, answer in readings:
        key = (saying.element, saying.worker_id)
        if key not in entries:
            if not answer:
                continue
            entries[key] = _entry(work, case, saying)
        setattr(entries[key], saying.voice, answer)


def _entry(work: Work, case: Case, saying: Saying) -> ElementEntry:
    made = ElementEntry(id=work.new_key(), case_id=case.id, element=saying.element,
                        worker_id=saying.worker_id)
    case.entries_all.append(made)
    return made


Place = tuple[str, UUID | None]  # element, and the worker or None for the whole case


def admit(desk: Desk, case_id: UUID, element: str, worker_id: UUID | None, voice: Voice,
          seen: Seen | None = None) -> Changes:
    """One side admits what the other says."""
    return admit_all(desk, case_id, [(element, worker_id)], voice, seen)


def admit_all(desk: Desk, case_id: UUID, places: Sequence[Place], voice: Voice,
              seen: Seen | None = None) -> Changes:
    """One side admits what the other says in each of these places: in all of them, or in none.

    The words admitted are those that the person saw.
    """
    with desk.case_work(case_id, "admit", seen) as (work, case):
        wanted = sheet(desk, case)
        _keep(work, case, [_admission(work, case, wanted.element(name).id, worker, voice)
                           for name, worker in places])
        case.advance(Station.SORTING)
        return work.commit()


def _admission(work: Work, case: Case, element: str, worker_id: UUID | None,
               voice: Voice) -> tuple[Saying, str | None]:
    """The other side's word there, or the one it gave for all, as this side's admission."""
    others = _others(work, case, element, worker_id, voice)
    other = next((word for word in others if word is not None), None)
    if other is None or other == answers.DENIED:
        raise DeskError(N_("The other side has not said anything on this yet."), field=element)
    return Saying(element, worker_id, voice, ""), answers.admits(answers.stated(other))


def _others(work: Work, case: Case, element: str, worker_id: UUID | None, voice: Voice) -> list[str | None]:
    """What the other side says there, and for all; what follows from it rests on these words."""
    theirs: Voice = "respondent" if voice == "applicant" else "applicant"
    said = {entry.worker_id: entry for entry in case.entries if entry.element == element}
    there = [said[worker] for worker in dict.fromkeys((worker_id, None)) if worker in said]
    work.grounds += [Ground("element_entries", str(entry.id), theirs) for entry in there]
    return [getattr(entry, theirs) for entry in there]


def deny(desk: Desk, case_id: UUID, element: str, worker_id: UUID | None, voice: Voice,
         seen: Seen | None = None) -> Changes:
    """One side denies what the other says, without a statement of its own."""
    return deny_all(desk, case_id, [(element, worker_id)], voice, seen)


def deny_all(desk: Desk, case_id: UUID, places: Sequence[Place], voice: Voice,
             seen: Seen | None = None) -> Changes:
    """One side denies what the other says in each of these places: the words that the person saw."""
    with desk.case_work(case_id, "say", seen) as (work, case):
        for name, worker in places:
            _others(work, case, name, worker, voice)
        sayings = [Saying(name, worker, voice, answers.DENIED) for name, worker in places]
        _keep(work, case, _readings(sheet(desk, case), sayings))
        case.advance(Station.SORTING)
        return work.commit()


def ask_computed(desk: Desk, case_id: UUID, seen: Seen | None = None) -> Changes:
    """Put the claims in figures: what the law gives on the applicants' own version, as it was seen."""
    with desk.case_work(case_id, "ask_computed", seen) as (work, case):
        outcome = sort(case, sorter(desk, case))
        amounts = {(worker, claim): worth.applicant.amount for worker, worths in outcome.worths.items()
                   for claim, worth in worths.items() if worth.applicant.amount is not None}
        if not amounts:
            raise DeskError(N_("No claim can be computed yet; enter the applicants' statements first."))
        put_in_figures(case, amounts)
        return work.commit(lists=("cases",))


def weigh_factor(desk: Desk, case_id: UUID, factor: str, values: Mapping[str, str | None],
                 seen: Seen | None = None) -> Changes:
    """Keep what is said on one factor of the relationship.

    ``values``: any of applicant, respondent, leaning, evidence and note.
    """
    with desk.case_work(case_id, "weigh_factor", seen) as (work, case):
        entry = next((row for row in case.factors if row.factor == factor), None)
        if entry is None:
            entry = RelationshipEntry(id=work.new_key(), case_id=case_id, factor=factor)
            case.factors_all.append(entry)
        for name, word in values.items():
            setattr(entry, name, _of_factor(name, word))
        return work.commit()


def _of_factor(name: str, word: str | None) -> str | None:
    """One particular of a factor as it is stored."""
    if name == "leaning":
        return leaning_of(word).value if word else None
    if name not in ("applicant", "respondent", "evidence", "note"):
        raise ValueError(f"a factor has no {name}")
    return (word or "").strip()


def prospect(desk: Desk, outcome: Sorting) -> Outlook:
    """What awaits the sides when the workers apply for arbitration today."""
    wage = desk.figures.minimum_wage(desk.settings.region or None, desk.today)
    return outlook(outcome, filed_on=desk.today, calendar=desk.calendar,
                   minimum_wage=wage.amount if wage else None)


def limits(desk: Desk, case: Case, outcome: Sorting) -> dict[tuple[UUID, str], TimeLeft]:
    """How long each worker's claims can still be taken to arbitration.

    The time is counted from the last day of employment, by which a breach was known at the
    latest, and runs anew from the application for mediation, a failed mediation and a referral.
    A claim other than for wages with no last day stated is left out: nothing can be counted.
    """
    standings = {}
    for claim in case.claims:
        ended = _last_day(outcome, claim.worker_id)
        rule = CLAIMS[claim.claim].limitation
        if ended is not None or rule is Limitation.WAGES:
            standings[claim.worker_id, claim.claim] = standing(
                rule, on=desk.today, known_on=ended, employment_ended_on=ended,
                interruptions=_interruptions(case), calendar=desk.calendar)
    return standings


def _last_day(outcome: Sorting, worker: UUID) -> date | None:
    """The last day of employment on the applicants' version; None: none stated, or still at work."""
    if State.NOT_APPLICABLE is outcome.states[worker].get(LAST_DAY, State.NOT_APPLICABLE):
        return None
    cell = outcome.cell(LAST_DAY, worker)
    said = version(cell.element, cell.word.applicant, cell.word.respondent)
    return date.fromisoformat(said) if said else None


def _interruptions(case: Case) -> list[Interruption]:
    """What has made the time run anew so far, read off the case (Provisions, art. 31)."""
    found = [Interruption(case.received_on, InterruptionKind.APPLICATION)]
    ending = {Outcome.NO_AGREEMENT: InterruptionKind.MEDIATION_FAILED,
              Outcome.REFERRED: InterruptionKind.REFERRAL}
    if case.closed_on and case.outcome in ending:
        found.append(Interruption(case.closed_on, ending[case.outcome]))
    if case.refused_on and case.refusal is Refusal.NO_CONSENT:
        found.append(Interruption(case.refused_on, InterruptionKind.MEDIATION_REFUSED))
    return found


def claim_names() -> dict[str, Sentence]:
    """Claim ids with their readable names, in the order of the vocabulary."""
    return {name: claim.label for name, claim in CLAIMS.items()}
