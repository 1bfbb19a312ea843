"""A report as every kind of file tells it: the same title, period, figures, definitions and checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_desk.documents.views import report as views
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.domain.money import Money
from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.forms.filled import Cell, FilledTable, Outcome

DASH = "——"
UNITS = {Unit.MONEY: "元", Unit.SHARE: "%", Unit.DAYS: "日", Unit.PEOPLE: "人", Unit.CASES: "件"}
BROKEN = "注意：本表的勾稽关系有不符之处，见“勾稽关系”；查明以前不得引用。"
MOST_BARS = 30


@dataclass(frozen=True)
class Report:
    """What is exported, in Chinese. ``public``: figures are hidden in it, so nothing says them again."""

    office: OfficeView
    title: str
    public: bool
    period: str
    filters: str
    maker: str
    made_on: str
    tables: tuple[FilledTable, ...]
    outcomes: tuple[Outcome, ...] = ()
    notes: tuple[str, ...] = ()
    lists: tuple[views.ReportTable, ...] = ()

    @property
    def audience(self) -> str:
        """For whom it is."""
        return "公开" if self.public else "内部"

    @property
    def warning(self) -> str:
        """What must be said above everything, or nothing."""
        return BROKEN if any(one.holds is False for one in self.outcomes) else ""

    def head(self) -> list[tuple[str, str]]:
        """What stands above the tables, by name."""
        return [("报表", self.title), ("编制单位", self.office.name), ("使用范围", self.audience),
                ("统计期间", self.period), ("统计范围", self.filters),
                ("制表", f"{self.maker}，{self.made_on}")]

    def checks(self) -> list[str]:
        """The identities in words; a published one says no figures again."""
        return [_check(one, self.public) for one in self.outcomes]

    def definitions(self) -> list[str]:
        """What the figures count, each once."""
        told = (f"{column.label.zh}：{column.definition.zh}" for table in self.tables
                for column in table.columns if column.definition.zh)
        return list(dict.fromkeys(told))


def _check(outcome: Outcome, public: bool) -> str:
    if outcome.holds is None:
        return f"{outcome.label.zh}：有空白栏，无法核对。"
    verdict = "相符" if outcome.holds else "不符"
    if public:
        return f"{outcome.label.zh}：{verdict}。"
    sign = "＝" if outcome.holds else "≠"
    return f"{outcome.label.zh}：{outcome.left}{sign}{outcome.right}，{verdict}。"


def shown(cell: Cell) -> str:
    """A cell as it is read: its sign where it is hidden, nothing where nobody can know, a dash where there is
    nothing to say."""
    if cell.sign:
        return cell.sign
    if cell.unknown:
        return ""
    if cell.value is None:
        return DASH
    if cell.unit is Unit.MONEY:
        return str(Money(cell.value))
    if cell.unit is Unit.SHARE:
        return f"{cell.value // 100}.{cell.value % 100:02d}%"
    return str(cell.value)


def column_title(table: FilledTable, at: int) -> str:
    """A column's title, with its unit where that is money."""
    column = table.columns[at]
    return f"{column.label.zh}（元）" if column.unit is Unit.MONEY else column.label.zh


def notes_of(table: FilledTable) -> list[str]:
    """What is said below a table: its note, from when on it counts, why cells are blank or miss something."""
    found = [table.note.zh] if table.note.zh else []
    if table.since is not None:
        found.append(f"自{table.since:%Y-%m-%d}起计。")
    found += [f"空白：{reason}。" for reason in dict.fromkeys(
        cell.unknown.zh for row in table.rows for cell in row.cells if cell.unknown)]
    for at, column in enumerate(table.columns):
        left_out = table.rows[0].cells[at].left_out if table.rows else 0
        if left_out:
            why = "人未填写性别" if column.unit is Unit.PEOPLE else "件无法核算"
            found.append(f"{column.label.zh}：首行另有{left_out}{why}，不在内。")
    return found


def paper(report: Report) -> views.StatisticalReport:
    """The report as its form prints it."""
    tables = (*(_table(one) for one in report.tables), *report.lists)
    return views.StatisticalReport(
        report.office, report.title, report.audience, report.period, report.filters, report.maker,
        report.made_on, report.warning, tables, report.notes, tuple(report.definitions()),
        tuple(report.checks()))


def _table(table: FilledTable) -> views.ReportTable:
    titles = tuple(column_title(table, at) for at in range(len(table.columns)))
    rows = tuple(views.ReportRow(row.label.zh, tuple(map(shown, row.cells))) for row in table.rows)
    bars = tuple(_bars(table))
    drawn = next((title for title, one in zip(titles, table.columns, strict=True)
                  if one.id == table.chart), "")
    return views.ReportTable(table.label.zh, table.head.zh or "项目", titles, rows, tuple(notes_of(table)),
                             drawn if bars else "", bars)


def charted(table: FilledTable) -> list[tuple[str, Cell]]:
    """The rows that a chart draws: those of a dimension, or all; hidden ones are not drawn."""
    if not table.chart:
        return []
    at = [one.id for one in table.columns].index(table.chart)
    parts = [row for row in table.rows if "/" in row.id] or list(table.rows)
    return [(row.label.zh, row.cells[at]) for row in parts[:MOST_BARS] if row.cells[at].value is not None]


def _bars(table: FilledTable) -> Iterator[views.ReportBar]:
    drawn = charted(table)
    longest = max((cell.value or 0 for _label, cell in drawn), default=0)
    if longest > 0:
        for label, cell in drawn:
            yield views.ReportBar(label, shown(cell), max(0, cell.value or 0) * 1000 // longest)
