"""Statistical forms as a supervisor uses them: chosen, filled, frozen, corrected, exported."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from mediation_desk.domain.reports.forms.form import PeriodKind
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.gui.pages.reports.forms.part import FormsPart
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import closing_periods, forms
from mediation_desk.services.reports.exporting import Audience, Kind
from tests.gui.desks import SetClock, write
from tests.gui.pages.reports.conftest import Sit
from tests.gui.pages.reports.hands import Figures, cells
from tests.services.reports.matters import received

KEY = Qt.Key
NOVEMBER = Period.months(2024, 11)


@pytest.fixture
def december(clock: SetClock, matters: Desk) -> None:
    """The month of the matters is over."""
    clock.set(date(2024, 12, 2))


@pytest.fixture
def part(december: None, figures: Figures) -> FormsPart:
    """The monthly report."""
    made = figures.part("forms")
    assert isinstance(made, FormsPart)
    choose(figures, made, "monthly")
    return made


def choose(seat: Figures, part: FormsPart, form: str) -> None:
    part.form.set_value(form)
    part.form.committed.emit(form)
    seat.settle()


def flow(part: FormsPart) -> list[str]:
    """The first line of the first table."""
    return cells(part.sheet.blocks[0].table, 0)


def test_a_form_is_filled_for_its_usual_period(figures: Figures, part: FormsPart) -> None:
    assert part.period.period == NOVEMBER
    told = forms.filled(figures.desk, "monthly", NOVEMBER)
    assert flow(part)[1:5] == ["1", "3", "1", "3"]
    assert [str(one.value) for one in told.tables[0].rows[0].cells[:4]] == flow(part)[1:5]
    assert part.sheet.adds_up.text().endswith("of the form hold.")


def test_earlier_fills_the_month_before(figures: Figures, part: FormsPart) -> None:
    figures.click(part.period.earlier)
    assert part.period.period == Period.months(2024, 10) and flow(part)[2] == "1"


def test_a_cell_opens_its_cases_and_esc_leads_back(figures: Figures, part: FormsPart) -> None:
    table = part.sheet.blocks[0].table
    table.setFocus()
    table.choose_row(0)
    for _ in range(2):
        figures.press(table, KEY.Key_Right)
    figures.press(table, KEY.Key_Return)
    assert part.behind.isVisible() and part.behind.model.rowCount() == 3
    figures.press(part.behind.table, KEY.Key_Escape)
    assert not part.behind.isVisible() and part.sheet.isVisible()


def test_a_month_is_frozen_and_what_comes_later_stands_beside_it(figures: Figures, part: FormsPart,
                                                                 matters: Desk) -> None:
    figures.click(part.freeze)
    assert part.card.isVisible() and "Monthly report" in part.card.what.text()
    figures.click(part.card.go)
    assert "version 1" in part.standing.text() and not part.card.isVisible()
    received(matters, date(2024, 11, 29))
    figures.page.shown()
    figures.settle()
    assert flow(part)[2] == "3" and part.sheet.corrections.isVisible()
    figures.click(part.fresh)
    assert flow(part)[2] == "4" and not part.sheet.corrections.isVisible()
    figures.click(part.freeze)
    figures.click(part.card.go)
    assert "version 2" in part.standing.text() and flow(part)[2] == "4"
    assert len(closing_periods.versions(figures.desk, "monthly", NOVEMBER)) == 2


def test_a_version_that_a_colleague_froze_meanwhile_is_not_frozen_over(figures: Figures, part: FormsPart
                                                                       ) -> None:
    closing_periods.freeze(figures.desk, "monthly", NOVEMBER)
    figures.click(part.freeze)
    figures.click(part.card.go)
    assert figures.said and len(closing_periods.versions(figures.desk, "monthly", NOVEMBER)) == 1
    assert "version 1" in part.standing.text()  # what stands now is shown


def test_a_period_that_is_not_over_cannot_be_frozen(figures: Figures, part: FormsPart) -> None:
    figures.click(part.period.later)
    assert not part.freeze.isVisible() and "not over" in part.standing.text()


def test_the_form_goes_out_as_a_workbook_with_real_numbers(figures: Figures, part: FormsPart, tmp_path: Path
                                                           ) -> None:
    figures.click(part.export)
    card = part.exports
    assert card.isVisible() and card.file.typed().endswith("（内部）.xlsx")
    write(figures.qtbot, card.folder, str(tmp_path))
    write(figures.qtbot, card.file, "month.xlsx")
    figures.click(card.go)
    assert card.said.text() == f"Written: {tmp_path / 'month.xlsx'}"
    values = [value for sheet in load_workbook(tmp_path / "month.xlsx").worksheets
              for row in sheet.iter_rows(values_only=True) for value in row]
    assert 3 in values and not any(isinstance(value, str) and value.startswith("=") for value in values)


def test_a_folder_that_is_not_there_is_said_beside_the_field(figures: Figures, part: FormsPart,
                                                             tmp_path: Path) -> None:
    figures.click(part.export)
    card = part.exports
    write(figures.qtbot, card.folder, str(tmp_path / "none"))
    figures.click(card.go)
    assert card.file.error() and card.go.isEnabled() and not card.said.isVisible()


def test_the_name_follows_what_is_wanted_until_somebody_gives_another(figures: Figures, part: FormsPart
                                                                      ) -> None:
    figures.click(part.export)
    card = part.exports
    card.kind.set_value(Kind.PDF)
    card.kind.committed.emit(Kind.PDF)
    card.audience.set_value(Audience.PUBLISH)
    card.audience.committed.emit(Audience.PUBLISH)
    assert card.file.typed().endswith("（公开）.pdf")
    write(figures.qtbot, card.file, "mine.pdf")
    card.kind.committed.emit(Kind.PDF)
    assert card.file.typed() == "mine.pdf"
    figures.press(card.file.line, KEY.Key_Escape)
    assert not card.isVisible()


def test_a_form_of_each_mediator_asks_whose_cases_it_is_about(figures: Figures, part: FormsPart,
                                                              matters: Desk) -> None:
    own = next(line.id for line in forms.listed(figures.desk) if line.own)
    choose(figures, part, own)
    assert part.empty.isVisible() and not part.sheet.isVisible()
    part.mediator.set_value(matters.who.account_id)
    part.mediator.committed.emit(matters.who.account_id)
    figures.settle()
    assert part.sheet.isVisible() and part.filled is not None
    assert part.filled.narrow == Narrow(mediators=(matters.who.account_id,))


def test_a_mediator_fills_forms_with_their_own_cases_and_freezes_none(sit: Sit, december: None,
                                                                      matters: Desk) -> None:
    seat = sit(matters)
    part = seat.part("forms")
    assert isinstance(part, FormsPart)
    choose(seat, part, "monthly")
    assert part.own.text() == "These figures are of your own cases alone." and part.own.isVisible()
    assert not part.freeze.isVisible()
    assert part.line is not None and part.line.period is PeriodKind.MONTH


def test_ctrl_p_shows_the_form_on_paper_and_esc_leads_back(figures: Figures, part: FormsPart) -> None:
    part.print_page()
    figures.settle()
    assert part.paper.isVisible() and not part.sheet.isVisible()
    figures.press(part.paper.back, KEY.Key_Escape)
    assert part.sheet.isVisible() and not part.paper.isVisible()


def test_the_cases_behind_a_cell_go_out_as_a_list(figures: Figures, part: FormsPart, tmp_path: Path) -> None:
    table = part.sheet.blocks[0].table
    table.setFocus()
    table.choose_row(0)
    for _ in range(2):
        figures.press(table, KEY.Key_Right)
    figures.press(table, KEY.Key_Return)
    figures.click(part.listed)
    write(figures.qtbot, part.exports.folder, str(tmp_path))
    write(figures.qtbot, part.exports.file, "cases.csv")
    part.exports.kind.set_value(Kind.CSV)
    figures.click(part.exports.go)
    assert (tmp_path / "cases.csv").read_text("utf-8-sig").count("宁中劳调") == 3
