"""Renews the store key: everything under another one, or everything as it was, whenever it is broken off."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session as OrmSession

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.backup.backup import SPARE, DiskFree, disk_free
from mediation_desk.store.engines import embedded, renewed_file
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.journal import present_key
from mediation_desk.store.journal.chain import journal_key
from mediation_desk.store.pace import Pace
from mediation_desk.store.rekeying.stamps import TABLES, Stamps
from mediation_desk.store.store import DATABASE, Store
from mediation_desk.store.trouble import told_in_words
from mediation_desk.store.vault.document import Vault
from mediation_desk.store.vault.keys import KEY_BYTES, Key, Opened
from mediation_desk.store.vault.noted import Standing, noted_of, standing
from mediation_desk.store.vault.place import VaultInTable
from mediation_desk.store.vault.renewal import rekeyed
from mediation_desk.store.vault.vault import unlock
from mediation_desk.store.work.vault_notes import last_noted
from mediation_desk.store.work.work import Actor, Work

AGAIN_SECONDS, AGAIN_AT_MOST = 0.1, 30
LONGEST_SECONDS = 60.0  # that others' reading is waited for
Allow = Callable[[Work], object]
"""Refuses who may not renew the key, inside the renewal's own unit of work."""


class NoRoom(DeskError):
    """The store under its new key would fill the disk."""

    def __init__(self, needed: int, free: int) -> None:
        super().__init__(N_("There is not enough space to renew the key: a second copy of the store is "
                            "written first, which needs {needed} MB, and {free} MB are free. Nothing was "
                            "changed."),
                         needed=-(-needed >> 20), free=free >> 20)


class NotRenewed(DeskError):
    """The disk did not take the store under its new key; it stands under the present one."""

    def __init__(self) -> None:
        super().__init__(N_("The key was not renewed: the disk is full, may not be written, or the store's "
                            "file is damaged. Nothing was changed. Make room, check the store, and try "
                            "again."))


class StillRead(DeskError):
    """Somebody else has the store's file open."""

    def __init__(self) -> None:
        super().__init__(N_("The store is still being read: a backup or a check is under way, or another "
                            "program has it open. Nothing was changed; try again when that is over."))


class Unfinished(DeskError):
    """The key file is renewed, and the store's file could not be put in place."""

    def __init__(self) -> None:
        super().__init__(N_("The key is renewed, but another program holds the store's file, so that it "
                            "could not be put in place. Close the program and sign in again: that finishes "
                            "it. Until then nothing is read or saved here."))


class VaultUnsettled(DeskError):
    """The key file is not the one that the journal knows last."""

    def __init__(self) -> None:
        super().__init__(N_("The key file was just changed, or is an older one. Nothing was changed; sign in "
                            "again, and then renew the key."))


