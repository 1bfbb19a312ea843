"""A reminder on its way out: whom it is for, its text, and how it goes: copied, as a QR code, as a letter."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.vocabulary import ReminderManner
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.fields.kinds import ChoiceField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, mean
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.gui.pages.payments.code import CodeView, fits
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments import following
from mediation_desk.services.payments.following import Followed


class ReminderCard(Later):
    """``sends(manner, party)``: it shall go out so; party None: to all who owe. ``closed`` when it is done
    with. The text is shown with accounts masked: they are written out once it is noted that it goes out.
    ``letters``: whether it can go out as a letter too."""

    sends = Signal(object, object)
    closed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None, *, letters: bool = True
                 ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._letters = desk, tasks, letters
        self._about: tuple[UUID, int] | None = None
        self._workers: frozenset[UUID] = frozenset()
        self.hide()

    def make(self) -> QWidget:
        """Whom, what, and the three ways."""
        card = QFrame()
        card.setObjectName("card")
        self.to = ChoiceField(tr("Whom to remind"), name="to", empty=tr("All who owe"), width=24,
                              most=28)
        self.text, self.trouble = label("", wrap=True), label("", "trouble", wrap=True)
        self.text.setAccessibleName(tr("Text of the reminder"))
        self.masked = label(tr("Accounts are masked here. They are written out in what goes out; who sent "
                               "it, when and how is noted in the case."), "small", wrap=True)
        self.copy = button(tr("Copy the text"), "primary", picture="copy")
        self.as_code = button(tr("QR code"), picture="qr-code")
        self.letter = button(tr("Letter"), picture="envelope-simple")
        self.cancel = button(tr("Close"), "quiet")
        self.code = CodeView()
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look().px(12)] * 4)
        column.setSpacing(look().px(8))
        for widget in (label(tr("Remind"), "group"), self.to, self.text, self.trouble, self.masked):
            column.addWidget(widget)
        column.addLayout(row_of(self.copy, self.as_code))
        column.addLayout(row_of(self.letter, self.cancel))
        column.addWidget(self.code)
        mean(self.trouble, "overdue")
        self.to.committed.connect(lambda _to: self._read())
        for made, manner in ((self.copy, ReminderManner.COPIED), (self.as_code, ReminderManner.CODE),
                             (self.letter, ReminderManner.LETTER)):
            made.clicked.connect(lambda _down=False, manner=manner: self._send(manner))
        self.cancel.clicked.connect(self.put_by)
        return card

    @property
    def shows_code(self) -> bool:
        """Whether somebody may be reading the code with a telephone."""
        return self.is_made and not self.isHidden() and not self.code.isHidden()

    @property
    def number(self) -> int:
        """The instalment that it is about; 0 while the card is put away."""
        return self._about[1] if self._about is not None else 0

    def open(self, view: Followed, number: int, *, paid: bool = False) -> None:
        """The reminder of an instalment, to whoever owes it unless a worker is chosen. ``paid``: nothing is
        left of it, and that the workers are told."""
        self.bring()
        self._about = view.case.id, number
        payers = view.payers
        workers = [one for one in view.case.applicants if one not in payers]
        self._workers = frozenset(one.id for one in workers)
        self.to.set_choices([(one.id, one.name) for one in (*payers, *workers)])
        first = workers[0] if paid and workers else payers[0] if len(payers) == 1 else None
        self.to.set_value(first.id if first is not None else None)
        self._read()
        self.show()
        self.copy.setFocus()

    def _read(self) -> None:
        """The text for whoever is chosen, and nothing of an earlier one meanwhile."""
        self.code.show_text("")
        self._offer("", "")
        if self._about is not None:
            self._tasks.read(following.text_for, self._desk, *self._about, self._chosen(), receiver=self,
                             done=lambda text: self._offer(text, ""),
                             failed=lambda error: self._offer("", tr_error(error)))

    def _offer(self, text: str, trouble: str) -> None:
        self.text.setText(text)
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.ready(bool(text))

    def ready(self, there_is_text: bool = True) -> None:
        """It can go out (again); to a worker no letter is written."""
        for made in (self.copy, self.as_code, self.letter):
            made.setEnabled(there_is_text)
        self.letter.setVisible(self._letters and self._chosen() not in self._workers)

    def _chosen(self) -> UUID | None:
        chosen = self.to.value()
        return chosen if isinstance(chosen, UUID) else None

    def _send(self, manner: ReminderManner) -> None:
        if manner is ReminderManner.CODE and not fits(self.text.text()):
            self.refuse(DeskError(N_("This text is too long for a QR code. Copy it instead.")))
            return
        for made in (self.copy, self.as_code, self.letter):
            made.setEnabled(False)
        self.sends.emit(manner, self._chosen())

    def refuse(self, error: DeskError) -> None:
        """It did not go out: say why, under the text."""
        self.trouble.setText(tr_error(error))
        self.trouble.show()
        self.ready()

    def put_by(self) -> None:
        """Put the card and the code away."""
        if not self.isHidden():
            self._about = None
            self.code.show_text("")
            self.hide()
            self.closed.emit()
