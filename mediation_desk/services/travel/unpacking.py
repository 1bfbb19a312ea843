"""A bag that is read to its end, the files of its evidence taken in on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from mediation_desk.domain.keys import new_key
from mediation_desk.store.pace import Pace
from mediation_desk.store.store import Store
from mediation_desk.store.travel import bag, loads
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.manifest import Content
from mediation_desk.store.vault.keys import Key
from mediation_desk.store.work import evidence
from mediation_desk.store.work.evidence import Taken


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
