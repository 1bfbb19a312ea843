"""Packs cases for another office, and back: what was said alone stays, and so do all keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, select

from mediation_desk.domain.travel.elsewhere import PEOPLE, Named, Origin
from mediation_desk.domain.travel.register import BagCase
from mediation_desk.domain.travel.tables import STAYING_HERE
from mediation_desk.store import schema
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.store import Store
from mediation_desk.store.tables.cases import cases as cases_table
from mediation_desk.store.tables.journal import journal
from mediation_desk.store.travel import bag, loads
from mediation_desk.store.travel.bag import Lock
from mediation_desk.store.travel.card import Card
from mediation_desk.store.travel.manifest import Content, Handover, Inside, Outside, Travelling
from mediation_desk.store.travel.office_key import OfficeKey
from mediation_desk.store.travel.packing import between_offices, departing
from mediation_desk.store.travel.returning import new_exhibits, travelling
from mediation_desk.store.vault.keys import public_half
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class Going:
    """A bag for another office. ``salts``: by which bags from that desk are known, the former ones too;
    ``people``: all whom this office can name, by account."""

    bag_id: UUID
    desk_id: UUID
    card: Card
    cases: Sequence[UUID]
    with_evidence: bool
    reason: str
    office: str
    sender: str
    made_at: datetime
    office_key: OfficeKey
    salts: Sequence[bytes]
    people: Mapping[str, Named]


@dataclass(frozen=True)
class Back:
    """A bag that goes back. ``departures``: of each case, as it came in; ``bags``: those that brought them,
    the latest last."""

    origin: Origin
    bags: Sequence[UUID]
    departures: Mapping[UUID, BagCase]
    office: str
    sender: str
    made_at: datetime
    people: Mapping[str, Named]


def people(work: Work) -> dict[str, Named]:
    """All whom this office can name, by account: its own people, and those of whom others told."""
    others: dict[str, Named] = {account: (name, office) for account, (name, office)
                                in work.settings.value(PEOPLE, {}).items()}
    return {**others, **{str(one.id): (one.name, "") for one in work.accounts.all()}}


def hand_over(store: Store, going: Going, target: Path, pace: Pace = AT_EASE) -> list[Travelling]:
    """Write the bag; the cases in it, each with the point of its chain at which it left."""
    outside = between_offices(going.card.account_id, going.card.public_key, store.place.vault.read().store_id,
                              going.bag_id, going.desk_id, homeward=False)
    lock = Lock(going.office_key.public, going.office_key.salt_of(going.desk_id))
    with database_of(store.engine).for_reading(store.engine).connect() as connection:
        cases = departing(connection, dict.fromkeys(going.cases, b""), going.desk_id)
        contents = loads.contents_of(connection, list(going.cases)) if going.with_evidence else []
        inside = Inside(
            schema=schema.NEWEST, office=going.office, laptop=going.card.name, carrier_name=going.card.name,
            carrier_login="", made_at=going.made_at, cases=cases, columns=loads.columns(),
            counts=loads.counts(connection, cases, STAYING_HERE), contents=contents,
            office_key=lock.office_key, return_salt=bytes(lock.return_salt),
            handover=Handover(sender=going.sender, reason=going.reason, salts=list(going.salts)),
            names=_named(connection, going.cases, going.people))
        _write(connection, target, going.card.account_id, (outside, lock, inside), pace)
    return cases


def hand_back(store: Store, back: Back, target: Path, pace: Pace = AT_EASE) -> Inside:
    """Write what was done here to the cases of one office into a bag for it; what stands inside."""
    me, way_home = store.opened, {name: bytes.fromhex(key) for name, key in back.origin.way_home.items()}
    outside = between_offices(me.account_id, public_half(me.private_key), back.origin.store_id, back.bags[-1],
                              back.origin.desk_id, homeward=True)
    with database_of(store.engine).for_reading(store.engine).connect() as connection:
        every = list(travelling(connection, back.departures, list(back.departures)))
        cases = [one for one in every if one.end > one.base]
        contents = _new_contents(connection, cases)
        inside = Inside(
            schema=schema.NEWEST, office=back.office, laptop=back.office, carrier_name=back.sender,
            carrier_login="", made_at=back.made_at, cases=cases, columns=loads.columns(),
            counts=loads.counts(connection, cases, STAYING_HERE), contents=contents, bags=list(back.bags),
            still=[one.case_id for one in every if one.end == one.base],
            names=_named(connection, list(back.departures), back.people))
        lock = Lock(way_home["office_key"], way_home["return_salt"])
        _write(connection, target, me.account_id, (outside, lock, inside), pace)
    return inside


def _write(connection: Connection, target: Path, carrier: UUID,
           made: tuple[Outside, Lock, Inside], pace: Pace) -> None:
    outside, lock, inside = made
    bag.write(target, outside, lock, inside, loads.parts(
        connection, inside.cases, inside.contents, carrier, pace, staying=STAYING_HERE))


def _new_contents(connection: Connection, cases: Sequence[Travelling]) -> list[Content]:
    return loads.contents_of(connection, [one.case_id for one in cases], new_exhibits(connection, cases))


def _named(connection: Connection, cases: Collection[UUID], known: Mapping[str, Named]) -> dict[str, Named]:
    """Who worked on these cases, or mediates them; nobody else of the office is told of."""
    ids = list(cases)
    wrote = select(journal.c.account_id).where(journal.c.chain.in_(ids)).distinct()
    mediate = select(cases_table.c.mediator_id).where(cases_table.c.id.in_(ids))
    found = {str(one) for query in (wrote, mediate) for one in connection.scalars(query)}
    return {account: name for account, name in known.items() if account in found}
