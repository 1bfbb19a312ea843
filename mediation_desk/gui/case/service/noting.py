"""Noting how a paper was received, or why it was refused; and mending how it went out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.merging import Seen
from mediation_desk.domain.serving import ServiceManner, ServiceReceipt
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.mediation.session_form import read_time
from mediation_desk.gui.kit.fields.acts import with_acts
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import ChoiceField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, IntegerField, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.reading import CaseView
from mediation_desk.services.serving.serving import KEPT

PLACE = "service/noted"
DAY, HOUR = "served_at", "served_hour"
"""Day and hour of receipt, in two fields; what is wrong with the moment is said beside the day."""
ASKED = KEPT - {"party_id", "template", DAY}


class NotingCard(Later):
    """Hidden until a receipt is opened; ``noted(before, after, seen)`` when it is to be kept,
    ``closed`` when nothing is."""

    noted = Signal(object, object, object)
    closed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.receipt: ServiceReceipt | None = None
        self._seen: Seen | None = None
        self.hide()

    def make(self) -> QWidget:
        """The receipt first, what went out beneath."""
        self.form = Form()
        self._receiving()
        self._sending()
        self.keep = button(tr("Keep the receipt"))
        self.cancel = button(tr("Cancel"), "quiet")
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.end)
        self.cancel.clicked.connect(self.closed)
        self.form.edited.connect(lambda _name, _text: self._draft())
        self.form.committed.connect(lambda _name, _value: self._draft())
        return with_acts(self.form, self.keep, self.cancel)

    def _receiving(self) -> None:
        add, bench = self.form.add, self._bench
        self.form.group(tr("How it was received"))
        add(DateField(tr("Received on"), name=DAY, today=bench.today))
        add(TextField(tr("Hour"), name=HOUR, width=8, placeholder="14:30", check=read_time))
        add(TextField(tr("Signed by"), name="signed_by", width=26, limit=60))
        add(TextField(tr("Who that is to the recipient"), name="relation", width=26, limit=60,
                      help=tr("Empty: the recipient signed.")))
        add(TextField(tr("Why it was refused"), name="refused_why", width=44, limit=200))
        add(TextField(tr("Witness"), name="witness", width=26, limit=60))
        add(TextArea(tr("Note"), name="note", lines=2), wide=True)

    def _sending(self) -> None:
        add, bench = self.form.add, self._bench
        self.form.group(tr("How it goes out"))
        add(TextField(tr("Paper"), name="title", width=44, limit=200))
        add(TextField(tr("Number of the paper"), name="number", width=26, limit=60))
        add(TextField(tr("Recipient"), name="recipient", width=44, limit=200))
        add(IntegerField(tr("Copies"), name="copies", required=True, least=1, most=99))
        add(ChoiceField(tr("Manner of service"), choices(ServiceManner), name="manner", width=26,
                        required=True))
        add(TextField(tr("Place of service"), name="place", width=44, limit=200))
        add(TextField(tr("Served by"), name="sent_by", width=18, limit=60))
        add(DateField(tr("Sent on"), name="sent_on", today=bench.today))
        add(DateField(tr("To be served by"), name="due_on", today=bench.today, look="near"))

    # -- showing -------------------------------------------------------------------------

    def open(self, receipt: ServiceReceipt) -> None:
        """Show a receipt as it is kept, with what was being typed of it."""
        self.bring()
        self.receipt, self._seen = receipt, self._bench.seen
        self.form.clear_errors()
        self.form.set_values(_shown(receipt))
        self._bench.notes.bring_back(self.form, self._place(receipt))
        self.show()
        self.form.begin()

    def show_case(self, view: CaseView) -> None:
        """The receipt may be gone by now."""
        shown = self.receipt
        if shown is not None and all(one.id != shown.id for one in view.case.receipts):
            self.leave()

    def leave(self) -> None:
        """Put the card by; what was typed stays for the next time."""
        self.receipt = None
        self.hide()

    def end(self) -> None:
        """Put the card away."""
        if self.receipt is not None:
            self._bench.notes.drop(self._place(self.receipt))
        self.leave()

    @staticmethod
    def _place(receipt: ServiceReceipt) -> str:
        return f"{PLACE}/{receipt.id}"

    def _draft(self) -> None:
        """Only what differs from what is kept is worth a draft."""
        if self.receipt is None:
            return
        kept = _shown(self.receipt)
        changed = any(self.form.field(name).typed() != self.form.field(name).shows(value)
                      for name, value in kept.items())
        if changed:
            self._bench.notes.keep_form(self.form, self._place(self.receipt))
        else:
            self._bench.notes.drop(self._place(self.receipt))

    # -- keeping -------------------------------------------------------------------------

    def _keep(self) -> None:
        if self.receipt is None or not self.form.commit():
            return
        told = self.form.values()
        try:
            changed = {name: told[name] for name in ASKED} | {DAY: _moment(told)}
        except DeskError as error:
            self.form.show_error(error)
            return
        self.noted.emit(self.receipt, replace(self.receipt, **changed), self._seen)  # type: ignore[arg-type]


def _shown(receipt: ServiceReceipt) -> dict[str, object]:
    at = receipt.served_at
    return {name: getattr(receipt, name) for name in sorted(ASKED)} | {
        DAY: at.date() if at else None, HOUR: f"{at:%H:%M}" if at else ""}


def _moment(told: Mapping[str, object]) -> datetime | None:
    """Day and hour together; a receipt says both or neither."""
    day, hour = cast("date | None", told[DAY]), str(told[HOUR])
    if day is not None and hour:
        return datetime.combine(day, read_time(hour))
    if day is not None:
        raise DeskError(N_("Say the hour too: a receipt tells day and hour."), field=HOUR)
    if hour:
        raise DeskError(N_("Say the day too."), field=DAY)
    return None
