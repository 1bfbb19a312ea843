"""The ways into the house, light enough to be read before any window shows.

The store's libraries take longer to load than the first window takes to appear, so each verb here
loads them when it is called, which is on a worker's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.engines import address
from mediation_desk.store.engines.address import is_address
from mediation_desk.store.place_trouble import look_at

if TYPE_CHECKING:
    from mediation_desk.services.desk import Desk
    from mediation_desk.services.entry.sign_in import Surroundings
    from mediation_desk.store.instance import Instance
    from mediation_desk.store.store import Place

Around = Callable[[], "Surroundings"]
KEY_FILES = "office.vault*"  # the key file and its copy: either of them makes a folder an office


@dataclass(frozen=True, repr=False)
class Whereabouts:
    """Where a store is: a folder of this computer, or an address of PostgreSQL.

    ``password`` is the server's, never the person's; it is kept nowhere but, where a person wants that
    (``kept``), in this computer's keyring, from which it comes when none is given.
    """

    folder: str = ""
    server: str = ""
    password: str = ""
    kept: bool = False

    def __repr__(self) -> str:
        return f"<store at {self.words}>"

    @property
    def secret(self) -> str:
        """The server's password, given by itself or within the address."""
        return self.password or address.password_in(self.server)

    @property
    def words(self) -> str:
        """The folder or address as it may be shown and remembered: without any password."""
        return address.shown(self.server) if self.server else self.folder

    @classmethod
    def read(cls, words: str) -> Whereabouts:
        """From what was remembered."""
        return cls(server=words) if "://" in words else cls(folder=words)

    def checked(self) -> Whereabouts:
        """The same, refused beside the field ``place`` when it can be no place at all."""
        if self.server:
            if not is_address(self.server):
                raise DeskError(N_("A server's address is written like postgresql://desk@server/office."),
                                field="place")
            if other := address.unknown(self.server):
                raise DeskError(N_("“{name}” in the server's address is not known. Take it out."),
                                field="place", name=other)
        else:
            look_at(self.path)
        return self

    @property
    def path(self) -> Path:
        """The folder. Raises DeskError beside ``place`` when it is none, or not a whole one."""
        try:
            path = Path(self.folder.strip()).expanduser()
        except RuntimeError:  # the home of a person whom this computer does not know
            path = Path()
        if not path.is_absolute():
            raise DeskError(N_("Enter a whole folder, from its drive or root on, or choose one."),
                            field="place")
        return path


def office_in(folder: Path) -> bool:
    """Whether somebody set up an office in the folder; looks at names only."""
    try:
        return any(folder.glob(KEY_FILES))
    except (OSError, ValueError):  # ValueError: a path that no system can be asked about
        return False


def check_free(where: Whereabouts) -> None:
    """Refuse a place that cannot be one, or where there is an office already."""
    where.checked()
    if where.folder and office_in(where.path):
        raise DeskError(N_("There already is an office here. Sign in, or choose another place."),
                        field="place")


def sign_in(where: Whereabouts, login: str, password: str, around: Around,
            waiting: Callable[[], object] | None = None) -> Desk:
    """Unlock the store there and sit down at the desk; ``waiting`` is called, on this thread, while
    another desk brings the store up to date."""
    from mediation_desk.services.entry import sign_in as signing

    if where.folder and not office_in(where.path):
        raise DeskError(N_("There is no office in this folder. Choose another place, or set one up."),
                        field="place")
    with _left_when_refused(_place(where)) as place:
        return signing.sign_in(place, login, password, around(), waiting=waiting)


def found(where: Whereabouts, answers: Mapping[str, str], around: Around) -> Desk:
    """Make the office there; ``answers`` hold the fields of its settings and of the first account."""
    from mediation_desk.domain.office import OfficeSettings
    from mediation_desk.services.entry import sign_in as signing

    settings = OfficeSettings(
        name=answers["name"].strip(), seal_name=answers["seal_name"].strip(), region=answers["region"],
        number_pattern=answers["number_pattern"].strip(), language=answers["language"])
    founding = signing.Founding(settings, answers["login"], answers["person"], answers["password"],
                                answers["password_again"])
    with _left_when_refused(_place(where)) as place:
        return signing.found(place, founding, around())


@contextmanager
def _left_when_refused(place: Place) -> Iterator[Place]:
    """The place; its lines to a server are let go of where nobody comes in after all."""
    try:
        yield place
    except BaseException:
        place.close()
        raise


def pause_left(where: Whereabouts, around: Around) -> int:
    """Seconds that the place still waits before it takes another password."""
    from mediation_desk.services.entry import sign_in as signing

    return signing.pause_left(_unreached(where, "").name, around())


def _place(where: Whereabouts) -> Place:
    place = _unreached(where, where.password or _from_keyring(where))
    return _reached(place) if where.server else place


def _unreached(where: Whereabouts, password: str) -> Place:
    from mediation_desk.store import store as stores

    where.checked()
    return stores.on_server(where.server, password or None) if where.server else stores.in_folder(where.path)


def _from_keyring(where: Whereabouts) -> str:
    from mediation_desk.services.entry import safekeeping

    return safekeeping.kept(where.words) if where.kept and not where.secret else ""


def _reached(place: Place) -> Place:
    """The place on a server, once the server has answered; its silence is the user's trouble."""
    from mediation_desk.store.engines.readable import check_readable
    from mediation_desk.store.vault.place import VaultInTable

    if isinstance(place.vault, VaultInTable):
        check_readable(place.vault.engine)
    return place


def instance(folder: Path) -> Instance:
    """The hold on a store's folder that one program at a time has."""
    from mediation_desk.store.instance import Instance

    return Instance(folder)


def call_name(folder: Path) -> str:
    """The name by which the program that holds the folder is called."""
    from mediation_desk.store import instance as instances

    return instances.call_name(folder)
