"""A store of the tenth schema hands cases over, and its bags stay laptops' bags."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from mediation_desk.services.travel import leaving, register
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store import schema
from tests.offices import Office
from tests.services.papers_desk import accepted
from tests.services.travel.handovers import hand_over, other_office


def as_of_the_tenth(office: Office) -> None:
    """Take away what the migration adds."""
    with office.first.store.engine.begin() as connection:
        for table, column in (("laptops", "office"), ("laptops", "store_id"), ("bags", "reason")):
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0010'"))


def test_a_bag_of_before_is_a_laptop_s_and_a_case_can_be_handed_over(office: Office, tmp_path: Path) -> None:
    case_id = accepted(office.first)
    leaving.pack(office.first, leaving.Leaving((case_id,), laptop="小白"), tmp_path / "a.mdbag")
    as_of_the_tenth(office)
    desk = office.desk()
    with desk.store.engine.connect() as connection:
        assert schema.revision(connection) == schema.NEWEST
    assert upkeep.prove(desk) == []
    (line,) = register.bags(desk)
    assert (line.office, line.bag.reason, [one.name for one in register.laptops(desk)]) == (
        "", None, ["小白"])
    with other_office(tmp_path / "there") as there:
        hand_over(desk, there.first, case_id, tmp_path / "b.mdbag")
    assert {one.office for one in register.bags(desk)} == {"", "湟中区多巴镇人民调解委员会"}
    assert upkeep.prove(desk) == []
