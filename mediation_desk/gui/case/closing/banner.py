"""Closing: what is said above a closed case, and the reason with which it is reopened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.closing import SETTLED
from mediation_desk.domain.vocabulary import Outcome, Status
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import TextField
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr


class ClosedBanner(QFrame):
    """Hidden while the case is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.words = label("", "strong", wrap=True)
        self.outcome = Chip(State("", "muted"))
        self.note = label("", "muted", wrap=True)
        self.form = Form()
        self.reason = self.form.add(TextField(tr("Reason for reopening"), name="reason", required=True,
                                              width=48))
        self.reason.setProperty("staysOpen", True)
        self.reopen = button(tr("Reopen"))
        self.form.does(self.reopen)
        top = QHBoxLayout()
        top.addWidget(self.outcome)
        top.addWidget(self.words, 1)
        self._again = QWidget()
        again = QVBoxLayout(self._again)
        again.setContentsMargins(0, 0, 0, 0)
        again.addWidget(self.form)
        again.addWidget(self.reopen, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        column.addLayout(top)
        column.addWidget(self.note)
        column.addWidget(self._again)
        self.hide()

    def show_case(self, case: Case, *, may_reopen: bool) -> None:
        """Say how and when the case ended."""
        over = case.status is not Status.OPEN
        self.setVisible(over)
        self._again.setVisible(may_reopen)
        if not over:
            self.reason.set_value("")
            return
        if case.voided_on is not None:
            self._say_voided(case)
            return
        self.outcome.set_state(State(tr(case.outcome.label) if case.outcome else tr(case.status.label),
                                     "agreed" if case.outcome in SETTLED else "muted"))
        day = case.closed_on.isoformat() if case.closed_on else ""
        refused = case.outcome is Outcome.REFUSED
        self.words.setText(tr("Refused on {day}. The case can only be read.", day=day) if refused else
                           tr("Closed on {day}. The case can only be read.", day=day))
        self.note.setText(case.closing_note)
        self.note.setVisible(bool(case.closing_note))

    def _say_voided(self, case: Case) -> None:
        """A case begun by mistake: when, why, and what became of its number."""
        self.outcome.set_state(State(tr(case.status.label), "muted"))
        day = case.voided_on.isoformat() if case.voided_on else ""
        self.words.setText(tr("Voided on {day}. Its number {number} stays used up and is given to no other "
                              "case; it counts in no figure.", day=day, number=case.number))
        self.note.setText(case.closing_note)
        self.note.setVisible(bool(case.closing_note))
