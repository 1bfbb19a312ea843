"""Home: what a laptop's bag brings is kept, case by case, each as one step that can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.keys import new_key
from mediation_desk.domain.merging import Key
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel.deciding import decided
from mediation_desk.domain.travel.homecoming import Decisions, Plan
from mediation_desk.domain.travel.register import Homecoming
from mediation_desk.domain.words import N_, DeskError, Sentence
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel.deciding import as_json
from mediation_desk.services.travel.homecoming import brought_by, ours, with_names
from mediation_desk.services.travel.receipts import Kept, Receipt, kept_as, note, of_case, readable
from mediation_desk.services.travel.showing import may_decide
from mediation_desk.services.travel.twice import Into, join
from mediation_desk.services.travel.unpacking import finish, unpacked
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.travel import reckoning, register
from mediation_desk.store.travel.applying import apply
from mediation_desk.store.travel.coming_home import (
    Arriving,
    News,
    arriving,
    hold,
    packed_entries,
    with_joined,
)
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.manifest import Outside, Travelling
from mediation_desk.store.travel.rows import beside, packed_rows
from mediation_desk.store.travel.taking_in import take_whole, vouch
from mediation_desk.store.travel.untrusted import trusted_as
from mediation_desk.store.work.evidence import Taken
from mediation_desk.store.work.serials import LEFT
from mediation_desk.store.work.work import Work

Joined = Mapping[Key, Key]
Twofold = Mapping[UUID, Into]
"""By a case that the office entered too, in which case it goes on."""
_NOBODY: Joined = MappingProxyType({})


def bring_home(desk: Desk, path: Path, decisions: Mapping[UUID, Decisions] = MappingProxyType({}), *,
               joined: Mapping[UUID, Joined] = MappingProxyType({}), into: Twofold = MappingProxyType({}),
               reason: str = "", pace: Pace = AT_EASE) -> Receipt:
    """Keep what the bag brings, case by case, each as one step that can be taken back.

    ``decisions``: by case, for every question of its preview; a case with an open question waits, and the
    same bag brings it later. ``joined``: people declared the same; ``into``: cases entered twice, which go
    on in one of the office's. DeskError beside ``bag`` or ``reason``; Stopped.
    """
    outside, key = ours(desk, path)
    with unpacked(desk.store, path, key, desk.clock, pace) as (load, arrived):
        _require_reason(desk, load, reason)
        bringing = new_key(desk.now)
        kept, waiting, changes = [], [], Changes()
        for at, one in enumerate(load.inside.cases):
            pace.progress(at, len(load.inside.cases))  # no stopping here: what is kept is kept
            chosen = _Chosen(decisions.get(one.case_id, {}), joined.get(one.case_id, _NOBODY),
                             into.get(one.case_id), reason.strip(), bringing)
            try:
                done = _bring(desk, load, one, outside, arrived, chosen)
            except DeskError as trouble:
                waiting.append((one, trouble.sentence))
                continue
            if done is not None:
                kept.append(done[0])
                changes = changes.then(done[1])
        inside = load.inside
        receipt = Receipt(outside.bag_id, inside.laptop, inside.carrier_name, inside.made_at, desk.now,
                          desk.who.name, tuple(kept), tuple((one.label, why) for one, why in waiting),
                          reason.strip())
        noted = _noted(desk, load, outside, bringing, receipt, [one.case_id for one, _why in waiting])
    return replace(receipt, changes=changes.then(noted), known=readable(desk, kept))


def _require_reason(desk: Desk, load: Load, reason: str) -> None:
    with desk.reading(Verb.BRING_HOME) as work:
        lost = any(register.bag(work, one).lost_at is not None for one in load.inside.bags)
    if lost and not reason.strip():
        raise DeskError(N_("This bag was declared lost. Say how it came to be here."), field="reason")


@dataclass(frozen=True)
class _Chosen:
    """What a person decided about a case; ``bringing``: the same for all that is brought home at once."""

    decisions: Decisions
    joined: Joined
    into: Into | None
    reason: str
    bringing: UUID


def _bring(desk: Desk, load: Load, travelling: Travelling, outside: Outside, arrived: Mapping[str, Taken],
           chosen: _Chosen) -> tuple[Kept, Changes] | None:
    case_id = travelling.case_id
    with desk.work("bring_home", Verb.BRING_HOME) as work, trusted_as(work, outside.laptop_id):
        hold(work, case_id)
        found = arriving(work, load, travelling, outside.laptop_id, chosen.joined)
        if found.news is News.HOME:
            return None
        plan = found.merged if found.versions else Plan({})
        if plan.questions:
            desk.require(Verb.EDIT_CASE, own_case=work.members.includes(case_id, desk.who.account_id))
        _write(desk, work, load, found, plan, chosen.decisions)
        finish(work, load, case_id, arrived)
        moved = (*plan.moved, *_joined_to(desk, work, found, chosen.into))
        home = _homecoming(work, found, outside, chosen)
        home.receipt = of_case(travelling.label, found.news, brought_by(found), plan, moved)
        work.put(home)
        if load.inside.names:
            work.settings.write(with_names(work, load))
        changes = work.commit(lists=("cases", "agenda", "evidence"))
    with desk.reading() as work:
        return kept_as(work, home.id, veil=not may_decide(desk, work, case_id)), changes


def _joined_to(desk: Desk, work: Work, found: Arriving, into: Into | None) -> list[Sentence]:
    """A case entered twice that a person joins to the office's; one that is not new is that case already."""
    new = found.news is News.NEW
    return [join(desk, work, found.travelling.case_id, into)] if into is not None and new else []


