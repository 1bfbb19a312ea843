"""Sorting: what each side says on every element, and what follows from it at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import Any, Literal
from uuid import UUID

from mediation_desk.domain import dates
from mediation_desk.domain.calculators.claims import CLAIMS, Limitation, compute
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.limitation import Interruption, InterruptionKind, TimeLeft, standing
from mediation_desk.domain.merging import Place as Ground
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.referring import clocks
from mediation_desk.domain.sorting import answers
from mediation_desk.domain.sorting.elements import Element, ElementSheet, ElementType
from mediation_desk.domain.sorting.foreseeing import Answered, foreseen
from mediation_desk.domain.sorting.outlook import Outlook, outlook
from mediation_desk.domain.sorting.relationship import RelationshipEntry, leaning_of
from mediation_desk.domain.sorting.sorting import Sorter, Sorting
from mediation_desk.domain.sorting.statements import (
    SILENCE,
    ElementEntry,
    Place,
    RespondentStatement,
    Spoken,
    State,
    Tolerance,
    applicants_answer,
    arranged,
)
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import Outcome, Refusal, Station
from mediation_desk.domain.words import N_, DeskError, Sentence, by_count
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.registering import put_in_figures
from mediation_desk.store.work.rows import table_of
from mediation_desk.store.work.sayings import Key, Row
from mediation_desk.store.work.work import Work

Voice = Literal["applicant", "respondent", "finding", "evidence", "note"]
SPOKEN: tuple[Voice, ...] = ("applicant", "respondent", "finding")
LAST_DAY = "employed_until"  # the element that says when employment ended


@dataclass(frozen=True)
class Saying:
    """One cell as a person filled it; an empty text takes the statement back.

    ``worker_id`` None: said for the whole case. ``party_id``: the respondent who says it for itself
    alone, where the respondents differ; None: the voice speaks for all of its side.
    """

    element: str
    worker_id: UUID | None
    voice: Voice
    text: str
    party_id: UUID | None = None


@dataclass(frozen=True)
class Refused:
    """A cell that could not be read, and why."""

    saying: Saying
    error: DeskError


class Unreadable(DeskError):
    """Some cells mean nothing; none of them was kept. ``refused`` says which and why."""

    def __init__(self, refused: Sequence[Refused]) -> None:
        super().__init__(by_count(N_("{count} cell could not be read, so nothing was changed: {first}"),
                                  N_("{count} cells could not be read, so nothing was changed. "
                                     "The first: {first}"), len(refused)),
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
                    calendar=desk.calendar, renewal_grace=settings.renewal_grace)
    return Sorter(sheet(desk, case), award,
                  Tolerance(settings.money_tolerance_fen, settings.date_tolerance_days))


def sort(case: Case, sorter: Sorter) -> Sorting:
    """States, amounts and ranked issues of the case as it stands."""
    return sorter.sort([worker.id for worker in case.applicants], claims_of(case), case.entries,
                       case.statements, [respondent.id for respondent in case.respondents])


def claims_of(case: Case) -> dict[UUID, list[str]]:
    """The claims of each worker."""
    claims: dict[UUID, list[str]] = {}
    for claim in case.claims:
        claims.setdefault(claim.worker_id, []).append(claim.claim)
    return claims


def foresee(sorter: Sorter, outcome: Sorting, sayings: Sequence[Saying]) -> Sorting | None:
    """The sorting as it will be once these are kept; None where that takes too long to tell at once,
    or where something cannot be read. ``sorter``: one kept for this alone."""
    try:
        answered = [Answered(one.element, one.worker_id, one.voice,
                             _reading(outcome.sheet.element(one.element), one), one.party_id)
                    for one in sayings]
    except DeskError:
        return None
    claims = {worker: tuple(part.worths) for worker, part in outcome.parts.items()}
    return foreseen(sorter, outcome, claims, answered)


def say(desk: Desk, case_id: UUID, sayings: Sequence[Saying], seen: Seen | None = None) -> Changes:
    """Keep what was said, shown or found: all of it, or none where a cell cannot be read."""
    with desk.case_work(case_id, "say", seen) as (work, case):
        wanted = _asked(desk, work, case)
        readings = _readings(wanted, dated(wanted, sayings, desk.today))
        _require_respondents(case, sayings)
        _keep(work, case, work.sayings.at(case.id, _places(sayings)), readings)
        case.advance(Station.SORTING)
        return work.commit()


def dated(wanted: ElementSheet, sayings: Sequence[Saying], today: date) -> list[Saying]:
    """The sayings with every date whole: 11月25日 is the last one there was."""
    dates_asked = {element.id for element in wanted.elements() if element.type is ElementType.DATE}
    return [_dated(saying, today) if saying.voice in SPOKEN and saying.element in dates_asked else saying
            for saying in sayings]


def _dated(saying: Saying, today: date) -> Saying:
    return replace(saying, text=dates.completed(saying.text, today))


def _require_respondents(case: Case, sayings: Sequence[Saying]) -> None:
    """Only a respondent speaks for itself alone, and only with a statement."""
    alone = [(saying, saying.party_id) for saying in sayings if saying.party_id]
    respondents = {party.id for party in case.respondents} if alone else set()
    for saying, party_id in alone:
        if case.party(party_id).id not in respondents or saying.voice != "respondent":
            raise DeskError(N_("Only a respondent of this case can have a statement of its own."),
                            field=saying.element)


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
        raise Unreadable(refused)
    return readings


def _reading(element: Element, saying: Saying) -> str | None:
    text = storable(saying.text).strip()
    if saying.voice not in SPOKEN:
        return text
    return element.read(text) if text else None


def _key(saying: Saying) -> Key:
    return saying.element, saying.worker_id, saying.party_id


def _places(sayings: Sequence[Saying]) -> list[Place]:
    return [(saying.element, saying.worker_id) for saying in sayings]


def _field(saying: Saying) -> str:
    """The field of its row that a saying is kept in."""
    return "said" if saying.party_id else saying.voice


def _keep(work: Work, case: Case, rows: dict[Key, Row],
          readings: Sequence[tuple[Saying, str | None]]) -> None:
    """Write the answers where they belong; nobody says anything for a worker who is not there."""
    fresh = [saying for saying, answer in readings if answer and _key(saying) not in rows]
    work.sayings.require_parties(case.id, {saying.worker_id for saying in fresh if saying.worker_id})
    for saying, answer in readings:
        key = _key(saying)
        if key not in rows:
            if not answer:
                continue
            rows[key] = _row(work, case, saying)
        setattr(rows[key], _field(saying), answer)


def _row(work: Work, case: Case, saying: Saying) -> Row:
    """A row for what is said where nothing stood."""
    place: dict[str, Any] = {"id": work.new_key(), "case_id": case.id, "element": saying.element,
                             "worker_id": saying.worker_id}
    made = (RespondentStatement(**place, party_id=saying.party_id) if saying.party_id
            else ElementEntry(**place))
    work.sayings.add(made)
    return made


def admit(desk: Desk, case_id: UUID, element: str, worker_id: UUID | None, voice: Voice,
          party_id: UUID | None = None, seen: Seen | None = None) -> Changes:
    """One side admits what the other says; ``party_id``: one respondent alone does."""
    return admit_all(desk, case_id, [(element, worker_id)], voice, party_id, seen)


def admit_all(desk: Desk, case_id: UUID, places: Sequence[Place], voice: Voice,
              party_id: UUID | None = None, seen: Seen | None = None) -> Changes:
    """One side admits what the other says in each of these places: in all of them, or in none.

    The words admitted are those that the person saw.
    """
    with desk.case_work(case_id, "admit", seen) as (work, case):
        wanted, rows = _asked(desk, work, case), work.sayings.at(case.id, places)
        spoken = _spoken(case, rows)
        admitted = [_admission(spoken, Saying(wanted.element(name).id, worker, voice, "", party_id=party_id))
                    for name, worker in places]
        _require_respondents(case, [saying for saying, _ in admitted])
        _rest_on_others(work, rows, voice)
        _keep(work, case, rows, admitted)
        case.advance(Station.SORTING)
        return work.commit()


def _spoken(case: Case, rows: Mapping[Key, Row]) -> Spoken:
    alone = [row for row in rows.values() if isinstance(row, RespondentStatement)]
    return arranged([row for row in rows.values() if isinstance(row, ElementEntry)], alone,
                    [party.id for party in case.respondents] if alone else ())


def _admission(spoken: Spoken, saying: Saying) -> tuple[Saying, str | None]:
    """The other side's word there, or the one it gave for all, as this side's admission."""
    word = (spoken.words(saying.worker_id).get(saying.element, SILENCE) if saying.worker_id
            else spoken.whole(saying.element))
    other = word.heard if saying.voice == "applicant" else word.applicant
    if other is None and len(word.theirs) > 1 and saying.voice == "applicant":
        raise DeskError(N_("The respondents do not say the same on this; write down what the applicants "
                           "say."), field=saying.element)
    if other is None or other == answers.DENIED:
        raise DeskError(N_("The other side has not said anything on this yet."), field=saying.element)
    return saying, answers.admits(answers.stated(other))


def _rest_on_others(work: Work, rows: Mapping[Key, Row], voice: Voice) -> None:
    """What is admitted or denied rests on what the other side says there, and for all."""
    theirs: Voice = "respondent" if voice == "applicant" else "applicant"
    for row in rows.values():
        alone = isinstance(row, RespondentStatement)
        if not alone or voice == "applicant":
            work.grounds.append(Ground(table_of(row), str(row.id), "said" if alone else theirs))


def deny(desk: Desk, case_id: UUID, element: str, worker_id: UUID | None, voice: Voice,
         party_id: UUID | None = None, seen: Seen | None = None) -> Changes:
    """One side denies what the other says, without a statement of its own."""
    return deny_all(desk, case_id, [(element, worker_id)], voice, party_id, seen)


def deny_all(desk: Desk, case_id: UUID, places: Sequence[Place], voice: Voice,
             party_id: UUID | None = None, seen: Seen | None = None) -> Changes:
    """One side denies what the other says in each of these places: the words that the person saw."""
    with desk.case_work(case_id, "say", seen) as (work, case):
        sayings = [Saying(name, worker, voice, answers.DENIED, party_id) for name, worker in places]
        rows = work.sayings.at(case.id, places)
        _require_respondents(case, sayings)
        _rest_on_others(work, rows, voice)
        _keep(work, case, rows, _readings(_asked(desk, work, case), sayings))
        case.advance(Station.SORTING)
        return work.commit()


def computed(desk: Desk, case: Case) -> Money | None:
    """What the law gives on the applicants' version, with what was admitted and found: the sum of all claims
    that can be computed; None where none can."""
    outcome = sort(case, sorter(desk, case))
    amounts = [worth.applicant.amount for worths in outcome.worths.values() for worth in worths.values()
               if worth.applicant.amount is not None]
    return total(amounts) if amounts else None


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
    latest, and runs anew from the application for mediation, a failed mediation and a referral; of a part
    that was referred for its claims alone.
    A claim other than for wages with no last day stated is left out: nothing can be counted.
    """
    told, referred = _interruptions(case), clocks.interruptions(case)

    @cache  # two hundred workers leave on a handful of days
    def counted(rule: Limitation, ended: date | None, of_it: tuple[Interruption, ...]) -> TimeLeft:
        return standing(rule, on=today, known_on=ended, employment_ended_on=ended,
                        interruptions=(*told, *of_it), calendar=calendar)

    today, calendar = desk.today, desk.calendar
    last_days = {worker: _last_day(outcome, worker) for worker in outcome.workers}
    standings = {}
    for claim in case.claims:
        ended, rule = last_days[claim.worker_id], CLAIMS[claim.claim].limitation
        if ended is not None or rule is Limitation.WAGES:
            key = (claim.worker_id, claim.claim)
            standings[key] = counted(rule, ended, referred.get(key, ()))
    return standings


def _last_day(outcome: Sorting, worker: UUID) -> date | None:
    """The last day of employment on the applicants' version; None: none stated, or still at work."""
    if State.NOT_APPLICABLE is outcome.states[worker].get(LAST_DAY, State.NOT_APPLICABLE):
        return None
    cell = outcome.cell(LAST_DAY, worker)
    said = applicants_answer(cell.element, cell.word)
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
