"""Booking a payment in place: in part, late or early, to one worker or to all."""

from __future__ import annotations

from datetime import date

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import PaymentMethod
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.fields.kinds import ChoiceField, DateField, Form, MoneyField, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import PaymentDraft
from mediation_desk.services.reading import CaseView

PLACE = "payment"


class BookingCard(Later):
    """The form of one payment. ``closed`` when it is done with."""

    closed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.put_by = False  # what was typed waits until somebody books again
        self.hide()

    def make(self) -> QWidget:
        """The form on a card, and what is done with it."""
        card = QFrame()
        card.setObjectName("card")
        self.form = Form(card)
        self.day = self.form.add(DateField(tr("Paid on"), name="paid_on", required=True,
                                           today=self.bench.today))
        self.amount = self.form.add(MoneyField(tr("Amount"), name="amount", required=True))
        self.worker = self.form.add(ChoiceField(tr("To whom"), name="worker_id",
                                                empty=tr("All workers, in proportion")))
        self.payer = self.form.add(ChoiceField(tr("Who paid"), name="paid_by", empty=tr("Not said yet")))
        self.method = self.form.add(ChoiceField(tr("Paid by"), [(m, tr(m.label)) for m in PaymentMethod],
                                                name="method"))
        self.voucher = self.form.add(TextField(tr("Voucher"), name="voucher", width=26))
        self.note = self.form.add(TextField(tr("Note"), name="note", width=32))
        self.book_button = button(tr("Book the payment"), "primary", picture="check")
        self.cancel = button(tr("Cancel"), "quiet")
        row = QHBoxLayout()
        row.addWidget(self.book_button)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(label(tr("Book a payment"), "group"))
        column.addWidget(self.form)
        column.addLayout(row)
        self.form.does(self.book_button)
        self.book_button.clicked.connect(self.book)
        self.cancel.clicked.connect(self.close_card)
        self.bench.notes.watch(self.form, PLACE)
        return card

    def open(self, view: CaseView) -> None:
        """Begin with today and what the next instalment still lacks."""
        self.bring()
        ledger, agreement = view.ledger, view.case.agreement
        assert ledger is not None and agreement is not None
        following = ledger.next_due
        self.worker.set_choices([(one.id, one.name) for one in view.case.applicants])
        payers = [one.party_id for one in ledger.debtors]
        self.payer.set_choices([(key, view.case.party(key).name) for key in payers])
        self.payer.setVisible(len(payers) > 1)
        for name, value in {"paid_on": self.bench.desk.today, "amount": following.owed if following else None,
                            "worker_id": None, "paid_by": None, "method": agreement.method, "voucher": "",
                            "note": ""}.items():
            self.form.field(name).set_value(value)
        self.form.clear_errors()
        self.put_by = False
        self.bench.notes.bring_back(self.form, PLACE)
        self.show()
        self.amount.setFocus()
        self.amount.line.selectAll()

    def book(self) -> None:
        """Book what stands in the form."""
        if not self.form.commit():
            return
        given = self.form.values()
        day, amount, method = given["paid_on"], given["amount"], given["method"]
        assert isinstance(day, date) and isinstance(amount, Money) and isinstance(method, PaymentMethod)
        draft = PaymentDraft(day, amount, worker_id=given["worker_id"],  # type: ignore[arg-type]
                             paid_by=given["paid_by"],  # type: ignore[arg-type]
                             method=method, voucher=str(given["voucher"]), note=str(given["note"]))
        self.bench.run(booking.book, draft, form=self.form, done=lambda _changes: self._booked(),
                       notice=tr("Booked: {amount} on {day}.", amount=amount, day=day))

    def _booked(self) -> None:
        self.bench.notes.drop(PLACE)
        if shiboken6.isValid(self):
            self._put_away()

    def close_card(self) -> None:
        """Forget what was typed."""
        self.bench.notes.drop(PLACE)
        self._put_away()

    def leave(self) -> None:
        """Put the card by; what was typed stays for the next time."""
        self.put_by = True
        self._put_away()

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()
