"""Fields are put back into a row by the names and values that the journal keeps, in their own case only."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Party
from mediation_desk.domain.words import NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.store.work.rows import apply_fields, fields_of, table_of
from tests.offices import Office
from tests.services.papers_desk import case_of, registered


def shown(desk: Desk, table: str, row_id: UUID) -> dict[str, object]:
    with desk.reading() as work:
        return fields_of(work, table, str(row_id))


def test_what_the_journal_kept_of_a_row_comes_back_into_it(office: Office) -> None:
    """Text, day, term and nothing at all: set to others and back to what they were."""
    case_id = registered(office.first)
    before = shown(office.first, "cases", case_id)
    other = {"cause": "追索劳动报酬", "received_on": "2024-12-01", "kind_of_work": "driver",
             "accepted_on": "2024-12-02"}
    for fields in (other, {name: before[name] for name in other}):
        with office.first.work("test") as work:
            apply_fields(work, "cases", str(case_id), fields)
            work.commit()
        now = shown(office.first, "cases", case_id)
        assert {name: now[name] for name in fields} == fields
    assert (before["received_on"], before["kind_of_work"], before["accepted_on"]) == (
        "2024-11-25", "streamer", None)


def test_a_row_of_another_case_is_not_reached_through_this_one(office: Office) -> None:
    here, there = registered(office.first), registered(office.first, ("祁文静",))
    party = case_of(office.first, there).applicants[0]
    with office.first.work("test") as work, pytest.raises(NotThere):
        apply_fields(work, "parties", str(party.id), {"name": "别人"}, case_id=here)
    assert case_of(office.first, there).applicants[0].name == "祁文静"


def test_a_table_or_a_field_that_is_none_is_a_slip(office: Office) -> None:
    case_id = registered(office.first)
    with office.first.work("test") as work:
        with pytest.raises(KeyError):
            apply_fields(work, "nothing", str(case_id), {})
        with pytest.raises(KeyError):
            apply_fields(work, "cases", str(case_id), {"colour": "red"})


def test_a_row_knows_the_table_that_keeps_it(office: Office) -> None:
    case = case_of(office.first, registered(office.first))
    assert isinstance(case, Case) and isinstance(case.applicants[0], Party)
    assert (table_of(case), table_of(case.applicants[0])) == ("cases", "parties")
