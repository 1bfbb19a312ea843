"""Back again: what was done here to the cases of another office, packed for that office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel.elsewhere import Origin, Received, origins
from mediation_desk.domain.travel.register import Bag
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import files
from mediation_desk.services.travel.returning import PackedHome
from mediation_desk.store.pace import AT_EASE, Cancelled, Pace, Progress
from mediation_desk.store.travel import handing, receiving, register
from mediation_desk.store.travel.received import received
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class FromOffice:
    """What is here from somebody of another office. ``cases``: those that the person may see, each by its
    key, its number here and there; ``hidden``: how many others there are."""

    desk_id: UUID
    office: str
    sender: str
    since: datetime
    cases: tuple[tuple[UUID, str, str], ...]
    hidden: int


def here(desk: Desk) -> Sequence[FromOffice]:
    """What is here from other offices, by office; what was taken back is not among it."""
    with desk.reading() as work:
        found, known = _by_desk(work), origins(work.settings.read())
        left = {one.laptop_id: one.home_at or one.left_at for one in _in_order(register.bags(work))}
        return [_line(work, origin, found[desk_id], left[desk_id])
                for desk_id, origin in sorted(known.items(), key=lambda one: (one[1].office, one[1].sender))
                if desk_id in found]


def _line(work: Work, origin: Origin, cases: dict[UUID, Received], since: datetime) -> FromOffice:
    shown = tuple(sorted(((row.case_id, row.number, cases[row.case_id].number)
                          for row in work.lists.rows(list(cases))), key=lambda one: one[1]))
    return FromOffice(origin.desk_id, origin.office, origin.sender, since, shown, len(cases) - len(shown))


def _by_desk(work: Work) -> dict[UUID, dict[UUID, Received]]:
    found: dict[UUID, dict[UUID, Received]] = {}
    for one in received(work):
        found.setdefault(one.desk_id, {})[one.case_id] = one
    return found


def _in_order(bags: Sequence[Bag]) -> list[Bag]:
    return sorted(bags, key=lambda one: (one.left_at, one.id))


def pack(desk: Desk, desk_id: UUID, target: Path, pace: Pace = AT_EASE) -> PackedHome:
    """Write everything that was done here to the cases of that office since they came into a new file.

    Nothing changes here: the same can be packed again, as often as wanted. DeskError beside ``folder``;
    Stopped.
    """
    going = _back(desk, desk_id)
    with files.new_bag(target):
        inside = handing.hand_back(desk.store, going, target, pace)
    return PackedHome(target, len(inside.cases), len(inside.still), len(inside.contents))


def pack_into(desk: Desk, desk_id: UUID, folder: str, name: str, *, progress: Progress,
              cancelled: Cancelled) -> PackedHome:
    """The same, at a place as somebody typed it. DeskError beside ``folder`` and ``file`` too."""
    return pack(desk, desk_id, files.new_file(folder, name), Pace(progress, cancelled))


def _back(desk: Desk, desk_id: UUID) -> handing.Back:
    with desk.reading() as work:
        desk.require(Verb.CHECK_OUT_CASE, own_case=True)
        cases = _by_desk(work).get(desk_id)
        if not cases:
            raise DeskError(N_("Nothing of that office is here."))
        for case_id in cases:
            _require_mine(desk, work, case_id)
        brought = {one.bag_id for one in cases.values()}
        bags = [one.id for one in _in_order(register.bags(work)) if one.id in brought]
        return handing.Back(
            origin=origins(work.settings.read())[desk_id], bags=bags, made_at=desk.now,
            departures={case_id: receiving.departure(work, case_id) for case_id in cases},
            office=desk.settings.name, sender=desk.who.name, people=handing.people(work))


def _require_mine(desk: Desk, work: Work, case_id: UUID) -> None:
    if not work.members.includes(case_id, desk.who.account_id):
        raise DeskError(N_("Case {number} is a colleague's. What came from one office goes back together: "
                           "whoever mediates all of it hands it back."),
                        number=work.cases.get(case_id).number)
