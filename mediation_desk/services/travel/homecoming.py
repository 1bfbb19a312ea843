"""Home: what a laptop's bag brings, looked at first, decided where both sides wrote, and then kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Author, Conflict, Key, Kind
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel.deciding import decided
from mediation_desk.domain.travel.elsewhere import people, with_people
from mediation_desk.domain.travel.homecoming import Decision, Decisions, Plan, Question
from mediation_desk.domain.travel.register import Homecoming
from mediation_desk.domain.travel.same_people import SamePerson, same_people
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import office_keys
from mediation_desk.services.travel.deciding import as_json
from mediation_desk.services.travel.showing import Known, declared, known, veiled
from mediation_desk.services.travel.unpacking import unpacked
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.travel import bag, loads, reckoning, register
from mediation_desk.store.travel.applying import apply
from mediation_desk.store.travel.coming_home import (
    Arriving,
    News,
    arriving,
    head_of,
    hold,
    laptop_entry,
    office_entry,
    packed_entries,
    with_joined,
)
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.manifest import Outside, Travelling
from mediation_desk.store.travel.rows import beside, packed_rows
from mediation_desk.store.travel.taking_in import take_whole, vouch
from mediation_desk.store.travel.untrusted import trusted_as
from mediation_desk.store.vault.keys import Key as SecretKey
from mediation_desk.store.work import evidence
from mediation_desk.store.work.evidence import Taken
from mediation_desk.store.work.serials import LEFT
from mediation_desk.store.work.work import Work

CLOCKS_APART = timedelta(minutes=10)  # two clocks that differ so much are both right
Joined = Mapping[Key, Key]
_NOBODY: Joined = MappingProxyType({})


@dataclass(frozen=True)
class Coming:
    """A case of the bag before anything is changed.

    ``brings``: how many rows of each table the laptop made or changed; ``meanwhile``: how many entries the
    office wrote since. ``trouble``: why it cannot come home. ``may_decide``: whether the person at the desk
    mediates it; to others its values are not shown. ``same``: people whom both sides entered.
    ``departed``: the number of the entry at which it left. ``known``: by what its rows are called.
    """

    case_id: UUID
    label: str
    news: News | None
    brings: Mapping[str, int] = field(default_factory=dict)
    meanwhile: int = 0
    plan: Plan | None = None
    may_decide: bool = False
    same: tuple[SamePerson, ...] = ()
    trouble: Sentence | None = None
    departed: int = 0
    known: Known | None = None

    @property
    def is_new(self) -> bool:
        """Whether it was begun on the laptop."""
        return self.news is News.NEW

    @property
    def is_home(self) -> bool:
        """Whether all of it is home already."""
        return self.news is News.HOME

    @property
    def questions(self) -> tuple[Question, ...]:
        """What a mediator of the case must decide."""
        return self.plan.questions if self.plan else ()

    @property
    def overruled(self) -> tuple[Conflict, ...]:
        """Where a signature outweighs what the other side wrote."""
        return self.plan.overruled if self.plan else ()


@dataclass(frozen=True)
class Preview:
    """A bag that was looked into. ``lost``: it had been declared lost; a reason is asked for. ``clock``: that
    the laptop's clock was wrong, so that its own times say little; the order of its steps is sure."""

    path: Path
    bag_id: UUID
    laptop: str
    carrier: str
    packed_at: datetime
    cases: tuple[Coming, ...]
    still: int
    files: int
    lost: bool
    clock: Sentence | None = None


@dataclass(frozen=True)
class Kept:
    """What became of a case: the rows that were touched, the number it has, where both chains stand."""

    case_id: UUID
    label: str
    news: News
    rows: int
    brings: Mapping[str, int]
    decisions: Mapping[str, Decision]
    questions: tuple[Question, ...]
    moved: tuple[Sentence, ...]
    overruled: tuple[Conflict, ...]
    laptop_head: tuple[int, str]
    office_head: tuple[int, str]


@dataclass(frozen=True)
class Receipt:
    """What is printed of a homecoming. ``waiting``: cases that did not come home, and why."""

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


def look(desk: Desk, path: Path, pace: Pace = AT_EASE, *,
         joined: Mapping[UUID, Joined] = MappingProxyType({})) -> Preview:
    """Look into a homeward bag; nothing is changed. DeskError beside ``bag``; Stopped.

    ``joined``: by case, people declared the same: what differs between their rows is asked then.
    """
    outside, key = _ours(desk, path)
    load = loads.read(path, key, pace=pace)
    with desk.reading(Verb.BRING_HOME) as work:
        cases = tuple(_coming(desk, work, load, one, outside.laptop_id, joined.get(one.case_id, _NOBODY))
                      for one in load.inside.cases)
        bags = [register.bag(work, one) for one in load.inside.bags]
    inside, lost = load.inside, any(one.lost_at is not None for one in bags)
    return Preview(path, outside.bag_id, inside.laptop, inside.carrier_name, inside.made_at, cases,
                   len(inside.still), len(inside.contents), lost,
                   _clock(desk, inside.made_at, max(one.left_at for one in bags)))


