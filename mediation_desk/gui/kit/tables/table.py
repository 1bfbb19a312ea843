"""Tables that stay smooth, remember their columns, and say what belongs in them when empty."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.kit.look.chips import State, chip_size, paint_chip
from mediation_desk.gui.kit.look.theme import SMALL_PT, look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tables.models import (
    ROW_ROLE,
    VALUE_ROLE,
    Answer,
    Ask,
    Column,
    Index,
    Kind,
    PagedModel,
    RowModel,
    RowsModel,
)

__all__ = ["Answer", "Ask", "Column", "Kind", "PagedModel", "RowsModel", "State", "Table"]
ROW_HEIGHT = 36
MOSTLY = 0.5  # of the first rows; a column with less in it mostly stands empty
MEASURED = 60  # rows whose words say how wide the columns are
MOST_WORDS, SHORT_WORDS = 420, 100  # px at 100 % that a column of words asks for, and that are never cut
LEAST_SHARE = 0.6  # of its width that a column of words keeps where there is little room
ROOMY = 1.05  # so much too wide is better narrowed than a column given up


def _is_whole(column: Column) -> bool:
    """Whether a column's values are worth nothing when they are cut."""
    return column.whole or (column.kind is not Kind.TEXT and not column.stretch)


class _Cells(QStyledItemDelegate):
    """Chips where the value is a state; everything else as Qt paints it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = index.data(VALUE_ROLE)
        if not isinstance(value, State):
            super().paint(painter, option, index)
            return
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look().soft("accent"))
        paint_chip(painter, rect.adjusted(look().px(11), 0, -look().px(4), 0), value)


class _Titles(QHeaderView):
    """Column titles; an arrow up over what ascends, down over what descends."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if section != self.sortIndicatorSection():
            return
        size = look().px(12)
        alignment = self.model().headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        right = bool(int(alignment) & int(Qt.AlignmentFlag.AlignRight))
        at = rect.left() + 2 if right else rect.right() - size - 2
        rising = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        spot = QRect(at, rect.center().y() - size // 2, size, size)
        icons.draw(painter, "caret-up-bold" if rising else "caret-down-bold", spot, "accent")


class Table(QTableView):
    """A table of rows. ``opened(row)`` on Enter or a double click, ``chosen(row)`` as the current
    row changes (None when there is none)."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, model: RowsModel | PagedModel, *, name: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: RowModel = model
        self._empty: EmptyState | None = None
        self._saying: Callable[[], EmptyState] | None = None
        self._place: tuple[int, int] = (0, -1)
        self._fitting = False
        self._away: set[int] = set()  # the columns that were hidden as a whole
        self._by_hand: set[str] = set()  # the columns that a person drew wider or narrower
        self._measured: list[int] = []  # what the words of the first rows take up, by column
        self._filled: list[float] = []  # the share of them that say something there
        self._known = False  # nothing is said to be empty before it was looked up
        self.setAccessibleName(name)
        self._dress()
        self.setModel(model)
        self._set_columns()
        model.loaded.connect(self._loaded)
        model.modelAboutToBeReset.connect(self._mark_place)
        model.modelReset.connect(self._find_place)
        self.doubleClicked.connect(lambda _index: self._open())
        self.viewport().installEventFilter(self)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Cells(self))
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(look().px(ROW_HEIGHT))

    def _set_columns(self) -> None:
        header = _Titles(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(header)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(look().px(48))
        header.setSortIndicatorClearable(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        unit = QFontMetricsF(look().font()).horizontalAdvance("0")
        titles = QFontMetricsF(look().font(SMALL_PT))
        across = Qt.Orientation.Horizontal
        self._heads = [round(titles.horizontalAdvance(str(self._rows.headerData(at, across)))) + look().px(26)
                       for at in range(len(self._rows.columns))]
        self._widths = [max(head, round(unit * column.width) + look().px(22))
                        for head, column in zip(self._heads, self._rows.columns, strict=True)]
        self._wholes = [width if _is_whole(column) else max(head, round(width * LEAST_SHARE))
                        for head, width, column in zip(self._heads, self._widths, self._rows.columns,
                                                       strict=True)]
        header.sectionResized.connect(self._widened)
        self.setSortingEnabled(True)

    def _widened(self, at: int, _old: int, new: int) -> None:
        if not self._fitting:
            self._widths[at] = new
            self._by_hand.add(self._rows.columns[at].key)

    def _measure(self) -> None:
        """How wide the columns' words are, by the first rows: a column that stands empty needs its title
        alone, and what is long has the room."""
        font = QFontMetricsF(look().font())
        rows = range(min(self._rows.rowCount(), MEASURED))
        edge = look().px(24)
        self._measured, self._filled = [], []
        for at, column in enumerate(self._rows.columns):
            widths = [self._width_of(font, self._rows.index(row, at)) for row in rows]
            widest = max(widths, default=0.0)
            self._filled.append(sum(map(bool, widths)) / max(1, len(widths)))
            most = look().px(MOST_WORDS) if column.kind is Kind.TEXT and not column.whole else math.inf
            self._measured.append(math.ceil(min(widest, most)) + edge if widest else 0)

    def _is_newly_filled(self) -> bool:
        """Whether a column that is never cut stood empty when it was measured, and has words by now."""
        rows = range(min(self._rows.rowCount(), MEASURED))
        return any(not self._measured[at] and any(self._rows.index(row, at).data() for row in rows)
                   for at, column in enumerate(self._rows.columns) if _is_whole(column))

    @staticmethod
    def _width_of(font: QFontMetricsF, index: Index) -> float:
        value = index.data(VALUE_ROLE)
        if isinstance(value, State):
            return chip_size(value).width()
        return font.horizontalAdvance(str(index.data() or ""))

    def _needs(self) -> list[int]:
        """The width that each column needs: as a person drew it, else as its words are, else as it was
        planned."""
        if not self._measured:
            return list(self._widths)
        return [width if column.key in self._by_hand else max(head, measured)
                for width, head, measured, column in zip(self._widths, self._heads, self._measured,
                                                         self._rows.columns, strict=True)]

    def _fit_columns(self) -> None:
        """Let columns go where there is no room for all, give the stretching one what is left over;
        where nothing is, cut words before anything scrolls sideways."""
        room, needs = self.viewport().width(), self._needs()
        for at in self._away:
            needs[at] = 0
        gone = self._without_room(room, needs) | self._away
        least = self.horizontalHeader().minimumSectionSize()  # Qt makes none narrower, whatever it is told
        widths = [max(least, width) for width in self._narrowed(room, needs, gone)]
        stretch = [at for at, column in enumerate(self._rows.columns) if column.stretch]
        for at in stretch[:1]:
            widths[at] += max(0, room - sum(width for at, width in enumerate(widths) if at not in gone))
        self._hide_columns(gone)
        self._fitting = True
        for at, width in enumerate(widths):
            self.horizontalHeader().resizeSection(at, width)
        self._fitting = False

    def _narrowed(self, room: int, needs: list[int], gone: set[int]) -> list[int]:
        """The widths, narrowed where words may be cut, each by the same part of what it can spare."""
        short = look().px(SHORT_WORDS)
        spare = [0 if _is_whole(column) else max(0, need - max(least, min(need, short)))
                 for need, least, column in zip(needs, self._wholes, self._rows.columns, strict=True)]
        there = [at for at in range(len(needs)) if at not in gone]
        over = max(0, sum(needs[at] for at in there) - room)
        part = min(1.0, over / max(1, sum(spare[at] for at in there)))
        return [need - math.ceil(extra * part) for need, extra in zip(needs, spare, strict=True)]

    def _without_room(self, room: int, needs: list[int]) -> set[int]:
        """The columns that give way: before words are cut, those that mostly stand empty; then, so that
        the others have the width they need at least, the rest in their order."""
        ranked = sorted(((column.yields, at) for at, column in enumerate(self._rows.columns)
                         if column.yields), reverse=True)
        gone: set[int] = set()
        for _, at in ranked:
            if self._filled and self._filled[at] < MOSTLY and sum(needs) - self._sum(needs, gone) > room:
                gone.add(at)
        least = [need if _is_whole(column) else min(need, max(least, width)) for need, least, width, column
                 in zip(needs, self._wholes, self._widths, self._rows.columns, strict=True)]
        for _, at in ranked:
            if sum(least) - self._sum(least, gone) <= room * ROOMY:
                break
            gone.add(at)
        return gone

    @staticmethod
    def _sum(widths: list[int], of: set[int]) -> int:
        return sum(widths[at] for at in of)

    def _hide_columns(self, gone: set[int]) -> None:
        self._fitting = True
        for at, column in enumerate(self._rows.columns):
            if column.yields or at in self._away:
                self.setColumnHidden(at, at in gone)
        self._fitting = False

    # -- what it offers ------------------------------------------------------------------

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by a column, as if its title were pressed."""
        at = next(at for at, column in enumerate(self._rows.columns) if column.key == key)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(at, order)

    def show_column(self, key: str, shown: bool) -> None:
        """Show or hide a column as a whole; what is there takes the room anew."""
        at = next(at for at, column in enumerate(self._rows.columns) if column.key == key)
        if shown == (at not in self._away):
            return
        self._away.discard(at) if shown else self._away.add(at)
        self._fitting = True
        self.setColumnHidden(at, not shown)
        self._fitting = False
        if self._rows.rowCount():
            self._measure()
        self._fit_columns()

    def set_empty(self, title: str, text: str = "", *, picture: str = "folder-open", action: str = "",
                  on_action: Callable[[], object] | None = None) -> None:
        """What is said while there are no rows; it is made when there are none."""
        if self._empty is not None:
            self._empty.deleteLater()
            self._empty = None
        self._saying = partial(EmptyState, title, text, picture=picture, action=action, on_action=on_action,
                               parent=self.viewport())
        self._lay_empty()

    def remember(self, memory: Memory, name: str) -> None:
        """Bring the columns back as they were left, and remember them from now on."""
        header = self.horizontalHeader()
        self._fitting = True
        known = memory.restore_header(name, header)
        self._fitting = False
        drawn = memory.recall(f"drawn/{name}").split()
        if known:
            self._by_hand = {column.key for column in self._rows.columns if column.key in drawn}
            self._widths = [max(header.sectionSize(at), self._wholes[at] if column.whole else 0)
                            or self._widths[at] if column.key in drawn else self._widths[at]
                            for at, column in enumerate(self._rows.columns)]

        def keep() -> None:
            if not self._fitting:
                memory.keep_header(name, header)
                memory.keep(f"drawn/{name}", " ".join(sorted(self._by_hand)))

        for change in (header.sectionResized, header.sectionMoved, header.sortIndicatorChanged):
            change.connect(lambda *_: keep())

    def current_row(self) -> Any | None:
        """The row the cursor is on."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def choose_row(self, at: int) -> None:
        """Put the cursor on a row."""
        self.selectionModel().setCurrentIndex(
            self._rows.index(at, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows)

    # -- behind it -----------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.current_row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        """Coming in by Tab, the first row is chosen, so that the arrows have somewhere to start."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.choose_row(0)

    def _open(self) -> None:
        row = self.current_row()
        if row is not None:
            self.opened.emit(row)

    def _loaded(self) -> None:
        self._known = True
        # Later lists keep the columns: nothing moves while one types a filter.
        if not any(self._measured) or self._is_newly_filled():
            self._measure()
            self._fit_columns()
        self._lay_empty()

    def _lay_empty(self) -> None:
        nothing = self._known and self._rows.rowCount() == 0
        if self._empty is None and nothing and self._saying is not None:
            self._empty = self._saying()
        if self._empty is not None:
            room = self.viewport().height() >= self._empty.minimumSizeHint().height()
            self._empty.setVisible(nothing and room)
            self._empty.setGeometry(self.viewport().rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The empty state fills the table."""
        if event.type() == QEvent.Type.Resize and watched is self.viewport():
            self._lay_empty()
        return super().eventFilter(watched, event)

    def _mark_place(self) -> None:
        self._place = (self.verticalScrollBar().value(), self.currentIndex().row())

    def _find_place(self) -> None:
        scroll, row = self._place
        if 0 <= row < self._rows.rowCount():
            self.choose_row(row)
        self.verticalScrollBar().setValue(scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the empty state in place."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._rows.rowCount():
            self._measure()
        self._fit_columns()
        self._lay_empty()
