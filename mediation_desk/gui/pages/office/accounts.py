"""Accounts: who may come in, as what; letting colleagues in and out, and lending passwords."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.merging import Conflict
from mediation_desk.domain.sites import chosen
from mediation_desk.gui.kit.clash import ClashWords
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.seeking import choose_where
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.office.account_cards import AccountCard, NewColleague
from mediation_desk.gui.pages.office.lent import LentCard
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.office.roles import roles_words
from mediation_desk.gui.pages.office.store_key import Offer
from mediation_desk.gui.site_field import site_words
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import accounts, sites
from mediation_desk.services.office.sites import Choice

TABLE_HEIGHT = 208


class AccountsPart(OfficePart):
    """The colleagues in a table, and beneath it the chosen one. ``key_wanted``: the store key should be
    renewed, since somebody left."""

    key_wanted = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._sites: Sequence[Choice] = ()
        *who, state = _columns()
        self.model = RowsModel([*who, Column("site", tr("Site"), self._site_of, width=18, sortable=False),
                                state])
        self.table = Table(self.model, name=tr("Accounts"))
        self.table.setFixedHeight(look().px(TABLE_HEIGHT))
        self.add = button(tr("Add a colleague"), picture="user-plus")
        self.lent = LentCard(self)
        self.new = NewColleague(self)
        self.card = AccountCard(self)
        self.offer = Offer(self)
        self._wanted: str = ""
        self._lay()
        self.table.chosen.connect(self._chosen)
        self.add.clicked.connect(self.open_new)
        self.new.left.connect(self._close_new)
        self.leaves(self.new, self._close_new)
        self.new.added.connect(self._added)
        self.card.lent.connect(self.lent.lend)
        self.card.saved.connect(self.shown)
        self.offer.wanted.connect(self.key_wanted)

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(tr("Colleagues"), "group"), 1)
        top.addWidget(self.add)
        self.column.addLayout(top)
        self.column.addWidget(self.table)
        below = QVBoxLayout()
        below.setSpacing(look().px(12))
        for card in (self.offer, self.lent, self.new, self.card):
            below.addWidget(card)
        self.column.addLayout(below)
        self.column.addStretch(1)
        self.new.hide()
        self.card.hide()

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """Read everybody anew, and the sites at which they can sit."""
        self.read(sites.choices, done=self._take_sites)
        self.offer.look()

    def _show(self, everybody: Sequence[Account]) -> None:
        now = self.table.current_row()
        wanted = self._wanted or (now.login if now is not None else "")
        self._wanted = ""
        self.model.set_rows(everybody)
        if not choose_where(self.table, lambda row: row.login == wanted):
            self.table.choose_row(0)
        self._chosen(self.table.current_row())

    def _take_sites(self, known: Sequence[Choice]) -> None:
        self._sites = known
        self.table.show_column("site", bool(known))
        for card in (self.new, self.card):
            card.site.set_choices([(one.id, site_words(one)) for one in known])
            card.site.setVisible(bool(known))
        self.read(accounts.everybody, done=self._show)  # whose columns are as wide as what stands in them

    def _site_of(self, account: Account) -> str:
        return next((site_words(one) for one in self._sites if one.id == chosen(account.site_id)), "")

    def choose(self, login: str) -> None:
        """Put the cursor on a colleague."""
        choose_where(self.table, lambda row: row.login == login)

    def _chosen(self, account: Account | None) -> None:
        self.card.setVisible(account is not None and self.new.isHidden())
        if account is not None:
            self.card.show_account(account)

    # -- a new colleague -----------------------------------------------------------------

    def open_new(self) -> None:
        """Show the card for a new colleague."""
        self.lent.forget()
        self.card.hide()
        self.new.begin()

    def _close_new(self) -> None:
        self.new.hide()
        self.card.setVisible(self.table.current_row() is not None)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _added(self, login: str, name: str, password: str) -> None:
        self._wanted = login
        self.new.hide()
        self.lent.lend(name, password)
        self.shown()

    def decided(self, _field: str, mine: bool) -> None:
        """The card knows what was wanted."""
        self.card.decided(mine)

    def clash_words(self) -> ClashWords:
        """Roles by their names."""
        return AccountClashWords()

    def undo(self) -> None:
        """Take back the last change made here."""
        self.card.undo()

    def help_text(self) -> str:
        """F1."""
        return tr("Everybody signs in with an account of their own. A new colleague receives a lent "
                  "password, shown once, and chooses another at the first sign-in. Whoever leaves is "
                  "disabled, never deleted: what they did stays under their name. An administrator brings "
                  "nobody to what was said alone: after other roles, a reset password or disabling, a "
                  "mediator of each case lets the account in again, or the escrow sheet does, with its trace "
                  "in the case's events.")


class AccountClashWords(ClashWords):
    """A conflict about a colleague's name or roles."""

    def named(self, _table: str, field: str) -> str:
        """As the card calls it."""
        return {"roles": tr("Roles"), "site_id": tr("Site")}.get(field, tr("Name"))

    def value(self, conflict: Conflict, value: object, field: str = "") -> str:
        """Roles by their names."""
        return roles_words(value) if isinstance(value, frozenset) else super().value(conflict, value, field)


def _columns() -> list[Column]:
    return [Column("name", tr("Name"), lambda account: account.name, width=16),
            Column("login", tr("Sign-in name"), lambda account: account.login, width=16),
            Column("roles", tr("Roles"), lambda account: roles_words(account.roles), stretch=True, width=24),
            Column("state", tr("State"), _state, Kind.STATE, width=14)]


def _state(account: Account) -> State:
    return State(tr("Active"), "agreed") if account.is_active else State(tr("Disabled"), "muted")
