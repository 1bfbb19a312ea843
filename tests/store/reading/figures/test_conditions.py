"""The cases behind a number are those that the rows say, however they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import Connection, func, select

from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.domain.reports.answers import of_orders
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.vocabulary import Outcome, Satisfaction, Source
from mediation_desk.services.intake import registering
from mediation_desk.store.reading.figures.conditions import (
    COUNTED,
    All,
    Among,
    Between,
    Condition,
    Either,
    Known,
    Not,
    OpenOn,
    Visited,
    happened,
    noted,
)
from mediation_desk.store.reading.figures.packed import packing
from mediation_desk.store.reading.figures.packed.loose import loosen
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.figures.tallies import Tallies
from mediation_desk.store.tables.reports import case_facts
from tests.offices import Office
from tests.services.reports.counted import every_case
from tests.store.reading.figures.packed.cases import DAYS, SINCE, invented, put_in

NARROWED = (Narrow(), Narrow(causes=("",)), Narrow(sources=(Source.HOTLINE, Source.COURT), causes=("",)),
            Narrow(causes=("", "追索劳动报酬"), platforms=("云上", "没有这个平台")))
ON = date(2025, 1, 20)
FIRST, LAST = SINCE + timedelta(days=40), SINCE + timedelta(days=DAYS - 60)
CONDITIONS: Sequence[Condition] = (
    All(), Either(), Not(Among("claim", ("", "gig_pay"))), Among("outcome", (None, "withdrawn")),
    Among("outcome", (Outcome.AGREEMENT, Outcome.REFUSED)), Among("people", (4, 5)),
    Among("same_day", (True,)), Among("cause", ()), Among("cause", ("nobody wrote this",)),
    Known("closed_on"), Not(Known("solved")),
    Between("closed_on", FIRST, LAST), Between("signed_on", None, LAST), Between("signed_on", FIRST, None),
    Between("decided_on", None, None), OpenOn(FIRST), OpenOn(LAST), All(OpenOn(LAST), Among("men", (1,))),
    Either(Between("closed_on", FIRST, FIRST), Among("platform", ("",))),
    happened(Event.RECEIVED, FIRST, LAST, {"flag": True}),
    happened(Event.SIGNED, FIRST, LAST, {"flag": False}), happened(Event.SIGNED, FIRST, LAST, {"flag": True}),
    happened(Event.CLOSED, None, LAST, {"outcome": (Outcome.WITHDRAWN, Outcome.AGREEMENT), "days": None}),
    All(happened(Event.DECIDED, FIRST, LAST, {"collective": False}), noted(Event.DECIDED, ("days",))),
    Visited(FIRST, LAST, {}), Visited(FIRST, LAST, {"solved": True}),
    Visited(FIRST, LAST, {"solved": (True, False), "satisfied": False}))


@pytest.fixture(params=["packed", "loose", "half"])
def filled(office: Office, request: pytest.FixtureRequest) -> Office:
    """Two hundred cases."""
    chance = Random(3)
    with office.first.store.engine.begin() as connection:
        numbers = put_in(connection, [invented(chance, one) for one in range(200)])
        if request.param != "loose":
            packing.pack_anew(connection)
        if request.param == "half":
            loosen(connection, numbers[::2])
    return office


def rows(connection: Connection, narrow: Narrow, those: Condition) -> list[tuple[date, int, UUID]]:
    """What the rows say, and nothing else."""
    wanted = [case_facts.c[name].in_(list(values)) for name, values in narrow.facts.items() if values]
    found = connection.execute(select(case_facts.c.received_on, case_facts.c.seq, case_facts.c.case_id).where(
        COUNTED, those.sql(), *wanted))
    return sorted(((on, seq, key) for on, seq, key in found), reverse=True)


@pytest.mark.parametrize("narrow", NARROWED)
def test_the_cases_behind_a_number_are_those_of_the_rows_page_by_page(filled: Office, narrow: Narrow) -> None:
    with filled.first.store.engine.connect() as connection:
        told = Tallies(connection, Reach(filled.first.who.account_id, all_cases=True), narrow)
        for those in CONDITIONS:
            wanted = [key for _on, _seq, key in rows(connection, narrow, those)]
            assert told.count(those) == len(wanted), those
            assert told.cases(those, "received_on", 0, None) == wanted
            assert told.cases(those, "received_on", 3, 5) == wanted[3:8]
            assert told.cases(those, "received_on", len(wanted), 5) == []


@pytest.mark.parametrize("narrow", NARROWED)
def test_what_was_said_on_the_last_visit_has_its_cases_behind_it(filled: Office, narrow: Narrow) -> None:
    with filled.first.store.engine.connect() as connection:
        told = Tallies(connection, Reach(filled.first.who.account_id, all_cases=True), narrow)
        for name, (yes, asked) in told.visits(FIRST, LAST).items():
            assert yes == told.count(Visited(FIRST, LAST, {name: True}))
            assert asked == told.count(Visited(FIRST, LAST, {name: (True, False)}))
            apart = told.asked(name, FIRST, LAST, ("cause", "flag"))
            assert sum(one.cases for one in apart.values()) == asked
            assert sum(one.cases for (_cause, flag), one in apart.items() if flag) == yes


def with_orders(office: Office, chance: Random) -> None:
    """A case with any orders and return visits, some of them taken out again."""
    desk = office.first
    case_id = registering.register(desk, registering.IntakeDraft(
        ON, chance.choice((Source.HOTLINE, Source.WALK_IN)), "1")).result
    assert case_id
    with desk.case_work(case_id, "note_order") as (work, case):
        gone = (None, None, None, work.who.now)
        for _ in range(chance.randrange(4)):
            case.orders_all.append(WorkOrder(
                id=work.new_key(), case_id=case_id, source=chance.choice((Source.HOTLINE, Source.WALK_IN)),
                arrived_at=datetime(2025, 1, 20, 9), number="1", removed_at=chance.choice(gone)))
        for _ in range(chance.randrange(5)):
            case.visits_all.append(ReturnVisit(
                id=work.new_key(), case_id=case_id, visited_on=ON + timedelta(days=chance.randrange(4)),
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
            since, until = ON + timedelta(days=first), ON + timedelta(days=last)
            said = [[one for one in of_orders(case.source, case.orders, case.visits)
                     if since <= one.visited_on <= until] for case in cases]
            for name, counted in told.visits(since, until).items():
                answers = [getattr(one, name) for orders in said for one in orders]
                assert counted == (answers.count(True), answers.count(True) + answers.count(False))
                for values in ((True,), (False,), (True, False)):
                    match = {name: values}
                    behind = sum(any(getattr(one, name) in values for one in orders) for orders in said)
                    assert told.count(Visited(since, until, match)) == behind == len(rows(
                        work.connection, Narrow(), Visited(since, until, match)))


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_counts_however_late_another_order_was_visited(office: Office, packed: bool) -> None:
    late = replace(invented(Random(1), 1), counted=True, visited_on=date.max,
                   asked=f"{ON}+++;{date.max}---")
    with office.first.store.engine.begin() as connection:
        put_in(connection, [late])
        if packed:
            packing.pack_anew(connection)
        told = Tallies(connection, Reach(office.first.who.account_id, all_cases=True), Narrow())
        assert told.visits(ON, ON)["solved"] == (1, 1)
