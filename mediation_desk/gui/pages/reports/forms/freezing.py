"""Asks before a period's numbers are frozen, for it is never taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr


class FreezeCard(QFrame):
    """Which form, which period, and what it means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.what = label("", "heading", wrap=True)
        self.go, self.leave = button(tr("Freeze the numbers"), "primary", picture="snowflake"), \
            button(tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(self.what)
        column.addWidget(label(tr(
            "The numbers are kept as they are now, for good: later changes stand beside them as corrections. "
            "Frozen once more, the period gets a further version; the former ones stay."), wrap=True))
        column.addLayout(row_of(self.go, self.leave))
        self.leave.clicked.connect(self.put_away)
        self.hide()

    def begin(self, form: str, period: str) -> None:
        """Ask about this form and period."""
        self.what.setText(tr("Freeze “{form}” of {period}?", form=form, period=period))
        self.show()
        self.go.setFocus()

    def put_away(self) -> None:
        """Leave the numbers as they are."""
        self.hide()
