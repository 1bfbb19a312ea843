"""The cases behind a number are those that the rows say, however they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import Connection, select

from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.vocabulary import Outcome, Source
from mediation_desk.services.closing import closing
from mediation_desk.services.intake import orders, registering
from mediation_desk.store.reading.figures.conditions import (
    COUNTED,
    DAY,
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
from tests.store.reading.figures.packed.cases import DAYS, SINCE, invented, put_in

NARROWED = (Narrow(), Narrow(causes=("",)), Narrow(sources=(Source.HOTLINE, Source.COURT), causes=("",)),
            Narrow(causes=("", "追索劳动报酬"), platforms=("云上", "没有这个平台")))
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


def test_of_several_orders_each_is_looked_at_packed_and_in_rows(office: Office) -> None:
    """Two orders of one case: the first solved, the second not; the last call of the first reached nobody."""
    desk, on = office.first, date(2025, 1, 20)
    case_id = registering.register(desk, registering.IntakeDraft(on, Source.HOTLINE, "1")).result
    assert case_id
    first, second = (orders.note_order(desk, case_id, orders.OrderDraft(
        datetime(2025, 1, 20, 8), number=number)).result for number in ("11", "12"))
    for order, solved, connected in ((first, True, True), (second, False, True), (first, False, False)):
        closing.visit(desk, case_id, closing.VisitDraft(on, order_id=order, solved=solved,
                                                        connected=connected))
    with desk.store.engine.begin() as connection:
        for _ in ("loose", "packed"):
            told = Tallies(connection, Reach(desk.who.account_id, all_cases=True), Narrow())
            assert told.visits(on, on)["solved"] == (1, 2)
            for match, count in (({"solved": True}, 1), ({"solved": False}, 1), ({"solved": None}, 0)):
                assert told.count(Visited(on, on, match)) == count == len(
                    rows(connection, Narrow(), Visited(on, on, match)))
            assert told.count(Visited(on - DAY, on - DAY, {})) == 0
            packing.pack_anew(connection)
