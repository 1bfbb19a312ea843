"""Who is on the road: the office's register of laptops and bags, as pages and lists tell it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel import elsewhere
from mediation_desk.domain.travel.register import Away, Bag, Laptop
from mediation_desk.services.desk import Desk
from mediation_desk.store.travel import register
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class KnownLaptop:
    """A laptop that bags left with."""

    id: UUID
    name: str
    carrier: str
    since: datetime


@dataclass(frozen=True)
class BagLine:
    """A bag as the travel page lists it. ``laptop``: on which it is, or who has it at another ``office``.
    ``cases``: the numbers of those that the person may see; ``hidden``: how many others are in it."""

    bag: Bag
    laptop: str
    carrier: str
    cases: tuple[tuple[UUID, str], ...]
    hidden: int
    office: str = ""


def laptops(desk: Desk) -> Sequence[KnownLaptop]:
    """The laptops of the person at the desk, the latest first."""
    with desk.reading() as work:
        names = work.accounts.names()
        known = register.laptops(work)
        return [KnownLaptop(one.id, one.name, names.get(one.carrier_id, "?"), one.known_since)
                for one in sorted(known, key=lambda one: one.known_since, reverse=True)
                if one.carrier_id == desk.who.account_id and one.store_id is None]


def bags(desk: Desk) -> Sequence[BagLine]:
    """All bags that left, the latest first; cases that the person may not see are only counted. Bags that
    were taken in from another office are not among them."""
    with desk.reading() as work:
        came = elsewhere.origins(work.settings.read())
        left = [one for one in register.bags(work) if one.laptop_id not in came]
        return _lines(work, sorted(left, key=lambda one: one.left_at, reverse=True))


def bag(desk: Desk, bag_id: UUID) -> BagLine:
    """One of them; DeskError for one that never left this office."""
    with desk.reading() as work:
        return _lines(work, [register.bag(work, bag_id)])[0]


def _lines(work: Work, found: Sequence[Bag]) -> list[BagLine]:
    names, known = work.accounts.names(), {one.id: one for one in register.laptops(work)}
    return [_line(work, one, known.get(one.laptop_id), names.get(one.carrier_id, "?")) for one in found]


def _line(work: Work, bag: Bag, laptop: Laptop | None, carrier: str) -> BagLine:
    cases = register.cases_of(work, bag.id)
    shown = tuple(sorted(((row.case_id, row.number) for row in work.lists.rows(cases)),
                         key=lambda one: one[1]))
    name, office = (laptop.name, laptop.office or "") if laptop else ("?", "")
    return BagLine(bag, name, carrier, shown, len(cases) - len(shown), office)


def away(desk: Desk, cases: Collection[UUID]) -> Mapping[UUID, tuple[Away, ...]]:
    """With whom these cases are besides at the office; those that are with nobody are left out."""
    with desk.reading() as work:
        return away_in(desk, work, cases)


def away_in(desk: Desk, work: Work, cases: Collection[UUID]) -> Mapping[UUID, tuple[Away, ...]]:
    """The same within a unit of work. On a laptop nothing is away: what is there is all at hand."""
    found: dict[UUID, tuple[Away, ...]] = {}
    if desk.branch is None:
        for case_id, line in register.away(work, cases):
            found[case_id] = (*found.get(case_id, ()), line)
    return found


def is_any_out(desk: Desk) -> bool:
    """Whether anything of this office is on the road; never on a laptop."""
    with desk.reading() as work:
        return desk.branch is None and register.is_any_out(work)


def declare_lost(desk: Desk, bag_id: UUID, note: str) -> Changes:
    """Note that a laptop or stick will not come home; what comes after all needs a reason."""
    with desk.work("declare_lost", Verb.DECLARE_LOST) as work:
        register.bag(work, bag_id).declare_lost(work.who.now, note)
        return work.commit(lists=("bags", "cases"))
