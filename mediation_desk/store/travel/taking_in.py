"""What comes out of an outward bag, put into the laptop's store through a unit of work."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.journal_tables import COUNTERS
from mediation_desk.domain.mediation.holders import HolderState
from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.domain.own_files import OwnTypeface
from mediation_desk.domain.travel.numbers import blocks_of, within
from mediation_desk.domain.travel.register import BagCase
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.journal.pending import RowChange
from mediation_desk.store.tables.columns import as_fields, metadata
from mediation_desk.store.tables.journal import journal
from mediation_desk.store.travel import register
from mediation_desk.store.travel.adopting import adopt
from mediation_desk.store.travel.applying import apply
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.manifest import OwnFace, Person, Travelling
from mediation_desk.store.travel.rows import (
    as_rows,
    beside,
    entity,
    loaded,
    packed_rows,
    plain_row,
    present,
)
from mediation_desk.store.values import plain, restored
from mediation_desk.store.vault.former_wraps import voucher
from mediation_desk.store.work.serials import RESERVED
from mediation_desk.store.work.work import Work

_WRAPS = "case_key_wraps"


def take_case(work: Work, journal_key: bytes, load: Load, travelling: Travelling, mine: BagCase,
              wrap: bytes) -> None:
    """A case out of the bag: taken in whole, or brought to where the office has it.

    ``mine``: how this store notes the departure. ``wrap``: the case's key for the carrier, under this
    store's salt; empty where the carrier does not hold it.
    """
    case_id = travelling.case_id
    _own_wrap(load, case_id, work.who.account_id, wrap)
    known = register.departures(work, mine.laptop_id).get(case_id)
    if known is None and not _is_here(work, case_id):
        take_whole(work, journal_key, load, case_id)
    else:
        _require_home(work, travelling, known)
        work.cases.get(case_id, to_write=True)
        raw = present(work.connection, case_id)
        coming = loaded(load.rows[case_id])
        wanted = as_rows(coming)
        out = beside(coming, raw, wanted, {}, work.who.now.isoformat())
        apply(work, wanted, raw, packed_rows(load.rows[case_id]), out)
        _sync_keys(work, load, case_id)
    work.put(mine)


def vouch(load: Load, case_id: UUID, store_key: bytes) -> None:
    """Vouch for the wraps that a laptop made with what the office mixed into them at the departure: the
    store key may have been renewed since (store/vault/former_wraps.py)."""
    for row in load.of(case_id, _WRAPS):
        if row["wrapped"]:
            row["vouched"] = voucher(row["wrapped"], case_id.bytes, UUID(row["account_id"]).bytes, store_key)


def take_whole(work: Work, journal_key: bytes, load: Load, case_id: UUID) -> None:
    """A case that this store does not have, with its whole chain and the number that it took."""
    for change in wraps_otherwise(load, case_id):
        work.note(change)
    adopt(work.connection, journal_key, load, case_id)
    work.adopted.add(case_id)
    for row in load.of(case_id, "journal"):
        if row["table_name"] in COUNTERS:
            work.serials.heard(int(row["row_id"]), int(json.loads(row["changes"])["last"][1]))


def _is_here(work: Work, case_id: UUID) -> bool:
    found = select(func.count()).select_from(metadata.tables["cases"]).where(
        metadata.tables["cases"].c.id == case_id)
    return bool(work.connection.execute(found).scalar_one())


def _require_home(work: Work, travelling: Travelling, known: BagCase | None) -> None:
    """Refuse to bring a case up to date on which something was done here that is not home yet."""
    if known is not None and travelling.number < known.number:
        raise DeskError(N_("This bag is older than the one that was opened here last. Nothing was changed."),
                        field="bag")
    last = work.connection.execute(select(func.max(journal.c.number)).where(
        journal.c.chain == travelling.case_id)).scalar_one()
    if last > max(travelling.home, opened_at(work, known)):
        raise DeskError(N_("Case {number} holds work on this laptop that is not home yet. Take it home, and "
                           "pack the bag again. Nothing was changed."), field="bag", number=travelling.label)


def opened_at(work: Work, known: BagCase | None) -> int:
    """The number of the last entry that came with the bag; 0 for a case that was begun here."""
    if known is None:
        return 0
    last = select(func.max(journal.c.number)).where(journal.c.chain == known.case_id,
                                                    journal.c.work_id == known.opened_by)
    return int(work.connection.execute(last).scalar() or known.number)


# Keys


def _own_wrap(load: Load, case_id: UUID, account_id: UUID, wrap: bytes) -> None:
    for row in load.of(case_id, _WRAPS):
        if row["account_id"] == str(account_id) and row["removed_at"] is None:
            row["wrapped"] = wrap


def wraps_otherwise(load: Load, case_id: UUID) -> Iterator[RowChange]:
    """Wraps that are not as the case's chain has them: left behind, or made for this store. It is told."""
    told: dict[str, Any] = {}
    for row in sorted(load.of(case_id, "journal"), key=lambda one: one["number"]):
        changes = json.loads(row["changes"]) if row["table_name"] == _WRAPS else {}
        if "wrapped" in changes:
            told[row["row_id"]] = changes["wrapped"][1]
    for row in load.of(case_id, _WRAPS):
        now, before = plain(row["wrapped"]), told.get(row["id"])
        if before is not None and before != now:
            yield RowChange(_WRAPS, row["id"], case_id, "update", {"wrapped": [before, now]})


