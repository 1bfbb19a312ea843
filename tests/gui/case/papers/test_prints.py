"""An agreement that leaves the program to be signed is kept; nothing else is."""

from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from docx import Document
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from mediation_desk.demonstration import streamers
from mediation_desk.gui.case.papers.prints import Prints
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making, signing
from mediation_desk.services.papers.finishing import COPY
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.settlement import settling
from tests.documents.reading_word import word_text
from tests.gui import desks
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room


@pytest.fixture
def room(desk: Desk, open_case: Opener) -> Room:
    case_id: UUID = streamers._intake(desk)
    streamers._sorting(desk, case_id)
    streamers._mediation(desk, case_id)
    settling.draft(desk, case_id, streamers.terms())
    return open_case(case_id)


@pytest.fixture
def view(qtbot: QtBot, room: Room) -> PdfView:
    made = PdfView(room.window.bench.tasks)
    desks.show(qtbot, made)
    return made


def kept(room: Room) -> list[str]:
    return [one.sha256 for one in reading.case(room.desk, room.case_id).papers]


def test_a_printed_agreement_is_kept_as_it_was_printed(room: Room, view: PdfView, tmp_path: Path) -> None:
    paper = making.make(room.desk, room.case_id, AGREEMENT)
    Prints(room.window.bench, view).show(paper)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    view.print_to(printer)
    room.settle()
    assert kept(room) == [paper.sha256]


def test_a_saved_agreement_is_kept_once(room: Room, view: PdfView, tmp_path: Path) -> None:
    paper = making.make(room.desk, room.case_id, AGREEMENT)
    Prints(room.window.bench, view).show(paper)
    for name in ("one.pdf", "two.pdf"):
        view.write(tmp_path / name)
        room.settle()
    assert kept(room) == [paper.sha256]


def test_an_agreement_in_word_is_a_copy_and_never_what_is_kept(room: Room, view: PdfView,
                                                              tmp_path: Path) -> None:
    opened: list[bytes] = []

    def open_it(path: Path) -> bool:
        opened.append(path.read_bytes())
        return True

    view.opener = open_it
    Prints(room.window.bench, view).show(making.make(room.desk, room.case_id, AGREEMENT))
    view.write(tmp_path / "协议.docx")
    room.settle()
    room.click(view.in_word)
    room.settle()
    written = (tmp_path / "协议.docx").read_bytes()
    assert opened == [written] and kept(room) == []
    head = Document(BytesIO(written)).sections[0].header.paragraphs[0].text
    assert head == COPY and "马晓岚" in word_text(written)


@pytest.mark.parametrize("shown", ["draft", "another"])
def test_drafts_and_other_papers_are_not_kept(room: Room, view: PdfView, tmp_path: Path, shown: str) -> None:
    paper = (signing.preview_agreement(room.desk, room.case_id, streamers.terms()) if shown == "draft"
             else making.make(room.desk, room.case_id, "intake-register"))
    Prints(room.window.bench, view).show(paper)
    view.write(tmp_path / "paper.pdf")
    room.settle()
    assert (tmp_path / "paper.pdf").read_bytes() == paper.pdf and kept(room) == []


def test_terms_drafted_anew_while_the_paper_lay_open_are_told(room: Room, view: PdfView,
                                                              tmp_path: Path) -> None:
    prints, told = Prints(room.window.bench, view), list[str]()
    room.window.bench.trouble.connect(lambda error: told.append(error.sentence.text))
    prints.show(making.make(room.desk, room.case_id, AGREEMENT))
    settling.draft(room.desk, room.case_id, streamers.terms())
    view.write(tmp_path / "paper.pdf")
    room.settle()
    assert len(told) == 1 and "drafted anew meanwhile" in told[0] and kept(room) == []
