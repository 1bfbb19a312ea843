"""A store of before has its figures from the first time it is opened, and says nothing that nobody noted."""

from __future__ import annotations

from datetime import date

from sqlalchemy import text

from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.reports.totals import Event
from mediation_desk.services.reports import proving
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store import schema
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.figures.tallies import Tallies
from tests.offices import Office
from tests.services.papers_desk import accepted, case_of
from tests.store.migrations.versions.later import take_away

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


def as_of_before(office: Office) -> None:
    """Take away what the migration adds."""
    with office.first.store.engine.begin() as connection:
        take_away(connection, "0010")
        connection.execute(text("UPDATE alembic_version SET version_num = '0009'"))


def test_an_office_of_before_has_figures_of_all_its_cases(office: Office) -> None:
    case_id = accepted(office.first)
    as_of_before(office)
    desk = office.desk()
    with desk.store.engine.connect() as connection:
        assert schema.revision(connection) == schema.NEWEST
        told = Tallies(connection, Reach(desk.who.account_id, all_cases=True), Narrow())
        spans = told.of(Event.RECEIVED, YEAR.since, YEAR.until, ("days",))
    assert proving.prove(desk).holds
    assert set(spans) == {(None,)}  # the day of registration was not noted then, and is not made up
    assert case_of(desk, case_id).registered_on is None
    assert case_of(desk, case_id).computed is None
    assert upkeep.prove(desk)  # the journal of this test's store knows the day that was dropped here
