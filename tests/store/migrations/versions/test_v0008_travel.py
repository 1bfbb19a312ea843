"""A store of the seventh schema can take cases along, and nothing of it was ever on the road."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from mediation_desk.services.travel import leaving, register
from mediation_desk.store import schema
from tests.offices import Office
from tests.services.papers_desk import accepted
from tests.store.migrations.versions.later import proven, take_away


def as_of_the_seventh(office: Office) -> None:
    """Take away what the migration adds."""
    with office.first.store.engine.begin() as connection:
        take_away(connection, "0008")
        connection.execute(text("UPDATE alembic_version SET version_num = '0007'"))


def test_an_office_of_before_takes_its_cases_along(office: Office, tmp_path: Path) -> None:
    case_id = accepted(office.first)
    as_of_the_seventh(office)
    desk = office.desk()
    with desk.store.engine.connect() as connection:
        assert schema.revision(connection) == schema.NEWEST
    assert proven(desk) == []
    assert (register.bags(desk), register.laptops(desk)) == ([], [])
    leaving.pack(desk, leaving.Leaving((case_id,), laptop="小白"), tmp_path / "a.mdbag")
    (bag,) = register.bags(desk)
    assert bag.bag.is_out
    assert proven(desk) == []
