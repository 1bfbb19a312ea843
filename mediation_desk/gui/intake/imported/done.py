"""What became of a list that was taken in, and the way out again for its rows."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QVBoxLayout, QWidget

from mediation_desk.domain.intake.lists.judging import Verdict
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.laid import on_button
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.lists.importing import TakenIn
from mediation_desk.services.reports import original_rows
from mediation_desk.services.reports.original_rows import ListFile, Written

PICTURES = {ListFile.XLSX: "table", ListFile.CSV: "file-text"}


class DonePart(QFrame):
    """``told(words)``, ``trouble(DeskError)`` and ``changed(Changes)`` as pages do."""

    told = Signal(str)
    trouble = Signal(object)
    changed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk, self._tasks = desk, tasks
        self._taken: TakenIn | None = None
        self.title = label("", "heading")
        self.counts = label("", wrap=True)
        self.next = label(tr("Every new case is registered and waits for its mediator's decision: it "
                             "stands on Today "
                             "and in the list of cases. The row as it came is kept with the order."), "muted",
                          wrap=True)
        self.press = button(tr("Write the rows out again …"), picture="export")
        self.menu = QMenu(self)
        for kind in ListFile:
            self.menu.addAction(icon(PICTURES[kind]), on_button(tr(kind.label)), partial(self.ask, kind))
        self.press.setMenu(self.menu)
        self.work = WorkLine(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        for part in (self.title, self.counts, self.next):
            column.addWidget(part)
        column.addLayout(row_of(self.press, self.work))

    def show_taken(self, taken: TakenIn) -> None:
        """Tell what was kept."""
        self._taken = taken
        new, joined = taken.counts[Verdict.NEW], taken.counts[Verdict.JOIN]
        self.title.setText(tr_count("{count} row imported", "{count} rows imported", new + joined))
        told = [tr("{verdict}: {count}", verdict=tr(verdict.label), count=f"{count:,}")
                for verdict, count in taken.counts.items() if count]
        self.counts.setText(" · ".join(told))
        self.press.setVisible(bool(taken.changes.cases)
                              and self._desk.may(Verb.UNMASK_NUMBERS, own_case=True))

    def ask(self, kind: ListFile) -> None:
        """Let the file be chosen, and write it."""
        name = f"{tr('Orders')} {self._desk.today:%Y%m%d}{kind.value}"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Write the rows out again …"), str(Path.home() / name),
            f"{kind.value[1:].upper()} (*{kind.value})", options=QFileDialog.Option.DontConfirmOverwrite)
        if chosen:
            self.write(kind, chosen)

    def write(self, kind: ListFile, path: str) -> None:
        """Write it off the UI thread; it can be stopped."""
        if self._taken is None:
            return
        self.press.setEnabled(False)
        task = self._tasks.run(original_rows.export, self._desk, self._taken.changes.cases, path, kind,
                               done=self._written, failed=self._refused, receiver=self,
                               label=tr("Writing the list …"))
        self.work.follow(task, tr("Writing the list …"))

    def _written(self, made: Written) -> None:
        self.press.setEnabled(True)
        self.told.emit(tr_count("{count} row written: {file}", "{count} rows written: {file}", made.rows,
                                file=str(made.path)))
        self.changed.emit(made.changes)

    def _refused(self, error: DeskError) -> None:
        self.press.setEnabled(True)
        self.trouble.emit(error)
