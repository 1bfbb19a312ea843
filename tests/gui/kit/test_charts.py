"""A chart of the look, and the round numbers of its axes."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCharts import QChart, QLineSeries, QValueAxis
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.charts import LINES, ChartView, empty_chart, put_axes, step_over


@given(st.integers(0, 10**13))
def test_the_step_is_round_and_the_least_of_which_few_lie_in_the_span(span: int) -> None:
    step = step_over(span)
    assert str(step).rstrip("0") in ("1", "2", "5") and span < step * LINES
    smaller = step * 2 // 5 if str(step)[0] == "5" else step // 2
    assert smaller == 0 or span >= smaller * LINES


def test_one_chart_takes_the_place_of_another_and_the_keyboard_goes_past_it(qtbot: QtBot,
                                                                            dressed: QApplication) -> None:
    view = ChartView("Moves", 280)
    qtbot.addWidget(view)
    gone: list[bool] = []
    view.chart().destroyed.connect(lambda: gone.append(True))
    drawn = empty_chart()
    view.draw(drawn)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert view.chart() is drawn and len(gone) == 1
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus and view.accessibleName() == "Moves"


def test_every_series_lies_along_both_axes(dressed: QApplication) -> None:
    chart: QChart = empty_chart()
    for _ in range(2):
        chart.addSeries(QLineSeries(chart))
    across, up = QValueAxis(), QValueAxis()
    put_axes(chart, across, up)
    assert all(series.attachedAxes() == [across, up] for series in chart.series())
