"""What is shown goes out: the overview, and the list of the cases behind a number."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.reports.period import Period
from mediation_desk.gui.pages.reports.exports import file_name
from mediation_desk.services.reports.exporting import Kind, Wanted
from tests.gui.desks import write
from tests.gui.pages.reports.hands import Figures


def test_the_overview_goes_out_as_it_is_shown(figures: Figures, tmp_path: Path) -> None:
    part = figures.overview
    figures.click(part.export)
    assert part.exports.isVisible() and part.exports.audience.isVisible()
    write(figures.qtbot, part.exports.folder, str(tmp_path))
    write(figures.qtbot, part.exports.file, "overview.xlsx")
    figures.click(part.exports.go)
    assert part.exports.said.text() == f"Written: {tmp_path / 'overview.xlsx'}"
    assert load_workbook(tmp_path / "overview.xlsx").worksheets


def test_the_cases_behind_a_number_go_out_for_the_inside_alone(figures: Figures, tmp_path: Path) -> None:
    part = figures.overview
    figures.choose("received")
    figures.press(part.table, Qt.Key.Key_Return)
    figures.click(part.export)
    assert not part.exports.audience.isVisible()
    write(figures.qtbot, part.exports.folder, str(tmp_path))
    write(figures.qtbot, part.exports.file, "cases.csv")
    part.exports.kind.set_value(Kind.CSV)
    figures.click(part.exports.go)
    written = (tmp_path / "cases.csv").read_text("utf-8-sig")
    assert written.count("宁中劳调") == 3


def test_esc_puts_the_card_away(figures: Figures) -> None:
    part = figures.overview
    figures.click(part.export)
    figures.press(part.exports.file.line, Qt.Key.Key_Escape)
    assert not part.exports.isVisible() and part.export.hasFocus()


def test_a_file_s_name_has_no_sign_that_none_may_have(dressed: QApplication) -> None:
    assert file_name('甲/乙: "x"?', Period.of_day(Period.months(2024, 11).since), Wanted(Kind.PDF)) == (
        "甲 乙 x 20241101.pdf")
    assert file_name("Overview", Period.months(2024, 11), Wanted(Kind.XLSX)) == (
        "Overview 20241101-20241130.xlsx")
