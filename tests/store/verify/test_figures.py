"""A verification counts the figures again, and names the case or the day that does not add up."""

from __future__ import annotations

import pytest
from sqlalchemy import Column, Table, delete, insert, select, text, update
from sqlalchemy.orm import Session

from mediation_desk.domain.case import Case
from mediation_desk.domain.reports.facts import facts
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.vocabulary import Source, Station
from mediation_desk.services.reports import overview
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.reading.figures.packed import loose
from mediation_desk.store.tables.cases import LISTED
from mediation_desk.store.tables.reports import (
    case_facts,
    day_totals,
    figures_form,
    loose_facts,
    packed_facts,
)
from mediation_desk.store.verify.figures import Figures
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.moment import Moment
from tests.offices import Office
from tests.services.papers_desk import RECEIVED, registered
from tests.services.stages import staged
from tests.store.tampering import otherwise


def damages(office: Office) -> list[tuple[Damage, str, str]]:
    return [(one.damage, one.row, one.table) for one in upkeep.prove(office.first)]


def change(office: Office, *statements: object) -> None:
    with office.first.store.engine.begin() as connection:
        for one in statements:
            connection.execute(one)  # type: ignore[call-overload]


def test_facts_that_are_others_or_gone_are_named_by_their_case(office: Office) -> None:
    case_id = registered(office.first)
    assert damages(office) == []
    change(office, update(case_facts).values(people=77))
    assert damages(office) == [(Damage.FIGURES, str(case_id), "case_facts")]
    change(office, text("UPDATE case_facts SET source = 'nowhere'"))
    assert damages(office) == [(Damage.FIGURES, str(case_id), "case_facts")]
    change(office, delete(case_facts))
    assert damages(office) == [(Damage.FIGURES, str(case_id), "case_facts")]


def test_a_day_that_does_not_add_up_is_named_once_and_so_is_its_month(office: Office) -> None:
    registered(office.first)
    change(office, update(day_totals).values(people=day_totals.c.people + 1))
    month, day = ((Damage.TOTALS, when, "day_totals") for when in (f"{RECEIVED:%Y-%m}", f"{RECEIVED}"))
    assert damages(office) == [month, day]
    change(office, delete(day_totals).where(day_totals.c.grain == "month"))
    assert damages(office) == [month, day]
    change(office, delete(day_totals))
    assert damages(office) == [month, day]


def test_totals_of_something_that_there_is_not_cannot_be_read(office: Office) -> None:
    registered(office.first)
    change(office, text("UPDATE day_totals SET event = 'forgotten'"))
    assert damages(office) == [(Damage.TABLE_UNREADABLE, "", "day_totals")]


def test_the_form_of_the_figures_is_looked_at_too(office: Office) -> None:
    change(office, update(figures_form).values(form=9))
    assert damages(office) == [(Damage.ROW_ALTERED, "9", "figures_form")]


def test_where_a_case_itself_was_altered_its_figures_are_not_judged(office: Office) -> None:
    registered(office.first)
    registered(office.first)
    change(office, text("UPDATE parties SET phone = '19900000009'"))
    assert {damage for damage, _row, _table in damages(office)} == {Damage.ROW_ALTERED}


@pytest.mark.parametrize("statement", [
    "UPDATE packed_facts SET content = 'words' WHERE name = 'source'",
    "UPDATE packed_facts SET chunk = 'none' WHERE name = 'source'",
    "UPDATE packed_facts SET name = CAST(X'ff' AS TEXT) WHERE name = 'source'"])
def test_what_was_never_packed_is_named_and_hinders_neither_figures_nor_a_backup(
        office: Office, statement: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not office.place.folder:
        return  # a server refuses such a value itself
    monkeypatch.setattr(loose, "PACK_FROM", 1)
    registered(office.first)
    office.first.store.tell_ledger(office.first.now)
    change(office, text(statement))
    assert (Damage.FIGURES, "packed_facts") in {(one, table) for one, _row, table in damages(office)}
    narrow = Narrow(sources=(Source.WALK_IN,), stations=tuple(Station))
    told = overview.overview(office.first, Period.of_day(RECEIVED), narrow).now.sections[0].figures
    assert {one.key: one.value for one in told}["received"] == 1
    change(office, insert(loose_facts).from_select(["fact"], select(case_facts.c.seq)))
    office.first.store.tell_ledger(office.first.now)


def test_a_note_of_no_number_hinders_no_backup(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    if not office.place.folder:
        return  # a server refuses such a value itself
    monkeypatch.setattr(loose, "PACK_FROM", 1)
    case_id = registered(office.first)
    change(office, text("UPDATE loose_facts SET fact = 'none'"))
    office.first.store.tell_ledger(office.first.now)
    assert (Damage.FIGURES, str(case_id), "packed_facts") in damages(office)


@pytest.mark.parametrize("table", [packed_facts, loose_facts])
def test_tables_of_what_is_packed_that_cannot_be_read_are_named(office: Office, table: Table) -> None:
    registered(office.first)
    change(office, text(f"DROP TABLE {table.name}"))
    with Moment(office.first.store, damaged=True) as moment:
        assert list(Figures().packed(moment)) == [Finding(Damage.TABLE_UNREADABLE, table=table.name)]


UNSEEN = {"seq": "the running number of a line", "folded": "says nothing that the sum does not"}
"""Columns that may be others, and why."""


def named(office: Office, table: Table, column: Column[object]) -> bool:
    """Whether an altered value of that column is found, by what alone judges these tables."""
    with office.first.store.engine.connect() as connection:
        row = connection.execute(select(table).order_by(table.c.seq).limit(1)).mappings().one()
    key = row["seq"] + 1_000_000 if column.name == "seq" else row["seq"]
    change(office, update(table).where(table.c.seq == row["seq"]).values(
        {column.name: key if column.name == "seq" else otherwise(column, row[column.name])}))
    found = judged(office)
    change(office, update(table).where(table.c.seq == key).values({column.name: row[column.name]}))
    return found


def judged(office: Office) -> bool:
    """What a verification finds of the figures."""
    figures = Figures()
    with office.first.store.engine.connect() as connection, \
            Session(connection, autoflush=False, join_transaction_mode="create_savepoint") as session:
        told = [facts(case) for case in session.scalars(select(Case).options(*LISTED))]
    with Moment(office.first.store) as moment:
        return bool([*figures.compare(moment, told), *figures.days(moment)])


def test_every_column_of_facts_and_totals_is_judged(office: Office) -> None:
    staged(office.first, [Stage.CLOSED])
    assert not judged(office)
    unseen = {column.name for table in (case_facts, day_totals) for column in table.columns
              if not named(office, table, column)}
    assert unseen == set(UNSEEN)
