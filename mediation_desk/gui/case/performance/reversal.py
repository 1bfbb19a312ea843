"""Reversing payments that were booked wrongly: the reason is asked, in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.money import total
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.performance import booking


class ReversalCard(Later):
    """Asks why. ``closed`` when it is done with."""

    closed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._payments: Sequence[Payment] = ()
        self.hide()

    def make(self) -> QWidget:
        """What is reversed, the reason, and what is done with it."""
        card = QFrame()
        card.setObjectName("card")
        self.what = label("", "group", wrap=True)
        self.form = Form(card)
        self.why = self.form.add(TextField(tr("Why it is reversed"), name=booking.WHY, required=True,
                                           width=40), wide=True)
        self.reverse = button(tr("Reverse"), "primary", picture="arrow-counter-clockwise")
        self.cancel = button(tr("Cancel"), "quiet")
        row = QHBoxLayout()
        row.addWidget(self.reverse)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(self.what)
        column.addWidget(label(tr("It counts no more, and stays in the list with its reason."), "muted",
                               wrap=True))
        column.addWidget(self.form)
        column.addLayout(row)
        self.form.does(self.reverse)
        self.reverse.clicked.connect(self.do)
        self.cancel.clicked.connect(self._put_away)
        return card

    def open(self, payments: Sequence[Payment]) -> None:
        """Ask why these are reversed: one, or the parts of a transfer."""
        self.bring()
        self._payments = payments
        self.what.setText(tr("Reverse the payment of {amount} of {day}", amount=self._summed(),
                             day=payments[0].paid_on))
        self.why.set_value("")
        self.form.clear_errors()
        self.show()
        self.why.setFocus()

    def _summed(self) -> str:
        return words().money(total(one.amount for one in self._payments))

    def do(self) -> None:
        """Reverse them, with the reason as it stands."""
        if self.form.commit():
            self.bench.run(booking.reverse_payments, [one.id for one in self._payments],
                           str(self.why.value()), form=self.form, done=lambda _changes: self._put_away(),
                           notice=tr("The payment of {amount} was reversed.", amount=self._summed()))

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()
