"""Looking through an agreement before it is signed, and the record of what was looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from mediation_desk.documents.views.settlement import CheckRow, SigningChecks
from mediation_desk.domain.agreeing.checking.bargained import ARREARS
from mediation_desk.domain.agreeing.checking.ground import Ground, LineSaid
from mediation_desk.domain.agreeing.checking.words import contradictions
from mediation_desk.domain.agreeing.checks import Finding, looked_through
from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import mediation_end
from mediation_desk.domain.money import Money
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.sorting.answers import stated
from mediation_desk.domain.sorting.sorting import Sorting
from mediation_desk.domain.sorting.statements import SETTLED
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.clauses import excluded_by, library
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import KEPT, Paper
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.settlement import CLAUSES, TAX, titled_lines
from mediation_desk.services.papers.told import Told
from mediation_desk.services.sorting import sorting
from mediation_desk.store.work.work import Work


def before_signing(desk: Desk, case_id: UUID, on: date | None = None) -> tuple[Finding, ...]:
    """What must be mended or looked at before the terms that stand are signed on that day, today unless
    said otherwise. Nothing where no terms are drafted, or they are signed."""
    with desk.case_reading(case_id) as (_work, case):
        if case.agreement is None or case.is_signed:
            return ()
        return found(desk, case, case.agreement, on or desk.today)


def found(desk: Desk, case: Case, made: Agreement, on: date) -> tuple[Finding, ...]:
    """The same within a unit of work."""
    outcome = sorting.sort(case, sorting.sorter(desk, case))
    return looked_through(replace(
        _worded(desk, case, made, on), last_day=mediation_end(case) if case.accepted_on else None,
        undisputed=dict(_undisputed(outcome)), least=dict(_least(desk, outcome))))


def _worded(desk: Desk, case: Case, made: Agreement, on: date) -> Ground:
    """What the agreement says in words, and nothing of what lies around it."""
    return Ground(case, made, on, default=CLAUSES[made.default_clause],
                  lines=tuple(_lines(made, desk.settings)),
                  chosen={TAX: library(desk.settings)[TAX].title} if made.tax else {})


def require_consistent(desk: Desk, case: Case, made: Agreement) -> None:
    """Refuse further terms that contradict each other, or what else the same paper says. DeskError."""
    for said in contradictions(_worded(desk, case, made, desk.today)):
        raise DeskError(said.sentence.text, field="other_terms", **said.sentence.particulars)


def require(findings: Sequence[Finding], looked_at: frozenset[str] | None) -> tuple[Finding, ...]:
    """The warnings that were looked at; refuse what must be mended, and warnings that nobody looked at.

    ``looked_at``: the keys of the warnings that a person ticked; None: whoever calls shows none.
    """
    wrong = next((one for one in findings if one.stops), None)
    if wrong is not None:
        raise DeskError(wrong.sentence.text, field=wrong.field or None, **wrong.sentence.particulars)
    warnings = tuple(one for one in findings if not one.stops)
    missed = [one for one in warnings if looked_at is not None and one.key not in looked_at]
    if missed:
        raise DeskError(N_("Look at this before signing: {said}"), said=missed[0].sentence)
    return warnings if looked_at is not None else ()


def _undisputed(outcome: Sorting) -> Iterator[tuple[UUID, Money]]:
    """Wages on what is agreed and found, by worker; where that cannot be computed, the lowest that any side
    comes to on its own version."""
    for worker, worths in outcome.worths.items():
        amounts = [_floor(outcome, worker, name) for name in ARREARS if name in worths]
        known = [amount for amount in amounts if amount is not None]
        if known:
            yield worker, Money(sum(amount.fen for amount in known))


def _floor(outcome: Sorting, worker: UUID, claim: str) -> Money | None:
    worth = outcome.worths[worker][claim]
    if worth.found.amount is not None:
        return worth.found.amount
    if any(one.unsaid or one.amount is None for one in worth.versions):
        return None
    return min(one.amount for one in worth.versions if one.amount is not None)


def _least(desk: Desk, outcome: Sorting) -> Iterator[tuple[UUID, Money]]:
    """The minimum wage of the whole months that are unpaid on what is agreed or found, never more than the
    wages that were claimed; nothing where the figure or the months are not known."""
    for worker, worths in outcome.worths.items():
        first, last = (_settled_day(outcome, worker, name) for name in ("unpaid_from", "unpaid_until"))
        asked = worths["unpaid_wages"].applicant.amount if "unpaid_wages" in worths else None
        figure = desk.figures.minimum_wage(desk.settings.region or None, last)
        if first and last and figure and asked:
            months = (last.year - first.year) * 12 + last.month - first.month + (last.day >= first.day)
            yield worker, min(asked, figure.amount * max(0, months))


def _settled_day(outcome: Sorting, worker: UUID, element: str) -> date | None:
    """A day that is agreed or found; None while it is not."""
    if element not in outcome.states.get(worker, {}):
        return None
    word = outcome.cell(element, worker).word
    said = word.finding
    if said is None and outcome.states[worker][element] in SETTLED and word.applicant is not None:
        said = stated(word.applicant)
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        return None


def _lines(made: Agreement, settings: OfficeSettings) -> Iterator[LineSaid]:
    """The further terms line by line; a line with the title of a clause of the library is that clause."""
    known = library(settings)
    by_title = {one.title: one for one in known.values()}
    for title, text in titled_lines(made):
        clause = by_title.get(title)
        yield LineSaid(title, text, clause.id if clause else "",
                       excluded_by(known, clause) if clause else ())


def record(told: Told, findings: Sequence[Finding], on: date, by: str | None = None) -> SigningChecks:
    """What is to be mended or looked at before signing on that day; ``by``: who looked at all of it."""
    return SigningChecks(
        office=told.office(), case=told.view(), on=on, by=by, rows=tuple(
            CheckRow(at, told.words.sentence(one.sentence), told.label(one.severity))
            for at, one in enumerate(findings, start=1)))


def _now(told: Told) -> SigningChecks:
    """As things stand: to be gone through with a pen, before anybody has signed."""
    made = next(iter(told.case.signed_agreements), told.agreement)  # before whatever changed it later
    if made is None:
        raise DeskError(N_("Draft the terms first."))
    on = made.signed_on or told.today
    return record(told, found(told.desk, told.case, made, on), on)


def _kept(work: Work, case: Case) -> Paper | None:
    """The record that was kept at the signing."""
    made = [one for one in work.papers.of_case(case.id) if one.template == SigningChecks.TEMPLATE]
    if not made or not case.is_signed:
        return None
    last = max(made, key=lambda one: one.made_at)
    return Paper(last.template, last.title, work.papers.pdf(last), origin=work.papers.origin(last), mark=KEPT)


PAPERS = (Maker(SigningChecks, _now, lambda case: case.agreement is not None, kept=_kept),)
