"""Facts in two columns: what each is called, and what it says; what says nothing is not there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mediation_desk.gui.kit.look.text import label, selectable
from mediation_desk.gui.kit.look.theme import look

CALLED = 148  # px at 100 %: the column of names


class Facts(QWidget):
    """To be read and copied, not to be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look().px(16))
        self._grid.setVerticalSpacing(look().px(6))
        self._grid.setColumnMinimumWidth(0, look().px(CALLED))
        self._grid.setColumnStretch(1, 1)

    def tell(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these, in their order, in the place of those before."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.told = {name: text for name, text in facts if text}
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, text) in enumerate(self.told.items()):
            self._grid.addWidget(label(name, "muted"), row, 0, top)
            self._grid.addWidget(selectable(label(text, wrap=True)), row, 1, top)
