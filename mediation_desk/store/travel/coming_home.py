"""A case of a homeward bag beside the same case at the office: the versions that are merged."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import func, or_, select

from mediation_desk.domain.changes import JournalEntry
from mediation_desk.domain.journal_tables import ASIDE
from mediation_desk.domain.merging import Key, Whole
from mediation_desk.domain.travel.homecoming import Plan, plan
from mediation_desk.domain.travel.register import Homecoming
from mediation_desk.domain.travel.tables import STAYING_HERE
from mediation_desk.domain.travel.versions import Versions, made_ready
from mediation_desk.domain.verbs import ROAD_VERBS
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.journal import entries
from mediation_desk.store.tables.cases import cases, homecomings
from mediation_desk.store.tables.journal import journal, journal_chains
from mediation_desk.store.travel import register
from mediation_desk.store.travel.adopting import chain
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.manifest import Travelling
from mediation_desk.store.travel.rows import Raw, as_rows, case_of, loaded, present, rewound, wholeness
from mediation_desk.store.travel.untrusted import require_whole
from mediation_desk.store.work.work import Work

OWN_FIELDS = ("number", "mediator_id", "site_id")
"""What each office says of a case for itself."""


class News(Enum):
    """What a bag brings of a case."""

    NEW = "it was begun on the laptop"
    CHANGED = "something was done to it on the laptop"
    HOME = "all of it is home already"


class NotOurs(DeskError):
    """The case did not leave from this store as it is."""

    def __init__(self, label: str) -> None:
        super().__init__(N_("Case {number} left from another store, or this store was set back to a backup "
                            "from before. Nothing of it is brought home."), field="bag", number=label)


class SetBack(DeskError):
    """The laptop went back behind what it had brought home."""

    def __init__(self, label: str) -> None:
        super().__init__(N_("Case {number}: the laptop was set back to a backup after it last came home, so "
                            "what it did since cannot be told apart. Nothing of it is brought home; enter "
                            "what is missing by hand."), field="bag", number=label)


@dataclass(frozen=True)
class Arriving:
    """A case as it comes home. ``entries``: what the laptop did that is not home yet, as packed rows."""

    news: News
    travelling: Travelling
    entries: tuple[dict[str, Any], ...] = ()
    mine: Raw = field(default_factory=dict)
    stands: Raw = field(default_factory=dict)
    versions: Versions | None = None
    whole: Whole = lambda _rows: ()
    meanwhile: int = 0  # entries that the office wrote since the departure
    joined: Mapping[Key, Key] = field(default_factory=dict)  # people declared the same, now or before

    @property
    def merged(self) -> Plan:
        """What becomes of it."""
        assert self.versions is not None
        return plan(self.versions, self.whole)


def hold(work: Work, case_id: UUID) -> None:
    """Keep others from writing in the case until the unit of work ends, if it is in this store."""
    if _is_here(work, case_id):
        work.cases.get(case_id, to_write=True)


def arriving(work: Work, load: Load, travelling: Travelling, laptop_id: UUID,
             joined: Mapping[Key, Key] = MappingProxyType({})) -> Arriving:
    """Look at a case of the bag beside the office's. NotOurs, BagDamaged."""
    case_id = travelling.case_id
    told = chain(load, travelling)
    elsewhere = register.is_elsewhere(work, laptop_id)
    if not _is_here(work, case_id):
        if travelling.number or elsewhere:
            raise NotOurs(travelling.label)
        return Arriving(News.NEW, travelling, tuple(told), mine=loaded(load.rows[case_id]))
    _require_departure(work, travelling)
    home, digest = last_home(work, laptop_id, case_id)
    if any(row["number"] == home and bytes(row["digest"]) != digest for row in told):
        raise SetBack(travelling.label)
    later = tuple(row for row in told if row["number"] > max(travelling.base, home))
    if not later:
        return Arriving(News.HOME, travelling)
    joined = {**_joined_before(work, laptop_id, case_id), **joined}
    mine = loaded(load.rows[case_id], STAYING_HERE if elsewhere else ())
    stands = present(work.connection, case_id)
    seen = rewound(mine, later)
    if elsewhere:
        require_whole(mine, stands)
        case_of(mine)  # nonsense in any row is found here
        mine, seen = (_as_numbered_here(rows, stands, case_id) for rows in (mine, seen))
    versions = made_ready(Versions(as_rows(seen), as_rows(mine), as_rows(stands)), joined)
    known = wholeness((seen, mine, stands))
    whole: Whole = (lambda _rows: ()) if versions.seen == versions.stands else known
    return Arriving(News.CHANGED, travelling, later, mine, stands, versions, whole,
                    _meanwhile(work, travelling), joined)


def _as_numbered_here(rows: Raw, stands: Raw, case_id: UUID) -> Raw:
    """Another office's rows, but for its own number of the case and who mediates it there."""
    key = "cases", str(case_id)
    return {**rows, key: {**rows[key], **{name: stands[key][name] for name in OWN_FIELDS}}}


