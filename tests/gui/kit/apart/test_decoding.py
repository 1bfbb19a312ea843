"""Strangers' pictures and pages: the right way up, no larger than memory has room for, or told in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.apart import decoding
from mediation_desk.gui.kit.apart.decoding import MOST_PIXELS, decoded, pages, small
from tests.gui.kit.apart.hands import paper
from tests.gui.kit.apart.hands import png as filled


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    bomb = (
        b"BM"
        + (54).to_bytes(4, "little")
        + bytes(4)
        + (54).to_bytes(4, "little")
        + (40).to_bytes(4, "little")
        + (60_000).to_bytes(4, "little") * 2
        + b"\x01\x00\x20\x00"
        + bytes(24)
    )
    with pytest.raises(DeskError, match="cannot be shown"):
        decoded(bomb, 5000)


def encoded(width: int, height: int, form: bytes = b"PNG", *, turned: bool = False) -> bytes:
    """A picture of that size with a red pixel at its top left; ``turned``: to be turned a quarter."""
    image = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(min(8, width)):
        for y in range(min(8, height)):
            image.setPixelColor(x, y, QColor("red"))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form))
    if turned:
        writer.setTransformation(QImageIOHandler.Transformation.TransformationRotate90)
    assert writer.write(image)
    del writer  # before what it writes to
    return bytes(held.data())


@pytest.mark.parametrize(("size", "edge", "shown"), [
    ((640, 400), 5000, (640, 400)), ((640, 400), 506, (640, 400)), ((640, 400), 253, (320, 200)),
    ((400, 640), 253, (200, 320)), ((1, 1), 40, (1, 1))])
def test_a_picture_is_made_smaller_in_proportion_and_never_larger(size: tuple[int, int], edge: int,
                                                                 shown: tuple[int, int]) -> None:
    """640 by 400 are 256,000 pixels, 506 by 506 are 36 more; 253 by 253 a quarter of that."""
    assert decoded(encoded(*size), edge).size() == QSize(*shown)


@pytest.mark.parametrize(("size", "shown"), [
    ((640, 400), (40, 25)), ((400, 640), (25, 40)), ((30, 20), (30, 20)), ((1, 1), (1, 1))])
def test_one_for_the_list_fits_its_room(size: tuple[int, int], shown: tuple[int, int]) -> None:
    assert small(encoded(*size), 40).size() == QSize(*shown)


@pytest.mark.parametrize("form", [b"JPEG", b"TIFF"])
def test_a_photo_taken_sideways_stands_upright(form: bytes) -> None:
    upright = decoded(encoded(64, 32, form, turned=True), 5000)
    assert upright.size() == QSize(32, 64)
    assert upright.pixelColor(30, 1).green() < 90 and upright.pixelColor(1, 1).green() > 200


@pytest.mark.parametrize("form", [b"JPEG", b"TIFF", b"BMP", b"WEBP"])
@pytest.mark.parametrize("edge", [5000, 40])
def test_every_kind_of_picture_is_read_again_and_again(form: bytes, edge: int) -> None:
    """A scanner's TIFF ended the whole program: its reader closed a file that was gone."""
    data = encoded(640, 400, form)
    for _ in range(20):
        assert small(data, edge).width() == min(edge, 640) and decoded(data, edge).width() <= 640


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", encoded(64, 32)[:40], b"\x89PNG\r\n\x1a\n" + bytes(80)])
def test_what_is_no_picture_is_told_in_words(data: bytes) -> None:
    with pytest.raises(DeskError, match="cannot be shown"):
        decoded(data, 5000)


def test_of_a_long_picture_the_list_shows_the_beginning() -> None:
    """The top is red; scaled down as a whole it would be a line of two pixels."""
    image = QImage(QSize(1080, 20_000), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 1080, 400, QColor("red"))
    painter.end()
    shown = small(png(image), 40)
    assert shown.size() == QSize(13, 40)
    assert shown.pixelColor(6, 2).red() > 200 and shown.pixelColor(6, 2).green() < 60


@pytest.mark.parametrize(("size", "kept"), [
    ((1080, 20_000), (1080, 20_000)), ((1080, 60_000), (670, 37_267)), ((4000, 3000), (4000, 3000)),
    ((8000, 6000), (5773, 4330))])
