"""What speaks against a decision, asked about beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.doubts import Doubted
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr_sentence


class DoubtCard(QFrame):
    """Hidden until a decision contradicts the case. ``sure`` decides so all the same; ``left`` leads back.
    ``leave`` and ``go`` are the words of the two answers."""

    sure = Signal()
    left = Signal()

    def __init__(self, leave: str, go: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.words = label("", "strong", wrap=True)
        self.words.setProperty("meaning", "disputed")
        self.leave, self.go = button(leave), button(go, "quiet")
        self.leave.clicked.connect(self.left)
        self.go.clicked.connect(self.sure)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        column.addWidget(self.words)
        column.addLayout(row_of(self.leave, self.go))
        self.hide()

    def ask(self, doubted: Doubted) -> None:
        """Say what contradicts; the careful answer has the keyboard."""
        self.words.setText("\n".join(map(tr_sentence, doubted.doubts)))
        self.show()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
