"""Looking at evidence again: the content in memory, a copy to keep, a copy for another program."""

from __future__ import annotations

import stat
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from mediation_desk.domain.evidence import may_run
from mediation_desk.domain.travel.branch import LEFT_BEHIND, Branch
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.private_folder import PrivateFolder
from mediation_desk.services.evidence.taking import Cancelled, Meter, Progress
from mediation_desk.store.work import evidence as contents
from mediation_desk.store.work.work import Work


class StayedAtTheOffice(DeskError):
    """Evidence was not taken along, to a laptop or to this office."""

    def __init__(self, branch: Branch | None) -> None:
        if branch is None:
            super().__init__(N_("This file stayed at the office that handed the case over. Ask for a bag "
                                "with evidence to have it here."))
            return
        super().__init__(N_("This file stayed at {office}. Pack the bag with evidence to have it here."),
                         office=branch.office)


def _content(desk: Desk, work: Work, sha256: str) -> Iterator[bytes]:
    """The content chunk by chunk; StayedAtTheOffice where this store never had it."""
    if not contents.known(work.connection, sha256) and sha256 in work.settings.read().get(LEFT_BEHIND, ()):
        raise StayedAtTheOffice(desk.branch)
    return contents.read(work.connection, sha256)


def content(desk: Desk, case_id: UUID, exhibit_id: UUID, most: int) -> bytes:
    """The whole file in memory; refused when it is larger than ``most`` bytes."""
    with desk.case_reading(case_id, whole=False) as (work, _case):
        exhibit = work.evidence.get(case_id, exhibit_id)
        if exhibit.size > most:
            raise DeskError(N_("This file is too large to show here. Open it with another program."))
        return b"".join(_content(desk, work, exhibit.sha256))


def save_copy(desk: Desk, case_id: UUID, exhibit_id: UUID, path: Path, *, progress: Progress | None = None,
              cancelled: Cancelled | None = None) -> Path:
    """Write the file where the person wants it; what lies there is replaced only by a whole copy."""
    half = private_files.fresh_beside(path)
    try:
        with private_files.create(half) as file:
            _copy(desk, case_id, exhibit_id, file, progress, cancelled)
        half.replace(path)
    except OSError as trouble:
        raise DeskError(N_("The copy could not be written there. Choose another folder."),
                        field="path") from trouble
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
    return path


def look_elsewhere(desk: Desk, case_id: UUID, exhibit_id: UUID, folder: PrivateFolder, *,
                   progress: Progress | None = None, cancelled: Cancelled | None = None) -> Path:
    """A copy for another program to show, read-only, in the session's private folder."""
    with desk.case_reading(case_id, whole=False) as (work, _case):
        name = work.evidence.get(case_id, exhibit_id).name
    if may_run(name):
        raise DeskError(N_("This kind of file can act as a program, so it is not opened from here. Save a "
                           "copy if you know what it is."))
    try:
        path = folder.room_for(name)
        with private_files.create(path) as file:
            _copy(desk, case_id, exhibit_id, file, progress, cancelled)
        path.chmod(stat.S_IRUSR)
    except OSError as trouble:
        raise DeskError(N_("The file could not be laid out for another program; the disk may be "
                           "full.")) from trouble
    return path


def chunks(desk: Desk, case_id: UUID, exhibit_id: UUID) -> Generator[bytes, None, None]:
    """The file's content piece by piece, to be gone through to its end or closed."""
    with desk.case_reading(case_id, whole=False) as (work, _case):
        yield from _content(desk, work, work.evidence.get(case_id, exhibit_id).sha256)


def _copy(desk: Desk, case_id: UUID, exhibit_id: UUID, file: BinaryIO, progress: Progress | None,
          cancelled: Cancelled | None) -> None:
    with desk.case_reading(case_id, whole=False) as (work, _case):
        exhibit = work.evidence.get(case_id, exhibit_id)
        meter = Meter(exhibit.size, progress, cancelled)
        for data in _content(desk, work, exhibit.sha256):
            file.write(data)
            meter.advance(len(data))
