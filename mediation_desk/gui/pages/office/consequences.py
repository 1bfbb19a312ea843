"""What an act on a colleague's account brings with it, said before it is done; leaving it is at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.words import tr


class Consequences(QWidget):
    """Hidden until something is asked; ``left`` when the act is left alone."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", wrap=True)
        self.go, self.leave = button("", "primary"), button(tr("Leave it"))
        self._act: Callable[[], object] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addLayout(row_of(self.go, self.leave))
        self.go.clicked.connect(self._do)
        self.leave.clicked.connect(self.put_away)
        self.hide()

    def ask(self, words: str, go: str, act: Callable[[], object]) -> None:
        """Say what follows from the act; the keyboard waits at leaving it."""
        self.words.setText(words)
        self.go.setText(go)
        self._act = act
        self.show()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Nothing is done."""
        self._act = None
        self.hide()
        self.left.emit()

    def _do(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
