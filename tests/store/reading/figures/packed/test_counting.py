"""Whatever cases are narrowed to and told apart by, what is packed counts as the rows do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from mediation_desk.domain.money import ZERO
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import NOTHING, Event, Sums
from mediation_desk.domain.vocabulary import KindOfWork, Source, Station
from mediation_desk.store.reading.figures.conditions import All, OpenOn
from mediation_desk.store.reading.figures.packed import packing
from mediation_desk.store.reading.figures.packed.column import Column, Kind, pack
from mediation_desk.store.reading.figures.packed.loose import loosen
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.figures.tallies import FOREVER, Tallies
from mediation_desk.store.tables.cases import case_key_wraps
from mediation_desk.store.tables.reports import case_facts, loose_facts, packed_facts
from tests.offices import Office
from tests.store.reading.figures.packed.cases import (
    CAUSES,
    CLAIMS,
    DAYS,
    MEDIATORS,
    PLATFORMS,
    SINCE,
    SITES,
    invented,
    put_in,
)

T = TypeVar("T")
NAMES = ("outcome", "collective", "flag", "days", "source", "kind_of_work", "cause", "claim", "platform",
         "station", "site_id", "mediator_id", "day", "company")


@pytest.fixture
def filled(office: Office, monkeypatch: pytest.MonkeyPatch) -> Sequence[int]:
    """Four hundred cases in several chunks, most of them packed, some changed since and some new."""
    monkeypatch.setattr(packing, "CHUNK", 64)
    chance, engine = Random(7), office.first.store.engine
    with engine.begin() as connection:
        numbers = put_in(connection, [invented(chance, one) for one in range(400)])
    assert packing.pack_loose(engine) == 400
    with engine.begin() as connection:
        for number in chance.sample(numbers, 40):
            other = dict(vars(invented(chance, 5000 + number)))
            connection.execute(update(case_facts).where(case_facts.c.seq == number).values(other))
            loosen(connection, [number])
        put_in(connection, [invented(chance, 9000 + one) for one in range(30)])
    return numbers


def narrowed(chance: Random) -> Narrow:
    """To anything, or to nothing at all."""
    def some(values: Sequence[T]) -> tuple[T, ...]:
        return tuple(chance.sample(values, chance.randrange(1, 3))) if chance.random() < 0.4 else ()

    return Narrow(some(MEDIATORS), some(list(Source)), some(list(KindOfWork)), some(PLATFORMS), some(CAUSES),
                  some(CLAIMS), some(list(Station)), some(SITES))


def days(chance: Random) -> tuple[date | None, date]:
    one, other = sorted(SINCE + timedelta(days=chance.randrange(-30, DAYS + 90)) for _ in range(2))
    return chance.choice((None, one, one)), other


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("seed", range(8))
def test_any_count_is_what_the_rows_give(office: Office, seed: int) -> None:
    chance = Random(seed)
    with office.first.store.engine.connect() as connection:
        for _ in range(12):
            told = Tallies(connection, Reach(office.first.who.account_id, all_cases=True), narrowed(chance))
            since, until = days(chance)
            event, by = chance.choice(list(Event)), chance.sample(NAMES, chance.randrange(4))
            if "mediator_id" not in by:
                by.append("mediator_id")  # of which no totals tell
            assert told.of(event, since, until, by) == told.recount(event, since, until, by), (event, by)
            assert told.open_at(until).get((), NOTHING).cases == told.recount_open(until)
            apart = told.open_at(until, ("source", "site_id"))
            assert sum(one.cases for one in apart.values()) == told.recount_open(until)


@pytest.mark.usefixtures("filled")
def test_the_most_that_one_case_has_is_the_largest_of_any(office: Office) -> None:
    narrow = Narrow(causes=("", "平台扣款"))
    since, until = SINCE + timedelta(days=90), SINCE + timedelta(days=300)
    with office.first.store.engine.connect() as connection:
        told = Tallies(connection, Reach(office.first.who.account_id, all_cases=True), narrow)
        facts = [one for one in told.facts(All()) if one.closed_on and since <= one.closed_on <= until]
        found = told.most(Event.CLOSED, since, until, ("source", "flag"))
        assert found.keys() == {(one.source, one.over) for one in facts}
        for (source, over), most in found.items():
            those = [one for one in facts if (one.source, one.over) == (source, over)]
            assert most == Sums(1, max(one.people for one in those), max(one.women for one in those),
                                max(one.men for one in those), max(one.claimed.fen for one in those),
                                max((one.computed or ZERO).fen for one in those), 1,
                                max(one.agreed.fen for one in those), max(one.paid.fen for one in those),
                                max(one.outstanding.fen for one in those))
        assert told.most_open_at(since)[()].people == max(
            one.people for one in told.facts(OpenOn(since)))


@pytest.mark.usefixtures("filled")
def test_whoever_has_some_cases_counts_these(office: Office) -> None:
    """By the keys that the person holds, packed or loose."""
    holder = UUID(int=77)
    with office.first.store.engine.connect() as connection:
        _keys(connection, holder, [1001, 1002, 1300, 9003])
        mine = Tallies(connection, Reach(holder, all_cases=False), Narrow())
        found = mine.of(Event.RECEIVED, None, FOREVER, ("source",))
        assert found == mine.recount(Event.RECEIVED, None, FOREVER, ("source",))
        assert 0 < sum(one.cases for one in found.values()) <= 4
        others = Tallies(connection, Reach(UUID(int=78), all_cases=False), Narrow())
        assert others.of(Event.RECEIVED, None, FOREVER, ("source",)) == {}


def _keys(connection: Connection, holder: UUID, cases: Sequence[int]) -> None:
    """Of cases that are not there, which nobody minds until the end of the step."""
    connection.execute(insert(case_key_wraps), [
        {"id": UUID(int=one), "case_id": UUID(int=one), "account_id": holder, "wrapped": b"x",
         "for_key": b"y", "generation": 1}
        for one in cases])


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("broken", [
    update(packed_facts).where(packed_facts.c.name == "source").values(content=b"nonsense"),
    update(packed_facts).where(packed_facts.c.name == "site_id", packed_facts.c.chunk == 1).values(
        content=pack(Column.of(Kind.TEXT, ["no key"] * 64))),
    update(packed_facts).where(packed_facts.c.name == "received_on", packed_facts.c.chunk == 1).values(
        content=pack(Column.of(Kind.NUMBER, [0] * 64))),
    delete(packed_facts).where(packed_facts.c.name == "people", packed_facts.c.chunk == 1)])
def test_where_what_is_packed_cannot_be_read_the_rows_are_counted(office: Office, broken: object) -> None:
    with office.first.store.engine.begin() as connection:
        connection.execute(broken)  # type: ignore[call-overload]
    with office.first.store.engine.connect() as connection:
        told = Tallies(connection, Reach(office.first.who.account_id, all_cases=True),
                       Narrow(sources=(Source.WALK_IN,), stations=(Station.INTAKE, Station.CLOSING)))
        by = ("cause", "site_id", "day")
        found = told.of(Event.RECEIVED, None, FOREVER, by)
        assert found == told.recount(Event.RECEIVED, None, FOREVER, by) != {}


@pytest.mark.usefixtures("filled")
def test_a_row_that_is_gone_beside_the_program_hinders_no_list(office: Office) -> None:
    """It is counted as it is packed until a verification names it."""
    with office.first.store.engine.begin() as connection:
        told = Tallies(connection, Reach(office.first.who.account_id, all_cases=True), Narrow())
        before, count = told.cases(All(), "received_on", 0, None), told.count(All())
        gone = connection.scalars(select(case_facts.c.case_id).where(
            case_facts.c.counted, case_facts.c.seq.not_in(select(loose_facts.c.fact)))).first()
        connection.execute(delete(case_facts).where(case_facts.c.case_id == gone))
        assert set(before) - set(told.cases(All(), "received_on", 0, None)) == {gone}
        assert told.count(All()) == count
