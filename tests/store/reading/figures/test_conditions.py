"""The cases behind a number are as many as it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.vocabulary import Outcome, Source
from mediation_desk.store.reading.figures.conditions import happened, noted, open_on, visited
from mediation_desk.store.reading.figures.packed import packing
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.figures.tallies import Tallies
from tests.offices import Office
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
