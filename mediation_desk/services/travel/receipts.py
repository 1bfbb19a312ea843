"""The receipt of a homecoming: kept with it, and the same whenever it is printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Conflict, Kind, Place, Rows
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import Site, site_names
from mediation_desk.domain.travel.homecoming import Decision, Plan, Question
from mediation_desk.domain.travel.register import Bag, Homecoming
from mediation_desk.domain.words import N_, Sentence, say
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel.deciding import decisions_of, reason_of
from mediation_desk.services.travel.showing import Known, bare, may_decide
from mediation_desk.store.travel import register
from mediation_desk.store.travel.coming_home import News, brought_in, head_after, head_of
from mediation_desk.store.work.work import Work

NOT_KEPT = N_("What was numbered anew, decided and waiting was not kept with homecomings of that time.")
AS_TOLD = "{told}"  # a sentence that was kept as it was said


@dataclass(frozen=True)
class Outweighed:
    """What a signature outweighed on the other side; ``office_stands``: it is the office's that counts."""

    conflict: Conflict
    office_stands: bool


@dataclass(frozen=True)
class Kept:
    """What became of a case: the number it has, what came of it, where both chains stood then."""

    case_id: UUID
    label: str
    news: News
    brings: Mapping[str, int]
    decisions: Mapping[str, Decision]
    questions: tuple[Question, ...]
    moved: tuple[Sentence, ...]
    overruled: tuple[Outweighed, ...]
    laptop_head: tuple[int, str]
    office_head: tuple[int, str]


@dataclass(frozen=True)
class Receipt:
    """What is printed of a homecoming. ``waiting``: cases that did not come home, and why. ``known``: by what
    the rows of a case are called, for who may read them. ``hidden``: how many cases are left out because the
    reader may not see them. ``lacking``: what this receipt cannot say any more."""

    bag_id: UUID
    laptop: str
    carrier: str
    packed_at: datetime
    brought_at: datetime
    brought_by: str
    kept: tuple[Kept, ...]
    waiting: tuple[tuple[str, Sentence], ...]
    reason: str = ""
    changes: Changes = field(default_factory=Changes)
    known: Mapping[UUID, Known] = field(default_factory=dict, repr=False)
    hidden: int = 0
    lacking: Sentence | None = None


# Keeping it


def of_case(label: str, news: News, brings: Mapping[str, int], plan: Plan, moved: Iterable[Sentence]) -> str:
    """What a case's homecoming keeps for its receipt; the decisions and both heads stand elsewhere."""
    return json.dumps({
        "label": label, "news": news.name, "brings": dict(brings),
        "moved": [[one.text, dict(one.particulars)] for one in moved],
        "questions": [[_told(one.conflict), one.signed_twice] for one in plan.questions],
        "overruled": [[_told(one), plan.keeps_office(one)] for one in plan.overruled]},
        ensure_ascii=False, default=str)


def _told(conflict: Conflict) -> list[Any]:
    place = conflict.place
    return [conflict.kind.name, place.table, place.row_id, place.field,
            *map(_value, (conflict.seen, conflict.mine, conflict.stands))]


def _value(value: object) -> object:
    """A value, a row, or rows by their keys, which JSON has no names for."""
    if isinstance(value, Mapping) and any(isinstance(key, tuple) for key in value):
        return {"rows": [[*key, dict(row)] for key, row in value.items()]}
    return {"row": dict(value)} if isinstance(value, Mapping) else value


def _conflict(told: list[Any]) -> Conflict:
    kind, table, row_id, name, *versions = told
    seen, mine, stands = (_version(one, kind) for one in versions)
    return Conflict(Kind[kind], Place(table, row_id, name), seen, mine, stands)


def _version(told: Any, kind: str) -> object:
    if not isinstance(told, dict):
        return told
    if "rows" in told:
        return {(table, row_id): row for table, row_id, row in told["rows"]}
    row: object = told["row"]
    return {} if kind == Kind.WHOLE.name else row  # rows of which there were none


def note(bags: Iterable[Bag], bringing: UUID, receipt: Receipt, cases: Iterable[UUID]) -> None:
    """Keep with the bags what no single case tells: when it was brought, and what waits (``cases``)."""
    chinese = Words.of(CHINESE)
    told = {"id": str(bringing), "laptop": receipt.laptop, "carrier": receipt.carrier,
            "packed_at": receipt.packed_at.isoformat(), "brought_at": receipt.brought_at.isoformat(),
            "brought_by": receipt.brought_by,
            "waiting": [[str(case_id), label, chinese.sentence(why)]
                        for case_id, (label, why) in zip(cases, receipt.waiting, strict=True)],
            "reason": receipt.reason}
    for bag in bags:
        bag.receipts = json.dumps([*json.loads(bag.receipts or "[]"), told], ensure_ascii=False)


# Reading it again


