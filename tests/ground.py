"""Where the tests' files lie: in memory where there is room, since what they write is thrown away at once."""

import os
import tempfile
from pathlib import Path

#: Linux's folder in memory; other systems have none.
MEMORY = Path("/dev/shm")

#: Bytes that must be free there: a test files half a gigabyte, on each engine, and two may do so at once.
ROOM = 4 << 30


def ground(memory: Path = MEMORY, room: int = ROOM) -> Path:
    """The folder in memory; the system's own for what is thrown away, where that is missing, closed, too
    small, or no place to run a program from."""
    if memory.is_dir() and os.access(memory, os.W_OK | os.X_OK):
        there = os.statvfs(memory)
        if there.f_bavail * there.f_frsize >= room and not there.f_flag & os.ST_NOEXEC:
            return memory
    return Path(tempfile.gettempdir())
