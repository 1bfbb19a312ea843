"""An opened store: founded or unlocked once, then units of work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, event, inspect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files
from mediation_desk.store import schema
from mediation_desk.store.engines import address, embedded, renewed_file, shared
from mediation_desk.store.engines.alone import alone
from mediation_desk.store.engines.database import Waiting
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.engines.readable import check_readable
from mediation_desk.store.engines.renewed_file import Left
from mediation_desk.store.journal import ledger
from mediation_desk.store.journal.chain import journal_key
from mediation_desk.store.journal.present_key import FormerKey, KeyRenewed, require_present
from mediation_desk.store.place_trouble import look_at, told_beside_place
from mediation_desk.store.reading import filing, marks
from mediation_desk.store.reading.figures import keeping as figures
from mediation_desk.store.reading.figures.packed.loose import are_many
from mediation_desk.store.trouble import told_in_words
from mediation_desk.store.vault.document import OFFICE_COST, Cost, Vault, is_whole
from mediation_desk.store.vault.file import VaultMissing
from mediation_desk.store.vault.keys import Key, Opened
from mediation_desk.store.vault.place import VaultBesideFile, VaultInTable, VaultPlace
from mediation_desk.store.vault.vault import found_office, unlock
from mediation_desk.store.work.work import Actor, Work

BeforeMigration = Callable[[Engine, Opened], None]

DATABASE = "office.db"
VAULT = "office.vault"


class Place:
    """Where a store lives, before anybody has unlocked it."""

    def __init__(self, vault: VaultPlace, connect: Callable[[Callable[[], Key]], Engine], name: str,
                 folder: Path | None = None) -> None:
        self.vault = vault
        self.connect = connect
        self.name = name
        self.folder = folder

    def exists(self) -> bool:
        """Whether an office was founded here."""
        try:
            self.vault.read()
        except VaultMissing:
            return False
        return True

    def close(self) -> None:
        """Let go of the connections by which the vault was read, when nobody signs in after all."""
        if isinstance(self.vault, VaultInTable):
            self.vault.engine.dispose()


def in_folder(folder: Path) -> Place:
    """A store of its own in a folder: an encrypted file and the key file beside it."""
    return Place(VaultBesideFile(folder / VAULT),
                 lambda key: embedded.engine_on(folder / DATABASE, key), str(folder), folder)


def on_server(url: str, password: str | None = None) -> Place:
    """A store that the whole office shares on its server."""
    engine = shared.engine_to(url, password=password)
    name = engine.url.difference_update_query(address.SECRETS).render_as_string(hide_password=True)
    return Place(VaultInTable(engine), lambda _key: engine, name)


class Store:
    """An unlocked store."""

    def __init__(self, place: Place, engine: Engine, opened: Opened, left: Left | None = None) -> None:
        self.place = place
        self.left = left  # what was done about a renewal of the store key that was interrupted
        self.take_over(engine, opened)

    def take_over(self, engine: Engine, opened: Opened) -> None:
        """Go on with this engine and these keys; nobody may be at work on the store meanwhile."""
        self.engine = engine
        self.opened = opened
        self._sessions = sessionmaker(engine, autoflush=False, expire_on_commit=False)
        readers = database_of(engine).for_reading(engine)
        self._readers = sessionmaker(readers, autoflush=False, expire_on_commit=False)

    @property
    def journal_key(self) -> Key:
        """The key of the journal's stamps; Locked once the store was closed."""
        return journal_key(self.opened.store_key)

    @contextmanager
    def work(self, who: Actor, calendar: WorkCalendar, *, reading: bool = False) -> Iterator[Work]:
        """A unit of work; without its commit() nothing is kept."""
        sessions, key = self._readers if reading else self._sessions, self.journal_key
        with told_in_words(), sessions() as session:
            yield Work(session, who, key, calendar)

    def require_present(self, work: Work) -> None:
        """KeyRenewed when somebody else renewed the store key since it was unlocked here. A file is open at
        one desk alone."""
        if not database_of(self.engine).is_file:
            require_present(work.connection, self.journal_key)

    def is_renewed(self) -> bool:
        """Whether somebody else renewed it by now, as far as the server answers."""
        if database_of(self.engine).is_file:
            return False
        try:
            with self.engine.connect() as connection:
                require_present(connection, self.journal_key)
        except KeyRenewed:
            return True
        except DBAPIError:
            return False
        return False

    def tell_ledger(self, now: datetime) -> int:
        """Tell the journal's ledger how far each chain has come, and put the day's totals together and
        pack what is loose of the facts; how many chains had moved. Nobody waits for it."""
        with told_in_words():
            figures.fold(self.engine)
            if are_many(self.engine):
                from mediation_desk.store.reading.figures.packed.packing import pack_loose  # loads numpy

                pack_loose(self.engine)
            return ledger.extend(self.engine, self.journal_key, now)

    def close(self) -> None:
        """Let go of every connection and of the keys: whatever is asked from now on is refused (Locked).

        A reading that nobody waits for any more closes its connection as it comes to its end.
        """
        self.opened.forget()
        event.listen(self.engine.pool, "checkin", _close_returned)
        self.engine.dispose()


