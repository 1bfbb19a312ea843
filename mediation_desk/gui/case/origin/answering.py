"""The form of an answer to the office that a case came from: result or return, day, papers, and the file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from mediation_desk.domain.casefile.entries import Entry
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.referral.referrals import CaseOrigin
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.fields.kinds import DateField, Form, SegmentField, TextArea, TextField
from mediation_desk.gui.kit.fields.ticked import TickedField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.progress_strip import Cancelled, Progress
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.referral import going_back, leaving
from mediation_desk.services.referral.going_back import LONGEST, Answering

RESULT, RETURN = "result", "returned"
PLACE = "origin/answer"
"""Where an answer is kept while it is being typed."""


def write_answer(desk: Desk, case_id: UUID, origin_id: UUID, told: Answering, folder: str, name: str, *,
                 progress: Progress, cancelled: Cancelled, seen: Seen | None = None) -> Changes:
    """Into that folder, under that name."""
    return going_back.write_answer_into(desk, case_id, origin_id, told, folder, name, progress=progress,
                                       cancelled=cancelled, seen=seen).changes


def offered(desk: Desk, case_id: UUID) -> tuple[tuple[Entry, ...], tuple[Exhibit, ...]]:
    """The papers and exhibits that can go along."""
    return leaving.papers(desk, case_id), filing.exhibits(desk, case_id).exhibits


def proposed(desk: Desk, case_id: UUID, origin_id: UUID) -> str:
    """What the file is called."""
    return going_back.proposed_name(desk, case_id, origin_id, "answer")


class AnswerCard(QWidget):
    """Out of sight until somebody answers; ``closed`` when it is written or put by."""

    closed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._origin: CaseOrigin | None = None
        self._drafting = False  # only what a person typed is kept, not what the form begins with
        self.form = Form(self)
        self.what = self.form.add(SegmentField(tr("What is answered"), [
            (RESULT, tr("Result")), (RETURN, tr("Return"))], name="what", required=True))
        self.day = self.form.add(DateField(tr("Day of the answer"), name="day", required=True,
                                           today=bench.today, look="back"))
        self.text = self.form.add(TextArea(tr("In words"), name="result", lines=3, most=10, required=True,
                                           limit=LONGEST), wide=True)
        self.papers = self.form.add(TickedField(tr("Papers of the case that go along"), str, name="papers"),
                                    wide=True)
        self.exhibits = self.form.add(TickedField(tr("Evidence that goes along, such as the signed decision"),
                                                  UUID, name="exhibits"), wide=True)
        self.folder = self.form.add(TextField(tr("Folder or stick"), name="folder", required=True, width=40,
                                              limit=1000))
        self.file = self.form.add(TextField(tr("Name of the file"), name="file", required=True, width=40,
                                            limit=200))
        self.write = button(tr("Write the answer"), "primary", picture="paper-plane-tilt")
        self.choose = button(tr("Choose a folder …"), picture="folder-open")
        self.leave = button(tr("Close"), "quiet")
        self._lay()

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("The answer is encrypted for the office that sent the package: nobody "
                                  "else opens it. What was said alone cannot go along."), "muted", wrap=True))
        column.addWidget(self.form)
        column.addLayout(row_of(self.write, self.choose, self.leave))
        self.form.does(self.write)
        self.form.edited.connect(lambda _name, _text: self._draft())
        self.form.committed.connect(lambda _name, _value: self._draft())
        self.write.clicked.connect(self.submit)
        self.choose.clicked.connect(self._ask_folder)
        self.leave.clicked.connect(self.closed)
        self.folder.set_value(str(Path.home()))

    def begin(self, origin: CaseOrigin) -> None:
        """Ask what came of the matter; what was typed before and not written stands there again."""
        self._origin, self._drafting = origin, False
        self.form.clear_errors()
        self.what.set_value(RETURN if origin.returned_why else RESULT)
        self.day.set_value(self.bench.desk.today)
        self.text.set_value(origin.result or origin.returned_why)
        self.file.set_value("")
        self.show()
        self.bench.read(offered, done=self._offer)
        self.bench.read(proposed, origin.id, done=lambda name: self.file.set_value(self.file.typed() or name))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, found: tuple[Sequence[Entry], Sequence[Exhibit]]) -> None:
        papers, exhibits = found
        self.papers.set_choices({one.key: one.title for one in papers})
        self.exhibits.set_choices({one.id: f"{one.position}. {one.name}" for one in exhibits})
        self.papers.setVisible(bool(papers))
        self.exhibits.setVisible(bool(exhibits))
        self.bench.notes.bring_back(self.form, self._place())
        self._drafting = True

    def _place(self) -> str:
        return f"{PLACE}/{self._origin.id if self._origin else ''}"

    def _draft(self) -> None:
        if self._drafting:
            self.bench.notes.keep_form(self.form, self._place())

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder …"), self.folder.typed())
        if chosen:
            self.folder.set_typed(chosen)
            self.folder.commit()

    def told(self) -> Answering:
        """What the form says."""
        day, returns = self.day.value(), self.what.value() == RETURN
        text = self.text.value()
        return Answering(day if isinstance(day, date) else self.bench.desk.today, "" if returns else text,
                         text if returns else "", self.papers.value(), self.exhibits.value())

    def submit(self) -> None:
        """Write it; what is wrong is said beside its field."""
        if self._origin is not None and self.form.commit():
            self.bench.run(write_answer, self._origin.id, self.told(), self.folder.value(), self.file.value(),
                           form=self.form, near=self, undo=False, done=lambda _changes: self._written(),
                           notice=tr("The answer is written. Have it brought to “{office}”.",
                                     office=self._origin.office))

    def _written(self) -> None:
        self.bench.notes.drop(self._place())
        self._drafting = False
        self.closed.emit()
