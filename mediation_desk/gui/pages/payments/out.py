"""Sends the list of payments out as it is narrowed and sorted: as a workbook, or for other programs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from mediation_desk.domain.payments.dues import DueFilter
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.laid import on_button
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count, words
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments import due_list
from mediation_desk.services.payments.due_list import Exported, ListKind

FOLDER = "payments-folder"
PICTURES = {ListKind.XLSX: "table", ListKind.CSV: "file-text"}


class PaymentsOut(QWidget):
    """A button with the kinds of file, and how far it is. ``told(words)``, ``trouble(DeskError)``."""

    told = Signal(str)
    trouble = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._memory = desk, tasks, memory
        self._wanted = DueFilter()
        self.press = button(tr("Export the list …"), "quiet", picture="table")
        self.menu = QMenu(self)
        for kind in ListKind:
            self.menu.addAction(icon(PICTURES[kind]), on_button(tr(kind.label)), partial(self.ask, kind))
        self.press.setMenu(self.menu)
        self.work = WorkLine(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.work)
        row.addWidget(self.press)

    def offer(self, wanted: DueFilter, listed: int) -> None:
        """What would be written now: as many instalments of this list."""
        self._wanted = wanted
        self.press.setEnabled(bool(listed) and not self.work.busy)

    def ask(self, kind: ListKind) -> None:
        """Let the file be chosen, and write it."""
        folder = Path(self._memory.recall(FOLDER) or Path.home())
        name = f"{tr('Payments')} {self._desk.today:%Y%m%d}{kind.value}"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Export the list …"), str(folder / name), f"{kind.value[1:].upper()} (*{kind.value})",
            options=QFileDialog.Option.DontConfirmOverwrite)
        if chosen:
            self.write(kind, chosen)

    def write(self, kind: ListKind, path: str) -> None:
        """Write it off the UI thread; it can be stopped."""
        self.press.setEnabled(False)
        self._memory.keep(FOLDER, str(Path(path).parent))
        task = self._tasks.aside(due_list.export, self._desk, self._wanted, path, kind, words().code,
                                 done=self._written, failed=self._refused, receiver=self,
                                 label=tr("Writing the list …"))
        self.work.follow(task, tr("Writing the list …"))

    def _written(self, made: Exported) -> None:
        self.press.setEnabled(True)
        self.told.emit(tr_count("{count} instalment written, {owed} owed: {file}",
                                "{count} instalments written, {owed} owed: {file}", made.listed.count,
                                owed=made.listed.owed, file=str(made.path)))

    def _refused(self, error: DeskError) -> None:
        self.press.setEnabled(True)
        self.trouble.emit(error)

    def stop_work(self) -> None:
        """The desk is about to close: what is half written is taken away again."""
        self.work.ask_to_stop()
