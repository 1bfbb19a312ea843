"""Closing: what speaks against the chosen outcome, asked about beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.doubts import Doubted
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence


class DoubtCard(QFrame):
    """Hidden until an outcome contradicts the case. ``sure`` closes it so all the same; ``left`` leads back
    to the outcomes."""

    sure = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.words = label("", "strong", wrap=True)
        self.words.setProperty("meaning", "disputed")
        self.again = button(tr("Choose again"))
        self.close_so = button(tr("Close it so all the same"), "quiet")
        self.again.clicked.connect(self.left)
        self.close_so.clicked.connect(self.sure)
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(self.again)
        row.addWidget(self.close_so)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def ask(self, doubted: Doubted) -> None:
        """Say what contradicts; the careful answer has the keyboard."""
        self.words.setText("\n".join(map(tr_sentence, doubted.doubts)))
        self.show()
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
