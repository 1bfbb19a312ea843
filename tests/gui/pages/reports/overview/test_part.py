"""The overview as a supervisor uses it: a period, its figures, what they count, and the cases behind them."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.reports.figures import Check, Unit
from mediation_desk.domain.reports.named_periods import NamedPeriod
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.vocabulary import Source
from mediation_desk.gui.pages.filled.words import amount
from mediation_desk.gui.pages.reports.overview.kept import KEPT
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.reports import overview
from tests.gui.desks import write
from tests.gui.pages.office.hands import colleague, other_desk
from tests.gui.pages.reports.conftest import Sit
from tests.gui.pages.reports.hands import Figures

KEY = Qt.Key
NOVEMBER = Period.months(2024, 11)


def test_this_month_stands_there_beside_the_month_and_the_year_before(figures: Figures) -> None:
    assert figures.line("received") == ["Cases received", "3", "cases", "", "1", "2 more (+200.0%)", "0",
                                        "3 more"]
    assert figures.line("closed") == ["Closed in the period", "1", "cases", "", "0", "1 more", "0", "1 more"]
    assert figures.line("stock_end")[1] == "3" and figures.line("people_received")[1:3] == ["14", "people"]
    assert figures.line("settled_of_mediated")[1:4] == ["0.00", "%", "0 of 1"]
    assert figures.line("women_received")[3] == "14 left out"
    assert "2024-10-01 to 2024-10-31 and 2023-11-01 to 2023-11-30" in figures.overview.said.text()


def test_what_is_shown_is_what_the_overview_says(figures: Figures) -> None:
    told = overview.overview(figures.desk, NOVEMBER).now
    for figure in (one for section in told.sections for one in section.figures):
        value = figures.line(figure.key)[1]
        assert value == ("—" if figure.value is None else amount(figure.unit, figure.value))


def test_the_line_beneath_and_the_tip_and_f1_say_what_a_figure_counts(figures: Figures) -> None:
    figures.choose("collective")
    told = "Collective cases, received: Cases received with ten applicants or more."
    assert figures.overview.definition.text() == f"{told} Enter opens its cases."
    tip = figures.overview.model.data(figures.overview.table.currentIndex(), Qt.ItemDataRole.ToolTipRole)
    assert told in str(tip)
    assert figures.overview.help_text().startswith(told)


def test_every_number_opens_its_cases_and_a_case_is_opened_from_there(figures: Figures) -> None:
    part = figures.overview
    figures.choose("collective")
    figures.press(part.table, KEY.Key_Return)
    assert part.behind.isVisible() and not part.table.isVisible()
    assert part.behind.title.text() == "Collective cases, received, 2024-11-01 to 2024-11-30"
    assert part.behind.count.text() == "1 case" and part.behind.table.hasFocus()
    opened = part.behind.table.current_row()
    assert opened is not None
    with figures.qtbot.waitSignal(figures.page.case_wanted) as wanted:
        QTest.keyClick(part.behind.table, KEY.Key_Return)
    assert wanted.args[0] == opened.case_id
    figures.settle()


def test_each_list_is_as_long_as_its_number_of_cases(figures: Figures) -> None:
    told = overview.overview(figures.desk, NOVEMBER).now
    counted = [one for section in told.sections for one in section.figures
               if one.unit is Unit.CASES]
    assert all(one.behind is not None for section in told.sections for one in section.figures)
    for figure in counted:
        figures.choose(figure.key)
        figures.press(figures.overview.table, KEY.Key_Return)
        assert figures.overview.behind.model.rowCount() == figure.value, figure.key
        figures.overview.leave_cases()


def test_esc_leads_back_to_the_figure_one_came_from(figures: Figures) -> None:
    part = figures.overview
    figures.choose("closed")
    at = part.table.currentIndex().row()
    figures.press(part.table, KEY.Key_Return)
    figures.press(part.behind.table, KEY.Key_Escape)
    assert part.table.isVisible() and part.table.hasFocus() and part.table.currentIndex().row() == at


def test_a_title_among_the_figures_opens_nothing(figures: Figures) -> None:
    part = figures.overview
    part.table.choose_row(0)
    assert part.definition.text() == ""
    figures.press(part.table, KEY.Key_Return)
    assert part.table.isVisible() and not part.behind.isVisible()


def test_days_that_are_entered_are_counted_and_a_wrong_one_is_said_beside_it(figures: Figures) -> None:
    part = figures.overview
    write(figures.qtbot, part.period.since, "2024-10-01")
    figures.press(part.period.since.line, KEY.Key_Tab)
    assert part.period.span.value() is NamedPeriod.DATES
    assert figures.line("received")[1] == "4"
    write(figures.qtbot, part.period.until, "2024-09-30")
    figures.press(part.period.until.line, KEY.Key_Tab)
    assert part.period.until.error() == "The period ends before it begins."
    assert figures.line("received")[1] == "4"  # what stands there is still said to be of the former days
    assert part.said.text().startswith("2024-10-01 to 2024-11-30")


def test_filters_narrow_the_figures_and_are_said_when_they_are_folded_away(figures: Figures) -> None:
    part = figures.overview
    figures.click(part.filters)
    part.narrowing.sources.set_value(Source.HOTLINE)
    part.narrowing.sources.committed.emit(Source.HOTLINE)
    figures.settle()
    assert figures.line("received")[1] == "1" and figures.line("people_received")[1] == "12"
    figures.click(part.filters)
    assert part.narrowed.text() == "Only these cases: Source: 12345 hotline" and part.narrowed.isVisible()
    figures.click(part.clear)
    assert figures.line("received")[1] == "3" and not part.narrowed.isVisible()


def test_period_and_filters_are_kept_sealed_for_the_next_time(figures: Figures, sit: Sit, supervisor: Desk
                                                              ) -> None:
    part = figures.overview
    part.period.span.set_value(NamedPeriod.LAST_MONTH)
    part.period.span.committed.emit(NamedPeriod.LAST_MONTH)
    part.narrowing.platforms.set_value("云上平台")
    part.narrowing.platforms.committed.emit("云上平台")
    figures.settle()
    again = sit(supervisor).overview
    assert again.period.period() == Period.months(2024, 10)
    assert again.narrowing.narrow().platforms == ("云上平台",)
    kept = figures.frame.memory._settings
    assert not any("云上" in str(kept.value(key)) for key in kept.allKeys())


def test_a_narrowing_to_what_is_no_more_there_is_dropped(figures: Figures) -> None:
    part = figures.overview
    part._bring({KEPT: '{"span": "this_month", "narrow": {"platforms": "无此平台"}, "days": []}'})
    figures.settle()
    assert part.period.period() == NOVEMBER and part.narrowing.narrow() == Narrow()
    part._bring({KEPT: "[1, 2]"})
    figures.settle()
    assert part.period.period() == NOVEMBER


def test_the_last_line_says_that_all_reconciles(figures: Figures) -> None:
    assert figures.overview.checks.words.text() == (
        "All 13 identities hold: each figure was counted a second way.")
    assert not figures.overview.broken.isVisible()


def test_figures_that_do_not_reconcile_say_so_above_and_beneath(
        figures: Figures, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Check("Stock at start + received = closed + stock at end", (("Stock at start", 3),), (("x", 4),))
    monkeypatch.setattr(overview, "reconciled", lambda _desk, _period, _narrow: (wrong,))
    figures.overview.reload()
    figures.settle()
    assert figures.overview.broken.isVisible()
    assert figures.overview.broken.text().startswith("These figures do not reconcile")
    assert figures.overview.checks.words.text() == (
        "1 of 1 identities does not hold: Stock at start + received = closed + stock at end: 3 against 4.")


def test_a_changed_choice_is_not_overtaken_by_the_one_before_it(figures: Figures) -> None:
    part = figures.overview
    for span in (NamedPeriod.LAST_YEAR, NamedPeriod.LAST_MONTH, NamedPeriod.THIS_MONTH):
        part.period.choose(span)
        part.reload()
    figures.settle()
    assert part.shown_of == (NOVEMBER, Narrow()) and figures.line("received")[1] == "3"


def test_charts_are_loaded_when_they_are_first_asked_for(figures: Figures) -> None:
    part = figures.overview
    assert part.charts is None
    figures.click(part.view.buttons[1])
    assert part.charts is not None and part.charts.isVisible() and not part.table.isVisible()
    assert part.charts.months.model.rowCount() == 12
    figures.click(part.view.buttons[0])
    assert part.table.isVisible() and not part.charts.isVisible()


@pytest.fixture
def mediator(matters: Desk, around: Surroundings) -> Iterator[Desk]:
    colleague(matters, "wang", "王调解", Role.MEDIATOR)
    made = other_desk(matters, "wang", around)
    yield made
    made.store.close()


def test_a_mediator_is_told_that_the_figures_are_of_their_own_cases(sit: Sit, mediator: Desk) -> None:
    seat = sit(mediator)
    assert seat.overview.own.isVisible()
    assert seat.overview.own.text() == "These figures are of your own cases alone."
    assert seat.line("received")[1] == "0"


def test_a_named_period_is_that_of_today_when_one_comes_back_after_midnight(figures: Figures,
                                                                            clock: object) -> None:
    from tests.gui.desks import SetClock

    assert isinstance(clock, SetClock)
    clock.set(date(2024, 12, 1))
    figures.page.shown()
    figures.settle()
    assert figures.overview.period.period() == Period.months(2024, 12)
