"""The line to a server elsewhere: it proves its name, and that it knows the password, before it gets any.

The server that comes with the tests was built without TLS. A small front of ours (``tests/tls_front.py``)
speaks TLS and asks for the password, and hands on to the real one; without TLS the real one is asked itself.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

import psycopg
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.app.machine import CHINA, Machine
from mediation_desk.app.program import Program
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.look.theme import Theme
from mediation_desk.library.words import Words
from mediation_desk.services.entry import doors, safekeeping
from mediation_desk.services.entry.doors import Whereabouts
from mediation_desk.services.entry.sign_in import Surroundings
from tests import offices
from tests.keyrings import OwnKeyring, system_keyring
from tests.offices import PASSWORD
from tests.postgres import PostgresServer, postgres
from tests.tls_front import Authority, Front, Method, listening, own_address

SECRET = "xiang-yu-1978"
CHINESE = Words.of("zh_CN")


@pytest.fixture(scope="module")
def here() -> str:
    """This computer's own address, by which it is elsewhere to itself."""
    found = own_address()
    if not found:
        pytest.skip("only the loopback here; the rule is tried in tests/store/engines/test_address.py")
    return found


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """Who makes the office's certificates."""
    return Authority(tmp_path, "office")


@pytest.fixture
def database(postgres_server: PostgresServer, founded_database: str) -> Iterator[str]:
    """A founded office on the real server."""
    name = postgres_server.create(founded_database)
    yield name
    postgres_server.drop(name)


def front(server: PostgresServer, made: tuple[Path, bytes], here: str, method: Method = "scram") -> Front:
    return Front(here, *made, server.socket_file, SECRET, method)


def address(here: str, port: int, database: str, more: str = "") -> str:
    return f"postgresql://postgres@{here}:{port}/{database}{more}"


def come_in(server: str, tmp_path: Path, password: str = SECRET, *, kept: bool = False) -> str:
    """Sign in there as a person does; the name of whoever sits down."""
    around = Surroundings(offices.Clock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes",
                          cost=offices.CHEAP)
    desk = doors.sign_in(Whereabouts(server=server, password=password, kept=kept), "chen", PASSWORD,
                         lambda: around)
    desk.store.close()
    return desk.who.name


def refused(server: str, tmp_path: Path, password: str = SECRET) -> DeskError:
    with pytest.raises(DeskError) as told:
        come_in(server, tmp_path, password)
    assert CHINESE.sentence(told.value.sentence) != str(told.value), "it is said in Chinese, too"
    assert SECRET not in str(told.value)
    return told.value


def trusted(root: Path, home: Path) -> None:
    """Put the root certificate where libpq looks for it unasked."""
    (home / ".postgresql").mkdir()
    (home / ".postgresql" / "root.crt").write_bytes(root.read_bytes())


def test_a_server_that_proves_its_name_and_takes_part_in_scram_opens_by_default(
        here: str, authority: Authority, postgres_server: PostgresServer, database: str, home: Path,
        tmp_path: Path) -> None:
    """Nothing is written behind the question mark: the strictest is what is done without being asked."""
    trusted(authority.root, home)
    made = front(postgres_server, authority.server(here), here)
    with listening(made) as port:
        assert come_in(address(here, port, database), tmp_path) == "陈守信"
    assert made.bound > 0, "the proof was bound to this very line"


def test_a_root_named_in_the_address_serves_as_well(
        here: str, authority: Authority, postgres_server: PostgresServer, database: str,
        tmp_path: Path) -> None:
    with listening(front(postgres_server, authority.server(here), here)) as port:
        assert come_in(address(here, port, database, f"?sslrootcert={authority.root}"), tmp_path) == "陈守信"


def test_a_certificate_for_another_name_is_refused(
        here: str, authority: Authority, postgres_server: PostgresServer, database: str,
        tmp_path: Path) -> None:
    made = front(postgres_server, authority.server("other.example"), here)
    with listening(made) as port:
        told = refused(address(here, port, database, f"?sslrootcert={authority.root}"), tmp_path)
    assert "another name" in str(told) and told.field == "place" and made.sent == []


