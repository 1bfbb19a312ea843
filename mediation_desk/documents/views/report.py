"""What a statistical report may say: its tables in figures, how it was counted, whether it reconciles."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import OfficeView


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row: what it is called, and its figures as they are shown."""

    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportBar:
    """A bar of a chart; ``length`` in thousandths of the longest."""

    label: str
    shown: str
    length: int


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of the report, and the column that is drawn below it."""

    title: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    notes: tuple[str, ...] = ()
    chart: str = ""
    bars: tuple[ReportBar, ...] = ()


@dataclass(frozen=True, slots=True)
class StatisticalReport(Paper):
    """统计表: a form, the overview or a list of cases, as it is printed and sent.

    ``audience``: 内部 or 公开; ``warning``: said above everything where it does not reconcile;
    ``definitions``: what each figure counts; ``checks``: the identities in words.
    """

    TEMPLATE = "statistical-report"
    office: OfficeView
    title: str
    audience: str
    period: str
    filters: str
    maker: str
    made_on: str
    warning: str
    tables: tuple[ReportTable, ...]
    notes: tuple[str, ...]
    definitions: tuple[str, ...]
    checks: tuple[str, ...]
