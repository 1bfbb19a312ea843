"""What the office did with a case since it left: a count, and on demand the entries themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.gui.journal.events import Event
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, RowsModel, Table
from mediation_desk.gui.kit.words import tr, tr_count

TABLE_HEIGHT = 200


class Meanwhile(QWidget):
    """``wanted()``: the entries are asked for."""

    wanted = Signal()

    def __init__(self, count: int, *, may_read: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = label(tr_count("Meanwhile the office wrote {count} entry.",
                                    "Meanwhile the office wrote {count} entries.", count) if count
                           else tr("Meanwhile the office wrote nothing."), wrap=True)
        self.more = button(tr("Show them"), "link")
        self.model = RowsModel(_columns())
        self.table = Table(self.model, name=tr("What the office did meanwhile"))
        self.table.setFixedHeight(look().px(TABLE_HEIGHT))
        self.table.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addLayout(row_of(self.count, self.more))
        column.addWidget(self.table)
        self.more.setVisible(bool(count) and may_read)  # only once it stands in the page: else it is a window
        self.more.clicked.connect(self.wanted)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show them, the latest first."""
        self.model.set_rows(events)
        self.more.hide()
        self.table.show()
        self.table.setFocus()


def _columns() -> list[Column]:
    return [Column("at", tr("When"), lambda e: e.at, width=20),
            Column("who", tr("Who"), lambda e: e.who, width=10),
            Column("row", tr("Where"), lambda e: e.row, width=22),
            Column("change", tr("What changed"), lambda e: e.change, stretch=True)]
