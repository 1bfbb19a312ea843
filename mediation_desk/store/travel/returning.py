"""Packs what a laptop did into a bag for home: changed and new cases, new evidence, frozen papers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, func, select

from mediation_desk.domain.travel.branch import Branch
from mediation_desk.domain.travel.register import BagCase
from mediation_desk.store import schema
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.journal.chain import OFFICE
from mediation_desk.store.journal.heads import head_of
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.store import Store
from mediation_desk.store.tables.cases import cases as cases_table
from mediation_desk.store.tables.journal import journal, journal_chains
from mediation_desk.store.travel import bag, loads
from mediation_desk.store.travel.bag import Lock
from mediation_desk.store.travel.manifest import Inside, Travelling
from mediation_desk.store.travel.packing import outside_of


@dataclass(frozen=True)
class Returning:
    """What goes home. ``departures``: of each case that came from the office; ``wraps``: keys of cases that
    were begun here, for the carrier under the office's salt; ``numbers``: those that are left."""

    branch: Branch
    office: str
    name: str
    made_at: datetime
    bags: Sequence[UUID]
    departures: Mapping[UUID, BagCase]
    wraps: Mapping[UUID, bytes]
    numbers: Mapping[str, list[tuple[int, int]]]


def write(store: Store, going: Returning, target: Path, pace: Pace = AT_EASE) -> Inside:
    """Write the bag; what stands inside."""
    vault, me = store.place.vault.read(), store.opened.account_id
    readers = database_of(store.engine).for_reading(store.engine)
    way_home = {name: bytes.fromhex(value) for name, value in going.branch.way_home.items()}
    outside = outside_of(vault, me, bag_id=going.bags[-1], laptop_id=going.branch.laptop_id, homeward=True)
    with readers.connect() as connection:
        all_cases = list(travelling(connection, going.departures))
        cases = [one for one in all_cases if one.end > one.base]
        exhibits = new_exhibits(connection, cases)
        inside = Inside(
            schema=schema.NEWEST, office=going.office, laptop=going.branch.laptop, carrier_name=going.name,
            carrier_login=vault.of(me).login, made_at=going.made_at, cases=cases,
            counts=loads.counts(connection, cases), columns=loads.columns(),
            contents=loads.contents_of(connection, [one.case_id for one in cases], exhibits),
            numbers=dict(going.numbers), bags=list(going.bags),
            still=[one.case_id for one in all_cases if one.end == one.base])
        bag.write(target, outside, Lock(way_home["office_key"], way_home["return_salt"]), inside,
                  loads.parts(connection, cases, inside.contents, me, pace, going.wraps))
    return inside


def travelling(connection: Connection, departures: Mapping[UUID, BagCase],
               only: Collection[UUID] | None = None) -> Iterator[Travelling]:
    """The cases of this store, each with what was done to it since its departure; ``only``: of these."""
    named = select(cases_table.c.id, cases_table.c.number)
    labels = {row.id: row.number for row in connection.execute(named)}
    heads = select(journal_chains).where(journal_chains.c.chain != OFFICE).order_by(journal_chains.c.chain)
    if only is not None:
        heads = heads.where(journal_chains.c.chain.in_(list(only)))
    for row in connection.execute(heads).mappings().all():
        head, left = head_of(row), departures.get(row["chain"])
        base, digest = _base(connection, left) if left else (0, head.origin)
        yield Travelling(
            case_id=head.chain, label=labels.get(head.chain, ""), number=left.number if left else 0,
            digest=left.digest if left else b"", base=base, base_digest=digest, end=head.number,
            head=head.digest)


def _base(connection: Connection, left: BagCase) -> tuple[int, bytes]:
    """The last entry that came with the bag."""
    mine = journal.c.chain == left.case_id
    last = select(func.max(journal.c.number)).where(mine, journal.c.work_id == left.opened_by)
    number = connection.execute(last).scalar_one()
    digest = select(journal.c.digest).where(mine, journal.c.number == number)
    return int(number), bytes(connection.execute(digest).scalar_one())


def new_exhibits(connection: Connection, cases: Sequence[Travelling]) -> set[UUID]:
    """The exhibits that were handed in here since."""
    found: set[UUID] = set()
    for one in cases:
        made = select(journal.c.row_id).where(
            journal.c.chain == one.case_id, journal.c.number > one.base, journal.c.table_name == "exhibits",
            journal.c.action == "insert")
        found.update(UUID(row_id) for row_id in connection.scalars(made))
    return found
