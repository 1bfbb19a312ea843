"""What was replaced in a published summary, what is still found in it, and what a person makes of that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.reports.publishing.levels import Corrections
from mediation_desk.domain.reports.publishing.published import Replaced
from mediation_desk.gui.kit.fields.kinds import Form, SegmentField, TextArea, TextField
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, mean
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.services.reports.summaries import Found, Summary

FOUND, REPLACED, PASSAGE = "found", "replaced", "passage"


class CorrectionPane(QWidget):
    """Beside the text. ``corrected(Corrections)`` when a person changed something; ``jump(Found)`` when
    they want to see where it stands."""

    corrected = Signal(object)
    jump = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: Summary | None = None
        self._known = Corrections()
        self._passage = -1
        self.which = SegmentField("", [(FOUND, tr("Found")), (REPLACED, tr("Replaced")),
                                       (PASSAGE, tr("Passage"))], name="which", required=True)
        self.said = label("", "strong", wrap=True)
        self.found = RowsModel(_found_columns())
        self.found_table = Table(self.found, name=tr("Found"))
        self.replaced = RowsModel(_replaced_columns())
        self.replaced_table = Table(self.replaced, name=tr("Replaced"))
        self.may_stay = button(tr("It may stay"), picture="check")
        self.all_may_stay = button(tr("All marks may stay"), "quiet")
        self.words = Form()
        self.was = self.words.add(TextField(tr("Words"), name="was", width=14, limit=200))
        self.by = self.words.add(TextField(tr("Put instead"), name="by", width=14, limit=200))
        self.put = button(tr("Replace everywhere"))
        self.passage = TextArea(tr("This passage"), name="passage", lines=8, most=16)
        self.rewrite = button(tr("Keep the passage"))
        self.original = button(tr("As it was"), "quiet")
        self._lay()
        self._listen()
        self.which.set_value(FOUND)
        self._choose(FOUND)

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        self._stay, self._again, self._putting = QWidget(), QWidget(), QWidget()
        for holder, buttons in ((self._stay, (self.may_stay, self.all_may_stay)),
                                (self._putting, (self.put,)),
                                (self._again, (self.rewrite, self.original))):
            row = row_of(*buttons)
            row.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(row)
        column.addWidget(self.which)
        column.addWidget(self.said)
        for table in (self.found_table, self.replaced_table):
            column.addWidget(table, 1)
        for made in (self._stay, self.words, self._putting, self.passage, self._again):
            column.addWidget(made)
        column.addStretch()

    def _listen(self) -> None:
        self.which.committed.connect(self._choose)
        self.found_table.chosen.connect(self._chosen)
        self.found_table.opened.connect(self.jump)
        self.replaced_table.chosen.connect(self._take_words)
        self.may_stay.clicked.connect(self._stay_one)
        self.all_may_stay.clicked.connect(self._stay_all)
        self.words.does(self.put)
        self.put.clicked.connect(self._put)
        self.rewrite.clicked.connect(lambda: self._rewrite(self.passage.typed()))
        self.original.clicked.connect(lambda: self._rewrite(self._original()))

    def _choose(self, which: object) -> None:
        for widget, part in ((self.found_table, FOUND), (self._stay, FOUND), (self.replaced_table, REPLACED),
                             (self.words, REPLACED), (self._putting, REPLACED), (self.passage, PASSAGE),
                             (self._again, PASSAGE)):
            widget.setVisible(part == which)
        self._say()

    # -- showing -------------------------------------------------------------------------

    def show_summary(self, summary: Summary, known: Corrections) -> None:
        """What was replaced and found in it, and the passage that was chosen."""
        self._summary, self._known = summary, known
        self.found.set_rows(summary.found)
        self.replaced.set_rows(summary.replaced)
        self._show_marks()
        self.show_passage(self._passage)
        self._say()

    def _show_marks(self) -> None:
        marks = [one for one in (self._summary.found if self._summary else ()) if not one.trace.sure]
        self.all_may_stay.setEnabled(bool(marks))
        self._chosen(self.found_table.current_row())

    def _say(self) -> None:
        """In a line, what is to be done."""
        if self._summary is None:
            return
        if self._summary.confidential:
            self._tell(tr("A party wishes confidentiality: this case is not published."), "overdue")
        elif self.which.value() == REPLACED:
            self._tell(tr_count("{count} replacement", "{count} replacements",
                                len(self._summary.replaced)), "ink")
        elif self.which.value() == PASSAGE:
            self._tell(tr("Click a passage in the text, and write it anew here."), "ink")
        elif self._summary.found:
            self._tell(tr_count("{count} place still to be seen to", "{count} places still to be seen to",
                                len(self._summary.found)), "disputed")
        else:
            self._tell(tr("Nothing is found any more."), "agreed")

    def _tell(self, text: str, meaning: str) -> None:
        self.said.setText(text)
        mean(self.said, meaning)

    def show_passage(self, number: int) -> None:
        """The passage in which the cursor stands, ready to be written anew."""
        self._passage = number
        passages = self._summary.passages if self._summary else ()
        there = 0 <= number < len(passages)
        self.passage.set_value(passages[number] if there else "")
        for widget in (self.passage, self.rewrite):
            widget.setEnabled(there)
        self.original.setEnabled(there and passages[number] != self._original())

    def _original(self) -> str:
        originals = self._summary.originals if self._summary else ()
        return originals[self._passage] if 0 <= self._passage < len(originals) else ""

    # -- correcting ----------------------------------------------------------------------

    def _chosen(self, row: Found | None) -> None:
        self.may_stay.setEnabled(row is not None and not row.trace.sure)
        if row is not None:
            self.jump.emit(row)
            self.was.set_value(row.trace.found)

    def _take_words(self, row: Replaced | None) -> None:
        if row is not None:
            self.was.set_value(row.was)
            self.by.set_value(row.by)

    def _stay_one(self) -> None:
        row = self.found_table.current_row()
        if isinstance(row, Found):
            self.corrected.emit(self._known.look_at(row.trace.found))

    def _stay_all(self) -> None:
        if self._summary is not None:
            self.corrected.emit(self._known.look_at(*(one.trace.found for one in self._summary.found
                                                      if not one.trace.sure)))

    def _put(self) -> None:
        if self.was.typed().strip():
            self.corrected.emit(self._known.put(self.was.typed().strip(), self.by.typed().strip()))
        else:
            self.was.set_error(tr("Say which words are replaced."))

    def _rewrite(self, text: str) -> None:
        if self._original():
            self.corrected.emit(self._known.rewrite(self._original(), text.strip()))


def _found_columns() -> list[Column]:
    return [Column("found", tr("Words"), lambda row: row.trace.found, width=12, stretch=True),
            Column("kind", tr("What it is"), _kind, Kind.STATE, width=18, sortable=False)]


def _kind(row: Found) -> State:
    meaning, picture = ("overdue", "warning-circle") if row.trace.sure else ("disputed", "eye")
    return State(tr(row.trace.kind.value), meaning, picture)


def _replaced_columns() -> list[Column]:
    return [Column("was", tr("Words"), lambda row: row.was, width=14, stretch=True),
            Column("by", tr("Put instead"), lambda row: row.by, width=14)]
