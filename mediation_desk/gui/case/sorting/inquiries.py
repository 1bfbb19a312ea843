"""Sub-page of sorting: whom the office asked, when and where, and what was said."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.inquiries import Inquiry
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.form_place import FormPlace
from mediation_desk.gui.case.frame.layouts import fit_height
from mediation_desk.gui.kit.fields.choice import Choices
from mediation_desk.gui.kit.fields.kinds import ChoiceField, DateField, Form, TextArea, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.reading import CaseView
from mediation_desk.services.sorting import inquiries
from mediation_desk.services.sorting.inquiries import InquiryDraft

PLACE = "inquiry"
NAMES = tuple(one.name for one in fields(InquiryDraft))


def parties_of(case: Case) -> Choices:
    """Who of the case can be asked."""
    asked = [party for party in case.parties if party.role is not Role.REPRESENTATIVE]
    called = told_apart(case.parties)
    return [(party.id, tr("{name}, {role}", name=called[party.id] if party.name else tr("(no name yet)"),
                          role=party.role.label)) for party in asked]


class InquiryForm(Form):
    """One inquiry; its day and who asks are put in, all else is left to whoever writes it down."""

    def __init__(self, bench: CaseBench, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add(DateField(tr("Held on"), name="held_on", required=True, today=bench.today))
        self.add(ChoiceField(tr("Party that was asked"), parties_of(case), name="party_id",
                             empty=tr("Somebody else"), width=24))
        self.add(TextField(tr("Name of somebody else"), name="person", width=24))
        self.add(TextField(tr("What they are to the matter"), name="person_is", width=24))
        self.add(TextField(tr("Began at"), name="began", width=12))
        self.add(TextField(tr("Ended at"), name="ended", width=12))
        self.add(TextField(tr("Place"), name="place", width=24))
        self.add(TextField(tr("Asked by"), name="asked_by", width=24))
        self.add(TextField(tr("Recorder"), name="recorder", width=24))
        self.add(TextArea(tr("Questions and answers"), name="text", lines=6, most=16,
                          help=tr("Each question and each answer on a line of its own. Left empty, the "
                                  "record has lines for the hand.")), wide=True)

    def draft(self) -> InquiryDraft:
        """The inquiry as it stands in the form."""
        return InquiryDraft(**self.values())  # type: ignore[arg-type]


class InquiriesPane(Later):
    """The inquiries in a table, and a form for one of them beneath. ``opened(form)``: one is written."""

    opened = Signal(object)

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._place = FormPlace[InquiryForm](bench)
        self._edited: Inquiry | None = None
        self._case: Case | None = None

    def make(self) -> QWidget:
        """Table, form and buttons, in an area that scrolls."""
        self.model = RowsModel([
            Column("held_on", tr("Held on"), lambda one: one.held_on, Kind.DATE, width=12),
            Column("person", tr("Who was asked"), self._person, width=24, stretch=True),
            Column("place", tr("Place"), lambda one: one.place, width=24),
            Column("asked_by", tr("Asked by"), lambda one: one.asked_by, width=16)])
        self.table = Table(self.model, name=tr("Inquiries"))
        self.table.set_empty(tr("Nobody was asked yet"), tr(
            "Write down whom you asked, when and where, with questions and answers; the record is printed "
            "from it."), picture="chat-circle-text")
        self.add = button(tr("Record an inquiry …"), picture="plus")
        self.change = button(tr("Correct"), "quiet", picture="pencil-simple")
        self.remove = button(tr("Remove"), "quiet", picture="trash")
        self.keep_button, self.cancel = button(tr("Keep the inquiry")), button(tr("Cancel"), "quiet")
        self._listen()
        area = self._lay()
        self._fill()
        return area

    def _lay(self) -> QScrollArea:
        inner = self.inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, look().px(8), 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.table)
        column.addLayout(self._place.box)
        column.addLayout(row_of(self.add, self.keep_button, self.cancel, self.change, self.remove))
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _listen(self) -> None:
        self.add.clicked.connect(lambda: self.open(None))
        self.change.clicked.connect(lambda: self.open(self.table.current_row()))
        self.table.opened.connect(self.open)
        self.table.chosen.connect(lambda _row: self._show_buttons())
        self.keep_button.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.close_form)
        self.remove.clicked.connect(self._remove)

    def _person(self, one: Inquiry) -> str:
        rows = self._case.parties_all if self._case else []
        called = {row.id: row.name for row in rows}  # one who was taken out since is known by name alone
        called |= told_apart(self._case.parties if self._case else [])
        return one.person or (called.get(one.party_id, "") if one.party_id else "")

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """The inquiries of the case; a form that is open stays."""
        self._case = view.case
        if self.is_made:
            self._fill()

    def _fill(self) -> None:
        rows = self._case.inquiries if self._case else []
        self.model.set_rows(rows)
        fit_height(self.table, len(rows))
        if not self.bench.can("record_inquiry"):
            self.leave()
        self._show_buttons()

    def _show_buttons(self) -> None:
        may, opened = self.bench.can("record_inquiry"), self.form is not None
        chosen = self.table.current_row() is not None
        self.table.setVisible(not opened)  # the form needs the room
        self.add.setVisible(may and not opened)
        for made in (self.keep_button, self.cancel):
            made.setVisible(opened)
        for made in (self.change, self.remove):
            made.setVisible(may and chosen and not opened)

    # -- doing ---------------------------------------------------------------------------

    @property
    def form(self) -> InquiryForm | None:
        """The inquiry that is being written."""
        return self._place.form

    def open(self, one: object) -> None:
        """Write down another inquiry, or correct this one; what was typed before comes back."""
        if self._case is None or self.form is not None or not self.bench.can("record_inquiry"):
            return
        self._edited = one if isinstance(one, Inquiry) else None
        form = InquiryForm(self.bench, self._case, self)
        if self._edited:
            form.set_values({name: getattr(self._edited, name) for name in NAMES})
        else:
            form.set_values({"held_on": self.bench.desk.today, "asked_by": self.bench.desk.who.name})
        self._place.put(form, f"{PLACE}/{self._edited.id}" if self._edited else PLACE, self.keep_button)
        self._show_buttons()
        self.opened.emit(form)
        form.field("party_id").setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Put the form by; what was typed in it stays for the next time."""
        self._place.put_by()
        self._show_buttons()

    def close_form(self) -> None:
        """Put the form away, and forget it."""
        self._place.put_away()
        self._show_buttons()

    def keep(self) -> None:
        """Keep the inquiry."""
        if self.form is not None and self.form.commit():
            self.bench.run(inquiries.record, self.form.draft(), self._edited.id if self._edited else None,
                           form=self.form, near=self.inner, done=lambda _changes: self.close_form(),
                           notice=tr("The inquiry is kept."))

    def _remove(self) -> None:
        row = self.table.current_row()
        if isinstance(row, Inquiry):
            self.bench.run(inquiries.remove, row.id, near=self.inner,
                           notice=tr("The inquiry was taken out."))
