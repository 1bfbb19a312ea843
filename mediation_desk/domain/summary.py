"""What lists, search and figures need of a case, kept beside it so that no list loads cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.agenda import (
    ACCELERATED,
    ANSWER,
    AWAY,
    INSTALMENT,
    ORDER_REMINDERS,
    REFERRAL,
    SERVICE,
    SESSION,
    VISIT_AFTER_PAYMENT,
    VISIT_AFTER_SIGNING,
    VISITS,
)
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.deadlines import clocks, next_clock
from mediation_desk.domain.intake.order.clocks import order_clocks, reminders
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.particulars import Found, found_by
from mediation_desk.domain.people import Party
from mediation_desk.domain.performance.ledger import Ledger, ledger
from mediation_desk.domain.referral.referrals import is_out
from mediation_desk.domain.serving import is_open
from mediation_desk.domain.titles import several
from mediation_desk.domain.vocabulary import (
    ClockKind,
    KindOfWork,
    Outcome,
    PartyKind,
    Role,
    Source,
    Station,
    Status,
)

REMINDED: Mapping[OrderClockKind, str] = MappingProxyType(
    {kind: name for name, kind in ORDER_REMINDERS.items()})


@dataclass(frozen=True, kw_only=True)
class CaseRow:
    """One line of a list of cases. It never depends on today: days are compared when read."""

    case_id: UUID
    number: str
    first_applicant: str
    applicant_count: int
    respondent: str
    respondent_count: int
    respondent_units: int  # of them: organisations
    station: Station
    status: Status
    kind_of_work: KindOfWork
    source: Source
    cause: str
    mediator_id: UUID
    received_on: date
    accepted_on: date | None
    closed_on: date | None
    outcome: Outcome | None
    clock_on: date | None
    next_due_on: date | None
    claimed: Money
    agreed: Money
    outstanding: Money
    updated_at: datetime
    removed: bool
    site_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class AgendaRow:
    """Something of a case that a day brings: a clock's end, a session, an instalment."""

    case_id: UUID
    kind: str  # a ClockKind, or one of the names in domain/agenda.py
    on: date
    at: datetime | None = None
    amount: Money = ZERO
    number: int = 0


def summarise(case: Case, calendar: WorkCalendar, now: datetime) -> CaseRow:
    """The case's line in the lists."""
    standing = _ledger(case)
    clock = next_clock(case, calendar)
    due = standing.next_due if standing and case.status is Status.OPEN else None
    applicants, respondents = case.applicants, case.respondents
    return CaseRow(
        case_id=case.id, number=case.number,
        first_applicant=applicants[0].name if applicants else "", applicant_count=len(applicants),
        respondent=respondents[0].name if respondents else "", respondent_count=len(respondents),
        respondent_units=sum(one.kind is PartyKind.ORGANISATION for one in respondents),
        station=case.station, status=case.status, kind_of_work=case.kind_of_work, source=case.source,
        cause=case.cause, mediator_id=case.mediator_id, received_on=case.received_on,
        accepted_on=case.accepted_on, closed_on=case.closed_on, outcome=case.outcome,
        clock_on=clock.due_on if clock else None, next_due_on=due.due_on if due else None,
        claimed=case.claimed, agreed=case.agreement.total if standing and case.agreement else ZERO,
        outstanding=standing.outstanding if standing else ZERO,
        updated_at=now, removed=case.removed_at is not None, site_id=case.site_id)


def agenda(case: Case, calendar: WorkCalendar) -> Iterator[AgendaRow]:
    """What is still to come in an open case; an order has to be answered however its case ended, and so have
    other offices."""
    if case.removed_at or case.status is Status.VOIDED:
        return
    yield from orders_to_do(case, calendar)
    yield from answers_awaited(case)
    if case.status is not Status.OPEN:
        return
    for clock in clocks(case, calendar):
        # Once accepted, the end of mediation says the same day more plainly.
        told_better = clock.kind is ClockKind.ARBITRATION_OPEN and case.accepted_on is not None
        if clock.running and not told_better:
            yield AgendaRow(case_id=case.id, kind=clock.kind, on=clock.due_on)
    for session in (one for one in case.sessions if one.takes_place):
        yield AgendaRow(case_id=case.id, kind=SESSION, on=session.starts_at.date(), at=session.starts_at)
    yield from owed(case)
    yield from visits_to_make(case)
    yield from to_be_received(case)


