"""Offices for the tests: a desk on each engine, with a clock that a test can move."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Founding, Surroundings
from mediation_desk.services.library import Library
from mediation_desk.store.store import Place, in_folder, on_server
from mediation_desk.store.vault.document import Cost

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)  # real derivations are the vault's own tests' business
PASSWORD = "湟水河边的柳树 27"
SETTINGS = OfficeSettings("西宁市城中区劳动争议调解工作室", "西宁市城中区劳动人事争议调解中心",
                          region="630100", number_pattern="宁中劳调〔2024〕0001号")


@cache
def shelf() -> Library:
    """The shipped forms, figures and fonts, read once in a test process."""
    return Library()


@dataclass
class Clock:
    """A clock that stands still until a test moves it."""

    now: datetime = datetime(2025, 1, 20, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The instant; each reading is a moment later, as on any real clock."""
        self.now += timedelta(milliseconds=1)
        return self.now

    def set(self, year: int, month: int, day: int, hour: int = 9) -> None:
        """Make it that day at the office."""
        local = datetime(year, month, day, hour, tzinfo=ZoneInfo("Asia/Shanghai"))
        self.now = local.astimezone(UTC)


@dataclass
class Office:
    """A founded office: sign in at ``desk()`` as often as needed."""

    place: Place
    around: Surroundings
    clock: Clock
    first: Desk
    url: str = ""  # of its database, when it is on a server
    opened: list[Desk] = field(default_factory=list)

    def desk(self, login: str = "chen", password: str = PASSWORD) -> Desk:
        """Another desk at the same store, as another program would open it."""
        made = sign_in.sign_in(self.place, login, password, self.around)
        self.opened.append(made)
        return made


@contextmanager
def office(place: Place, notes: Path, library: Library | None = None, *,
           roles: frozenset[Role] = frozenset({Role.MEDIATOR, Role.ADMINISTRATOR}),
           settings: OfficeSettings = SETTINGS,
           who: tuple[str, str] = ("chen", "陈守信")) -> Iterator[Office]:
    """Found an office at the place; everything is closed at the end. ``who``: its first account, by login
    and name."""
    clock = Clock()
    around = Surroundings(clock, ZoneInfo("Asia/Shanghai"), notes, library or shelf(), CHEAP)
    founding = Founding(settings, *who, PASSWORD, PASSWORD, roles)
    with _closing(Office(place, around, clock, sign_in.found(place, founding, around))) as made:
        yield made


@contextmanager
def copied(place: Place, notes: Path, library: Library, login: str = "chen") -> Iterator[Office]:
    """Sit down at a copy of an office that was founded once with :func:`office`."""
    clock = Clock()
    around = Surroundings(clock, ZoneInfo("Asia/Shanghai"), notes, library, CHEAP)
    with _closing(Office(place, around, clock, sign_in.sign_in(place, login, PASSWORD, around))) as made:
        yield made


@contextmanager
def _closing(made: Office) -> Iterator[Office]:
    try:
        yield made
    finally:
        for desk in (made.first, *made.opened):
            desk.store.close()


def embedded_place(folder: Path) -> Place:
    """A store in a folder of its own."""
    return in_folder(folder / "office")


def shared_place(url: str) -> Place:
    """A store on a PostgreSQL server."""
    return on_server(url)
