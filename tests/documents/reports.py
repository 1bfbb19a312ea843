"""A report of a few figures, with every kind of cell."""

from __future__ import annotations

from mediation_desk.documents.report import Report
from mediation_desk.documents.views.report import ReportRow, ReportTable
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.forms.filled import Cell, FilledColumn, FilledRow, FilledTable, Outcome
from mediation_desk.domain.sorting.answer_types import Label


def label(text: str) -> Label:
    """The same in both languages."""
    return Label(text, text)


DEFINED = label("收到日期在本期内的案件。")
COLUMNS = (FilledColumn("received", label("受理"), Unit.CASES, DEFINED),
           FilledColumn("money", label("金额"), Unit.MONEY), FilledColumn("rate", label("占比"), Unit.SHARE))
TABLE = FilledTable("t", label("一、来源"), label("来源"), COLUMNS, (
    FilledRow("total", label("合计"), (
        Cell(Unit.CASES, 1207), Cell(Unit.MONEY, 3_026_405), Cell(Unit.SHARE, 8525))),
    FilledRow("by/a", label("=SUM(A1)"), (
        Cell(Unit.CASES, None, sign="<5"), Cell(Unit.MONEY, None, sign="隐去"), Cell(Unit.SHARE, None))),
    FilledRow("by/b", label("来访申请"), (Cell(Unit.CASES, 9), Cell(Unit.MONEY, 100), Cell(Unit.SHARE, 5))),
    FilledRow("other", label("企业"), (Cell(Unit.CASES, None, unknown=label("不在本单位")),) * 3)),
    chart="received")
REPORT = Report(
    OfficeView("某调解工作室", "某调解中心"), "调解工作月报", False, "2024年12月", "全部案件", "李调解",
    "2025-01-02", (TABLE,),
    (Outcome(label("合计＝各来源之和"), 1207, 1207), Outcome(label("两表相等"), 3, 4),
     Outcome(label("其他"), None, 4)),
    ("按规则列出。",), (ReportTable("到期", "日期", ("事项",), (ReportRow("2025-01-03", ("@会议",)),)),))
