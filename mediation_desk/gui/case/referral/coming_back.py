"""What became of a referral that is out: received there, answered with its papers, or returned and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from mediation_desk.domain.merging import Seen
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.reading import CaseView

PLACE = "referral/noted"


class Note(Enum):
    """What is being noted; its value: the fields that are asked for."""

    RECEIVED = ("received_on", "received_by", "number_there", "due_on")
    ANSWERED = ("answered_on", "result")
    RETURNED = ("returned_on", "returned_why")


FIRST: Mapping[Note, str] = MappingProxyType({
    Note.RECEIVED: "received_on", Note.ANSWERED: "answered_on", Note.RETURNED: "returned_on"})
"""The day of each, which is today unless somebody says otherwise."""
FIELDS = tuple(name for note in Note for name in note.value)


class NoteCard(Later):
    """Hidden until something is noted; ``noted(before, after, papers, seen)`` when it is to be kept,
    ``closed`` when nothing is."""

    noted = Signal(object, object, object, object)
    closed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._note = bench, Note.RECEIVED
        self.referral: Referral | None = None
        self._seen: Seen | None = None
        self.papers: list[Path] = []
        self.hide()

    def make(self) -> QWidget:
        """One form; what is asked for depends on what is noted."""
        made, bench = QWidget(), self._bench
        self.form = Form(made)
        self.title = self.form.add_widget(label("", "group"))
        add = self.form.add
        add(DateField(tr("Received there on"), name="received_on", today=bench.today))
        add(TextField(tr("Received by"), name="received_by", width=26, limit=60))
        add(TextField(tr("Number there"), name="number_there", width=26, limit=60))
        add(DateField(tr("Answer asked for by"), name="due_on", today=bench.today, look="ahead"))
        add(DateField(tr("Answered on"), name="answered_on", today=bench.today))
        add(TextArea(tr("Result"), name="result", lines=4), wide=True)
        add(DateField(tr("Returned on"), name="returned_on", today=bench.today))
        add(TextArea(tr("Why it was returned"), name="returned_why", lines=3), wide=True)
        self.files = self.form.add_widget(label("", "muted", wrap=True))
        self.keep, self.cancel = button(tr("Keep")), button(tr("Cancel"), "quiet")
        self.add_papers = button(tr("Add papers of the answer …"), picture="paperclip")
        self.form.does(self.keep)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.end)
        self.cancel.clicked.connect(self.closed)
        self.add_papers.clicked.connect(self._ask_papers)
        self.form.edited.connect(lambda _name, _text: self._draft())
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, look().px(8))
        column.addWidget(self.form)
        column.addLayout(row_of(self.keep, self.add_papers, self.cancel))
        return made

    # -- showing -------------------------------------------------------------------------

    def open(self, referral: Referral, note: Note) -> None:
        """Ask what is to be noted of it, today unless another day is known; with what was being typed."""
        self.bring()
        self.referral, self._seen, self._note = referral, self._bench.seen, note
        self.papers = []
        self.form.clear_errors()
        self.form.set_values({name: getattr(referral, name) for name in FIELDS})
        self.title.setText({Note.RECEIVED: tr("Received there"), Note.ANSWERED: tr("The answer"),
                            Note.RETURNED: tr("Returned to us")}[note])
        self._bench.notes.bring_back(self.form, self._place())
        first = self.form.field(FIRST[note])
        if not first.typed():
            first.set_typed(self._bench.desk.today.isoformat())
        for name in FIELDS:
            self.form.field(name).setVisible(name in note.value)
        self.add_papers.setVisible(note is not Note.RECEIVED)
        self._tell_papers()
        self.show()
        self.form.field(note.value[1]).setFocus()

    def show_case(self, view: CaseView) -> None:
        """The referral may be gone by now."""
        shown = self.referral
        if shown is not None and all(one.id != shown.id for one in view.case.referrals):
            self.leave()

    def leave(self) -> None:
        """Put the card by; what was typed stays for the next time."""
        self.referral = None
        self.hide()

    def end(self) -> None:
        """Put the card away."""
        if self.referral is not None:
            self._bench.notes.drop(self._place())
        self.leave()

    def _place(self) -> str:
        return f"{PLACE}/{self._note.name.lower()}/{self.referral.id if self.referral else ''}"

    def _draft(self) -> None:
        if self.referral is not None:
            self._bench.notes.keep_form(self.form, self._place())

    # -- papers --------------------------------------------------------------------------

    def _ask_papers(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(self, tr("Add papers of the answer …"), str(Path.home()))
        self.take([Path(one) for one in chosen])

    def take(self, papers: Sequence[Path]) -> None:
        """These come in with the answer, as exhibits of the case."""
        self.papers = list(dict.fromkeys([*self.papers, *papers]))
        self._tell_papers()

    def _tell_papers(self) -> None:
        self.files.setText(tr("Taken in as evidence of the case: {names}",
                              names=[one.name for one in self.papers]) if self.papers else "")
        self.files.setVisible(bool(self.papers))

    # -- keeping -------------------------------------------------------------------------

    def _keep(self) -> None:
        if self.referral is None or not self.form.commit():
            return
        told = self.form.values()
        after = replace(self.referral, **{name: told[name] for name in self._note.value})  # type: ignore[arg-type]
        self.noted.emit(self.referral, after, [FileSource.of(one) for one in self.papers], self._seen)
