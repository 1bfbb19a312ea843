"""A signer whom nobody here knows yet: the number to compare by telephone, and the tick that it was."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.kinds import CheckField
from mediation_desk.gui.kit.look.text import label, mean, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_error


class CompareCard(QFrame):
    """``changed`` tells that the tick was set or taken back."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._check = ""
        self.why = label("", "strong", wrap=True)
        self.number = selectable(label("", "heading"))
        self.how = label(tr(
            "Call that office at a number that you know from elsewhere. They read out the check number of "
            "their card (Office, “Sealed packages”); it must be this one, group by group."), "muted",
            wrap=True)
        self.tick = CheckField(tr("I compared the number by telephone"), name="compared")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        for made in (self.why, self.number, self.how, self.tick):
            column.addWidget(made)
        self.tick.committed.connect(lambda _value: self.changed.emit())
        self.hide()

    def ask(self, why: str, check: str, *, alarming: bool = False) -> None:
        """Say why it is asked for, and which number it must be."""
        self._check = check
        self.why.setText(why)
        mean(self.why, "overdue" if alarming else "disputed")
        self.number.setText(check)
        self.tick.set_value(False)
        self.tick.set_error(None)
        self.show()

    def put_away(self) -> None:
        """Nobody has to compare anything."""
        self._check = ""
        self.hide()

    @property
    def is_settled(self) -> bool:
        """Whether nothing has to be compared, or it was."""
        return self.isHidden() or bool(self.tick.value())

    @property
    def compared(self) -> str:
        """The number that was compared."""
        return self._check if self.tick.value() else ""

    def refuse(self, error: DeskError) -> None:
        """It was asked for and not done."""
        self.tick.set_error(tr_error(error))
