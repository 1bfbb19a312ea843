"""A case of another office, put in as a new one of this office's, or brought to where that office has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.journal_tables import COUNTERS, TABLES
from mediation_desk.domain.merging import Key
from mediation_desk.domain.rewinding import REMOVED
from mediation_desk.domain.travel.register import BagCase, Homecoming
from mediation_desk.domain.travel.tables import STAYING_HERE
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.tables.journal import journal
from mediation_desk.store.travel import on_the_road, reckoning
from mediation_desk.store.travel.adopting import chain
from mediation_desk.store.travel.applying import apply, put_in
from mediation_desk.store.travel.bag import BagDamaged
from mediation_desk.store.travel.coming_home import OWN_FIELDS, packed_entries
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.manifest import Travelling
from mediation_desk.store.travel.received import as_told, received
from mediation_desk.store.travel.rows import (
    BUILT,
    Raw,
    as_rows,
    beside,
    case_of,
    loaded,
    packed_rows,
    present,
)
from mediation_desk.store.travel.taking_in import departure_of, opened_at
from mediation_desk.store.travel.untrusted import require_whole
from mediation_desk.store.work.work import Work

_SEALED = "sealed_items"
_WITHOUT_TRACE = ("receive_case", "take_back_home")  # one after the other, nothing is left of them


def rows_of(load: Load, case_id: UUID) -> Raw:
    """The case's rows in the bag, but for what never comes from another office."""
    return loaded(load.rows.get(case_id, {}), STAYING_HERE)


def case_in(load: Load, case_id: UUID) -> tuple[Case, list[Exhibit]]:
    """The case as it stands in the bag, in memory alone. BagDamaged where it does not stand."""
    raw = rows_of(load, case_id)
    case = raw.get(("cases", str(case_id)))
    if case is None or case.get(REMOVED) is not None:
        raise BagDamaged
    require_whole(raw)
    return case_of(raw)


def entries_in(load: Load, travelling: Travelling) -> list[dict[str, Any]]:
    """The other office's own chain, its links checked and every entry readable. BagDamaged."""
    told = chain(load, travelling)
    if travelling.base or not told:
        raise BagDamaged
    known = TABLES.keys() | COUNTERS
    if any(on_the_road.entry(row).table not in known or row["case_id"] != travelling.case_id for row in told):
        raise BagDamaged
    return told


def put_in_case(work: Work, load: Load, travelling: Travelling, number: str) -> None:
    """A case that this office does not have: the same rows under the same keys, a number and a mediator of
    this office's, at the site of whoever takes it in: another office's sites mean nothing here."""
    case_id = travelling.case_id
    case, exhibits = case_in(load, case_id)
    case.number, case.mediator_id, case.site_id = number, work.who.account_id, work.own_site()
    packed = packed_rows(load.rows[case_id])
    work.cases.add(case)
    for exhibit in exhibits:
        work.put(exhibit)
    for key, row in rows_of(load, case_id).items():
        if key[0] not in BUILT:
            put_in(work, key, row, packed[key])


def bring_up(work: Work, load: Load, travelling: Travelling) -> None:
    """A case that came from there before, brought to where that office has it now. Its number here stays,
    and so does what was said alone here. DeskError while something is here that was not handed back."""
    case_id = travelling.case_id
    work.cases.get(case_id, to_write=True)
    require_handed_back(work, travelling)
    raw = present(work.connection, case_id)
    key = "cases", str(case_id)
    coming = dict(rows_of(load, case_id))
    coming[key] = {**coming[key], **{name: raw[key][name] for name in OWN_FIELDS}}
    wanted = {**as_rows(coming), **{one: row for one, row in as_rows(raw).items() if one[0] == _SEALED}}
    out = beside(coming, raw, wanted, {}, work.who.now.isoformat())
    apply(work, wanted, raw, _without_sealed(packed_rows(load.rows[case_id])), out)


def _without_sealed(packed: Mapping[Key, Mapping[str, Any]]) -> Mapping[Key, Mapping[str, Any]]:
    return {key: row for key, row in packed.items() if key[0] not in STAYING_HERE}


def require_handed_back(work: Work, travelling: Travelling) -> None:
    """Refuse a bag that is older than what is here, and one that comes while something is here that was not
    handed back."""
    case = work.cases.get(travelling.case_id)
    if case.removed_at is not None:  # it was taken in before, and that was taken back
        return
    known = departure(work, travelling.case_id)
    if travelling.number < known.number:
        raise DeskError(N_("Case {number}: this bag is older than the one that was taken in here last."),
                        field="bag", number=travelling.label)
    last = work.connection.scalar(select(func.max(journal.c.number)).where(
        journal.c.chain == travelling.case_id, journal.c.verb.not_in(_WITHOUT_TRACE)))
    if int(last or 0) > max(travelling.home, opened_at(work, known)):
        raise DeskError(N_("Case {number} holds work of this office that was not handed back yet. Hand it "
                           "back, and ask for a new bag. Nothing of it was changed."), field="bag",
                        number=case.number)


def departures(work: Work, case_id: UUID) -> list[BagCase]:
    """How the case came in, the latest last."""
    found = [one for one in work.rows_of(BagCase, case_id) if one.opened_by is not None]
    return sorted(found, key=lambda one: (one.number, one.id))


def departure(work: Work, case_id: UUID) -> BagCase:
    """How the case came in last; what was taken back counts only where nothing stands."""
    standing = {one.bag_id for one in received(work, case_id)}
    every = departures(work, case_id)
    return ([one for one in every if one.bag_id in standing] or every)[-1]


def note(work: Work, bag_id: UUID, desk_id: UUID, office: str, travelling: Travelling,
         entries: list[dict[str, Any]]) -> None:
    """Where the case comes from, and the steps that were done there."""
    case_id = travelling.case_id
    work.put(departure_of(work, travelling, bag_id, desk_id))
    work.put(Homecoming(
        id=work.new_key(), case_id=case_id, bag_id=bag_id, laptop_id=desk_id, number=travelling.end,
        head=travelling.head, entries=packed_entries(entries), decisions=as_told(office, travelling.label),
        brought_by=work.who.account_id, brought_at=work.who.now))
    work.proofs.append(reckoning.proof(work.connection, case_id, work.id))


