"""The first sub-page of sorting: the elements of the whole case, each worker's, and details beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.domain.sorting.elements import Scope
from mediation_desk.domain.sorting.statements import State
from mediation_desk.gui.case.sorting.cells import (
    CASE_COLUMNS,
    At,
    Shown,
    case_cells,
    columns_of_elements,
    columns_of_voices,
    from_case,
    from_workers,
    rows_of_elements,
    rows_of_workers,
    scoped,
    worker_cell,
    worker_cells,
)
from mediation_desk.gui.case.sorting.details import Details, Place
from mediation_desk.gui.case.sorting.sayings import Sayings
from mediation_desk.gui.case.sorting.sight import VOICES, Key, Sight
from mediation_desk.gui.kit.fields.kinds import ChoiceField, SegmentField
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.grid import Grid, GridCell, GridModel
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.sorting.sorting import SPOKEN, Voice

ADMIT_KEY, DENY_KEY = "F8", "F9"
TITLES_WIDTH = 220  # of the elements' names at the left
FIRST_ROWS = 3  # of the whole case, to begin with
LEAST_ROWS = 4  # of the workers, always
APPLIES, DISPUTED, WHOLE = "applies", "disputed", "all"  # which elements are in sight
SIGHT_WIDTH = 17


class Elements(QWidget):
    """``admitted(places, voice)`` and ``denied(places, voice)`` on the keys and buttons,
    ``export_wanted()`` and ``import_wanted()`` for the workbook; sayings go through ``sayings``."""

    admitted = Signal(list, str)
    denied = Signal(list, str)
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, sayings: Sayings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sayings = sayings
        self.sight: Sight | None = None
        self._marked: set[Key] = set()
        self._made_of: tuple[object, ...] = ()
        self._looked = 0  # the version of the case that the grids show
        self._asked = -1  # how many elements of the whole case are in sight
        self.case_cells, self.worker_cells = GridModel(self), GridModel(self)
        self.case_grid = Grid(self.case_cells, name=tr("Elements of the whole case"))
        self.grid = Grid(self.worker_cells, name=tr("Elements of each worker"))
        self.grid.allow_freezing()
        self.details = Details(sayings)
        self._make_tools()
        self._lay()
        self._listen()

    def _make_tools(self) -> None:
        shown: list[tuple[object, str]] = [
            ("applicant", tr("Applicants")), ("respondent", tr("Respondent")),
            ("finding", tr(VOICES["finding"])), ("both", tr("Side by side"))]
        self.voice = SegmentField("", shown, name="voice", required=True)
        self.voice.set_value("applicant")
        sights: list[tuple[object, str]] = [
            (APPLIES, tr("What applies")), (DISPUTED, tr("Disputed only")), (WHOLE, tr("Everything"))]
        self.in_sight = ChoiceField("", sights, name="in_sight", required=True, width=SIGHT_WIDTH)
        self.in_sight.set_value(APPLIES)
        self.in_sight.combo.setAccessibleName(tr("Elements in sight"))
        self.in_sight.combo.setToolTip(tr("Elements in sight"))
        self.bring_in = _tool("upload-simple", tr("Import a workbook (.xlsx) that was filled in; nothing is "
                                                  "kept if any row of it is wrong"))
        self.send_out = _tool("download-simple", tr("Export the grid as a workbook (.xlsx)"))

    def _lay(self) -> None:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, look().px(4), 0, 0)
        column.setSpacing(look().px(4))
        column.addLayout(self._tools())
        column.addWidget(self.grid, 1)
        self.grids = QSplitter(Qt.Orientation.Vertical)
        self.grids.addWidget(self.case_grid)
        self.grids.addWidget(below)
        self.grids.setStretchFactor(1, 1)
        self.grids.setChildrenCollapsible(False)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.grids)
        self.splitter.addWidget(self.details)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, look().px(8), 0, 0)
        whole.addWidget(self.splitter)
        self.grid.setMinimumHeight(_height(self.grid, LEAST_ROWS))
        rows = self.case_grid.verticalHeader()
        rows.setMaximumWidth(look().px(TITLES_WIDTH))
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)

    def _tools(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(look().px(12))
        books = QHBoxLayout()
        books.setSpacing(0)
        for press in (self.bring_in, self.send_out):
            books.addWidget(press)
        tools.addWidget(self.voice, 0, Qt.AlignmentFlag.AlignVCenter)
        tools.addWidget(self.in_sight, 0, Qt.AlignmentFlag.AlignVCenter)
        tools.addStretch(1)
        tools.addLayout(books)
        return tools

    def _listen(self) -> None:
        self.voice.committed.connect(lambda _voice: self._rebuild())
        self.in_sight.committed.connect(lambda _what: self._filter())
        self.worker_cells.edits.connect(
            lambda edits: self.sayings.say(from_workers(edits, self.voice_shown), self._looked))
        self.case_cells.edits.connect(lambda edits: self.sayings.say(from_case(edits), self._looked))
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._moved(self.grid))
        self.case_grid.selectionModel().currentChanged.connect(lambda *_: self._moved(self.case_grid))
        self.details.said.connect(lambda saying, version: self.sayings.say([saying], version))
        self.details.admits.connect(lambda place, voice: self.admitted.emit([place], voice))
        self.details.denies.connect(lambda place, voice: self.denied.emit([place], voice))
        self.sayings.settled.connect(self._mark)
        self.send_out.clicked.connect(self.export_wanted)
        self.bring_in.clicked.connect(self.import_wanted)
        self.keys = [self._key(ADMIT_KEY, self.admitted.emit), self._key(DENY_KEY, self.denied.emit)]

    def _key(self, key: str, tell: Callable[[list[Place], Voice], object]) -> QShortcut:
        made = QShortcut(QKeySequence(key), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(lambda: self._answer(tell))
        return made

    @property
    def shown(self) -> Shown:
        """Whose words the workers' grid shows."""
        chosen = self.voice.value()
        return "both" if chosen == "both" else next(name for name in SPOKEN if name == chosen)

    @property
    def voice_shown(self) -> Voice:
        """Whose words are typed there: the applicants' where both are shown."""
        shown = self.shown
        return "applicant" if shown == "both" else shown

    # -- room ------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the grids: where details do not fit beside them, they go beneath."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), self.grids.minimumSizeHint().width()), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Details beside the grids, or beneath where there is no room."""
        super().resizeEvent(event)
        beside = event.size().width() >= (self.grids.minimumSizeHint().width()
                                          + self.details.minimumSizeHint().width() + look().px(8))
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            self.details.setMinimumHeight(0 if beside else look().px(240))

    # -- showing -------------------------------------------------------------------------

    def show_sight(self, sight: Sight) -> None:
        """Show a sorting: only cells that may differ are made anew."""
        old, self.sight = self.sight, sight
        if QAbstractItemView.State.EditingState not in (self.case_grid.state(), self.grid.state()):
            self._looked = sight.case.version
        made_of = (tuple((worker.id, worker.name) for worker in sight.case.applicants), sight.outcome.sheet)
        if old is None or made_of != self._made_of:
            self._made_of = made_of
            self._asked = -1
            self._rebuild()
        else:
            self.worker_cells.set_cells(worker_cells(sight, self.shown, self.sayings, old))
            self.case_cells.set_cells(case_cells(sight, self.sayings))
            self._mark()
            self._filter()
        self._show_details()

    def _rebuild(self) -> None:
        if self.sight is None:
            return
        here = self.grid.currentIndex().row(), self.grid.currentIndex().column()
        sight = self.sight
        self.worker_cells.set_grid(rows_of_workers(sight), columns_of_elements(sight, self.shown),
                                   worker_cells(sight, self.shown, self.sayings, None))
        self.case_cells.set_grid(rows_of_elements(sight), columns_of_voices(),
                                 case_cells(sight, self.sayings))
        self._filter()
        if here >= (0, 0):
            self.grid.setCurrentIndex(self.worker_cells.index(*here))

    def _fit_case_grid(self, rows: int) -> None:
        """As high as its first rows; it can be drawn up to all of them. Away where there are none."""
        grid = self.case_grid
        grid.setVisible(bool(rows))
        grid.setMinimumHeight(_height(grid, 1))
        grid.setMaximumHeight(_height(grid, rows))
        first = _height(grid, min(rows, FIRST_ROWS))
        self.grids.setSizes([first, max(first, self.grids.height() - first)])

    def _mark(self) -> None:
        """Show what could not be saved, and again what was kept where that was let go of."""
        if self.sight is None:
            return
        keys, self._marked = self._marked | set(self.sayings.unsaved), set(self.sayings.unsaved)
        cells: dict[At, GridCell] = {}
        for name, worker, voice in keys:
            if worker is not None and voice == self.shown:
                cells[str(worker), name] = worker_cell(self.sight, name, worker, voice, self.sayings)
        if cells:
            self.worker_cells.set_cells(cells)
        if any(worker is None for _, worker, _ in keys):
            self.case_cells.set_cells(case_cells(self.sight, self.sayings))
        if keys:
            self._show_details()

    def _filter(self) -> None:
        """Show the elements that are wanted in sight: those that apply, the disputed ones, or all."""
        if self.sight is None:
            return
        wanted = self.in_sight.value()
        if wanted == DISPUTED:
            self.grid.show_only(_disputed)
        else:
            self._show_elements(None if wanted == WHOLE else _applying(self.sight))
        rows = [_wanted(wanted, self.sight.outcome.cells[element.id, None].state)
                for element in scoped(self.sight, Scope.CASE)]
        for at, shown in enumerate(rows):
            self.case_grid.setRowHidden(at, not shown)
        if sum(rows) != self._asked:
            self._asked = sum(rows)
            self._fit_case_grid(self._asked)

    def _show_elements(self, names: set[str] | None) -> None:
        """Every worker, and the columns of these elements; None shows all of them."""
        for row in range(len(self.worker_cells.rows)):
            if self.grid.isRowHidden(row):
                self.grid.setRowHidden(row, False)
        for at, column in enumerate(self.worker_cells.columns):
            hidden = names is not None and column.id not in names
            if self.grid.isColumnHidden(at) != hidden:
                self.grid.setColumnHidden(at, hidden)

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be typed, pasted, admitted or denied."""
        triggers = QAbstractItemView.EditTrigger
        typing = triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        for model, grid in ((self.case_cells, self.case_grid), (self.worker_cells, self.grid)):
            model.locked = read_only
            grid.setEditTriggers(triggers.NoEditTriggers if read_only else typing)
        for key in self.keys:
            key.setEnabled(not read_only)
        self.details.set_read_only(read_only)

    # -- the place the cursor is on --------------------------------------------------------

    def _moved(self, grid: Grid) -> None:
        place = self._place(grid)
        if place and self.sight:
            self.details.show_place(self.sight, place)

    def _place(self, grid: Grid) -> Place | None:
        index = grid.currentIndex()
        if not index.isValid():
            return None
        if grid is self.case_grid:
            return self.case_cells.rows[index.row()].id, None
        return self.worker_cells.columns[index.column()].id, UUID(self.worker_cells.rows[index.row()].id)

    def _show_details(self) -> None:
        if self.sight is None:
            return
        place = self.details.place or self._first()
        if place and self._stands(place):
            self.details.show_place(self.sight, place)

    def _first(self) -> Place | None:
        cells = self.sight.outcome.cells if self.sight else {}
        return next(iter(cells), None)

    def _stands(self, place: Place) -> bool:
        return self.sight is not None and place in self.sight.outcome.cells

    def go_to(self, element: str) -> None:
        """Put the cursor on an element: on the first worker who disputes it, or in the case's row."""
        if self.sight is None:
            return
        if (element, None) in self.sight.outcome.cells:
            row = [row.id for row in self.case_cells.rows].index(element)
            self._cursor(self.case_grid, row, CASE_COLUMNS.index("applicant"))
            return
        column = [column.id for column in self.worker_cells.columns].index(element)
        disputed = [str(worker) for issue in self.sight.outcome.issues if issue.element.id == element
                    for worker in issue.workers]
        rows = [at for at, row in enumerate(self.worker_cells.rows) if row.id in disputed]
        self._cursor(self.grid, rows[0] if rows else 0, column)

    @staticmethod
    def _cursor(grid: Grid, row: int, column: int) -> None:
        index = grid.model().index(row, column)
        grid.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        grid.scrollTo(index)
        grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- admitting and denying ---------------------------------------------------------------

    def _answer(self, tell: Callable[[list[Place], Voice], object]) -> None:
        """F8 and F9: for the cells that are selected, or the field in the details."""
        places, voice = self._selected()
        if places:
            tell(places, voice)

    def _selected(self) -> tuple[list[Place], Voice]:
        voice = self.details.voice_in_focus()
        if voice and self.details.place:
            return [self.details.place], _side(voice)
        if self.case_grid.hasFocus():
            rows = sorted({index.row() for index in self.case_grid.selectedIndexes()})
            column = self.case_cells.columns[self.case_grid.currentIndex().column()].id
            return [(self.case_cells.rows[row].id, None) for row in rows], _side(column)
        places = [(self.worker_cells.columns[index.column()].id, UUID(self.worker_cells.rows[index.row()].id))
                  for index in self.grid.selectedIndexes()]
        return list(places), _side(self.shown)


    def find_text(self, text: str) -> bool:
        """Go to the next cell, worker or element that holds the words, round and round."""
        hits = [(grid, row, column) for grid in (self.case_grid, self.grid) if not grid.isHidden()
                for row, column in _hits(grid, text.casefold())]
        if not hits:
            return False
        now = self.case_grid if self.details.place and self.details.place[1] is None else self.grid
        index = now.currentIndex()
        here = (now is self.grid, index.row(), index.column())
        later = [hit for hit in hits if (hit[0] is self.grid, *hit[1:]) > here]
        self._cursor(*(later or hits)[0])
        return True


