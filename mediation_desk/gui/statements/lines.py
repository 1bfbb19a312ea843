"""The lines of a statement, and what each may have paid: ticked one by one, or the sure ones together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.payments.statements.lines import Unread
from mediation_desk.domain.payments.statements.matching import MOST, Candidate
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.seeking import choose_where
from mediation_desk.gui.kit.tables.table import RowsModel, Table
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.statements import rows as shown
from mediation_desk.gui.statements.rows import ShownLine
from mediation_desk.services.payments.statements.booking import Confirmed
from mediation_desk.services.payments.statements.matching import Matched

CANDIDATES_HIGH, LINES_HIGH = 170, 260  # px at 100 %


class LinesPart(QWidget):
    """``changed`` when something was ticked or unticked."""

    changed = Signal()

    def __init__(self, name: Callable[[UUID], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(shown.columns(name))
        self.table = Table(self.rows, name=tr("Lines of the statement"))
        self.candidate_rows = RowsModel(shown.candidate_columns(name))
        self.candidates = Table(self.candidate_rows, name=tr("What this line may have paid"))
        self.tick = button(tr("Tick or untick"), picture="check-square")
        self.tick_sure = button(tr("Tick all sure matches"))
        self.take = button(tr("Take this one"), picture="check")
        self.more = label(tr("The {count} likeliest are shown. If none of them is right, book the line in "
                             "its case by hand.", count=MOST), "small", wrap=True)
        self._lay()
        self.table.chosen.connect(lambda _line: self._show_candidates())
        self.table.opened.connect(lambda _line: self.toggle())
        self.tick.clicked.connect(self.toggle)
        self.tick_sure.clicked.connect(self.tick_all_sure)
        self.candidates.opened.connect(lambda _one: self.take_chosen())
        self.take.clicked.connect(self.take_chosen)
        QShortcut(QKeySequence(Qt.Key.Key_Space), self.table, self.toggle,
                  context=Qt.ShortcutContext.WidgetShortcut)
        self._follow()

    def _lay(self) -> None:
        acts, below = QHBoxLayout(), QHBoxLayout()
        for one in (self.tick, self.tick_sure):
            acts.addWidget(one)
        acts.addStretch(1)
        below.addWidget(label(self.candidates.accessibleName(), "group"), 1)
        below.addWidget(self.take)
        self.table.setMinimumHeight(look().px(LINES_HIGH))
        self.candidates.setFixedHeight(look().px(CANDIDATES_HIGH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.table, 1)
        column.addLayout(acts)
        column.addLayout(below)
        column.addWidget(self.candidates)
        column.addWidget(self.more)

    # -- showing -------------------------------------------------------------------------

    def show_lines(self, matched: Sequence[Matched], unread: Sequence[Unread],
                   refused: Mapping[int, DeskError]) -> None:
        """Show these, nothing ticked; ``refused``: why rows were not booked just now."""
        lines = shown.shown(matched, unread)
        for line in lines:
            line.refused = refused.get(line.row)
        self.rows.set_rows(lines)
        if lines:
            self.table.choose_row(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow()

    def lines(self) -> list[ShownLine]:
        """All of them, as they are listed."""
        known = (self.rows.row(at) for at in range(self.rows.rowCount()))
        return [line for line in known if isinstance(line, ShownLine)]

    def confirmed(self) -> list[Confirmed]:
        """What is ticked, each as what it shall be booked."""
        return [Confirmed(line.matched.line, line.choice.case_id, line.choice.worker_id,
                          line.choice.payer_id)
                for line in self.lines() if line.ticked and line.matched and line.choice]

    def _show_candidates(self) -> None:
        line = self.table.current_row()
        there = line.matched.candidates if isinstance(line, ShownLine) and line.matched else ()
        self._say_why_none(line if isinstance(line, ShownLine) else None)
        self.candidate_rows.set_rows(there)
        if isinstance(line, ShownLine):
            choose_where(self.candidates, lambda one: one == line.choice)
        self.more.setVisible(len(there) >= MOST)
        self.take.setEnabled(bool(there))
        self.tick.setEnabled(isinstance(line, ShownLine) and line.can_be_booked)

    def _say_why_none(self, line: ShownLine | None) -> None:
        """In the place of candidates: where the line is booked, why it was not read, or that nothing fits."""
        said = shown.state(line).text if line else tr("Matches nothing")
        why = shown.why(line) or shown.booked_as(line) if line and not line.can_be_booked else ""
        self.candidates.set_empty(said, why or tr(
            "Nothing that is owed fits this line. Book it in its case by hand if it belongs there."),
            picture="question")

    def _follow(self) -> None:
        if self.rows.rowCount():
            self.rows.dataChanged.emit(self.rows.index(0, 0), self.rows.index(
                self.rows.rowCount() - 1, self.rows.columnCount() - 1))
        self.tick_sure.setEnabled(any(line.sure and not line.ticked for line in self.lines()))
        self._show_candidates()
        self.changed.emit()

    # -- doing ---------------------------------------------------------------------------

    def toggle(self) -> None:
        """Tick the line, or untick it."""
        line = self.table.current_row()
        if isinstance(line, ShownLine) and line.can_be_booked:
            line.ticked = not line.ticked
            self._follow()

    def tick_all_sure(self) -> None:
        """Tick what one case alone answers strongly."""
        for line in self.lines():
            line.ticked = line.ticked or line.sure
        self._follow()

    def take_chosen(self) -> None:
        """The chosen candidate is what the line paid: that ticks it."""
        line, chosen = self.table.current_row(), self.candidates.current_row()
        if isinstance(line, ShownLine) and isinstance(chosen, Candidate):
            line.choice, line.ticked = chosen, True
            self._follow()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
