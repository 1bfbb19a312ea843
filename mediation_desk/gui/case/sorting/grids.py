"""The two grids of sorting: what is in sight of them, how high each is, and where the cursor stands."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QVBoxLayout, QWidget

from mediation_desk.domain.sorting.elements import Scope
from mediation_desk.domain.sorting.statements import Place, State
from mediation_desk.domain.text.findable import looking_for
from mediation_desk.gui.case.sorting.cells import scoped, speaker_of
from mediation_desk.gui.case.sorting.sight import Sight
from mediation_desk.gui.case.sorting.tools import DISPUTED, WHOLE, GridTools
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.grid import Grid, GridCell, GridModel
from mediation_desk.gui.kit.words import tr

TITLES_WIDTH = 176  # of the elements' names at the left
FIRST_ROWS = 5  # of the whole case, before workers
WORKERS_IN_SIGHT, LEAST_ROWS = 8, 4  # of the workers: where there is room, and always


class ElementGrids(QSplitter):
    """The elements of the whole case, and beneath them each worker's, with the tools above these.
    ``moved(place)`` as the cursor comes to a place of the sorting."""

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._drawn = False  # whether a person has drawn the line between the two grids
        self._asked = -1  # how many elements of the whole case are in sight; below zero: not known yet
        self.case_cells, self.worker_cells = GridModel(self), GridModel(self)
        self.case_grid = Grid(self.case_cells, name=tr("Elements of the whole case"))
        self.worker_grid = Grid(self.worker_cells, name=tr("Elements of each worker"))
        self.worker_grid.allow_freezing()
        self.tools = GridTools()
        self._lay()
        for grid in (self.worker_grid, self.case_grid):
            grid.selectionModel().currentChanged.connect(lambda *_, grid=grid: self._tell(grid))
        self.splitterMoved.connect(lambda *_: setattr(self, "_drawn", True))

    def _lay(self) -> None:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, look().px(4), 0, 0)
        column.setSpacing(look().px(4))
        column.addWidget(self.tools)
        column.addWidget(self.worker_grid, 1)
        self.addWidget(self.case_grid)
        self.addWidget(below)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.worker_grid.setMinimumHeight(_height(self.worker_grid, LEAST_ROWS))
        self.case_grid.horizontalHeader().setStretchLastSection(True)
        rows = self.case_grid.verticalHeader()
        rows.setMaximumWidth(look().px(TITLES_WIDTH))
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)

    # -- room ------------------------------------------------------------------------------

    def forget_room(self) -> None:
        """Other elements come: the room is shared anew once they are in sight."""
        self._asked = -1

    def share_room(self) -> None:
        """All elements of the whole case in sight, and eight workers beneath; where there is no room for
        both, fewer workers. Once a person has drawn the line between them, it stays."""
        if self._asked < 0:
            return
        rows, grid, whole = self._asked, self.case_grid, self.height()
        grid.setVisible(rows > 0)
        grid.setMinimumHeight(_height(grid, 1))
        grid.setMaximumHeight(_height(grid, max(rows, 1)))
        if self._drawn or rows <= 0:
            return
        below = self.tools.sizeHint().height() + look().px(8)
        workers = len(self.worker_cells.rows)
        room = whole - below - _height(self.worker_grid, min(workers, WORKERS_IN_SIGHT))
        least = whole - below - _height(self.worker_grid, min(workers, LEAST_ROWS))
        wanted = max(_height(grid, min(rows, FIRST_ROWS)), min(room, _height(grid, rows)))
        self.setSizes([wanted := max(_height(grid, 1), min(wanted, least)), max(1, whole - wanted)])

    # -- what is in sight --------------------------------------------------------------------

    def show_wanted(self, sight: Sight) -> None:
        """Show the elements that are wanted in sight: those that apply, the disputed ones, or all."""
        wanted = self.tools.in_sight.value()
        if wanted == DISPUTED:
            self.worker_grid.show_only(_disputed)
        else:
            self._show_elements(None if wanted == WHOLE else _applying(sight))
        rows = [_wanted(wanted, sight.outcome.cells[element.id, None].state)
                for element in scoped(sight, Scope.CASE)]
        for at, shown in enumerate(rows):
            self.case_grid.setRowHidden(at, not shown)
        if sum(rows) != self._asked:
            self._asked = sum(rows)
            self.share_room()

    def _show_elements(self, names: set[str] | None) -> None:
        """Every worker, and the columns of these elements; None shows all of them."""
        for row in range(len(self.worker_cells.rows)):
            if self.worker_grid.isRowHidden(row):
                self.worker_grid.setRowHidden(row, False)
        for at, column in enumerate(self.worker_cells.columns):
            hidden = names is not None and column.id not in names
            if self.worker_grid.isColumnHidden(at) != hidden:
                self.worker_grid.setColumnHidden(at, hidden)

    @property
    def is_typed_in(self) -> bool:
        """Whether somebody is writing in a cell."""
        return QAbstractItemView.State.EditingState in (self.case_grid.state(), self.worker_grid.state())

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be typed or pasted."""
        triggers = QAbstractItemView.EditTrigger
        typing = triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        for model, grid in ((self.case_cells, self.case_grid), (self.worker_cells, self.worker_grid)):
            model.locked = read_only
            grid.setEditTriggers(triggers.NoEditTriggers if read_only else typing)

    # -- the place the cursor is on ----------------------------------------------------------

    def _tell(self, grid: Grid) -> None:
        index = grid.currentIndex()
        if index.isValid():
            self.moved.emit((self.case_cells.rows[index.row()].id, None) if grid is self.case_grid
                            else self._of_worker(index.row(), index.column()))

    def _of_worker(self, row: int, column: int) -> Place:
        return self.worker_cells.columns[column].id, UUID(self.worker_cells.rows[row].id)

    def selected(self) -> tuple[list[Place], str, UUID | None]:
        """The places that are selected in the grid that has the keyboard, and whose words stand there: the
        voice, and the party where one respondent among several speaks."""
        if self.case_grid.hasFocus():
            rows = sorted({index.row() for index in self.case_grid.selectedIndexes()})
            voice, party = speaker_of(self.case_cells.columns[self.case_grid.currentIndex().column()].id)
            return [(self.case_cells.rows[row].id, None) for row in rows], voice, party
        speaker = self.tools.speaker
        return [self._of_worker(index.row(), index.column())
                for index in self.worker_grid.selectedIndexes()], speaker.shown, speaker.party

    def go_to(self, element: str, sight: Sight) -> None:
        """Put the cursor on an element: on the first worker who disputes it, or in the case's row."""
        if (element, None) in sight.outcome.cells:
            row = [row.id for row in self.case_cells.rows].index(element)
            self._cursor(self.case_grid, row, 0)
            return
        column = [column.id for column in self.worker_cells.columns].index(element)
        disputed = [str(worker) for issue in sight.outcome.issues if issue.element.id == element
                    for worker in issue.workers]
        rows = [at for at, row in enumerate(self.worker_cells.rows) if row.id in disputed]
        self._cursor(self.worker_grid, rows[0] if rows else 0, column)

    def find_text(self, text: str, *, in_case: bool) -> bool:
        """Go to the next cell, worker or element that holds the words, round and round; ``in_case``: from
        the cursor in the elements of the whole case on."""
        hits = [(grid, row, column) for grid in (self.case_grid, self.worker_grid) if not grid.isHidden()
                for row, column in _hits(grid, text)]
        if not hits:
            return False
        index = (self.case_grid if in_case else self.worker_grid).currentIndex()
        here = (not in_case, index.row(), index.column())
        later = [hit for hit in hits if (hit[0] is self.worker_grid, *hit[1:]) > here]
        self._cursor(*(later or hits)[0])
        return True

    def _cursor(self, grid: Grid, row: int, column: int) -> None:
        index = grid.model().index(row, column)
        grid.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        grid.scrollTo(index)
        grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(grid)  # the cursor may have stood there already, while the details showed another place


