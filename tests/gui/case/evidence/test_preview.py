"""Looking at an exhibit: a picture, the pages of a paper, or what else can be done with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.gui.case.evidence.pictures import MOST_BYTES
from mediation_desk.gui.case.evidence.preview import LEAST, MOST, STEP, PictureView
from mediation_desk.services.evidence.looking import content
from mediation_desk.services.evidence.taking import FileSource
from tests.gui.case.evidence.hands import drop, files, paper, photo, standing
from tests.gui.case.rooms import Room
from tests.gui.kit.apart.hands import HEIC_TURNED


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


@pytest.fixture
def view(dressed: QApplication) -> Iterator[PictureView]:
    """A picture of 400 x 200 in a view of 204 x 204."""
    made = PictureView()
    made.resize(204, 204)
    made.show()
    image = QImage(QSize(400, 200), QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    made.set_image(image)
    yield made
    made.deleteLater()


def test_a_picture_fits_and_is_never_blown_up(view: PictureView) -> None:
    assert view.scale_now == pytest.approx(200 / 400)
    small = QImage(QSize(10, 10), QImage.Format.Format_RGB32)
    view.set_image(small)
    assert view.scale_now == pytest.approx(1)


def test_a_turned_picture_fits_again_and_four_turns_are_none(view: PictureView) -> None:
    before = view.scale_now
    for _ in range(4):
        view.turn()
        assert view.scale_now == pytest.approx(before, rel=0.02)  # it is square around it
    assert view.transform().m11() == pytest.approx(before, rel=0.02)


def test_zooming_has_an_end_both_ways_and_stays_when_the_window_grows(view: PictureView) -> None:
    heard: list[float] = []
    view.zoomed.connect(heard.append)
    for _ in range(40):
        view.zoom(STEP)
    assert view.scale_now == pytest.approx(MOST)
    view.resize(404, 404)
    assert view.scale_now == pytest.approx(MOST)  # what a person set stays
    for _ in range(60):
        view.zoom(1 / STEP)
    assert view.scale_now == pytest.approx(LEAST) and heard[-1] == pytest.approx(LEAST)
    view.fit()
    view.resize(204, 204)
    assert view.scale_now == pytest.approx(0.5, rel=0.02)


def test_without_a_picture_nothing_is_divided_by_nothing(dressed: QApplication) -> None:
    view = PictureView()
    view.fit()
    view.turn()
    assert view.scale_now == pytest.approx(1)
    view.deleteLater()


def test_what_is_still_on_its_way_does_not_cover_what_was_chosen_since(
        room: Room, page: EvidencePage, tmp_path: Path) -> None:
    drop(room, page, files(photo(tmp_path / "甲.png", "red"), paper(tmp_path / "乙.pdf")))
    one, two = standing(room)
    page.preview.show_exhibit(one)
    page.preview.show_exhibit(two)
    page.preview.show_exhibit(None)
    room.settle()
    assert page.preview.currentWidget() is page.preview.words
    assert page.preview.words.text() == "Choose an exhibit to look at it."


def test_a_file_too_large_to_show_is_not_even_read(room: Room, page: EvidencePage) -> None:
    page.preview.show_exhibit(Exhibit(
        id=UUID(int=1), case_id=room.case_id, position=1, name="大.png", sha256="ab", size=MOST_BYTES + 1,
        media_type="image/png", received_on=date(2024, 11, 25)))
    assert "too large to show here" in page.preview.words.text() and not room.tasks.busy


def test_a_long_screenshot_fits_by_its_width_and_is_scrolled(room: Room, page: EvidencePage,
                                                             tmp_path: Path) -> None:
    """1080 by 20,000 pixels: in every pixel, as wide as there is room for, from its beginning."""
    chat = QImage(QSize(1080, 20_000), QImage.Format.Format_RGB32)
    chat.fill(QColor("white"))
    chat.setPixelColor(540, 19_999, QColor("red"))
    assert chat.save(str(tmp_path / "聊天.png"))
    drop(room, page, files(tmp_path / "聊天.png"))
    page.show_large()
    room.settle()
    view = page.preview.pictures.view
    assert view.sceneRect().size().toSize() == QSize(1080, 20_000)
    width = min(1.0, (view.viewport().width() - 4) / 1080)
    assert view.scale_now == pytest.approx(width, rel=0.02) and view.scale_now > 0.5
    bar = view.verticalScrollBar()
    assert view.horizontalScrollBar().maximum() == 0 and bar.value() == bar.minimum() < bar.maximum()
    bar.setValue(bar.maximum())
    last = view.grab().toImage()
    assert any(last.pixelColor(x, y).green() < 200 for x in range(last.width())
               for y in range(last.height() - 12, last.height()))


def test_a_very_broad_picture_fits_by_its_height(room: Room, page: EvidencePage, tmp_path: Path) -> None:
    drop(room, page, files(photo(tmp_path / "工资表.png", size=(20_000, 900))))
    view = page.preview.pictures.view
    assert view.horizontalScrollBar().maximum() > 0 and view.verticalScrollBar().maximum() == 0
    assert view.scale_now == pytest.approx((view.viewport().height() - 4) / 900, rel=0.1)


def test_a_picture_of_a_kind_that_this_computer_cannot_decode_is_said_to_be_so(
        room: Room, page: EvidencePage) -> None:
    """Qt reads AVIF where the system has a reader for it; here it has none."""
    page.bring_in([FileSource("IMG_1.avif", data=b"\0\0\0\x14ftypavif" + bytes(200))])
    room.settle()
    assert standing(room)[0].media_type == "image/avif"
    assert "not shown here" in page.preview.words.text()


def test_a_telephones_photo_is_shown_the_right_way_up_with_a_small_picture_in_the_list(
        room: Room, page: EvidencePage) -> None:
    """64 by 32, to be turned a quarter; what is kept is the file as it came."""
    page.bring_in([FileSource("IMG_1.HEIC", data=HEIC_TURNED)])
    room.settle()
    (exhibit,) = standing(room)
    assert (exhibit.media_type, exhibit.size) == ("image/heic", len(HEIC_TURNED))
    rect = page.preview.pictures.view.sceneRect()
    assert (rect.width(), rect.height()) == (32, 64)
    assert page.preview.currentWidget() is page.preview.pictures
    assert content(room.desk, room.case_id, exhibit.id, 1 << 20) == HEIC_TURNED
