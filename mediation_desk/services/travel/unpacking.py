"""A bag that is read to its end, the files of its evidence taken in on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.keys import new_key
from mediation_desk.domain.travel.branch import LEFT_BEHIND
from mediation_desk.store.pace import Pace
from mediation_desk.store.store import Store
from mediation_desk.store.travel import bag, loads
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.manifest import Content
from mediation_desk.store.vault.keys import Key
from mediation_desk.store.work import evidence
from mediation_desk.store.work.evidence import Taken
from mediation_desk.store.work.work import Work


@contextmanager
def unpacked(store: Store, path: Path, key: Key, clock: Callable[[], datetime],
             pace: Pace) -> Iterator[tuple[Load, Mapping[str, Taken]]]:
    """The bag's rows, and by hash the files that the store did not have; inside ``with``, the caller
    finishes those that it keeps, and afterwards the others go again.

    BagDamaged where the bag is not whole or a file is not what the bag calls it; NoRoom; Stopped.
    """
    arrived: dict[str, Taken] = {}

    def take(content: Content, blocks: Iterator[bytes]) -> None:
        with store.engine.connect() as connection:
            there = content.sha256 in arrived or evidence.known(connection, content.sha256)
        if not there:
            now = clock()
            arrived[content.sha256] = evidence.take_in(store.engine, blocks, file_id=new_key(now), now=now)

    try:
        load = loads.read(path, key, take, pace)
        if any(taken.sha256 != named for named, taken in arrived.items()):
            raise bag.BagDamaged
        yield load, arrived
    finally:
        evidence.drop(store.engine, [one.file_id for one in arrived.values()])


def named(load: Load, case_ids: Iterable[UUID]) -> set[str]:
    """The files that the exhibits of these cases name, by their hashes."""
    return {str(row["sha256"]) for case_id in case_ids for row in load.of(case_id, "exhibits")}


def finish(work: Work, load: Load, case_id: UUID, arrived: Mapping[str, Taken]) -> None:
    """Keep the files of a case that came along."""
    for sha256 in named(load, [case_id]) & arrived.keys():
        evidence.finish(work.connection, arrived[sha256], work.who.now)


def note_left_behind(work: Work, load: Load, case_ids: Iterable[UUID]) -> None:
    """Note which files of these cases stayed where the bag was packed."""
    before = set(work.settings.read().get(LEFT_BEHIND, []))
    left = sorted(sha256 for sha256 in before | named(load, case_ids)
                  if not evidence.known(work.connection, sha256))
    if left or before:
        work.settings.write({LEFT_BEHIND: left})
