"""Renewing the store key: why it should be, and doing it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.changes import Changes, JournalEntry
from mediation_desk.domain.rights import Verb, require
from mediation_desk.services.desk import Desk
from mediation_desk.store.engines.renewed_file import Left
from mediation_desk.store.journal import entries as journal
from mediation_desk.store.journal.present_key import former_keys
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks
from mediation_desk.store.rekeying.renewing import Renewal
from mediation_desk.store.vault.keys import Key
from mediation_desk.store.vault.vault import unlock
from mediation_desk.store.work.work import Actor, Work

__all__ = ["Left", "Reason", "Why", "known_keys", "reasons", "renew"]
RENEWED = "renew_store_key"  # the verb in the office's journal


class Why(Enum):
    """What somebody's account went through who knows the store key of that day."""

    DISABLED = "disabled"
    OTHER_ROLES = "other roles"
    RESET = "reset"


_VERBS: Mapping[str, Why] = MappingProxyType({
    "disable_account": Why.DISABLED, "change_account": Why.OTHER_ROLES, "reset_password": Why.RESET})


@dataclass(frozen=True)
class Reason:
    """Why the store key should be renewed: whose account, what befell it, when."""

    account_id: UUID
    name: str
    why: Why
    at: datetime


def reasons(desk: Desk) -> list[Reason]:
    """What happened since the key was last renewed, the latest of each account, newest first."""
    with desk.reading(Verb.RENEW_STORE_KEY) as work:
        people = {str(account.id): account for account in work.accounts.all()}
        told = journal.since(work.connection, None, (RENEWED,))
        found = {reason.account_id: reason for reason in _found(told, people)}
    return sorted(found.values(), key=lambda reason: reason.at, reverse=True)


def _found(told: list[JournalEntry], people: Mapping[str, Account]) -> Iterator[Reason]:
    for entry in told:
        why, account = _VERBS.get(entry.verb), people.get(entry.row_id)
        if entry.table == "accounts" and why and account and _still(why, entry, account):
            yield Reason(account.id, account.name, why, entry.at)


def _still(why: Why, entry: JournalEntry, account: Account) -> bool:
    """Not for one who was let in again, or who was only given more."""
    if why is Why.DISABLED:
        return not account.is_active
    if why is Why.OTHER_ROLES:
        before, after = entry.fields.get("roles", ((), ()))
        return bool(set(_roles(before)) - set(_roles(after)))
    return True


def _roles(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple | frozenset) else str(value).split()


def known_keys(desk: Desk) -> list[Key]:
    """The store key, and those before it: what was written before a renewal was vouched for with them."""
    present = desk.store.opened.store_key
    with desk.reading() as work:
        return [present, *former_keys(work.connection, present)]


def renew(desk: Desk, password: str, *, progress: Progress = nobody_looks,
          cancelled: Cancelled = goes_on) -> Changes:
    """Put the whole store under a new key. ``password``: the own one of whoever sits at the desk.

    Everybody signs in afterwards with the password they have; the recovery sheet has to be printed anew.
    Until it is done nothing else is saved. DeskError beside ``password`` when that is wrong.
    """
    with desk.reading(Verb.RENEW_STORE_KEY):
        vault = desk.store.place.vault.read()
    with desk.pauses.door():
        unlock(vault, vault.of(desk.who.account_id).login, password)
    who = Actor(account_id=desk.who.account_id, verb=RENEWED, now=desk.now)
    Renewal(desk.store, password, who, desk.calendar, _allowed, Pace(progress, cancelled)).renew()
    desk.store.tell_ledger(desk.now)
    return Changes(lists=frozenset({"settings"}))


def _allowed(work: Work) -> None:
    """Asked behind the lock: roles may have changed while it was waited for."""
    require(work.accounts.get(work.who.account_id).working_roles, Verb.RENEW_STORE_KEY, own_case=False)
