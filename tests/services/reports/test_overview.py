"""The overview against a slow recount, whatever happened to the cases; and the cases behind each number."""

from __future__ import annotations

from mediation_desk.domain.reports.period import Period

MONTH = Period.months(2024, 11)
