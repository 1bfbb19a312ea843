"""The Monday page: the week before and the week ahead on one sheet, as it is printed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.in_word import InWord
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.reports import monday

LEAST_HEIGHT = 360


class MondayPart(OfficePart):
    """The sheet, made anew whenever one comes here."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.paper, self._word = PdfView(tasks, self), InWord(desk)
        self.paper.setMinimumHeight(look().px(LEAST_HEIGHT))
        self.column.addWidget(label(tr("The week before and the week ahead, on one page for the meeting."),
                                    "muted", wrap=True))
        self.column.addWidget(self.paper, 1)

    def shown(self) -> None:
        """As things stand now."""
        self.read(monday.monday_page, done=self._arrived, label=tr("Laying out the page …"))

    def _arrived(self, paper: Paper) -> None:
        self.paper.load(paper.pdf, f"{paper.title}-{self.desk.today:%Y%m%d}.pdf", self._word.of(paper))

    def print_page(self) -> None:
        """Ctrl+P."""
        self.paper.print_page()

    def help_text(self) -> str:
        """F1."""
        return tr("Last week in figures beside the week before it, what each mediator carries, what is "
                  "overdue, what this week brings day by day, companies against which cases gather, and "
                  "cases at rest. On Saturday and Sunday it looks to the coming Monday. Ctrl+P prints it; "
                  "where a list is longer than the page, its title says how many there are in all.")
