"""Papers of the sorting: element sheets, the record of facts and issues, how claims are computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from mediation_desk.documents.views import sorting as views
from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.calculators.working import Award, Step
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.sorting.answers import DENIED
from mediation_desk.domain.sorting.elements import Element, Scope, Section
from mediation_desk.domain.sorting.record import Matter, record_of
from mediation_desk.domain.sorting.sorting import ClaimWorth, State
from mediation_desk.domain.sorting.stakes import Issue
from mediation_desk.domain.sorting.sums import VersionSum, applicants_sum, found_sum, respondents_sum
from mediation_desk.domain.sorting.valuation import Worth
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.law import CitationBook, shipped_citations
from mediation_desk.services.papers import claims, parties, statements
from mediation_desk.services.papers.maker import Maker, is_sortable
from mediation_desk.services.papers.told import SIDES, Told

VERSIONS: dict[Side, tuple[str, Callable[[ClaimWorth], Worth]]] = {
    Side.APPLICANT: (N_("As the applicants state it"), lambda worth: worth.applicant),
    Side.RESPONDENT: (N_("As the respondent states it"), lambda worth: worth.respondent),
}
FOUND: tuple[str, Callable[[ClaimWorth], Worth]] = (N_("As agreed and found"), lambda worth: worth.found)


def _require_claims(told: Told) -> None:
    parties.require_both_sides(told)
    if not told.case.claims:
        raise DeskError(N_("Enter what the applicants claim under Intake before printing."), field="claims")


# Element sheets


def element_sheet(told: Told) -> views.ElementSheet:
    """The sheet of one worker, or the combined sheet of all."""
    _require_claims(told)
    worker = told.wanted.worker
    workers = told.sorting.workers if worker is None else (told.case.party(worker).id,)
    groups = tuple(views.ElementGroup(section.label.zh, rows) for section in told.sorting.sheet.sections
                   if (rows := tuple(_element_rows(told, section, workers))))
    return views.ElementSheet(
        office=told.office(), case=told.view(), dispute=told.sorting.sheet.label.zh, groups=groups,
        made_on=told.today, worker=None if worker is None else told.name(worker))


def _element_rows(told: Told, section: Section, workers: Iterable[UUID]) -> Iterator[views.ElementRow]:
    """One row per element, or one per group of workers of whom it is not answered alike."""
    chosen = list(workers)
    for element in section.elements:
        asked = [worker for worker in chosen
                 if statements.state(told, worker, element.id) is not State.NOT_APPLICABLE]
        rows: dict[views.ElementRow, list[UUID]] = {}
        for worker in asked:
            rows.setdefault(_element_row(told, element, worker), []).append(worker)
        for row, members in rows.items():
            alone = element.scope is Scope.CASE or len(members) == len(chosen)
            yield row if alone else _of_some(told, row, members)


def _of_some(told: Told, row: views.ElementRow, members: Iterable[UUID]) -> views.ElementRow:
    return replace(row, name=told.say(N_("{text} ({who})"), text=row.name, who=told.briefly(members)))


def _element_row(told: Told, element: Element, worker: UUID) -> views.ElementRow:
    word = statements.cell(told, element.id, worker).word
    return views.ElementRow(
        element.label.zh, statements.shown(told, element, word.applicant),
        statements.respondents_said(told, element, word), evidence(told, element, worker),
        _finding(told, element, word.finding), _state(told, statements.state(told, worker, element.id)),
        told.label(SIDES[element.burden]))


def _finding(told: Told, element: Element, finding: str | None) -> str:
    if finding == DENIED:
        return told.words.translate(N_("not shown"))
    return statements.shown(told, element, finding)


def _state(told: Told, state: State) -> str:
    """What the sides admit is agreed too."""
    return told.label(State.AGREED if state is State.ADMITTED else state)


def evidence(told: Told, element: Element, worker: UUID) -> str:
    """What was brought for that worker, else for all."""
    entries = told.sorting.entries
    own, common = entries.get((element.id, worker)), entries.get((element.id, None))
    return (own.evidence if own else "") or (common.evidence if common else "")


# The sorting record


def sorting_record(told: Told) -> views.SortingRecord:
    """What is agreed, what is disputed and worth how much, what is to be verified and by whom."""
    _require_claims(told)
    return views.SortingRecord(
        office=told.office(), case=told.view(), applicants=parties.applicants(told),
        respondents=parties.respondents(told), agreed=tuple(_fact_rows(told)),
        issues=tuple(_issue_row(told, issue) for issue in told.sorting.issues),
        to_verify=tuple(_verify_rows(told)), versions=tuple(versions(told)), made_on=told.today)


def versions(told: Told) -> Iterator[views.VersionRow]:
    """The sums on every side's version; on the findings only once they suffice for all of it."""
    theirs, found = respondents_sum(told.sorting), found_sum(told.sorting)
    yield _version_row(told, N_("As the applicants state it"), applicants_sum(told.sorting))
    if not theirs.each:
        yield _version_row(told, N_("As the respondent states it"), theirs)
    for party, amount in theirs.each:
        text = told.say(N_("As {name} states it"), name=told.case.party(party).name)
        yield views.VersionRow(text, amount, "" if amount is not None else _left_out(told, theirs))
    if found.left_out == 0:
        yield _version_row(told, N_("As agreed and found"), found)


