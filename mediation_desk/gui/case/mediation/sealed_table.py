"""A table of sealed matter: nothing of it is copied to the clipboard."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent

from mediation_desk.gui.case.frame.layouts import fit_height
from mediation_desk.gui.kit.tables.table import Table

MOST_ROWS = 8


class SealedTable(Table):
    """As any table, but Ctrl+C takes nothing out of it; as high as its rows once ``fit`` was called."""

    _fitted = False

    def fit(self) -> None:
        """Be as high as the rows that stand in it now, and again when it is first shown in its look."""
        self._fitted = True
        fit_height(self, self._rows.rowCount(), most=MOST_ROWS)

    def showEvent(self, event: QShowEvent) -> None:
        """The height of titles is known only now."""
        super().showEvent(event)
        if self._fitted:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Swallow what would copy a cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            return
        super().keyPressEvent(event)
