"""One desk per store on a machine: a lock that ends with the program, however it ends."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files
from mediation_desk.store.place_trouble import told_beside_place

LOCK = "office.lock"


class AlreadyOpen(DeskError):
    """Another desk on this machine has the store open."""

    def __init__(self) -> None:
        super().__init__(N_("This store is already open on this computer. Use the window that is open."),
                         field="place")


class Instance:
    """Holds a folder for this program while it is entered::

        with Instance(folder):
            ...

    AlreadyOpen when another has it. The lock is the operating system's and is let go of when the
    program ends, even when it is killed; the empty file stays and means nothing.
    """

    def __init__(self, folder: Path, name: str = LOCK) -> None:
        self._path = folder / name
        self._file: IO[bytes] | None = None

    def take(self) -> bool:
        """Hold the folder; False when another program, or another holder in this one, has it."""
        with told_beside_place(self._path.parent):
            file = private_files.append(self._path)
            try:
                held = _lock(file) and self._is_at_its_place(file)
            except OSError:  # a file system without locks
                file.close()
                raise
        if not held:
            file.close()
            return False
        self._file = file
        return True

    def _is_at_its_place(self, file: IO[bytes]) -> bool:
        """Whether the locked file is the one that others find: it may have been taken away meanwhile."""
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except OSError:
            return False

    def release(self) -> None:
        """Let go of it; releasing twice does nothing."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Instance:
        if not self.take():
            raise AlreadyOpen
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.release()


def call_name(folder: Path) -> str:
    """The name under which the first desk listens for a second one (a local socket's name).

    The same for every way of writing the folder; no part of the folder's name can be read from it.
    """
    real = os.path.normcase(folder.resolve())
    return f"mediation-desk-{hashlib.sha256(real.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}"


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
