"""What the columns of a bank's statement mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.payments.statements.columns import Layout, Meaning, Whose
from mediation_desk.gui.kit.fields.kinds import TextField
from mediation_desk.gui.kit.tables import columns_card
from mediation_desk.gui.kit.tables.columns_card import CardWords
from mediation_desk.gui.kit.words import tr


class ColumnsCard(columns_card.ColumnsCard):
    """The same for statements: ``read(Layout, row)``, ``keep(bank, Layout)``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(list(Meaning), Layout, CardWords(
            "bank", tr("Bank"), tr("Read the lines so"), tr("Remember for this bank")), parent=parent)

    @property
    def bank(self) -> TextField:
        """Whose statements look so."""
        return self.name

    def open(self, rows: Sequence[Sequence[str]], head_at: int, layout: Layout, whose: Whose,
             bank: str = "") -> None:
        """Show the columns of these rows, as they are understood so far."""
        self.show_columns(rows, head_at, layout, lambda columns: columns.lacks(whose), bank)
