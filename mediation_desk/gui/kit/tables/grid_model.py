"""What a grid holds: rows down, columns across, and in each cell a text, a state and perhaps a trouble."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mediation_desk.domain.text.storable import storable
from mediation_desk.gui.kit.laid import on_line, on_page
from mediation_desk.gui.kit.look.chips import PICTURES, State
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.tips import plain_tip

MARK_LETTERS = 3  # the room that a sign before a title takes
CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
Edit = tuple[str, str, str]  # row id, column id, text
Source = Callable[[str, str], "GridCell"]  # of a row id and a column id


@dataclass(frozen=True)
class GridColumn:
    """A column: ``right`` aligns figures; ``choices`` are the words that may stand in it (empty:
    anything may); ``width`` counts Latin letters; ``help`` shows on its title; ``meaning`` is a
    state's colour token whose sign stands before the title."""

    id: str
    title: str
    right: bool = False
    width: int = 14
    read_only: bool = False
    choices: tuple[str, ...] = ()
    help: str = ""
    meaning: str = ""


@dataclass(frozen=True)
class GridRow:
    """A row and the words at its left, which stay in sight."""

    id: str
    title: str


@dataclass(frozen=True)
class GridCell:
    """What a cell shows. ``state`` colours and marks it; ``trouble`` says what is wrong with it;
    ``meaning`` is the colour token of its words; ``choices`` go before the column's own. A ``whole``
    cell holds several lines: nothing is typed in it here, but a paste into it alone is all its own."""

    text: str = ""
    state: State | None = None
    trouble: str = ""
    read_only: bool = False
    meaning: str = ""
    choices: tuple[str, ...] = ()
    whole: bool = False


def broken(title: str, width: int) -> str:
    """A title in two lines where it is wider than so many Latin letters (a Chinese character counts two):
    broken between words or Chinese characters, or before a bracket, never inside one."""
    reached = breaks = deep = 0
    for at, sign in enumerate(title):
        free = sign in " (（" or title[at - 1] == " " or not sign.isascii()
        if at and deep == 0 and free and sign not in "、，":
            breaks = at
        deep += (sign in "(（") - (sign in ")）")
        reached += 2 if ord(sign) > 0x2E7F else 1
        if reached > width and breaks:
            return f"{title[:breaks].rstrip()}\n{title[breaks:].lstrip()}"
    return title


EMPTY = GridCell()


class GridModel(QAbstractTableModel):
    """Cells by row id and column id. ``edits([(row, column, text), …])`` tells in one batch what a
    person typed, pasted, filled down or emptied; the owner answers with ``set_cells``."""

    edits = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.locked = False  # nothing may be typed anywhere
        self.rows: tuple[GridRow, ...] = ()
        self.columns: tuple[GridColumn, ...] = ()
        self._cells: dict[tuple[str, str], GridCell] = {}
        self._given: dict[tuple[str, str], GridCell] = {}
        self._source: Source | None = None
        self._row_at: dict[str, int] = {}
        self._column_at: dict[str, int] = {}

    def set_grid(self, rows: Sequence[GridRow], columns: Sequence[GridColumn],
                 cells: Mapping[tuple[str, str], GridCell], *, source: Source | None = None) -> None:
        """Show another grid. ``source(row id, column id)`` makes a cell that ``cells`` lacks as it comes
        into sight, so that six thousand of them wait for nobody."""
        self.beginResetModel()
        self.rows, self.columns, self._cells = tuple(rows), tuple(columns), dict(cells)
        self._given, self._source = dict(cells), source
        self._row_at = {row.id: at for at, row in enumerate(rows)}
        self._column_at = {column.id: at for at, column in enumerate(columns)}
        self.endResetModel()

    def add_rows(self, rows: Sequence[GridRow]) -> None:
        """Further rows beneath, empty; what is being typed above goes on."""
        first = len(self.rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self.rows += tuple(rows)
        self._row_at |= {row.id: at for at, row in enumerate(rows, start=first)}
        self.endInsertRows()

    def set_cells(self, cells: Mapping[tuple[str, str], GridCell]) -> None:
        """Show some cells anew: kept, with their states, or refused, with what is wrong. Only those that
        look different are painted."""
        known = {key: cell for key, cell in cells.items() if self._cells.get(key) != cell
                 and key[0] in self._row_at and key[1] in self._column_at}
        self._cells.update(known)
        if known:
            rows = [self._row_at[row] for row, _ in known]
            columns = [self._column_at[column] for _, column in known]
            self.dataChanged.emit(self.index(min(rows), min(columns)), self.index(max(rows), max(columns)))

    def renew(self) -> None:
        """All cells of the ``source`` may differ: each is made anew as it comes into sight."""
        self._cells = dict(self._given)
        if self.rows and self.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def cell(self, index: Index) -> GridCell:
        """The cell at an index."""
        key = (self.rows[index.row()].id, self.columns[index.column()].id)
        if key not in self._cells and self._source is not None:
            self._cells[key] = self._source(*key)
        return self._cells.get(key, EMPTY)

    def states(self, row: int) -> Iterable[tuple[int, GridCell]]:
        """The cells of a row with their columns."""
        return ((at, self.cell(self.index(row, at))) for at in range(len(self.columns)))

    def choices(self, index: Index) -> tuple[str, ...]:
        """The words that may stand in a cell; none: anything may."""
        return self.cell(index).choices or self.columns[index.column()].choices

    def editable(self, index: Index) -> bool:
        """Whether a person may type there."""
        return not (self.locked or self.columns[index.column()].read_only or self.cell(index).read_only)

    def edit(self, texts: Mapping[tuple[int, int], str], *, whole: bool = False) -> int:
        """Type into several cells at once, by row and column numbers; how many were changed.

        Cells that may not be typed in, and such as hold that text already, are passed over; so are
        whole cells, unless the text is ``whole`` too.
        """
        batch: list[Edit] = []
        fresh: dict[tuple[str, str], GridCell] = {}
        for (row, column), text in texts.items():
            index, plain = self.index(row, column), storable(text) if whole else storable(text).strip()
            fits = index.isValid() and self.editable(index) and self.cell(index).whole == whole
            if fits and self.cell(index).text != plain:
                key = (self.rows[row].id, self.columns[column].id)
                batch.append((*key, plain))
                fresh[key] = replace(self.cell(index), text=plain, trouble="")
        self.set_cells(fresh)
        if batch:
            self.edits.emit(batch)
        return len(batch)

    # -- for Qt --------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """All rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """All columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What may be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = self.editable(index) and not self.cell(index).whole
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Column titles above, row titles at the left."""
        if orientation is Qt.Orientation.Vertical:
            return on_line(self.rows[section].title) if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return broken(on_page(column.title), column.width - (MARK_LETTERS if column.meaning else 0))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.DecorationRole and column.meaning:
            return icon(PICTURES[column.meaning], column.meaning)
        return plain_tip(column.help or column.title) if role == Qt.ItemDataRole.ToolTipRole else None

    @staticmethod
    def _alignment(column: GridColumn) -> int:
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, alignment, what is wrong, and for screen readers the state in words."""
        cell = self.cell(index)
        if role == Qt.ItemDataRole.EditRole:
            return cell.text
        if role == Qt.ItemDataRole.DisplayRole:
            return on_line(cell.text)
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(self.columns[index.column()])
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            told = "\n".join(part for part in (cell.trouble, cell.state.text if cell.state else "") if part)
            return plain_tip(told) if role == Qt.ItemDataRole.ToolTipRole else told
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """One cell was typed in."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        self.edit({(index.row(), index.column()): str(value or "")})
        return True