def _version_row(told: Told, label: str, sum_: VersionSum) -> views.VersionRow:
    return views.VersionRow(told.words.translate(label), sum_.low, _left_out(told, sum_))


def _left_out(told: Told, sum_: VersionSum) -> str:
    """What a sum leaves out, so that nobody takes it for the whole."""
    if sum_.is_unsaid:
        return told.words.translate(N_("not stated yet"))
    if not sum_.left_out:
        return ""
    return told.say(N_("{count} claims not stated or not computed yet are left out"), count=sum_.left_out)


def _fact_rows(told: Told) -> Iterator[views.FactRow]:
    for element, values in statements.agreed_by_element(told):
        for value, members in statements.grouped(values, values.__getitem__):
            who = "" if element.scope is Scope.CASE else told.who(members)
            shown = dict.fromkeys(evidence(told, element, worker) for worker in members)
            yield views.FactRow(statements.fact(told, element, value), who, "；".join(filter(None, shown)))


def _issue_row(told: Told, issue: Issue) -> views.IssueRow:
    ours, theirs = statements.accounts(told, issue)
    return views.IssueRow(issue.name(statements.CHINESE), ours, theirs, len(issue.affected), issue.stake,
                          issue.element.law)


def _verify_rows(told: Told) -> Iterator[views.VerifyRow]:
    """Everything that is not agreed or found; the issues in dispute first, as dear as they are."""
    ranks = {issue.element.id: rank for rank, issue in enumerate(told.sorting.issues)}
    matters = record_of(told.sorting).to_verify
    for matter in sorted(matters, key=lambda one: ranks.get(one.element.id, len(ranks))):
        yield views.VerifyRow(_matter(told, matter), matter.evidence(statements.CHINESE),
                              told.label(SIDES[matter.burden]))


def _matter(told: Told, matter: Matter) -> str:
    name = statements.subject(told, matter.element, matter.workers)
    return told.say(N_("{text} ({who})"), text=name, who=_state(told, matter.state))


# The calculation sheet


def calculation_sheet(told: Told) -> views.CalculationSheet:
    """Every claim with its steps: as found where everything is found, else as one side states it."""
    _require_claims(told)
    basis, version = _version(told)
    worths = {worker: {claim: version(worth) for claim, worth in row.items()}
              for worker, row in told.sorting.worths.items()}
    shares = {worker: {claim: worth.amount for claim, worth in row.items()} for worker, row in worths.items()}
    if told.wanted.side and all(worth.unsaid for row in worths.values() for worth in row.values()):
        raise DeskError(N_("{side} have not stated anything yet, so nothing can be computed on their "
                           "version."), field="side", side=told.wanted.side.label)
    return views.CalculationSheet(
        office=told.office(), case=told.view(), basis=told.words.translate(basis),
        calculations=tuple(_calculations(told, worths)), shares=claims.share_table(told, shares),
        made_on=told.today)


