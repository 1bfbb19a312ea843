"""Ctrl+P shows a report as it is printed, in its own place, and Esc leads back."""

import io
from pathlib import Path

from docx import Document
from pypdf import PdfReader
from PySide6.QtCore import Qt

from tests.gui.pages.reports.hands import Figures


def text(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_overview_is_looked_at_on_paper_saved_in_word_and_left_again(figures: Figures,
                                                                        tmp_path: Path) -> None:
    part = figures.overview
    part.print_page()
    figures.settle()
    assert part.sheet.isVisible() and not part.table.isVisible() and part.sheet.back.hasFocus()
    shown = text(part.sheet.paper._data)
    assert "内部" in shown and "2024" in shown
    part.sheet.paper.write(tmp_path / "总览.docx")
    figures.settle()
    written = Document(str(tmp_path / "总览.docx"))
    assert written.sections[0].header.paragraphs[0].text == "内部"  # as on its PDF
    figures.press(part.sheet.back, Qt.Key.Key_Escape)
    assert part.table.isVisible() and part.table.hasFocus() and not part.sheet.isVisible()


def test_another_period_takes_the_paper_away(figures: Figures) -> None:
    part = figures.overview
    part.print_page()
    figures.settle()
    figures.click(part.sheet.back)
    assert not part.sheet.isVisible() and part.table.isVisible()


def test_before_cases_the_list_goes_out_as_a_file(figures: Figures) -> None:
    part = figures.overview
    figures.choose("received")
    figures.press(part.table, Qt.Key.Key_Return)
    part.print_page()
    assert part.exports.isVisible() and not part.sheet.isVisible()
