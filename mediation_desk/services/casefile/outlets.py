"""Where an export is written: a folder, a zip, or a zip that a passphrase locks. Whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from mediation_desk.library import private_files
from mediation_desk.library.locked_zip import LockedZip
from mediation_desk.services.reports import placing


@dataclass(frozen=True)
class Kept:
    """A file that was written: its place in the export, how many bytes it has, and its digest."""

    name: str
    size: int
    sha256: str


class Opens(Protocol):
    """Opens one new file of the export after the other."""

    def __call__(self, name: str) -> AbstractContextManager[BinaryIO]:
        """The file of that name, its folders parted by strokes."""


class Hashing:
    """Writes on to a file and keeps count and digest."""

    def __init__(self, target: BinaryIO) -> None:
        self._target, self.size, self.digest = target, 0, hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Write it on."""
        self.size += len(data)
        self.digest.update(data)
        return self._target.write(data)


@dataclass
class Outlet:
    """An export under way, and what was written of it."""

    opens: Opens
    kept: list[Kept] = field(default_factory=list)

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """A new file; what is written of it is counted and digested."""
        with self.opens(name) as target:
            writing = Hashing(target)
            yield writing  # type: ignore[misc]  # it is written to, and nothing else
        self.kept.append(Kept(name, writing.size, writing.digest.hexdigest()))


@contextmanager
def into_folder(path: Path, before: Callable[[], object]) -> Iterator[Outlet]:
    """A new folder of this person's alone, which comes to stand at ``path`` once all is in it and
    ``before()`` was done; FileExistsError where anything lies there."""
    if path.is_symlink() or path.exists():
        raise FileExistsError(path)
    half = private_files.fresh_beside(path)
    private_files.make_folder(half)
    try:
        yield Outlet(lambda name: _plain(half, name))
        before()
        if path.is_symlink() or path.exists():
            raise FileExistsError(path)
        half.rename(path)
    finally:
        with suppress(OSError):
            if half.is_dir():
                shutil.rmtree(half)


@contextmanager
def _plain(folder: Path, name: str) -> Iterator[BinaryIO]:
    path = folder.joinpath(*name.split("/"))
    private_files.make_folder(path.parent)
    with private_files.create(path) as file:
        yield file


@contextmanager
def into_zip(path: Path, before: Callable[[], object], *, passphrase: str, moment: datetime
             ) -> Iterator[Outlet]:
    """The same as a zip; with a ``passphrase`` it opens with that alone."""
    with placing.new_file(path, before) as file:
        if passphrase:
            locked = LockedZip(file, passphrase, moment)
            yield Outlet(locked.open)
            locked.close()
            return
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
            yield Outlet(lambda name: _zipped(made, name, moment))


@contextmanager
def _zipped(made: zipfile.ZipFile, name: str, moment: datetime) -> Iterator[BinaryIO]:
    told = zipfile.ZipInfo(name, moment.timetuple()[:6])
    told.compress_type, told.external_attr = zipfile.ZIP_DEFLATED, 0o100600 << 16
    with made.open(told, "w", force_zip64=True) as file:
        yield file  # type: ignore[misc]  # zipfile's own, which is written to
