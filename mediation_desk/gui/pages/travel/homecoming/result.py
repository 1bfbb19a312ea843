"""What came home, what waits and why; the receipt, and the way back for each case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence
from mediation_desk.gui.pages.travel.homecoming.words import counted
from mediation_desk.services.travel.receipts import Kept, Receipt


@dataclass(frozen=True)
class _Line:
    label: str
    state: State
    words: str
    case_id: UUID | None = None  # of a case that came home


class ResultView(QWidget):
    """``receipt_wanted()``, ``look_wanted()`` (into the same bag again), ``back_wanted(case_id, label)``
    (take its homecoming back), ``case_wanted(case_id)``, ``left()``."""

    receipt_wanted = Signal()
    look_wanted = Signal()
    back_wanted = Signal(object, str)
    case_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self.title, self.words = label("", "strong", wrap=True), label("", wrap=True)
        self.model = RowsModel(_columns())
        self.table = Table(self.model, name=tr("What came home"))
        self.table.set_empty(tr("Nothing came home"), tr("All that the bag has was home already."))
        self.receipt = button(tr("Receipt"), "primary", picture="printer")
        self.again = button(tr("Decide what waits"), picture="arrow-counter-clockwise")
        self.open = button(tr("Open the case"), picture="folder-open")
        self.back = button(tr("Take this homecoming back"), picture="arrow-u-up-left")
        self.done = button(tr("Put the bag away"))
        self._lay()
        self._listen()

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(row_of(self.receipt, self.again, self.done, gap=12))
        column.addWidget(self.table, 1)
        column.addLayout(row_of(self.open, self.back, gap=12))

    def _listen(self) -> None:
        self.receipt.clicked.connect(self.receipt_wanted)
        self.again.clicked.connect(self.look_wanted)
        self.done.clicked.connect(self.left)
        self.open.clicked.connect(self._open)
        self.back.clicked.connect(self._back)
        self.table.opened.connect(lambda _line: self._open())
        self.table.chosen.connect(self._chosen)

    def show_receipt(self, receipt: Receipt) -> None:
        """Show what became of the bag; the work goes on with what waits, else with the receipt."""
        self._lines = list(_lines(receipt))
        waiting = len(receipt.waiting)
        self.title.setText(tr_count("{count} case came home.", "{count} cases came home.", len(receipt.kept)))
        self.words.setText(tr_count(
            "{count} case waits. Nothing of it was changed; the same bag brings it later.",
            "{count} cases wait. Nothing of them was changed; the same bag brings them later.", waiting)
            if waiting else tr("The bag is home."))
        self.again.setVisible(bool(waiting))
        self.model.set_rows(self._lines)
        self.table.choose_row(0)
        self._chosen(self.table.current_row())
        (self.again if waiting else self.receipt).setFocus(Qt.FocusReason.OtherFocusReason)

    def took_back(self, case_id: UUID) -> None:
        """A homecoming was taken back: the case stands as it did before."""
        state = State(tr("Taken back"), "muted")
        words = tr("It stands as it did before; the same bag may bring it home again.")
        self._lines = [_Line(one.label, state, words) if one.case_id == case_id else one
                       for one in self._lines]
        here = self.table.currentIndex().row()
        self.model.set_rows(self._lines)
        self.table.choose_row(here)
        self.again.show()

    def _chosen(self, line: _Line | None) -> None:
        came = line is not None and line.case_id is not None
        self.open.setEnabled(came)
        self.back.setEnabled(came)

    def _open(self) -> None:
        line = self.table.current_row()
        if line is not None and line.case_id is not None:
            self.case_wanted.emit(line.case_id)

    def _back(self) -> None:
        line = self.table.current_row()
        if line is not None and line.case_id is not None:
            self.back_wanted.emit(line.case_id, line.label)


def _lines(receipt: Receipt) -> Iterator[_Line]:
    for kept in receipt.kept:
        yield _Line(kept.label, State(tr("Home"), "agreed", "house-line"), _came(kept), kept.case_id)
    for number, why in receipt.waiting:
        yield _Line(number, State(tr("Waits"), "disputed"), tr_sentence(why))


def _came(kept: Kept) -> str:
    said = [counted(kept.brings)] if kept.brings else []
    if kept.decisions:
        said.append(tr_count("{count} decision", "{count} decisions", len(kept.decisions)))
    return tr("; ").join((*said, *map(tr_sentence, kept.moved)))


def _columns() -> list[Column]:
    return [Column("case", tr("Case"), lambda line: line.label, width=24),
            Column("state", tr("State"), lambda line: line.state, Kind.STATE, width=14),
            Column("words", tr("What became of it"), lambda line: line.words, stretch=True)]
