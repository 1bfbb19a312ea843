"""The office's own tables: what may be there once only is there once, on both engines."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Table, insert, select
from sqlalchemy.exc import IntegrityError

from mediation_desk.domain.summary import AgendaRow, CaseRow
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from mediation_desk.store.tables.desk import (
    accounts,
    agenda_rows,
    case_rows,
    papers,
    serials,
    settings,
)
from mediation_desk.store.tables.desk import drafts as kept_drafts
from tests.offices import Office
from tests.services.papers_desk import registered


def one_row(desk: Desk, table: Table) -> dict[str, Any]:
    with desk.store.engine.connect() as connection:
        return dict(connection.execute(select(table)).mappings().first() or {})


@pytest.mark.parametrize("table", [accounts, settings, serials, case_rows, kept_drafts],
                         ids=lambda table: table.name)
def test_what_may_stand_once_stands_once(office: Office, table: Table) -> None:
    registered(office.first)
    drafts.keep(office.first, "facts", "十月")
    row = one_row(office.first, table)
    assert row
    row.pop("seq", None)  # a line of the list that counts on by itself is of its case all the same
    with pytest.raises(IntegrityError), office.first.store.engine.begin() as connection:
        connection.execute(insert(table), [row])


@pytest.mark.parametrize(("table", "kind"), [(case_rows, CaseRow), (agenda_rows, AgendaRow)],
                         ids=["cases", "agenda"])
def test_a_line_of_a_list_is_kept_field_by_field(table: Table, kind: type) -> None:
    assert [column.name for column in table.columns] == ["seq", *(field.name for field in fields(kind))]
    for field in fields(kind):
        assert table.c[field.name].nullable == ("None" in str(field.type)), field.name


def test_lines_count_on_after_one_has_gone(office: Office) -> None:
    """The search refers to a line by its number: no later line may take it over."""
    first, second = registered(office.first), registered(office.first, ("祁文静",))
    with office.first.store.engine.begin() as connection:
        numbers = dict(connection.execute(select(case_rows.c.case_id, case_rows.c.seq)).all())
    third = registered(office.first, ("苏曼",))
    with office.first.store.engine.begin() as connection:
        last = connection.scalar(select(case_rows.c.seq).where(case_rows.c.case_id == third))
    assert numbers[first] < numbers[second] < (last or 0)


def test_a_serial_is_of_its_year_alone(office: Office) -> None:
    office.clock.set(2024, 12, 31)
    registered(office.first)
    with office.first.store.engine.connect() as connection:
        kept = connection.execute(select(serials.c.year, serials.c.last)).all()
    assert [tuple(row) for row in kept] == [(2024, 1)]


def test_a_paper_is_not_kept_without_its_content_and_hash(office: Office) -> None:
    desk = office.first
    case_id = registered(desk)
    row = {"id": case_id, "case_id": case_id, "template": "x", "title": "x", "made_at": desk.now,
           "sha256": "ab", "pdf": b"%PDF"}
    for lacking in ("sha256", "pdf", "made_at"):
        with pytest.raises(IntegrityError), desk.store.engine.begin() as connection:
            connection.execute(insert(papers), [{**row, lacking: None}])


def test_the_day_of_a_case_is_kept_as_a_day(office: Office) -> None:
    registered(office.first)
    assert one_row(office.first, case_rows)["received_on"] == date(2024, 11, 25)
