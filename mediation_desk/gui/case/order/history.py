"""What was done to an order, the latest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.intake.orders import OrderStep
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import ROW_HEIGHT, Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.order_words import PICTURES, moment_words

MOST = 6  # rows in sight at once


class History(QWidget):
    """``removal_wanted(OrderStep)`` when a step is to be taken out."""

    removal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may = False
        self.model = RowsModel([
            Column("at", tr("When"), lambda step: moment_words(step.at), width=17, whole=True),
            Column("kind", tr("Step"), lambda step: State(tr(step.kind.label), "accent", PICTURES[step.kind]),
                   Kind.STATE, width=26),
            Column("reason", tr("Reason"), _reason, stretch=True),
            Column("by", tr("Who did it"), lambda step: step.by, width=12, yields=1)])
        self.table = Table(self.model, name=tr("What was done to the order"))
        self.nothing = label(tr("Nothing was done yet: sign the order in first."), "muted")
        self.remove = button(tr("Take the step out"), "quiet", picture="trash")
        self.remove.hide()
        self.remove.clicked.connect(self._remove)
        self.table.chosen.connect(lambda row: self.remove.setVisible(row is not None and self._may))
        head = QHBoxLayout()
        head.addWidget(label(tr("What was done to the order"), "group"), 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.table)

    def show_steps(self, steps: Sequence[OrderStep], *, may: bool) -> None:
        """Show them, the latest first."""
        self._may = may
        self.model.set_rows(list(reversed(steps)))
        rows = min(MOST, self.model.rowCount())
        self.nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.table.setFixedHeight(look().px(ROW_HEIGHT * (rows + 1) + 8))
        self.remove.setVisible(self.table.current_row() is not None and may)

    def _remove(self) -> None:
        step = self.table.current_row()
        if step is not None:
            self.removal_wanted.emit(step)


def _reason(step: OrderStep) -> str:
    until = tr("to {at}", at=moment_words(step.until)) if step.until else ""
    return tr("; ").join(filter(None, (until, step.reason)))
