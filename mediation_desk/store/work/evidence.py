"""Evidence in the store: exhibits of a case, and file content kept once, in chunks, by its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session as OrmSession

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.store.tables.evidence import evidence_chunks as chunks
from mediation_desk.store.tables.evidence import evidence_files as files

CHUNK = 256 * 1024  # bytes
BATCH = 16  # chunks written in one transaction, so that other people's saves slip in between


class Exhibits:
    """The exhibits of cases, read apart from the case so that opening a case stays light."""

    def __init__(self, session: OrmSession) -> None:
        self._session = session

    def of(self, case_id: UUID, *, removed_too: bool = False) -> list[Exhibit]:
        """The case's exhibits that stand (or all of them), by number."""
        found = self._session.scalars(select(Exhibit).filter_by(case_id=case_id)).all()
        return sorted((one for one in found if removed_too or not one.removed_at),
                      key=lambda one: (one.position, one.id))

    def count(self, case_id: UUID) -> int:
        """How many exhibits of the case stand."""
        standing = select(func.count()).select_from(Exhibit).filter_by(case_id=case_id, removed_at=None)
        return self._session.scalar(standing) or 0

    def get(self, case_id: UUID, exhibit_id: UUID) -> Exhibit:
        """One exhibit of that case, removed or not."""
        found = self._session.get(Exhibit, exhibit_id)
        if found is None or found.case_id != case_id:
            raise NotThere(exhibit_id)
        return found

    def add(self, exhibit: Exhibit) -> None:
        """Keep a new exhibit."""
        self._session.add(exhibit)


class ContentDamaged(DeskError):
    """What lies in the store is not what was put in."""


class NoRoom(DeskError):
    """The store could not take the file in."""


@dataclass(frozen=True)
class Taken:
    """A file's content that lies in the store, though nobody owns it before :func:`finish`."""

    file_id: UUID
    sha256: str
    size: int


def take_in(engine: Engine, blocks: Iterable[bytes], *, file_id: UUID, now: datetime) -> Taken:
    """Write content block by block (each at most CHUNK bytes), never more than a batch in memory.

    It stays pending: invisible, and swept away when nobody finishes it. When reading or writing
    fails, what was written is dropped again.
    """
    try:
        return _write(engine, blocks, file_id, now)
    except OperationalError as trouble:
        _drop_quietly(engine, file_id)
        raise NoRoom(N_("The store could not take the file in; its disk may be full. Nothing was "
                        "added.")) from trouble
    except BaseException:
        _drop_quietly(engine, file_id)
        raise


def _write(engine: Engine, blocks: Iterable[bytes], file_id: UUID, now: datetime) -> Taken:
    digest, size, number = hashlib.sha256(), 0, 0
    with engine.begin() as connection:
        connection.execute(insert(files).values(id=file_id, sha256="", size=0, touched_at=now))
    for batch in _batches(blocks):
        rows = [{"file_id": file_id, "number": number + at, "data": data} for at, data in enumerate(batch)]
        with engine.begin() as connection:
            connection.execute(insert(chunks), rows)
        for data in batch:
            digest.update(data)
            size += len(data)
        number += len(batch)
    taken = Taken(file_id, digest.hexdigest(), size)
    with engine.begin() as connection:
        connection.execute(update(files).where(files.c.id == file_id)
                           .values(sha256=taken.sha256, size=size))
    return taken


def _batches(blocks: Iterable[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    for block in blocks:
        batch.append(block)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _drop_quietly(engine: Engine, file_id: UUID) -> None:
    """Take away what was written; on a full disk the sweep of the next start does it."""
    try:
        drop(engine, [file_id])
    except OperationalError:
        return


def drop(engine: Engine, file_ids: Sequence[UUID]) -> None:
    """Take pending content away again, a batch at a time; finished content stays."""
    with engine.execution_options(reading=True).connect() as connection:
        wanted = select(files.c.id).where(files.c.id.in_(file_ids), files.c.finished_at.is_(None))
        pending = connection.scalars(wanted).all()
    for file_id in pending:
        _remove_chunks(engine, file_id)
        with engine.begin() as connection:
            connection.execute(delete(files).where(files.c.id == file_id, files.c.finished_at.is_(None)))


def _remove_chunks(engine: Engine, file_id: UUID) -> None:
    """From the end to the start, so that a drop cut short still leaves a run from the first chunk."""
    ours = select(files.c.id).where(files.c.id == file_id, files.c.finished_at.is_(None)).with_for_update()
    while True:
        with engine.begin() as connection:
            pending = connection.scalar(ours)  # locked, so that nobody finishes it meanwhile
            last = connection.scalar(select(func.max(chunks.c.number)).where(chunks.c.file_id == file_id))
            if pending is None or last is None:
                return
            connection.execute(delete(chunks).where(chunks.c.file_id == file_id,
                                                    chunks.c.number > last - BATCH))


def sweep(engine: Engine, before: datetime) -> int:
    """Take away content that was begun before that instant and never finished; how many files."""
    with engine.execution_options(reading=True).connect() as connection:
        stale = connection.scalars(select(files.c.id).where(files.c.finished_at.is_(None),
                                                            files.c.touched_at < before)).all()
    drop(engine, stale)
    return len(stale)


def known(connection: Connection, sha256: str) -> bool:
    """Whether that content lies in the store already."""
    return _finished(connection, sha256) is not None


def _finished(connection: Connection, sha256: str) -> UUID | None:
    return connection.scalar(select(files.c.id).where(files.c.sha256 == sha256,
                                                      files.c.finished_at.is_not(None)))


def finish(connection: Connection, taken: Taken, now: datetime) -> None:
    """Make taken content the store's own, in the transaction that adds its exhibit.

    When somebody else brought the same content meanwhile, theirs serves and this one goes; finished
    twice, as for two exhibits of one content, it simply stays.
    Raises DeskError when it was swept away meanwhile.
    """
    there = _finished(connection, taken.sha256)
    if there == taken.file_id:
        return
    if there is not None or not _claimed(connection, taken, now):
        connection.execute(delete(chunks).where(chunks.c.file_id == taken.file_id))
        connection.execute(delete(files).where(files.c.id == taken.file_id))
        return
    held = select(func.sum(func.length(chunks.c.data))).where(chunks.c.file_id == taken.file_id)
    if connection.scalar(held) != taken.size:
        raise DeskError(N_("The file was lost on its way into the store. Add it again."))


def _claimed(connection: Connection, taken: Taken, now: datetime) -> bool:
    """Whether this became the one copy of its content; not when somebody else's did just now."""
    try:
        with connection.begin_nested():
            connection.execute(update(files).where(files.c.id == taken.file_id).values(finished_at=now))
    except IntegrityError:
        return False
    return True


def read(connection: Connection, sha256: str) -> Iterator[bytes]:
    """The content chunk by chunk, one in memory at a time; ContentDamaged at its end when it is not
    what was put in, so a copy made from it is to be thrown away then."""
    file_id = _finished(connection, sha256)
    digest, number = hashlib.sha256(), 0
    while file_id is not None:
        data = connection.scalar(select(chunks.c.data).where(chunks.c.file_id == file_id,
                                                             chunks.c.number == number))
        if data is None:
            break
        digest.update(data)
        yield bytes(data)
        number += 1
    if digest.hexdigest() != sha256:
        raise ContentDamaged(N_("This file is damaged in the store; restore it from a backup."))
