"""Files on their way into the store: read block by block, told in KiB, stopped when a person wants."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from mediation_desk.domain import evidence as rules
from mediation_desk.domain.media_types import HEAD, media_type
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files
from mediation_desk.services.desk import Desk
from mediation_desk.store.work import evidence as contents
from mediation_desk.store.work.evidence import CHUNK, Taken

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_NO_FILE: Mapping[type[OSError], str] = MappingProxyType({
    private_files.IsAFolder: N_("“{name}” is a folder. Open it and add the files in it."),
    private_files.IsALink: N_("“{name}” cannot be read: it is only a link to a file elsewhere. Add that "
                                 "file itself."),
    private_files.NoFile: N_("“{name}” is no file that can be kept.")})
_KIB = 1024  # progress is told in KiB: whole numbers that every progress bar can hold


class Stopped(DeskError):
    """The person stopped it; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__(N_("Stopped; nothing was kept."))


@dataclass(frozen=True)
class FileSource:
    """Something to add: a file on disk, or what was pasted."""

    name: str
    path: Path | None = None
    data: bytes = b""

    @classmethod
    def of(cls, path: Path) -> FileSource:
        """A file on disk under its own name."""
        return cls(rules.tidy_name(path.name), path)


@dataclass(frozen=True)
class Arrived:
    """A file that lies in the store and waits to be filed."""

    name: str
    media_type: str
    taken: Taken


@dataclass(frozen=True)
class Brought:
    """What came of taking files in: those that arrived, and why others did not."""

    arrived: tuple[Arrived, ...]
    refused: tuple[DeskError, ...]


class Meter:
    """Tells how far it is, and stops when the person wants."""

    def __init__(self, total: int, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self._done, self._total = 0, total
        self._progress, self._cancelled = progress, cancelled

    def advance(self, size: int) -> None:
        """So many bytes further; raises Stopped."""
        if self._cancelled is not None and self._cancelled():
            raise Stopped
        self._done += size
        if self._progress is not None:
            self._progress(self._done // _KIB, max(self._done, self._total) // _KIB)


def size_of(source: FileSource) -> int:
    """How many bytes there are to read; 0 when nobody can tell."""
    if source.path is None:
        return len(source.data)
    with suppress(OSError):
        return source.path.lstat().st_size
    return 0


def take(desk: Desk, source: FileSource, meter: Meter) -> Arrived:
    """Read once for the hash, and again only when the store does not have this content yet."""
    digest, size, head = hashlib.sha256(), 0, b""
    for block in _blocks(source, meter):
        head = head or block[:HEAD]
        digest.update(block)
        size += len(block)
    if not size:
        raise DeskError(N_("“{name}” is empty. Check the file and add it again."), name=source.name)
    with desk.reading() as work:
        known = contents.known(work.connection, digest.hexdigest())
        file_id = work.new_key()
    if known:
        taken = Taken(file_id, digest.hexdigest(), size)
        meter.advance(size)
    else:
        taken = contents.take_in(desk.store.engine, _blocks(source, meter), file_id=file_id, now=desk.now)
    return Arrived(source.name, media_type(source.name, head), taken)


def _blocks(source: FileSource, meter: Meter) -> Iterator[bytes]:
    try:
        if source.path is None:
            yield from _told((source.data[at:at + CHUNK] for at in range(0, len(source.data), CHUNK)), meter)
            return
        with private_files.open_plain(source.path) as file:
            yield from _told(iter(lambda: file.read(CHUNK), b""), meter)
    except private_files.NoFile as other:
        raise DeskError(_NO_FILE[type(other)], name=source.name) from other
    except OSError as trouble:
        raise DeskError(N_("“{name}” cannot be read. Check that it is still there and that you may "
                           "open it."), name=source.name) from trouble


def _told(blocks: Iterator[bytes], meter: Meter) -> Iterator[bytes]:
    for block in blocks:
        meter.advance(len(block))
        yield block

