"""What every chart has: no ground of its own, the look's letters and lines, a name, and a table beside it."""

from __future__ import annotations

from PySide6.QtCharts import QAbstractAxis, QChart, QChartView
from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QPainter, QPen

from mediation_desk.gui.kit.look.theme import SMALL_PT, look
from mediation_desk.gui.kit.words import tr

STEPS, LINES = (1, 2, 5), 5  # of an axis: the round numbers that it counts by, and the most of them


class ChartView(QChartView):
    """A chart that takes no keyboard: whatever it shows is in the table beside it, which does."""

    def __init__(self, title: str, wide: int) -> None:
        super().__init__()
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(tr("The table beside it says the same."))
        self.setMinimumWidth(look().px(wide))

    def draw(self, chart: QChart) -> None:
        """Show this chart in the place of the one before."""
        before = self.chart()
        self.setChart(chart)
        self.setBackgroundBrush(look().colour("surface"))
        before.deleteLater()


def empty_chart() -> QChart:
    """A chart of the present look, with nothing in it; its legend stands beneath."""
    here, chart = look(), QChart()
    chart.setBackgroundVisible(False)
    chart.setMargins(QMargins(0, 0, 0, 0))
    chart.setPlotAreaBackgroundVisible(False)
    legend = chart.legend()
    legend.setAlignment(Qt.AlignmentFlag.AlignBottom)
    legend.setFont(here.font(SMALL_PT))
    legend.setLabelColor(here.colour("ink"))
    return chart


def put_axes(chart: QChart, across: QAbstractAxis, up: QAbstractAxis) -> None:
    """Lay all that is in the chart along these axes."""
    here = look()
    for axis, side in ((across, Qt.AlignmentFlag.AlignBottom), (up, Qt.AlignmentFlag.AlignLeft)):
        axis.setLabelsFont(here.font(SMALL_PT))
        axis.setLabelsColor(here.colour("muted"))
        axis.setLinePen(QPen(here.colour("edge")))
        axis.setGridLinePen(QPen(here.colour("line")))
        chart.addAxis(axis, side)
        for series in chart.series():
            series.attachAxis(axis)


def step_over(span: int) -> int:
    """The least round number of which fewer than five lie in the span."""
    rounds = (step * int(10 ** power) for power in range(16) for step in STEPS)
    return next(one for one in rounds if span < one * LINES)
