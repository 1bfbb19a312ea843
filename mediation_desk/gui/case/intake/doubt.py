"""Intake: what speaks against the acceptance, asked about beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.acceptance import AcceptanceDoubted
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence


class AcceptanceDoubt(QFrame):
    """Hidden until something speaks against the acceptance. ``sure`` accepts the case all the same."""

    sure = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.words = label("", "strong", wrap=True)
        self.words.setProperty("meaning", "disputed")
        self.leave = button(tr("Not yet"))
        self.accept = button(tr("Accept it all the same"), "quiet")
        self.leave.clicked.connect(self.hide)
        self.accept.clicked.connect(self._sure)
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(self.leave)
        row.addWidget(self.accept)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def ask(self, doubted: AcceptanceDoubted) -> None:
        """Say what speaks against it; the careful answer has the keyboard."""
        self.words.setText("\n".join(map(tr_sentence, doubted.doubts)))
        self.show()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sure(self) -> None:
        self.hide()
        self.sure.emit()
