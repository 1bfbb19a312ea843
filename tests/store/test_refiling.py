"""A year's holidays that become known move the days on the lists, and nothing in the cases themselves."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from mediation_desk.domain.calendar import HolidayYear, WorkCalendar
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.store.refiling import refile
from mediation_desk.store.tables.desk import agenda_rows, case_rows
from mediation_desk.store.tables.journal import journal
from tests.offices import Office


def year(number: int, *off: date) -> HolidayYear:
    """A year with these days off."""
    return HolidayYear(number, frozenset(off), frozenset(), frozenset(), "测试")


HOLIDAYS = WorkCalendar({2027: year(2027, date(2027, 3, 3), date(2027, 3, 4), date(2027, 3, 5))})
PLAIN = WorkCalendar({2027: year(2027, date(2027, 1, 1))})


@pytest.fixture
def case_id(office: Office) -> UUID:
    """Received on Tuesday 2027-03-02: to be decided within three working days."""
    office.clock.set(2027, 3, 2)
    made = registering.register(office.first, registering.IntakeDraft(date(2027, 3, 2))).result
    assert made
    return made


def filed(desk: Desk, calendar: WorkCalendar, year: int) -> tuple[date | None, list[date]]:
    """The case's clock in the list and its acceptance on the agenda, once that year was filed anew."""
    with Session(desk.store.engine) as session:
        refile(session, calendar, year)
        session.commit()
    with desk.store.engine.connect() as connection:
        clock = connection.scalar(select(case_rows.c.clock_on))
        days = connection.scalars(select(agenda_rows.c.on).where(agenda_rows.c.kind == "acceptance"))
        return clock, list(days)


def test_three_working_days_end_later_where_days_off_lie_between(office: Office, case_id: UUID) -> None:
    """3, 4 and 5 March: Friday; with these off 8, 9 and 10 March: Wednesday."""
    assert filed(office.first, PLAIN, 2027) == (date(2027, 3, 5), [date(2027, 3, 5)])
    assert filed(office.first, HOLIDAYS, 2027) == (date(2027, 3, 10), [date(2027, 3, 10)])
    assert filed(office.first, PLAIN, 2027) == (date(2027, 3, 5), [date(2027, 3, 5)])


def test_another_years_notice_moves_nothing(office: Office, case_id: UUID) -> None:
    filed(office.first, PLAIN, 2027)
    assert filed(office.first, HOLIDAYS, 2029) == (date(2027, 3, 5), [date(2027, 3, 5)])


def test_no_case_counts_as_changed_by_a_calendar(office: Office, case_id: UUID) -> None:
    def state() -> tuple[int, int]:
        with office.first.store.engine.connect() as connection:
            entries = len(connection.execute(select(journal.c.number)).all())
        return reading.case(office.first, case_id).case.version, entries

    before = state()
    filed(office.first, HOLIDAYS, 2027)
    assert state() == before


def test_a_period_of_the_years_last_days_is_moved_by_the_next_years_first(office: Office) -> None:
    """Received on Thursday 2027-12-30; then Friday 31 December, Wednesday 5 and Thursday 6 January."""
    office.clock.set(2027, 12, 30)
    registering.register(office.first, registering.IntakeDraft(date(2027, 12, 30)))
    both = {2027: year(2027, date(2027, 1, 1)), 2028: year(2028, date(2028, 1, 3), date(2028, 1, 4))}
    assert filed(office.first, WorkCalendar(both), 2028)[0] == date(2028, 1, 6)


def test_a_notice_of_the_old_year_moves_a_period_that_ends_in_the_new_one(office: Office) -> None:
    """Friday 31 December, Monday 3 and Tuesday 4 January; with that Friday off, Wednesday 5 January."""
    office.clock.set(2027, 12, 30)
    registering.register(office.first, registering.IntakeDraft(date(2027, 12, 30)))
    off = WorkCalendar({2027: year(2027, date(2027, 12, 31))})
    assert filed(office.first, WorkCalendar(), 2027)[0] == date(2028, 1, 4)
    assert filed(office.first, off, 2027)[0] == date(2028, 1, 5)
