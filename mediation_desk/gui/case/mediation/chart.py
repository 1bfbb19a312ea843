"""Both sides' moves over the rounds as a chart, and a table beside it that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCharts import QAreaSeries, QChart, QChartView, QLineSeries, QValueAxis
from PySide6.QtCore import QMargins, QPointF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.full_zone import FullZone
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.packages.limits import Law
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.sealed_table import SealedTable
from mediation_desk.gui.case.mediation.side import meaning
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import SMALL_PT, look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr

HIGH, WIDE, TABLE_WIDE = 280, 280, 400
HALF = 0.5  # of a round, at either end of the chart
STEPS, LINES = (1, 2, 5), 5


@dataclass(frozen=True)
class Mark:
    """A row of the table: an offer, a bottom line, or an end of a range."""

    what: str
    side: str
    amount: Money | None
    instalments: int | None = None
    first_share: Money | None = None
    last_on: date | None = None


class MovesChart(QWidget):
    """The chart and its table. ``sealed``: bottom lines and zone are in it, so nothing is copied out."""

    def __init__(self, *, sealed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = tr("Moves of both sides, with bottom lines and zone") if sealed else tr("Moves of both sides")
        self._drawn: tuple[tuple[Mark, ...], str] | None = None
        self.model = RowsModel(_columns(), self)
        self.table = (SealedTable if sealed else Table)(self.model, name=title, parent=self)
        self.table.setMinimumWidth(look().px(TABLE_WIDE))
        self.view = QChartView(self)
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # whatever it shows is in the table, by keyboard
        self.view.setAccessibleName(title)
        self.view.setAccessibleDescription(tr("The table beside it says the same."))
        self.view.setMinimumWidth(look().px(WIDE))
        for widget in (self.view, self.table):
            widget.setFixedHeight(look().px(HIGH))
        row = QHBoxLayout()
        row.setSpacing(look().px(16))
        row.addWidget(self.view, 1)
        row.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addWidget(label(title, "group"))
        column.addLayout(row)
        if sealed:
            column.addWidget(label(tr("Dotted, in the colour of each side: its bottom line."), "small",
                                   wrap=True))

    def show_moves(self, offers: Sequence[Offer], law: Law, zone: FullZone | None = None) -> None:
        """Draw these, in the colours of the present look; what is drawn already stays."""
        rows = marks(offers, law, zone)
        wanted = (tuple(rows), look().colour("surface").name())
        if wanted == self._drawn:
            return
        self._drawn = wanted
        before = self.view.chart()
        self.view.setChart(_drawn(offers, law, zone))
        self.view.setBackgroundBrush(look().colour("surface"))
        before.deleteLater()
        self.model.set_rows(rows)


# -- the table -----------------------------------------------------------------------------


def _columns() -> list[Column]:
    return [Column("what", tr("What"), lambda one: one.what, width=16, sortable=False, stretch=True),
            Column("side", tr("Side"), lambda one: one.side, width=12, sortable=False),
            Column("amount", tr("Amount"), lambda one: one.amount, Kind.MONEY, width=12, sortable=False),
            Column("instalments", tr("Instalments"), lambda one: one.instalments, Kind.NUMBER, width=8,
                   sortable=False),
            Column("first", tr("First share"), lambda one: one.first_share, Kind.MONEY, width=12,
                   sortable=False, yields=2),
            Column("last", tr("Last payment"), lambda one: one.last_on, Kind.DATE, width=11, sortable=False,
                   yields=1)]


def marks(offers: Sequence[Offer], law: Law, zone: FullZone | None) -> list[Mark]:
    """Everything that the chart draws, in words."""
    found = [Mark(tr("Round {number}", number=offer.round), tr(offer.side.label), offer.amount,
                  offer.instalments, offer.first_share, offer.last_on) for offer in offers]
    found += [Mark(what, "", amount) for what, amount in (
        (tr("The law's low end"), law.low), (tr("The law's high end"), law.high)) if amount is not None]
    if zone is not None:
        found += [_line(zone, side) for side in Side if zone.line(side).amount is not None]
        amounts = zone.amounts
        if amounts is not None and amounts.low <= amounts.high:
            found += [Mark(tr("The zone's low end"), "", amounts.low),
                      Mark(tr("The zone's high end"), "", amounts.high)]
    return found


def _line(zone: FullZone, side: Side) -> Mark:
    line = zone.line(side)
    count = line.most if side is Side.APPLICANT else line.fewest
    return Mark(tr("Bottom line"), tr(side.label), line.amount, count, line.first_share, line.last_on)


# -- the chart -----------------------------------------------------------------------------


def _drawn(offers: Sequence[Offer], law: Law, zone: FullZone | None) -> QChart:
    chart, end = _empty(), max((offer.round for offer in offers), default=1) + HALF
    _band(chart, tr("What the law gives"), "muted", law.low, law.high, end)
    amounts = zone.amounts if zone else None
    if amounts is not None and amounts.low <= amounts.high:
        _band(chart, tr("Zone"), "agreed", amounts.low, amounts.high, end)
    for side in Side:
        _moves(chart, side, [offer for offer in offers if offer.side is side])
        if zone is not None and (amount := zone.line(side).amount) is not None:
            _bottom(chart, side, amount, end)
    known = [mark.amount for mark in marks(offers, law, zone) if mark.amount is not None]
    _axes(chart, known, end)
    return chart


def _empty() -> QChart:
    here, chart = look(), QChart()
    chart.setBackgroundVisible(False)
    chart.setMargins(QMargins(0, 0, 0, 0))
    legend = chart.legend()
    legend.setAlignment(Qt.AlignmentFlag.AlignBottom)
    legend.setFont(here.font(SMALL_PT))
    legend.setLabelColor(here.colour("ink"))
    return chart


def _yuan(amount: Money) -> float:
    """Where it lies on the axis; what is written is never read off here."""
    return amount.fen / 100


def _level(amount: Money, end: float, parent: QChart) -> QLineSeries:
    made = QLineSeries(parent)
    made.append([QPointF(HALF, _yuan(amount)), QPointF(end, _yuan(amount))])
    return made


def _band(chart: QChart, name: str, colour: str, low: Money | None, high: Money | None, end: float) -> None:
    if low is None or high is None:
        return
    band = QAreaSeries(_level(high, end, chart), _level(low, end, chart))
    band.setName(name)
    band.setBrush(look().colour("line") if colour == "muted" else look().soft(colour))
    band.setPen(QPen(look().colour(colour), 1))
    chart.addSeries(band)


def _moves(chart: QChart, side: Side, offers: Sequence[Offer]) -> None:
    """The applicants' line is whole, the respondents' broken, so that colour alone says nothing."""
    if not offers:
        return
    line = QLineSeries()
    line.setName(tr(side.label))
    style = Qt.PenStyle.SolidLine if side is Side.APPLICANT else Qt.PenStyle.DashLine
    line.setPen(QPen(look().colour(meaning(side)), look().px(2), style))
    line.setPointsVisible(True)
    line.append([QPointF(offer.round, _yuan(offer.amount)) for offer in offers])
    chart.addSeries(line)


def _bottom(chart: QChart, side: Side, amount: Money, end: float) -> None:
    line = _level(amount, end, chart)
    line.setName(tr("Bottom line: {side}", side=tr(side.label)))
    line.setPen(QPen(look().colour(meaning(side)), look().px(2), Qt.PenStyle.DotLine))
    chart.addSeries(line)
    for marker in chart.legend().markers(line):
        marker.setVisible(False)  # the caption beneath says what is dotted, where a legend has no room


def _axes(chart: QChart, known: Sequence[Money], end: float) -> None:
    across, up = QValueAxis(), QValueAxis()
    across.setRange(HALF, end)
    across.setTickType(QValueAxis.TickType.TicksDynamic)
    across.setTickAnchor(1)
    across.setTickInterval(1)
    across.setTitleText(tr("Round"))
    low, high, step = bounds([amount.fen // 100 for amount in known])
    up.setRange(low, high)
    up.setTickCount((high - low) // step + 1)
    here = look()
    for axis, side in ((across, Qt.AlignmentFlag.AlignBottom), (up, Qt.AlignmentFlag.AlignLeft)):
        axis.setLabelFormat("%d")
        axis.setLabelsFont(here.font(SMALL_PT))
        axis.setTitleFont(here.font(SMALL_PT))
        axis.setTitleBrush(here.colour("muted"))
        axis.setLabelsColor(here.colour("muted"))
        axis.setLinePen(QPen(here.colour("edge")))
        axis.setGridLinePen(QPen(here.colour("line")))
        chart.addAxis(axis, side)
        for series in chart.series():
            series.attachAxis(axis)


def bounds(yuan: Sequence[int]) -> tuple[int, int, int]:
    """From below the least to above the most, and the step between lines: round numbers of whole yuan."""
    least, most = min(yuan, default=0), max(yuan, default=0)
    step = next(step * 10 ** power for power in range(16) for step in STEPS
                if most - least < step * 10 ** power * LINES)
    return least // step * step, (most // step + 1) * step, step
