"""A list of items as a small grid: a column for each particular, its choices in sight, paste included."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from mediation_desk.domain.sorting.answers import is_denial
from mediation_desk.domain.sorting.elements import Column, Element, ElementType
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.grid import Grid, GridCell, GridColumn, GridModel, GridRow
from mediation_desk.gui.kit.tables.grid_model import Edit
from mediation_desk.gui.kit.tables.spreadsheet import read_cells
from mediation_desk.gui.kit.words import tr, tr_error

MOST_ROWS = 6  # in sight; more scroll
LEAST_WIDTH = 220
_WIDTHS = {ElementType.DATE: 12, ElementType.MONEY: 11, ElementType.NUMBER: 8, ElementType.SHARE: 8}
Texts = list[list[str]]  # rows down, columns across


class ListGrid(Grid):
    """The grid itself: a pasted block finds its rows, however many it has."""

    def __init__(self, model: GridModel, owner: ListField) -> None:
        super().__init__(model)
        self._owner = owner

    def paste(self) -> None:
        """The clipboard's cells, from the cell in focus on; into the empty row where none is."""
        if text := QGuiApplication.clipboard().text():
            self.paste_text(text)

    def paste_text(self, text: str) -> None:
        """Put a spreadsheet's cells in, from the cell in focus on; a line of titles is passed over."""
        rows = [_without_end(cells) for cells in read_cells(text)]
        if rows and self._owner.is_heading(rows[0]):
            rows = rows[1:]
        start = self.currentIndex()
        top = start.row() if start.isValid() else self.model().rowCount() - 1
        self._owner.put_block(rows, top, max(0, start.column()))


