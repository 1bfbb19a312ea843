"""The cases behind a number are as many as it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import func, select

from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.domain.reports.answers import of_orders
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.vocabulary import Outcome, Satisfaction, Source
from mediation_desk.services.intake import registering
from mediation_desk.store.reading.figures.conditions import happened, noted, open_on, visited
from mediation_desk.store.reading.figures.packed import packing
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.figures.tallies import Tallies
from mediation_desk.store.tables.reports import case_facts
from tests.offices import Office
from tests.services.reports.counted import every_case
from tests.store.reading.figures.packed.cases import DAYS, SINCE, invented, put_in

NARROWED = (Narrow(causes=("",), kinds=()), Narrow(sources=(Source.HOTLINE, Source.COURT), causes=("",)),
            Narrow(causes=("", "追索劳动报酬"), platforms=("云上",)))
WANTED: Sequence[tuple[Event, Mapping[str, Any], Sequence[str]]] = (
    (Event.RECEIVED, {"platform": ("云上", "")}, ()),
    (Event.RECEIVED, {"flag": True, "people": 4}, ("days",)),
    (Event.CLOSED, {"outcome": (Outcome.WITHDRAWN, Outcome.AGREEMENT), "station": "closing"}, ()),
    (Event.CLOSED, {"outcome": Outcome.REFUSED, "collective": False, "platform": ""}, ("days",)),
    (Event.LAST_DUE, {"flag": False, "claim": ""}, ()), (Event.DECIDED, {"platform": ""}, ("days",)))


@pytest.fixture(params=["packed", "loose"])
def filled(office: Office, request: pytest.FixtureRequest) -> Office:
    """Two hundred cases, of which no totals tell."""
    chance = Random(3)
    with office.first.store.engine.begin() as connection:
        put_in(connection, [invented(chance, one) for one in range(200)])
        if request.param == "packed":
            packing.pack_anew(connection)
    return office


@pytest.mark.parametrize("narrow", NARROWED)
def test_what_happened_and_what_is_known_of_it(filled: Office, narrow: Narrow) -> None:
    since, until = SINCE + timedelta(days=40), SINCE + timedelta(days=DAYS - 60)
    with filled.first.store.engine.connect() as connection:
        told = Tallies(connection, Reach(filled.first.who.account_id, all_cases=True), narrow)
        for event, match, known in WANTED:
            behind = [*happened(event, since, until, match), *noted(event, known)]
            found = len(told.cases(behind, "received_on", 0, None))
            assert told.count_of(event, since, until, match, known) == told.count(behind) == found
        assert told.recount_open(until) == told.count(open_on(until)) > 0


@pytest.mark.parametrize("narrow", [*NARROWED, Narrow()])
def test_what_was_said_on_the_last_visit(filled: Office, narrow: Narrow) -> None:
    since, until = SINCE + timedelta(days=40), SINCE + timedelta(days=DAYS)
    wanted: Sequence[Mapping[str, Any]] = (
        {}, {"solved": True}, {"solved": (True, False), "satisfied": False})
    with filled.first.store.engine.connect() as connection:
        told = Tallies(connection, Reach(filled.first.who.account_id, all_cases=True), narrow)
        for match in wanted:
            assert told.count_visited(since, until, match) == told.count(visited(since, until, match))
        for name, (yes, asked) in told.visits(since, until).items():
            assert yes == told.count_visited(since, until, {name: True})
            assert asked == told.count_visited(since, until, {name: (True, False)})
            apart = told.asked(name, since, until, ("cause", "flag"))
            assert sum(one.cases for one in apart.values()) == asked
            assert sum(one.cases for (_cause, flag), one in apart.items() if flag) == yes


DAY = date(2025, 1, 20)


def with_orders(office: Office, chance: Random) -> None:
    """A case with any orders and return visits, some of them taken out again."""
    desk = office.first
    case_id = registering.register(desk, registering.IntakeDraft(
        DAY, chance.choice((Source.HOTLINE, Source.WALK_IN)), "1")).result
    assert case_id
    with desk.case_work(case_id, "note_order") as (work, case):
        gone = (None, None, None, work.who.now)
        for _ in range(chance.randrange(4)):
            case.orders_all.append(WorkOrder(
                id=work.new_key(), case_id=case_id, source=chance.choice((Source.HOTLINE, Source.WALK_IN)),
                arrived_at=datetime(2025, 1, 20, 9), number="1", removed_at=chance.choice(gone)))
        for _ in range(chance.randrange(5)):
            case.visits_all.append(ReturnVisit(
                id=work.new_key(), case_id=case_id, visited_on=DAY + timedelta(days=chance.randrange(4)),
                order_id=chance.choice([None, *(one.id for one in case.orders_all)]),
                connected=chance.choice((None, True, True, False)), removed_at=chance.choice(gone),
                contacted=chance.choice((None, True, False)), solved=chance.choice((None, True, False)),
                satisfaction=chance.choice(list(Satisfaction))))
        work.commit()


@pytest.mark.parametrize("packed", [False, True])
def test_as_many_cases_stand_behind_the_answers_of_their_orders_as_are_counted(office: Office, packed: bool
                                                                               ) -> None:
    chance = Random(5)
    for _ in range(40):
        with_orders(office, chance)
    with office.first.store.engine.begin() as connection:
        assert connection.scalar(select(func.count()).where(case_facts.c.asked.is_not(None)))
        if packed:
            packing.pack_anew(connection)
    with office.first.reading() as work:
        told = Tallies(work.connection, Reach(office.first.who.account_id, all_cases=True), Narrow())
        cases = every_case(work)
        for first, last in ((0, 3), (0, 0), (1, 2), (2, 3), (3, 3)):
            since, until = DAY + timedelta(days=first), DAY + timedelta(days=last)
            said = [[one for one in of_orders(case.source, case.orders, case.visits)
                     if since <= one.visited_on <= until] for case in cases]
            for name, counted in told.visits(since, until).items():
                answers = [getattr(one, name) for orders in said for one in orders]
                assert counted == (answers.count(True), answers.count(True) + answers.count(False))
                for values in ((True,), (False,), (True, False)):
                    match = {name: values}
                    behind = sum(any(getattr(one, name) in values for one in orders) for orders in said)
                    assert told.count_visited(since, until, match) == behind
                    assert told.count(visited(since, until, match)) == behind
            assert told.count_visited(since, until, {}) == told.count(visited(since, until, {}))


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_counts_however_late_another_order_was_visited(office: Office, packed: bool) -> None:
    late = replace(invented(Random(1), 1), counted=True, visited_on=date.max,
                   asked=f"{DAY}+++;{date.max}---")
    with office.first.store.engine.begin() as connection:
        put_in(connection, [late])
        if packed:
            packing.pack_anew(connection)
        told = Tallies(connection, Reach(office.first.who.account_id, all_cases=True), Narrow())
        assert told.visits(DAY, DAY)["solved"] == (1, 1)
