"""A filled form on screen: its tables with exact numbers, what each cell counts, whether it adds up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.reports.forms.filled import (
    Correction,
    Due,
    FilledColumn,
    FilledForm,
    FilledRow,
    FilledTable,
    Outcome,
)
from mediation_desk.domain.reports.forms.form import Form, Sum
from mediation_desk.gui.kit.look.text import label, mean
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.models import Column, Kind, RowsModel
from mediation_desk.gui.kit.tables.table import Table
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.pages.filled import words

ROW, HEAD, MOST_ROWS = 36, 64, 16
LONGEST_HEAD = 22  # letters of a column's title; its tip and the line beneath have it whole


class FilledSheet(QWidget):
    """The tables one under the other. ``cell_wanted(Ref)`` asks for the cases behind a cell;
    ``case_wanted(case_id)`` opens one whose change corrected a number."""

    cell_wanted = Signal(object)
    case_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.blocks: list[TableBlock] = []
        self._to_come: list[tuple[Form, FilledTable]] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._lay_next)
        self.note, self.adds_up = label("", "muted", wrap=True), label("", "small", wrap=True)
        self.corrections, self.ahead = Corrections(self), Ahead(self)
        self._tables = QVBoxLayout()
        self._tables.setSpacing(look().px(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.note)
        column.addWidget(self.corrections)
        column.addLayout(self._tables)
        column.addWidget(self.ahead)
        column.addWidget(self.adds_up)
        self.corrections.case_wanted.connect(self.case_wanted)

    def show_form(self, filled: FilledForm) -> None:
        """Show this form instead."""
        for gone in self.blocks:
            gone.hide()
            self._tables.removeWidget(gone)
            gone.deleteLater()
        self.blocks = []
        self._to_come = [(filled.form, table) for table in filled.tables]
        self._lay_next()
        self.note.setText(words.called(filled.form.note))
        self.note.setVisible(bool(self.note.text()))
        self.corrections.show_corrections(filled.corrections)
        self.ahead.show_due(words.called(filled.form.ahead.label) if filled.form.ahead else "", filled.due)
        self._say_whether_it_adds_up(filled.outcomes if filled.counted else ())

    def _lay_next(self) -> None:
        """One table at a time, so that a form of many keeps nobody waiting."""
        if not self._to_come:
            return
        block = TableBlock(*self._to_come.pop(0), self)
        self.blocks.append(block)
        block.cell_wanted.connect(self.cell_wanted)
        self._tables.addWidget(block)
        block.show()
        self._next.start()

    def _say_whether_it_adds_up(self, outcomes: Sequence[Outcome]) -> None:
        broken = [one for one in outcomes if one.holds is False]
        unknown = [one for one in outcomes if one.holds is None]
        told = [tr("This form does not reconcile and must not be passed on.")] if broken else \
            [tr_count("{count} identity of the form holds.", "All {count} identities of the form hold.",
                      len(outcomes) - len(unknown))] if len(outcomes) > len(unknown) else []
        self.adds_up.setText("\n".join([*told, *map(words.outcome, (*broken, *unknown))]))
        self.adds_up.setVisible(bool(self.adds_up.text()))
        mean(self.adds_up, "overdue" if broken else "")


class TableBlock(QWidget):
    """One table: its title, its cells, and beneath it what the cell in focus counts."""

    cell_wanted = Signal(object)

    def __init__(self, form: Form, table: FilledTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filled = table
        self.model = SheetModel(form, table)
        self.table = Table(self.model, name=words.called(table.label), parent=self)
        self.definition = label("", "small", wrap=True)
        self.model.set_rows(table.rows)
        self.table.set_empty(tr("Nothing to list in this period"), picture="table")
        rows = max(2, min(MOST_ROWS, len(table.rows)))
        self.table.setFixedHeight(look().px(HEAD + ROW * rows))
        note = label(words.called(table.note), "muted", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        for widget in (label(words.called(table.label), "group"), note, self.table, self.definition):
            column.addWidget(widget)
        note.setVisible(bool(note.text()))
        self.table.selectionModel().currentChanged.connect(lambda now, _before: self._explain(now))
        self.table.opened.connect(lambda row: self._open(row))

    def _explain(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row, at = self.model.row(index.row()), max(0, index.column() - 1)
        if not isinstance(row, FilledRow) or not self.filled.columns:
            self.definition.setText("")
            return
        told = words.explained(self.filled.columns[at], row.cells[at])
        if row.cells[at].behind is not None:
            told = " · ".join((told, tr("Enter opens its cases.")))
        self.definition.setText(told)

    def _open(self, row: FilledRow) -> None:
        at = max(0, self.table.currentIndex().column() - 1)
        if row.cells and row.cells[at].behind is not None:
            self.cell_wanted.emit((self.filled.id, row.id, self.filled.columns[at].id))


class SheetModel(RowsModel):
    """A table's rows; sums stand in bold."""

    def __init__(self, form: Form, table: FilledTable) -> None:
        super().__init__(_columns(table))
        written = next((one for one in form.tables if one.id == table.id), None)
        self._sums = {row.id for row in written.rows if isinstance(row.told, Sum)} if written else set()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
             ) -> object:
        """Bold for a row that adds others up; the rest as in any table."""
        row = self.row(index.row())
        if role == Qt.ItemDataRole.FontRole and isinstance(row, FilledRow) and row.id in self._sums:
            return look().font(bold=True)
        return super().data(index, role)


