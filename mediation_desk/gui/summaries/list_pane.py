"""The list of cases as a spreadsheet: which columns in which order, and where it goes."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.kinds import CheckField, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count, tr_error, words
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.summaries.choices import FOLDER
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import case_list
from mediation_desk.services.reports.case_list import NUMBERS, USUAL, CaseColumn, Exported, Wanted

COLUMNS = "list_columns"  # what the memory keeps: the ticked columns in their order
VALUE = int(Qt.ItemDataRole.UserRole)


class ListPane(QWidget):
    """``told(words)`` what went well; ``trouble(DeskError)`` what belongs beside no field;
    ``changed(Changes)`` what was noted in cases."""

    told = Signal(str)
    trouble = Signal(object)
    changed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._memory = desk, tasks, memory
        self._cases, self._only = CaseFilter(), frozenset[UUID]()
        self.columns = QListWidget()
        self.columns.setAccessibleName(tr("Columns"))
        self.columns.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.columns.setFixedWidth(look().px(320))
        self.up = button(tr("Up"), "quiet", picture="caret-up")
        self.down = button(tr("Down"), "quiet", picture="caret-down")
        self.lacks = label("", "trouble", wrap=True)
        self.lacks.hide()
        self.whole = CheckField(tr("Whole numbers, not masked"), name="whole", help=tr(
            "Who asked for them and when is noted in each case."))
        self.path = TextField(tr("File"), name="path", required=True, width=60, limit=1000)
        self.choose = button(tr("Choose …"), picture="folder-open")
        self.send = button(tr("Write the list"), "primary")
        self.work = WorkLine(self)
        self._fill()
        self._lay()
        self._listen()

    def _lay(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for box in (left, right):
            box.setSpacing(look().px(8))
        left.addWidget(label(tr("Columns"), "group"))
        left.addWidget(label(tr("What is ticked is written, from left to right."), "muted", wrap=True))
        left.addWidget(self.columns, 1)
        left.addLayout(row_of(self.up, self.down))
        left.addWidget(self.lacks)
        right.addWidget(self.whole)
        right.addWidget(self.path)
        right.addLayout(row_of(self.choose, self.send, self.work))
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(24))
        row.addLayout(left)
        row.addLayout(right, 1)

    def _listen(self) -> None:
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.columns.itemChanged.connect(lambda _item: self._rechosen())
        self.choose.clicked.connect(self.ask)
        self.send.clicked.connect(self.submit)

    # -- columns -------------------------------------------------------------------------

    def _fill(self) -> None:
        """The columns as they were left, the others behind them."""
        known = {str(one): one for one in CaseColumn}
        kept = self._memory.recall(COLUMNS)
        ticked = [known[name] for name in kept.split() if name in known] if kept else list(USUAL)
        for column in (*ticked, *(one for one in CaseColumn if one not in ticked)):
            item = QListWidgetItem(tr(column.label), self.columns)
            item.setData(VALUE, str(column))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                          | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled)
            item.setCheckState(Qt.CheckState.Checked if column in ticked else Qt.CheckState.Unchecked)
        self.columns.setCurrentRow(0)
        self._rechosen()

    def chosen(self) -> tuple[CaseColumn, ...]:
        """The ticked columns in their order."""
        items = [self.columns.item(at) for at in range(self.columns.count())]
        return tuple(CaseColumn._value2member_map_[item.data(VALUE)] for item in items  # type: ignore[misc]
                     if item.checkState() is Qt.CheckState.Checked)

    def _rechosen(self) -> None:
        numbers = any(column in NUMBERS for column in self.chosen())
        self.whole.setVisible(numbers and self._desk.may(Verb.UNMASK_NUMBERS, own_case=True))
        self.lacks.hide()

    def _move(self, by: int) -> None:
        here = self.columns.currentRow()
        if 0 <= here + by < self.columns.count():
            self.columns.insertItem(here + by, self.columns.takeItem(here))
            self.columns.setCurrentRow(here + by)

    # -- writing -------------------------------------------------------------------------

    def open(self, cases: CaseFilter, only: frozenset[UUID]) -> None:
        """Ready to write these cases."""
        self._cases, self._only = cases, only
        if not self.path.typed():
            folder = self._memory.recall(FOLDER) or str(Path.home())
            self.path.set_value(str(Path(folder) / f"{tr('Cases')} {self._desk.today:%Y%m%d}.xlsx"))
        self.columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Let the file be chosen."""
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Choose …"), self.path.typed(), options=QFileDialog.Option.DontConfirmOverwrite)
        if chosen:
            self.path.set_typed(chosen)
            self.path.commit()

    def submit(self) -> None:
        """Write the list; what is wrong is said beside its field."""
        if self.work.busy or not self.path.commit():
            return
        columns = self.chosen()
        self._memory.keep(COLUMNS, " ".join(map(str, columns)))
        wanted = Wanted(self._cases, columns, self._only,
                        whole=not self.whole.isHidden() and bool(self.whole.value()))
        self.send.setEnabled(False)
        task = self._tasks.aside(case_list.export, self._desk, wanted, self.path.typed(), words().code,
                                 done=self._written, failed=self._refused, receiver=self,
                                 label=tr("Writing the list …"))
        self.work.follow(task, tr("Writing the list …"))

    def _written(self, made: Exported) -> None:
        self.send.setEnabled(True)
        self._memory.keep(FOLDER, str(made.path.parent))
        if made.changes.cases:
            self.changed.emit(made.changes)
        self.told.emit(tr_count("{count} case written: {file}", "{count} cases written: {file}", made.cases,
                                file=str(made.path)))

    def _refused(self, error: DeskError) -> None:
        self.send.setEnabled(True)
        if error.field == "path":
            self.path.set_error(tr_error(error))
            self.path.setFocus(Qt.FocusReason.OtherFocusReason)
        elif error.field == "columns":
            self.lacks.setText(tr_error(error))
            self.lacks.show()
        else:
            self.trouble.emit(error)

    def stop_work(self) -> None:
        """The desk is about to close."""
        self.work.ask_to_stop()