class ListField(Field):
    """Its text is one item a line with tabs between, as an element reads it; the last row is always empty.

    It is kept as it is left, once every item can be read; until then the cells that cannot are marked.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._element: Element | None = None
        self._language = ""
        self._texts: Texts = []
        self.model = GridModel()
        self.grid = ListGrid(self.model, self)
        self.grid.verticalHeader().hide()
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.grid.setMinimumWidth(look().px(LEAST_WIDTH))
        super().__init__("", self.grid, parent=parent)
        self.model.setParent(self)
        self._kept = ""
        self.model.edits.connect(self._edited)

    def ask_for(self, element: Element, language: str) -> None:
        """Ask for the items of another element, its columns in a language."""
        self._element, self._language = element, language
        self.set_help(tr("One item a row. Cells copied from a spreadsheet can be pasted."))
        self._draw()

    @property
    def _columns(self) -> Sequence[Column]:
        return self._element.columns if self._element else ()

    # -- text ----------------------------------------------------------------------------

    def typed(self) -> str:
        """The items, a line each; a denial is a word of its own."""
        rows = [row for row in self._texts if any(row)]
        said = [cell for row in rows for cell in row if cell]
        if len(said) == 1 and is_denial(said[0]):
            return said[0]
        return "\n".join("\t".join(row) for row in rows)

    def _show_typed(self, text: str) -> None:
        width = len(self._columns)
        self._texts = [self._fit(cells, width) for cells in read_cells(text)] if text else []
        self._draw()

    @staticmethod
    def _fit(cells: Sequence[str], width: int) -> list[str]:
        return [*cells, *[""] * width][:width]

    def _read(self, text: str) -> object:
        if text and self._element is not None:
            self._mark_wrong()
            self._element.read(text)
        return text

    # -- the grid ------------------------------------------------------------------------

    def _draw(self) -> None:
        rows = [GridRow(str(at), str(at + 1)) for at in range(len(self._texts) + 1)]
        columns = [self._column(one) for one in self._columns]
        cells = {(str(at), one.id): GridCell(text) for at, row in enumerate(self._texts)
                 for one, text in zip(self._columns, row, strict=False)}
        here = self.grid.currentIndex().row(), self.grid.currentIndex().column()
        self.model.set_grid(rows, columns, cells)
        if here >= (0, 0) and columns:
            self.grid.setCurrentIndex(self.model.index(min(here[0], len(rows) - 1),
                                                       min(here[1], len(columns) - 1)))
        self._fit_height(len(rows))

    def _column(self, column: Column) -> GridColumn:
        words = tuple(choice.label.text(self._language) for choice in column.choices)
        title = column.label.text(self._language)
        width = max(map(_letters, words)) + 3 if words else _WIDTHS.get(column.type, 14)
        return GridColumn(column.id, title if column.optional else tr("{label} *", label=title),
                          width=max(width, _letters(title) + 2),
                          right=column.type in (ElementType.MONEY, ElementType.NUMBER), choices=words,
                          help="\n".join((title, *words)))

    def _fit_height(self, rows: int) -> None:
        head = self.grid.horizontalHeader().sizeHint().height()
        one = self.grid.verticalHeader().defaultSectionSize()
        bar = self.grid.horizontalScrollBar().sizeHint().height()
        self.grid.setFixedHeight(head + min(rows, MOST_ROWS) * one + bar + 4)

    def sizeHint(self) -> QSize:
        """As wide as its place: the grid scrolls inside."""
        return QSize(look().px(LEAST_WIDTH), super().sizeHint().height())

    def _lock(self, read_only: bool) -> None:
        self.model.locked = read_only

    def _mark_wrong(self) -> None:
        """Frame the cells that cannot be read, each with its reason in its tip."""
        self.model.set_cells({(str(at), one.id): GridCell(text, trouble=self._trouble_of(one, text, row))
                              for at, row in enumerate(self._texts) if any(row)
                              for one, text in zip(self._columns, row, strict=False)})

    def _trouble_of(self, column: Column, text: str, row: Sequence[str]) -> str:
        if not text:
            return "" if column.optional or not any(row) else tr("This must be filled in.")
        try:
            column.read(text)
        except DeskError as error:
            return tr_error(error)
        return ""

    # -- typing --------------------------------------------------------------------------

    def is_heading(self, cells: Sequence[str]) -> bool:
        """Whether these are the titles of the columns, in either language."""
        titles = {text.casefold() for one in self._columns for text in (one.label.zh, one.label.en, one.id)}
        said = [cell.strip().casefold() for cell in cells if cell.strip()]
        return bool(said) and all(cell in titles for cell in said)

    def put_block(self, rows: Sequence[Sequence[str]], top: int, left: int) -> None:
        """Put cells in from a place on; rows are added as they are needed."""
        width = len(self._columns)
        widest = max((len(cells) for cells in rows), default=0)
        if self._read_only or not rows:
            return
        if left + widest > width and (widest == width or top >= len(self._texts)):
            left = 0  # a whole row finds its place, wherever the cursor stood
        if left + widest > width:
            self.set_error(tr("The pasted rows have {cells} cells; from here on there is room for {room}. "
                              "Nothing was taken.", cells=widest, room=width - left))
            return
        self._texts += [[""] * width for _ in range(top + len(rows) - len(self._texts))]
        for at, cells in enumerate(rows, start=top):
            for column, cell in enumerate(cells, start=left):
                self._texts[at][column] = cell.strip()
        self._draw()
        self._told()

    def _edited(self, batch: list[Edit]) -> None:
        names = [one.id for one in self._columns]
        for row, column, text in batch:
            at = int(row)
            self._texts += [[""] * len(names) for _ in range(at + 1 - len(self._texts))]
            self._texts[at][names.index(column)] = text
        self._told()

    def _told(self) -> None:
        """Something was typed: an empty row stays beneath; it is kept once the grid was left."""
        if len(self.model.rows) == len(self._texts):
            self.model.add_rows([GridRow(str(len(self._texts)), str(len(self._texts) + 1))])
            self._fit_height(len(self.model.rows))
        self.edited.emit(self.typed())
        QTimer.singleShot(0, self, self._left)

    def _popup_open(self) -> bool:
        """The cursor is still in the grid, perhaps in the editor of a cell."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self.grid or self.grid.isAncestorOf(focus))


def _without_end(cells: Sequence[str]) -> list[str]:
    """A row of cells without the empty ones at its end."""
    kept = len(cells)
    while kept and not cells[kept - 1].strip():
        kept -= 1
    return list(cells[:kept])


def _letters(text: str) -> int:
    """How many Latin letters a text is as wide as."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)


def as_lines(element: Element, rows: Sequence[Mapping[str, str]], language: str) -> str:
    """The items of a list answer, a line each with tabs between, as the grid and a paste have them."""
    return "\n".join("\t".join(_shown(row.get(column.id, ""), column, language)
                               for column in element.columns) for row in rows)


def _shown(value: str, column: Column, language: str) -> str:
    return next((choice.label.text(language) for choice in column.choices if choice.value == value), value)
