"""A paper on screen: shown, zoomed, searched, saved."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.pdf.saving import WordCopy
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.gui import desks
from tests.gui.kit.papers import paper


def test_a_paper_is_shown_page_under_page_and_zoomed(qtbot: QtBot, tasks: Tasks) -> None:
    view = PdfView(tasks)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    view.load(paper(3), "agreement.pdf")
    assert view.pages == 3
    assert view.page_label.text() == "Page 1 of 3"
    qtbot.waitUntil(lambda: view._view is not None and view._view.height() > 500)
    view.show_page()
    small = view.scale()
    QTest.mouseClick(view.zoom_in, Qt.MouseButton.LeftButton)
    assert view.scale() == pytest.approx(small * 1.2)
    spot = QPointF(50, 50)
    turn = QWheelEvent(
        spot,
        spot,
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view._view.viewport(), turn)  # type: ignore[union-attr]
    assert view.scale() == pytest.approx(small * 1.44)


def test_a_paper_ends_after_the_view_that_draws_it_and_when_another_takes_its_place(
        qtbot: QtBot, tasks: Tasks) -> None:
    """The view draws on a thread of its own: a document gone before it would be drawn from freed memory."""
    view = PdfView(tasks)
    view.show()
    view.load(paper(3), "agreement.pdf")
    first = view._paper
    assert first is not None and view._view is not None
    children = view.children()
    assert children.index(first.document) > children.index(view._view)  # Qt ends them in this order
    view.load(paper(1), "agreement.pdf")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(first.document) and view.pages == 1
    second = view._paper
    shiboken6.delete(view)
    assert second is not None and not shiboken6.isValid(second.document)


def test_words_are_found_in_a_paper_and_stepped_through_round_and_round(qtbot: QtBot, tasks: Tasks) -> None:
    view = PdfView(tasks)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    view.load(paper(3), "agreement.pdf")
    view.find_here()
    QTest.keyClicks(view.line, "paper")
    qtbot.waitUntil(lambda: view.hits.text() == "1 / 3")
    QTest.keyClick(view.line, Qt.Key.Key_Return)
    assert view.hits.text() == "2 / 3"
    QTest.mouseClick(view.previous, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.previous, Qt.MouseButton.LeftButton)
    assert view.hits.text() == "3 / 3"
    view.line.setText("nowhere")
    qtbot.waitUntil(lambda: view.hits.text() == "Nothing was found.")


def test_a_paper_is_saved_where_one_says_and_a_bad_place_is_told(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    view, data = PdfView(tasks), paper(1)
    qtbot.addWidget(view)
    view.load(data, "agreement.pdf")
    view.write(tmp_path / "协议.pdf")
    assert tasks.drain()
    assert (tmp_path / "协议.pdf").read_bytes() == data
    view.write(tmp_path / "no such folder" / "x.pdf")
    assert tasks.drain()
    assert "could not be saved" in view.bar.words.text()


def test_bytes_that_are_no_paper_are_told_calmly(qtbot: QtBot, tasks: Tasks) -> None:
    view = PdfView(tasks)
    qtbot.addWidget(view)
    view.load(b"not a paper", "x.pdf")
    assert "not a readable PDF" in view.bar.words.text()
    assert view.pages == 0
    assert not view.print.isEnabled()


class Word:
    """A word processor's paper, and what was opened of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.opened = folder, list[Path]()
        self.copy = WordCopy(lambda: b"docx", self.lay_out)

    def lay_out(self, name: str) -> Path:
        path = self.folder / name
        path.write_bytes(b"docx")
        return path

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return len(self.opened) == 1


def test_a_paper_is_saved_as_docx_with_ctrl_s_and_a_copy_is_opened_in_the_word_processor(
        qtbot: QtBot, tasks: Tasks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    view, word, taken = PdfView(tasks), Word(tmp_path / "private"), list[bytes]()
    word.folder.mkdir()
    view.opener = word.open
    view.taken.connect(taken.append)
    desks.show(qtbot, view)
    view.load(paper(1), "宁中劳调〔2024〕0001号 调解协议书.pdf", word.copy)
    monkeypatch.setattr(QFileDialog, "getSaveFileName",
                        lambda _view, _title, name, _kinds: (str(tmp_path / name), "DOCX (*.docx)"))
    view.save.setFocus()
    QTest.keyClick(view.save, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert tasks.drain()
    assert (tmp_path / "宁中劳调〔2024〕0001号 调解协议书.docx").read_bytes() == b"docx"
    assert taken == [b"docx"]
    QTest.mouseClick(view.in_word, Qt.MouseButton.LeftButton)
    assert tasks.drain()
    assert [path.name for path in word.opened] == ["宁中劳调〔2024〕0001号 调解协议书.docx"]
    assert "does not come back here" in view.bar.words.text() and taken == [b"docx"]
    QTest.mouseClick(view.in_word, Qt.MouseButton.LeftButton)
    assert tasks.drain()
    assert "No program on this machine" in view.bar.words.text()


def test_where_there_is_only_the_pdf_nothing_else_is_offered(qtbot: QtBot, tasks: Tasks) -> None:
    view = PdfView(tasks)
    desks.show(qtbot, view)
    view.load(paper(1), "agreement.pdf")
    assert not view.in_word.isVisible()
    view.open_in_word()
    assert not tasks.busy