def _clock(desk: Desk, packed_at: datetime, left_at: datetime) -> Sentence | None:
    """What is wrong with the laptop's clock, as far as the bag tells."""
    if left_at - CLOCKS_APART <= packed_at <= desk.now + CLOCKS_APART:
        return None
    return say(N_("The laptop's clock was wrong: by it the bag was packed at {packed}. The order of what was "
                  "done there is sure, its times are not."), packed=packed_at.astimezone(desk.zone))


def _ours(desk: Desk, path: Path) -> tuple[Outside, SecretKey]:
    outside = bag.look_at(path)
    if not outside.homeward:
        raise DeskError(N_("This bag is on its way out: it is opened on its laptop."), field="bag")
    if outside.store_id != desk.store.place.vault.read().store_id:
        raise DeskError(N_("This bag is another office's. Nothing was changed."), field="bag")
    with desk.reading(Verb.BRING_HOME) as work:
        register.bag(work, outside.bag_id)
        return outside, office_keys.key_of(desk, work, outside, outside.laptop_id)


def _coming(desk: Desk, work: Work, load: Load, travelling: Travelling, laptop_id: UUID,
            joined: Joined) -> Coming:
    case_id, label = travelling.case_id, travelling.label
    try:
        with trusted_as(work, laptop_id):
            found = arriving(work, load, travelling, laptop_id, joined)
    except DeskError as trouble:
        return Coming(case_id, label, None, trouble=trouble.sentence)
    coming = Coming(case_id, label, found.news, _brings(found), found.meanwhile, departed=travelling.number)
    if not found.versions:
        return coming
    if not _may_decide(desk, work, case_id):
        return replace(coming, plan=veiled(found.merged))
    return replace(coming, plan=_signed(desk, work, found, load), may_decide=True,
                   same=(*declared(joined, found.versions), *same_people(found.versions)),
                   known=known(found.versions))


def _may_decide(desk: Desk, work: Work, case_id: UUID) -> bool:
    mine = work.members.includes(case_id, desk.who.account_id)
    return mine and desk.may(Verb.EDIT_CASE, own_case=True)


def _signed(desk: Desk, work: Work, found: Arriving, load: Load) -> Plan:
    """The plan, each of its questions with who wrote on either side, and when."""
    names = {**people(_with_names(work, load)), **work.accounts.names()}
    merged = found.merged

    def by(account_id: UUID, at: datetime, verb: str) -> Author:
        return Author(account_id, names.get(account_id, ""), at.astimezone(desk.zone), verb)

    def signed(question: Question) -> Question:
        conflict = question.conflict
        keys = {conflict.place.key, *(key for one in (conflict.mine, conflict.stands)
                                      if conflict.kind is Kind.WHOLE and isinstance(one, Mapping)
                                      for key in one)}
        laptop = laptop_entry(found, keys, conflict.place.field)
        office = office_entry(work, found, keys, conflict.place.field)
        return replace(
            question, laptop_by=by(laptop["account_id"], laptop["at"], laptop["verb"]) if laptop else None,
            conflict=replace(conflict, by=by(office.account_id, office.at, office.verb) if office else None))

    return replace(merged, questions=tuple(map(signed, merged.questions)))


def _with_names(work: Work, load: Load) -> dict[str, Any]:
    """What people of another office are called, of which its bag tells."""
    return with_people(work.settings.read(), load.inside.names, load.inside.office)


def _brings(found: Arriving) -> Mapping[str, int]:
    rows = {(str(row["table_name"]), str(row["row_id"])) for row in found.entries}
    return Counter(table for table, row_id in rows if (table, row_id) in found.mine)


# Keeping it


