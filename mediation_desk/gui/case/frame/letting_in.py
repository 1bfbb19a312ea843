"""Who waits for the case's key, each on a card with name, role and fingerprint; and what nobody let in."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.holders import readable
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.gui.pages.at_office import leave_to_office
from mediation_desk.gui.pages.office.roles import roles_words
from mediation_desk.services.keys import sharing
from mediation_desk.services.keys.looking import Waiting, Watch


class LettingIn(QWidget):
    """A card for each who waits. Only a holder is offered to let them in."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._watch: Watch | None = None
        self.buttons: dict[str, QPushButton] = {}  # by the name on the card; "" is the escrow sheet's
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))
        self.hide()

    def show_watch(self, watch: Watch) -> None:
        """Show who waits now, and above them what was made outside the program."""
        if watch == self._watch:
            return
        self._watch = watch
        self.buttons.clear()
        empty_layout(self._column)
        for sentence in watch.strange:
            told = label(tr_sentence(sentence), "small", wrap=True)
            told.setProperty("meaning", "overdue")
            self._column.addWidget(told)
        for one in watch.waiting:
            if watch.holds or not one.is_escrow:
                self._column.addWidget(self._card(one, holds=watch.holds))
        self.setVisible(self._column.count() > 0)

    def _card(self, one: Waiting, *, holds: bool) -> QFrame:
        made = QFrame()
        made.setObjectName("card")
        column = QVBoxLayout(made)
        column.setContentsMargins(*[look().px(12)] * 4)
        column.setSpacing(look().px(4))
        title = tr("The office's escrow sheet") if one.is_escrow else one.name
        column.addWidget(label(title, "strong", wrap=True))
        for words in self._particulars(one, holds=holds):
            column.addWidget(label(words, "small", wrap=True))
        if holds and one.fingerprint:
            column.addWidget(self._button(one))
        return made

    def _particulars(self, one: Waiting, *, holds: bool) -> list[str]:
        if one.is_escrow:
            told = [tr("Whoever holds the printed sheet could open this case and every other that you write "
                       "in from now on. Compare the fingerprint with the one on the sheet.")]
        else:
            told = [roles_words(one.roles), tr("Put on the case by {name}", name=one.named_by),
                    tr("Waits for the case's key: what was said alone does not open for them.")]
        if one.fingerprint and holds:
            told.append(tr("Fingerprint: {mark}", mark=readable(one.fingerprint)))
        return told

    def _button(self, one: Waiting) -> QPushButton:
        words = tr("Leave the key with this sheet") if one.is_escrow else tr("Let {name} in", name=one.name)
        made = button(words, picture="key")
        made.clicked.connect(partial(self._let_in, one, made))
        leave_to_office(self.bench.desk, made)
        self.buttons[one.name] = made
        return made

    def _let_in(self, one: Waiting, press: QPushButton, _down: bool = False) -> None:
        press.setDisabled(True)
        notice = (tr("The case's key is left with the escrow sheet.") if one.is_escrow else
                  tr("{name} holds the case's key now.", name=one.name))
        self._watch = None  # whatever comes of it is shown anew

        def failed(error: DeskError) -> None:
            press.setEnabled(True)
            self.bench.trouble.emit(error)

        self.bench.run(sharing.let_in, one.account_id, one.fingerprint, undo=False, notice=notice,
                       failed=failed)
