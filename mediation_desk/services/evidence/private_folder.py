"""The private folder through which files are opened elsewhere: one per session, emptied at its end."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path

from mediation_desk.domain.evidence import copy_name
from mediation_desk.services.desk import Desk

_PREFIX = "mediation-desk-look-"
MARK = 12  # characters of the store's mark in the folder's name


class PrivateFolder:
    """Copies for other programs to show: readable by this person alone, and for reading only.

    The folder is made with the first copy, and taken away by :meth:`close`, when this object goes,
    or when the program ends; after a crash by :func:`sweep` at the next start.
    """

    def __init__(self, desk: Desk, root: Path | None = None) -> None:
        self._prefix = f"{_prefix(desk)}{os.getpid()}-"
        self._root = root
        self._end: weakref.finalize[..., PrivateFolder] | None = None
        self._folder: Path | None = None

    def room_for(self, name: str) -> Path:
        """Where a copy may be written: nothing lies there yet."""
        if self._folder is None or not self._folder.is_dir():
            self._folder = Path(tempfile.mkdtemp(prefix=self._prefix, dir=self._root))  # made 0700
            self._end = weakref.finalize(self, _remove, self._folder)
        return Path(tempfile.mkdtemp(dir=self._folder)) / copy_name(name)

    @property
    def path(self) -> Path | None:
        """Where it is; None before there is a copy in it."""
        return self._folder

    def close(self) -> None:
        """Take all copies away. What another program holds open goes with the next start."""
        if self._end is not None:
            self._end()
        self._folder = self._end = None


def sweep(desk: Desk, root: Path | None = None) -> int:
    """Take away what a session of this store left when it was cut short; how many folders.

    Only one program at a time has a store open on a machine, so other sessions' folders are over.
    """
    left = re.compile(re.escape(_prefix(desk)) + r"(\d+)-")
    gone = 0
    for folder in (root or Path(tempfile.gettempdir())).glob(f"{_prefix(desk)}*"):
        named = left.match(folder.name)
        if named and int(named[1]) != os.getpid() and _ours(folder):
            _remove(folder)
            gone += not folder.exists()
    return gone


def _prefix(desk: Desk) -> str:
    mark = hashlib.sha256(desk.store.place.name.encode()).hexdigest()[:MARK]
    return f"{_PREFIX}{mark}-"


def _ours(folder: Path) -> bool:
    """A real folder of this person's; never somebody else's link that happens to be called so."""
    with suppress(OSError):
        found = folder.lstat()
        return stat.S_ISDIR(found.st_mode) and (os.name == "nt" or found.st_uid == os.getuid())
    return False


def _remove(folder: Path) -> None:
    for file in folder.rglob("*"):
        with suppress(OSError):
            if file.is_file() and not file.is_symlink():
                file.chmod(stat.S_IRUSR | stat.S_IWUSR)  # Windows deletes nothing that is read-only
    shutil.rmtree(folder, ignore_errors=True)