def bring_home(desk: Desk, path: Path, decisions: Mapping[UUID, Decisions] = MappingProxyType({}), *,
               joined: Mapping[UUID, Joined] = MappingProxyType({}), reason: str = "",
               pace: Pace = AT_EASE) -> Receipt:
    """Keep what the bag brings, case by case, each as one step that can be taken back.

    ``decisions``: by case, for every question of its preview; a case with an open question waits, and the
    same bag brings it later. ``joined``: people declared the same. DeskError beside ``bag`` or ``reason``;
    Stopped.
    """
    outside, key = _ours(desk, path)
    with unpacked(desk.store, path, key, desk.clock, pace) as (load, arrived):
        _require_reason(desk, load, reason)
        kept, waiting, changes = [], [], Changes()
        for at, one in enumerate(load.inside.cases):
            pace.progress(at, len(load.inside.cases))  # no stopping here: what is kept is kept
            try:
                done = _bring(desk, load, one, outside, arrived, decisions.get(one.case_id, {}),
                              joined.get(one.case_id, _NOBODY), reason.strip())
            except DeskError as trouble:
                waiting.append((one.label, trouble.sentence))
                continue
            if done is not None:
                kept.append(done[0])
                changes = changes.then(done[1])
        if not waiting:
            changes = changes.then(_all_home(desk, load, outside.laptop_id))
    inside = load.inside
    return Receipt(outside.bag_id, inside.laptop, inside.carrier_name, inside.made_at, desk.now,
                   desk.who.name, tuple(kept), tuple(waiting), reason.strip(), changes)


def _require_reason(desk: Desk, load: Load, reason: str) -> None:
    with desk.reading(Verb.BRING_HOME) as work:
        lost = any(register.bag(work, one).lost_at is not None for one in load.inside.bags)
    if lost and not reason.strip():
        raise DeskError(N_("This bag was declared lost. Say how it came to be here."), field="reason")


def _bring(desk: Desk, load: Load, travelling: Travelling, outside: Outside, arrived: Mapping[str, Taken],
           decisions: Decisions, joined: Joined, reason: str) -> tuple[Kept, Changes] | None:
    with desk.work("bring_home", Verb.BRING_HOME) as work, trusted_as(work, outside.laptop_id):
        hold(work, travelling.case_id)
        found = arriving(work, load, travelling, outside.laptop_id, joined)
        if found.news is News.HOME:
            return None
        plan = found.merged if found.versions else Plan({})
        if plan.questions:
            mine = work.members.includes(travelling.case_id, desk.who.account_id)
            desk.require(Verb.EDIT_CASE, own_case=mine)
        touched = _write(desk, work, load, found, plan, decisions)
        named = {str(row["sha256"]) for row in load.of(travelling.case_id, "exhibits")}
        for sha256 in named & arrived.keys():
            evidence.finish(work.connection, arrived[sha256], work.who.now)
        work.put(_homecoming(work, found, outside, decisions, reason))
        if load.inside.names:
            work.settings.write(_with_names(work, load))
        changes = work.commit(lists=("cases", "agenda", "evidence"))
    with desk.reading() as work:
        head = head_of(work, travelling.case_id)
        plan = plan if _may_decide(desk, work, travelling.case_id) else veiled(plan)
    return Kept(travelling.case_id, travelling.label, found.news, touched, _brings(found), dict(decisions),
                plan.questions, plan.moved, plan.overruled, (travelling.end, travelling.head.hex()),
                head), changes


def _write(desk: Desk, work: Work, load: Load, found: Arriving, plan: Plan, decisions: Decisions) -> int:
    """Write the case; how many rows were touched."""
    case_id = found.travelling.case_id
    if found.versions is None:
        vouch(load, case_id, desk.store.opened.store_key)
        take_whole(work, desk.store.journal_key, load, case_id)
        work.proofs.append(reckoning.proof_of_whole(case_id))
        return len(found.mine)
    wanted = decided(plan, decisions, found.versions.stands, found.whole)
    out = beside(found.mine, found.stands, wanted, found.versions.known_as, work.who.now.isoformat())
    work.proofs.append(reckoning.proof(work.connection, case_id, work.id))
    return apply(work, wanted, found.stands, packed_rows(load.rows[case_id]), out)


def _homecoming(work: Work, found: Arriving, outside: Outside, decisions: Decisions,
                reason: str) -> Homecoming:
    travelling = found.travelling
    return Homecoming(
        id=work.new_key(), case_id=travelling.case_id, bag_id=outside.bag_id, laptop_id=outside.laptop_id,
        number=travelling.end, head=travelling.head,
        entries=packed_entries(found.entries) if found.news is News.CHANGED else b"",
        decisions=with_joined(as_json(decisions, reason), found.joined), brought_by=work.who.account_id,
        brought_at=work.who.now)


def _all_home(desk: Desk, load: Load, laptop_id: UUID) -> Changes:
    """The bags are no longer on the road; what the laptop has left of its numbers is known."""
    with desk.work("bring_home", Verb.BRING_HOME) as work:
        left = work.settings.read().get(LEFT, {})
        work.settings.write({LEFT: {**left, str(laptop_id): load.inside.numbers}})
        for bag_id in load.inside.bags:
            register.bag(work, bag_id).came_home(work.who.now)
        return work.commit(lists=("bags",))

