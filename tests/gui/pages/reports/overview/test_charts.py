"""Charts and the tables beside them, which say the same."""

import subprocess
import sys
from datetime import date

import pytest
from PySide6.QtCharts import QBarSeries, QLineSeries
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.reports.months import Month
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.vocabulary import KindOfWork, Outcome, Source
from mediation_desk.gui.pages.reports.overview.charts import Charts, _counts, month_word
from mediation_desk.services.reports.series import Series
from tests.gui.desks import show
from tests.gui.pages.reports.hands import cells

SERIES = Series(
    (Month(Period.months(2024, 10), 3, 1, 7), Month(Period(date(2024, 11, 1), date(2024, 11, 20)), 2, 4, 5)),
    ((Outcome.AGREEMENT, 1), (Outcome.WITHDRAWN, 2)), ((Source.HOTLINE, 5),), ((KindOfWork.COURIER, 5),))


@pytest.fixture
def charts(qtbot: QtBot, dressed: QApplication) -> Charts:
    made = Charts()
    made.show_series(SERIES)
    show(qtbot, made)
    return made


def test_the_table_says_what_the_bars_and_the_line_draw(charts: Charts) -> None:
    series = charts.months.view.chart().series()
    bars = next(one for one in series if isinstance(one, QBarSeries))
    line = next(one for one in series if isinstance(one, QLineSeries))
    drawn = [[round(one.at(at)) for one in bars.barSets()] + [round(line.at(at).y())] for at in range(2)]
    written = [[int(cell) for cell in cells(charts.months.table, row)[1:]] for row in (1, 0)]
    assert drawn == written == [[3, 1, 7], [2, 4, 5]]


def test_parts_stand_with_the_largest_first_and_their_share(charts: Charts) -> None:
    told = [cells(charts.outcomes.table, row) for row in range(2)]
    assert told == [["Application withdrawn", "2", "66.67"],
                    ["Mediated, performance continues", "1", "33.33"]]


def test_a_period_without_cases_says_so_and_draws_nothing(charts: Charts) -> None:
    charts.show_series(Series(SERIES.months, (), (), ()))
    assert charts.outcomes.model.rowCount() == 0
    empty = charts.outcomes.table._empty
    assert empty is not None and empty.title.text() == "No case in this period"


def test_a_month_in_part_says_its_days(dressed: QApplication) -> None:
    assert [month_word(one) for one in SERIES.months] == ["2024-10", "2024-11-01–20"]


@pytest.mark.parametrize("most", [0, 1, 4, 5, 7, 99, 100, 12345, 999_999])
def test_an_axis_counts_in_whole_numbers_with_room_above_the_most(dressed: QApplication, most: int) -> None:
    axis = _counts(most)
    step = axis.max() / (axis.tickCount() - 1)
    assert step == int(step) and axis.max() > most and axis.tickCount() <= 6


def test_what_draws_charts_is_not_loaded_with_the_page() -> None:
    code = ("import sys, mediation_desk.gui.pages.reports.overview.part; "
            "sys.exit('PySide6.QtCharts' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