def of_bag(desk: Desk, bag_id: UUID) -> list[Receipt]:
    """The receipts of a bag, one for each time that something of it was brought home, the latest first.

    Words and values are in it for mediators of their case alone; a case that the person may not see and did
    not bring home is only counted.
    """
    with desk.reading(Verb.BRING_HOME) as work:
        bag = register.bag(work, bag_id)
        noted = {UUID(one["id"]): one for one in json.loads(bag.receipts or "[]")}
        homes = brought_in(work, bag_id, noted)
        found = [_receipt(desk, work, bag, noted.get(key), homes.get(key, ()))
                 for key in dict.fromkeys((*noted, *homes))]
        return sorted(found, key=lambda one: one.brought_at, reverse=True)


def kept_as(work: Work, homecoming_id: UUID, *, veil: bool) -> Kept:
    """What a homecoming kept; ``veil``: without what was written."""
    return _kept(work, work.row(Homecoming, homecoming_id), veil=veil)


def readable(desk: Desk, kept: Iterable[Kept]) -> Mapping[UUID, Known]:
    """By what the rows of these cases are called, for who mediates them."""
    with desk.reading(Verb.BRING_HOME) as work:
        return _known(desk, work, (one.case_id for one in kept))


def _known(desk: Desk, work: Work, cases: Iterable[UUID]) -> Mapping[UUID, Known]:
    nothing: Rows = MappingProxyType({})
    sites = site_names(work.all_of(Site))
    return {case_id: Known(work.cases.whole(case_id), nothing, nothing, sites)
            for case_id in cases if may_decide(desk, work, case_id)}


def _receipt(desk: Desk, work: Work, bag: Bag, noted: Mapping[str, Any] | None,
             homes: Iterable[Homecoming]) -> Receipt:
    """One of them; ``noted`` is lacking where it was brought home before receipts were kept, or where the
    program ended before all of it was home."""
    homes = list(homes)
    told = noted or _bare(work, bag, homes)
    waiting = [(UUID(one), label, why) for one, label, why in told["waiting"]]
    visible = {row.case_id for row in work.lists.rows([
        *(one.case_id for one in homes), *(one for one, _label, _why in waiting)])}
    mine = {one.case_id for one in homes if one.brought_by == desk.who.account_id}
    shown = [one for one in homes if one.case_id in visible | mine]
    left = [one for one in waiting if one[0] in visible or told["brought_by"] == desk.who.name]
    known = _known(desk, work, (one.case_id for one in shown))
    lacking = noted is None or any(one.receipt is None for one in homes)
    return Receipt(
        bag.id, told["laptop"], told["carrier"], datetime.fromisoformat(told["packed_at"]),
        datetime.fromisoformat(told["brought_at"]), told["brought_by"],
        tuple(_kept(work, one, veil=one.case_id not in known) for one in shown),
        tuple((label, say(AS_TOLD, told=why)) for _case, label, why in left), told["reason"], known=known,
        hidden=len(homes) - len(shown) + len(waiting) - len(left), lacking=say(NOT_KEPT) if lacking else None)


def _bare(work: Work, bag: Bag, homes: list[Homecoming]) -> Mapping[str, Any]:
    names, first = work.accounts.names(), homes[0]
    laptops = {one.id: one.name for one in register.laptops(work)}
    at = first.brought_at.isoformat()
    return {"laptop": laptops.get(first.laptop_id, "?"), "carrier": names.get(bag.carrier_id, "?"),
            "packed_at": at, "brought_at": at, "brought_by": names.get(first.brought_by, "?"), "waiting": [],
            "reason": next((why for one in homes if (why := reason_of(one.decisions))), "")}


def _kept(work: Work, home: Homecoming, *, veil: bool) -> Kept:
    told: Mapping[str, Any] = json.loads(home.receipt) if home.receipt else {
        "label": work.cases.get(home.case_id).number, "brings": {}, "moved": [], "questions": [],
        "overruled": [], "news": (News.CHANGED if home.entries else News.NEW).name}
    conflicts = [(_conflict(one), twice) for one, twice in told["questions"]]
    overruled = [(_conflict(one), stands) for one, stands in told["overruled"]]
    decisions = decisions_of(home.decisions)
    named = (Question(one, signed_twice=twice) for one, twice in conflicts)
    return Kept(
        home.case_id, told["label"], News[told["news"]], told["brings"], decisions,
        tuple(_veiled(named) if veil else named), tuple(say(text, **said) for text, said in told["moved"]),
        tuple(Outweighed(bare(one) if veil else one, stands) for one, stands in overruled),
        (home.number, home.head.hex()), head_after(work, home) or head_of(work, home.case_id))


def _veiled(questions: Iterable[Question]) -> Iterator[Question]:
    for one in questions:
        yield Question(bare(one.conflict), one.signed_twice)
