"""The Mediation page: sessions, offers at the table, and what each side said alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.mediation.offers import OffersPart
from mediation_desk.gui.case.mediation.period import PeriodStrip
from mediation_desk.gui.case.mediation.private import PrivatePart
from mediation_desk.gui.case.mediation.recusals import RecusalsPart
from mediation_desk.gui.case.mediation.rights import RightsPart
from mediation_desk.gui.case.mediation.sessions import SessionsPart
from mediation_desk.gui.case.papers.button import PapersButton
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.reading import CaseView

RECORD, SHEET = "mediation-record", "options-sheet"


class MediationPage(StationPage):
    """Sessions above, offers beneath, the private talk at the foot, hidden until it is asked for."""

    station = Station.MEDIATION

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench)
        self.sessions, self.offers, self.private = SessionsPart(bench), OffersPart(bench), PrivatePart(bench)
        self.papers = PapersButton(bench, self, self)
        self.head.addWidget(self.papers)
        self.period, self.rights, self.recusals = PeriodStrip(bench), RightsPart(bench), RecusalsPart(bench)
        parts = (self.period, self.sessions, self.rights, self.recusals, self.offers, self.private)
        for at, part in enumerate(parts):
            if at > 1:
                self.body.addSpacing(look().px(16))
            self.add(part)
        self.body.addStretch(1)
        self.sessions.editing.connect(self._editing)
        self.sessions.print_wanted.connect(lambda session: self.papers.open(RECORD, session=session))
        self.private.opened.connect(self._private_opened)
        self.private.sheet_wanted.connect(
            lambda side, own: self.papers.open(SHEET, side=side, own_offers=own))
        self.period.extend.clicked.connect(self.to_intake)
        self.rights.asks.connect(self.recusals.open)
        self.leaves(self.rights.keep_button, self.rights.leave)
        self.leaves(self.recusals.keep_button, self.recusals.leave)
        self._offer_action()

    def _editing(self, opened: bool) -> None:
        if opened and self.sessions.editor is not None:
            self.leaves(self.sessions.editor, self.sessions.leave)
        self._offer_action()

    def show_case(self, view: CaseView) -> None:
        """Show the case as it was read."""
        if view.case.accepted_on is None:
            self.accept_first()
        for part in (self.period, self.rights, self.recusals):
            part.show_case(view)
        self.sessions.show_case(view)
        self.offers.show_case(view)
        self.private.show_case(view)
        self.papers.show_case(view)
        self._offer_action()

    def set_read_only(self, read_only: bool) -> None:
        """A case that is over only shows."""
        super().set_read_only(read_only)
        if self.sessions.editor is not None:
            self.sessions.editor.set_read_only(read_only)

    def _offer_action(self) -> None:
        """The page's action, unless the editor offers its own or the case is over."""
        view = self.bench.view
        ready = view is not None and view.case.accepted_on is not None and not self.bench.read_only
        free = self.sessions.editor is None and not self.papers.pane_open and not self.private.shown
        wanted = ready and free
        self.set_primary(tr("Add a session"), self._add if wanted else None, picture="plus")

    def _add(self) -> None:
        self.sessions.add()
        if self.sessions.editor is not None:
            self._bring_up(self.sessions.editor)

    def _private_opened(self, opened: bool) -> None:
        """A side's page stands by itself: nothing else of the station is beside it."""
        for part in (self.period, self.sessions, self.rights, self.recusals, self.offers):
            part.setVisible(not opened)
        if not opened and self.bench.view is not None:
            self.period.show_case(self.bench.view)
        self._offer_action()
        if opened and self.private.opened_part is not None:
            self.leaves(self.private.opened_part, self.private.leave)
            self._bring_up(self.private)

    def _bring_up(self, part: QWidget) -> None:
        """Scroll a part that just grew to the top of the page, once it is laid out."""
        def scroll() -> None:
            if (inner := self.area.widget()) is not None:
                self.area.verticalScrollBar().setValue(part.mapTo(inner, QPoint(0, 0)).y())

        QTimer.singleShot(0, part, scroll)

    def focus_first(self) -> None:
        """The sessions, where work begins."""
        self.sessions.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_pdf(self) -> None:
        """Ctrl+P: the record of the session in hand, else of the last one held with both sides."""
        session = self.sessions.latest()
        if session is None:
            self.bar.notice(tr("No session with both sides was held yet, so there is no record to print."))
        else:
            self.papers.open(RECORD, session=session)

    def help_text(self) -> str:
        """F1."""
        return "\n\n".join((tr(
            "Plan each session, begin it, and end it once it is answered of each party whether it came. F7 "
            "starts and stops the clock of the session that is under way. Tell every party its rights and "
            "enter what it answers; a request for another mediator is decided with its reason. The minutes "
            "are drawn up from what happened, edited in place and printed as the record."), tr(
            "Enter the offers made at the table as they come; press Accept on the one that both "
            "sides take, and the settlement begins with its figures."), tr(
            "What a side tells you alone belongs under “Said alone”: it is sealed, is on no paper but "
            "that side's own sheet where you tick it, and hides when you leave the page or press Ctrl+L. "
            "F11 turns the screen: the parties then see what both sides may see and nothing else, and you"
            " come back with your password or PIN. Each side has a page of its own; the other side's "
            "words stay covered. With both open, you see where they can meet. An offer you may not tell "
            "yet stays sealed until you release it to the other side.")))
