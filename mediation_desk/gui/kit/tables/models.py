"""Rows for tables: all at hand, or fetched a page at a time from a hundred thousand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont

from mediation_desk.domain import dates
from mediation_desk.domain.money import Money
from mediation_desk.gui.kit.laid import on_line
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import plain_tip
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr

PAGE = 100  # rows fetched together
PAGES_KEPT = 30
LOADING = "…"
VALUE_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # the value of a cell itself
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 2  # the whole row
Index = QModelIndex | QPersistentModelIndex


class Kind(StrEnum):
    """How a column's values are shown."""

    TEXT = "text"
    MONEY = "money"
    NUMBER = "number"
    DATE = "date"
    STATE = "state"


@dataclass(frozen=True)
class Column:
    """A column: ``value`` takes it out of a row. ``width`` counts Latin letters; the one column
    that stretches takes the room left over. A STATE column's value is a ``chips.State``. Where there is
    no room for all, columns with a ``yields`` above 0 go, the highest first; then words are cut, but never
    a figure, a date, a state or what is ``whole``. ``words`` says of a row what stands in the cell instead
    of its value, None: the value."""

    key: str
    title: str
    value: Callable[[Any], object]
    kind: Kind = Kind.TEXT
    width: int = 14
    sortable: bool = True
    stretch: bool = False
    yields: int = 0
    whole: bool = False
    words: Callable[[Any], str | None] | None = None


@dataclass(frozen=True)
class Ask:
    """Which rows are wanted, in which order; ``sort`` is a column's key or empty."""

    offset: int
    limit: int
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True)
class Answer:
    """How many rows there are in all, and those that were asked for."""

    total: int
    rows: Sequence[Any]


def shown(value: object) -> str:
    """A value as a cell shows it; amounts without a unit, which stands in the column's title."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return dates.show(value)
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, int):
        return f"{value:,}"
    return str(value)


class RowModel(QAbstractTableModel):
    """What both kinds of model share: columns, and cells out of rows."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.struck: Callable[[Any, str], bool] | None = None  # by row and column: it counts no more

    def row(self, at: int) -> Any | None:
        """A row, or None while it is being fetched."""
        raise NotImplementedError

    def columnCount(self, _parent: Index | None = None) -> int:
        """As many as columns were given."""
        return len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles; right aligned above figures."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("{title} (yuan)", title=column.title) if column.kind is Kind.MONEY else column.title
        return self._alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @staticmethod
    def _alignment(column: Column) -> int:
        right = column.kind in (Kind.MONEY, Kind.NUMBER)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, value, alignment, or the whole row."""
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return self._font(self.row(index.row()), column.key)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, VALUE_ROLE, ROW_ROLE):
            return None
        row = self.row(index.row())
        if row is None:
            return LOADING if role == Qt.ItemDataRole.DisplayRole else None
        if role == ROW_ROLE:
            return row
        value = column.value(row)
        if role == VALUE_ROLE:
            return value
        said = column.words(row) if column.words else None
        told = shown(value) if said is None else said
        if not isinstance(told, str):
            return told
        return plain_tip(told) if role == Qt.ItemDataRole.ToolTipRole else on_line(told)

    def _font(self, row: Any, key: str) -> QFont | None:
        if self.struck is None or row is None or not self.struck(row, key):
            return None
        font = QFont(look().font())
        font.setStrikeOut(True)
        return font


class RowsModel(RowModel):
    """A short list, all at hand: instalments, parties, payments. Sorts by itself."""

    loaded = Signal()

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._rows: list[Any] = []
        self._order: tuple[int, bool] | None = None

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self._sort_rows()
        self.endResetModel()
        self.loaded.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """All rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def row(self, at: int) -> Any | None:
        """A row."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; below zero: as they were given from now on."""
        if column < 0 or not self.columns[column].sortable:
            return
        self.beginResetModel()
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self._sort_rows()
        self.endResetModel()

    def _sort_rows(self) -> None:
        if self._order is None:
            return
        column, descending = self._order
        value = self.columns[column].value
        self._rows.sort(key=lambda row: _rank(value(row)), reverse=descending)


