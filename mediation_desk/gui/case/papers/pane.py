"""A paper in the place of a station's page, ready to print, with the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.verbs import may_now
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.lacks import LacksLine
from mediation_desk.gui.case.papers.prints import Prints
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.pdf.titled import TitledPaper
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.papers import making
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.lacking import Lack
from mediation_desk.services.serving.offering import is_servable


class InItsPlace(Later):
    """Hidden until it takes the place of a page's body and of its one act. ``closed`` on the way back.

    ``body``: what it takes the place of, on a page that has no place for others; ``leave``: called by the
    page for the way back.
    """

    closed = Signal()

    def __init__(self, bench: CaseBench, page: StationPage, leave: Callable[[], None],
                 body: QWidget | None = None) -> None:
        super().__init__(page)
        self.bench, self.page = bench, page
        self._body = body
        self._had_primary = False
        page.leaves(self, leave)
        self.hide()
        if isinstance(whole := page.layout(), QVBoxLayout):
            whole.insertWidget(whole.indexOf(page.bar), self, 1)  # the messages stay at the foot

    def take_place(self) -> None:
        """Stand where the page's body stood."""
        if self.isHidden():
            self._had_primary = not self.page.primary.isHidden()
        if (beneath := self._beneath) is not None:
            beneath.hide()
        self.page.primary.hide()
        self.show()

    def give_place(self) -> None:
        """Back to the page."""
        self.hide()
        if (beneath := self._beneath) is not None:
            beneath.show()
        self.page.primary.setVisible(self._had_primary and not self.bench.read_only)
        self.closed.emit()

    @property
    def _beneath(self) -> QWidget | None:
        return self._body or self.page.beneath_papers()


class PaperPane(InItsPlace):
    """The one reader of papers: shows what was made in the place of the page's body."""

    def __init__(self, bench: CaseBench, page: StationPage, body: QWidget | None = None) -> None:
        super().__init__(bench, page, self.close_paper, body)
        self._template = ""

    def make(self) -> QWidget:
        """The way back, the paper's title, the paper."""
        made = TitledPaper(self.bench.tasks, tr("Back to the page"))
        self.paper, self.title, self.back = made.paper, made.title, made.back
        self.lacks = LacksLine(made)
        self.lacks.wanted.connect(self._enter)
        made.say_above(self.lacks)
        if self.bench.desk.may(Verb.EDIT_FORMS):
            made.add_button(tr("Change the form …"), "pencil-simple", self._change_form)
        self.prints = Prints(self.bench, self.paper)
        self.back.clicked.connect(self.close_paper)
        self.serve = made.add_button(tr("Serve …"), "paper-plane-tilt", self._serve)
        return made

    def open(self, template: str, *, side: Side | None = None, worker: UUID | None = None,
             session: UUID | None = None, referral: UUID | None = None, own_offers: bool = False) -> None:
        """Make a paper of the case off the UI thread, behind all that is being saved, and show it; a
        trouble is said on the page."""
        copy: dict[str, Any] = {"side": side, "worker": worker, "session": session, "referral": referral}
        self.bench.read(making.make, template, done=partial(self._made, copy),
                        label=tr("Setting the paper …"), **copy, own_offers=own_offers)

    def _made(self, copy: Mapping[str, Any], made: Paper) -> None:
        """Show it; what it would be printed without is said as soon as that is known."""
        self.show_paper(made)
        self.bench.read(making.lacking_in, made.template, done=self._show_lacks, **copy)

    def show_paper(self, made: Paper) -> None:
        """A paper that was made, ready to print."""
        self.bring()
        self._template = made.template
        self.lacks.show_lacks(())
        self.title.setText(made.title)
        self.serve.setVisible(is_servable(made.template, self.bench.desk.forms) and self._may_serve())
        self.prints.show(made)
        self.take_place()
        self.paper.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lacks(self, lacks: Sequence[Lack]) -> None:
        """What it is printed without; one that is read only takes nothing more."""
        if not self.isHidden():
            self.lacks.show_lacks(() if self.bench.read_only else lacks)

    def _enter(self, lack: Lack) -> None:
        self.close_paper()
        if lack.station is None:
            self.page.go_to_office("details")
        else:
            self.page.go_to_field(lack.station, lack.field, lack.of)

    def _change_form(self) -> None:
        self.page.change_form(self._template)

    def _may_serve(self) -> bool:
        view = self.bench.view
        return (view is not None and self.bench.desk.may(Verb.EDIT_CASE, own_case=view.own)
                and may_now(view.case, "serve"))

    def _serve(self) -> None:
        """Back to the page, and on to the card that gives this paper out."""
        self.close_paper()
        self.bench.serve_wanted.emit(self._template)

    def close_paper(self) -> None:
        """Back to the page."""
        self.give_place()
