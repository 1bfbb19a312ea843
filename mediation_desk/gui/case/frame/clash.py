"""Two versions of one field, one above the other, and the choice between them."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Term
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, words


def spoken(value: object) -> str:
    """A value of the domain in the reader's words."""
    if value is None or value == "":
        return tr("(empty)")
    if isinstance(value, Term):
        return tr(value.label)
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, Money):
        return words().money(value)
    return value.isoformat() if isinstance(value, date) else str(value)


class ClashPanel(QFrame):
    """Beneath the field that two people changed: their version, mine, and a button for each."""

    def __init__(self, field: Field, theirs: object, mine: object) -> None:
        super().__init__(field)
        self.setObjectName("card")
        self.theirs = self._choice(tr("Keep theirs"), theirs)
        self.mine = self._choice(tr("Keep mine"), mine)
        grid = QGridLayout(self)
        grid.setContentsMargins(*[look().px(8)] * 4)
        grid.setSpacing(look().px(8))
        grid.addWidget(label(tr("Somebody else has changed this field meanwhile."), "strong", wrap=True),
                       0, 0, 1, 2)
        for row, (choose, value) in enumerate(((self.theirs, theirs), (self.mine, mine)), 1):
            grid.addWidget(choose, row, 0)
            grid.addWidget(label(spoken(value), wrap=True), row, 1)
        grid.setColumnStretch(1, 1)
        layout = field.layout()
        if layout is not None:
            layout.addWidget(self)

    @staticmethod
    def _choice(text: str, value: object) -> QPushButton:
        made = button(text)
        made.setAccessibleName(tr("{choice}: {value}", choice=text, value=spoken(value)))
        return made
