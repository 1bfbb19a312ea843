"""Return visits that are still to be made, on the days for which the office plans them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.summary import AgendaRow, CaseRow
from mediation_desk.store.work.work import Work


def visits_to_make(work: Work, office: OfficeSettings, until: date, sites: Sequence[UUID] = ()
                   ) -> list[tuple[AgendaRow, CaseRow]]:
    """Those planned until that day, with their cases, the longest overdue first; ``sites``: in theirs."""
    found = [(replace(row, on=row.on + timedelta(days=days)), case)
             for kind, days in office.visit_days.items()
             for row, case in work.lists.agenda(None, until - timedelta(days=days), (kind,), sites=sites)]
    return sorted(found, key=lambda item: (item[0].on, item[1].number))