def _columns(table: FilledTable) -> list[Column]:
    return [Column("row", words.called(table.head), lambda row: words.called(row.label), width=20,
                   sortable=False, stretch=True, whole=True),
            *(_number(at, column) for at, column in enumerate(table.columns))]


def _number(at: int, column: FilledColumn) -> Column:
    title = words.head(column)
    short = title if len(title) <= LONGEST_HEAD else title[:LONGEST_HEAD - 1] + "…"
    return Column(column.id, short, lambda row: words.number(row.cells[at]), Kind.NUMBER, width=7,
                  sortable=False)


class Corrections(QWidget):
    """What a frozen form would say today; Enter opens the first case whose change made it so."""

    case_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = label("", "strong", wrap=True)
        self.model = RowsModel(self._columns())
        self.table = Table(self.model, name=tr("Corrections"), parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addWidget(self.head)
        column.addWidget(self.table)
        self.table.opened.connect(self._open)
        self.hide()

    @staticmethod
    def _columns() -> list[Column]:
        def value(unit_value: int | None, one: Correction) -> str:
            return words.NOTHING if unit_value is None else words.amount(one.unit, unit_value)

        return [
            Column("where", tr("Number"), lambda one: " · ".join(map(words.called, (
                one.table, one.row, one.column))), width=30, stretch=True, sortable=False),
            Column("then", tr("As frozen"), lambda one: value(one.then, one), Kind.NUMBER, width=10,
                   sortable=False),
            Column("now", tr("Today"), lambda one: value(one.now, one), Kind.NUMBER, width=10,
                   sortable=False),
            Column("cases", tr("Because of"), lambda one: ", ".join(number for _id, number in one.cases),
                   width=24, sortable=False)]

    def show_corrections(self, corrections: Sequence[Correction]) -> None:
        """Show these; none are no corrections."""
        self.setVisible(bool(corrections))
        self.head.setText(tr_count("{count} number would be another one today:",
                                   "{count} numbers would be other ones today:", len(corrections)))
        self.model.set_rows(corrections)
        self.table.setFixedHeight(look().px(HEAD - 16 + ROW * max(1, min(6, len(corrections)))))

    def _open(self, one: Correction) -> None:
        if one.cases:
            self.case_wanted.emit(one.cases[0][0])


class Ahead(QWidget):
    """What falls due in the days after the period's end, where the form lists it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = label("", "group")
        self.model = RowsModel([
            Column("on", tr("Day"), lambda one: one.on, width=10, sortable=False, whole=True),
            Column("what", tr("What"), lambda one: words.called(one.what), width=24, sortable=False),
            Column("number", tr("Case number"), lambda one: one.number, width=22, sortable=False,
                   whole=True),
            Column("names", tr("Parties"), lambda one: words.called(one.names), width=30, sortable=False,
                   stretch=True)])
        self.table = Table(self.model, name=tr("What falls due"), parent=self)
        self.table.set_empty(tr("Nothing falls due"), picture="calendar-check")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addWidget(self.head)
        column.addWidget(self.table)
        self.hide()

    def show_due(self, title: str, due: Sequence[Due]) -> None:
        """Show these; a form that lists nothing has no title."""
        self.setVisible(bool(title))
        self.head.setText(title)
        self.table.setAccessibleName(title)
        self.model.set_rows(due)
        self.table.setFixedHeight(look().px(HEAD + ROW * max(2, min(MOST_ROWS, len(due)))))
