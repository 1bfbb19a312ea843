"""The card of one account, and the card that lets a new colleague in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.sites import HERE, chosen, kept
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.gui.pages.office.consequences import Consequences
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.office.roles import RoleTicks
from mediation_desk.services.office import accounts, lending


def site_choice() -> ChoiceField:
    """At which site a colleague sits; out of sight in an office that has none."""
    made = ChoiceField(tr("Site"), (), name="site", width=24)
    made.hide()
    return made


def _chosen(field: ChoiceField) -> UUID | None:
    value = field.value()
    return value if isinstance(value, UUID) else None


class _Card(QFrame):
    """What both cards share: a form with ticks, and errors beside them."""

    def __init__(self, part: OfficePart) -> None:
        super().__init__(part)
        self.setObjectName("card")
        self.part = part
        self.title = label("", "strong", wrap=True)
        self.form = Form(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[look().px(16)] * 4)
        self.column.setSpacing(look().px(12))
        self.column.addWidget(self.title)
        self.column.addWidget(self.form)

    def refused(self, roles: RoleTicks, error: DeskError) -> None:
        """Beside the ticks, the field it concerns, or on the page; a colleague's word beside one's own."""
        if error.field == "roles" and not isinstance(error, Conflicts):
            roles.show_error(tr_error(error))
        else:
            self.part.refused(error, self.form)


class NewColleague(_Card):
    """``added(login, name, lent password)`` once a colleague is let in; ``left`` when it is put away."""

    added = Signal(str, str, str)
    left = Signal()

    def __init__(self, part: OfficePart) -> None:
        super().__init__(part)
        self.title.setText(tr("A new colleague"))
        self.name = self.form.add(TextField(tr("Name"), name="name", required=True, width=24, limit=50,
                                            help=tr("As it stands on papers.")))
        self.login = self.form.add(TextField(tr("Sign-in name"), name="login", required=True, width=24,
                                             limit=64))
        self.site = self.form.add(site_choice())
        self.roles = RoleTicks(self.form)
        self.add = button(tr("Add and lend a password"), "primary")
        self.cancel = button(tr("Cancel"))
        self.column.addLayout(row_of(self.add, self.cancel))
        self.form.does(self.add)
        self.add.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.left)

    def begin(self) -> None:
        """An empty card with the cursor in it."""
        self.form.set_values({"name": "", "login": "", "site": HERE if self.site.isVisibleTo(self) else None})
        self.roles.show({Role.MEDIATOR})
        self.form.clear_errors()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Let the colleague in, with a password made for the occasion."""
        if not self.add.isEnabled() or not self.form.commit():
            return
        password = lending.lent_password()
        draft = accounts.AccountDraft(self.login.value(), self.name.value(), self.roles.roles(), password,
                                      _chosen(self.site))
        self.add.setDisabled(True)
        self.part.tasks.run(accounts.add, self.part.desk, draft, receiver=self,
                            done=partial(self._added, password), failed=self._failed,
                            label=tr("Adding the account …"))

    def _added(self, password: str, changes: object) -> None:
        self.add.setDisabled(False)
        self.part.changed.emit(changes)
        self.added.emit(self.login.value(), self.name.value(), password)

    def _failed(self, error: DeskError) -> None:
        self.add.setDisabled(False)
        self.refused(self.roles, error)


