"""Reads what pages show: one case whole, or a page of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import Clock, clocks
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.performance.ledger import Ledger, ledger
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sorting.sorting import Sorting
from mediation_desk.domain.summary import AgendaRow, CaseRow
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.history import Event, recent
from mediation_desk.services.sorting.limitation import NearestLimit
from mediation_desk.store.work.office_rows import FrozenPaper
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class CaseView:
    """A case as it was read: its rows are for looking only, verbs change them by their keys.

    ``events``: the last things done, the latest first; none for whoever may not read the timeline.
    ``sorting`` and ``limit`` (see ``limitation.nearest``) come with a case that is open, and
    ``unsorted`` where it cannot be sorted.
    """

    case: Case
    clocks: tuple[Clock, ...]
    ledger: Ledger | None
    mediators: tuple[Account, ...]
    papers: tuple[FrozenPaper, ...]
    own: bool
    events: tuple[Event, ...] = ()
    sorting: Sorting | None = None
    limit: NearestLimit | None = None
    unsorted: DeskError | None = None


def case(desk: Desk, case_id: UUID) -> CaseView:
    """The whole case with its clocks, ledger, mediators, frozen papers and last events."""
    with desk.case_reading(case_id) as (work, found):
        return view(desk, work, found)


def view(desk: Desk, work: Work, found: Case, events: Sequence[Event] | None = None) -> CaseView:
    """What pages show of a case that was read in this unit of work; ``events`` where they are known."""
    members, accounts = work.members.of(found.id), work.accounts.all()
    own = desk.who.account_id in members
    return CaseView(
        found, tuple(clocks(found, desk.calendar)),
        ledger(found.signed_agreement, found.payments, desk.today) if found.is_signed else None,
        tuple(account for account in accounts if account.id in members),
        tuple(work.papers.of_case(found.id)), own,
        _events(desk, work, found, own) if events is None else tuple(events))


def _events(desk: Desk, work: Work, found: Case, own: bool) -> tuple[Event, ...]:
    return recent(work, found.id) if desk.may(Verb.READ_TIMELINE, own_case=own) else ()


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
