"""The page of one side alone: what it said, its bottom line, its offers, and what the other lets it know."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.private import ClosedWord, PrivateTalk
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import FoldingRow, drop, empty_layout
from mediation_desk.gui.case.mediation.authorised import AuthorisedPart
from mediation_desk.gui.case.mediation.bottom_line import LinePart
from mediation_desk.gui.case.mediation.heard import HeardPart
from mediation_desk.gui.case.mediation.side import SideBand, SideCard
from mediation_desk.gui.case.mediation.told_here import ToldHere
from mediation_desk.gui.kit.fields.choice import Tick
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.kinds import Form
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.papers.making import is_offered
from mediation_desk.services.reading import CaseView

SHEET = "options-sheet"


class SideAlone(SideCard):
    """One side's page, in its colour. It lives only while it is shown; its drafts are kept sealed.

    ``sheet_wanted(own)``: the side's options on paper, with the offers that it authorised or without.
    """

    sheet_wanted = Signal(bool)

    def __init__(self, bench: CaseBench, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(side, parent)
        self.bench, self.whose = bench, side
        self.closed = QVBoxLayout()
        self.told = ToldHere(bench, side)
        self.heard, self.lines = HeardPart(bench, side), LinePart(bench, side)
        self.authorised = AuthorisedPart(bench, side)
        self.sheet = button(tr("Options sheet"), "quiet", picture="printer")
        self.own = Tick(tr("with the offers it authorises"))
        self._lay()
        self.sheet.clicked.connect(lambda: self.sheet_wanted.emit(self.own.isChecked()))

    def _lay(self) -> None:
        self.band = SideBand(self.whose)
        self.band.row.addWidget(self.own)
        self.band.row.addWidget(self.sheet)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(24))
        column.addWidget(self.lines)
        column.addWidget(self.authorised)
        column.addStretch(1)
        self.column.setSpacing(look().px(16))
        self.column.addWidget(self.band)
        self.column.addLayout(self.closed)
        self.column.addWidget(self.told)
        self.column.addWidget(FoldingRow([self.heard, right], spacing=24, share=True))
        self.column.addStretch(1)

    # Their forms and buttons

    @property
    def line_button(self) -> QPushButton:
        """Seals the bottom line."""
        return self.lines.button

    @property
    def offer_button(self) -> QPushButton:
        """Seals an offer."""
        return self.authorised.button

    @property
    def note_button(self) -> QPushButton:
        """Seals what was said."""
        return self.heard.button

    @property
    def line_form(self) -> Form:
        """The form of the bottom line."""
        return self.lines.form

    @property
    def offer_form(self) -> Form:
        """The form of an offer."""
        return self.authorised.form

    @property
    def note_form(self) -> Form:
        """The form of what was said."""
        return self.heard.form

    # -- showing -------------------------------------------------------------------------

    def show_talk(self, talk: PrivateTalk, view: CaseView, *, with_told: bool) -> None:
        """Show this side's words, and, ``with_told``, what it was let know; what is being typed stays."""
        empty_layout(self.closed)
        for entry in talk.closed:
            if entry.side in (self.whose, None):
                self.closed.addWidget(self._closed(entry))
        self.heard.show_talk(talk)
        self.lines.show_talk(talk)
        self.authorised.show_talk(talk)
        self.told.setVisible(False)
        if with_told:
            self.told.show_case(view)
        ready = is_offered(view.case, SHEET)
        self.sheet.setVisible(ready)
        self.own.setVisible(ready)

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a word anywhere on the page."""
        return any(field.composing for field in self.findChildren(Field))

    def _closed(self, entry: ClosedWord) -> QLabel:
        """An entry that does not open, by the day and kind that its row says now."""
        if entry.kind is None or entry.written_at is None:
            said = tr("An entry of this case cannot be read at all: somebody wrote into it outside the "
                      "program. Verify the store.")
        else:
            day = entry.written_at.astimezone(self.bench.desk.zone)
            said = tr("{what} of {day} does not open: the entry was altered outside the program, or an older "
                      "one was put back. Verify the store.", what=tr(entry.kind.label), day=f"{day:%Y-%m-%d}")
        made = label(said, "small", wrap=True)
        made.setProperty("meaning", "overdue")
        return made


def forget_widget(widget: QWidget | None) -> None:
    """Take a private widget off the page, its words first."""
    if widget is not None:
        for form in widget.findChildren(Form):
            form.blockSignals(True)  # emptying it is nobody's typing
            for name in form.names():
                form.field(name).set_typed("")
        drop(widget)
