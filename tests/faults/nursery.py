"""A process that has read all modules and forks children at once, for tests that kill them.

Forking the test process itself would copy its threads' locks; this one has no threads. It reads a JSON
line per child from its input, and writes ``pid N``, whatever the child writes, and ``end STATUS``.
"""

from __future__ import annotations

import gc
import json
import os
import random
import select
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]


def main() -> None:
    """The nursery's own process."""
    from tests.faults.children import CHILDREN

    _read_everything()
    os.write(1, b"ready\n")
    for line in sys.stdin:
        what, *arguments = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _live(CHILDREN[what], arguments)
        os.write(1, f"pid {pid}\n".encode())
        _, status = os.waitpid(pid, 0)
        os.write(1, f"end {status}\n".encode())


def _live(work: object, arguments: list[str]) -> None:
    status = 1
    try:
        time.sleep(0.001)  # "pid" is written first
        work(*arguments)  # type: ignore[operator]
        status = 0
    except BaseException:
        os.write(1, ("crash " + traceback.format_exc().replace("\n", " | ") + "\n").encode())
    finally:
        os._exit(status)


def _read_everything() -> None:
    """Import what the children import when they need it; none of them looks through it again."""
    import alembic.command
    import alembic.config
    import cryptography.hazmat.primitives.asymmetric.ec
    import psycopg
    import pypinyin
    import sqlalchemy.dialects.postgresql.psycopg

    from mediation_desk.store.engines.embedded import driver

    assert alembic.command and alembic.config and cryptography.hazmat.primitives.asymmetric.ec and psycopg
    assert sqlalchemy.dialects.postgresql.psycopg and driver()
    pypinyin.lazy_pinyin("陈")
    gc.collect()
    gc.freeze()


@dataclass
class Child:
    """A child at work."""

    pid: int
    output: IO[str]
    acknowledged: list[str] = field(default_factory=list)
    refused: str = ""
    trouble: str = ""
    status: int | None = None

    def wait_for(self, number: int) -> None:
        """Until so many things were acknowledged, or it ended."""
        while len(self.acknowledged) < number and self.status is None:
            self._hear()

    def kill_within(self, seconds: float, moment: random.Random) -> None:
        """Kill it at a random moment in that time, and hear what it still said."""
        until = time.monotonic() + moment.uniform(0, seconds)
        while self.status is None and (left := until - time.monotonic()) > 0:
            ready, _, _ = select.select([self.output], [], [], left)
            if ready:
                self._hear()
        if self.status is None:
            with suppress(ProcessLookupError):  # it ended by itself just now
                os.kill(self.pid, signal.SIGKILL)
        self.finish()

    def finish(self) -> None:
        """Until it has ended."""
        while self.status is None:
            self._hear()

    def _hear(self) -> None:
        word, _, rest = _line(self.output).partition(" ")
        if word == "ack":
            self.acknowledged.append(rest)
        elif word == "refused":
            self.refused = rest
        elif word == "end":
            self.status = int(rest)
            assert not self.trouble, self.trouble
        else:
            self.trouble = f"{word} {rest}"  # told once the child has ended, so that the next starts afresh


def _line(output: IO[str]) -> str:
    """One line, read byte by byte so that select() knows of all that is left."""
    said = b""
    while not said.endswith(b"\n"):
        byte = os.read(output.fileno(), 1)
        if not byte:
            raise AssertionError("the nursery is gone")
        said += byte
    return said.decode().rstrip("\n")


@dataclass
class Nursery:
    """Starts children one at a time."""

    process: subprocess.Popen[str]

    def start(self, what: str, *arguments: object) -> Child:
        """A child that does one of ``tests.faults.children``."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps([what, *map(str, arguments)]) + "\n")
        self.process.stdin.flush()
        word, _, pid = _line(self.process.stdout).partition(" ")
        assert word == "pid", (word, pid)
        return Child(int(pid), self.process.stdout)


@contextmanager
def nursery() -> Iterator[Nursery]:
    """A nursery that has read everything."""
    command = [sys.executable, "-m", "tests.faults.nursery"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as process:
        assert process.stdout
        try:
            assert _line(process.stdout) == "ready"
            yield Nursery(process)
        finally:
            process.kill()


if __name__ == "__main__":
    main()
