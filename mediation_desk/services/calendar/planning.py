"""The calendar between two days, as far as the person may read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.places import OfficePlace
from mediation_desk.domain.planning.entries import ALL, CalendarEntry, CalendarFilter, in_order
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import chosen
from mediation_desk.domain.vocabulary import PlaceKind
from mediation_desk.services.desk import Desk
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class InView:
    """What the calendar shows of some days: its entries in order, and the rooms that the office named."""

    since: date
    until: date
    entries: tuple[CalendarEntry, ...] = ()
    rooms: tuple[str, ...] = ()


def between(desk: Desk, since: date, until: date, wanted: CalendarFilter = ALL) -> InView:
    """Everything from ``since`` to ``until``, both included.

    A mediator reads what is on their own cases, and of colleagues' sessions the hours; a supervisor reads
    all cases; whoever looks into no case reads nothing.
    """
    with desk.reading() as work:
        if not desk.may(Verb.READ_CASE, own_case=True):
            return InView(since, until)
        found = work.planned.between(since, until, wanted, work.accounts.names(),
                                     desk.settings.visit_days)
        return InView(since, until, tuple(sorted(found, key=in_order)),
                      _rooms(work, wanted.site_id))


def _rooms(work: Work, site_id: UUID | None) -> tuple[str, ...]:
    places = [one for one in work.all_of(OfficePlace) if not one.removed_at and one.kind is PlaceKind.ROOM
              and site_id in (None, chosen(one.site_id))]
    return tuple(sorted(one.name for one in places))
