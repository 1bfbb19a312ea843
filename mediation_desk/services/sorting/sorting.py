"""Sorting: what each side says on every element, and what follows from it at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cache, partial
from typing import Literal
from uuid import UUID

from mediation_desk.domain.calculators.claims import CLAIMS, Limitation, compute
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.limitation import Interruption, InterruptionKind, TimeLeft, standing
from mediation_desk.domain.money import Money
from mediation_desk.domain.sorting import answers
from mediation_desk.domain.sorting.elements import Element, ElementSheet
from mediation_desk.domain.sorting.outlook import Outlook, outlook
from mediation_desk.domain.sorting.relationship import RelationshipEntry
from mediation_desk.domain.sorting.sorting import Sorter, Sorting
from mediation_desk.domain.sorting.statements import ElementEntry, State, Tolerance, version
from mediation_desk.domain.vocabulary import Outcome, Refusal, Station
from mediation_desk.domain.words import N_, DeskError, Sentence
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.registering import ask_amounts
from mediation_desk.store.work.sayings import Place
from mediation_desk.store.work.work import Work

Voice = Literal["applicant", "respondent", "finding", "evidence", "note"]
SPOKEN: tuple[Voice, ...] = ("applicant", "respondent", "finding")
LAST_DAY = "employed_until"  # the element that says when employment ended


class Unseen(Enum):
    """That nobody looked at what stands in a cell before writing there."""

    UNSEEN = "unseen"


@dataclass(frozen=True)
class Saying:
    """One cell as a person filled it; an empty text takes the statement back.

    ``worker_id`` None: said for the whole case. ``seen``: what stood there when the person wrote,
    as it is stored or as it was typed; where something else stands by now, the saying is refused.
    """

    element: str
    worker_id: UUID | None
    voice: Voice
    text: str
    seen: str | Unseen | None = Unseen.UNSEEN


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
    """The combined sheet for the case's claims and chosen sheets, each element asked once."""
    return desk.library.sheets.combined(dict.fromkeys(claim.claim for claim in case.claims),
                                        also=case.dispute_sheets.split())


def _asked(desk: Desk, work: Work, case: Case) -> ElementSheet:
    """The same sheet for whoever writes in it, without the claims of two hundred workers."""
    return desk.library.sheets.combined(work.sayings.claims_made(case.id), also=case.dispute_sheets.split())


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
        wanted = _asked(desk, work, case)
        readings = _readings(wanted, sayings)
        said = work.sayings.at(case.id, [(saying.element, saying.worker_id) for saying in sayings])
        _require_unchanged(wanted, said, readings)
        _keep(work, case, said, readings)
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


def _require_unchanged(wanted: ElementSheet, said: Mapping[Place, ElementEntry],
                       readings: Sequence[tuple[Saying, str | None]]) -> None:
    """Refuse to write over what somebody else wrote since the person looked."""
    refused = []
    for saying, answer in readings:
        entry = said.get((saying.element, saying.worker_id))
        stands = getattr(entry, saying.voice) or None if entry else None
        if saying.seen is Unseen.UNSEEN or stands in (answer or None, saying.seen or None):
            continue
        element = wanted.element(saying.element)
        if stands != _known(element, saying):
            told = element.show(stands, "zh") if saying.voice in SPOKEN else stands or ""
            refused.append(Refused(saying, DeskError(
                N_("Somebody else has written “{theirs}” here meanwhile. Look at both, then write what "
                   "stays."),
                field=saying.element, theirs=told)))
    if refused:
        raise SayingsRefused(refused)


def _known(element: Element, saying: Saying) -> str | None:
    """What the person saw, as it would be stored; text that never could be is known to nobody."""
    try:
        return _reading(element, replace(saying, text=str(saying.seen or ""))) or None
    except DeskError:
        return None


def _keep(work: Work, case: Case, said: dict[Place, ElementEntry],
          readings: Sequence[tuple[Saying, str | None]]) -> None:
    fresh = [one for one, answer in readings if answer and (one.element, one.worker_id) not in said]
    work.sayings.require_parties(case.id, {one.worker_id for one in fresh if one.worker_id})
    for saying, answer in readings:
        key = (saying.element, saying.worker_id)
        if key not in said:
            if not answer:
                continue
            said[key] = _entry(work, case, saying)
        setattr(said[key], saying.voice, answer)


def _entry(work: Work, case: Case, saying: Saying) -> ElementEntry:
    made = ElementEntry(id=work.new_key(), case_id=case.id, element=saying.element,
                        worker_id=saying.worker_id)
    work.sayings.add(made)
    return made


def admit(desk: Desk, case_id: UUID, element: str, worker_id: UUID | None, voice: Voice) -> Changes:
    """One side admits what the other says."""
    return admit_all(desk, case_id, [(element, worker_id)], voice)


def admit_all(desk: Desk, case_id: UUID, places: Sequence[Place], voice: Voice) -> Changes:
    """One side admits what the other says in each of these places: in all of them, or in none."""
    with desk.case_work(case_id, "admit") as (work, case):
        case.require_accepted()
        wanted, said = _asked(desk, work, case), work.sayings.at(case.id, places)
        admitted = [_admission(said, wanted.element(name).id, worker, voice) for name, worker in places]
        _keep(work, case, said, admitted)
        case.advance(Station.SORTING)
        return work.commit()


def _admission(said: Mapping[Place, ElementEntry], element: str, worker_id: UUID | None,
               voice: Voice) -> tuple[Saying, str | None]:
    """The other side's word there, or the one it gave for all, as this side's admission."""
    others = [entry.respondent if voice == "applicant" else entry.applicant
              for entry in (said.get((element, worker_id)), said.get((element, None))) if entry]
    other = next((word for word in others if word is not None), None)
    if other is None or other == answers.DENIED:
        raise DeskError(N_("The other side has not said anything on this yet."), field=element)
    return Saying(element, worker_id, voice, ""), answers.admits(answers.stated(other))


def deny(desk: Desk, case_id: UUID, element: str, worker_id: UUID | None, voice: Voice) -> Changes:
    """One side denies what the other says, without a statement of its own."""
    return deny_all(desk, case_id, [(element, worker_id)], voice)


def deny_all(desk: Desk, case_id: UUID, places: Sequence[Place], voice: Voice) -> Changes:
    """One side denies what the other says in each of these places."""
    return say(desk, case_id, [Saying(name, worker, voice, answers.DENIED) for name, worker in places])


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
    told = _interruptions(case)

    @cache  # two hundred workers leave on a handful of days
    def counted(rule: Limitation, ended: date | None) -> TimeLeft:
        return standing(rule, on=today, known_on=ended, employment_ended_on=ended, interruptions=told,
                        calendar=calendar)

    today, calendar = desk.today, desk.calendar
    last_days = {worker: _last_day(outcome, worker) for worker in outcome.workers}
    standings = {}
    for claim in case.claims:
        ended, rule = last_days[claim.worker_id], CLAIMS[claim.claim].limitation
        if ended is not None or rule is Limitation.WAGES:
            standings[claim.worker_id, claim.claim] = counted(rule, ended)
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