def _rank(value: object) -> tuple[int, Any]:
    """Empty first, then by value; states and anything odd by their words."""
    if value is None:
        return (0, "")
    return (1, value if isinstance(value, Money | date | int | str) and not isinstance(value, State)
            else str(value))


class PagedModel(RowModel):
    """Any number of rows, fetched off the UI thread around what is on screen.

    ``fetch(Ask) -> Answer`` is called on a reader thread. While a list is fetched anew its old
    rows stay, so that nothing flickers.
    """

    loaded = Signal()  # the first page of a new list is there

    def __init__(self, tasks: Tasks, columns: Sequence[Column], fetch: Callable[[Ask], Answer],
                 parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._tasks, self._fetch = tasks, fetch
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._asked: set[int] = set()
        self._total, self._round, self._last = 0, 0, 0
        self._sort, self._descending = "", False
        self._wanted: set[int] = set()
        self._gather = QTimer(self, singleShot=True, interval=0)
        self._gather.timeout.connect(self._ask_wanted)

    def reload(self, fetch: Callable[[Ask], Answer] | None = None) -> None:
        """Fetch anew; with another ``fetch`` (another filter), from the top."""
        if fetch is not None:
            self._fetch, self._last = fetch, 0
        self._round += 1
        self._asked.clear()
        self._ask(self._last, fresh=True)

    def rowCount(self, parent: Index | None = None) -> int:
        """All rows there are, fetched or not."""
        return 0 if parent is not None and parent.isValid() else self._total

    def row(self, at: int) -> Any | None:
        """A row; one that is not at hand is asked for and comes soon."""
        number, inside = divmod(at, PAGE)
        page = self._pages.get(number)
        if page is None:
            self._wanted.add(number)
            if not self._gather.isActive():
                self._gather.start()
            return None
        self._last = number
        self._pages.move_to_end(number)
        return page[inside] if inside < len(page) else None

    def known(self) -> Iterator[tuple[int, Any]]:
        """The rows at hand with their places; nothing is asked for."""
        for number, rows in list(self._pages.items()):
            yield from enumerate(rows, number * PAGE)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order, from the top."""
        if column < 0 or not self.columns[column].sortable:
            return
        self._sort, self._descending = self.columns[column].key, order == Qt.SortOrder.DescendingOrder
        self._last = 0
        self.reload()

    def _ask_wanted(self) -> None:
        """What was on screen in this moment; what a scroll flew past is asked for no more."""
        wanted, self._wanted = self._wanted, set()
        for number in sorted(wanted)[-4:]:
            if number not in self._asked:
                self._ask(number)

    def _ask(self, number: int, *, fresh: bool = False) -> None:
        self._asked.add(number)
        ask = Ask(number * PAGE, PAGE, self._sort, self._descending)
        self._tasks.read(self._fetch, ask, receiver=self, label=tr("Loading …"),
                         done=partial(self._answer, self._round, number, fresh))

    def _answer(self, round_: int, number: int, fresh: bool, answer: Answer) -> None:
        if round_ != self._round:
            return
        if number and not answer.rows and answer.total <= number * PAGE:
            self._last = 0  # the list grew shorter than the place one was at
            self._asked.discard(number)
            self._ask(0, fresh=True)
        elif fresh or answer.total != self._total:
            self._renew(number, answer)
        else:
            self._put(number, answer)

    def _renew(self, number: int, answer: Answer) -> None:
        same = answer.total == self._total
        if not same:
            self.beginResetModel()
        self._pages.clear()
        self._asked = {number}
        self._pages[number] = answer.rows
        self._total = answer.total
        if same:
            self._redraw(0, self._total - 1)
        else:
            self.endResetModel()
        self.loaded.emit()

    def _put(self, number: int, answer: Answer) -> None:
        self._pages[number] = answer.rows
        while len(self._pages) > PAGES_KEPT:
            gone, _ = self._pages.popitem(last=False)
            self._asked.discard(gone)
        self._redraw(number * PAGE, min(self._total, (number + 1) * PAGE) - 1)

    def _redraw(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
