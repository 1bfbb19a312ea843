"""Looking at an exhibit: a picture, the pages of a paper, or what else can be done with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.services.evidence.taking import FileSource
from tests.gui.case.evidence.hands import drop, files, paper, photo
from tests.gui.case.rooms import Room


def test_a_picture_is_zoomed_fitted_and_turned(room: Room, page: EvidencePage, tmp_path: Path) -> None:
    drop(room, page, files(photo(tmp_path / "a.png", size=(3000, 2000))))
    tools, view = page.preview.pictures, page.preview.pictures.view
    fitted = view.scale_now
    assert fitted < 1
    room.click(tools.zoom_in)
    assert view.scale_now == pytest.approx(fitted * 1.25)
    assert tools.percent.text() == f"{round(view.scale_now * 100)}%"
    room.click(tools.fit)
    assert view.scale_now == pytest.approx(fitted, rel=0.1)
    room.click(tools.turn)
    assert view.mapToScene(QPoint(0, 0)) != QPointF(0, 0)


def test_a_pdf_is_shown_with_its_pages_and_enter_makes_it_large(
    room: Room, page: EvidencePage, tmp_path: Path
) -> None:
    drop(room, page, files(paper(tmp_path / "b.pdf")))
    assert page.preview.pages is not None
    assert page.preview.pages.pages == 1
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert not page.table.isVisible()
    QTest.keyClick(page.back, Qt.Key.Key_Escape)
    assert page.table.isVisible()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("录音.amr", b"#!AMR\nxx", "not shown here"),
        ("坏.png", b"\x89PNG\r\n\x1a\nnothing", "may be damaged"),
    ],
)
def test_what_cannot_be_shown_is_said(
    room: Room, page: EvidencePage, name: str, data: bytes, words: str
) -> None:
    page.bring_in([FileSource(name, data=data)])
    room.settle()
    assert words in page.preview.words.text()
