"""Evidence at the counter: files and folders of pictures, each once, and why anything was not taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.media_types import HEAD, media_type
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import Arrived, Brought, Cancelled, FileSource, Progress, Stopped
from mediation_desk.store.work import evidence as contents

_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})
"""What systems and cameras leave in every folder: nobody handed it in."""


@dataclass(frozen=True)
class Opened:
    """What folders hold: the files to add, and what in them was not looked at."""

    sources: tuple[FileSource, ...]
    refused: tuple[DeskError, ...]


def collect(desk: Desk, case_id: UUID, sources: Sequence[FileSource], *, progress: Progress | None = None,
            cancelled: Cancelled | None = None) -> Brought:
    """Bring files into the store, where they wait for :func:`filing.file_away`; this may take long. Of a
    folder all pictures in it come, in the order of their names.

    A file that is in the case already, or that comes twice, is told in ``refused`` and not added again; so is
    whatever cannot be read. Raises Stopped, with nothing kept.
    """
    opened = open_folders(sources, cancelled)
    brought = filing.take_in(desk, case_id, opened.sources, progress=progress, cancelled=cancelled)
    return _each_once(desk, case_id, Brought(brought.arrived, (*opened.refused, *brought.refused)))


def open_folders(sources: Sequence[FileSource], cancelled: Cancelled | None = None) -> Opened:
    """The files themselves, and in the place of each folder the pictures in it. Folders within it are not
    opened; what systems leave everywhere is passed over."""
    found: list[FileSource] = []
    refused: list[DeskError] = []
    for source in sources:
        path = source.path
        if path is None or path.is_symlink() or not path.is_dir():
            found.append(source)
            continue
        inside = _open(path, cancelled)
        found += inside.sources
        refused += inside.refused
    return Opened(tuple(found), tuple(refused))


def _open(folder: Path, cancelled: Cancelled | None) -> Opened:
    try:
        paths = sorted((one for one in folder.iterdir() if not _is_of_system(one)), key=_in_order)
    except OSError:
        return Opened((), (_unread(folder),))
    pictures, refused = list[FileSource](), list[DeskError]()
    for path in paths:
        if cancelled is not None and cancelled():
            raise Stopped
        why = _why_not(path)
        if why is None:
            pictures.append(FileSource.of(path))
        else:
            refused.append(why)
    if not pictures:
        refused.append(DeskError(N_("There is no picture in the folder “{name}”."), name=folder.name))
    return Opened(tuple(pictures), tuple(refused))


def _is_of_system(path: Path) -> bool:
    return path.name.startswith(".") or path.name.lower() in _OF_SYSTEMS


def _in_order(path: Path) -> list[tuple[int, str]]:
    """As people count: IMG_2 before IMG_10."""
    parts = re.split(r"(\d+)", path.name.lower())
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts]


def _why_not(path: Path) -> DeskError | None:
    """Why something in a folder is not added with its pictures; None: it is one of them."""
    if path.is_dir() and not path.is_symlink():
        return DeskError(N_("“{name}” is a folder within the folder; it was not opened."), name=path.name)
    try:
        with private_files.open_plain(path) as file:
            head = file.read(HEAD)
    except OSError:
        return None  # as any file that cannot be read, which is told when it is taken in
    if media_type(path.name, head).startswith("image/"):
        return None
    return DeskError(N_("“{name}” is no picture. Add it by itself where it belongs to the evidence."),
                     name=path.name)


def _unread(folder: Path) -> DeskError:
    return DeskError(N_("“{name}” cannot be read. Check that it is still there and that you may open it."),
                     name=folder.name)


def _each_once(desk: Desk, case_id: UUID, brought: Brought) -> Brought:
    """What is not in the case yet, each content once."""
    there = {one.sha256: one for one in filing.exhibits(desk, case_id).exhibits}
    first: dict[str, Arrived] = {}
    twice: list[Arrived] = []
    told: list[DeskError] = []
    for one in brought.arrived:
        if exhibit := there.get(one.taken.sha256):
            twice.append(one)
            told.append(DeskError(N_("“{name}” is in the case already: {label} “{known}”. It was not added "
                                     "again."), name=one.name, label=exhibit.label, known=exhibit.name))
        elif other := first.get(one.taken.sha256):
            twice.append(one)
            told.append(DeskError(N_("“{name}” is the same file as “{other}”; it was added once."),
                                  name=one.name, other=other.name))
        else:
            first[one.taken.sha256] = one
    contents.drop(desk.store.engine, [one.taken.file_id for one in twice])
    return Brought(tuple(first.values()), (*brought.refused, *told))
