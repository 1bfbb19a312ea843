"""The ledger knows every case's head of some minutes ago, and nobody waits for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, func, select, update

from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.journal import entries, ledger
from mediation_desk.store.journal.ledger import Place, lines_of, mark, read_mark
from mediation_desk.store.tables.journal import journal, journal_chains, journal_ledger
from tests import offices
from tests.offices import Office
from tests.store.journal.test_entries import act, change


def registered(desk: Desk) -> UUID:
    made = registering.register(desk, registering.IntakeDraft(date(2025, 1, 15))).result
    assert made
    return made


def told(connection: Connection) -> dict[UUID, int]:
    """The last number that the ledger tells of each chain."""
    found: dict[UUID, int] = {}
    for text in connection.scalars(select(journal_ledger.c.lines).order_by(journal_ledger.c.number)):
        found |= {line.chain: line.number for line in lines_of(text)}
    return found


def standing(connection: Connection) -> dict[UUID, int]:
    return {row.chain: row.number for row in connection.execute(select(journal_chains))}


def test_the_ledger_tells_of_every_head_that_moved_and_of_no_other(office: Office) -> None:
    desk = office.first
    first, second = registered(desk), registered(desk)
    assert desk.store.tell_ledger(desk.now) == 3  # the two, and the office's own
    assert desk.store.tell_ledger(desk.now) == 0
    editing.save(desk, second, [editing.Edit("case", second, "cause", "", "欠薪")])
    assert desk.store.tell_ledger(desk.now) == 1
    with desk.reading() as work:
        assert told(work.connection) == standing(work.connection)
        latest = select(journal_ledger).order_by(journal_ledger.c.number.desc())
        last = work.connection.execute(latest).first()
        every = work.connection.execute(select(func.count()).select_from(journal)).scalar_one()
        assert last
        assert [line.chain for line in lines_of(last.lines)] == [second]
        assert last.total == every == ledger.length(work.connection)
    assert first != second


def test_its_length_grows_with_every_change_told_or_not(office: Office) -> None:
    desk = office.first
    lengths = []
    for _ in range(3):
        registered(desk)
        with desk.reading() as work:
            lengths.append(ledger.length(work.connection))
            counted = work.connection.execute(select(func.count()).select_from(journal)).scalar_one()
        assert lengths[-1] == counted
        desk.store.tell_ledger(desk.now)
    assert lengths == sorted(set(lengths))


def test_it_is_due_ten_minutes_after_the_last_time_when_something_moved(office: Office) -> None:
    desk = office.first
    case_id = registered(desk)

    def due(after: timedelta) -> bool:
        with desk.reading() as work:
            return ledger.due(work.connection, now + after)

    now = desk.now
    assert due(timedelta())
    desk.store.tell_ledger(now)
    assert not due(timedelta(hours=1))
    editing.save(desk, case_id, [editing.Edit("case", case_id, "cause", "", "欠薪")])
    assert not due(timedelta(minutes=9))
    assert due(timedelta(minutes=10))
    assert due(timedelta(days=-1))  # a clock was set back


def test_the_automatic_upkeep_tells_it_even_where_no_backup_is_made(office: Office) -> None:
    desk = office.first
    upkeep.set_folder(desk, None)
    registered(desk)
    upkeep.back_up_if_due(desk)
    with desk.reading() as work:
        assert told(work.connection) == standing(work.connection)
    registered(desk)
    upkeep.on_closing(desk)
    with desk.reading() as work:
        assert told(work.connection) == standing(work.connection)


def test_many_heads_are_told_some_at_a_time(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "AT_ONCE", 2)
    desk = office.first
    for _ in range(4):
        registered(desk)
    assert desk.store.tell_ledger(desk.now) == 5
    with desk.reading() as work:
        sizes = [len(lines_of(text)) for text in work.connection.scalars(
            select(journal_ledger.c.lines).order_by(journal_ledger.c.number))]
        assert sizes == [2, 2, 1]
        assert told(work.connection) == standing(work.connection)
    assert upkeep.prove(desk) == []


@pytest.mark.parametrize("table", [journal_chains, journal_ledger])
def test_what_somebody_forged_is_not_taken_over(office: Office, table: object) -> None:
    """A forged head is told by nobody; behind a forged ledger nothing is written. Verify finds both."""
    desk = office.first
    case_id, other = registered(desk), registered(desk)
    desk.store.tell_ledger(desk.now)
    for one in (case_id, other):
        editing.save(desk, one, [editing.Edit("case", one, "cause", "", "欠薪")])
    with desk.store.engine.begin() as connection:
        if table is journal_chains:
            connection.execute(update(journal_chains).where(journal_chains.c.chain == case_id)
                               .values(number=journal_chains.c.number + 7))
        else:
            connection.execute(update(journal_ledger).values(total=journal_ledger.c.total + 1))
    assert desk.store.tell_ledger(desk.now) == (1 if table is journal_chains else 0)
    assert {one.table for one in upkeep.prove(desk)} >= {"journal_chains" if table is journal_chains
                                                          else "journal_ledger"}


# At a server


@pytest.fixture
def shared(postgres_url: str, tmp_path: Path) -> Iterator[Office]:
    with offices.office(offices.shared_place(postgres_url), tmp_path / "notes") as office:
        yield office


def test_a_head_that_somebody_is_writing_is_told_the_next_time(shared: Office) -> None:
    desk = shared.first
    busy, idle = registered(desk), registered(desk)
    with desk.store.engine.begin() as writing:
        entries.write(writing, desk.store.journal_key, act(1), [change(busy)])
        desk.store.tell_ledger(desk.now)
        with desk.reading() as work:
            assert idle in told(work.connection)
            assert busy not in told(work.connection)
        writing.rollback()
    assert desk.store.tell_ledger(desk.now) == 1
    assert upkeep.prove(desk) == []


def test_who_comes_second_goes_away(shared: Office) -> None:
    desk = shared.first
    registered(desk)
    with desk.store.engine.begin() as first:
        assert database_of(first).take_turn(first, ledger._TURN)
        assert desk.store.tell_ledger(desk.now) == 0
    assert desk.store.tell_ledger(desk.now) > 0


def test_told_by_several_desks_at_once_it_never_forks(shared: Office) -> None:
    desks = [shared.first, *(shared.desk() for _ in range(3))]
    cases = [registered(desk) for desk in desks]

    def work(desk: Desk, case_id: UUID) -> None:
        for number in range(12):
            before, after = str(number or ""), str(number + 1)
            editing.save(desk, case_id, [editing.Edit("case", case_id, "cause", before, after)])
            desk.store.tell_ledger(desk.now)

    threads = [threading.Thread(target=work, args=pair) for pair in zip(desks, cases, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shared.first.store.tell_ledger(shared.first.now)
    with shared.first.reading() as work_:
        numbers = work_.connection.scalars(select(journal_ledger.c.number)).all()
        assert sorted(numbers) == list(range(1, len(numbers) + 1))
        assert told(work_.connection) == standing(work_.connection)
        assert ledger.place(work_.connection).total == ledger.length(work_.connection)
    assert upkeep.prove(shared.first) == []


# The mark that is noted down


@given(st.integers(1, 10**9), st.binary(min_size=32, max_size=32))
def test_a_mark_is_read_back_as_it_was_told(total: int, digest: bytes) -> None:
    noted = mark(Place(4, None, total, digest))
    for way in (noted, noted.upper(), f" {noted} ", noted.replace("-", " - ").replace(" - ", "-", 1)):
        assert read_mark(way) == (total, digest.hex()[:20])


@pytest.mark.parametrize("noted", ["", "135", "135-9f3c", "a-9f3c-22ab-01cd-4e77-a0b1",
                                   "135-9f3c-22ab-01cd-4e77-a0bx", "135-9f3c-22ab-01cd-4e77-a0b1-ff", "-"])
def test_what_is_no_mark_is_told_beside_its_field(noted: str) -> None:
    with pytest.raises(DeskError) as told_:
        read_mark(noted)
    assert told_.value.field == "noted"


def test_a_mark_of_another_day_is_known_and_one_of_another_store_is_not(office: Office) -> None:
    desk = office.first
    registered(desk)
    noted = upkeep.mark(desk)
    registered(desk)
    upkeep.mark(desk)
    assert upkeep.prove(desk, noted=noted) == []
    total, _, digits = noted.partition("-")
    other = f"{total}-{digits[:-1]}{'0' if digits[-1] != '0' else '1'}"
    (unknown,) = upkeep.prove(desk, noted=other)
    assert "does not know the mark" in str(unknown.sentence(desk.zone))