def _sync_keys(work: Work, load: Load, case_id: UUID) -> None:
    """Who is on the case, and whose its key is, as the office has it."""
    for table, kind in ((_WRAPS, CaseKeyWrap), ("case_holders", HolderState)):
        known: dict[str, Any] = {str(one.id): one for one in work.rows_of(kind, case_id)}  # type: ignore[attr-defined]
        for packed in load.of(case_id, table):
            told = {**plain_row(table, packed), **as_fields(table, _bytes(packed))}
            if packed["id"] not in known:
                work.put(entity(table, told))
                continue
            for name, value in told.items():
                kept = value if isinstance(value, bytes) else restored(metadata.tables[table].c[name], value)
                if getattr(known[packed["id"]], name) != kept:
                    setattr(known[packed["id"]], name, kept)
                    if name == "wrapped":
                        known[packed["id"]].vouched = None  # for another one


def _bytes(packed: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in packed.items() if isinstance(value, bytes)}


# The office


def take_people(work: Work, people: Iterable[Person]) -> None:
    """The office's accounts as they are: to name who did what, and to know whose keys still count."""
    known = {account.id: account for account in work.all_of(Account)}
    for person in people:
        told: dict[str, Any] = {
            "login": person.login, "name": person.name, "roles": frozenset(person.roles),
            "public_key": person.public_key, "disabled_at": person.disabled_at,
            "standing": person.standing, "site_id": person.site_id}
        if person.id not in known:
            work.accounts.add(Account(id=person.id, created_at=person.created_at, **told))
            continue
        for name, value in told.items():
            if getattr(known[person.id], name) != value:
                setattr(known[person.id], name, value)


def take_typefaces(work: Work, typefaces: Iterable[OwnFace]) -> None:
    """The office's own typefaces as they are; one that it took out serves no more here either."""
    known = {one.id: one for one in work.all_of(OwnTypeface)}
    for face in typefaces:
        mine = known.pop(face.id, None)
        if mine is None:
            work.put(OwnTypeface(id=face.id, name=face.name, sha256=face.sha256, size=face.size,
                                 position=face.position))
            continue
        mine.position, mine.removed_at = face.position, None
    for gone in known.values():
        gone.removed_at = gone.removed_at or work.who.now


def take_numbers(work: Work, numbers: Mapping[str, Iterable[tuple[int, int]]]) -> None:
    """The numbers reserved for this laptop, behind those that it has left."""
    left = work.settings.read().get(RESERVED, {})
    years = {year: blocks_of([*within(left.get(year, [])), *within(list(blocks))])
             for year, blocks in numbers.items()}
    work.settings.write({RESERVED: {**left, **years}})


def departure_of(work: Work, travelling: Travelling, bag_id: UUID, laptop_id: UUID) -> BagCase:
    """How this store notes that the case came with the bag."""
    return BagCase(id=work.new_key(), case_id=travelling.case_id, bag_id=bag_id, laptop_id=laptop_id,
                   number=travelling.number, digest=travelling.digest, opened_by=work.id)

