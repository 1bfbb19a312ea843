"""The offers that a side authorises alone: kept sealed, released to the other side, taken back in time."""

from __future__ import annotations

from functools import partial
from uuid import UUID

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.private import PrivateTalk, PrivateWord
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.case.mediation.entry import Entry, emptied, stamp
from mediation_desk.gui.case.mediation.side import paid_in
from mediation_desk.gui.kit.fields.kinds import DateField, Form, IntegerField, MoneyField, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.mediation import caucus, releasing


def offer_words(offer: Offer | PrivateWord) -> str:
    """An offer in one line: amount, first share, instalments, last day."""
    parts = [words().money(offer.amount), paid_in(offer.instalments or 1)]
    if offer.first_share is not None:
        parts.append(tr("first share {amount}", amount=words().money(offer.first_share)))
    if offer.last_on:
        parts.append(tr("last payment by {day}", day=offer.last_on))
    return str(words().shown(parts))


class AuthorisedPart(QWidget):
    """A form for an offer, and the offers: those that may not be told first, then those that may."""

    def __init__(self, bench: CaseBench, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench, self.whose = bench, side
        self.offers, self.form = QVBoxLayout(), self._form()
        self.button = button(tr("Keep the offer to myself"))
        self._lay()
        self.form.does(self.button)
        self.button.clicked.connect(self.keep)
        bench.notes.bring_back(self.form, self.place)
        bench.notes.watch(self.form, self.place)

    @property
    def place(self) -> str:
        """Where what is being typed is kept."""
        return f"alone/{self.whose.value}/offer"

    def _form(self) -> Form:
        form = Form(self)
        form.add(MoneyField(tr("Amount"), name="amount", required=True))
        form.add(MoneyField(tr("First share"), name="first_share"))
        form.add(IntegerField(tr("Instalments"), name="instalments", required=True, least=1, most=60))
        form.add(DateField(tr("Last payment on"), name="last_on", today=self.bench.today, look="ahead"))
        form.add(TextField(tr("Terms"), name="terms", width=26), wide=True)
        form.set_values({"instalments": 1})
        return form

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        self.offers.setSpacing(look().px(8))
        column.addWidget(label(tr("Offers that this side authorises"), "group"))
        column.addLayout(self.offers)
        column.addWidget(self.form)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for made in (self.form, self.button):
            made.setVisible(not self.bench.read_only)
        self.button.setAccessibleName(tr("{what}: {side}", what=self.button.text(),
                                         side=tr(self.whose.label)))

    def show_talk(self, talk: PrivateTalk) -> None:
        """The side's own offers, the latest first; what is being typed stays."""
        empty_layout(self.offers)
        kept = talk.of(self.whose, SealedKind.OFFER)
        latest_first = kept[::-1]
        for word in sorted(latest_first, key=lambda word: word.released):
            if (made := self._entry(word)) is not None:
                self.offers.addWidget(made)
        if not kept:
            self.offers.addWidget(label(tr("No offer is authorised yet."), "muted"))

    def _entry(self, word: PrivateWord) -> Entry | None:
        """None of one that was taken out of the open record since: it is told of there."""
        offer = self._released(word)
        if word.released and offer is None:
            return None
        made = Entry(offer_words(word), strong=True)
        made.below(word.terms)
        made.below(stamp(self.bench, word.written_at))
        if offer is not None:
            made.tells(self.bench, offer, partial(self._take_back, offer.id))
            return made
        if self.bench.can("release_offer"):
            made.act(tr("Release to the other side"), "release", "megaphone",
                     lambda: self.bench.run(caucus.release, word.id,
                                            notice=tr("The offer now stands in the open record.")))
        made.forgets(self.bench, word)
        return made

    def _released(self, word: PrivateWord) -> Offer | None:
        view = self.bench.view
        return next((one for one in view.case.offers if one.sealed_id == word.id), None) if view else None

    def _take_back(self, offer_id: UUID) -> None:
        self.bench.run(releasing.take_back_offer, offer_id, notice=tr("The release was taken back."))

    def keep(self) -> None:
        """Seal an offer that may not be told yet."""
        if not self.form.commit():
            return
        given = self.form.values()
        self.bench.run(caucus.take_offer, self.whose, given["amount"], given["instalments"],
                       str(given["terms"]), first_share=given["first_share"], last_on=given["last_on"],
                       form=self.form, notice=tr("Sealed."), done=lambda _changes: self._kept())

    def _kept(self) -> None:
        self.bench.notes.drop(self.place)
        if shiboken6.isValid(self):
            emptied(self.form, instalments=1)
