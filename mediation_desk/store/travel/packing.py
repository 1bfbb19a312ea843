"""Packs cases of the office into a bag, as they stand at one moment."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_bytes
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from mediation_desk.domain.travel.numbers import blocks_of
from mediation_desk.domain.travel.register import Laptop
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store import schema
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.journal.heads import head_of
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.store import Store
from mediation_desk.store.tables.cases import cases as cases_table
from mediation_desk.store.tables.cases import homecomings
from mediation_desk.store.tables.desk import accounts, papers
from mediation_desk.store.tables.desk import settings as settings_table
from mediation_desk.store.tables.journal import journal, journal_chains
from mediation_desk.store.travel import bag, loads, office_rows
from mediation_desk.store.travel.bag import Lock
from mediation_desk.store.travel.manifest import Carrier, Inside, Outside, Person, Travelling
from mediation_desk.store.travel.office_key import OfficeKey
from mediation_desk.store.vault import seals
from mediation_desk.store.vault.document import OFFICE_COST, Entry, Vault

SALT_BYTES = 16
STAYING = ("vault", "backup.", "travel.", "referral.", "store_key")
"""Settings that are this store's own."""


@dataclass(frozen=True)
class Wanted:
    """What goes into a bag: which cases, each with its key for the carrier (or nothing), for whom."""

    bag_id: UUID
    laptop: Laptop
    carrier_id: UUID
    made_at: datetime
    office: str
    keys: Mapping[UUID, bytes]
    with_evidence: bool
    numbers: Mapping[int, Sequence[int]]
    office_key: OfficeKey


def key_place(case_id: UUID) -> bytes:
    """What a case's key in a bag is bound to."""
    return b"case key/" + case_id.bytes


def write(store: Store, vault: Vault, wanted: Wanted, target: Path, pace: Pace = AT_EASE) -> list[Travelling]:
    """Write the bag; the cases in it, each with the point of its chain at which it left."""
    readers = database_of(store.engine).for_reading(store.engine)
    salt = wanted.office_key.salt_of(wanted.laptop.id)
    with readers.connect() as connection:
        cases = departing(connection, wanted.keys, wanted.laptop.id)
        inside = _inside(store, connection, vault, wanted, cases)
        outside = outside_of(vault, wanted.carrier_id, bag_id=wanted.bag_id, laptop_id=wanted.laptop.id,
                             homeward=False)
        bag.write(target, outside, Lock(wanted.office_key.public, salt), inside,
                  loads.parts(connection, cases, inside.contents, wanted.carrier_id, pace))
    return cases


def between_offices(receiver: UUID, public_key: bytes, store_id: UUID, bag_id: UUID, laptop_id: UUID,
                    *, homeward: bool) -> Outside:
    """The outside of a bag that goes to another office, or back to the one with that store: it opens with
    the key that the receiver has at their own desk, and says nothing of anybody's password."""
    carrier = Carrier(account_id=receiver, salt=b"", cost=OFFICE_COST, private_wrap=b"",
                      public_key=public_key)
    return Outside(homeward=homeward, bag_id=bag_id, laptop_id=laptop_id, store_id=store_id,
                   carrier=carrier, salt=token_bytes(SALT_BYTES))


def outside_of(vault: Vault, carrier_id: UUID, *, bag_id: UUID, laptop_id: UUID, homeward: bool) -> Outside:
    """The outside of a bag of that carrier."""
    entry: Entry = vault.of(carrier_id)
    carrier = Carrier(account_id=carrier_id, salt=entry.salt, cost=entry.cost,
                      private_wrap=entry.private_wrap, public_key=entry.public_key)
    return Outside(homeward=homeward, bag_id=bag_id, laptop_id=laptop_id, store_id=vault.store_id,
                   carrier=carrier, salt=token_bytes(SALT_BYTES))


def departing(connection: Connection, keys: Mapping[UUID, bytes], laptop_id: UUID) -> list[Travelling]:
    """The cases with their whole chains. DeskError where one is not in this store."""
    heads = {row["chain"]: head_of(row) for row in connection.execute(
        select(journal_chains).where(journal_chains.c.chain.in_(list(keys)))).mappings()}
    home = came_home(connection, laptop_id)
    labels = {row.id: row.number for row in connection.execute(
        select(cases_table.c.id, cases_table.c.number).where(cases_table.c.id.in_(list(keys))))}
    if labels.keys() != keys.keys():
        raise DeskError(N_("That case is not in this store."), field="cases")
    return [Travelling(case_id=case_id, label=labels[case_id], number=head.number, digest=head.digest, base=0,
                       base_digest=head.origin, end=head.number, head=head.digest, key=key,
                       home=home.get(case_id, 0))
            for case_id, key in keys.items() if (head := heads[case_id])]


def came_home(connection: Connection, laptop_id: UUID) -> dict[UUID, int]:
    """How far each case's chain on that laptop is home: the number of its last entry."""
    last = select(homecomings.c.case_id, func.max(homecomings.c.number).label("number")).where(
        homecomings.c.laptop_id == laptop_id, homecomings.c.removed_at.is_(None)
    ).group_by(homecomings.c.case_id)
    return {row.case_id: row.number for row in connection.execute(last)}


def _inside(store: Store, connection: Connection, vault: Vault, wanted: Wanted,
            cases: Sequence[Travelling]) -> Inside:
    people, typefaces = list(_people(connection)), loads.typefaces_of(connection)
    contents = loads.contents_of(connection, list(wanted.keys)) if wanted.with_evidence else []
    return Inside(
        schema=schema.NEWEST, office=wanted.office, laptop=wanted.laptop.name,
        carrier_name=next(one.name for one in people if one.id == wanted.carrier_id),
        carrier_login=vault.of(wanted.carrier_id).login, made_at=wanted.made_at, cases=list(cases),
        counts=loads.counts(connection, cases), columns=loads.columns(), people=people,
        contents=[*contents, *loads.files_of(typefaces, contents)], typefaces=typefaces,
        office_rows=office_rows.told(connection),
        settings=_settings(connection),
        numbers={str(year): list(blocks_of(ours)) for year, ours in wanted.numbers.items()},
        escrow_public_key=vault.escrow_public_key, office_key=wanted.office_key.public,
        return_salt=bytes(wanted.office_key.salt_of(wanted.laptop.id)),
        wrap_salt=bytes(seals.wrap_salt(store.opened.store_key)))


def _people(connection: Connection) -> Iterator[Person]:
    for row in connection.execute(select(accounts).where(accounts.c.removed_at.is_(None))):
        yield Person(id=row.id, login=row.login, name=row.name, roles=sorted(row.roles),
                     public_key=bytes(row.public_key), created_at=row.created_at, disabled_at=row.disabled_at,
                     standing=row.standing, site_id=row.site_id)


def _settings(connection: Connection) -> dict[str, Any]:
    """The office's own: who it is, its figures and holidays, its forms."""
    return {name: json.loads(value)
            for name, value in connection.execute(select(settings_table.c.name, settings_table.c.value))
            if not name.startswith(STAYING)}


def row_bytes(connection: Connection, cases: Sequence[UUID]) -> int:
    """About how many bytes their rows are: the journal and the frozen papers make up nearly all."""
    told = select(func.sum(func.length(journal.c.changes) + 400)).where(journal.c.chain.in_(list(cases)))
    frozen = select(func.sum(func.length(papers.c.pdf))).where(papers.c.case_id.in_(list(cases)))
    return sum(int(connection.execute(one).scalar() or 0) for one in (told, frozen))