def orders_to_do(case: Case, calendar: WorkCalendar) -> Iterator[AgendaRow]:
    """The clocks of the case's work orders that still run, each on its day and to its hour; and the days on
    which somebody is to be reminded of them."""
    for order in case.orders:
        clocks_ = order_clocks(order, case.steps_of(order), calendar)
        for clock in clocks_:
            if clock.running:
                yield AgendaRow(case_id=case.id, kind=clock.kind, on=clock.due_at.date(), at=clock.due_at)
        for clock, at in reminders(order, clocks_, calendar):
            if at.date() < clock.due_at.date():  # on its day it stands there itself
                yield AgendaRow(case_id=case.id, kind=REMINDED[clock.kind], on=at.date(), at=clock.due_at)


def to_be_received(case: Case) -> Iterator[AgendaRow]:
    """The papers of an open case that nobody received yet, counted by the day until which somebody has to."""
    awaited = Counter(one.due_on for one in case.receipts if one.due_on and is_open(one, one.due_on))
    for day, count in sorted(awaited.items()):
        yield AgendaRow(case_id=case.id, kind=SERVICE, on=day, number=count)


def answers_awaited(case: Case) -> Iterator[AgendaRow]:
    """What lies with other offices: by the day on which it went out, and by the day until which an answer is
    asked for. A matter that was referred as a whole is over here, and answered all the same."""
    if case.status is Status.VOIDED or case.removed_at:
        return
    out = [one for one in case.referrals if is_out(one)]
    for kind, days in ((AWAY, Counter(one.handed_on for one in out if one.handed_on)),
                       (REFERRAL, Counter(one.due_on for one in out if one.due_on))):
        for day, count in sorted(days.items()):
            yield AgendaRow(case_id=case.id, kind=kind, on=day, number=count)
    for day in sorted({one.due_on for one in case.origins if one.due_on and one.answered_at is None}):
        yield AgendaRow(case_id=case.id, kind=ANSWER, on=day)


def visits_to_make(case: Case) -> Iterator[AgendaRow]:
    """The return visit that a signed agreement still lacks in an open case, on the day of what it comes
    after: the signing, and once all is paid the last payment instead."""
    standing = _ledger(case) if case.status is Status.OPEN and not case.removed_at else None
    signed_on = case.agreement.signed_on if case.agreement else None
    if standing is None or signed_on is None:
        return
    paid = [one.settled_on for one in standing.instalments if one.settled_on]
    kind, since = ((VISIT_AFTER_SIGNING, signed_on) if standing.outstanding or not paid
                   else (VISIT_AFTER_PAYMENT, max(paid)))
    if not any(_is_of(visit, kind, since) for visit in case.visits):
        yield AgendaRow(case_id=case.id, kind=kind, on=since)


def _is_of(visit: ReturnVisit, kind: str, since: date) -> bool:
    """Made on this occasion; a visit of which nobody said why it was made counts as made for it."""
    return visit.reached and visit.visited_on >= since and visit.occasion in (None, VISITS[kind])


def owed(case: Case) -> Iterator[AgendaRow]:
    """The open instalments of an open case, each on its day; and those after it on the day on which they
    fall due at once, unless the first of them is paid before."""
    agreement = case.agreement
    if case.status is not Status.OPEN or case.removed_at or agreement is None or not agreement.signed_on:
        return
    for one in ledger(agreement, case.payments, date.max).instalments:
        if one.owed:
            row = AgendaRow(case_id=case.id, kind=INSTALMENT, on=one.due_on, amount=one.owed,
                            number=one.number)
            yield row
            if one.owed_since < one.due_on:
                yield replace(row, kind=ACCELERATED, on=one.owed_since)


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """Somebody in a case, as far as they are found by it."""

    case_id: UUID
    number: str  # of the case
    role: Role
    kind: PartyKind
    name: str
    numbers: tuple[str, ...] = field(repr=False)  # of telephones and documents, as the search knows them


@dataclass(frozen=True)
class SearchWords:
    """What a case is found by, in the order in which its finding ranks."""

    number: str
    names: tuple[str, ...]
    others: tuple[str, ...]


def search_words(case: Case) -> SearchWords:
    """A case's number; the names in it; and phones, documents, the 12345 order, cause and title."""
    parties = case.parties
    names, numbers, documents = (
        [word for party in parties for word in found_by(Party, partial(getattr, party), way)]
        for way in Found)
    others = (*_titles(case), case.cause, case.source_reference, *numbers, *documents)
    return SearchWords(case.number, _each(names), _each(others))


def _titles(case: Case) -> tuple[str, ...]:
    """What the workers do, and how many they are; one alone is called by name."""
    count = len(case.applicants)
    return tuple(several(count, case.kind_of_work, language) for language in ("zh", "en")) if count else ()


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def _ledger(case: Case) -> Ledger | None:
    agreement = case.agreement
    if agreement is None or agreement.signed_on is None:
        return None
    last = max((p.paid_on for p in case.payments), default=agreement.signed_on)
    return ledger(agreement, case.payments, last)
