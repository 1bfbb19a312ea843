"""Home: what a laptop's bag brings is kept, case by case, each as one step that can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Conflict, Key
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel.deciding import decided
from mediation_desk.domain.travel.homecoming import Decision, Decisions, Plan, Question
from mediation_desk.domain.travel.register import Homecoming
from mediation_desk.domain.words import N_, DeskError, Sentence
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel.deciding import as_json
from mediation_desk.services.travel.homecoming import brought_by, may_decide, ours
from mediation_desk.services.travel.showing import veiled
from mediation_desk.services.travel.unpacking import unpacked
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.travel import reckoning, register
from mediation_desk.store.travel.applying import apply
from mediation_desk.store.travel.coming_home import (
    Arriving,
    News,
    arriving,
    head_of,
    hold,
    packed_entries,
    with_joined,
)
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.manifest import Outside, Travelling
from mediation_desk.store.travel.rows import beside, packed_rows
from mediation_desk.store.travel.taking_in import take_whole, vouch
from mediation_desk.store.work import evidence
from mediation_desk.store.work.evidence import Taken
from mediation_desk.store.work.serials import LEFT
from mediation_desk.store.work.work import Work

Joined = Mapping[Key, Key]
_NOBODY: Joined = MappingProxyType({})


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


def bring_home(desk: Desk, path: Path, decisions: Mapping[UUID, Decisions] = MappingProxyType({}), *,
               joined: Mapping[UUID, Joined] = MappingProxyType({}), reason: str = "",
               pace: Pace = AT_EASE) -> Receipt:
    """Keep what the bag brings, case by case, each as one step that can be taken back.

    ``decisions``: by case, for every question of its preview; a case with an open question waits, and the
    same bag brings it later. ``joined``: people declared the same. DeskError beside ``bag`` or ``reason``;
    Stopped.
    """
    outside, key = ours(desk, path)
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
    with desk.work("bring_home", Verb.BRING_HOME) as work:
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
        changes = work.commit(lists=("cases", "agenda", "evidence"))
    with desk.reading() as work:
        head = head_of(work, travelling.case_id)
        plan = plan if may_decide(desk, work, travelling.case_id) else veiled(plan)
    return Kept(travelling.case_id, travelling.label, found.news, touched, brought_by(found), dict(decisions),
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

