"""What an order says, line by line; and the row or the text as it came, folded away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.domain.text import masks
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.pages.order_words import moment_words
from mediation_desk.services.desk import Desk
from mediation_desk.services.order_tables import table_of

LONG = 24  # characters from which a line stands by itself


class Particulars(QWidget):
    """``change_wanted`` when the order is to be changed, ``anew_wanted`` when it is to count by today's
    table, ``removal_wanted`` when it is to be taken out."""

    change_wanted = Signal()
    anew_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.change = button(tr("Change …"), "quiet", picture="pencil-simple")
        self.anew = button(tr("Count by today's table"), "quiet", picture="arrow-counter-clockwise")
        self.remove = button(tr("Remove"), "quiet", picture="trash")
        self.fold = button(tr("As it came"), "quiet", picture="caret-right")
        self.original = selectable(label("", "small", wrap=True))
        self.original.setAccessibleName(tr("As it came"))
        self._grid = QGridLayout()
        self._lay()
        self.change.clicked.connect(self.change_wanted)
        self.anew.clicked.connect(self.anew_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        self.fold.clicked.connect(lambda: self.original.setVisible(self.original.isHidden()))

    def _lay(self) -> None:
        self._grid.setHorizontalSpacing(look().px(16))
        self._grid.setVerticalSpacing(look().px(4))
        for column_ in (1, 3):
            self._grid.setColumnStretch(column_, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("What the order says"), "group"))
        column.addLayout(self._grid)
        column.addLayout(row_of(self.change, self.anew, self.remove, self.fold))
        column.addWidget(self.original)

    def show_order(self, order: WorkOrder, *, may: bool, outdated: bool) -> None:
        """Show it. ``outdated``: the table of its source sets other periods by now."""
        empty_layout(self._grid)
        self._lay_lines(list(self._lines(order)))
        self.original.setText(order.original)
        self.original.hide()
        self.fold.setVisible(bool(order.original))
        self.change.setVisible(may)
        self.remove.setVisible(may)
        self.anew.setVisible(may and outdated)

    def _lay_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Two beside each other while both are short; a long one has the line to itself."""
        row, beside = 0, 0
        for name, said in lines:
            whole = len(said) > LONG
            if whole and beside:
                row, beside = row + 1, 0
            self._grid.addWidget(label(name, "muted"), row, 2 * beside, Qt.AlignmentFlag.AlignTop)
            told = selectable(label(said, wrap=True))
            self._grid.addWidget(told, row, 2 * beside + 1, 1, 3 if whole else 1)
            row, beside = (row + 1, 0) if whole or beside else (row, 1)

    def _lines(self, order: WorkOrder) -> Iterator[tuple[str, str]]:
        table = table_of(order.source, self._desk.forms)
        kind = table.kind(order.rule) if table else None
        told = kind.label.text(words().code) if kind else ""
        kinds = [one for one in (told, order.kind) if one]
        caller = " ".join(filter(None, (order.caller, masks.phone(order.caller_phone))))
        flags = [said for holds, said in (
            (order.confidential, tr("wishes confidentiality")), (order.supervised, tr("under supervision")),
            (not order.reply_wanted, tr("no reply is wanted"))) if holds]
        lines = ((tr("Source"), tr(order.source.label)), (tr("Number of the order"), order.number),
                 (tr("Arrived at"), moment_words(order.arrived_at)),
                 (tr("Kind of order"), " · ".join(dict.fromkeys(kinds))), (tr("Urgency"), order.urgency),
                 (tr("To be finished by"), moment_words(order.given_until) if order.given_until else ""),
                 (tr("Title"), order.title), (tr("Content"), order.content), (tr("Caller"), caller),
                 (tr("Number of a former order"), order.former_number),
                 (tr("Besides"), tr(", ").join(flags)), (tr("Came by"), tr(order.came_by.label)))
        return ((name, said) for name, said in lines if said)
