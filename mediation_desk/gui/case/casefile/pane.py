"""The file of a case in the place of a page: what lies in it, ticked; shown, saved or taken out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.casefile.entries import Part
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.verbs import may_now
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.casefile.export_card import ExportCard
from mediation_desk.gui.case.casefile.lacking import LackingLines
from mediation_desk.gui.case.casefile.rows import FileRows
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.pane import InItsPlace, PaperPane
from mediation_desk.gui.kit.apart import process
from mediation_desk.gui.kit.fields.choice import CheckField, SegmentField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.tasks.progress_strip import ProgressStrip
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence
from mediation_desk.services.casefile import files, listing
from mediation_desk.services.casefile.binding import TITLE, Bound, Wanted
from mediation_desk.services.casefile.files import Saved, Shown
from mediation_desk.services.casefile.listing import CaseFile

BOTH = "both"


class FilePane(InItsPlace):
    """Hidden until somebody looks at the file. ``wanted(where, field)`` leads to the page on which something
    is made."""

    wanted = Signal(str, str)

    def __init__(self, bench: CaseBench, page: StationPage) -> None:
        super().__init__(bench, page, self.close_file)
        self._file: CaseFile | None = None
        self.reader = PaperPane(bench, page, self)

    def make(self) -> QWidget:
        """The way back, the list, what is done with it, what is missing."""
        self.back = button(tr("Back to the page"), "quiet", picture="arrow-left")
        self.rows = FileRows()
        self.part = SegmentField(tr("Which part"), [(BOTH, tr("Both parts")),
                                                    *((one, tr(one.label)) for one in Part)], name="part",
                                 required=True)
        self.part.set_value(BOTH)
        self.apart = CheckField(tr("Save each part as a file of its own"), name="apart")
        self.show_file = button(tr("Show the file"), "primary", picture="file-pdf")
        self.save = button(tr("Save as …"))
        self.export = button(tr("Export the case …"), picture="export")
        self.strip, self.said = ProgressStrip(), selectable(label("", wrap=True))
        self.export_card = ExportCard(self.bench)
        self.lacking = LackingLines(tr("What the program sees to be missing"))
        self._listen()
        self.said.hide()
        return self._laid()

    def _laid(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, look().px(8), 0)
        column.setSpacing(look().px(12))
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(label(tr("Case file"), "strong"))
        head.addStretch(1)
        choices = QHBoxLayout()
        choices.setSpacing(look().px(24))
        for field in (self.part, self.apart):
            choices.addWidget(field, 0, Qt.AlignmentFlag.AlignBottom)
        choices.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addLayout(choices)
        column.addLayout(row_of(self.show_file, self.save, self.export))
        for one in (self.strip, self.said, self.export_card, self.lacking):
            column.addWidget(one)
        column.addStretch(1)
        self.area = SteadyArea(inner)
        return self.area

    def _listen(self) -> None:
        self.back.clicked.connect(self.close_file)
        self.show_file.clicked.connect(self.look)
        self.save.clicked.connect(self.ask_where)
        self.export.clicked.connect(self._begin_export)
        self.rows.changed.connect(self._follow)
        self.rows.wanted.connect(lambda station: self._lead(station, ""))
        self.lacking.wanted.connect(self._lead)
        self.export_card.refused.connect(self.bench.trouble)

    # -- showing -----------------------------------------------------------------------------

    def open(self) -> None:
        """Look what lies in the file now, with everything typed so far in it."""
        self.bring()
        if not self.reader.isHidden():
            self.reader.close_paper()
        self.bench.commit_all()
        self.take_place()
        self.rows.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read()

    def read(self) -> None:
        """Read the list anew."""
        words = tr("Looking at the papers …")
        self.strip.follow(self.bench.read(listing.listed, done=self._show, label=words), words)
        self._follow()

    def _show(self, file: CaseFile) -> None:
        self._file = file
        self.rows.show_entries(file.entries)
        self.lacking.show_missing(file.missing)
        self._follow()

    def _follow(self) -> None:
        """What can be done with what is ticked; only a closed case is taken out."""
        view = self.bench.view
        for one in (self.show_file, self.save):
            one.setEnabled(bool(self.rows.keys))
        self.export.setVisible(view is not None and may_now(view.case, "export_file")
                               and self.bench.desk.may(Verb.UNMASK_NUMBERS, own_case=view.own))
        self.export.setEnabled(bool(self.rows.keys))

    def give_way(self) -> None:
        """Another paper takes the place of the page."""
        if not self.reader.isHidden():
            self.reader.close_paper()
        if not self.isHidden():
            self.close_file()

    def close_file(self) -> None:
        """Back to the page; what is being made is stopped."""
        self.strip.halt()
        self.export_card.put_away()
        self.give_place()

    def _lead(self, where: str, field: str) -> None:
        self.close_file()
        self.wanted.emit(where, field)

    # -- doing -------------------------------------------------------------------------------

    @property
    def chosen(self) -> Wanted:
        """What is ticked, of which part."""
        part = self.part.value()
        return Wanted(self.rows.keys, (part,) if isinstance(part, Part) else tuple(Part))

    def look(self) -> None:
        """Bind it and show it, ready to print."""
        words = tr("Binding the file …")
        self.said.hide()
        self.strip.follow(self.bench.read(files.show, self.chosen, process.sheets, done=self._bound,
                                          label=words), words)

    def _bound(self, shown: Shown) -> None:
        self._tell(shown.bound, [])
        self.reader.show_paper(shown.paper)

    def ask_where(self) -> None:
        """Ask for a place, and save there."""
        name, _ = QFileDialog.getSaveFileName(self, tr("Save as …"), self.bench.paper_file(TITLE),
                                              "PDF (*.pdf)")
        if name:
            self.write(name)

    def write(self, target: str) -> None:
        """Bind it into a file there."""
        words = tr("Binding the file …")
        self.said.hide()
        task = self.bench.tasks.aside(
            files.save, self.bench.desk, self.bench.case_id, self.chosen, target, process.sheets,
            apart=bool(self.apart.value()), done=self._saved, failed=self._not_saved, receiver=self,
            label=words)
        self.strip.follow(task, words)

    def _saved(self, saved: Saved) -> None:
        self._tell(saved.bound, saved.paths)

    def _not_saved(self, error: DeskError) -> None:
        self.bench.trouble.emit(error)

    def _tell(self, bound: Bound, paths: Sequence[Path]) -> None:
        """How much it came to, where it lies, and what is not in it."""
        told = [tr_count("{count} page.", "{count} pages.", bound.pages)]
        told += [tr("Saved as {name}.", name=one.name) for one in paths]
        told += [tr("Only listed, not bound: {what} ({why})", what=what, why=tr_sentence(why))
                 for what, why in bound.unbound]
        told += [tr("Left out: {what} ({why})", what=what, why=tr_sentence(why))
                 for what, why in bound.left_out]
        self.said.setText("\n".join(told))
        self.said.show()

    def _begin_export(self) -> None:
        if self._file is not None:
            self.export_card.begin(self.chosen, self._file.number)
            QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.export_card))
