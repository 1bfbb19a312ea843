"""The element grid: workers down, elements across; typed in and pasted to like a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mediation_desk.domain.text.findable import looking_for
from mediation_desk.gui.kit import order
from mediation_desk.gui.kit.fields.choice import Choice
from mediation_desk.gui.kit.laid import on_line
from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.frozen import Frozen
from mediation_desk.gui.kit.tables.grid_model import (
    CELL_ROLE,
    GridCell,
    GridColumn,
    GridModel,
    GridRow,
    Index,
)
from mediation_desk.gui.kit.tables.spreadsheet import read_cells, write_cells

__all__ = ["Grid", "GridCell", "GridColumn", "GridModel", "GridRow"]
ROW_HEIGHT = 28
KEYS = QKeySequence.StandardKey


class _Cells(QStyledItemDelegate):
    """Ground and mark by state, a frame around what is wrong, and the editor that fits."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, here = index.data(CELL_ROLE), look()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, here.soft("accent"))
        elif cell.state:
            painter.fillRect(rect, here.soft(cell.state.meaning))
        room = rect.adjusted(here.px(8), 0, -here.px(8), 0)
        picture, meaning = self._mark(cell)
        if picture:
            size = here.px(14)
            at = room.left() if self._right(index) else room.right() - size + 1
            icons.draw(painter, picture, QRect(at, rect.center().y() - size // 2 + 1, size, size), meaning)
            used = size + here.px(4)
            room.adjust(*((used, 0, 0, 0) if self._right(index) else (0, 0, -used, 0)))
        plain = "ink" if index.flags() & Qt.ItemFlag.ItemIsEditable else "muted"
        painter.setPen(here.colour(cell.meaning or plain))
        painter.setFont(here.font())
        dots = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(on_line(cell.text), dots, room.width())
        side = Qt.AlignmentFlag.AlignRight if self._right(index) else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), words)
        self._frame(painter, rect, cell, focused=bool(option.state & QStyle.StateFlag.State_HasFocus))

    @staticmethod
    def _mark(cell: GridCell) -> tuple[str, str]:
        if cell.trouble:
            return "warning-circle", "overdue"
        return (cell.state.icon, cell.state.meaning) if cell.state else ("", "ink")

    @staticmethod
    def _right(index: Index) -> bool:
        return bool(int(index.data(Qt.ItemDataRole.TextAlignmentRole)) & int(Qt.AlignmentFlag.AlignRight))

    @staticmethod
    def _frame(painter: QPainter, rect: QRect, cell: GridCell, *, focused: bool) -> None:
        if not (cell.trouble or focused):
            return
        painter.setPen(QPen(look().colour("overdue" if cell.trouble else "accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(look().px(80), look().px(ROW_HEIGHT))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        choices = model.choices(index) if isinstance(model, GridModel) else ()
        if not choices:
            return super().createEditor(parent, option, index)
        combo = Choice(parent)
        combo.addItems(["", *choices])
        combo.activated.connect(lambda _at: self._take(combo))
        return combo

    def _take(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo, QAbstractItemDelegate.EndEditHint.SubmitModelCache)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(text)))
        elif isinstance(editor, QLineEdit) and not editor.isModified():  # what is being typed stays
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        text = editor.currentText() if isinstance(editor, QComboBox) else ""
        if isinstance(editor, QLineEdit):
            text = editor.text()
        if isinstance(model, GridModel):
            model.setData(index, text)


class Grid(QTableView):
    """A spreadsheet-like view of a GridModel.

    Typing edits, Enter goes down, Tab goes right and from the last cell on to what follows the grid, as
    Ctrl+Tab does from any; Delete empties, Ctrl+C and Ctrl+V exchange with a spreadsheet, Ctrl+D fills
    down. ``pasted(changed, left_over)`` tells how many cells a paste
    changed, and how many of its cells found no place. Undo belongs to the owner.
    """

    pasted = Signal(int, int)

    def __init__(self, model: GridModel, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = model
        self.frozen: Frozen | None = None
        self.setAccessibleName(name)
        self.setItemDelegate(_Cells(self))
        self._dress()
        self.setModel(model)
        model.modelReset.connect(self._fit)
        self._fit()

    def _dress(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(look().px(ROW_HEIGHT))
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.setHighlightSections(False)
        columns.setHighlightSections(False)

    def _fit(self) -> None:
        unit = QFontMetricsF(look().font()).horizontalAdvance("0")
        for at, column in enumerate(self._cells.columns):
            self.setColumnWidth(at, round(unit * column.width) + look().px(16))

    # -- frozen columns ------------------------------------------------------------------

    def allow_freezing(self) -> None:
        """Offer to keep the first columns in view, in the header's menu and on the Menu key."""
        self.frozen = Frozen(self, _Cells())
        self.frozen.ended.connect(self._next)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint =
                 QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Bring a cell into sight, beside the frozen columns and not under them."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if self.frozen is None or self.frozen.upto < 0:
            return
        if self.frozen.holds(index.column()):
            bar.setValue(before)
        elif (covered := self.frozen.width() - self.visualRect(index).left()) > 0:
            bar.setValue(bar.value() - covered)

    def edit(self, index: Index, trigger: QAbstractItemView.EditTrigger =  # type: ignore[override]
             QAbstractItemView.EditTrigger.AllEditTriggers, event: QEvent | None = None) -> bool:
        """Begin to type in a cell, where it is in sight."""
        # Qt takes None for an event here, though its types do not say so
        if self.frozen is not None and self.frozen.holds(index.column()):
            return bool(self.frozen.pane.edit(index, trigger, event))  # type: ignore[arg-type]
        return bool(super().edit(index, trigger, event))  # type: ignore[arg-type]

    def _next(self, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After an editor among the frozen columns: on to where it would have gone from here."""
        hints, moves = QAbstractItemDelegate.EndEditHint, QAbstractItemView.CursorAction
        if hint == hints.SubmitModelCache:
            self._down()
        elif hint in (hints.EditNextItem, hints.EditPreviousItem):
            move = moves.MoveNext if hint == hints.EditNextItem else moves.MovePrevious
            self.setCurrentIndex(self.moveCursor(move, Qt.KeyboardModifier.NoModifier))
            self.edit(self.currentIndex())

    # -- keys ----------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab leaves the grid at its last cell, Shift+Tab at its first: nobody is caught in it."""
        if self._at_the_end(forward):
            return order.move(self.window(), forward)
        return super().focusNextPrevChild(forward)

    def _at_the_end(self, forward: bool) -> bool:
        rows, columns = self._rows_from(0), self._columns_from(0)
        if not rows or not columns or not self.currentIndex().isValid():
            return True
        at = -1 if forward else 0
        return (self.currentIndex().row(), self.currentIndex().column()) == (rows[at], columns[at])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by Tab, one begins at the first cell, or at the last."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self.begin()
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self.begin(at=-1)

    def begin(self, at: int = 0) -> None:
        """Put the cursor on the first cell in sight (-1: the last), unless it is on one already."""
        rows, columns = self._rows_from(0), self._columns_from(0)
        if rows and columns and not self.currentIndex().isValid():
            self.setCurrentIndex(self._cells.index(rows[at], columns[at]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Spreadsheet keys; anything else begins to type. Enter in an editor is the editor's."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and (
                event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            order.move(self.window(), event.key() == Qt.Key.Key_Tab)
            return
        fill = event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        acts: list[tuple[bool, Callable[[], object]]] = [
            (event.matches(KEYS.Copy), self.copy), (event.matches(KEYS.Paste), self.paste),
            (event.matches(KEYS.Cut), self.cut), (fill, self.fill_down),
            (event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace), self.empty),
            (event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter), self._down),
        ]
        act = next((act for wanted, act in acts if wanted), None)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the cell below is next."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._down()

    def _down(self) -> None:
        rows = self._rows_from(self.currentIndex().row() + 1)
        if rows:
            self.setCurrentIndex(self._cells.index(rows[0], self.currentIndex().column()))

    # -- cells in sight ------------------------------------------------------------------

    def _rows_from(self, first: int) -> list[int]:
        return [at for at in range(max(0, first), self._cells.rowCount()) if not self.isRowHidden(at)]

    def _columns_from(self, first: int) -> list[int]:
        return [at for at in range(max(0, first), self._cells.columnCount()) if not self.isColumnHidden(at)]

    def _selected(self) -> tuple[list[int], list[int]]:
        """Rows and columns of the selection that are in sight."""
        indexes = [index for index in self.selectedIndexes()
                   if not (self.isRowHidden(index.row()) or self.isColumnHidden(index.column()))]
        return sorted({index.row() for index in indexes}), sorted({index.column() for index in indexes})

    def _text(self, row: int, column: int) -> str:
        return self._cells.cell(self._cells.index(row, column)).text

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as a spreadsheet reads them."""
        rows, columns = self._selected()
        if rows:
            text = write_cells([[self._text(row, column) for column in columns] for row in rows])
            QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        """Copy, then empty."""
        self.copy()
        self.empty()

    def empty(self) -> None:
        """Empty the selected cells."""
        rows, columns = self._selected()
        self._cells.edit({(row, column): "" for row in rows for column in columns})

    def fill_down(self) -> None:
        """The topmost selected cell of each column, into all selected cells beneath it."""
        rows, columns = self._selected()
        self._cells.edit({(row, column): self._text(rows[0], column)
                          for column in columns for row in rows[1:]})

    def paste(self) -> None:
        """Put the clipboard's cells here; a single cell fills the whole selection."""
        text = QGuiApplication.clipboard().text()
        if text and self.currentIndex().isValid():
            self.paste_text(text)

    def paste_text(self, text: str) -> None:
        """Put a spreadsheet's cells in, from the top left of the selection on; into a whole cell that
        is selected alone, all of the text."""
        block, (rows, columns) = read_cells(text), self._selected()
        if len(rows) * len(columns) <= 1 and self._cells.cell(self.currentIndex()).whole:
            here = self.currentIndex().row(), self.currentIndex().column()
            self.pasted.emit(self._cells.edit({here: text.strip("\r\n")}, whole=True), 0)
            return
        if len(block) == 1 and len(block[0]) == 1 and len(rows) * len(columns) > 1:
            texts = {(row, column): block[0][0] for row in rows for column in columns}
            self.pasted.emit(self._cells.edit(texts), 0)
            return
        start = self.currentIndex()
        down = self._rows_from(rows[0] if rows else start.row())
        across = self._columns_from(columns[0] if columns else start.column())
        texts = {(row, column): cell for row, line in zip(down, block, strict=False)
                 for column, cell in zip(across, line, strict=False)}
        changed = self._cells.edit(texts)
        self.pasted.emit(changed, sum(len(line) for line in block) - len(texts))

    # -- finding and hiding --------------------------------------------------------------

    def find_text(self, text: str) -> bool:
        """Go to the next cell (or row title) in sight that holds the text; False when none does."""
        sought, start = looking_for(text), self.currentIndex()
        cells = [(row, column) for row in self._rows_from(0) for column in self._columns_from(0)]
        here = (start.row(), start.column())
        for row, column in [*(at for at in cells if at > here), *(at for at in cells if at <= here)]:
            title = self._cells.rows[row].title if column == cells[0][1] else ""
            if sought(self._text(row, column)) or sought(title):
                self.selectionModel().setCurrentIndex(self._cells.index(row, column),
                                                      QItemSelectionModel.SelectionFlag.ClearAndSelect)
                return True
        return False

    def show_only(self, wanted: Callable[[GridCell], bool] | None) -> None:
        """Show the rows and columns in which some cell is wanted (None: all of them)."""
        hits = [(row, column) for row in range(self._cells.rowCount())
                for column, cell in self._cells.states(row) if wanted is None or wanted(cell)]
        rows, columns = {row for row, _ in hits}, {column for _, column in hits}
        for row in range(self._cells.rowCount()):
            self.setRowHidden(row, row not in rows)
        for column in range(self._cells.columnCount()):
            self.setColumnHidden(column, column not in columns)