def _close_returned(_connection: object, record: ConnectionPoolEntry) -> None:
    record.invalidate()


def found(place: Place, login: str, password: str, *, account_id: UUID, store_id: UUID,
          cost: Cost = OFFICE_COST) -> Store:
    """Make a new store with its first account; refused where an office already is."""
    return found_with(place, lambda: found_office(login, password, account_id, store_id, cost=cost))


def found_with(place: Place, make: Callable[[], tuple[Vault, Opened]]) -> Store:
    """Make a new store behind a vault that is made once the place is known to be free."""
    if place.folder is not None:
        look_at(place.folder)
    with told_beside_place(place.folder):
        _require_free(place)
        vault, opened = make()
        if place.folder is not None:
            _make_folder(place.folder)
        with _engine(place, opened) as engine:
            schema.bring_up_to_date(engine, journal_key(opened.store_key))
            with alone(engine):  # of two who found an office on one server at once, one does
                _require_free(place)
                place.vault.write(vault)
            return Store(place, engine, opened)


@contextmanager
def _engine(place: Place, opened: Opened) -> Iterator[Engine]:
    """The place's engine; its connections are let go of when the store cannot be opened after all."""
    engine = place.connect(lambda: opened.store_key)
    try:
        yield engine
    except BaseException:
        engine.dispose()
        raise


def _require_free(place: Place) -> None:
    if place.exists():
        raise DeskError(N_("There already is an office here. Sign in, or choose another place."),
                        field="place")


def _make_folder(folder: Path) -> None:
    private_files.make_folder(folder)
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):
        _set_aside(folder / name)


def _set_aside(file: Path) -> None:
    """A store without its key file opens for nobody, but it is never ours to delete."""
    if not file.exists():
        return
    number = 1
    while (aside := file.with_name(f"{file.name}.without-key-{number}")).exists():
        number += 1
    file.rename(aside)


def open_store(place: Place, login: str, password: str, before_migration: BeforeMigration | None = None,
               waiting: Waiting | None = None) -> Store:
    """Unlock the store; WrongPassword for anything but the right pair of login and password."""
    with told_beside_place(place.folder):
        vault = place.vault.read()
    opened = unlock(vault, login, password)
    return open_with(place, opened, before_migration, waiting)


def open_with(place: Place, opened: Opened, before_migration: BeforeMigration | None = None,
              waiting: Waiting | None = None) -> Store:
    """Open the store with keys already at hand, bringing its tables up to date; ``waiting`` is called
    while another desk does so."""
    left = _settled(place, opened)
    with told_beside_place(place.folder), _engine(place, opened) as engine:
        check_readable(engine)
        _require_present(engine, opened)
        copy = (lambda: before_migration(engine, opened)) if before_migration else None
        schema.bring_up_to_date(engine, journal_key(opened.store_key), copy, waiting)
        filing.bring_up_to_date(engine)
        figures.bring_up_to_date(engine)
        marks.bring_up_to_date(engine)
        return Store(place, engine, opened, left)


def _settled(place: Place, opened: Opened) -> Left | None:
    """What is left to do of a renewal of the store key that was interrupted, done."""
    if place.folder is None:
        return None
    with told_beside_place(place.folder):
        left = renewed_file.settle(place.folder / DATABASE, opened.store_key,
                                   lambda: is_whole(place.vault.read(), opened.store_key))
        if left is Left.FINISHED:
            place.vault.write(place.vault.read())  # its copy may still be the one of before
        return left


def _require_present(engine: Engine, opened: Opened) -> None:
    """FormerKey when the vault is one of before the store key was renewed, and only just opened it."""
    with engine.connect().execution_options(reading=True) as connection:
        if not inspect(connection).has_table("settings"):
            return
        try:
            require_present(connection, journal_key(opened.store_key))
        except KeyRenewed:
            raise FormerKey from None

