"""Parts of a page that are made when they are first looked at."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Later(QWidget):
    """A card, a pane or a sub-page that is out of sight at first: what it holds is made as it first
    comes into sight, so that a page is not kept waiting by what nobody may ever open.

    A subclass says in ``make`` what it holds, names its parts there, and asks ``is_made`` before it
    touches them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_made = False

    @property
    def is_made(self) -> bool:
        """Whether it was ever looked at."""
        return self._is_made

    def make(self) -> QWidget:
        """What it holds; made apart and put in whole, so that it is styled once."""
        raise NotImplementedError

    def bring(self) -> None:
        """Make what it holds, unless it is made."""
        if self._is_made:
            return
        self._is_made = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.make())

    def setVisible(self, visible: bool) -> None:
        """It is made before it is shown, and then has its size at once."""
        if visible:
            self.bring()
        super().setVisible(visible)

    def showEvent(self, event: QShowEvent) -> None:
        """Shown with all that is around it."""
        self.bring()
        super().showEvent(event)
