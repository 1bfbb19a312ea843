"""Renewing the store key: why it should be, what it means, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.entry.password_field import PasswordField
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.fields.kinds import Form
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, mean
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.kit.work import WorkLine
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.upkeep import store_key
from mediation_desk.services.upkeep.store_key import Reason, Why

MOST_NAMED = 3
_WHY: Mapping[Why, str] = MappingProxyType({
    Why.DISABLED: N_("{name} was disabled on {on}."), Why.OTHER_ROLES: N_("{name} lost a role on {on}."),
    Why.RESET: N_("The password of {name} was reset on {on}.")})


def why(reasons: Sequence[Reason], zone: tzinfo) -> str:
    """A line for each of the latest, and what follows from them; nothing without any."""
    if not reasons:
        return ""
    told = [tr(_WHY[one.why], name=one.name, on=f"{one.at.astimezone(zone):%Y-%m-%d}")
            for one in reasons[:MOST_NAMED]]
    if len(reasons) > MOST_NAMED:
        told.append(tr("and {count} more", count=len(reasons) - MOST_NAMED))
    return "\n".join([*told, tr("Whoever kept the store key of that day can read with it, and alter unseen, "
                                "whatever they reach of this store, until the key is renewed.")])


class Offer(QFrame):
    """Beside the accounts: why the key should be renewed, and the way there. ``wanted`` when it is taken."""

    wanted = Signal()

    def __init__(self, part: OfficePart) -> None:
        super().__init__(part)
        self.setObjectName("card")
        self.part = part
        self.words = label("", wrap=True)
        self.go = button(tr("Renew the store key …"), picture="key")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(self.words)
        column.addLayout(row_of(self.go))
        self.go.clicked.connect(self.wanted)
        self.hide()

    def look(self) -> None:
        """Show, or go, as things stand now."""
        if self.part.desk.may(Verb.RENEW_STORE_KEY):
            self.part.read(store_key.reasons, done=self._show)

    def _show(self, reasons: Sequence[Reason]) -> None:
        self.words.setText(why(reasons, self.part.desk.zone))
        self.setVisible(bool(reasons))


class StoreKey(QWidget):
    """Among the checks, for whoever may renew it. ``sheet_wanted`` asks for a new recovery sheet."""

    sheet_wanted = Signal()

    def __init__(self, part: OfficePart) -> None:
        super().__init__(part)
        self.part = part
        self.reasons = label("", wrap=True)
        mean(self.reasons, "disputed")
        self.reasons.hide()
        self.open = button(tr("Renew the store key …"), picture="key")
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self.form = Form(self.card)
        self.password = self.form.add(PasswordField(tr("Your password"), name="password"))
        self.renew, self.leave = button(tr("Renew the key now"), "primary"), button(tr("Leave it"))
        self.work = WorkLine(self)
        self.verdict = MessageBar(self)
        self._lay()
        self.card.hide()
        self.open.clicked.connect(self.begin)
        self.leave.clicked.connect(self.put_away)
        self.renew.clicked.connect(self._renew)
        self.form.does(self.renew)
        part.leaves(self.card, self.put_away)
        self.setVisible(part.desk.may(Verb.RENEW_STORE_KEY))

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(label(tr("Store key"), "group"))
        column.addWidget(label(tr(
            "One key encrypts the store, or vouches for every row on a server; everybody's password leads to "
            "it. Renewing it shuts out whoever kept a copy of it. Copies and backups that were made before "
            "stay readable with the former key and the passwords of their day: destroy them, or lock them "
            "away."), "muted", wrap=True))
        column.addWidget(self.reasons)
        column.addLayout(row_of(self.open, self.work, gap=12))
        column.addWidget(self._laid_card())
        column.addWidget(self.verdict)

    def _laid_card(self) -> QFrame:
        column = QVBoxLayout(self.card)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(label(tr(
            "Everybody keeps their password, and signs in as always; who has this store open on another "
            "computer signs in again. The recovery sheet in the safe opens nothing any more: print a new one "
            "afterwards. Until it is done nothing else is read or saved here; stopped or interrupted, the "
            "store is as it was."), wrap=True))
        column.addWidget(self.form)
        column.addLayout(row_of(self.renew, self.leave, gap=12))
        return self.card

    # -- showing -------------------------------------------------------------------------

    def look(self) -> None:
        """Read why the key should be renewed."""
        if self.part.desk.may(Verb.RENEW_STORE_KEY):
            self.part.read(store_key.reasons, done=self._show)

    def _show(self, reasons: Sequence[Reason]) -> None:
        self.reasons.setText(why(reasons, self.part.desk.zone))
        self.reasons.setVisible(bool(reasons))

    def begin(self) -> None:
        """Say what it means, and ask for the password."""
        if self.work.busy:
            return
        self.password.wipe()
        self.form.clear_errors()
        self.verdict.clear()
        self.card.show()
        self.part.reveal(self)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Forget the password, and put the card away."""
        self.password.wipe()
        self.card.hide()

    # -- renewing ------------------------------------------------------------------------

    def _renew(self) -> None:
        if self.work.busy or not self.form.commit():
            return
        self.renew.setDisabled(True)
        task = self.part.tasks.run(store_key.renew, self.part.desk, self.password.value(), receiver=self,
                                   done=self._renewed, failed=self._not_renewed,
                                   label=tr("Renewing the store key …"))
        self.work.follow(task, tr("Renewing the store key …"))

    def _renewed(self, changes: object) -> None:
        self.renew.setDisabled(False)
        self.put_away()
        self.verdict.notice(tr("The store key is renewed. The former recovery sheet opens nothing any more."),
                            action=tr("Print it now"), on_action=self.sheet_wanted.emit, meaning="agreed",
                            stays=True)
        self.part.changed.emit(changes)
        self.look()

    def _not_renewed(self, error: DeskError) -> None:
        self.renew.setDisabled(False)
        if not self.form.show_error(error):
            self.put_away()
            self.verdict.trouble(error)