def _write(desk: Desk, work: Work, load: Load, found: Arriving, plan: Plan, decisions: Decisions) -> None:
    case_id = found.travelling.case_id
    if found.versions is None:
        vouch(load, case_id, desk.store.opened.store_key)
        take_whole(work, desk.store.journal_key, load, case_id)
        work.proofs.append(reckoning.proof_of_whole(case_id))
        return
    wanted = decided(plan, decisions, found.versions.stands, found.whole)
    out = beside(found.mine, found.stands, wanted, found.versions.known_as, work.who.now.isoformat())
    work.proofs.append(reckoning.proof(work.connection, case_id, work.id))
    apply(work, wanted, found.stands, packed_rows(load.rows[case_id]), out)


def _homecoming(work: Work, found: Arriving, outside: Outside, chosen: _Chosen) -> Homecoming:
    travelling = found.travelling
    return Homecoming(
        id=work.new_key(), case_id=travelling.case_id, bag_id=outside.bag_id, laptop_id=outside.laptop_id,
        number=travelling.end, head=travelling.head,
        entries=packed_entries(found.entries) if found.news is News.CHANGED else b"",
        decisions=with_joined(as_json(chosen.decisions, chosen.reason, chosen.into), found.joined),
        brought_by=work.who.account_id, brought_at=work.who.now, bringing=chosen.bringing)


def _noted(desk: Desk, load: Load, outside: Outside, bringing: UUID, receipt: Receipt,
           waiting: Sequence[UUID]) -> Changes:
    """What no single case tells is kept for the receipt; and where nothing waits the bags are no longer on
    the road, and what the laptop has left of its numbers is known."""
    with desk.work("bring_home", Verb.BRING_HOME) as work:
        bags = [register.bag(work, bag_id) for bag_id in load.inside.bags]
        own = register.bag(work, outside.bag_id)
        if receipt.kept or (not waiting and any(bag.home_at is None for bag in bags)):
            note({bag.id: bag for bag in (*bags, own)}.values(), bringing, receipt, waiting)
        if not waiting:
            left = work.settings.read().get(LEFT, {})
            work.settings.write({LEFT: {**left, str(outside.laptop_id): load.inside.numbers}})
            for bag in bags:
                bag.came_home(work.who.now)
        return work.commit(lists=("bags",))
