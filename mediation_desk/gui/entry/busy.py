"""Says what is under way while a door opens."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look


class Busy(QWidget):
    """A sentence over a moving bar; keeps its room while it is hidden, so that nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "muted", parent=self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(look().px(240))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def begin(self, text: str) -> None:
        """Something begins."""
        self.words.setText(text)
        self.setAccessibleName(text)
        self.show()

    def end(self) -> None:
        """It is over."""
        self.hide()
