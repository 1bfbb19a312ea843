"""Founding an office and signing in: from a place on disk or a server to a desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.keys import new_key
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.text import names
from mediation_desk.domain.travel.branch import Branch
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Clock, Desk, SignedIn
from mediation_desk.services.entry.settling import settle
from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.library import Library
from mediation_desk.services.own_law import OfficeLaw
from mediation_desk.services.pauses import Pauses
from mediation_desk.store import store as stores
from mediation_desk.store.backup.before import copy_before_migration
from mediation_desk.store.engines.database import Waiting
from mediation_desk.store.store import BeforeMigration, Place, Store
from mediation_desk.store.vault.document import OFFICE_COST, Cost
from mediation_desk.store.vault.keys import public_half
from mediation_desk.store.vault.noted import noted_of
from mediation_desk.store.vault.passwords import tidy_login
from mediation_desk.store.work.work import Actor


@dataclass(frozen=True)
class Surroundings:
    """What the outermost floor gives: the clock, the office's zone, where this machine keeps notes."""

    clock: Clock
    zone: tzinfo
    notes: Path
    library: Library = field(default_factory=Library)
    cost: Cost = OFFICE_COST

    def pauses(self, place: str) -> Pauses:
        """The pause after wrong secrets at that place."""
        return Pauses(self.notes, place, self.clock)


@dataclass(frozen=True)
class Founding:
    """What the first-run wizard asks for."""

    settings: OfficeSettings
    login: str
    name: str
    password: str
    password_again: str
    roles: frozenset[Role] = frozenset({Role.MEDIATOR, Role.ADMINISTRATOR})


def found(place: Place, founding: Founding, around: Surroundings) -> Desk:
    """Make the office's store with its first account, and sit down at the desk."""
    settings = founding.settings.checked()
    if not names.person(founding.name):
        raise DeskError(N_("Enter your name as it stands on papers."), field="person")
    if founding.password != founding.password_again:
        raise DeskError(N_("The two passwords differ."), field="password_again")
    now = around.clock()
    account_id = new_key(now)
    store = stores.found(place, founding.login, founding.password, account_id=account_id,
                         store_id=new_key(now), cost=around.cost)
    account = Account(id=account_id, login=tidy_login(founding.login), name=names.person(founding.name),
                      roles=founding.roles, public_key=public_half(store.opened.private_key), created_at=now)
    who = Actor(account_id=account_id, verb="found_office", now=now)
    with store.work(who, around.library.calendar) as work:
        work.accounts.add(account)
        work.settings.write(settings.stored())
        work.settings.vault.keep(noted_of(place.vault.read()))
        work.commit()
    return seated(store, around)


def sign_in(place: Place, login: str, password: str, around: Surroundings,
            before_migration: BeforeMigration | None = None, waiting: Waiting | None = None) -> Desk:
    """Unlock the store. A wrong password is refused calmly, with a pause that grows.

    A store of an older program is copied before its tables are changed (``before_migration``);
    ``waiting`` is called, on this thread, while another desk changes them.
    """
    copy = before_migration or copy_before_migration(
        place, around.clock().astimezone(around.zone), around.notes)
    with around.pauses(place.name).door():
        store = stores.open_store(place, login, password, copy, waiting)
    return _settled(store, password, around)


def _settled(store: Store, password: str, around: Surroundings) -> Desk:
    who = Actor(account_id=store.opened.account_id, verb="sign_in", now=around.clock())
    try:
        older = settle(store, password, around.cost, (who, around.library.calendar))
        desk = seated(store, around)
    except BaseException:
        store.close()
        raise
    desk.has_older_vault = older
    return desk


def pause_left(place_name: str, around: Surroundings) -> int:
    """Whole seconds that a place still waits before another password is tried there."""
    return around.pauses(place_name).left()


def seated(store: Store, around: Surroundings) -> Desk:
    """The desk at an opened store."""
    who = Actor(account_id=store.opened.account_id, verb="read", now=around.clock())
    with store.work(who, around.library.calendar, reading=True) as work:
        account = work.accounts.get(store.opened.account_id)
        stored, forms = work.settings.read(), forms_in_force(work)
    return Desk(store, around.library, around.clock, around.zone,
                who=SignedIn(account.id, account.name, account),
                settings=OfficeSettings.read(stored), law=OfficeLaw(stored),
                pauses=around.pauses(store.place.name), branch=Branch.read(stored), forms=forms)
