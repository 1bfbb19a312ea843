"""What the office knows already of what is pasted: the order itself, and whoever it names."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from mediation_desk.domain.intake.spotting.sheet import Sheet
from mediation_desk.gui.intake.new_case.told import company_words, person_words
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import pasted_orders
from mediation_desk.services.intake.known import KnownCompany, KnownPerson

ASKED = (".name", ".phone", ".document")
"""Of what somebody is known by."""


class Acquaintance(QObject):
    """``known(list)``: the cases that have the order; ``met(dict)``: what is said of whom, by place;
    ``trouble(DeskError)``. Each is asked again only where what it rests on has changed."""

    known = Signal(object)
    met = Signal(object)
    trouble = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._order: tuple[str, str] | None = None
        self._people: Mapping[str, object] = {}

    def forget(self) -> None:
        """Another text: everything is asked anew."""
        self._order, self._people = None, {}

    def look(self, text: str, sheet: Sheet) -> None:
        """Ask what is known by now."""
        order = (text, str(sheet.value("order") or ""))
        if order != self._order:
            self._order = order
            self._tasks.read(pasted_orders.known_as, self._desk, *order, done=self.known.emit, receiver=self,
                             failed=self.trouble.emit)
        people = {place: told.value for place, told in sheet.entries.items() if place.endswith(ASKED)}
        if people != self._people:
            self._people = people
            self._tasks.read(pasted_orders.met, self._desk, sheet, done=self._tell, receiver=self,
                             failed=self.trouble.emit)

    def _tell(self, found: Mapping[str, KnownPerson | list[KnownCompany]]) -> None:
        self.met.emit({place: " ".join(person_words(one) if isinstance(one, KnownPerson)
                                       else company_words(one)) for place, one in found.items()})
