"""On what is enforced: the mediation statement or the ruling, its number and its day."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.gui.kit.fields.choice import SegmentField
from mediation_desk.gui.kit.fields.kinds import DateField, Form, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.papers.told import EnforcementTitle


class TitleForm(Later):
    """Hidden until enforcement is to be applied for; ``entered(EnforcementTitle)`` once it is to be made."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()

    def make(self) -> QWidget:
        """The three fields on a card; none must be filled."""
        card = QFrame()
        card.setObjectName("card")
        self.form = Form(card)
        self.kind = self.form.add(SegmentField(tr("What is enforced"), [
            ("statement", tr("Mediation statement of the commission")),
            ("ruling", tr("Ruling that confirms the agreement"))], name="kind"), wide=True)
        self.number = self.form.add(TextField(tr("Its number"), name="number", width=32))
        self.day = self.form.add(DateField(tr("Its day"), name="on"))
        self.made = button(tr("Prepare the application"), "primary", picture="file-text")
        self.cancel = button(tr("Cancel"), "quiet")
        row = QHBoxLayout()
        row.addWidget(self.made)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(label(tr("Application for enforcement"), "group"))
        blank = tr("What you leave empty is printed as a blank line, to be filled by hand: the kind, the "
                   "number, the day.")
        column.addWidget(label(blank, "small", wrap=True))
        column.addWidget(self.form)
        column.addLayout(row)
        self.form.does(self.made)
        self.made.clicked.connect(self._enter)
        self.cancel.clicked.connect(self.hide)
        return card

    def begin(self) -> None:
        """Empty, ready to be filled."""
        self.bring()
        self.form.set_values({"kind": None, "number": "", "on": None})
        self.form.clear_errors()
        self.show()
        self.form.begin()

    def _enter(self) -> None:
        if not self.form.commit():
            return
        given = self.form.values()
        self.entered.emit(EnforcementTitle(str(given["kind"] or ""), str(given["number"] or ""),
                                           cast("date | None", given["on"])))
