"""The ledger is held to its own links; what it, a backup or a mark knew must still be there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.tables.journal import journal_ledger
from mediation_desk.store.verify.findings import Damage, Finding
from tests.offices import Office
from tests.store.tampering import DAY, OPEN, behind_the_back, case_of, findings, otherwise


@pytest.fixture
def told(busy: Office) -> Desk:
    """The desk of an office whose ledger has at least three entries."""
    desk, case_id = busy.first, case_of(busy.first, OPEN)
    for _ in range(3):
        with desk.reading() as work:
            seen = work.cases.get(case_id).facts_in_brief
        editing.save(desk, case_id, [editing.Edit("case", case_id, "facts_in_brief", seen, seen + "又")])
        desk.store.tell_ledger(desk.now)
    return desk


def ledger_of(found: list[Finding]) -> list[tuple[Damage, str]]:
    return [(one.damage, one.row) for one in found if one.table == "journal_ledger"]


@pytest.mark.parametrize("column", [c.name for c in journal_ledger.columns if c.name != "number"])
def test_every_field_of_an_entry_is_watched(told: Desk, column: str) -> None:
    def change(connection: Connection) -> None:
        here = journal_ledger.c.number == 2
        row = connection.execute(select(journal_ledger).where(here)).mappings().one()
        values = {column: otherwise(journal_ledger.c[column], row[column])}
        connection.execute(update(journal_ledger).where(here).values(values))

    found = findings(told, change)
    assert ledger_of(found) == [(Damage.LEDGER, "2")]
    assert f"entry 2, written on {DAY}" in str(found[0].sentence(told.zone))


def test_an_entry_taken_out_of_the_middle_is_missed(told: Desk) -> None:
    found = findings(told, lambda c: c.execute(delete(journal_ledger).where(journal_ledger.c.number == 2)))
    assert ledger_of(found) == [(Damage.LEDGER, "2")]


def test_entries_cut_off_its_end_are_missed_by_the_heads_that_they_told_of(told: Desk) -> None:
    with told.reading() as work:
        last = max(work.connection.scalars(select(journal_ledger.c.number)))
    found = findings(told, lambda c: c.execute(
        delete(journal_ledger).where(journal_ledger.c.number > last - 2)))
    assert ledger_of(found) == [(Damage.LEDGER_END, "")]


def test_an_entry_put_in_by_somebody_without_the_key_is_named(told: Desk) -> None:
    def put(connection: Connection) -> None:
        row = connection.execute(select(journal_ledger).order_by(journal_ledger.c.number.desc())).mappings()
        last = dict(row.first() or {})
        connection.execute(insert(journal_ledger).values(last | {"number": last["number"] + 1}))

    assert [damage for damage, _ in ledger_of(findings(told, put))] == [Damage.LEDGER]


def test_a_number_at_the_end_of_all_numbers_is_no_reason_to_count_up_to_it(told: Desk) -> None:
    found = findings(told, lambda c: c.execute(
        update(journal_ledger).where(journal_ledger.c.number == 2).values(number=2**62)))
    assert {damage for damage, _ in ledger_of(found)} == {Damage.LEDGER}
    assert len(ledger_of(found)) <= 3


# A whole store that is put back to an earlier day


Kept = dict[Any, list[dict[str, Any]]]


def _all(connection: Connection) -> Kept:
    return {table: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in metadata.sorted_tables}


def _replace(desk: Desk, kept: Kept) -> None:
    with behind_the_back(desk) as connection:
        for table, rows in kept.items():
            connection.execute(delete(table))
            if rows:
                connection.execute(insert(table), rows)


def test_a_whole_store_put_back_is_betrayed_by_a_backup_and_by_a_noted_mark_alone(
        told: Desk, tmp_path: Path) -> None:
    upkeep.set_folder(told, tmp_path)
    with behind_the_back(told) as connection:
        yesterday = _all(connection)
    case_id = case_of(told, OPEN)
    with told.reading() as work:
        seen = work.cases.get(case_id).facts_in_brief
    editing.save(told, case_id, [editing.Edit("case", case_id, "facts_in_brief", seen, "今天写的")])
    made, noted = upkeep.back_up(told), upkeep.mark(told)
    _replace(told, yesterday)
    (rolled,) = upkeep.prove(told)
    assert (rolled.damage, rolled.row) == (Damage.ROLLED_BACK, str(made.journal_seq))
    upkeep.set_folder(told, None)
    assert [one.damage for one in upkeep.prove(told, noted=noted)] == [Damage.MARK_UNKNOWN]
    assert upkeep.prove(told) == []


def test_a_backup_with_an_absurd_date_is_none_and_holds_nobody_up(told: Desk, tmp_path: Path) -> None:
    upkeep.set_folder(told, tmp_path)
    made = upkeep.back_up(told).path / "manifest.json"
    for at in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2025-01-20T00:00:00"):
        lines = [f'  "made_at": "{at}",' if '"made_at"' in line else line
                 for line in made.read_text().splitlines()]
        made.write_text("\n".join(lines))
        assert upkeep.listed(told) == []
        assert upkeep.prove(told) == []
    upkeep.set_folder(told, None)


def test_a_stamp_that_is_no_plain_text_is_no_stamp(told: Desk, tmp_path: Path) -> None:
    upkeep.set_folder(told, tmp_path)
    made = upkeep.back_up(told).path / "manifest.json"
    made.write_text(made.read_text().replace('"stamp": "', '"stamp": "é'), "utf-8")
    assert upkeep.prove(told) == []
    upkeep.set_folder(told, None)