class AccountCard(_Card):
    """One colleague: name and roles saved as they are left, in and out, a new password.

    ``lent(name, password)`` when a password was lent; ``saved`` when the list has to be read anew.
    """

    lent = Signal(str, str)
    saved = Signal()

    def __init__(self, part: OfficePart) -> None:
        super().__init__(part)
        self.account: Account | None = None
        self._seen: Account | None = None  # with what a conflict has shown of it
        self._wanted: Account | None = None  # as it was saved last, or was not because of a conflict
        self._undo: list[Callable[[], object]] = []
        self.name = self.form.add(TextField(tr("Name"), name="name", required=True, width=24, limit=50))
        self.site = self.form.add(site_choice())
        self.roles = RoleTicks(self.form)
        self.own = label(tr("Nobody changes their own roles. Another administrator can."), "small", wrap=True)
        self.column.addWidget(self.own)
        self.disable = button(tr("Disable"), picture="prohibit")
        self.enable = button(tr("Enable"), picture="check-circle")
        self.reset = button(tr("Reset password …"), picture="key")
        self.column.addLayout(row_of(self.disable, self.enable, self.reset))
        self.asking = Consequences()
        self.column.addWidget(self.asking)
        self._listen()

    def _listen(self) -> None:
        self.form.committed.connect(lambda name, _value: self._committed(name))
        self.disable.clicked.connect(lambda: self._in_or_out(accounts.disable, accounts.enable))
        self.enable.clicked.connect(lambda: self._in_or_out(accounts.enable, accounts.disable))
        self.reset.clicked.connect(self._ask)
        self.asking.left.connect(self._as_it_was)
        self.part.leaves(self.asking, self.asking.put_away)

    def show_account(self, account: Account) -> None:
        """Show a colleague."""
        other = self.account is None or self.account.id != account.id
        self.account = self._seen = account
        own = account.id == self.part.desk.who.account_id
        self.title.setText(tr("{name} ({login})", name=account.name, login=account.login))
        self.name.set_value(account.name)
        self.site.set_value(chosen(account.site_id))
        self.roles.show(account.roles)
        self.roles.set_read_only(own)
        self.own.setVisible(own)
        self.disable.setVisible(account.is_active and not own)
        self.enable.setVisible(not account.is_active)
        self.reset.setVisible(account.is_active and not own)
        if other:
            self.form.clear_errors()
            self.asking.hide()

    # -- changing ------------------------------------------------------------------------

    def _committed(self, field: str) -> None:
        """The name is saved as it is left; other roles are asked about first."""
        account = self.account
        if account is None:
            return
        if field in ("name", "site"):
            after = replace(account, name=self.name.value(), site_id=kept(_chosen(self.site)))
            if (after.name, after.site_id) != (account.name, account.site_id):
                self._save(after, account, back=partial(self._change_back, account, after))
        elif self.roles.roles() == account.roles:
            self.asking.put_away()
        else:
            self._ask_roles(account)

    def _save(self, wanted: Account, seen: Account | None, back: Callable[[], object] | None = None) -> None:
        """What is only ticked yet, and was not asked about, is not saved with it."""
        self._wanted = wanted
        self._run(accounts.change, wanted.id, wanted.name, wanted.roles, seen, notice=tr("Saved."), back=back,
                  site_id=chosen(wanted.site_id))

    def _change_back(self, before: Account, after: Account) -> None:
        self._run(accounts.change, before.id, before.name, before.roles, after, notice=tr("Undone."),
                  site_id=chosen(before.site_id))

    def decided(self, mine: bool) -> None:
        """Keep one's own word after all, now that the colleague's was seen, or show theirs."""
        if mine and self._wanted is not None:
            self._save(self._wanted, self._seen)
        else:
            self.name.set_value(self.account.name if self.account else "")
            self.site.set_value(chosen(self.account.site_id) if self.account else None)
            self.saved.emit()

    def _ask_roles(self, account: Account) -> None:
        """Other roles cannot be taken back as if nothing had been: no list of holders knows the account."""
        roles = self.roles.roles()
        words = tr("With other roles {name} holds the key of no case any more, and no sealed word comes with "
                   "them: what was said alone opens for {name} only where a mediator who holds a case's key "
                   "lets {name} in again, or with the escrow sheet.", name=account.name)
        self.asking.ask(words, tr("Change the roles"),
                        lambda: self._save(replace(account, roles=roles), account))
        self.part.reveal(self)

    def _as_it_was(self) -> None:
        if self.account is not None:
            self.roles.show(self.account.roles)

    def _in_or_out(self, verb: Callable[..., Any], other: Callable[..., Any]) -> None:
        assert self.account is not None
        account_id, name = self.account.id, self.account.name
        said = {accounts.disable: tr("{name} can no longer sign in and holds the key of no case any more.",
                                     name=name),
                accounts.enable: tr("{name} can sign in again. What was said alone opens for {name} once a "
                                    "mediator lets {name} in.", name=name)}
        self._run(verb, account_id, notice=said[verb],
                  back=lambda: self._run(other, account_id, notice=said[other]))

    def _run(self, verb: Callable[..., Any], *args: Any, notice: str,
             back: Callable[[], object] | None = None, **kwargs: Any) -> None:
        def done(changes: object) -> None:
            if back is not None:
                self._undo.append(back)
            self.form.clear_errors()
            self.saved.emit()
            self.part.changed.emit(changes)
            self.part.told.emit(notice, self.undo if back else None)

        self.part.tasks.run(verb, self.part.desk, *args, done=done, receiver=self, label=notice,
                            failed=self._failed, **kwargs)

    def _failed(self, error: DeskError) -> None:
        if isinstance(error, Conflicts) and self._seen is not None:
            shown: dict[str, Any] = {one.place.field: one.stands for one in error.conflicts}
            self._seen = replace(self._seen, **shown)
        self.refused(self.roles, error)

    def undo(self) -> None:
        """Take back the last change made here."""
        if self._undo:
            self._undo.pop()()

    # -- a new password ------------------------------------------------------------------

    def _ask(self) -> None:
        assert self.account is not None
        words = tr(
            "{name} receives a lent password and new keys; the present password opens nothing any more. No "
            "sealed word comes with the new password, whoever signs in with it: what was said alone opens "
            "for {name} only where a mediator who holds a case's key lets {name} in again. In cases without "
            "such a colleague it opens only with the escrow sheet; without one it stays closed for good. "
            "This cannot be undone.", name=self.account.name)
        self.asking.ask(words, tr("Lend a new password"), self._lend)
        self.part.reveal(self)

    def _lend(self) -> None:
        assert self.account is not None
        name, password = self.account.name, lending.lent_password()
        self.part.run(accounts.reset_password, self.account.id, password,
                      done=lambda _changes: self._lent(name, password))

    def _lent(self, name: str, password: str) -> None:
        self.lent.emit(name, password)
        self.saved.emit()