def test_a_strangers_certificate_is_refused(
        here: str, authority: Authority, postgres_server: PostgresServer, database: str,
        tmp_path: Path) -> None:
    stranger = Authority(tmp_path, "stranger")
    made = front(postgres_server, stranger.server(here), here)
    with listening(made) as port:
        for more in (f"?sslrootcert={authority.root}", ""):  # "": by those whom the system trusts
            told = refused(address(here, port, database, more), tmp_path)
            assert "nobody whom this computer trusts" in str(told) and told.field == "place"
    assert made.sent == []


@pytest.mark.parametrize("method", ["md5", "cleartext", "trust"])
def test_a_server_that_asks_for_the_password_otherwise_or_not_at_all_is_refused(
        method: Method, here: str, authority: Authority, postgres_server: PostgresServer, database: str,
        tmp_path: Path) -> None:
    made = front(postgres_server, authority.server(here), here, method)
    with listening(made) as port:
        told = refused(address(here, port, database, f"?sslrootcert={authority.root}"), tmp_path)
    assert "scram-sha-256" in str(told) and told.field == "place"
    assert made.sent in ([], [b""]), "it learnt nothing of the password"


def test_a_wrong_or_missing_server_password_is_said_beside_its_field(
        here: str, authority: Authority, postgres_server: PostgresServer, database: str,
        tmp_path: Path) -> None:
    with listening(front(postgres_server, authority.server(here), here)) as port:
        where = address(here, port, database, f"?sslrootcert={authority.root}")
        wrong, missing = refused(where, tmp_path, "guessed"), refused(where, tmp_path, "")
    assert (wrong.field, missing.field) == (safekeeping.FIELD, safekeeping.FIELD)
    assert "does not accept" in str(wrong) and "Enter it" in str(missing)


def test_a_root_that_is_not_there_and_a_server_that_is_silent_are_said(
        here: str, authority: Authority, postgres_server: PostgresServer, database: str,
        tmp_path: Path) -> None:
    with listening(front(postgres_server, authority.server(here), here)) as port:
        told = refused(address(here, port, database, f"?sslrootcert={tmp_path}/nowhere.crt"), tmp_path)
    assert "cannot be read" in str(told) and "root certificate" in str(told)
    with socket.create_server((here, 0)) as closed:
        port = closed.getsockname()[1]
    assert "does not answer" in str(refused(address(here, port, "office"), tmp_path))


def test_the_password_comes_from_the_keyring_where_it_was_kept(
        here: str, authority: Authority, postgres_server: PostgresServer, database: str,
        tmp_path: Path) -> None:
    with (listening(front(postgres_server, authority.server(here), here)) as port,
          system_keyring(OwnKeyring())):
        where = address(here, port, database, f"?sslrootcert={authority.root}")
        safekeeping.keep(where, SECRET)
        assert come_in(where, tmp_path, "", kept=True) == "陈守信"


