"""Travel: cases taken along, what is on the road, bags brought home; on a laptop, the way in and out."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.office.needs_office import NeedsOfficePart
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.office.parted import PartedPage, Place
from mediation_desk.gui.pages.travel.part import TravelPart
from mediation_desk.services.desk import Desk

ROOM = "mediation_desk.gui.pages.travel."


@dataclass(frozen=True)
class TravelPlace:
    """A part of the page. ``module``: of this room; ``part``: its class, an OfficePart or TravelPart that
    is made when it is first shown. ``needs_office``: it is said and not done on a laptop; ``on_laptop``:
    it is there on a laptop alone."""

    key: str
    label: str
    picture: str
    module: str
    part: str
    right: Verb | None = None
    needs_office: bool = True
    on_laptop: bool = False


PLACES: tuple[TravelPlace, ...] = (
    TravelPlace("laptop", N_("This laptop"), "laptop", "laptop", "LaptopPart", needs_office=False,
                on_laptop=True),
    TravelPlace("leaving", N_("Take cases along"), "suitcase-simple", "leaving", "LeavingPart"),
    TravelPlace("handing", N_("Hand over"), "handshake", "handing", "HandingPart"),
    TravelPlace("elsewhere", N_("From other offices"), "tray", "elsewhere", "ElsewherePart"),
    TravelPlace("homecoming", N_("Bring a bag home"), "house-line", "homecoming.part", "HomecomingPart",
                right=Verb.BRING_HOME),
    TravelPlace("bags", N_("On the road"), "path", "bags", "BagsPart"),
)
"""The parts of the travel page, in their order."""
MEDIATORS = frozenset({"leaving", "handing", "elsewhere"})
"""Parts with nothing to do in them for whoever mediates no case."""


class TravelPage(PartedPage):
    """At the office: leaving, what is out, coming home. On a laptop: this laptop, and what the office
    does is named with its reason. ``case_wanted(case_id)`` opens a case."""

    case_wanted = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        self._desk, self._tasks, self._memory = desk, tasks, memory
        super().__init__(tr("Travel"), self._words(), list(map(self._place, self._there())), parent)

    def _words(self) -> str:
        branch = self._desk.branch
        return (tr("Cases on the road, and home again") if branch is None
                else tr("Travel desk of {office}", office=branch.office))

    def _there(self) -> Sequence[TravelPlace]:
        """The parts for this person here; who takes nothing along begins with what is on the road."""
        here, takes = self._desk.branch is not None, self._desk.may(Verb.CHECK_OUT_CASE, own_case=True)
        found = [one for one in PLACES if (here or not one.on_laptop)
                 and (one.right is None or self._desk.may(one.right))]
        return sorted(found, key=lambda one: one.key in MEDIATORS and not takes)

    def _place(self, one: TravelPlace) -> Place:
        make = self._needs if self._desk.branch is not None and one.needs_office else self._made
        return Place(one.key, tr(one.label), one.picture, partial(make, one))

    def _needs(self, one: TravelPlace) -> OfficePart:
        return NeedsOfficePart(self._desk, self._tasks, tr(one.label), one.picture)

    def _made(self, one: TravelPlace) -> OfficePart:
        part = getattr(importlib.import_module(ROOM + one.module), one.part)
        memory = (self._memory,) if issubclass(part, TravelPart) else ()
        made: OfficePart = part(self._desk, self._tasks, *memory)
        if hasattr(made, "case_wanted"):
            made.case_wanted.connect(self.case_wanted)
        return made

    # -- what a page can do --------------------------------------------------------------

    def stop_work(self) -> None:
        """The desk is about to close: long work ends here, with nothing half done."""
        for part in self.parts.values():
            if isinstance(part, TravelPart):
                part.stop_work()

    def on_changed(self, changes: object) -> None:
        """Something was saved: what is in front is read anew; what is behind, when it is looked at."""
        self.set_title(tr("Travel"), self._words())
        if self.isVisible() and isinstance(changes, Changes) and {"bags", "cases"} & changes.lists:
            self.parts[self.key].shown()
