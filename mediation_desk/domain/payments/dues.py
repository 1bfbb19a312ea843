"""What is still to be paid, instalment by instalment over all cases, as it stands on any day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.payments.promises import Promise, PromiseState, latest_promise, to_look_at
from mediation_desk.domain.people import Party
from mediation_desk.domain.performance.following import PaymentNote, Reminder
from mediation_desk.domain.performance.ledger import ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.vocabulary import Duty, InstalmentState, Status, Term
from mediation_desk.domain.words import N_

WEEK_DAYS = 7  # “this week” is today and the six days after it, whatever day of the week it is
SORTABLE = ("due_on", "owed", "number")


class Section(Term):
    """Why an instalment is looked at. The bands of age part what is owed; the others lie across them."""

    WEEK = "week", N_("Due this week")
    LATE_7 = "late_7", N_("1 to 7 days late")
    LATE_30 = "late_30", N_("8 to 30 days late")
    LATE_90 = "late_90", N_("31 to 90 days late")
    OLDER = "older", N_("Over 90 days late")
    REMIND = "remind", N_("To be reminded")
    PROMISED = "promised", N_("Promised")
    BROKEN = "broken", N_("Promise broken")
    CALL = "call", N_("To be looked at again")


LATE: Mapping[Section, tuple[int, int | None]] = MappingProxyType({
    Section.LATE_7: (1, 7), Section.LATE_30: (8, 30), Section.LATE_90: (31, 90), Section.OLDER: (91, None)})
"""The bands of age: from how many days late to how many; None: without an end."""


@dataclass(frozen=True)
class DueDay:
    """The day that is looked at. ``ahead``: so many days before an instalment's day it is reminded of;
    ``zone``: the office's, in which a day begins."""

    today: date
    ahead: int
    zone: tzinfo

    def began(self, day: date) -> datetime:
        """The instant at which a day began at the office."""
        return datetime.combine(day, time.min, self.zone)

    def coming(self) -> list[date]:
        """The days whose instalments are reminded of today, if that was not done."""
        return [self.today + timedelta(days=days) for days in range(self.ahead + 1)]

    def reminded_from(self, due_on: date) -> datetime:
        """Since when a reminder counts for an instalment of that day: the latest day for one that has
        come, which is ``ahead`` days before it, or the day itself."""
        return self.began(due_on if due_on <= self.today else due_on - timedelta(days=self.ahead))

    def span(self, section: Section) -> tuple[date | None, date | None]:
        """The first and the last day on which instalments of a section are owed; None: any."""
        if section is Section.WEEK:
            return self.today, self.today + timedelta(days=WEEK_DAYS - 1)
        if section is Section.REMIND:
            return self.today, self.today + timedelta(days=self.ahead)
        if section not in LATE:
            return None, None
        least, most = LATE[section]
        return (self.today - timedelta(days=most) if most else None), self.today - timedelta(days=least)


@dataclass(frozen=True)
class DueFilter:
    """How a person narrows and orders what is to be paid. ``company``: part of a respondent's name."""

    section: Section | None = None
    mediators: tuple[UUID, ...] = ()
    company: str = ""
    sort: str = "due_on"
    descending: bool = False
    sites: tuple[UUID, ...] = ()  # HERE: of the office itself

    def __post_init__(self) -> None:
        if self.sort not in SORTABLE:
            raise ValueError(f"payments cannot be sorted by {self.sort}")


@dataclass(frozen=True)
class Sum:
    """How many instalments, and what is owed on them together."""

    count: int = 0
    owed: Money = ZERO


@dataclass(frozen=True)
class DueTotals:
    """What the filter leaves in all, and of each section."""

    all: Sum
    sections: Mapping[Section, Sum]

    def of(self, section: Section | None) -> Sum:
        """What is listed when the section is chosen; None: everything."""
        return self.all if section is None else self.sections.get(section, Sum())


