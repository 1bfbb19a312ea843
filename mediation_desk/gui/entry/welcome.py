"""The first page where there is no office yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mediation_desk.gui.entry.busy import Busy
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr


class Welcome(QWidget):
    """Offers to set up an office, to open a bag from one, to look at the demonstration desk, or to go to
    an office that exists elsewhere."""

    set_up = Signal()
    demonstration = Signal()
    elsewhere = Signal()
    bag = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = button(tr("Set up an office"), "primary", parent=self)
        self.look_at = button(tr("Open the demonstration desk"), parent=self)
        self.open_bag = button(tr("Open a bag from the office …"), parent=self)
        self.other = button(tr("Sign in to an office that exists already …"), "quiet", parent=self)
        self.bar, self.busy = MessageBar(self), Busy(self)
        self.found.clicked.connect(self.set_up)
        self.look_at.clicked.connect(self.demonstration)
        self.open_bag.clicked.connect(self.bag)
        self.other.clicked.connect(self.elsewhere)
        self._lay()

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(16))
        column.addWidget(label(tr("Welcome to the mediation desk"), "title"))
        column.addWidget(label(tr("Labour disputes of platform workers, from the first visit to the last "
                                  "payment. Everything stays on this computer."), "muted", wrap=True))
        column.addWidget(self._offer(self.found, tr("For daily work: four short questions, about two "
                                                    "minutes.")))
        column.addWidget(self._offer(self.open_bag, tr("For the road: cases that were packed for this "
                                                       "laptop, without any network.")))
        column.addWidget(self._offer(self.look_at, tr("For a look around: an office of its own with the case "
                                                      "of five live streamers. Nothing in it is real.")))
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.bar)
        column.addWidget(self.busy)
        column.addStretch(1)

    @staticmethod
    def _offer(press: QPushButton, text: str) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(*[look().px(16)] * 4)
        row.setSpacing(look().px(16))
        row.addWidget(label(text, wrap=True), 1)
        row.addWidget(press, 0, Qt.AlignmentFlag.AlignVCenter)
        press.setMinimumWidth(look().px(200))
        return card

    def begin(self) -> None:
        """Put the cursor on the first offer."""
        self.found.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, text: str) -> None:
        """Say what is under way; nothing when it is over."""
        for press in (self.found, self.open_bag, self.look_at, self.other):
            press.setDisabled(bool(text))
        if text:
            self.busy.begin(text)
        else:
            self.busy.end()
