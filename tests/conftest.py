"""What holds for every test: a home of its own, no stray thread or log record, a real PostgreSQL."""

import gc
import logging
import os
import re
import shutil
import sys
import threading
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mediation_desk.services.library import Library
from tests import offices
from tests.ground import MEMORY, ground
from tests.offices import Office
from tests.postgres import PostgresServer, postgres
from tests.statements import compiled_once, migrated_once

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")
os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(ground()))

# No deadline: the two cores are shared, and a slow example is the benchmarks' business.
settings.register_profile("desk", deadline=None, max_examples=25 * int(os.environ.get("SOAK", "1")),
                          print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("desk")

QT = frozenset({"qapp", "qtbot"})
"""Fixtures of tests that make windows."""
#: Seconds in which a thread that is ending may end.
PATIENCE = 3.0

#: Where programs look for a person's folders, on Linux and on Windows, and what the test's home calls them.
HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".runtime",
}


#: What Python makes between two rounds of its garbage collector (700 by itself): most of it are rows and
#: statements, which need no collector.
ROUND = 20_000


#: Rooms whose verbs are tried on a file in every run and on a server in ``make soak``: what is between them
#: and the database, tests/store tries on both engines always.
ON_SERVERS_IN_SOAK = tuple(f"tests/{room}" for room in (
    "services", "gui/pages", "cli", "demonstration", "stories/test_supervisors_month",
    "stories/test_week_on_the_road", "stories/test_streamers_services", "faults/test_travel",
    "faults/test_disk", "faults/test_kill", "faults/test_flips", "faults/test_mutations", "trust/test_locked",
    "trust/test_grid", "trust/test_events", "trust/test_canaries.py::test_no_sealed_word",
    "trust/test_canaries.py::test_an_options", "trust/test_canaries.py::test_the_words",
    "trust/test_canaries.py::test_every_sealed",
    "store/verify/test_rows.py::test_every_field", "store/verify/test_lists.py::test_lists_and_agenda",
    "store/verify/test_figures.py::test_every_column"))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep what repeats a verb's test on the other engine for the long run."""
    for item in items:
        if "[shared" in item.nodeid and item.nodeid.startswith(ON_SERVERS_IN_SOAK):
            item.add_marker("soak")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What stands before the first test stays to the end: the garbage collector need not look through it,
    nor through what is just being read."""
    gc.disable()
    done = yield
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(ROUND, *gc.get_threshold()[1:])
    return done


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Windows that a test let go of are collected here, on Qt's own thread: a later test's worker that comes
    by them would be a crash. What is left then stays, and is not looked through after every test."""
    done = yield
    if QT & set(getattr(item, "fixturenames", ())):
        gc.collect()
        gc.freeze()
    return done


class LogWatch(logging.Handler):
    """Collects warnings and errors that the test did not say it expects."""

    def __init__(self) -> None:
        """Watch from warnings upward; nothing is expected yet."""
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.expected: list[re.Pattern[str]] = []

    def expect(self, pattern: str) -> None:
        """Say that records matching the pattern belong to this test."""
        self.expected.append(re.compile(pattern))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record; it is judged when the test is over."""
        self.records.append(record)

    def unexpected(self) -> list[str]:
        """The records nobody expected, as read in a log."""
        lines = [f"{one.levelname} {one.name}: {one.getMessage()}" for one in self.records]
        return [line for line in lines if not any(pattern.search(line) for pattern in self.expected)]


@pytest.fixture(autouse=True)
def logs() -> Iterator[LogWatch]:
    """Fails the test that logs a warning or worse; ``logs.expect("...")`` allows what it is about."""
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    try:
        yield watch
    finally:
        logging.getLogger().removeHandler(watch)
    if unexpected := watch.unexpected():
        pytest.fail("unexpected log records:\n" + "\n".join(unexpected), pytrace=False)


@pytest.fixture(autouse=True)
def _no_stray_threads() -> Iterator[None]:
    """Fails the test that leaves a thread, or work in Qt's thread pool, behind."""
    before = set(threading.enumerate())
    yield
    if strays := [one.name for one in _started_since(before)]:
        pytest.fail(f"stray threads: {', '.join(strays)}", pytrace=False)
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and not core.QThreadPool.globalInstance().waitForDone(int(PATIENCE * 1000)):
        pytest.fail("work is still running in Qt's thread pool", pytrace=False)


def _started_since(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads that were not there before and do not end when waited for.

    A Qt thread that once ran Python leaves a dummy entry that stays for good; Qt's pool is asked itself.
    """
    new = [one for one in threading.enumerate() if one not in before]
    real = [one for one in new if not isinstance(one, threading._DummyThread)]
    for one in real:
        one.join(PATIENCE)
    return [one for one in real if one.is_alive()]


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that is not there yet for each test: where they stood among the tests' own folders, pytest
    would look through all of them for the next free number, before every test."""
    root = tmp_path_factory.mktemp("homes")
    return (root / str(number) for number in count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder for this test alone, so that no test reads or writes a person's settings."""
    folder = next(homes)
    for variable, place in HOMES.items():
        (folder / place).mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(folder / place))
    return folder


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Statements are compiled once in a test process, those of the migrations too."""
    with compiled_once(), migrated_once():
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One server for each test process; started when the first test asks for it."""
    with postgres(root=MEMORY if ground() == MEMORY else None) as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The SQLAlchemy URL of a new, empty database; thrown away after the test."""
    name = postgres_server.create()
    yield postgres_server.url(name)
    postgres_server.drop(name)


@pytest.fixture(scope="session")
def library_shelf() -> Library:
    """The shipped forms, figures and fonts, read once."""
    return offices.shelf()


@pytest.fixture(scope="session")
def founded_folder(tmp_path_factory: pytest.TempPathFactory, library_shelf: Library) -> Path:
    """An embedded office founded once, for tests to copy."""
    folder = tmp_path_factory.mktemp("founded")
    with offices.office(offices.embedded_place(folder), folder / "notes", library_shelf):
        return folder / "office"


@pytest.fixture(scope="session")
def founded_database(postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory,
                     library_shelf: Library) -> str:
    """An office on PostgreSQL founded once: the database that tests copy."""
    name = postgres_server.create()
    notes = tmp_path_factory.mktemp("notes")
    with offices.office(offices.shared_place(postgres_server.url(name)), notes, library_shelf):
        return name


@pytest.fixture(params=["embedded", "shared"])
def office(request: pytest.FixtureRequest, tmp_path: Path, library_shelf: Library) -> Iterator[Office]:
    """A founded office on each engine, with a clock that a test can move."""
    if request.param == "embedded":
        shutil.copytree(request.getfixturevalue("founded_folder"), tmp_path / "office")
        with offices.copied(offices.embedded_place(tmp_path), tmp_path / "notes", library_shelf) as made:
            yield made
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = server.create(request.getfixturevalue("founded_database"))
    with offices.copied(offices.shared_place(server.url(name)), tmp_path / "notes", library_shelf) as made:
        made.url = server.url(name)
        yield made
    server.drop(name)
