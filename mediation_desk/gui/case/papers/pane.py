"""A paper in the place of a station's page, ready to print, with the way back."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.prints import Prints
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.papers import making
from mediation_desk.services.papers.finishing import Paper


class PaperPane(Later):
    """The one reader of papers: shows what was made in the place of the page's body. ``closed`` on the
    way back.

    ``body``: what the paper takes the place of, on a page that has no place for others.
    """

    closed = Signal()

    def __init__(self, bench: CaseBench, page: StationPage, body: QWidget | None = None) -> None:
        super().__init__(page)
        self.bench, self.page = bench, page
        self._body = body
        self._had_primary = False
        page.leaves(self, self.close_paper)
        self.hide()
        if isinstance(whole := page.layout(), QVBoxLayout):
            whole.insertWidget(whole.indexOf(page.bar), self, 1)  # the messages stay at the foot

    def make(self) -> QWidget:
        """The way back, the paper's title, the paper."""
        made = QWidget()
        self.paper = PdfView(self.bench.tasks, made)
        self.prints = Prints(self.bench, self.paper)
        self.title = label("", "strong")
        self.back = button(tr("Back to the page"), "quiet", picture="arrow-left")
        self.back.clicked.connect(self.close_paper)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.title)
        row.addStretch(1)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(row)
        column.addWidget(self.paper, 1)
        return made

    def open(self, template: str, *, side: Side | None = None, worker: UUID | None = None,
             session: UUID | None = None, own_offers: bool = False) -> None:
        """Make a paper of the case off the UI thread, behind all that is being saved, and show it; a
        trouble is said on the page."""
        self.bench.read(making.make, template, done=self.show_paper, label=tr("Setting the paper …"),
                        side=side, worker=worker, session=session, own_offers=own_offers)

    def show_paper(self, made: Paper) -> None:
        """A paper that was made, ready to print."""
        self.bring()
        self.title.setText(made.title)
        self.prints.show(made)
        if self.isHidden():
            self._had_primary = not self.page.primary.isHidden()
        if (beneath := self._body or self.page.beneath_papers()) is not None:
            beneath.hide()
        self.page.primary.hide()
        self.show()
        self.paper.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_paper(self) -> None:
        """Back to the page."""
        self.hide()
        if (beneath := self._body or self.page.beneath_papers()) is not None:
            beneath.show()
        self.page.primary.setVisible(self._had_primary and not self.bench.read_only)
        self.closed.emit()