def _hits(grid: Grid, wanted: str) -> Iterator[tuple[int, int]]:
    """The cells in sight that hold the words, in themselves or in the title of their row or column."""
    model = grid.model()
    assert isinstance(model, GridModel)
    sought = looking_for(wanted)
    rows = [at for at in range(len(model.rows)) if not grid.isRowHidden(at)]
    columns = [at for at in range(len(model.columns)) if not grid.isColumnHidden(at)]
    for row in rows:
        for column in columns:
            titles = (model.rows[row].title if column == columns[0] else "",
                      model.columns[column].title if row == rows[0] else "")
            words = (model.cell(model.index(row, column)).text, *titles)
            if any(map(sought, words)):
                yield row, column


def _height(grid: Grid, rows: int) -> int:
    """How high a grid is that shows so many rows, with its scroll bar where it has one."""
    across = grid.horizontalHeader()
    titles = grid.verticalHeader().sizeHint().width()
    scrolls = across.length() + titles > grid.width()
    bar = grid.horizontalScrollBar().sizeHint().height() if scrolls else 0
    return across.sizeHint().height() + rows * grid.verticalHeader().defaultSectionSize() + bar + 4


def _applying(sight: Sight) -> set[str]:
    """The elements that apply to some worker."""
    return set().union(*(part.applying for part in sight.outcome.parts.values()))


def _wanted(what: object, state: State) -> bool:
    """Whether an element of the whole case belongs in sight."""
    if what == DISPUTED:
        return state is State.DISPUTED
    return what == WHOLE or state is not State.NOT_APPLICABLE


def _disputed(cell: GridCell) -> bool:
    return cell.state is not None and cell.state.meaning == "disputed"