def last_home(work: Work, laptop_id: UUID, case_id: UUID) -> tuple[int, bytes]:
    """How far the case's chain on that laptop is home: number and digest of the last entry; 0 for not yet."""
    found = select(homecomings.c.number, homecomings.c.head).where(
        homecomings.c.case_id == case_id, homecomings.c.laptop_id == laptop_id,
        homecomings.c.removed_at.is_(None)).order_by(homecomings.c.number.desc()).limit(1)
    row = work.connection.execute(found).one_or_none()
    return (int(row.number), bytes(row.head)) if row else (0, b"")


_JOINED = "joined"


def with_joined(decisions: str, joined: Mapping[Key, Key]) -> str:
    """The decisions of a homecoming and whom somebody declared one person, as the office keeps them: what
    the laptop does to its own row of them later is done to the office's."""
    told = json.loads(decisions)
    return json.dumps({**told, _JOINED: list(joined.items())}, ensure_ascii=False) if joined else decisions


def _joined_before(work: Work, laptop_id: UUID, case_id: UUID) -> dict[Key, Key]:
    """Of the homecomings that stand."""
    found = select(homecomings.c.decisions).where(
        homecomings.c.case_id == case_id, homecomings.c.laptop_id == laptop_id,
        homecomings.c.removed_at.is_(None))
    return {(one[0], one[1]): (other[0], other[1]) for told in work.connection.scalars(found)
            for one, other in json.loads(told).get(_JOINED, ())}


def _is_here(work: Work, case_id: UUID) -> bool:
    return work.connection.execute(select(cases.c.id).where(cases.c.id == case_id)).first() is not None


def _require_departure(work: Work, travelling: Travelling) -> None:
    """The office's chain still has the entry at which the case left."""
    if not travelling.number:
        return
    here = select(journal.c.digest).where(journal.c.chain == travelling.case_id,
                                          journal.c.number == travelling.number)
    digest = work.connection.execute(here).scalar()
    if digest is None or bytes(digest) != travelling.digest:
        raise NotOurs(travelling.label)


def _meanwhile(work: Work, travelling: Travelling) -> int:
    later = select(func.count()).select_from(journal).where(
        journal.c.chain == travelling.case_id, journal.c.number > travelling.number,
        journal.c.verb.not_in(ROAD_VERBS), journal.c.table_name.not_in(ASIDE))
    return int(work.connection.execute(later).scalar_one())


def laptop_entry(found: Arriving, keys: Collection[Key], field_name: str) -> dict[str, Any] | None:
    """The laptop's last entry about one of these rows, and that field of it unless it is empty."""
    told: list[dict[str, Any]] = [
        row for row in found.entries
        if (row["table_name"], row["row_id"]) in keys and _names(json.loads(row["changes"]), field_name)]
    return told[-1] if told else None


def office_entry(work: Work, found: Arriving, keys: Collection[Key], field_name: str) -> JournalEntry | None:
    """The office's last entry of the same kind since the departure."""
    told = [one for key in keys for one in entries.of_row(work.connection, found.travelling.case_id, *key)
            if one.seq > found.travelling.number and _names(one.fields, field_name)]
    return max(told, key=lambda one: one.seq, default=None)


def _names(changes: Mapping[str, Any], field_name: str) -> bool:
    return not field_name or field_name in changes


def packed_entries(told: Sequence[Mapping[str, Any]]) -> bytes:
    """The laptop's entries as the office keeps them, each with its digest."""
    return msgspec.msgpack.encode([{name: _written(value) for name, value in row.items() if name != "hash"}
                                   for row in told])


def _written(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value


def brought_in(work: Work, bag_id: UUID, bringings: Collection[UUID]) -> dict[UUID, list[Homecoming]]:
    """What came home in a bag, or with it in another, by what was brought home at once; in the order in which
    it came. One that came before these were told apart stands by itself."""
    found: dict[UUID, list[Homecoming]] = {}
    wanted = select(Homecoming).where(or_(homecomings.c.bag_id == bag_id,
                                          homecomings.c.bringing.in_(list(bringings))))
    home: Homecoming
    for home in work.chosen(wanted.order_by(homecomings.c.brought_at, homecomings.c.id)):
        found.setdefault(home.bringing or home.id, []).append(home)
    return found


def head_after(work: Work, home: Homecoming) -> tuple[int, str] | None:
    """Where the case's chain at the office stood when it had come home."""
    here = journal.c.chain == home.case_id
    step = select(journal.c.work_id).where(
        here, journal.c.row_id == str(home.id), journal.c.table_name == "homecomings",
        journal.c.action == "insert")
    last = select(journal.c.number, journal.c.digest).where(here, journal.c.work_id.in_(step)).order_by(
        journal.c.number.desc()).limit(1)
    row = work.connection.execute(last).one_or_none()
    return (int(row.number), bytes(row.digest).hex()) if row else None


def head_of(work: Work, case_id: UUID) -> tuple[int, str]:
    """Where the case's chain stands at the office: number, and digest in hexadecimal."""
    row = work.connection.execute(select(journal_chains.c.number, journal_chains.c.digest).where(
        journal_chains.c.chain == case_id)).one()
    return int(row.number), bytes(row.digest).hex()