def _hits(grid: Grid, wanted: str) -> Iterator[tuple[int, int]]:
    """The cells in sight that hold the words, in themselves or in the title of their row or column."""
    model = grid.model()
    assert isinstance(model, GridModel)
    rows = [at for at in range(len(model.rows)) if not grid.isRowHidden(at)]
    columns = [at for at in range(len(model.columns)) if not grid.isColumnHidden(at)]
    for row in rows:
        for column in columns:
            titles = (model.rows[row].title if column == columns[0] else "",
                      model.columns[column].title if row == rows[0] else "")
            words = (model.cell(model.index(row, column)).text, *titles)
            if any(wanted in text.casefold() for text in words):
                yield row, column


def _height(grid: Grid, rows: int) -> int:
    """How high a grid is that shows so many rows."""
    head = grid.horizontalHeader().sizeHint().height()
    frame = grid.horizontalScrollBar().sizeHint().height() + 4
    return head + rows * grid.verticalHeader().defaultSectionSize() + frame


def _tool(picture: str, words: str) -> QToolButton:
    made = QToolButton()
    made.setIcon(icon(picture))
    made.setIconSize(QSize(look().px(18), look().px(18)))
    made.setToolTip(words)
    made.setAccessibleName(words)
    return made


def _applying(sight: Sight) -> set[str]:
    """The elements that apply to some worker."""
    return {name for (name, worker), cell in sight.outcome.cells.items()
            if worker is not None and cell.state is not State.NOT_APPLICABLE}


def _wanted(what: object, state: State) -> bool:
    """Whether an element of the whole case belongs in sight."""
    if what == DISPUTED:
        return state is State.DISPUTED
    return what == WHOLE or state is not State.NOT_APPLICABLE


def _disputed(cell: GridCell) -> bool:
    return cell.state is not None and cell.state.meaning == "disputed"


def _side(name: str) -> Voice:
    """Who admits or denies: the applicants in their own column, everywhere else the respondent."""
    return "applicant" if name == "applicant" else "respondent"
