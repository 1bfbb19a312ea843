"""A lent password, shown once, to be read out or written on a slip of paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr


class LentCard(QFrame):
    """Hidden until a password is lent; forgets it as soon as it is put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title = label("", "strong", wrap=True)
        self.password = label("", "figure")
        self.done = button(tr("I have passed it on"))
        self.done.clicked.connect(self.forget)
        row = QHBoxLayout()
        row.addWidget(self.done)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        column.addWidget(self.title)
        column.addWidget(self.password)
        column.addWidget(label(tr("It is shown only now and kept nowhere. At the first sign-in a password of "
                                  "one's own takes its place."), "muted", wrap=True))
        column.addLayout(row)
        self.hide()

    def lend(self, name: str, password: str) -> None:
        """Show whose password it is, and the password."""
        self.title.setText(tr("Lent password for {name}", name=name))
        self.password.setText(password)
        self.show()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Put the card away."""
        self.password.clear()
        self.hide()
