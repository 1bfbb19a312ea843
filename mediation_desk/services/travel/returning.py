"""The way home: what was done on a laptop, packed for its office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.travel.branch import Branch
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.holding import held_or_none
from mediation_desk.services.travel import files
from mediation_desk.store.pace import AT_EASE, Cancelled, Pace, Progress
from mediation_desk.store.travel import register, returning
from mediation_desk.store.vault import seals
from mediation_desk.store.vault.keys import public_half
from mediation_desk.store.work.serials import RESERVED
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class PackedHome:
    """A bag for home that was written: how many cases were changed or begun, in how many nothing was done."""

    path: Path
    changed: int
    still: int
    files: int


def pack(desk: Desk, target: Path, pace: Pace = AT_EASE) -> PackedHome:
    """Write everything that was done on this laptop since its last bag was opened into a new file.

    Nothing changes here: the same can be packed again, as often as wanted. DeskError beside ``folder``;
    Stopped.
    """
    going = _returning(desk)
    with files.new_bag(target):
        inside = returning.write(desk.store, going, target, pace)
    return PackedHome(target, len(inside.cases), len(inside.still), len(inside.contents))


def pack_into(desk: Desk, folder: str, name: str, *, progress: Progress, cancelled: Cancelled
              ) -> PackedHome:
    """Pack for home, at a place as somebody typed it. DeskError beside ``folder`` and ``file``."""
    return pack(desk, files.new_file(folder, name), Pace(progress, cancelled))


def _returning(desk: Desk) -> returning.Returning:
    with desk.reading() as work:
        branch = desk.branch
        if branch is None:
            raise DeskError(N_("This is the office itself; there is nothing to bring home from it."))
        bags = sorted((one for one in register.bags(work) if one.laptop_id == branch.laptop_id),
                      key=lambda one: one.left_at)
        departures = register.departures(work, branch.laptop_id)
        return returning.Returning(
            branch=branch, office=branch.office, name=desk.who.name, made_at=desk.now,
            bags=[one.id for one in bags], departures=departures,
            wraps=dict(_wraps(desk, work, branch, departures)),
            numbers=work.settings.read().get(RESERVED, {}))


def _wraps(desk: Desk, work: Work, branch: Branch, departures: Mapping[UUID, object]) -> dict[UUID, bytes]:
    """The keys of the cases that were begun here, for the person at the desk as the office wraps them."""
    salt, opened, made = bytes.fromhex(branch.way_home["wrap_salt"]), desk.store.opened, {}
    for case_id in register.cases_here(work):
        held = held_or_none(desk, work, case_id) if case_id not in departures else None
        if held is not None:
            made[case_id] = seals.wrap_for(held.key, public_half(opened.private_key), case_id,
                                           opened.account_id, salt=salt)
    return made
