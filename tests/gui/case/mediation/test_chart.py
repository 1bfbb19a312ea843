"""Both sides' moves as a chart, and the table beside it that says the same."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from PySide6.QtCharts import QAreaSeries, QLineSeries
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.mediation.packages.limits import Law
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.chart import MovesChart, bounds, marks
from mediation_desk.gui.case.mediation.sealed_table import SealedTable
from mediation_desk.gui.kit.look.theme import look
from tests.domain.mediation.deals import ROUND_TWO, STORY, STORY_LAW, offer, zone_of
from tests.gui.case.mediation.meeting import rows
from tests.gui.desks import show

OFFERS = (offer(Side.APPLICANT, "38700", 1, 1), offer(Side.RESPONDENT, "21500", 6, 1), *ROUND_TWO)


def lines(chart: MovesChart) -> list[tuple[str, list[float]]]:
    return [(one.name(), [point.y() for point in one.points()]) for one in chart.view.chart().series()
            if isinstance(one, QLineSeries)]


def bands(chart: MovesChart) -> list[tuple[str, float, float]]:
    return [(one.name(), one.lowerSeries().at(0).y(), one.upperSeries().at(0).y())
            for one in chart.view.chart().series() if isinstance(one, QAreaSeries)]


def test_the_open_chart_draws_the_moves_and_the_law_and_nothing_sealed(
        qtbot: QtBot, dressed: QApplication) -> None:
    chart = MovesChart()
    chart.show_moves(OFFERS, STORY_LAW)
    show(qtbot, chart)
    assert lines(chart) == [("Applicants", [38700, 33000]), ("Respondents", [21500, 28000])]
    assert bands(chart) == [("What the law gives", 15000, 38700)]
    told = rows(chart.table)
    assert [row[:4] for row in told] == [
        ["Round 1", "Applicants", "38,700.00", "1"], ["Round 1", "Respondents", "21,500.00", "6"],
        ["Round 2", "Applicants", "33,000.00", "2"], ["Round 2", "Respondents", "28,000.00", "3"],
        ["The law's low end", "", "15,000.00", ""], ["The law's high end", "", "38,700.00", ""]]
    assert not isinstance(chart.table, SealedTable)


def test_the_private_chart_has_bottom_lines_and_zone_too_and_its_table_says_so(
        qtbot: QtBot, dressed: QApplication) -> None:
    chart = MovesChart(sealed=True)
    chart.show_moves(OFFERS, STORY_LAW, zone_of(STORY))
    show(qtbot, chart)
    assert ("Zone", 29000, 31000) in bands(chart)
    assert {name: set(points) for name, points in lines(chart)[1:]} == {
        "Bottom line: Applicants": {29000}, "Respondents": {21500, 28000},
        "Bottom line: Respondents": {31000}}
    assert [row[:4] for row in rows(chart.table)][6:] == [
        ["Bottom line", "Applicants", "29,000.00", "2"], ["Bottom line", "Respondents", "31,000.00", "2"],
        ["The zone's low end", "", "29,000.00", ""], ["The zone's high end", "", "31,000.00", ""]]
    assert isinstance(chart.table, SealedTable)


def test_the_sides_differ_by_more_than_their_colour(dressed: QApplication) -> None:
    chart = MovesChart()
    chart.show_moves(OFFERS, STORY_LAW)
    pens = [one.pen() for one in chart.view.chart().series() if isinstance(one, QLineSeries)]
    assert [pen.style() for pen in pens] == [Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine]
    assert [pen.color() for pen in pens] == [look().colour("applicants"), look().colour("respondents")]
    chart.deleteLater()


def test_the_keyboard_reaches_the_table_and_not_the_picture(dressed: QApplication) -> None:
    chart = MovesChart()
    assert chart.view.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert chart.table.focusPolicy() != Qt.FocusPolicy.NoFocus and chart.table.accessibleName()
    assert "table" in chart.view.accessibleDescription()
    chart.deleteLater()


def test_lines_that_do_not_meet_make_no_zone(dressed: QApplication) -> None:
    told = marks(OFFERS, Law(), zone_of([STORY[1], *[STORY[0].__class__(Side.APPLICANT, yuan("32000"))]]))
    assert [one.what for one in told[4:]] == ["Bottom line", "Bottom line"]


def test_first_share_and_last_day_stand_in_the_table(dressed: QApplication) -> None:
    (told,) = marks([offer(Side.RESPONDENT, "30264", 2, first="20000", last=date(2025, 1, 10))], Law(), None)
    assert (told.first_share, told.last_on) == (yuan("20000"), date(2025, 1, 10))


@pytest.mark.parametrize("yuan_", [[], [0], [30264], [21500, 38700], [29999, 30001], [0, 10**9]])
def test_the_axis_has_round_numbers_around_everything(yuan_: list[int]) -> None:
    low, high, step = bounds(yuan_)
    assert low <= min(yuan_, default=0) and high > max(yuan_, default=0)
    assert low % step == 0 == high % step and (high - low) // step <= 7


def test_what_draws_charts_is_not_loaded_with_the_page() -> None:
    code = ("import sys, mediation_desk.gui.case.mediation.page; "
            "sys.exit('PySide6.QtCharts' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
