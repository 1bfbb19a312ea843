"""Packages: this office's own card, and the cards of others, compared by telephone before they count."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.referral.offices import ReceivingOffice
from mediation_desk.gui.kit.fields.kinds import CheckField, ChoiceField, Form
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, mean, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.desk import Desk
from mediation_desk.services.referral import office_cards
from mediation_desk.services.referral.office_cards import Looked, Own, Standing
from mediation_desk.services.referral.package_files import card_name

KINDS = "*.mdoffice"


class PackagesPart(OfficePart):
    """Two cards: the own one, to be handed out; and another's, read, compared and taken."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._looked: Looked | None = None
        self._offices: Sequence[ReceivingOffice] = ()
        self.own_office, self.own_number = label("", "strong", wrap=True), selectable(label("", "heading"))
        self.write = button(tr("Write this office's card …"), picture="identification-card")
        self.read_card = button(tr("Read another office's card …"), picture="folder-open")
        self.whose, self.standing = label("", "strong", wrap=True), label("", wrap=True)
        self.number, self.former = selectable(label("", "heading")), selectable(label("", "muted", wrap=True))
        self.form = Form(self)
        self.office = self.form.add(ChoiceField(tr("Office of the list that it belongs to"), name="office",
                                                empty=tr("not chosen"), width=36), wide=True)
        self.compared = self.form.add(CheckField(tr("I compared the number by telephone"), name="compared"),
                                      wide=True)
        self.take_card = button(tr("Take this card"), "primary", picture="check")
        self.leave = button(tr("Leave it"), "quiet")
        self.other = QFrame(self)
        self._lay()
        self._listen()

    def _lay(self) -> None:
        self.column.addWidget(label(tr(
            "A matter is referred to another office in a sealed package. It is encrypted for the key on that "
            "office's card and signed with this office's. Give this card to the offices that send you "
            "packages, and read theirs. Nothing on a card is secret; what matters is that nobody swapped it "
            "on its way: both read the check number to one another on the telephone."), "muted", wrap=True))
        mine = self._card(QFrame(self))
        mine.addWidget(label(tr("This office's card"), "group"))
        mine.addWidget(self.own_office)
        mine.addWidget(label(tr("Check number"), "muted"))
        mine.addWidget(self.own_number)
        mine.addLayout(row_of(self.write))
        self.column.addLayout(row_of(self.read_card))
        other = self._card(self.other)
        for made in (self.whose, self.standing, self.former, self.number, self.form):
            other.addWidget(made)
        other.addLayout(row_of(self.take_card, self.leave))
        self.other.hide()
        self.column.addStretch(1)

    def _card(self, card: QFrame) -> QVBoxLayout:
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*[look().px(16)] * 4)
        inside.setSpacing(look().px(8))
        self.column.addWidget(card)
        return inside

    def _listen(self) -> None:
        self.write.clicked.connect(self.write_own)
        self.read_card.clicked.connect(self.choose)
        self.form.does(self.take_card)
        self.take_card.clicked.connect(self.take)
        self.leave.clicked.connect(self.put_away)
        self.leaves(self.other, self.put_away)

    # -- one's own -----------------------------------------------------------------------

    def shown(self) -> None:
        """The card as it is now, and the offices that another's can belong to."""
        self.read(office_cards.own, done=self._show_own)
        self.read(office_cards.offices, done=self._show_offices)

    def _show_own(self, own: Own) -> None:
        self.own_office.setText(own.office)
        self.own_number.setText(own.check)

    def _show_offices(self, found: Sequence[ReceivingOffice]) -> None:
        self._offices, chosen = found, self.office.value()
        self.office.set_choices([(one.id, one.name) for one in found])
        self.office.set_value(chosen)

    def write_own(self) -> None:
        """Ask for a place, and write it there."""
        proposed = str(Path.home() / card_name(self.own_office.text()))
        chosen, _kind = QFileDialog.getSaveFileName(self, tr("Write this office's card …"), proposed,
                                                    tr("Office cards ({kinds})", kinds=KINDS),
                                                    options=QFileDialog.Option.DontConfirmOverwrite)
        if chosen:
            path = Path(chosen)
            self.tasks.run(office_cards.write_own, self.desk, str(path.parent), path.name, receiver=self,
                           done=lambda made: self.told.emit(
                               tr("The card is written: {file}", file=made.name), None),
                           failed=self.trouble.emit)

    # -- another's -----------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a card, and look at it."""
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Read another office's card …"), "", tr(
            "Office cards ({kinds});;All files (*)", kinds=KINDS))
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Show a card; nothing is changed."""
        self.read(office_cards.look, str(path), done=self.show_card)

    def show_card(self, looked: Looked) -> None:
        """Whose it is, what is known of it, and the number to compare."""
        self._looked = looked
        self.form.clear_errors()
        self.whose.setText(looked.office)
        self.number.setText(looked.check)
        self.standing.setText(_standing_words(looked))
        mean(self.standing, "overdue" if looked.standing is Standing.CHANGED else "")
        self.former.setText(tr("Before: {number}", number=looked.former))
        self.former.setVisible(bool(looked.former))
        known = looked.standing is Standing.KNOWN
        self.office.set_value(looked.office_id or self._of_that_name(looked.office))
        self.office.setVisible(looked.standing is Standing.NEW)
        self.compared.set_value(False)
        for made in (self.compared, self.take_card):
            made.setVisible(not known)
        self.other.show()
        self.reveal(self.other)

    def _of_that_name(self, name: str) -> UUID | None:
        """The office of the list that is called as the card says."""
        return next((one.id for one in self._offices if one.name == name), None)

    def take(self) -> None:
        """Note its keys with the office of the list."""
        if self._looked is not None and self.form.commit():
            chosen = self.office.value()
            self.run(office_cards.take, self._looked, compared=bool(self.compared.value()),
                     office_id=chosen if isinstance(chosen, UUID) else None, form=self.form,
                     done=lambda _changes: self.put_away(),
                     notice=tr("Packages to “{office}” can be encrypted for it now.",
                               office=self._looked.office))

    def put_away(self) -> None:
        """Done with that card."""
        self._looked = None
        self.other.hide()
        self.shown()

    def help_text(self) -> str:
        """F1."""
        return tr("Whoever has this office's card can send it packages that nobody else opens, and know "
                  "its signature again. Write the card, have it brought to the other office, and read the "
                  "check number to them on the telephone. Another office's card is noted with the office "
                  "in the list of receiving offices, once its number was compared; keys that are not the "
                  "ones before are told and never taken unasked. After the store key was renewed this "
                  "office has new keys and a new card; what was sent for the former ones still opens.")


def _standing_words(looked: Looked) -> str:
    if looked.standing is Standing.KNOWN:
        return tr("This card is known already, as “{office}”.", office=looked.called)
    if looked.standing is Standing.CHANGED:
        return tr("“{office}” had other keys before. Call them at a number that you know, and ask whether "
                  "they renewed their keys; have this check number read to you.", office=looked.called)
    return tr("Call that office at a number that you know from elsewhere, and have its check number read "
              "to you. It must be this one, group by group:")
