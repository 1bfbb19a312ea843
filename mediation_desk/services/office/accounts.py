"""Accounts: who may open the store, their passwords, and the printed recovery and escrow sheets."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text import names
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import key_file
from mediation_desk.services.office.merging import merged_row
from mediation_desk.store.vault import recovery
from mediation_desk.store.vault import vault as doors
from mediation_desk.store.vault.document import Vault
from mediation_desk.store.vault.passwords import tidy_login
from mediation_desk.store.vault.renewal import without_strays
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class AccountDraft:
    """A new colleague: the password is lent and must be changed at the first sign-in."""

    login: str
    name: str
    roles: frozenset[Role]
    password: str


def everybody(desk: Desk) -> Sequence[Account]:
    """All accounts, by name."""
    desk.require(Verb.MANAGE_ACCOUNTS)
    with desk.reading() as work:
        return work.accounts.all()


def add(desk: Desk, draft: AccountDraft) -> Changes:
    """Let a colleague in."""
    _check(draft.name, draft.roles)
    with _managing(desk, "add_account") as work:
        account_id = work.new_key()
        kept = frozenset(account.id for account in work.accounts.all())

        def change(vault: Vault) -> Vault:
            return doors.add_account(without_strays(vault, desk.store.opened, kept), desk.store.opened,
                                     draft.login, draft.password, account_id)

        vault = key_file.changed(desk, work, change)
        work.accounts.add(Account(
            id=account_id, login=tidy_login(draft.login), name=names.person(draft.name), roles=draft.roles,
            public_key=vault.of(account_id).public_key, created_at=work.who.now))
        return work.commit(lists=("accounts",), result=account_id)


def change(desk: Desk, account_id: UUID, name: str, roles: frozenset[Role],
           seen: Account | None = None) -> Changes:
    """Correct a colleague's name and roles.

    ``seen``: the account as the person looked at it; None: as it stands.
    """
    _check(name, roles)
    with _managing(desk, "change_account") as work:
        account = work.accounts.get(account_id)
        merged = merged_row(desk, work, ("accounts", str(account_id)), _corrected(seen or account),
                            {"name": names.person(name), "roles": roles}, _corrected(account))
        _keep_an_administrator(work, account, cast(frozenset[Role], merged["roles"]))
        account.name, account.roles = cast(str, merged["name"]), cast(frozenset[Role], merged["roles"])
        return work.commit(lists=("accounts",))


def _corrected(account: Account) -> dict[str, object]:
    """What is corrected of an account."""
    return {"name": account.name, "roles": account.roles}


def disable(desk: Desk, account_id: UUID) -> Changes:
    """Shut out somebody who left. Their cases' keys are renewed when a colleague next writes there."""
    with _managing(desk, "disable_account") as work:
        account = work.accounts.get(account_id)
        if account_id == desk.who.account_id:
            raise DeskError(N_("You cannot disable your own account."), field="login")
        _keep_an_administrator(work, account, frozenset())
        key_file.changed(
            desk, work, lambda vault: doors.disable_account(vault, desk.store.opened, account.login))
        account.disable(work.who.now)
        return work.commit(lists=("accounts",))


def enable(desk: Desk, account_id: UUID) -> Changes:
    """Let somebody in again, with the password they had."""
    with _managing(desk, "enable_account") as work:
        account = work.accounts.get(account_id)
        key_file.changed(
            desk, work, lambda vault: doors.enable_account(vault, desk.store.opened, account.login))
        account.enable()
        return work.commit(lists=("accounts",))


def reset_password(desk: Desk, account_id: UUID, password: str) -> Changes:
    """Lend a new password. The account gets a new key pair: colleagues on its cases share their keys
    with it again by writing in the case; without a colleague, the escrow sheet restores them."""
    with _managing(desk, "reset_password") as work:
        account = work.accounts.get(account_id)
        vault = key_file.changed(
            desk, work,
            lambda vault: doors.reset_password(vault, desk.store.opened, account.login, password)[0])
        account.public_key = vault.of(account_id).public_key
        return work.commit(lists=("accounts",))


def change_password(desk: Desk, old: str, new: str, again: str) -> None:
    """The own password: whoever sits at the desk, at any time."""
    if new != again:
        raise DeskError(N_("The two passwords differ."), field="password_again")
    with desk.pauses.door("old_password"), desk.work("change_password") as work:
        key_file.changed(
            desk, work, lambda vault: doors.change_password(vault, desk.store.opened, old, new))
        work.commit()


def must_change_password(desk: Desk) -> bool:
    """Whether the password was only lent by an administrator."""
    return desk.store.place.vault.read().of(desk.who.account_id).must_change


def has_recovery_sheet(desk: Desk) -> bool:
    """Whether a recovery sheet was ever printed for this store."""
    return desk.store.place.vault.read().recovery_wrap is not None


def new_recovery_code(desk: Desk) -> str:
    """A fresh recovery code for the printed sheet; the former sheet opens nothing any more."""
    desk.require(Verb.PRINT_RECOVERY_SHEET)
    codes: list[str] = []

    def change(vault: Vault) -> Vault:
        vault, code = recovery.new_recovery_code(vault, desk.store.opened)
        codes.append(code)
        return vault

    with desk.work("print_recovery_sheet") as work:
        key_file.changed(desk, work, change)
        work.commit()
    return codes[-1]


def new_escrow_code(desk: Desk) -> str:
    """A fresh office escrow for the seals of cases registered or written in from now on."""
    desk.require(Verb.PRINT_ESCROW_SHEET)
    codes: list[str] = []

    def change(vault: Vault) -> Vault:
        vault, code = recovery.new_escrow(vault, desk.store.opened)
        codes.append(code)
        return vault

    with desk.work("print_escrow_sheet") as work:
        key_file.changed(desk, work, change)
        work.commit()
    return codes[-1]


def drill(desk: Desk, code: str) -> bool:
    """Whether the recovery sheet would open the store today; nothing is changed. Wrong codes are slowed
    down as wrong passwords are."""
    desk.pauses.require_over("code")
    vault = desk.store.place.vault.read()
    opens = recovery.drill(vault, code) and key_file.knows_recovery(desk, vault)
    if not opens:
        desk.pauses.failed()
    return opens


def _managing(desk: Desk, verb: str) -> AbstractContextManager[Work]:
    desk.require(Verb.MANAGE_ACCOUNTS)
    return desk.work(verb)


def _check(name: str, roles: frozenset[Role]) -> None:
    if not names.person(name):
        raise DeskError(N_("Enter the person's name as it stands on papers."), field="name")
    if not roles:
        raise DeskError(N_("Choose at least one role."), field="roles")


def _keep_an_administrator(work: Work, account: Account, roles: frozenset[Role]) -> None:
    others = [a for a in work.accounts.all() if a.id != account.id and Role.ADMINISTRATOR in a.working_roles]
    if Role.ADMINISTRATOR in account.roles and Role.ADMINISTRATOR not in roles and not others:
        raise DeskError(N_("This is the only administrator; make another one first."), field="roles")
