"""Handing over: cases put into a bag for somebody of another office, noted here, written where one wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel.elsewhere import Named
from mediation_desk.domain.travel.register import Bag, Laptop
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import files, office_keys
from mediation_desk.services.travel.cards import require_other
from mediation_desk.store.pace import AT_EASE, Cancelled, Pace, Progress
from mediation_desk.store.travel import handing, register
from mediation_desk.store.travel.card import Card
from mediation_desk.store.travel.manifest import Travelling
from mediation_desk.store.travel.office_key import OfficeKey
from mediation_desk.store.work.work import Work

LONGEST_REASON = 500


@dataclass(frozen=True)
class Handing:
    """What somebody wants to hand over, to whom, and why."""

    cases: tuple[UUID, ...]
    card: Card
    reason: str
    with_evidence: bool = True


@dataclass(frozen=True)
class HandedOver:
    """A bag that was written for another office."""

    bag_id: UUID
    path: Path
    cases: int
    card: Card
    changes: Changes


def pack(desk: Desk, wanted: Handing, target: Path, pace: Pace = AT_EASE) -> HandedOver:
    """Write the bag into a new file, and note here who has these cases from now on.

    What was said alone stays here, and so do all keys. DeskError beside ``cases``, ``card``, ``reason`` or
    ``folder``; Stopped. Where it does not come to an end, nothing is handed over.
    """
    _check(wanted)
    with files.new_bag(target):
        ready = _made_ready(desk, wanted)
        going = handing.Going(
            bag_id=ready.bag.id, desk_id=ready.laptop.id, card=wanted.card, cases=wanted.cases,
            with_evidence=wanted.with_evidence, reason=wanted.reason.strip(), office=desk.settings.name,
            sender=desk.who.name, made_at=ready.bag.left_at, office_key=ready.office_key,
            people=ready.people, salts=ready.salts)
        travelling = handing.hand_over(desk.store, going, target, pace)
        changes = _noted(desk, wanted, ready, travelling)
    return HandedOver(ready.bag.id, target, len(travelling), wanted.card, changes)


def pack_into(desk: Desk, wanted: Handing, folder: str, name: str, *, progress: Progress,
              cancelled: Cancelled) -> HandedOver:
    """The same, at a place as somebody typed it. DeskError beside ``folder`` and ``file`` too."""
    _check(wanted)
    return pack(desk, wanted, files.new_file(folder, name), Pace(progress, cancelled))


def _check(wanted: Handing) -> None:
    if not wanted.cases:
        raise DeskError(N_("Choose the cases that you hand over."), field="cases")
    if not wanted.reason.strip():
        raise DeskError(N_("Say why the cases are handed over."), field="reason")
    if len(wanted.reason.strip()) > LONGEST_REASON:
        raise DeskError(N_("A reason has {most} characters at most."), field="reason", most=LONGEST_REASON)


@dataclass(frozen=True)
class _Ready:
    bag: Bag
    laptop: Laptop
    office_key: OfficeKey
    people: dict[str, Named]
    salts: list[bytes]


def _made_ready(desk: Desk, wanted: Handing) -> _Ready:
    """Whose desk it is, and the office's key for bags, which the first bag makes."""
    for case_id in wanted.cases:
        _require_may(desk, case_id)
    with desk.work("hand_to_office") as work:
        desk.require(Verb.CHECK_OUT_CASE, own_case=True)
        require_other(desk.store.place.vault.read().store_id, wanted.card)
        key = office_keys.to_pack(desk, work)
        laptop = _desk_there(work, wanted.card)
        bag = Bag(id=work.new_key(), laptop_id=laptop.id, carrier_id=desk.who.account_id,
                  left_at=work.who.now, with_evidence=wanted.with_evidence, reason=wanted.reason.strip())
        ready = _Ready(bag, laptop, key, handing.people(work), office_keys.salts(desk, work, laptop.id))
        work.commit()
        return ready


def _require_may(desk: Desk, case_id: UUID) -> None:
    with desk.case_work(case_id, "hand_to_office") as (_work, case):
        if case.removed_at is not None:
            raise DeskError(N_("Case {number} was given up here; it is not handed over."), field="cases",
                            number=case.number)


def _desk_there(work: Work, card: Card) -> Laptop:
    """The desk of that person, as it was known before or as it will be noted."""
    known = next((one for one in register.laptops(work)
                  if (one.store_id, one.carrier_id) == (card.store_id, card.account_id)), None)
    return Laptop(id=known.id if known else work.new_key(), name=card.name, carrier_id=card.account_id,
                  known_since=work.who.now, office=card.office, store_id=card.store_id)


def _noted(desk: Desk, wanted: Handing, ready: _Ready, travelling: Sequence[Travelling]) -> Changes:
    with desk.work("hand_to_office") as work:
        desk.require(Verb.CHECK_OUT_CASE, own_case=True)
        known = next((one for one in register.laptops(work) if one.id == ready.laptop.id), None)
        if known is None:
            work.put(ready.laptop)
        else:
            known.name, known.office = wanted.card.name, wanted.card.office
        register.leaves(work, ready.bag, travelling)
        return work.commit(lists=("bags", "cases"), result=ready.bag.id)
