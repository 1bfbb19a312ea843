"""The periods that run from an agreement's effect: until when the sides may jointly make it enforceable."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.calendar import WorkCalendar

REVIEW_DAYS = 15  # Arbitration Case Rules, art. 74
CONFIRMATION_DAYS = 30  # People's Mediation Law, art. 33; Civil Procedure Law, art. 205


def review_end(signed: date, calendar: WorkCalendar) -> date:
    """The last day on which the sides can jointly apply for arbitration review; a day off at the end
    gives way to the next working day (Arbitration Case Rules, art. 74; Civil Procedure Law, art. 85)."""
    return calendar.period_end(signed, days=REVIEW_DAYS)


def confirmation_end(signed: date, calendar: WorkCalendar) -> date:
    """The same for judicial confirmation (People's Mediation Law, art. 33; Civil Code, art. 203)."""
    return calendar.period_end(signed, days=CONFIRMATION_DAYS)
