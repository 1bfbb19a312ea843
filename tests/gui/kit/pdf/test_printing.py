"""A paper printed into a file keeps its text; on a printer its pages are drawn, until one stops."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.pdf.printing import OpenPdf, draw_pages, print_paper
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.gui.kit.papers import paper


def into(path: Path, first: int = 0, last: int = 0) -> QPrinter:
    """The system's "print to a file"."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    if first:
        printer.setFromTo(first, last)
    return printer


def texts(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages]


def test_a_paper_printed_into_a_file_can_be_searched_and_copied(qtbot: QtBot, tmp_path: Path) -> None:
    assert print_paper(paper(3), into(tmp_path / "printed.pdf")) == 3
    assert ["调解" in text for text in texts(tmp_path / "printed.pdf")] == [True] * 3


def test_only_the_pages_that_were_wanted_are_printed_into_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    assert print_paper(paper(5), into(tmp_path / "printed.pdf", 2, 3)) == 2
    assert [text.split()[-1] for text in texts(tmp_path / "printed.pdf")] == ["2", "3"]


def test_a_folder_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="could not be saved there"):
        print_paper(paper(1), into(tmp_path / "no" / "printed.pdf"))


def test_drawing_stops_between_pages(qtbot: QtBot, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    drawn = draw_pages(OpenPdf(paper(3)), into(tmp_path / "drawn.pdf"), range(3),
                       progress=lambda *at: seen.append(at), cancelled=lambda: bool(seen))
    assert drawn == 1 and seen == [(1, 3)]
    assert OpenPdf((tmp_path / "drawn.pdf").read_bytes()).pages == 1


def test_a_paper_is_printed_page_by_page_off_the_screens_thread(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    view = PdfView(tasks)
    qtbot.addWidget(view)
    view.load(paper(3), "agreement.pdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 3)
    view.print_to(printer)
    assert tasks.drain()
    assert view.bar.words.text() == "2 pages printed."
    assert OpenPdf((tmp_path / "printed.pdf").read_bytes()).pages == 2
