"""What moves is noted and packed again; what is packed otherwise than it is kept is found."""

from __future__ import annotations

from random import Random

import pytest
from sqlalchemy import Connection, delete, func, insert, select, text, update

from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.vocabulary import Source, Station
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.reading.figures.packed import loose as notes
from mediation_desk.store.reading.figures.packed import packing
from mediation_desk.store.reading.figures.packed.loose import loosen
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.figures.tallies import FOREVER, Tallies
from mediation_desk.store.tables.reports import case_facts, loose_facts, packed_facts
from tests.offices import Office
from tests.store.reading.figures.packed.cases import invented, put_in


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks of a few cases, packed as soon as one is loose."""
    monkeypatch.setattr(packing, "CHUNK", 16)
    monkeypatch.setattr(notes, "PACK_FROM", 1)


def put(office: Office, count: int, first: int = 0) -> list[int]:
    chance = Random(first)
    with office.first.store.engine.begin() as connection:
        return put_in(connection, [invented(chance, first + one) for one in range(count)])


def wrong(connection: Connection) -> list[int]:
    return [one for chunk in packing.chunks(connection) for one in packing.otherwise(connection, chunk)]


def state(office: Office) -> tuple[int, list[int]]:
    """How many are loose, and what is packed otherwise than it is kept."""
    with office.first.store.engine.connect() as connection:
        loose = connection.scalar(select(func.count()).select_from(loose_facts))
        return int(loose or 0), wrong(connection)


def test_what_is_loose_is_packed_and_packed_again_as_it_moves(office: Office) -> None:
    engine, numbers = office.first.store.engine, put(office, 40)
    assert state(office) == (40, [])
    assert packing.pack_loose(engine) == 40
    assert state(office) == (0, [])
    with engine.begin() as connection:
        connection.execute(update(case_facts).where(case_facts.c.seq.in_(numbers[5:9])).values(people=99))
        loosen(connection, [*numbers[5:9], numbers[5]])  # twice of one
        connection.execute(delete(case_facts).where(case_facts.c.seq == numbers[20]))
        loosen(connection, [numbers[20]])
    put(office, 3, 500)
    assert packing.pack_loose(engine) == 8
    assert state(office) == (0, [])
    assert packing.pack_loose(engine) == 0


def test_few_are_left_loose(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes, "PACK_FROM", 11)
    put(office, 10)
    office.first.store.tell_ledger(office.first.now)
    assert state(office) == (10, [])
    put(office, 1, 900)
    office.first.store.tell_ledger(office.first.now)
    assert state(office) == (0, [])


def test_all_is_packed_anew(office: Office) -> None:
    put(office, 40)
    with office.first.store.engine.begin() as connection:
        packing.pack_anew(connection)
    assert state(office) == (0, [])


@pytest.mark.parametrize("change", [
    "facts", "gone", "pack", "name", "chunk gone", "note gone", "stranger"])
def test_what_was_changed_beside_the_program_is_found(office: Office, change: str) -> None:
    engine, numbers = office.first.store.engine, put(office, 40)
    packing.pack_loose(engine)
    put(office, 1, 800)
    chunk = numbers[3] // 16
    with engine.begin() as connection:
        other = select(packed_facts.c.content).where(packed_facts.c.name == "people",
                                                     packed_facts.c.chunk == chunk + 1).scalar_subquery()
        here = (packed_facts.c.name == "people", packed_facts.c.chunk == chunk)
        connection.execute({
            "facts": update(case_facts).where(case_facts.c.seq == numbers[3]).values(people=99),
            "gone": delete(case_facts).where(case_facts.c.seq == numbers[3]),
            "pack": update(packed_facts).where(*here).values(content=other),
            "name": update(packed_facts).where(*here).values(name="nobody"),
            "chunk gone": delete(packed_facts).where(packed_facts.c.chunk == chunk),
            "note gone": delete(loose_facts),
            "stranger": insert(packed_facts).values(name="nobody", chunk=chunk, content=b"")}[change])
    with engine.connect() as connection:
        assert wrong(connection)


def test_a_chunk_that_cannot_be_read_is_packed_anew_from_its_rows(office: Office) -> None:
    engine, numbers = office.first.store.engine, put(office, 40)
    packing.pack_loose(engine)
    with engine.begin() as connection:
        connection.execute(update(packed_facts).where(packed_facts.c.name == "source").values(content=b"?"))
        loosen(connection, numbers[::8])
    packing.pack_loose(engine)
    assert state(office) == (0, [])


def test_a_damaged_row_leaves_its_chunk_loose_and_hinders_nobody(office: Office) -> None:
    """Neither a backup, which tells the ledger first, nor an upgrade."""
    engine, numbers = office.first.store.engine, put(office, 40)
    chunk = [one for one in numbers if one // 16 == numbers[3] // 16]
    damaged = text("UPDATE case_facts SET source = 'nobody' WHERE seq = :seq")
    with engine.begin() as connection:
        connection.execute(damaged, {"seq": numbers[3]})
    office.first.store.tell_ledger(office.first.now)
    assert loose(office) == chunk
    with engine.begin() as connection:
        packing.pack_anew(connection)
    assert loose(office) == chunk
    with engine.begin() as connection:
        connection.execute(update(case_facts).values(source=Source.COURT))
        loosen(connection, numbers)
    packing.pack_loose(engine)
    assert state(office) == (0, [])


def loose(office: Office) -> list[int]:
    with office.first.store.engine.connect() as connection:
        return sorted(connection.scalars(select(loose_facts.c.fact).distinct()))


def test_whoever_reads_counts_as_it_was_while_others_save_and_pack(office: Office) -> None:
    """Columns are read one after the other: all must be of one moment."""
    engine, numbers = office.first.store.engine, put(office, 40)
    packing.pack_loose(engine)
    with database_of(engine).for_reading(engine).connect() as reader:
        told = Tallies(reader, Reach(office.first.who.account_id, all_cases=True),
                       Narrow(stations=tuple(Station)))
        before = told.of(Event.RECEIVED, None, FOREVER)
        with engine.begin() as connection:
            connection.execute(update(case_facts).values(source=Source.COURT, counted=True))
            loosen(connection, numbers)
        put(office, 3, 500)
        packing.pack_loose(engine)
        apart = told.of(Event.RECEIVED, None, FOREVER, ("source",))
        assert apart == told.recount(Event.RECEIVED, None, FOREVER, ("source",))
        assert sum(one.cases for one in apart.values()) == before[()].cases < 40
    assert state(office) == (0, [])


def test_a_change_under_way_while_others_pack_is_loose_once_it_is_kept(office: Office) -> None:
    engine, numbers = office.first.store.engine, put(office, 40)
    if not office.url:
        return  # in a file nobody packs meanwhile
    packing.pack_loose(engine)
    with engine.begin() as connection:
        loosen(connection, [numbers[3], numbers[9]])
        connection.execute(update(case_facts).where(case_facts.c.seq == numbers[3]).values(people=99))
        put(office, 3, 500)
        assert packing.pack_loose(engine) == 3  # nobody waits
        connection.execute(update(case_facts).where(case_facts.c.seq == numbers[9]).values(people=98))
    assert state(office) == (2, [])
    assert packing.pack_loose(engine) == 2
    assert state(office) == (0, [])