def test_a_picture_keeps_its_pixels_as_far_as_memory_is_bounded(size: tuple[int, int],
                                                                kept: tuple[int, int]) -> None:
    """25 million pixels at most: of 1080 by 60,000 the factor is the root of 25/64.8, that is 0.62113; of
    8,000 by 6,000 the root of 25/48, that is 0.72169."""
    image = QImage(QSize(*size), QImage.Format.Format_Mono)
    image.fill(1)
    shown = decoded(png(image), 5000)
    assert (shown.width(), shown.height()) == kept


def png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(held.data())


@pytest.mark.parametrize("size", [(14_400, 14_400), (14_400, 3), (3, 14_400)])
def test_a_poster_or_a_strip_is_drawn_no_larger_than_memory_allows(qapp: QApplication,
                                                                   size: tuple[float, float]) -> None:
    _count, drawn = pages(paper(1, size), 0)
    (image,) = drawn
    assert 0 < image.width() * image.height() <= MOST_PIXELS


def test_a_page_of_a4_is_drawn_on_white_at_150_dots_per_inch(qapp: QApplication) -> None:
    """595 by 842 points at 1,240 pixels across: 842 / 595 * 1,240 is 1,754.8."""
    _count, drawn = pages(paper(1), 0)
    (image,) = drawn
    assert image.size() == QSize(1240, 1754)
    assert image.pixelColor(5, 5) == QColor("white") and not image.hasAlphaChannel()
    line = [image.pixelColor(x, 1754 - 155).lightness() for x in range(140, 260)]
    assert min(line) < 128, "the words stand an inch from the left and from the foot"


@pytest.mark.parametrize(("first", "many"), [(0, 10), (4, 8), (11, 1), (12, 0)])
def test_of_twelve_pages_ten_at_most_come_from_the_first_one_asked_for(
        qapp: QApplication, monkeypatch: pytest.MonkeyPatch, first: int, many: int) -> None:
    monkeypatch.setattr(decoding, "PATIENCE", 600.0)
    count, drawn = pages(paper(12, (60, 60)), first)
    assert (count, len(list(drawn))) == (12, many)


def test_where_drawing_takes_long_one_page_comes_all_the_same(qapp: QApplication,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "PATIENCE", -1.0)
    count, drawn = pages(paper(3, (60, 60)), 1)
    assert (count, len(list(drawn))) == (3, 1)


@pytest.mark.parametrize("data", [b"", b"nothing", b"%PDF-1.7\nnothing", encoded(4, 4)])
def test_what_is_no_paper_is_told_in_words(qapp: QApplication, data: bytes) -> None:
    with pytest.raises(DeskError, match="not a readable PDF"):
        pages(data, 0)


def test_a_picture_to_be_printed_is_no_finer_than_paper_shows_and_grey_where_it_is_grey() -> None:
    one, = decoding.parts(filled(QSize(4000, 3000)), 5000)
    assert one.size() == QSize(2000, 1500) and not one.isGrayscale()
    assert decoding.jpeg(one).startswith(b"\xff\xd8")
    small_one, = decoding.parts(filled(QSize(30, 20)), 5000)
    assert small_one.size() == QSize(30, 20)


def test_a_long_screenshot_comes_in_parts_that_lose_nothing_and_repeat_where_nothing_is_blank() -> None:
    """A blank one is cut where it is blank; a striped one has no blank row."""
    high = round(9000 * 1000 / 1080)
    blank = decoding.parts(filled(QSize(1080, 9000)), 5000)
    assert abs(sum(one.height() for one in blank) - high) <= 1
    striped = QImage(QSize(1080, 9000), QImage.Format.Format_RGB32)
    striped.fill(QColor("white"))
    painter = QPainter(striped)
    painter.fillRect(100, 0, 300, 9000, QColor("black"))
    painter.end()
    found = decoding.parts(png(striped), 5000)
    assert len(found) == 5 and {one.width() for one in found} == {1000}
    repeated = decoding.AGAIN * (len(found) - 1)
    assert abs(sum(one.height() for one in found) - repeated - high) <= 1
    assert all(one.height() <= decoding.LONG_HIGH for one in found)
    one, = decoding.parts(filled(QSize(1080, 2400)), 5000)  # a screen as telephones have it
    assert one.height() > one.width()