def test_in_the_window_it_is_kept_where_ticked_and_unlocking_asks_the_keyring(
        qtbot: QtBot, qapp: QApplication, here: str, authority: Authority, postgres_server: PostgresServer,
        database: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """And the password stands in no file of this computer, no log, no title, and no longer in the program."""
    ring, machine = OwnKeyring(), tmp_path / "machine"
    around = Surroundings(offices.Clock(), ZoneInfo("Asia/Shanghai"), machine / "notes", cost=offices.CHEAP)
    with listening(front(postgres_server, authority.server(here), here)) as port, system_keyring(ring):
        server = address(here, port, database, f"?sslrootcert={authority.root}")
        with running(qapp, machine, around) as program:
            sign_in(qtbot, program, server)
            qtbot.waitUntil(lambda: bool(ring.held) and not program.tasks.busy)
            assert ring.held == {("Mediation Desk", server): SECRET}
            program.lock()
            assert program.entry is not None
            program.entry.sign_in.password.set_typed(PASSWORD)
            program.entry.sign_in.try_it()
            qtbot.waitUntil(lambda: program.frame is not None)
            assert program.frame is not None
            said = [program.frame.windowTitle(), program.frame.status.store.text(), caplog.text]
            assert all(SECRET not in one for one in said) and SECRET not in vars(program)["_where"].secret
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(files) > 2 and all(SECRET.encode() not in file.read_bytes() for file in files)


@contextmanager
def running(qapp: QApplication, folder: Path, around: Surroundings) -> Iterator[Program]:
    """The program on a machine of its own."""
    machine = Machine(folder, folder, around.clock, CHINA)
    machine.__dict__["around"] = around
    qapp.setQuitOnLastWindowClosed(False)
    made = Program(qapp, machine)
    made.speak("en")
    made.start()
    try:
        yield made
    finally:
        made.end()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        theme.apply(qapp, Theme())
        qapp.setQuitOnLastWindowClosed(True)


def sign_in(qtbot: QtBot, program: Program, server: str) -> None:
    """Another place, on the office's server, whose password is to be kept."""
    assert program.entry is not None
    program.entry._go_elsewhere()
    pane = program.entry.sign_in
    pane.place.kind.buttons[1].click()
    qtbot.waitUntil(lambda: pane.place.keep.isVisible())
    pane.place.server.set_typed(server)
    pane.place.password.set_typed(SECRET)
    pane.place.keep.tick.click()
    pane.login.set_typed("chen")
    pane.password.set_typed(PASSWORD)
    pane.try_it()
    qtbot.waitUntil(lambda: program.frame is not None)


# -- the real server, without TLS --------------------------------------------------------

METHODS = {"proven": "scram-sha-256", "hashed": "md5", "plain": "password", "open": "trust"}


@pytest.fixture(scope="module")
def plain_server(here: str) -> Iterator[PostgresServer]:
    """A real server that listens beyond the loopback, with an account for each way of asking."""
    with socket.create_server((here, 0)) as line:
        port = str(line.getsockname()[1])
    rules = [f"host all {name} {here}/32 {method}" for name, method in METHODS.items()]
    with postgres(*rules, listen_addresses=here, port=port, md5_password_warnings="off") as server:
        with psycopg.connect(server.conninfo(), autocommit=True) as line:
            for name in METHODS:
                line.execute(f"SET password_encryption = '{'md5' if name == 'hashed' else 'scram-sha-256'}'")
                line.execute(f"CREATE ROLE {name} LOGIN PASSWORD '{SECRET}'")
        yield server


def there(server: PostgresServer, here: str, name: str, more: str) -> str:
    return f"postgresql://{name}@{here}:{server.port}/postgres{more}"


def test_a_server_without_an_encrypted_line_is_refused_by_default(plain_server: PostgresServer, here: str,
                                                                  tmp_path: Path) -> None:
    told = refused(there(plain_server, here, "proven", ""), tmp_path)
    assert "no encrypted line" in str(told) and told.field == "place"


@pytest.mark.parametrize("name", ["hashed", "plain", "open"])
def test_even_without_encryption_spelled_out_nothing_but_scram_will_do(
        name: str, plain_server: PostgresServer, here: str, tmp_path: Path) -> None:
    told = refused(there(plain_server, here, name, "?sslmode=disable"), tmp_path)
    assert "scram-sha-256" in str(told) and told.field == "place"


def test_scram_with_a_real_server_comes_through_where_the_line_is_chosen_so(
        plain_server: PostgresServer, here: str, tmp_path: Path) -> None:
    """It is let in as far as to see that there is no office; with another password it is not."""
    told = refused(there(plain_server, here, "proven", "?sslmode=disable"), tmp_path)
    assert "key file" in str(told) and told.field is None
    wrong = refused(there(plain_server, here, "proven", "?sslmode=disable"), tmp_path, "guessed")
    assert wrong.field == safekeeping.FIELD