@dataclass(frozen=True)
class Renewal:
    """What one renewal goes by. ``password``: of whoever asks for it, just given again."""

    store: Store
    password: str
    who: Actor
    calendar: WorkCalendar
    allow: Allow
    pace: Pace
    free: DiskFree = disk_free

    def renew(self) -> None:
        """Put everything under a key drawn just now, and go on with it at this desk. WrongPassword;
        NoRoom, NotRenewed, StillRead, VaultUnsettled, Stopped: the store is as it was. Unfinished: the next
        opening finishes it."""
        database = database_of(self.store.engine)
        with told_in_words():
            self._beside() if database.is_file else self._within()

    # -- a store on a server: one transaction ------------------------------------------------

    def _within(self) -> None:
        vaults = self.store.place.vault
        assert isinstance(vaults, VaultInTable)
        with self.store.engine.connect() as connection:
            database_of(connection).hold_off(connection, ("vault", TABLES[0], "settings", *TABLES[1:]))
            opened: list[Opened] = []

            def change(vault: Vault) -> Vault:
                following, mine = self._rekeyed(connection, vault)
                opened.append(mine)
                return following

            vault = vaults.change_within(connection, change)
            self._rewrite(connection, vault, opened[0], self.pace)
            self.pace.step(1, 1)
            connection.commit()
        self.store.take_over(self.store.engine, opened[0])

    # -- a store in a file: another file -----------------------------------------------------

    def _beside(self) -> None:
        place = self.store.place
        assert place.folder is not None
        database = place.folder / DATABASE
        self._require_room(place.folder)
        with _in_words(), self._held(database) as held:
            try:
                vault, opened = self._written(held, database)
            except BaseException:
                renewed_file.throw_away(database)
                raise
            self._switch(vault, database)
        self._put_in_place(database)
        self.store.take_over(place.connect(lambda: opened.store_key), opened)

    def _put_in_place(self, database: Path) -> None:
        """Another program may look into the file just now; for how long, nobody knows."""
        for again in range(AGAIN_AT_MOST):
            try:
                renewed_file.put_in_place(database)
            except OSError as refused:
                if again == AGAIN_AT_MOST - 1:
                    self.store.take_over(self.store.place.connect(_no_key), self.store.opened)
                    raise Unfinished from refused
                time.sleep(AGAIN_SECONDS)
            else:
                return

    def _require_room(self, folder: Path) -> None:
        with self.store.engine.connect().execution_options(reading=True) as connection:
            needed = database_of(connection).size(connection) + SPARE
        if (there := self.free(folder)) < needed:
            raise NoRoom(needed, there)

    @contextmanager
    def _held(self, database: Path) -> Iterator[object]:
        """The file for this alone; what this desk reads just now is waited for."""
        until = time.monotonic() + LONGEST_SECONDS

        def waiting() -> None:
            self.pace.step(0, 0)
            self.store.engine.dispose()
            if time.monotonic() > until:
                raise StillRead
            time.sleep(AGAIN_SECONDS)

        self.store.engine.dispose()
        with renewed_file.held(database, self.store.opened.store_key, waiting) as held:
            yield held

    def _written(self, held: object, database: Path) -> tuple[Vault, Opened]:
        """The store under its new key, written beside the present one and read back."""
        fresh, new = renewed_file.beside(database), Key(token_bytes(KEY_BYTES))
        renewed_file.throw_away(database)
        embedded.copy_pages(held, fresh, new, lambda _status, left, total: self._copied(total - left, total))
        engine = renewed_file.engine_on_fresh(fresh, new)
        try:
            with engine.connect() as connection:
                vault, opened = self._rekeyed(connection, self.store.place.vault.read(), new)
                self._rewrite(connection, vault, opened, self._second_half())
                connection.commit()
        finally:
            engine.dispose()
        if not renewed_file.settled(fresh, new):
            raise NotRenewed
        self.pace.step(1, 1)
        return vault, opened

    def _copied(self, done: int, total: int) -> None:
        """Copying is the first half."""
        self.pace.step(done, 2 * total)

    def _second_half(self) -> Pace:
        return Pace(lambda done, total: self.pace.progress(total + done, 2 * total), self.pace.cancelled)

    def _switch(self, vault: Vault, database: Path) -> None:
        """The moment of the renewal. Where the key file stands and its copy could not follow, it counts."""
        place = self.store.place.vault
        try:
            place.write(vault)
        except OSError:
            if place.read() != vault:
                renewed_file.throw_away(database)
                raise

    # -- what is the same for both -------------------------------------------------------------

    def _rekeyed(self, connection: Connection, vault: Vault, new: Key | None = None) -> tuple[Vault, Opened]:
        known = last_noted(connection, self.store.journal_key)
        if known is None or standing(vault, known) is not Standing.PRESENT:
            raise VaultUnsettled
        opened = unlock(vault, vault.of(self.who.account_id).login, self.password)
        return rekeyed(vault, opened, self.password, new or Key(token_bytes(KEY_BYTES)))

    def _rewrite(self, connection: Connection, vault: Vault, opened: Opened, pace: Pace) -> None:
        former, new = self.store.opened.store_key, opened.store_key
        Stamps(connection, former, new, pace).renew()
        with OrmSession(connection, autoflush=False, join_transaction_mode="rollback_only") as session:
            work = Work(session, self.who, journal_key(new), self.calendar)
            self.allow(work)
            work.settings.write({present_key.NAME: present_key.following(connection, former, new)})
            work.settings.vault.keep(noted_of(vault))
            work.commit(lists=("settings",))


def _no_key() -> Key:
    """Opens nothing."""
    return Key(bytes(KEY_BYTES))


@contextmanager
def _in_words() -> Iterator[None]:
    """What a disk refuses."""
    try:
        yield
    except (OSError, DBAPIError, embedded.driver().Error) as trouble:
        raise NotRenewed from trouble
