"""Reads what pages show: one case whole, or a page of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from uuid import UUID

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.agenda import DAYS_AHEAD, Due, due_range
from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import Clock, clocks
from mediation_desk.domain.listing import MOST_DUE, CaseFilter
from mediation_desk.domain.mediation.holders import is_entitled
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.performance.ledger import Ledger, ledger
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import Site
from mediation_desk.domain.sorting.sorting import Sorting
from mediation_desk.domain.summary import AgendaRow, CaseRow, PersonRow
from mediation_desk.domain.text import codes
from mediation_desk.domain.text.findable import holds
from mediation_desk.domain.travel.elsewhere import Received
from mediation_desk.domain.travel.register import Away
from mediation_desk.domain.words import DeskError
from mediation_desk.services import finding
from mediation_desk.services.closing.planned import visits_to_make
from mediation_desk.services.desk import Desk
from mediation_desk.services.history import Event, recent
from mediation_desk.services.performance import acceleration
from mediation_desk.services.sorting.limitation import NearestLimit
from mediation_desk.services.travel.register import away_in
from mediation_desk.store.travel.received import received
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
    exhibits: int = 0  # how many stand
    away: tuple[Away, ...] = ()  # with whom it is on the road besides
    came_from: Received | None = None  # the office that it was taken in from
    sites: tuple[Site, ...] = ()  # of the office, those too that were taken out

    @property
    def seen(self) -> Seen:
        """What a person knows who looked at this reading."""
        return Seen(self.case.version)


def case(desk: Desk, case_id: UUID) -> CaseView:
    """The whole case with its clocks, ledger, mediators, frozen papers and last events."""
    with desk.case_reading(case_id) as (work, found):
        return view(desk, work, found)


def view(desk: Desk, work: Work, found: Case, events: Sequence[Event] | None = None) -> CaseView:
    """What pages show of a case that was read in this unit of work; ``events`` where they are known."""
    desk.looked_at(found)
    members, accounts = work.members.of(found.id), work.accounts.all()
    own = desk.who.account_id in members
    return CaseView(
        found, tuple(clocks(found, desk.calendar)),
        ledger(found.signed_agreement, found.payments, desk.today) if found.is_signed else None,
        tuple(account for account in accounts if account.id in members),
        tuple(work.papers.of_case(found.id)), own,
        _events(desk, work, found, own) if events is None else tuple(events),
        exhibits=work.evidence.count(found.id),
        away=away_in(desk, work, [found.id]).get(found.id, ()),
        came_from=next(iter(received(work, found.id)), None),
        sites=tuple(replace(one) for one in work.all_of(Site)))


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


def rows(desk: Desk, case_ids: Sequence[UUID]) -> list[CaseRow]:
    """The lines of these cases, as far as the person may see them."""
    with desk.reading() as work:
        return work.lists.rows(case_ids)


def find(desk: Desk, typed: str, limit: int = 20) -> list[CaseRow]:
    """The newest cases that answer the typed text."""
    with desk.reading() as work:
        return work.lists.find(typed, limit)


def people(desk: Desk, typed: str, most: int = 4) -> list[PersonRow]:
    """The people and organisations of found cases that answer the typed text themselves."""
    with desk.reading() as work:
        found = work.lists.people(row.case_id for row in work.lists.find(typed))
        return list(islice((one for one in found if _answers(one, typed)), most))


def _answers(one: PersonRow, typed: str) -> bool:
    """By the name in any writing or by a number; pinyin, which takes longest, last."""
    if any(holds(text, typed) for text in (one.name, *one.numbers)):
        return True
    if any(codes.same(number, typed) for number in one.numbers):
        return True
    return not any(sign.isdecimal() for sign in typed) and finding.matches(one.name, typed)


def mediators(desk: Desk) -> list[tuple[UUID, str]]:
    """The accounts that mediate today: whoever may be put on a case."""
    with desk.reading() as work:
        return [(a.id, a.name) for a in work.accounts.all() if is_entitled(a)]


def in_charge(desk: Desk) -> list[tuple[UUID, str, bool]]:
    """Whose cases there can be, and whether they still mediate: the cases of one who left are looked for."""
    from mediation_desk.domain.accounts import Role

    with desk.reading() as work:
        return [(a.id, a.name, is_entitled(a)) for a in work.accounts.all() if Role.MEDIATOR in a.roles]


Item = tuple[AgendaRow, CaseRow]


@dataclass(frozen=True)
class Pressing:
    """What presses in one way: the first of it, and how much there is in all (at most
    ``MOST_COUNTED``, which then means that or more)."""

    items: tuple[Item, ...]
    total: int


@dataclass(frozen=True)
class Day:
    """What the day brings, by how it presses; and how many cases stand where."""

    today: date
    pressing: Mapping[Due, Pressing]
    stations: dict[str, int]
    visits: tuple[Item, ...] = ()  # to be made until then, on the days for which they are planned

    @property
    def items(self) -> tuple[Item, ...]:
        """All that was read of it, in that order."""
        return (*(item for one in self.pressing.values() for item in one.items), *self.visits)


def day(desk: Desk, ahead: int = DAYS_AHEAD, sites: Sequence[UUID] = ()) -> Day:
    """What is late, due today, and to come until ``ahead`` days from today; ``sites``: in their cases."""
    with desk.reading() as work:
        found = {due: work.lists.due(due_range(due, desk.today, ahead), MOST_DUE, sites)
                 for due in Due}
        read = {due: Pressing(tuple(items), total) for due, (items, total) in found.items()}
        pressing = _folded(work, read, desk.today)
        stations = work.lists.open_figures(sites) if desk.may(Verb.READ_CASE, own_case=True) else {}
        visits = visits_to_make(work, desk.settings, desk.today + timedelta(days=ahead), sites)
        return Day(desk.today, pressing, stations, tuple(visits))


def _folded(work: Work, pressing: Mapping[Due, Pressing], today: date) -> dict[Due, Pressing]:
    """The same, with instalments that fell due at once told as one: late, or due today."""
    told = acceleration.folded(work, [item for one in pressing.values() for item in one.items], today)
    kept = set(told)
    folded = {due: Pressing(items := tuple(item for item in one.items if item in kept),
                            one.total - len(one.items) + len(items)) for due, one in pressing.items()}
    for item in told:
        if item[0].kind == acceleration.ACCELERATION:
            due = Due.OVERDUE if item[0].on < today else Due.TODAY
            folded[due] = Pressing((item, *folded[due].items), folded[due].total + 1)
    return folded
