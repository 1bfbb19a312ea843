"""What is known of a case beside an instalment: who pays, calls, reminders, and what else is open or paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.payments.dues import Due
from mediation_desk.domain.people import Party
from mediation_desk.domain.performance.following import PaymentNote
from mediation_desk.domain.text import masks
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.payments.lines import Line, Lines
from mediation_desk.gui.pages.payments.words import call_words, names_of, reminder_words
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments.following import Followed


class Particulars(QWidget):
    """``number_wanted(party_id)`` asks for a telephone number, ``removal_wanted(note_id)`` takes a call out,
    ``telling_wanted(number)`` tells the workers of an instalment that is paid."""

    number_wanted = Signal(object)
    removal_wanted = Signal(object)
    telling_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.phones: dict[UUID, str] = {}  # that somebody asked for
        self.payers = Lines(tr("Who pays"))
        self.calls = Lines(tr("Calls"), tr("No call is noted yet."))
        self.reminders = Lines(tr("Reminders"), tr("No reminder has gone out yet."))
        self.others = Lines(tr("Also open in this case"))
        self.paid = Lines(tr("Paid in this case"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        for lines in (self.payers, self.calls, self.reminders, self.others, self.paid):
            column.addWidget(lines)

    def tell(self, view: Followed, number: int, open_ones: Sequence[Due]) -> None:
        """Show a case beside one of its instalments."""
        names = names_of(view.case.parties_all)
        self.payers.tell([self._payer(one, view.may_note) for one in view.payers])
        self.calls.tell([self._call(one, names, view.may_note) for one in _latest(view)])
        self.reminders.tell([Line(*reminder_words(one, names, view.names, self._local(one.sent_at)))
                             for one in reversed(view.case.reminders)])
        self.others.tell(list(_others(number, open_ones)))
        self.paid.tell(list(self._paid(view)))
        self.show()

    def _local(self, at: datetime) -> str:
        return f"{at.astimezone(self._desk.zone):%Y-%m-%d %H:%M}"

    def _payer(self, payer: Party, may: bool) -> Line:
        whole = self.phones.get(payer.id)
        phone = whole if whole is not None else masks.phone(payer.phone)
        said = "\n".join(filter(None, (payer.name, phone)))
        asks = may and bool(payer.phone) and whole is None
        return Line(tr(payer.role.label), said, "eye",
                    tr("Show the telephone number; the case keeps who asked"),
                    partial(self.number_wanted.emit, payer.id) if asks else None)

    def _call(self, note: PaymentNote, names: dict[UUID, str], may: bool) -> Line:
        return Line(*call_words(note, names), "trash", tr("Take the call out"),
                    partial(self.removal_wanted.emit, note.id) if may else None)

    def _paid(self, view: Followed) -> Iterator[Line]:
        """What came, with a way to tell the workers."""
        for one in view.ledger.instalments:
            if one.settled_on is not None:
                yield Line("", tr("Instalment {number}, paid on {day}: {amount}", number=one.number,
                                  day=one.settled_on, amount=one.amount), "bell", tr("Tell the workers"),
                           partial(self.telling_wanted.emit, one.number) if view.may_note else None)


def _others(number: int, open_ones: Sequence[Due]) -> Iterator[Line]:
    for one in open_ones:
        if one.number != number:
            yield Line("", tr("Instalment {number}, due on {day}: {owed}", number=one.number,
                              day=one.due_on, owed=one.owed))


def _latest(view: Followed) -> list[PaymentNote]:
    """The calls, the last one first."""
    return sorted(view.case.payment_notes, key=lambda one: (one.spoken_on, one.id), reverse=True)
