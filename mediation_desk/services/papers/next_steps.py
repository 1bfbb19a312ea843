"""The sheet “what happens next”: what follows from a signed agreement, told to one side with its days."""

from __future__ import annotations

from datetime import date, timedelta

from mediation_desk.documents.template.filters import cndate, weekday
from mediation_desk.documents.views import next_steps as views
from mediation_desk.documents.views.settlement import InstalmentRow
from mediation_desk.domain.agreeing.handling import paid_kinds
from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.performance.ledger import ledger
from mediation_desk.domain.performance.ways import ways
from mediation_desk.domain.settlement.agreement import Agreement, Instalment
from mediation_desk.domain.settlement.routes import Advice, Fit
from mediation_desk.domain.vocabulary import Duty, Side
from mediation_desk.services.papers import handling, settlement
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.told import Told


def next_steps(told: Told) -> views.NextSteps:
    """What the sheet is told, as of the signing. Raises DeskError while nothing is signed."""
    made = told.case.signed_agreement
    schedule, coming = settlement.coming(told, made), [one for one in made.instalments if not one.paid_before]
    routes = _open(told, made)
    return views.NextSteps(
        office=told.office(), case=told.view(), applicant=told.wanted.side is not Side.RESPONDENT,
        signed_on=told.case.first_signed_on or _signed(made), changed_on=told.case.changed_on,
        payers=_payers(told, made), pays_alone=_pays_alone(told, made),
        owed_how=told.label(made.owed_how) if made.owed_how else "",
        method=made.method.value, payees=settlement.payees(told, made), workers=schedule.workers,
        rows=tuple(_row(made, *both) for both in zip(coming, schedule.rows, strict=True)),
        unannounced=_unannounced(told, made), totals=schedule.totals, total=schedule.total,
        default=made.default_clause.value, claimed=told.claimed, penalty=made.penalty,
        instead=handling.instead(told, made),
        grace_days=made.grace_days, joint=tuple(_route(told, one) for one in routes if one.together),
        alone=tuple(_route(told, one) for one in routes if not one.together))


def _signed(made: Agreement) -> date:
    assert made.signed_on is not None
    return made.signed_on


def _payers(told: Told, made: Agreement) -> tuple[views.PayerRow, ...]:
    """Who took it on in the agreement; the respondents where it names nobody apart."""
    if not made.debtors:
        return tuple(views.PayerRow(one.name) for one in told.case.respondents)
    return tuple(views.PayerRow(told.case.party(one.party_id).name, amount=one.amount,
                                duty="" if one.duty is Duty.OWES else told.label(one.duty))
                 for one in made.debtors)


def _pays_alone(told: Told, made: Agreement) -> bool:
    """Whether one respondent pays, and nobody else: the sheet of that side then says so to its face."""
    payers = {one.party_id for one in made.debtors} or {one.id for one in told.case.respondents}
    return len(payers) == 1 and payers <= {one.id for one in told.case.respondents}


def _row(made: Agreement, one: Instalment, row: InstalmentRow) -> views.StepRow:
    broken = one.due_on + timedelta(days=made.grace_days + 1)
    return views.StepRow(row.ordinal, one.due_on, one.amount, row.shares, broken)


def _unannounced(told: Told, made: Agreement) -> tuple[int, ...]:
    """The years by whose holidays days were placed, though they are not known yet."""
    if made.rest_day_rule is RestDayRule.SAME_DAY:
        return ()
    return told.desk.calendar.unannounced(*(one.due_on for one in made.instalments))


def _open(told: Told, made: Agreement) -> list[Advice]:
    """The routes that are open on the day of signing, nothing being paid yet but what a change found paid."""
    paid = told.case.payments if made.supplements_id else []
    found = ways(made, paid_kinds(told.case, made), ledger(made, paid, _signed(made)),
                 told.desk.calendar, people_mediation=told.desk.settings.people_mediation)
    return [one for one in found if one.is_open]


def _route(told: Told, one: Advice) -> views.RouteRow:
    return views.RouteRow(one.route.value, _until(told, one), one.fit is Fit.IN_PART)


def _until(told: Told, one: Advice) -> str:
    """Its last day; with the day of the week where somebody must go there on it."""
    if one.last_day is None:
        return ""
    said = f"{cndate(one.last_day)}（{weekday(one.last_day)}）" if one.together else cndate(one.last_day)
    return told.unannounced(said, one.unannounced)


PAPERS = (
    Maker(views.NextSteps, next_steps, lambda case: case.is_signed),
)
