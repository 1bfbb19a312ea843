"""Offices with a few cases to count: a supervisor's desk, cases of January, one of them closed."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.vocabulary import Outcome, Source
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from tests.offices import Office
from tests.services.reports.test_overview import accepted, supervisor

DECEMBER = Period.months(2024, 12)


def with_cases(office: Office) -> Desk:
    """Four cases of December, one of them of twelve workers, one closed without agreement; who answers."""
    desk = office.first
    first = accepted(desk, date(2024, 12, 2), source=Source.HOTLINE)
    accepted(desk, date(2024, 12, 3), workers=12)
    accepted(desk, date(2024, 12, 20))
    accepted(desk, date(2024, 12, 21))
    closing.close(desk, first, date(2024, 12, 12), Outcome.NO_AGREEMENT, "谈不拢", sure=True)
    return supervisor(office)
