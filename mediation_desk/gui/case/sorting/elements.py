"""The first sub-page of sorting: the elements of the whole case, each worker's, and details beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.sorting.foreseeing import MOST_WORKERS
from mediation_desk.domain.sorting.statements import Place
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
    worker_cell,
    worker_cells,
)
from mediation_desk.gui.case.sorting.details import Details
from mediation_desk.gui.case.sorting.grids import ElementGrids
from mediation_desk.gui.case.sorting.sayings import Sayings
from mediation_desk.gui.case.sorting.sight import Key, Sight, answerable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.split import Split
from mediation_desk.gui.kit.tables.grid import GridCell
from mediation_desk.services.sorting.sorting import Voice

ADMIT_KEY, DENY_KEY = "F8", "F9"
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
        self.grids = ElementGrids()
        self.case_cells, self.worker_cells = self.grids.case_cells, self.grids.worker_cells
        self.case_grid, self.grid, self.tools = self.grids.case_grid, self.grids.worker_grid, self.grids.tools
        self.details = Details(sayings)
        self.voice, self.in_sight = self.tools.voice, self.tools.in_sight
        self.bring_in, self.send_out = self.tools.bring_in, self.tools.send_out
        self._lay()
        self._listen()

    def _lay(self) -> None:
        self.splitter = Split(Qt.Orientation.Horizontal, self._share_width, self)
        self.splitter.addWidget(self.grids)
        self.splitter.addWidget(self.details)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, look().px(8), 0, 0)
        whole.addWidget(self.splitter)

    def _listen(self) -> None:
        self.tools.speaker_chosen.connect(self._rebuild)
        self.tools.sight_chosen.connect(self._filter)
        self.grids.moved.connect(self._moved)
        self.worker_cells.edits.connect(lambda edits: self.sayings.say(
            from_workers(edits, self.tools.voice_shown, self.tools.speaker.party), self._looked))
        self.case_cells.edits.connect(lambda edits: self.sayings.say(from_case(edits), self._looked))
        self.details.said.connect(lambda saying, version: self.sayings.say([saying], version))
        self.details.admits.connect(lambda place, *who: self.admitted.emit([place], *who))
        self.details.denies.connect(lambda place, *who: self.denied.emit([place], *who))
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
        self.grids.share_room()

    # -- showing -------------------------------------------------------------------------

    def show_sight(self, sight: Sight) -> None:
        """Show a sorting: only cells that may differ are made anew."""
        old, self.sight = self.sight, sight
        if not self.grids.is_typed_in:
            self._looked = sight.case.version
        same = old is not None and sight.case.parties_all is old.case.parties_all
        people = self._made_of[:1] if same else (
            tuple((party.id, party.name) for party in sight.case.parties),)
        made_of = (*people, sight.outcome.sheet, bool(differing(sight)))
        self.tools.show_respondents(sight.respondents)
        if old is None or made_of != self._made_of:
            self._made_of = made_of
            self.grids.forget_room()
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
        if self.sight is not None:
            self.grids.show_wanted(self.sight)

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be typed, pasted, admitted or denied."""
        self.grids.set_read_only(read_only)
        for key in self.keys:
            key.setEnabled(not read_only)
        self.details.set_read_only(read_only)

    # -- the place the cursor is on --------------------------------------------------------

    def _moved(self, place: Place) -> None:
        if self.sight:
            self.details.show_place(self.sight, place)

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
        if self.sight is not None:
            self.grids.go_to(element, self.sight)

    def find_text(self, text: str) -> bool:
        """Go to the next cell, worker or element that holds the words, round and round."""
        place = self.details.place
        return self.grids.find_text(text, in_case=place is not None and place[1] is None)

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
        places, voice, party = self.grids.selected()
        return places, _side(voice), party


def _side(name: str) -> Voice:
    """Who admits or denies: the applicants in their own column, everywhere else the respondent."""
    return "applicant" if name == "applicant" else "respondent"
