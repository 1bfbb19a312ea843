"""Charts of a period, each with a table beside it that says the same; made when they are first looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCharts import (
    QBarCategoryAxis,
    QBarSeries,
    QBarSet,
    QChart,
    QHorizontalBarSeries,
    QLineSeries,
    QValueAxis,
)
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.months import Month
from mediation_desk.gui.kit.charts import ChartView, empty_chart, put_axes, step_over
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.filled.words import amount
from mediation_desk.services.reports.series import Series, Shares

WIDE, HIGH, TABLE_WIDE = 560, 320, 400
EDGE, LINE, LEAST_LINES = 88, 40, 3  # px of a chart of parts: its frame, and each of its bars
LONGEST = 16  # letters of a name along an axis; the table has it whole


class Charts(QWidget):
    """Months in a row; outcomes, sources and kinds of work beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.months = Block(tr("Received, closed and open, by month"), _month_columns())
        self.outcomes = Block(tr("Closed in the period, by outcome"), _part_columns(tr("Outcome")))
        self.sources = Block(tr("Received in the period, by source"), _part_columns(tr("Source")))
        self.kinds = Block(tr("Received in the period, by kind of work"), _part_columns(tr("Kind of work")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(16))
        for block in (self.months, self.outcomes, self.sources, self.kinds):
            column.addWidget(block)

    def show_series(self, series: Series) -> None:
        """Draw these, in the colours of the present look."""
        self.months.show_rows(_month_chart(series.months), series.months[::-1], HIGH)
        for block, shares in ((self.outcomes, series.outcomes), (self.sources, series.sources),
                              (self.kinds, series.kinds)):
            whole = sum(count for _term, count in shares)
            rows = sorted(((tr(term.label), count, whole) for term, count in shares), key=lambda one: -one[1])
            block.show_rows(_part_chart(shares), rows, EDGE + LINE * max(LEAST_LINES, len(rows)))


class Block(QWidget):
    """A title, a chart, and its table."""

    def __init__(self, title: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowsModel(columns, self)
        self.table = Table(self.model, name=title, parent=self)
        self.table.set_empty(tr("No case in this period"), picture="chart-bar")
        self.table.setMinimumWidth(look().px(TABLE_WIDE))
        self.view = ChartView(title, WIDE // 2)
        row = QHBoxLayout()
        row.setSpacing(look().px(16))
        row.addWidget(self.view, 3)
        row.addWidget(self.table, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addWidget(label(title, "group"))
        column.addLayout(row)

    def show_rows(self, chart: QChart, rows: Sequence[Any], high: int) -> None:
        """Show this chart, and the same in the table, both ``high`` px at 100 %."""
        for widget in (self.view, self.table):
            widget.setFixedHeight(look().px(high))
        self.view.draw(chart)
        self.model.set_rows(rows)


# -- tables --------------------------------------------------------------------------------


def _month_columns() -> list[Column]:
    return [Column("month", tr("Month"), month_word, width=8, whole=True, sortable=False, stretch=True),
            Column("received", tr("Cases received"), lambda one: one.received, Kind.NUMBER, width=8,
                   sortable=False),
            Column("closed", tr("Cases closed"), lambda one: one.closed, Kind.NUMBER, width=8,
                   sortable=False),
            Column("stock", tr("Open at its end"), lambda one: one.stock, Kind.NUMBER, width=12,
                   sortable=False)]


def _part_columns(title: str) -> list[Column]:
    return [Column("what", title, lambda one: one[0], width=16, stretch=True, sortable=False),
            Column("cases", tr("Cases"), lambda one: one[1], Kind.NUMBER, width=6, sortable=False),
            Column("share", tr("Share (%)"), lambda one: one[1], Kind.NUMBER, width=8, sortable=False,
                   words=_share)]


def _share(one: tuple[str, int, int]) -> str:
    _what, count, whole = one
    return amount(Unit.SHARE, (count * 20_000 + whole) // (2 * whole))


def month_word(one: Month) -> str:
    """``2024-11``; a month that is looked at in part says its days."""
    days = one.days
    whole = days.since.day == 1 and days.whole_months == 1
    return f"{days.since:%Y-%m}" if whole else f"{days.since:%Y-%m-%d}–{days.until:%d}"


# -- charts --------------------------------------------------------------------------------


def _month_chart(months: Sequence[Month]) -> QChart:
    chart = empty_chart()
    bars = QBarSeries()
    for title, colour, values in ((tr("Cases received"), "accent", [one.received for one in months]),
                                  (tr("Cases closed"), "applicants", [one.closed for one in months])):
        bars.append(_bar(title, colour, values))
    line = QLineSeries()
    line.setName(tr("Open at its end"))
    line.setPen(QPen(look().colour("disputed"), look().px(2)))
    line.setPointsVisible(True)
    line.append([QPointF(at, one.stock) for at, one in enumerate(months)])
    across, up = QBarCategoryAxis(), _counts(max((max(one.received, one.closed, one.stock)
                                                  for one in months), default=0))
    across.append([f"{one.days.since:%y-%m}" for one in months])
    for series in (bars, line):
        chart.addSeries(series)
    put_axes(chart, across, up)
    return chart


def _part_chart(shares: Shares) -> QChart:
    """The largest at the top, each with its number at its end."""
    chart = empty_chart()
    chart.legend().hide()
    ranked = sorted(shares, key=lambda one: -one[1])[::-1]
    bars = QHorizontalBarSeries()
    bars.setBarWidth(0.6 * min(1.0, len(ranked) / LEAST_LINES))
    bars.append(_bar(tr("Cases"), "accent", [count for _term, count in ranked]))
    chart.addSeries(bars)
    names, counts = QBarCategoryAxis(), _counts(max((count for _term, count in ranked), default=0))
    names.append([_short(tr(term.label)) for term, _count in ranked])
    put_axes(chart, counts, names)
    return chart


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[:LONGEST - 1] + "…"


def _bar(title: str, colour: str, values: Sequence[int]) -> QBarSet:
    made = QBarSet(title)
    made.append([float(value) for value in values])
    made.setColor(look().colour(colour))
    made.setBorderColor(look().colour(colour))
    return made


def _counts(most: int) -> QValueAxis:
    """An axis of whole numbers with at most six of them."""
    step = step_over(most)
    axis = QValueAxis()
    axis.setRange(0, (most // step + 1) * step)
    axis.setTickCount(round(axis.max() / step) + 1)
    axis.setLabelFormat("%d")
    return axis
