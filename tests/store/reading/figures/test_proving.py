"""What is kept otherwise than it is, is named: cases and totals."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from mediation_desk.store.pace import Pace, Stopped
from mediation_desk.store.reading.figures import proving
from mediation_desk.store.tables.reports import case_facts, day_totals
from tests.offices import Office
from tests.services.papers_desk import RECEIVED, registered


def wrong_after(office: Office, change: object) -> proving.Wrong:
    with office.first.store.engine.connect() as connection:
        assert proving.wrong(connection) == proving.Wrong((), ())
        connection.execute(change)  # type: ignore[call-overload]
        found = proving.wrong(connection)
        connection.rollback()
        return found


def test_a_case_whose_facts_are_others_or_missing_is_named(office: Office) -> None:
    case_id = registered(office.first)
    assert wrong_after(office, update(case_facts).values(people=9)).cases == (case_id,)
    assert wrong_after(office, delete(case_facts)).cases == (case_id,)


def test_facts_of_no_case_are_named(office: Office) -> None:
    registered(office.first)

    def doubled(connection: Connection) -> object:
        row = dict(connection.execute(select(case_facts)).mappings().one())
        return insert(case_facts).values({**row, "seq": 77, "case_id": UUID(int=7)})

    with office.first.store.engine.connect() as connection:
        change = doubled(connection)
    assert wrong_after(office, change).cases == (UUID(int=7),)


def test_a_total_that_was_altered_is_told_with_what_is_kept_and_what_is_so(office: Office) -> None:
    registered(office.first)
    found = wrong_after(office, update(day_totals).where(
        day_totals.c.dim == "", day_totals.c.grain == "day").values(people=40))
    ((key, kept, so),) = found.totals
    assert (key.event, kept.people, so.people) == ("received", 40, 2)


def test_it_can_be_stopped(office: Office) -> None:
    registered(office.first)
    with office.first.store.engine.connect() as connection, pytest.raises(Stopped):
        proving.wrong(connection, Pace(lambda _at, _of: None, lambda: True))


def test_there_is_something_to_prove_from_the_first_case_on_that_counts(office: Office) -> None:
    with office.first.store.engine.begin() as connection:
        assert proving.first_day(connection) is None
    registered(office.first)
    with office.first.store.engine.begin() as connection:
        assert proving.first_day(connection) == RECEIVED
        connection.execute(update(case_facts).values(counted=False))
        assert proving.first_day(connection) is None
