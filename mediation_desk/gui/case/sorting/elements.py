"""The first sub-page of sorting: the elements of the whole case, each worker's, and details beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.domain.sorting.elements import Scope
from mediation_desk.domain.sorting.foreseeing import MOST_WORKERS
from mediation_desk.domain.sorting.statements import Place, State
from mediation_desk.domain.text.findable import looking_for
from mediation_desk.gui.case.sorting.cells import (
    At,
    case_cells,
    changed_workers,
    columns_of_elements,
    columns_of_voices,
    differing,
    from_case,
    from_workers,
    rows_of_elements,
    rows_of_workers,
    scoped,
    speaker_of,
    worker_cell,
    worker_cells,
)
from mediation_desk.gui.case.sorting.details import Details
from mediation_desk.gui.case.sorting.sayings import Sayings
from mediation_desk.gui.case.sorting.sight import Key, Sight, answerable
from mediation_desk.gui.case.sorting.tools import DISPUTED, WHOLE, GridTools
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.split import Split
from mediation_desk.gui.kit.tables.grid import Grid, GridCell, GridModel
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.sorting.sorting import Voice

ADMIT_KEY, DENY_KEY = "F8", "F9"
TITLES_WIDTH = 176  # of the elements' names at the left
FIRST_ROWS = 5  # of the whole case, before workers
WORKERS_IN_SIGHT, LEAST_ROWS = 8, 4  # of the workers: where there is room, and always
Tell = Callable[[list[Place], Voice, UUID | None], object]


class Elements(QWidget):
    """``admitted(places, voice, party)`` and ``denied(places, voice, party)`` on the keys and buttons (the
    party None where a whole side speaks), ``unanswered()`` where there is nothing to admit or deny yet;
    ``export_wanted()`` and ``import_wanted()`` for the workbook; sayings go through ``sayings``."""

    admitted = Signal(list, str, object)
    denied = Signal(list, str, object)
    unanswered = Signal()
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, sayings: Sayings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sayings = sayings
        self.sight: Sight | None = None
        self._marked: set[Key] = set()
        self._made_of: tuple[object, ...] = ()
        self._looked = 0  # the version of the case that the grids show
        self._drawn = False  # whether a person has drawn the line between the two grids
        self._asked = -1  # how many elements of the whole case are in sight
        self.case_cells, self.worker_cells = GridModel(self), GridModel(self)
        self.case_grid = Grid(self.case_cells, name=tr("Elements of the whole case"))
        self.grid = Grid(self.worker_cells, name=tr("Elements of each worker"))
        self.grid.allow_freezing()
        self.details = Details(sayings)
        self.tools = GridTools()
        self.voice, self.in_sight = self.tools.voice, self.tools.in_sight
        self.bring_in, self.send_out = self.tools.bring_in, self.tools.send_out
        self._lay()
        self._listen()

    def _lay(self) -> None:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, look().px(4), 0, 0)
        column.setSpacing(look().px(4))
        column.addWidget(self.tools)
        column.addWidget(self.grid, 1)
        self.grids = QSplitter(Qt.Orientation.Vertical)
        self.grids.addWidget(self.case_grid)
        self.grids.addWidget(below)
        self.grids.setStretchFactor(1, 1)
        self.grids.setChildrenCollapsible(False)
        self.splitter = Split(Qt.Orientation.Horizontal, self._share_width, self)
        self.splitter.addWidget(self.grids)
        self.splitter.addWidget(self.details)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, look().px(8), 0, 0)
        whole.addWidget(self.splitter)
        self.grid.setMinimumHeight(_height(self.grid, LEAST_ROWS))
        self.case_grid.horizontalHeader().setStretchLastSection(True)
        rows = self.case_grid.verticalHeader()
        rows.setMaximumWidth(look().px(TITLES_WIDTH))
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)

    def _listen(self) -> None:
        self.tools.speaker_chosen.connect(self._rebuild)
        self.tools.sight_chosen.connect(self._filter)
        self.worker_cells.edits.connect(lambda edits: self.sayings.say(
            from_workers(edits, self.tools.voice_shown, self.tools.speaker.party), self._looked))
        self.case_cells.edits.connect(lambda edits: self.sayings.say(from_case(edits), self._looked))
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._moved(self.grid))
        self.case_grid.selectionModel().currentChanged.connect(lambda *_: self._moved(self.case_grid))
        self.details.said.connect(lambda saying, version: self.sayings.say([saying], version))
        self.details.admits.connect(lambda place, *who: self.admitted.emit([place], *who))
        self.details.denies.connect(lambda place, *who: self.denied.emit([place], *who))
        self.grids.splitterMoved.connect(lambda *_: setattr(self, "_drawn", True))
        self.sayings.settled.connect(self._mark)
        self.send_out.clicked.connect(self.export_wanted)
        self.bring_in.clicked.connect(self.import_wanted)
        self.keys = [self._key(ADMIT_KEY, self.admitted.emit), self._key(DENY_KEY, self.denied.emit)]

    def _key(self, key: str, tell: Tell) -> QShortcut:
        made = QShortcut(QKeySequence(key), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(lambda: self._answer(tell))
        return made

    # -- room ------------------------------------------------------------------------------

    def _share_width(self, length: int) -> Sequence[int]:
        """Beside the grids, details take no more than they need; beneath them, their least."""
        beside = self.splitter.orientation() is Qt.Orientation.Horizontal
        needed = self.details.minimumSizeHint()
        least = needed.width() if beside else max(needed.height(), self.details.minimumHeight())
        return [max(1, length - least), least]

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
        if self._asked >= 0:
            self._share_room()

    # -- showing -------------------------------------------------------------------------

    def show_sight(self, sight: Sight) -> None:
        """Show a sorting: only cells that may differ are made anew."""
        old, self.sight = self.sight, sight
        if QAbstractItemView.State.EditingState not in (self.case_grid.state(), self.grid.state()):
            self._looked = sight.case.version
        same = old is not None and sight.case.parties_all is old.case.parties_all
        people = self._made_of[:1] if same else (
            tuple((party.id, party.name) for party in sight.case.parties),)
        made_of = (*people, sight.outcome.sheet, bool(differing(sight)))
        self.tools.show_respondents(sight.respondents)
        if old is None or made_of != self._made_of:
            self._made_of = made_of
            self._asked = -1
            self._rebuild()
        else:
            self._show_changes(sight, changed_workers(sight, old))
            self.case_cells.set_cells(case_cells(sight, self.sayings))
            self._mark()
            self._filter()
        self._show_details()

    def _show_changes(self, sight: Sight, workers: list[UUID]) -> None:
        """A few workers' cells are made anew at once, those of many as they come into sight."""
        if len(workers) > MOST_WORKERS:
            self.worker_cells.renew()
        else:
            self.worker_cells.set_cells(worker_cells(sight, self.tools.speaker, self.sayings, workers))

    def _worker_cell(self, worker: str, element: str) -> GridCell:
        assert self.sight is not None  # there are no rows before
        return worker_cell(self.sight, element, UUID(worker), self.tools.speaker, self.sayings)

    def _rebuild(self) -> None:
        if self.sight is None:
            return
        here = self.grid.currentIndex().row(), self.grid.currentIndex().column()
        sight = self.sight
        self.worker_cells.set_grid(rows_of_workers(sight), columns_of_elements(
            sight, self.tools.speaker.shown), {}, source=self._worker_cell)
        self.case_cells.set_grid(rows_of_elements(sight), columns_of_voices(sight),
                                 case_cells(sight, self.sayings))
        self._filter()
        if here >= (0, 0):
            self.grid.setCurrentIndex(self.worker_cells.index(*here))
        for grid in (self.case_grid, self.grid):  # the keyboard was here before there were any cells
            if grid.hasFocus():
                grid.begin()

    def _share_room(self) -> None:
        """All elements of the whole case in sight, and eight workers beneath; where there is no room for
        both, fewer workers. Once a person has drawn the line between them, it stays."""
        rows, grid, whole = self._asked, self.case_grid, self.grids.height()
        grid.setVisible(rows > 0)
        grid.setMinimumHeight(_height(grid, 1))
        grid.setMaximumHeight(_height(grid, max(rows, 1)))
        if self._drawn or rows <= 0:
            return
        below = self.tools.sizeHint().height() + look().px(8)
        workers = len(self.worker_cells.rows)
        room = whole - below - _height(self.grid, min(workers, WORKERS_IN_SIGHT))
        least = whole - below - _height(self.grid, min(workers, LEAST_ROWS))
        wanted = max(_height(grid, min(rows, FIRST_ROWS)), min(room, _height(grid, rows)))
        self.grids.setSizes([wanted := max(_height(grid, 1), min(wanted, least)), max(1, whole - wanted)])

    def _mark(self) -> None:
        """Show what could not be saved, and again what was kept where that was let go of."""
        if self.sight is None:
            return
        keys, self._marked = self._marked | set(self.sayings.unsaved), set(self.sayings.unsaved)
        cells: dict[At, GridCell] = {}
        speaker = self.tools.speaker
        for name, worker, voice, party in keys:
            if worker is not None and voice == speaker.shown and party == speaker.party:
                cells[str(worker), name] = worker_cell(self.sight, name, worker, speaker, self.sayings)
        if cells:
            self.worker_cells.set_cells(cells)
        if any(key[1] is None for key in keys):
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
            self._share_room()

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
            self._cursor(self.case_grid, row, 0)
            return
        column = [column.id for column in self.worker_cells.columns].index(element)
        disputed = [str(worker) for issue in self.sight.outcome.issues if issue.element.id == element
                    for worker in issue.workers]
        rows = [at for at, row in enumerate(self.worker_cells.rows) if row.id in disputed]
        self._cursor(self.grid, rows[0] if rows else 0, column)

    def _cursor(self, grid: Grid, row: int, column: int) -> None:
        index = grid.model().index(row, column)
        grid.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        grid.scrollTo(index)
        grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._moved(grid)  # the cursor may have stood there already, while the details showed another place

    # -- admitting and denying ---------------------------------------------------------------

    def _answer(self, tell: Tell) -> None:
        """F8 and F9: for the cells that are selected, or the field in the details, as far as the other
        side has said something there."""
        places, voice, party = self._selected()
        sight = self.sight
        open_ = [place for place in places
                 if sight and answerable(sight.outcome.cell(*place).word, voice)]
        if open_:
            tell(open_, voice, party)
        elif places:
            self.unanswered.emit()

    def _selected(self) -> tuple[list[Place], Voice, UUID | None]:
        speaks = self.details.speaker_in_focus()
        if speaks and self.details.place:
            return [self.details.place], _side(speaks[0]), speaks[1]
        if self.case_grid.hasFocus():
            rows = sorted({index.row() for index in self.case_grid.selectedIndexes()})
            voice, party = speaker_of(self.case_cells.columns[self.case_grid.currentIndex().column()].id)
            return [(self.case_cells.rows[row].id, None) for row in rows], _side(voice), party
        places = [(self.worker_cells.columns[index.column()].id, UUID(self.worker_cells.rows[index.row()].id))
                  for index in self.grid.selectedIndexes()]
        speaker = self.tools.speaker
        return list(places), _side(speaker.shown), speaker.party

    def find_text(self, text: str) -> bool:
        """Go to the next cell, worker or element that holds the words, round and round."""
        hits = [(grid, row, column) for grid in (self.case_grid, self.grid) if not grid.isHidden()
                for row, column in _hits(grid, text)]
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


def _side(name: str) -> Voice:
    """Who admits or denies: the applicants in their own column, everywhere else the respondent."""
    return "applicant" if name == "applicant" else "respondent"