@dataclass(frozen=True, kw_only=True)
class Due:
    """One instalment that is not paid in full.

    ``due_on``: since when it is owed: the day agreed, ``agreed_on``, or the earlier day on which the rest
    fell due at once. ``payers``: who owes it, the debtors of the agreement or else the respondents.
    ``promise``: the last thing promised in the case.
    """

    case: CaseRow
    number: int
    due_on: date
    agreed_on: date
    payers: tuple[str, ...]
    amount: Money
    owed: Money
    grace_days: int
    promise: Promise | None = None
    is_first: bool = False  # no earlier one is open in its case

    @property
    def paid(self) -> Money:
        """What has been paid of it."""
        return self.amount - self.owed

    @property
    def accelerated(self) -> bool:
        """Whether it is owed before its day because the rest fell due at once."""
        return self.due_on < self.agreed_on

    def days_late(self, today: date) -> int:
        """Days since it was due; 0 on the day and before."""
        return max(0, (today - self.due_on).days)

    def age(self, today: date) -> Section | None:
        """The band of age it is in; None: its week has not come yet."""
        late = (today - self.due_on).days
        if late <= 0:
            return Section.WEEK if late > -WEEK_DAYS else None
        return next(band for band, (_least, most) in LATE.items() if most is None or late <= most)

    def state(self, today: date) -> InstalmentState:
        """How it stands, in the ledger's words."""
        if self.accelerated and today <= self.agreed_on + timedelta(days=self.grace_days):
            return InstalmentState.ACCELERATED
        if today > self.agreed_on + timedelta(days=self.grace_days):
            return InstalmentState.OVERDUE
        if today > self.agreed_on:
            return InstalmentState.GRACE
        return InstalmentState.DUE if today == self.agreed_on else InstalmentState.UPCOMING

    def promised(self, today: date) -> PromiseState | None:
        """What the last promise means for it; None: nothing was promised for it, or that was kept."""
        return self.promise.state(today, self.due_on, is_first=self.is_first) if self.promise else None


def dues(case: Case, line: CaseRow, on: date) -> list[Due]:
    """The open instalments of one case on a day, as the ledger has them. A case that is over or was
    never signed has none."""
    agreement = case.agreement
    if case.status is not Status.OPEN or case.removed_at or agreement is None or not agreement.signed_on:
        return []
    book = ledger(agreement, case.payments, on)
    left = [one for one in book.instalments if one.owed]
    promise, payers = latest_promise(case.payment_notes, case.payments), payers_of(case, agreement)
    return [Due(case=line, number=one.number, due_on=one.owed_since, agreed_on=one.due_on,
                payers=tuple(party.name for party in payers), amount=one.amount,
                owed=one.owed, grace_days=agreement.grace_days, promise=promise,
                is_first=one.number == left[0].number) for one in left]


def payers_of(case: Case, agreement: Agreement) -> list[Party]:
    """Who owes: the debtors that the agreement names, else the respondents."""
    owing = [case.party(one.party_id) for one in agreement.debtors if one.duty is Duty.OWES]
    return owing or case.respondents


def sections_of(due: Due, day: DueDay, notes: Sequence[PaymentNote], reminders: Sequence[Reminder],
                workers: frozenset[UUID]) -> set[Section]:
    """Every section that an instalment is listed in. ``workers``: a reminder to one of them reminds nobody
    who owes."""
    found = {due.age(day.today)} - {None}
    state = due.promised(day.today)
    if state is not None:
        found.add(Section.PROMISED if state is PromiseState.OPEN else Section.BROKEN)
    if due.is_first and to_look_at(notes, day.today):
        found.add(Section.CALL)
    first, last = day.span(Section.REMIND)
    if not due.accelerated and first and last and first <= due.agreed_on <= last:
        since = day.reminded_from(due.agreed_on)
        sent = (one for one in reminders if not one.removed_at and one.instalment == due.number
                and one.party_id not in workers and one.sent_at >= since)
        if next(sent, None) is None:
            found.add(Section.REMIND)
    return {one for one in found if one is not None}
