"""A bag's files lie in the store while it is read, and afterwards only those that somebody kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, update

from mediation_desk.domain.words import DeskError
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.travel import homecoming
from mediation_desk.services.travel.unpacking import unpacked
from mediation_desk.store.pace import AT_EASE, Pace, Stopped
from mediation_desk.store.store import Store
from mediation_desk.store.tables.evidence import evidence_chunks, evidence_files
from mediation_desk.store.travel.bag import BagDamaged
from mediation_desk.store.vault.keys import Key
from mediation_desk.store.work import evidence
from tests.services.travel.roads import Road

ONE, OTHER = b"one photograph " * 40_000, b"a recording " * 40_000


def brought(road: Road) -> tuple[Path, Key]:
    """A bag for home with two new files in it, and its key."""
    sources = [FileSource("考勤.jpg", data=ONE), FileSource("通话.mp3", data=OTHER)]
    filing.add_files(road.laptop(), road.case_id, sources)
    path = road.pack()
    return path, homecoming.ours(road.desk, path)[1]


def files(store: Store) -> tuple[int, int]:
    """How many finished files lie in the store, and how many that nobody owns yet."""
    with store.engine.connect() as connection:
        finished = connection.scalars(select(evidence_files.c.finished_at)).all()
    return sum(one is not None for one in finished), sum(one is None for one in finished)


def test_what_was_finished_stays_and_the_rest_goes_again(accepted_road: Road) -> None:
    path, key = brought(accepted_road)
    store, clock = accepted_road.desk.store, accepted_road.desk.clock
    had, _ = files(store)
    with unpacked(store, path, key, clock, AT_EASE) as (load, arrived):
        assert sorted(one.size for one in arrived.values()) == sorted([len(ONE), len(OTHER)])
        assert set(arrived) == {one.sha256 for one in load.inside.contents} and files(store) == (had, 2)
        kept = next(one for one in arrived.values() if one.size == len(ONE))
        with store.engine.begin() as connection:
            evidence.finish(connection, kept, clock())
    assert files(store) == (had + 1, 0)
    with store.engine.connect() as connection:
        assert b"".join(evidence.read(connection, kept.sha256)) == ONE
    with unpacked(store, path, key, clock, AT_EASE) as (_load, again):
        assert [one.size for one in again.values()] == [len(OTHER)], "the store has the other"


def test_where_the_caller_fails_or_somebody_stops_it_all_goes_again(accepted_road: Road) -> None:
    path, key = brought(accepted_road)
    store, clock = accepted_road.desk.store, accepted_road.desk.clock
    before = files(store)
    with pytest.raises(DeskError), unpacked(store, path, key, clock, AT_EASE):
        raise DeskError("no")
    assert files(store) == before
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return files(store)[1] > 0  # once a file has begun to arrive

    with pytest.raises(Stopped), unpacked(store, path, key, clock, Pace(lambda *_: None, cancelled)):
        raise AssertionError("it was to be stopped")
    assert asked and files(store) == before


def test_a_file_that_is_not_what_the_bag_calls_it_is_refused(accepted_road: Road) -> None:
    laptop = accepted_road.laptop()
    filing.add_files(laptop, accepted_road.case_id, [FileSource("考勤.jpg", data=ONE)])
    with laptop.store.engine.begin() as connection:
        of_it = select(evidence_files.c.id).where(evidence_files.c.size == len(ONE))
        connection.execute(update(evidence_chunks).where(
            evidence_chunks.c.file_id.in_(of_it), evidence_chunks.c.number == 1).values(data=b"altered"))
    path = accepted_road.pack()
    store, key = accepted_road.desk.store, homecoming.ours(accepted_road.desk, path)[1]
    before = files(store)
    with pytest.raises(BagDamaged), unpacked(store, path, key, accepted_road.desk.clock, AT_EASE):
        raise AssertionError("it was to be refused")
    assert files(store) == before
