"""Reports: figures of a period, what presses today, and the page for Monday."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.office.parted import PartedPage, Place
from mediation_desk.gui.pages.reports.exports import ExportCard
from mediation_desk.services.desk import Desk

ROOM = "mediation_desk.gui.pages.reports."


@dataclass(frozen=True)
class ReportPlace:
    """A part of the page. ``module``: of this room; ``part``: its class, made when it is first shown."""

    key: str
    label: str
    picture: str
    module: str
    part: str


PLACES: tuple[ReportPlace, ...] = (
    ReportPlace("overview", N_("Overview"), "chart-bar", "overview.part", "OverviewPart"),
    ReportPlace("alerts", N_("Alerts"), "bell", "alerts", "AlertsPart"),
    ReportPlace("forms", N_("Statistical forms"), "table", "forms.part", "FormsPart"),
    ReportPlace("monday", N_("Monday page"), "calendar-check", "monday", "MondayPart"),
)
"""The parts of the reports page, in their order."""


def fetch_first() -> None:
    """Import what the page shows first."""
    importlib.import_module(ROOM + PLACES[0].module)


class ReportsPage(PartedPage):
    """``case_wanted(case_id, station)`` opens a case, at a station or (None) as it was left;
    ``due_wanted(Due, mediator)`` leads to all cases in which something presses so."""

    case_wanted = Signal(object, object)
    due_wanted = Signal(object, object)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        self._desk, self._tasks, self._memory = desk, tasks, memory
        super().__init__(tr("Reports"), desk.settings.name, list(map(self._place, PLACES)), parent)

    def _place(self, one: ReportPlace) -> Place:
        return Place(one.key, tr(one.label), one.picture, partial(self._made, one))

    def _made(self, one: ReportPlace) -> OfficePart:
        room = importlib.import_module(ROOM + one.module)
        make: Callable[[Desk, Tasks], OfficePart] = getattr(room, one.part)
        made = make(self._desk, self._tasks)
        if hasattr(made, "case_wanted"):
            made.case_wanted.connect(self.case_wanted)
        if hasattr(made, "due_wanted"):
            made.due_wanted.connect(self.due_wanted)
        return made

    def stop_work(self) -> None:
        """The desk is about to close: an export ends here, with nothing half written."""
        for card in self.findChildren(ExportCard):
            card.stop_work()

    def on_changed(self, changes: object) -> None:
        """A case changed: what is in front is read anew; what is behind, when it is looked at."""
        if self.isVisible() and isinstance(changes, Changes) and (changes.cases or "cases" in changes.lists):
            self.parts[self.key].shown()
