"""A store of the eighth schema: what came home before has no receipt, and no case was entered twice."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from mediation_desk.services.travel import receipts
from mediation_desk.store import schema
from tests.day_out import facts, travelled
from tests.offices import Office
from tests.services.papers_desk import case_of
from tests.store.migrations.versions.later import proven, take_away


def as_of_the_eighth(office: Office) -> None:
    """Take away what the migration adds."""
    with office.first.store.engine.begin() as connection:
        take_away(connection, "0009")
        connection.execute(text("UPDATE alembic_version SET version_num = '0008'"))


def test_a_bag_that_was_out_before_comes_home_and_has_its_receipt(office: Office, tmp_path: Path) -> None:
    from mediation_desk.services.travel import bringing

    with travelled(office.first, tmp_path / "out", office.around, facts("园区里")) as road:
        as_of_the_eighth(office)
        desk = office.desk()
        with desk.store.engine.connect() as connection:
            assert schema.revision(connection) == schema.NEWEST
        assert proven(desk) == []
        case = case_of(desk, road.case_id)
        assert (case.goes_on_as, case.entered_twice_as) == (None, None)
        assert receipts.of_bag(desk, road.out) == []
        bringing.bring_home(desk, road.bag)
        [receipt] = receipts.of_bag(desk, road.out)
        assert receipt.lacking is None
        assert proven(desk) == []
