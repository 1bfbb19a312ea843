"""Reads what pages show: one case whole, or a page of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import Clock, clocks
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.performance.ledger import Ledger, ledger
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.summary import AgendaRow, CaseRow
from mediation_desk.services.desk import Desk
from mediation_desk.store.work.office_rows import FrozenPaper


@dataclass(frozen=True)
class CaseView:
    """A case as it was read: its rows are for looking only, verbs change them by their keys."""

    case: Case
    clocks: tuple[Clock, ...]
    ledger: Ledger | None
    mediators: tuple[Account, ...]
    papers: tuple[FrozenPaper, ...]
    own: bool

    @property
    def seen(self) -> Seen:
        """What a person knows who looked at this reading."""
        return Seen(self.case.version)


def case(desk: Desk, case_id: UUID) -> CaseView:
    """The whole case with its clocks, ledger, mediators and frozen papers."""
    with desk.case_reading(case_id) as (work, found):
        desk.looked_at(found)
        members = work.members.of(case_id)
        agreement = found.agreement
        signed = agreement is not None and agreement.signed_on is not None
        return CaseView(
            found, tuple(clocks(found, desk.calendar)),
            ledger(found.signed_agreement, found.payments, desk.today) if signed else None,
            tuple(a for a in work.accounts.all() if a.id in members),
            tuple(work.papers.of_case(case_id)), desk.who.account_id in members)


def page(desk: Desk, wanted: CaseFilter, offset: int, limit: int) -> list[CaseRow]:
    """A page of the list of cases."""
    with desk.reading() as work:
        return work.lists.page(wanted, offset, limit)


def count(desk: Desk, wanted: CaseFilter) -> int:
    """How many cases the filter leaves."""
    with desk.reading() as work:
        return work.lists.count(wanted)


def find(desk: Desk, typed: str, limit: int = 20) -> list[CaseRow]:
    """The newest cases that answer the typed text."""
    with desk.reading() as work:
        return work.lists.find(typed, limit)


def mediators(desk: Desk) -> list[tuple[UUID, str]]:
    """The accounts that mediate, for filters and sharing."""
    from mediation_desk.domain.accounts import Role

    with desk.reading() as work:
        return [(a.id, a.name) for a in work.accounts.all() if Role.MEDIATOR in a.roles]


@dataclass(frozen=True)
class Day:
    """What the day brings: overdue, due today, coming; and how many cases stand where."""

    today: date
    items: tuple[tuple[AgendaRow, CaseRow], ...]
    stations: dict[str, int]

    @property
    def overdue(self) -> list[tuple[AgendaRow, CaseRow]]:
        """What should have been done before today."""
        return [item for item in self.items if item[0].on < self.today]

    def coming(self) -> list[tuple[AgendaRow, CaseRow]]:
        """Today and later."""
        return [item for item in self.items if item[0].on >= self.today]


def day(desk: Desk, ahead: int = 14) -> Day:
    """The agenda until ``ahead`` days from today."""
    with desk.reading() as work:
        items = work.lists.agenda(desk.today, desk.today + timedelta(days=ahead))
        stations = work.lists.open_figures() if desk.may(Verb.READ_CASE, own_case=True) else {}
        return Day(desk.today, tuple(items), stations)