def _version(told: Told) -> tuple[str, Callable[[ClaimWorth], Worth]]:
    if told.wanted.side is not None:
        return VERSIONS[told.wanted.side]
    return VERSIONS[Side.APPLICANT] if told.sorting.tally("found").left_out else FOUND


def _calculations(told: Told, worths: dict[UUID, dict[str, Worth]]) -> Iterator[views.CalculationView]:
    """Workers whose claim is computed alike share one table."""
    book = shipped_citations()
    asked = {(claim.worker_id, claim.claim): claim.asked for claim in told.case.claims}
    claimed = {name for row in worths.values() for name in row}
    for name in (one for one in CLAIMS if one in claimed):
        tables: dict[views.CalculationView, list[UUID]] = {}
        for worker, row in worths.items():
            if name in row:
                table = _calculation(told, book, row[name], asked.get((worker, name)))
                table = _of_whom(told, table, told.sorting.worths[worker][name], row[name])
                tables.setdefault(table, []).append(worker)
        for table, members in tables.items():
            yield _for(told, table, members)


def _for(told: Told, table: views.CalculationView, members: list[UUID]) -> views.CalculationView:
    who = told.listed(map(told.name, members))
    return replace(table, worker=who if len(members) == 1 else told.say(N_("{who}, each"), who=who))


def _of_whom(told: Told, table: views.CalculationView, all_: ClaimWorth,
             worth: Worth) -> views.CalculationView:
    """Where the respondents differ, say whose version it is: the one on which least is due."""
    party = next((party for party, one in all_.each.items() if one is worth), None)
    if party is None:
        return table
    whose = told.say(N_("The respondents differ; this is computed as {name} states it, on which least is "
                        "due"), name=told.case.party(party).name)
    return replace(table, warnings=(*table.warnings, whose))


def _calculation(told: Told, book: CitationBook, worth: Worth, asked: Money | None) -> views.CalculationView:
    warnings = [told.words.sentence(warning) for warning in (worth.award.warnings if worth.award else ())]
    if worth.award and worth.award.parts:
        warnings.append(told.say(N_("The parts of this claim are reviewed one by one and are not in the "
                                    "sum")))
    elif worth.unsaid:
        warnings.append(told.say(N_("Nothing was stated yet, so this claim cannot be computed and is not in "
                                    "the sum")))
    elif worth.amount is None:
        warnings.append(told.say(N_("This claim cannot be computed yet and is not in the sum")))
    return views.CalculationView("", told.claim(worth.claim), tuple(_steps(told, book, worth)),
                                 worth.amount, asked, tuple(warnings))


def _steps(told: Told, book: CitationBook, worth: Worth) -> Iterator[views.StepRow]:
    """The working; or the answer that made the claim fall away; or what it waits for."""
    if worth.award:
        yield from _working(told, book, worth.award)
    elif worth.bar:
        yield views.StepRow(worth.bar.reason.zh, "——", ZERO.plain(), worth.bar.law)
    elif worth.denied:
        yield views.StepRow(told.say(N_("Denied: {elements}"), elements=_labels(told, worth.denied)), "——",
                            ZERO.plain())
    else:
        yield views.StepRow(told.say(N_("Still open: {elements}"), elements=_labels(told, worth.waits_for)),
                            "——", "——")


def _working(told: Told, book: CitationBook, award: Award) -> Iterator[views.StepRow]:
    for step in award.steps:
        yield views.StepRow(told.words.sentence(step.label), step.expression, _result(step),
                            book.written(step.law, told.words.code))
    for part in award.parts:
        yield views.StepRow(told.words.sentence(part.label), "——", f"{part.amount.plain()}元")


def _result(step: Step) -> str:
    return f"{step.value}元" if step.in_yuan else step.value


def _labels(told: Told, elements: Iterable[str]) -> str:
    return "、".join(told.sorting.sheet.element(name).label.zh for name in elements) or "——"


PAPERS = (
    Maker(views.SortingRecord, sorting_record, is_sortable),
    Maker(views.ElementSheet, element_sheet, is_sortable),
    Maker(views.CalculationSheet, calculation_sheet, is_sortable),
)
