"""The papers of the sorting station, on screen before they are printed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.papers import making
from mediation_desk.services.papers.making import Paper

OUTLOOK = "arbitration-outlook"
PAPERS: Mapping[str, str] = MappingProxyType({
    "sorting-record": N_("Sorting record"), "element-sheet": N_("Element sheet"),
    "calculation-sheet": N_("Calculation sheet"),
    "relationship-assessment": N_("Assessment of the relationship")})


class PaperReader(Later):
    """A paper in the place of the page, to be read, saved or printed. ``ready`` when it is there,
    ``left`` on the way back."""

    ready = Signal()
    left = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench

    def make(self) -> QWidget:
        """The way back, the paper's title, the paper."""
        made = QWidget()
        self.title, self.back = label("", "strong"), button(tr("Back to the page"), "quiet",
                                                            picture="arrow-left")
        self.view = PdfView(self._bench.tasks, made)
        self.back.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.title)
        row.addStretch(1)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(row)
        column.addWidget(self.view, 1)
        return made

    def open(self, template: str, *, side: Side | None = None, worker: UUID | None = None) -> None:
        """Make a paper behind all that is being saved, so that what was just typed stands in it."""
        bench = self._bench
        bench.tasks.read(making.make, bench.desk, bench.case_id, template, side=side, worker=worker,
                         done=self._arrived, failed=bench.trouble.emit, receiver=self,
                         label=tr("Setting the paper …"))

    def _arrived(self, paper: Paper) -> None:
        self.bring()
        self.title.setText(paper.title)
        self.view.load(paper.pdf, self._bench.paper_file(paper.title))
        self.ready.emit()
        self.view.print.setFocus(Qt.FocusReason.OtherFocusReason)
