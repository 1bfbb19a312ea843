"""Dates in the lists that the holidays move: computed anew once a year's notice is taken in."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session as OrmSession

from mediation_desk.domain.agenda import ORDER_REMINDERS, ORDERS
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import MOVED_BY_HOLIDAYS, next_clock
from mediation_desk.domain.summary import agenda
from mediation_desk.store.tables.cases import LISTED, cases
from mediation_desk.store.tables.desk import agenda_rows, case_rows

OVER_THE_END = timedelta(days=31)  # a period of the year's last days ends in the next year


def refile(session: OrmSession, calendar: WorkCalendar, year: int) -> None:
    """Put the clocks of the cases whose periods touch that year where this calendar has them.

    Nothing of the cases themselves changes, so that no case counts as changed by it.
    """
    touched = select(agenda_rows.c.case_id).where(
        agenda_rows.c.kind.in_((*MOVED_BY_HOLIDAYS, *ORDERS, *ORDER_REMINDERS)),
        agenda_rows.c.on.between(date(year, 1, 1), date(year, 12, 31) + OVER_THE_END))
    for case in session.scalars(select(Case).options(*LISTED).where(cases.c.id.in_(touched))).all():
        _file(session, case, calendar)


def _file(session: OrmSession, case: Case, calendar: WorkCalendar) -> None:
    connection, clock = session.connection(), next_clock(case, calendar)
    connection.execute(update(case_rows).where(case_rows.c.case_id == case.id)
                       .values(clock_on=clock.due_on if clock else None))
    connection.execute(delete(agenda_rows).where(agenda_rows.c.case_id == case.id))
    coming = [{field.name: getattr(row, field.name) for field in fields(row)}
              for row in agenda(case, calendar)]
    if coming:
        connection.execute(insert(agenda_rows), coming)
