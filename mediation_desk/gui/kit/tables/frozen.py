"""Columns that stay in view at the left of a table while the others scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from mediation_desk.gui.kit.words import tr

HINT = QAbstractItemDelegate.EndEditHint


class _Pane(QTableView):
    """The frozen columns over the table's left; keys belong to the table.

    ``left`` says how an editor was ended.
    """

    left = Signal(object)

    def __init__(self, table: QTableView, delegate: QAbstractItemDelegate) -> None:
        super().__init__(table)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setModel(table.model())
        own, self_made = table.selectionModel(), self.selectionModel()
        self.setSelectionModel(own)
        self_made.deleteLater()
        self.setFocusProxy(table)
        self.setAccessibleName(table.accessibleName())
        self.setEditTriggers(table.editTriggers())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setHighlightSections(False)
        self.hide()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close it here; where to go next is the table's to say."""
        super().closeEditor(editor, HINT.NoHint)
        self.left.emit(hint)


class Frozen(QObject):
    """Freezes a table's columns up to one of them, from the header's menu or by the Menu key.

    The pane shows the same model with the same selection, so that a cell is one cell wherever it is
    clicked; rows hidden, heights, widths and scrolling follow the table.
    """

    ended = Signal(object)  # how an editor among the frozen columns was left

    def __init__(self, table: QTableView, delegate: QAbstractItemDelegate) -> None:
        super().__init__(table)
        self.table, self.upto, self._title = table, -1, ""
        self.pane = _Pane(table, delegate)
        self.pane.left.connect(self.ended)
        self._following = False
        down, across = table.verticalScrollBar(), table.horizontalHeader()
        down.valueChanged.connect(self.pane.verticalScrollBar().setValue)
        self.pane.verticalScrollBar().valueChanged.connect(down.setValue)
        across.sectionResized.connect(lambda *_: self._follow_columns())
        table.verticalHeader().sectionResized.connect(lambda row, _old, new: self._follow_row(row, new))
        self.pane.horizontalHeader().sectionResized.connect(self._widened)
        table.viewport().installEventFilter(self)
        table.model().modelAboutToBeReset.connect(self._let_go)
        table.model().modelReset.connect(self._found_again)
        self._offer()

    def _offer(self) -> None:
        policy, table = Qt.ContextMenuPolicy.CustomContextMenu, self.table
        for header in (table.horizontalHeader(), self.pane.horizontalHeader()):
            header.setContextMenuPolicy(policy)
            header.customContextMenuRequested.connect(
                lambda at, header=header: self._ask(header.logicalIndexAt(at), header.mapToGlobal(at)))
        for view in (table, self.pane):
            view.setContextMenuPolicy(policy)
            view.customContextMenuRequested.connect(
                lambda at, view=view: self._ask(table.currentIndex().column(),
                                                view.viewport().mapToGlobal(at)))

    # -- what a person asks for ------------------------------------------------------------

    def menu(self, column: int) -> QMenu:
        """What can be asked for at a column."""
        made = QMenu(self.table)
        freeze = made.addAction(tr("Freeze up to this column"))
        freeze.triggered.connect(lambda: self.freeze(column))
        freeze.setEnabled(column >= 0 and column != self.upto)
        thaw = made.addAction(tr("Unfreeze"))
        thaw.triggered.connect(self.unfreeze)
        thaw.setEnabled(self.upto >= 0)
        return made

    def _ask(self, column: int, at: QPoint) -> None:
        made = self.menu(column)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.popup(at)

    def freeze(self, column: int) -> None:
        """Keep the columns up to and with this one in view."""
        self.upto, self._title = column, self._titles()[column]
        header = self.table.verticalHeader()
        for row in range(self.table.model().rowCount()):
            self._follow_row(row, header.sectionSize(row))
        self.pane.show()
        self.pane.raise_()
        self._follow_columns()
        self.pane.verticalScrollBar().setValue(self.table.verticalScrollBar().value())

    def unfreeze(self) -> None:
        """Let every column scroll again."""
        self.upto, self._title = -1, ""
        self.pane.hide()

    def holds(self, column: int) -> bool:
        """Whether that column is frozen and in sight."""
        return 0 <= column <= self.upto and not self.table.isColumnHidden(column)

    def width(self) -> int:
        """How much of the table's left is covered, in pixels."""
        return sum(self.table.columnWidth(at) for at in range(self.upto + 1) if self.holds(at))

    def _titles(self) -> list[str]:
        model = self.table.model()
        return [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]

    def _let_go(self) -> None:
        """Nothing is followed while the table is filled anew, when the two know different columns."""
        title = self._title
        self.unfreeze()
        self._title = title

    def _found_again(self) -> None:
        """The table was filled anew: the same column stays frozen if it is still there."""
        if self._title and self._title in (titles := self._titles()):
            self.freeze(titles.index(self._title))

    # -- following the table -----------------------------------------------------------------

    def _follow_row(self, row: int, height: int) -> None:
        if self.upto < 0:
            return
        self.pane.setRowHidden(row, not height)
        if height and self.pane.rowHeight(row) != height:
            self.pane.setRowHeight(row, height)

    def _follow_columns(self) -> None:
        if self.upto < 0 or self._following:
            return
        self._following = True
        for at in range(self.table.model().columnCount()):
            self.pane.setColumnHidden(at, not self.holds(at))
            if self.holds(at):
                self.pane.setColumnWidth(at, self.table.columnWidth(at))
        self._following = False
        self._place()

    def _widened(self, column: int, _old: int, new: int) -> None:
        """A person drew a frozen column wider or narrower."""
        if not self._following and new and self.holds(column):
            self.table.setColumnWidth(column, new)

    def _place(self) -> None:
        room, header = self.table.viewport().geometry(), self.table.horizontalHeader()
        frame = self.pane.frameWidth()
        self.pane.horizontalHeader().setFixedHeight(header.height())
        self.pane.setGeometry(room.x() - frame, header.y() - frame, self.width() + 2 * frame,
                              header.height() + room.height() + 2 * frame)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The table's room changed."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.upto >= 0:
            self._place()
        return super().eventFilter(watched, event)
