"""Service: which papers went out to whom, how far each is, and how it was received."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from mediation_desk.domain.merging import Seen
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.serving import ServiceReceipt, is_open, late_first
from mediation_desk.domain.verbs import may_now
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.button import PapersButton
from mediation_desk.gui.case.service.giving import GivingCard
from mediation_desk.gui.case.service.noting import NotingCard
from mediation_desk.gui.case.service.states import service_state
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.seeking import choose_next
from mediation_desk.gui.kit.tables.table import ROW_HEIGHT, Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.library.forms import document_names
from mediation_desk.services.reading import CaseView
from mediation_desk.services.serving import offering, serving
from mediation_desk.services.serving.serving import Given

ROWS, LEAST_ROWS, BESIDE_CARD = 9, 4, 3  # of the table that are in sight at once


class ServicePage(StationPage):
    """The receipts of the case, the card to give papers out above them, that of a receipt beneath."""

    papers_of = "service"

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench)
        self._may = False
        self._called: dict[UUID, str] = {}  # the parties, namesakes told apart
        self.papers = PapersButton(bench, self, self)
        self.giving, self.noting = GivingCard(bench), NotingCard(bench)
        self.model = RowsModel(self._columns())
        self.table = Table(self.model, name=tr("Service of papers"))
        self.still = label("", "muted")
        self.note = button(tr("Note the receipt …"), picture="pencil-simple")
        self.remove = button(tr("Remove"), "quiet", picture="trash")
        self._lay()
        self._listen()

    def heading(self) -> str:
        """The page is no station's."""
        return tr("Service of papers")

    def _lay(self) -> None:
        self.head.addWidget(self.papers)
        acts = QHBoxLayout()
        for made in (self.note, self.remove):
            acts.addWidget(made)
            made.hide()
        acts.addStretch(1)
        acts.addWidget(self.still)
        self.add(self.giving)
        self.add(self.table)
        self.body.addLayout(acts)
        self.add(self.noting)
        self.body.addStretch(1)

    def _listen(self) -> None:
        self.giving.given.connect(self._give)
        self.noting.noted.connect(self._note)
        self.table.chosen.connect(lambda _row: self._offer())
        self.table.opened.connect(lambda _row: self.open_receipt())
        self.note.clicked.connect(self.open_receipt)
        self.remove.clicked.connect(self._remove)
        self.leaves(self.giving, self._put_giving_by)
        self.giving.closed.connect(self._closed)
        self.noting.closed.connect(self._closed)
        self.leaves(self.noting, self._put_note_by)

    def _columns(self) -> list[Column]:
        return [Column("title", tr("Paper"), _paper, width=22, stretch=True),
                Column("recipient", tr("Recipient"), self._recipient, width=18),
                Column("manner", tr("Manner of service"), lambda one: tr(one.manner.label), width=16,
                       yields=1),
                Column("sent_on", tr("Sent on"), lambda one: one.sent_on, Kind.DATE, width=12, yields=2),
                Column("due_on", tr("To be served by"), lambda one: one.due_on, Kind.DATE, width=12),
                Column("state", tr("How far"), lambda one: service_state(one, self.bench.desk.today),
                       Kind.STATE, width=18),
                Column("served_at", tr("Received at"), lambda one: one.served_at, width=17, whole=True),
                Column("signed_by", tr("Signed by"), _signed, width=16, yields=3)]

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show what was given out; what waits for somebody stands first."""
        today = self.bench.desk.today
        self._may = (self.bench.desk.may(Verb.EDIT_CASE, own_case=view.own) and may_now(view.case, "serve"))
        self._called = dict(told_apart(offering.recipients(view.case)))
        self.model.set_rows(_waiting_first(view.case.receipts, self.bench))
        waiting = sum(is_open(one, today) for one in view.case.receipts)
        self.still.setText(tr_count("{count} paper to be received", "{count} papers to be received", waiting)
                           if waiting else "")
        self._say_empty()
        self.set_primary(tr("Give papers out …"), self.give if self._may else None, picture="plus")
        self.papers.show_case(view)
        if self._may:
            self.giving.show_case(view)
        self.noting.show_case(view)
        self._offer()
        self._fit_table()

    def set_read_only(self, _read_only: bool) -> None:
        """Papers go out after the end too: that a case is over, for one."""
        super().set_read_only(not self._may)
        if not self._may:
            self.giving.hide()
            self.noting.leave()

    def _recipient(self, one: ServiceReceipt) -> str:
        """To whom it went: the name on the receipt, of a namesake with what tells it apart."""
        called = self._called.get(one.party_id, "") if one.party_id else ""
        return called if one.recipient and called.startswith(f"{one.recipient}（") else one.recipient

    def _say_empty(self) -> None:
        self.table.set_empty(
            tr("Nothing was given out yet"),
            tr("Notices and agreements that the parties are given stand here, each with its receipt."),
            picture="paper-plane-tilt", action=tr("Give papers out …") if self._may else "",
            on_action=self.give if self._may else None)

    def _fit_table(self) -> None:
        """As high as it has rows; while a card is open, that has the room."""
        open_ = not (self.giving.isHidden() and self.noting.isHidden())
        rows = BESIDE_CARD if open_ else max(LEAST_ROWS, min(ROWS, self.model.rowCount()))
        self.table.setFixedHeight(look().px(ROW_HEIGHT * (rows + 1) + 8))

    def _offer(self) -> None:
        chosen = self.table.current_row() is not None and self._may
        self.note.setVisible(chosen)
        self.remove.setVisible(chosen)

    def focus_first(self) -> None:
        """The list, or the first step where it is empty."""
        (self.table if self.model.rowCount() else self.primary).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- doing ---------------------------------------------------------------------------

    def give(self, template: str = "") -> None:
        """Open the card, with that paper ticked."""
        if not self._may:
            self.bar.notice(tr("Nothing can be given out in this case."))
            return
        self.noting.leave()
        self.giving.begin(template)
        self._fit_table()
        self.area.ensureWidgetVisible(self.giving)

    def lead_to(self, name: str, of: UUID | None) -> None:
        """To the card that gives a paper out, ``name`` that of its form; else to a field."""
        if name in document_names(self.bench.desk.forms):
            self.give(name)
        else:
            super().lead_to(name, of)

    def _give(self, given: Sequence[Given]) -> None:
        told = tr_count("{count} paper given out.", "{count} papers given out.", len(given))
        self.bench.run(serving.serve, given, form=self.giving.form, done=lambda _changes: self.giving.end(),
                       notice=told, undo=not self.bench.read_only, after=self.focus_first)

    def open_receipt(self) -> None:
        """The card of the chosen receipt."""
        row = self.table.current_row()
        if row is not None and self._may:
            self.giving.leave()
            self.noting.open(row)
            self._fit_table()

    def _note(self, before: ServiceReceipt, after: ServiceReceipt, seen: Seen) -> None:
        self.bench.run(serving.note, before, after, form=self.noting.form, near=self.noting, seen=seen,
                       done=lambda _changes: self.noting.end(), notice=tr("The receipt is kept."),
                       undo=not self.bench.read_only, after=self.focus_first)

    def _put_giving_by(self) -> None:
        self.giving.leave()
        self._closed()

    def _closed(self) -> None:
        """A card was put away: the list has its room again, and the keyboard."""
        self._fit_table()
        self.focus_first()

    def _put_note_by(self) -> None:
        self.noting.leave()
        self._closed()

    def _remove(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.bench.run(serving.remove, row.id, notice=tr("Taken out: {paper} to {recipient}.",
                                                             paper=row.title, recipient=self._recipient(row)),
                           undo=not self.bench.read_only)

    def print_pdf(self) -> None:
        """Ctrl+P: the receipts of service, ready to be signed."""
        if not self.papers.open_first():
            self.bar.notice(tr("Give a paper out first; then there is a receipt to print."))

    def find_text(self, text: str) -> bool:
        """Go to the next line that holds the text."""
        found = choose_next(self.table, text, lambda row: (_paper(row), self._recipient(row), _signed(row)))
        return found or super().find_text(text)

    def help_text(self) -> str:
        """What the page is for."""
        return tr("Here stands which papers went out to whom, how, and how each was received. Give papers "
                  "out asks for the papers, the people and the place of each, and by when it has to be "
                  "received; what waits stands on Today and in the calendar until it is.\n\nEnter on a line "
                  "notes the receipt: day and hour, who signed, and who that is to the recipient where it "
                  "was somebody else; or why it was refused, and who witnessed it.\n\nCtrl+P prints the "
                  "receipts of service; what nobody entered is left open for the hand.")


def _paper(one: ServiceReceipt) -> str:
    told = f"{one.title} {one.number}".strip()
    return tr("{paper}, {count} copies", paper=told, count=one.copies) if one.copies > 1 else told


def _signed(one: ServiceReceipt) -> str:
    if one.refused_why and not one.signed_by:
        return tr("refused: {why}", why=one.refused_why)
    return tr("{who} ({relation})", who=one.signed_by, relation=one.relation) if one.relation \
        else one.signed_by


def _waiting_first(receipts: Sequence[ServiceReceipt], bench: CaseBench) -> list[ServiceReceipt]:
    today = bench.desk.today
    return [*late_first(receipts, today), *(one for one in receipts if not is_open(one, today))]
