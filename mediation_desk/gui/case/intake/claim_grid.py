"""Intake: who asks for what, and how much: workers down, claims across, a tick and an amount in each cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.domain.case import Case
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import Claim
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.laid import on_button
from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.elided import Elided
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.grid import Grid, GridCell, GridColumn, GridModel, GridRow
from mediation_desk.gui.kit.tables.grid_model import CELL_ROLE, Index
from mediation_desk.gui.kit.words import tr, tr_count, tr_error, tr_sentence, words
from mediation_desk.services import editing
from mediation_desk.services.intake import registering
from mediation_desk.services.sorting import sorting

ALL, TOTAL = "all", "total"
SHOWN_ROWS = 12
Place = tuple[str, str]  # worker and claim
Asked = dict[Place, Claim]


class _Cells(QStyledItemDelegate):
    """A box, ticked where the worker asks for it, and the amount at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, here, rect = index.data(CELL_ROLE), look(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, here.soft("accent"))
        if cell.state is not None:
            self._box(painter, box(rect), cell.state)
        painter.setPen(here.colour("overdue" if cell.trouble else "ink"))
        painter.setFont(here.font(bold=cell.read_only and bool(cell.text)))
        painter.drawText(rect.adjusted(0, 0, -here.px(8), 0),
                         int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), cell.text)
        if cell.trouble or option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(here.colour("overdue" if cell.trouble else "accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    @staticmethod
    def _box(painter: QPainter, spot: QRect, state: State) -> None:
        here = look()
        ticked, some = state.meaning == "accent", state.meaning == "missing"
        painter.save()
        painter.setPen(here.colour("accent" if ticked or some else "edge"))
        painter.setBrush(here.colour("accent" if ticked else "raised"))
        painter.drawRoundedRect(spot, 3, 3)
        if ticked or some:
            icons.draw(painter, "check-bold" if ticked else "minus-bold", spot.adjusted(2, 2, -1, -1),
                       "on_accent" if ticked else "accent")
        painter.restore()


def box(rect: QRect) -> QRect:
    """Where the tick of a cell is."""
    size = look().px(16)
    return QRect(rect.left() + look().px(8), rect.center().y() - size // 2 + 1, size, size)


class ClaimGrid(Grid):
    """The grid itself: Space or a click on the box ticks; typing, pasting, Delete go to the amount."""

    def __init__(self, model: GridModel, toggle: Callable[[list[tuple[int, int]]], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(model, name=tr("Claims by worker"), parent=parent)
        self._toggle = toggle
        self.setItemDelegate(_Cells(self))
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks or unticks the selected cells."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._tick()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks or unticks."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            edge = look().px(6)
            reach = box(self.visualRect(index)).adjusted(-edge, -edge, edge, edge)
            if reach.contains(event.position().toPoint()):
                self._tick()

    def _tick(self) -> None:
        indexes = self.selectedIndexes() or [self.currentIndex()]
        self._toggle([(index.row(), index.column()) for index in indexes])


class ClaimMatrix(QWidget):
    """The grid with its sums, and the list of claims that can be added."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.names = {name: tr_sentence(sentence) for name, sentence in sorting.claim_names().items()}
        self._asked: Asked = {}
        self._wrong: dict[Place, tuple[str, str]] = {}  # typed texts that are no amounts, and why
        self._columns: list[str] = []
        self._made_of: tuple[object, ...] = ()
        self._read_only = False
        self.model = GridModel(self)
        self.grid = ClaimGrid(self.model, self._toggle)
        self.more = button(tr("Add a claim"), picture="plus")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.sum = label("", "figure")
        self.unread = Elided("trouble")
        self.empty = label("", "muted", wrap=True)
        self._lay()
        self.model.edits.connect(self._typed)

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.more)
        top.addWidget(self.unread, 1)
        top.addWidget(label(tr("Asked for in all"), "muted"))
        top.addWidget(self.sum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("Claims"), "group"))
        column.addLayout(top)
        column.addWidget(self.empty)
        column.addWidget(self.grid)

    # -- showing -------------------------------------------------------------------------

    def show_case(self, case: Case) -> None:
        """Show the claims as they stand."""
        known, self._made_of = self._made_of, (case.claims_all, case.parties_all)
        if all(one is other for one, other in zip(known, self._made_of, strict=False)) and known:
            return  # the same rows as before: another part of the case was saved
        self._asked = {(str(claim.worker_id), claim.claim): claim for claim in case.claims}
        used = {claim for _, claim in self._asked}
        self._columns = [name for name in self.names if name in used]
        rows = [GridRow(ALL, tr("All"))] * (len(case.applicants) > 1)
        rows += [GridRow(str(worker), name or tr("(no name yet)"))
                 for worker, name in told_apart(case.applicants).items()]
        columns = [GridColumn(name, self.names[name], right=True, width=_width(self.names[name]))
                   for name in self._columns]
        columns.append(GridColumn(TOTAL, tr("Total (yuan)"), right=True, width=14, read_only=True))
        shown = {row.id for row in rows}
        self._wrong = {place: typed for place, typed in self._wrong.items()
                       if place[0] in shown and place[1] in self._columns}
        self.model.set_grid(rows, columns, self._sums(case), source=self._worker_cell)
        self._say_wrong()
        self.sum.setText(words().money(self._sum()))
        self._fill_menu(case)
        self._fit(case)

    def _sums(self, case: Case) -> dict[tuple[str, str], GridCell]:
        """The row of all; the workers' own cells are made as they come into sight."""
        return {(ALL, TOTAL): GridCell(str(self._sum()), read_only=True),
                **{(ALL, name): self._all_cell(case, name) for name in self._columns}}

    def _worker_cell(self, worker: str, name: str) -> GridCell:
        if name != TOTAL:
            return self._cell((worker, name))
        own = (self._asked.get((worker, one)) for one in self._columns)
        return GridCell(str(total(claim.asked or ZERO for claim in own if claim)), read_only=True)

    def _sum(self, name: str = "") -> Money:
        """What is asked for under one claim, or in all."""
        return total(claim.asked or ZERO for (_who, what), claim in self._asked.items() if name in ("", what))

    def _cell(self, place: Place) -> GridCell:
        """A worker's amount as it is asked; what was typed last where that cannot be read."""
        claim = self._asked.get(place)
        state = State(tr("claimed"), "accent") if claim else State(tr("not claimed"), "muted")
        kept = str(claim.asked) if claim and claim.asked is not None else ""
        text, trouble = self._wrong.get(place, (kept, ""))
        return GridCell(text, state, trouble, read_only=self._read_only)

    def _all_cell(self, case: Case, name: str) -> GridCell:
        asked = [claim for (_, one), claim in self._asked.items() if one == name]
        everybody = len(asked) == len(case.applicants)
        state = State(tr("claimed by all"), "accent") if everybody else State(
            tr("claimed by {count}", count=len(asked)), "missing" if asked else "muted")
        amount = self._sum(name)
        return GridCell(str(amount) if amount else "", state, read_only=True)

    def _fit(self, case: Case) -> None:
        anything = bool(case.applicants and self._columns)
        self.grid.setVisible(anything)
        self.more.setVisible(bool(case.applicants))
        self.empty.setVisible(not anything)
        self.empty.setText(tr("Add a claim; it is ticked for every worker, and can be unticked for some.")
                           if case.applicants else tr("Enter the applicants first; their claims stand here."))
        rows = min(SHOWN_ROWS, self.model.rowCount())
        header = self.grid.horizontalHeader().sizeHint().height()
        self.grid.setFixedHeight(header + rows * self.grid.verticalHeader().defaultSectionSize()
                                 + look().px(18))

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed."""
        self.more.setEnabled(not read_only)
        if read_only != self._read_only:
            self._read_only = read_only
            self.model.renew()

    def _fill_menu(self, case: Case) -> None:
        self.menu.clear()
        for name, title in self.names.items():
            if name not in self._columns:
                self.menu.addAction(on_button(title), partial(self.add_claim, name))
        self.more.setEnabled(bool(case.applicants) and not self._read_only)

    # -- changing ------------------------------------------------------------------------

    def add_claim(self, name: str) -> None:
        """Every applicant asks for it; single ones can be unticked."""
        if self.bench.view is not None:
            self._set({(str(worker.id), name): True for worker in self.bench.view.case.applicants})

    def _toggle(self, places: list[tuple[int, int]]) -> None:
        """Tick or untick; a cell of the first row stands for everybody's."""
        if self._read_only:
            return
        wanted: dict[tuple[str, str], bool] = {}
        for row, column in places:
            worker, claim = self.model.rows[row].id, self.model.columns[column].id
            if claim == TOTAL:
                continue
            workers = [one.id for one in self.model.rows if one.id != ALL] if worker == ALL else [worker]
            tick = any((one, claim) not in self._asked for one in workers)
            wanted |= {(one, claim): tick for one in workers}
        self._set(wanted)

    def _set(self, wanted: Mapping[tuple[str, str], bool]) -> None:
        claims = self._claims_with(wanted)
        if claims:
            self.bench.run(registering.set_claims, claims, near=self)

    def _claims_with(self, wanted: Mapping[tuple[str, str], bool]) -> dict[UUID, list[str]]:
        """All claims of the workers concerned, once the wish is granted."""
        workers = {worker for worker, _ in wanted}
        return {UUID(worker): [name for name in self.names
                               if wanted.get((worker, name), (worker, name) in self._asked)]
                for worker in workers}

    def _typed(self, edits: list[tuple[str, str, str]]) -> None:
        """Take what can be read; what cannot stays in its cell, marked, until it is mended or emptied."""
        self._made_of = ()  # what was typed stands in the grid until the case is read anew
        amounts: dict[tuple[UUID, str], Money] = {}
        emptied: list[Place] = []
        for worker, claim, text in edits:
            self._wrong.pop((worker, claim), None)
            try:
                if text:
                    amounts[UUID(worker), claim] = Money.payable(text)
                else:
                    emptied.append((worker, claim))
            except DeskError as error:
                self._wrong[worker, claim] = (text, tr_error(error))
        self.model.set_cells({place: self._cell(place) for place in self._wrong})
        self._say_wrong()
        self._empty_cells(emptied)
        self._ask(amounts)

    def _say_wrong(self) -> None:
        """Beside the sum: what is not in it, and why."""
        titles = {row.id: row.title for row in self.model.rows}
        said = [tr("{worker}, {claim}: {reason}", worker=titles[worker], claim=self.names[claim],
                   reason=reason)
                for (worker, claim), (_, reason) in self._wrong.items() if worker in titles]
        self.unread.setText(tr_count("{count} amount is not counted. {first}",
                                     "{count} amounts are not counted. {first}", len(said),
                                     first=said[0]) if said else "")

    def _ask(self, amounts: Mapping[tuple[UUID, str], Money]) -> None:
        """Put amounts to claims, ticking those that are not claimed yet."""
        fresh = {(str(worker), claim): True for worker, claim in amounts
                 if (str(worker), claim) not in self._asked}
        self._set(fresh)
        if amounts:
            self.bench.run(registering.ask_amounts, amounts, near=self)

    def _empty_cells(self, cells: list[tuple[str, str]]) -> None:
        """An emptied amount goes; the claim stays until it is unticked."""
        claims = [self._asked[cell] for cell in cells if cell in self._asked]
        edits = [editing.Edit("claim", claim.id, "asked", claim.asked, None)
                 for claim in claims if claim.asked is not None]
        if edits:
            self.bench.run(editing.save, edits, near=self)


def _width(title: str) -> int:
    """Room for the title, within reason; a Chinese character counts two."""
    letters = sum(2 if ord(sign) > 0x2E7F else 1 for sign in title)
    return max(16, min(30, letters))
