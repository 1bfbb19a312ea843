"""Accounts: who may open the store, their passwords, and the printed recovery and escrow sheets."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.holders import fingerprint
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import Site, require_site
from mediation_desk.domain.text import names
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.agreeing import agree
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
    site_id: UUID | None = None  # the site at which they sit


def everybody(desk: Desk) -> Sequence[Account]:
    """All accounts, by name."""
    with desk.reading(Verb.MANAGE_ACCOUNTS) as work:
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
            public_key=vault.of(account_id).public_key, created_at=work.who.now,
            site_id=require_site(work.all_of(Site), draft.site_id)))
        return work.commit(lists=("accounts",), result=account_id)


def change(desk: Desk, account_id: UUID, name: str, roles: frozenset[Role],
           seen: Account | None = None, *, site_id: UUID | None = None) -> Changes:
    """Correct a colleague's name and roles. With other roles the account stands on no list of holders any
    more, until a holder lets it in again; nobody changes their own roles.

    ``seen``: the account as the person looked at it; None: as it stands. ``site_id``: the site at which they
    sit, HERE for the office itself; None: as it is.
    """
    _check(name, roles)
    with _managing(desk, "change_account") as work:
        account = work.accounts.get(account_id)
        if account_id == desk.who.account_id and roles != (seen or account).roles:
            raise DeskError(N_("Nobody changes their own roles. Ask another administrator."), field="roles")
        merged = merged_row(desk, work, ("accounts", str(account_id)), _corrected(seen or account),
                            {"name": names.person(name), "roles": roles, "site_id": _sits(
                                work, seen or account, site_id)}, _corrected(account))
        account.name = cast(str, merged["name"])
        account.wear(cast(frozenset[Role], merged["roles"]))
        account.site_id = cast(UUID | None, merged["site_id"])
        return work.commit(lists=("accounts",))


def _corrected(account: Account) -> dict[str, object]:
    """What is corrected of an account."""
    return {"name": account.name, "roles": account.roles, "site_id": account.site_id}


def _sits(work: Work, account: Account, site_id: UUID | None) -> UUID | None:
    return account.site_id if site_id is None else require_site(work.all_of(Site), site_id, account.site_id)


def disable(desk: Desk, account_id: UUID) -> Changes:
    """Shut out somebody who left. Their cases' keys are renewed when a colleague next writes there."""
    with _managing(desk, "disable_account") as work:
        account = work.accounts.get(account_id)
        if account_id == desk.who.account_id:
            raise DeskError(N_("You cannot disable your own account."), field="login")
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
    """Lend a new password. The account gets a new key pair and stands on no list of holders any more: in
    each case a holder lets it in again, or the escrow sheet restores the key."""
    with _managing(desk, "reset_password") as work:
        account = work.accounts.get(account_id)
        vault = key_file.changed(
            desk, work,
            lambda vault: doors.reset_password(vault, desk.store.opened, account.login, password)[0])
        account.take_key(vault.of(account_id).public_key)
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
    codes: list[str] = []

    def change(vault: Vault) -> Vault:
        vault, code = recovery.new_recovery_code(vault, desk.store.opened)
        codes.append(code)
        return vault

    with desk.work("print_recovery_sheet", Verb.PRINT_RECOVERY_SHEET) as work:
        key_file.changed(desk, work, change)
        work.commit()
    return codes[-1]


def new_escrow_code(desk: Desk) -> str:
    """A fresh office escrow. Each mediator lets it in once, and then every case that they write in is left
    with it; whoever prints it agrees by that. A former sheet opens nothing that is written from then on."""
    codes: list[str] = []

    def change(vault: Vault) -> Vault:
        vault, code = recovery.new_escrow(vault, desk.store.opened)
        codes.append(code)
        return vault

    with desk.work("print_escrow_sheet", Verb.PRINT_ESCROW_SHEET) as work:
        vault = key_file.changed(desk, work, change)
        agree(desk, work, fingerprint(vault.escrow_public_key or b""))
        work.commit()
    return codes[-1]


def drill(desk: Desk, code: str) -> bool:
    """Whether the recovery sheet would open the store today; nothing is changed. Wrong codes are slowed
    down as wrong passwords are."""
    with desk.reading(Verb.PRINT_RECOVERY_SHEET):
        pass
    desk.pauses.require_over("code")
    vault = desk.store.place.vault.read()
    opens = recovery.drill(vault, code) and key_file.knows_recovery(desk, vault)
    if not opens:
        desk.pauses.failed()
    return opens


def _managing(desk: Desk, verb: str) -> AbstractContextManager[Work]:
    return desk.work(verb, Verb.MANAGE_ACCOUNTS)


def _check(name: str, roles: frozenset[Role]) -> None:
    if not names.person(name):
        raise DeskError(N_("Enter the person's name as it stands on papers."), field="name")
    if not roles:
        raise DeskError(N_("Choose at least one role."), field="roles")
