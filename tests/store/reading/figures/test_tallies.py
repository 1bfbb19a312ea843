"""What the day's totals tell is what counting tells, whatever it is told apart by."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.sites import HERE, SiteDraft
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.vocabulary import KindOfWork, Source, Station
from mediation_desk.services.intake import moving
from mediation_desk.services.office import sites
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.figures.tallies import Tallies
from tests.offices import Office
from tests.services.papers_desk import RECEIVED, accepted, asked
from tests.services.stages import staged

DAY = timedelta(days=1)
SINCE, UNTIL = date(2024, 1, 1), date(2025, 12, 31)
EDGES = [(RECEIVED, RECEIVED), (RECEIVED + DAY, UNTIL), (RECEIVED - 40 * DAY, RECEIVED - DAY),
         (RECEIVED.replace(day=1), RECEIVED), (None, RECEIVED), (None, RECEIVED - DAY)]
APART = [(), ("outcome",), ("collective", "flag"), ("days",), ("source",), ("kind_of_work", "outcome"),
         ("day",), ("platform",)]


NARROWED = (Narrow(), Narrow(sources=(Source.WALK_IN,)), Narrow(kinds=(KindOfWork.STREAMER,)),
            Narrow(sources=(Source.WALK_IN,), kinds=(KindOfWork.STREAMER,)), Narrow(sources=(Source.COURT,)),
            Narrow(stations=(Station.INTAKE, Station.CLOSING)),
            Narrow(sources=(Source.COURT, Source.WALK_IN), causes=("",)), Narrow(platforms=("",)),
            Narrow(claims=("unpaid_wages",), platforms=("",)),
            Narrow(sources=(Source.WALK_IN,), kinds=(KindOfWork.STREAMER,), causes=("",)))


def test_the_sites_are_told_apart_by_totals_and_a_recount_alike(office: Office) -> None:
    """Two cases: the one at a site, closed; the other the office's own."""
    east = sites.add_site(office.first, SiteDraft("城东街道工作站")).result
    assert east
    closed = staged(office.first, [Stage.CLOSED])[Stage.CLOSED].case_id
    asked(office.first, accepted(office.first))
    moving.move_site(office.first, closed, east)
    with office.first.store.engine.connect() as connection:
        reach = Reach(office.first.who.account_id, all_cases=True)
        for narrow in (Narrow(), Narrow(sites=(east,)), Narrow(sites=(HERE,)), Narrow(sites=(HERE, east)),
                       Narrow(sites=(east,), sources=(Source.WALK_IN,))):
            told = Tallies(connection, reach, narrow)
            for event in Event:
                for by in (*APART, ("site_id",), ("site_id", "outcome")):
                    assert told.of(event, SINCE, UNTIL, by) == told.recount(event, SINCE, UNTIL, by)
            apart = told.of(Event.RECEIVED, SINCE, UNTIL, ("site_id",))
            assert {site: sums.cases for (site,), sums in apart.items()} == dict.fromkeys(
                narrow.sites or (east, HERE), 1)
        assert Tallies(connection, reach, Narrow(sites=(east,))).sum(Event.CLOSED, SINCE, UNTIL).cases == 1
        assert Tallies(connection, reach, Narrow(sites=(HERE,))).sum(Event.CLOSED, SINCE, UNTIL).cases == 0


def test_totals_and_a_recount_say_the_same(office: Office) -> None:
    staged(office.first, [Stage.CLOSED])
    asked(office.first, accepted(office.first))
    for narrow in NARROWED:
        _say_the_same(office, narrow)


def _say_the_same(office: Office, narrow: Narrow) -> None:
    with office.first.store.engine.connect() as connection:
        told = Tallies(connection, Reach(office.first.who.account_id, all_cases=True), narrow)
        for event in Event:
            for by in APART:
                assert told.of(event, SINCE, UNTIL, by) == told.recount(event, SINCE, UNTIL, by), (event, by)
            for since, until in EDGES:  # whole months, and days beside them
                assert told.of(event, since, until) == told.recount(event, since, until), (since, until)
        ever = told.sum(Event.RECEIVED, None, UNTIL)
        assert ever == told.sum(Event.RECEIVED, SINCE, UNTIL)
        assert bool(ever.cases) == (narrow.sources != (Source.COURT,))


def test_the_money_of_a_closed_case_is_told_with_its_closing(office: Office) -> None:
    staged(office.first, [Stage.CLOSED])
    with office.first.store.engine.connect() as connection:
        told = Tallies(connection, Reach(office.first.who.account_id, all_cases=True), Narrow())
        sums = told.sum(Event.CLOSED, SINCE, UNTIL)
        assert sums.cases == 1
        assert sums.agreed == sums.paid + sums.outstanding > 0
        assert told.sum(Event.RECEIVED, SINCE, UNTIL).agreed == 0  # of an open case money still moves
        assert told.open_at(UNTIL) == {}
        assert told.open_at(RECEIVED)[()].cases == 1


def test_whoever_sees_their_own_cases_alone_counts_these_alone(office: Office) -> None:
    asked(office.first, accepted(office.first))
    with office.first.store.engine.connect() as connection:
        mine = Tallies(connection, Reach(office.first.who.account_id, all_cases=False), Narrow())
        others = Tallies(connection, Reach(UUID(int=5), all_cases=False), Narrow())
        assert mine.sum(Event.RECEIVED, SINCE, UNTIL).cases == 1
        assert others.sum(Event.RECEIVED, SINCE, UNTIL).cases == 0
        assert others.of(Event.RECEIVED, SINCE, UNTIL, ("source",)) == {}
