"""What a saved paper is called, as what it is written, and where."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.pdf.saving import ask, place, save


@pytest.mark.parametrize(("typed", "as_docx", "meant"), [
    ("协议.pdf", False, "协议.pdf"), ("协议.pdf", True, "协议.docx"), ("协议.docx", False, "协议.docx"),
    ("协议.docx", True, "协议.docx"), ("协议", False, "协议.pdf"), ("协议", True, "协议.docx"),
    ("张.三 协议", True, "张.三 协议.docx"), ("协议.PDF", False, "协议.PDF"),
    ("协议.txt", False, "协议.txt.pdf")])
def test_the_ending_follows_what_was_chosen_or_typed(tmp_path: Path, typed: str, as_docx: bool,
                                                     meant: str) -> None:
    assert place(tmp_path / typed, as_docx) == tmp_path / meant


def test_without_a_word_copy_every_paper_is_a_pdf(tmp_path: Path) -> None:
    assert place(tmp_path / "恢复单.docx", False, word=False) == tmp_path / "恢复单.pdf"


def test_a_name_that_the_dialog_did_not_ask_about_is_never_one_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "协议.docx").write_text("another's")
    (tmp_path / "协议 (2).docx").symlink_to(tmp_path / "nowhere")
    assert place(tmp_path / "协议.pdf", True) == tmp_path / "协议 (3).docx"
    assert place(tmp_path / "协议.docx", True) == tmp_path / "协议.docx"  # of this one it asked


def test_the_dialog_offers_both_kinds_where_there_are_both(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
                                                           tmp_path: Path) -> None:
    offered: list[str] = []

    def chosen(_parent: QWidget, _title: str, name: str, filters: str) -> tuple[str, str]:
        offered.append(filters)
        return str(tmp_path / name), filters.split(";;")[-1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    window = QWidget()
    qtbot.addWidget(window)
    assert ask(window, "协议.pdf", word=True) == tmp_path / "协议.docx"
    assert ask(window, "恢复单.pdf", word=False) == tmp_path / "恢复单.pdf"
    assert offered == ["PDF (*.pdf);;DOCX (*.docx)", "PDF (*.pdf)"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert ask(window, "协议.pdf", word=True) is None


def test_a_link_of_that_name_is_replaced_and_not_followed(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.txt", tmp_path / "协议.docx"
    kept.write_bytes(b"another's")
    link.symlink_to(kept)
    assert save(link, lambda: b"paper") == b"paper"
    assert kept.read_bytes() == b"another's" and not link.is_symlink() and link.read_bytes() == b"paper"


def test_what_cannot_be_written_or_made_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    def refused() -> bytes:
        raise DeskError("only the PDF")

    with pytest.raises(DeskError, match="could not be saved"):
        save(tmp_path / "no such folder" / "x.docx", lambda: b"")
    with pytest.raises(DeskError, match="only the PDF"):
        save(tmp_path / "x.docx", refused)
    assert list(tmp_path.iterdir()) == []
