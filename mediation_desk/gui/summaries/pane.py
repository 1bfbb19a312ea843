"""Summaries of one case or many: chosen, looked at, corrected in place, written or released."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.reports.publishing.levels import Corrections, Level
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count, tr_error
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.summaries.choices import FilePlace, SummaryChoices
from mediation_desk.gui.summaries.corrections import CorrectionPane
from mediation_desk.gui.summaries.passages import PassageText
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import sending, summaries
from mediation_desk.services.reports.sending import NotClean, Sent
from mediation_desk.services.reports.summaries import Summary


class SummaryPane(QWidget):
    """``changed(Changes)`` what was noted in cases; ``told(words)`` what went well; ``trouble(DeskError)``
    what belongs beside no field."""

    changed = Signal(object)
    told = Signal(str)
    trouble = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._cases: Sequence[UUID] = ()
        self._at = 0
        self._summary: Summary | None = None
        self._asked = 0
        self.choices, self.place = SummaryChoices(self), FilePlace(memory)
        self.text, self.paper = PassageText(self), PdfView(tasks, self)
        self.corrections = CorrectionPane(self)
        self.back = button("", "quiet", picture="caret-left", parent=self)
        self.on = button("", "quiet", picture="caret-right", parent=self)
        self.which, self.why = label("", "muted", parent=self), label("", "muted", wrap=True, parent=self)
        self.turn = button("", "quiet", picture="file-pdf", parent=self)
        self.send = button("", "primary", parent=self)
        self.work = WorkLine(self)
        self._lay()
        self._listen()

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(look().px(16))
        for field in (self.choices.level, self.choices.rounding, self.place.form, self.place.each):
            top.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        top.addStretch(1)
        for made in (self.back, self.which, self.on, self.turn):
            top.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        column.addWidget(self.paper)
        self.split.addWidget(shown)
        self.split.addWidget(self.corrections)
        self.split.setHandleWidth(look().px(12))
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([look().px(760), look().px(400)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look().px(8))
        whole.addLayout(top)
        whole.addWidget(self.split, 1)
        whole.addWidget(self.why)
        whole.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(look().px(8))
        foot.addWidget(self.place.path, 0, Qt.AlignmentFlag.AlignTop)
        beneath = self.place.path.label.sizeHint().height() + 4
        for made in (self.place.choose, self.send, self.work):
            holder = QVBoxLayout()
            holder.setContentsMargins(0, beneath, 0, 0)
            holder.addWidget(made)
            holder.addStretch(1)
            foot.addLayout(holder)
        foot.addStretch(1)
        return foot

    def _listen(self) -> None:
        self.choices.changed.connect(self.reload)
        self.back.clicked.connect(lambda: self._go(self._at - 1))
        self.on.clicked.connect(lambda: self._go(self._at + 1))
        self.back.setAccessibleName(tr("The case before"))
        self.on.setAccessibleName(tr("The next case"))
        self.turn.clicked.connect(self._turn)
        self.send.clicked.connect(self.submit)
        self.text.passage_chosen.connect(self.corrections.show_passage)
        self.corrections.jump.connect(self._jump)
        self.corrections.corrected.connect(self._correct)

    @property
    def _level(self) -> Level:
        return self.choices.wanted().level

    # -- showing -------------------------------------------------------------------------

    def open(self, cases: Sequence[UUID]) -> None:
        """Show the summary of the first of these cases, ready to be sent with those of the others."""
        if list(cases) != list(self._cases):
            self._cases, self._at = tuple(cases), 0
        self.place.propose(tr("Summaries") if len(cases) > 1 else tr("Case summary"), several=len(cases) > 1)
        self.reload()

    def begin(self) -> None:
        """The keyboard begins at the level."""
        self.choices.level.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._cases):
            self._at = at
            self.reload()

    def reload(self) -> None:
        """Look at the case anew, at the level that is chosen; the last looking counts."""
        if not self._cases:
            return
        self._asked += 1
        asked, wanted = self._asked, self.choices.wanted()
        self._show_parts()
        self._tasks.read(summaries.looked, self._desk, self._cases[self._at], wanted, receiver=self,
                         done=lambda pair: self._show(asked, *pair), failed=self.trouble.emit,
                         label=tr("Setting the paper …"))

    def _show_parts(self) -> None:
        """Text and corrections for what is to be published; paper for the inside."""
        outside, several = self._level is Level.PUBLISHED, len(self._cases) > 1
        self.corrections.setVisible(outside)
        self.turn.setVisible(outside)
        self._show_paper(not outside)
        for made in (self.back, self.which, self.on):
            made.setVisible(several)
        self.back.setEnabled(self._at > 0)
        self.on.setEnabled(self._at + 1 < len(self._cases))
        self.which.setText(tr("{number} of {count}", number=self._at + 1, count=len(self._cases)))
        self.send.setText(self._press())
        self.send.setEnabled(False)

    def _press(self) -> str:
        if self._level is Level.PUBLISHED:
            return tr_count("Release the summary", "Release {count} summaries", len(self._cases))
        return tr_count("Write the summary", "Write {count} summaries", len(self._cases))

    def _show_paper(self, paper: bool) -> None:
        self.paper.setVisible(paper)
        self.text.setVisible(not paper)
        self.turn.setText(tr("Show the text") if paper else tr("Show the paper"))

    def _show(self, asked: int, summary: Summary, known: Corrections) -> None:
        if asked != self._asked:
            return
        self._summary = summary
        if summary.wanted.level is Level.PUBLISHED:
            self.text.show_summary(summary)
            self.corrections.show_summary(summary, known)
        self._tasks.read(summaries.preview, self._desk, summary, receiver=self, failed=self.trouble.emit,
                         done=lambda data: self._load(asked, data))
        self._say_whether()

    def _load(self, asked: int, data: bytes) -> None:
        if asked == self._asked:
            self.paper.load(data, f"{tr('Case summary')}.pdf")

    def _say_whether(self) -> None:
        """Whether it can be sent as it is, and if not, why."""
        outside = self._level is Level.PUBLISHED
        clean = self._summary is not None and self._summary.is_clean
        may = not outside or self._desk.may(Verb.RELEASE_SUMMARY)
        self.send.setEnabled(may and (clean or not outside) and not self.work.busy)
        self.why.setVisible(not (may and clean) and outside)
        self.why.setText(
            tr("It can be released once nothing is found any more and every mark was looked at.") if may else
            tr("A supervisor releases what is published. You can look at it and correct it for yourself."))

    def show_paper(self) -> None:
        """The paper in the place of the text."""
        self._show_paper(True)

    def _turn(self) -> None:
        self._show_paper(self.paper.isHidden())

    def _jump(self, found: object) -> None:
        self._show_paper(False)
        self.text.jump(found)  # type: ignore[arg-type]

    # -- doing ---------------------------------------------------------------------------

    def _correct(self, corrections: object) -> None:
        self._tasks.run(summaries.correct, self._desk, self._cases[self._at], corrections, receiver=self,
                        done=lambda _none: self.reload(), failed=self.trouble.emit)

    def submit(self) -> None:
        """Write, or release; what is wrong is said beside its field."""
        if self.work.busy or not self.place.path.commit():
            return
        verb = sending.release if self._level is Level.PUBLISHED else sending.export
        self.send.setEnabled(False)
        task = self._tasks.aside(verb, self._desk, list(self._cases), self.choices.wanted(),
                                 self.place.target(), done=self._sent, failed=self._refused, receiver=self,
                                 label=tr("Writing summaries …"))
        self.work.follow(task, tr("Writing summaries …"))

    def _sent(self, sent: Sent) -> None:
        self.send.setEnabled(True)
        self.place.keep()
        if isinstance(sent.changes, Changes) and sent.changes.cases:
            self.changed.emit(sent.changes)
        if sent.left_out:
            number, trouble = sent.left_out[0]
            self.trouble.emit(DeskError(tr(
                "{count} summaries could not be written, the first of case {number}: {why}",
                count=len(sent.left_out), number=number, why=tr_error(trouble))))
        elif len(sent.files) == 1:
            self.told.emit(tr("Written: {file}", file=str(sent.files[0])))
        else:
            self.told.emit(tr("{count} files were written.", count=len(sent.files)))

    def _refused(self, error: DeskError) -> None:
        self._say_whether()
        field = self._fields().get(error.field or "")
        if field is not None:
            field.set_error(tr_error(error))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.trouble.emit(error)
        if isinstance(error, NotClean):
            self._go(list(self._cases).index(error.cases[0]))

    def _fields(self) -> dict[str, Field]:
        return {"path": self.place.path, "level": self.choices.level}

    def stop_work(self) -> None:
        """The desk is about to close: what is half done is taken away again."""
        self.work.ask_to_stop()

    def help_text(self) -> str:
        """What a summary is for."""
        return tr("A summary tells who is against whom, the facts, the issues, what the law would give, the "
                  "course, the result and the performance, never what a side said alone. Full and masked "
                  "ones are for the inside. In a published one names, places and numbers are replaced: what "
                  "was replaced and what is still found stands beside the text; click a passage to write it "
                  "anew. A supervisor releases it once nothing is found.")
