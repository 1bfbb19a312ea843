"""Noting a call about a payment: when, with whom, what was said, what was promised, when to look again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.money import Money
from mediation_desk.gui.kit.fields.kinds import ChoiceField, DateField, Form, MoneyField, TextArea, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.payments.typed import TypedCalls
from mediation_desk.services.payments.following import Followed, NoteDraft


class NoteCard(Later):
    """The form of one call. ``noted(case_id, draft)``: it shall be kept; ``closed``: it is done with."""

    noted = Signal(object, object)
    closed = Signal()

    def __init__(self, today: Callable[[], date], typed: TypedCalls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._typed = today, typed
        self._case_id: UUID | None = None
        self.hide()

    def make(self) -> QWidget:
        """The form on a card, and what is done with it."""
        card = QFrame()
        card.setObjectName("card")
        self.form = Form(card)
        self.form.add(DateField(tr("Spoken on"), name="spoken_on", required=True, today=self._today))
        self.who = self.form.add(ChoiceField(tr("With whom"), name="party_id", empty=tr("Not said yet"),
                                             width=24, most=28))
        self.form.add(TextField(tr("Name of who spoke"), name="spoken_with", width=26, limit=200))
        self.form.add(TextArea(tr("What was said"), name="text", lines=2, most=6, limit=4000), wide=True)
        self.form.add(DateField(tr("Promised to pay by"), name="promised_on", today=self._today,
                                look="ahead"))
        self.form.add(MoneyField(tr("Amount promised"), name="promised"))
        self.form.add(DateField(tr("Look again on"), name="remind_on", today=self._today, look="ahead"))
        self.keep_it = button(tr("Note the call"), "primary", picture="check")
        self.cancel = button(tr("Cancel"), "quiet")
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look().px(12)] * 4)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("Note a call"), "group"))
        column.addWidget(self.form)
        column.addLayout(row_of(self.keep_it, self.cancel))
        self.form.does(self.keep_it)
        self.keep_it.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.give_up)
        for told in (self.form.edited, self.form.committed):
            told.connect(lambda _name, _what: self._keep_typed())
        return card

    def open(self, view: Followed) -> None:
        """Begin with today, or with what was typed before."""
        self.bring()
        case = view.case
        self._case_id = case.id
        payers = view.payers
        others = [one for one in case.parties if one not in payers]
        self.who.set_choices([(one.id, one.name) for one in (*payers, *others)])
        self.form.set_values({"spoken_on": self._today(), "party_id": None, "spoken_with": "", "text": "",
                              "promised_on": None, "promised": None, "remind_on": None})
        self.form.set_typed(dict.fromkeys(self.form.names(), "") | {"spoken_on": self._today().isoformat()})
        self.form.clear_errors()
        self._typed.bring_back(case.id, self.form)
        self.ready()
        self.show()
        self.who.setFocus()

    def ready(self) -> None:
        """It can be kept (again)."""
        self.keep_it.setEnabled(True)

    def _keep_typed(self) -> None:
        if self._case_id is not None and self.isVisible():
            self._typed.keep(self._case_id, self.form)

    def submit(self) -> None:
        """Keep what stands in the form."""
        if self._case_id is None or not self.form.commit():
            return
        given = self.form.values()
        party, spoken, promised = given["party_id"], given["spoken_on"], given["promised"]
        assert isinstance(spoken, date)
        draft = NoteDraft(
            spoken, party if isinstance(party, UUID) else None, str(given["spoken_with"]), str(given["text"]),
            promised_on=_day(given["promised_on"]), remind_on=_day(given["remind_on"]),
            promised=promised if isinstance(promised, Money) else None)
        self.keep_it.setEnabled(False)
        self.noted.emit(self._case_id, draft)

    def give_up(self) -> None:
        """Forget what was typed."""
        if self._case_id is not None:
            self._typed.drop(self._case_id)
        self.put_by()

    def put_by(self) -> None:
        """Put the card away; what was typed waits for the next time."""
        if not self.isHidden():
            self._case_id = None
            self.hide()
            self.closed.emit()


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
