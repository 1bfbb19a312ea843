"""Stands on a laptop where the office has a part that needs it: what it is, and why it is not here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.at_office import reason
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.desk import Desk


class NeedsOfficePart(OfficePart):
    """The part's name and picture, and the reason."""

    def __init__(self, desk: Desk, tasks: Tasks, name: str, picture: str, parent: QWidget | None = None
                 ) -> None:
        super().__init__(desk, tasks, parent)
        self.words = EmptyState(name, reason(desk), picture=picture, parent=self)
        self.column.addWidget(self.words, 1)

    def help_text(self) -> str:
        """F1."""
        return reason(self.desk)
