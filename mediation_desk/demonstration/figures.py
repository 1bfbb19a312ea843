"""The demonstration's figures as files: the day's bulletin, and the month as workbook and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mediation_desk.domain.reports.forms.form import PeriodKind
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import exporting, forms
from mediation_desk.services.reports.exporting import Kind, Wanted

FILES = (("bulletin", PeriodKind.DAY, "bulletin", Kind.PDF),
         ("monthly", PeriodKind.MONTH, "month", Kind.XLSX),
         ("monthly", PeriodKind.MONTH, "month", Kind.PDF))


def write(desk: Desk, folder: Path) -> Iterator[Path]:
    """Write them into the folder; the month is the last whole one."""
    for form_id, kind, name, ending in FILES:
        form = forms.filled(desk, form_id, forms.last_period(kind, desk.today))
        yield exporting.export_form(desk, form, Wanted(ending), str((folder / name).absolute())).path
