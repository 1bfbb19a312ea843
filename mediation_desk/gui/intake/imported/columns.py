"""What the columns of a list of orders mean."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.intake.lists.columns import Meaning, OrderColumns
from mediation_desk.gui.kit.tables.columns_card import CardWords, ColumnsCard
from mediation_desk.gui.kit.words import tr

ROWS_SEEN = 12


class OrderColumnsCard(ColumnsCard):
    """``read(OrderColumns, row)``, ``keep(name, OrderColumns)``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = CardWords("list_name", tr("What the list is called"), tr("Look at the rows"),
                          tr("Remember for such lists"))
        super().__init__(list(Meaning), OrderColumns, words, rows_seen=ROWS_SEEN, parent=parent)
