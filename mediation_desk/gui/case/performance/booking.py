"""Booking a payment in place: in part, late or early, to one worker or to all."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.vocabulary import PaymentMethod
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.performance.parts import PartsField
from mediation_desk.gui.case.performance.vouchers import VoucherField
from mediation_desk.gui.kit.fields.kinds import ChoiceField, DateField, Form, MoneyField, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import PaymentDraft
from mediation_desk.services.reading import CaseView

PLACE = "payment"
BY_HAND = "by_hand"
"""Chosen instead of a worker: each receives what is said."""


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
        self.method = self.form.add(ChoiceField(tr("Paid by"), [(m, tr(m.label)) for m in PaymentMethod],
                                                name="method"))
        self.parts = self.form.add(PartsField(), wide=True)
        self.voucher = self.form.add(TextField(tr("Voucher"), name="voucher", width=26))
        self.exhibit = self.form.add(VoucherField(self.bench))
        self.note = self.form.add(TextField(tr("Note"), name="note", width=32))
        self.payer = self.form.add(ChoiceField(tr("Who paid"), name="paid_by", empty=tr("Not said yet")))
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
        self.worker.committed.connect(lambda _value: self._follow())
        self.amount.edited.connect(lambda _text: self._follow())
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
        received = {worker: share - got for worker, share, got in ledger.workers}
        workers = [(key, name, received.get(key, ZERO))
                   for key, name in told_apart(view.case.applicants).items()]
        self.worker.set_choices([*((key, name) for key, name, _owed in workers),
                                 *(((BY_HAND, tr("Several, by hand")),) if len(workers) > 1 else ())])
        self.parts.lay(workers)
        payers = [one.party_id for one in ledger.debtors]
        self.payer.set_choices([(key, view.case.party(key).name) for key in payers])
        self.payer.setVisible(len(payers) > 1)
        for name, value in {"paid_on": self.bench.desk.today, "amount": following.owed if following else None,
                            "worker_id": None, "paid_by": None, "method": agreement.method, "voucher": "",
                            "note": "", "exhibit_id": None, "parts": ""}.items():
            self.form.field(name).set_value(value)
        self.form.clear_errors()
        self.put_by = False
        self.bench.notes.bring_back(self.form, PLACE)
        self._follow()
        self.show()
        self.amount.setFocus()
        self.amount.line.selectAll()

    @property
    def by_hand(self) -> bool:
        """Whether the transfer is parted by hand."""
        return self.worker.typed() == BY_HAND

    def _follow(self) -> None:
        """The grid is there where it is wanted, and knows what the transfer comes to."""
        try:
            amount = Money.payable(self.amount.typed(), field="amount") if self.amount.typed() else None
        except DeskError:
            amount = None
        self.parts.setVisible(self.by_hand)
        self.parts.follow(amount)

    def book(self) -> None:
        """Book what stands in the form."""
        if not self.form.commit():
            return
        given = self.form.values()
        day, amount, method = given["paid_on"], given["amount"], given["method"]
        assert isinstance(day, date) and isinstance(amount, Money) and isinstance(method, PaymentMethod)
        try:
            parts = self.parts.parts() if self.by_hand else ()
        except DeskError as error:
            self.form.show_error(error)
            return
        draft = PaymentDraft(day, amount, worker_id=_key(given["worker_id"]), paid_by=_key(given["paid_by"]),
                             method=method, voucher=str(given["voucher"]), note=str(given["note"]),
                             parts=parts, exhibit_id=_key(given["exhibit_id"]))
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


def _key(value: object) -> UUID | None:
    return value if isinstance(value, UUID) else None
