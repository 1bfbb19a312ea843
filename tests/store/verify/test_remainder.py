"""The running numbers, unsaved typing and the schema's own note are looked at too."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import text

from mediation_desk.services import drafts
from mediation_desk.services.intake import registering
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.verify.findings import Damage
from tests.offices import Office
from tests.store.tampering import findings


@pytest.mark.parametrize(("change", "damage", "year"), [
    ("UPDATE serials SET last = last - 1 WHERE year = 2025", Damage.ROW_ALTERED, "2025"),
    ("UPDATE serials SET last = last + 1 WHERE year = 2024", Damage.ROW_ALTERED, "2024"),
    ("DELETE FROM serials WHERE year = 2025", Damage.ROW_MISSING, "2025"),
    ("INSERT INTO serials (year, last) VALUES (2031, 4)", Damage.ROW_UNKNOWN, "2031")])
def test_a_running_number_is_held_to_the_cases_that_took_it(busy: Office, change: str, damage: Damage,
                                                            year: str) -> None:
    (one,) = findings(busy.first, lambda c: c.execute(text(change)))
    assert (one.damage, one.table, one.row) == (damage, "serials", year)


def test_every_number_taken_is_accounted_for(busy: Office) -> None:
    for _ in range(3):
        registering.register(busy.first, registering.IntakeDraft(date(2023, 5, 1)))
    assert upkeep.prove(busy.first) == []
    (one,) = findings(busy.first, lambda c: c.execute(text("UPDATE serials SET last = 2 WHERE year = 2023")))
    assert one.row == "2023"


def test_typing_that_belongs_to_nobody_is_named(busy: Office) -> None:
    drafts.keep(busy.first, "case/cause", "还没有写完的字")
    nobody = UUID(int=3)
    value = nobody.hex if busy.place.folder else nobody
    (one,) = findings(busy.first, lambda c: c.execute(text("UPDATE drafts SET account_id = :account"),
                                                      {"account": value}))
    assert (one.damage, one.row) == (Damage.ROW_UNKNOWN, f"{nobody} case/cause")


@pytest.mark.parametrize("change", ["UPDATE alembic_version SET version_num = '0001'",
                                    "DELETE FROM alembic_version",
                                    "INSERT INTO alembic_version (version_num) VALUES ('9001')"])
def test_the_schemas_own_note_is_held_to_the_program(busy: Office, change: str) -> None:
    from mediation_desk.store import schema

    with busy.first.store.engine.begin() as connection:
        connection.execute(text(change))
    try:
        found = upkeep.prove(busy.first)
    finally:
        with busy.first.store.engine.begin() as connection:
            connection.execute(text("DELETE FROM alembic_version"))
            connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:newest)"),
                               {"newest": schema.NEWEST})
    assert [(one.damage, one.table) for one in found] == [(Damage.ROW_ALTERED, "alembic_version")]


@pytest.mark.parametrize("change", ["UPDATE journal_head SET seq = 3", "UPDATE journal_head SET id = 2",
                                    "DELETE FROM journal_head",
                                    "INSERT INTO journal_head (id, seq, hash) SELECT 2, seq, hash "
                                    "FROM journal_head"])
def test_that_there_never_was_a_first_journal_is_held_too(busy: Office, change: str) -> None:
    found = findings(busy.first, lambda c: c.execute(text(change)))
    assert "journal_head" in {one.table for one in found}
    assert {one.table for one in found} <= {"journal_head", "serials"}


@pytest.mark.parametrize("change", ["UPDATE journal SET seq = x'ff' WHERE rowid = 1",
                                    "UPDATE journal SET seq = 'x' WHERE rowid = 2",
                                    "UPDATE journal_head SET seq = x'ff'"])
def test_what_is_no_number_in_a_numbers_place_is_named_and_ends_nothing(busy: Office, change: str) -> None:
    if busy.place.folder is None:
        pytest.skip("PostgreSQL refuses such a value itself")
    found = findings(busy.first, lambda c: c.execute(text(change)))
    assert {one.table for one in found} <= {"journal", "journal_head", "serials"} and found
