"""The register of the road, read through a unit of work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from uuid import UUID

from sqlalchemy import select

from mediation_desk.domain.travel.register import Away, Bag, BagCase, Laptop
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.tables.cases import bag_cases, cases
from mediation_desk.store.tables.desk import accounts
from mediation_desk.store.tables.travel import bags as bags_table
from mediation_desk.store.tables.travel import laptops as laptops_table
from mediation_desk.store.travel.manifest import Travelling
from mediation_desk.store.work.work import Work

_ON_ROAD = (bags_table.c.home_at.is_(None), bags_table.c.lost_at.is_(None))


def laptops(work: Work) -> Sequence[Laptop]:
    """Every laptop that a bag ever left with."""
    return work.all_of(Laptop)


def is_elsewhere(work: Work, laptop_id: UUID) -> bool:
    """Whether it is no laptop but somebody's desk at another office."""
    found = select(laptops_table.c.store_id).where(laptops_table.c.id == laptop_id)
    return work.connection.scalar(found) is not None


def bags(work: Work) -> Sequence[Bag]:
    """Every bag that left."""
    return work.all_of(Bag)


def bag(work: Work, bag_id: UUID) -> Bag:
    """One of them; DeskError for one that never left this office."""
    found = next((one for one in work.all_of(Bag) if one.id == bag_id), None)
    if found is None:
        raise DeskError(N_("This bag never left this office, or left it after the backup that this store was "
                           "restored from."), field="bag")
    return found


def leaves(work: Work, bag: Bag, travelling: Iterable[Travelling]) -> None:
    """Note a bag that leaves, and each case in it with its point of departure."""
    work.put(bag)
    for one in travelling:
        work.put(BagCase(id=work.new_key(), case_id=one.case_id, bag_id=bag.id, laptop_id=bag.laptop_id,
                         number=one.number, digest=one.digest))


def cases_of(work: Work, bag_id: UUID) -> list[UUID]:
    """The cases in a bag."""
    found = select(bag_cases.c.case_id).where(bag_cases.c.bag_id == bag_id).order_by(bag_cases.c.id)
    return list(work.connection.scalars(found))


def here(work: Work, wanted: Collection[UUID]) -> set[UUID]:
    """Which of these cases are in this store."""
    return set(work.connection.scalars(select(cases.c.id).where(cases.c.id.in_(list(wanted)))))


def cases_here(work: Work) -> list[UUID]:
    """Every case of the store; for a laptop, which has few."""
    return list(work.connection.scalars(select(cases.c.id)))


def away(work: Work, cases: Collection[UUID]) -> Iterator[tuple[UUID, Away]]:
    """Which of these cases are on the road, and with whom; in one query, the earliest departure first."""
    if not cases:
        return
    found = (select(bag_cases.c.case_id, bags_table.c.id, accounts.c.name, laptops_table.c.name,
                    bags_table.c.left_at, laptops_table.c.office)
             .join(bags_table, bags_table.c.id == bag_cases.c.bag_id)
             .join(laptops_table, laptops_table.c.id == bags_table.c.laptop_id)
             .join(accounts, accounts.c.id == bags_table.c.carrier_id)
             .where(bag_cases.c.case_id.in_(list(cases)), *_ON_ROAD).order_by(bags_table.c.left_at))
    for case_id, *told in work.connection.execute(found):
        yield case_id, Away(*told)


def is_any_out(work: Work) -> bool:
    """Whether a bag is on the road."""
    return work.connection.scalar(select(bags_table.c.id).where(*_ON_ROAD).limit(1)) is not None


def departures(work: Work, laptop_id: UUID) -> dict[UUID, BagCase]:
    """The latest departure of each case with that laptop; on the laptop: of each case that it opened.

    By the case's chain at the office, whatever a laptop's clock said.
    """
    found = [one for one in work.all_of(BagCase) if one.laptop_id == laptop_id]
    return {one.case_id: one for one in sorted(found, key=lambda one: (one.number, one.id))}
