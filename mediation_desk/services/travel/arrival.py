"""Coming home as a window asks for it: told how far it is, stopped on the way, taken up where it was left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.travel.homecoming import Decisions
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import bringing, deciding, direct, homecoming
from mediation_desk.services.travel.bringing import Twofold
from mediation_desk.services.travel.deciding import NOBODY, Joined, Left
from mediation_desk.services.travel.direct import BagHere
from mediation_desk.services.travel.files import old_file
from mediation_desk.services.travel.homecoming import Preview
from mediation_desk.services.travel.receipts import Receipt
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks


@dataclass(frozen=True)
class Looked:
    """A bag that was looked into, and what the person at the desk had decided about it before."""

    preview: Preview
    left: Left


def look(desk: Desk, path: Path, joined: Joined | None = None, *, progress: Progress = nobody_looks,
         cancelled: Cancelled = goes_on) -> Looked:
    """Look into a bag; nothing is changed. ``joined``: whom the person declares one person by now; None: as
    they had left it. DeskError beside ``bag``; Stopped."""
    pace = Pace(progress, cancelled)
    preview = homecoming.look(desk, path, pace, joined=joined or NOBODY)
    left = deciding.left(desk, preview.bag_id)
    if joined is None and any(left.joined.values()):
        preview = homecoming.look(desk, path, pace, joined=left.joined)
    return Looked(preview, left)


def look_into(desk: Desk, typed: str, *, progress: Progress = nobody_looks,
              cancelled: Cancelled = goes_on) -> Looked:
    """The same of a bag whose place was typed or chosen."""
    return look(desk, old_file(typed), progress=progress, cancelled=cancelled)


def look_here(desk: Desk, folder: str, password: str, *, progress: Progress = nobody_looks,
              cancelled: Cancelled = goes_on) -> tuple[BagHere, Looked]:
    """The same of a travel desk on this computer, whose bag is to be closed afterwards. DeskError beside
    ``place`` or ``password``; Stopped."""
    bag = direct.pack_here(desk, folder, password, Pace(progress, cancelled))
    try:
        return bag, look(desk, bag.path, progress=progress, cancelled=cancelled)
    except BaseException:
        bag.close()
        raise


def bring_home(desk: Desk, preview: Preview, decisions: Mapping[UUID, Decisions], joined: Joined, reason: str,
               into: Twofold = MappingProxyType({}), *, progress: Progress = nobody_looks,
               cancelled: Cancelled = goes_on) -> Receipt:
    """Bring home what was looked into; decisions of cases that wait stay kept. DeskError beside ``reason``;
    Stopped."""
    receipt = bringing.bring_home(desk, preview.path, decisions, joined=joined, reason=reason,
                                  into=into, pace=Pace(progress, cancelled))
    home = {one.case_id for one in receipt.kept}
    deciding.keep(desk, preview.bag_id,
                  {case_id: of_case for case_id, of_case in decisions.items() if case_id not in home},
                  {case_id: pairs for case_id, pairs in joined.items() if case_id not in home},
                  {case_id: one for case_id, one in into.items() if case_id not in home})
    return receipt
