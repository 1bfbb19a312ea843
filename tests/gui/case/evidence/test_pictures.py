"""Pictures of exhibits: turned the right way up, no larger than the memory has room for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageWriter, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.gui.case.evidence.pictures import MOST_BYTES, Thumbnails, decoded, kind_sign, small
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.taking import FileSource
from tests.gui.case import rooms
from tests.gui.case.evidence.hands import drop, filed, files, paper, photo
from tests.gui.case.rooms import Room


def test_a_picture_is_shown_small_in_the_list_and_large_beneath(
    room: Room, page: EvidencePage, tmp_path: Path
) -> None:
    drop(room, page, files(photo(tmp_path / "a.png", "red"), paper(tmp_path / "b.pdf")))
    index = page.model.index(0, 0)
    assert isinstance(page.model.data(index, Qt.ItemDataRole.DecorationRole), QPixmap)
    room.settle()
    small = page.model.data(index, Qt.ItemDataRole.DecorationRole)
    assert isinstance(small, QPixmap)
    assert small.toImage().pixelColor(3, 3) == QColor("red")
    sign = page.model.data(page.model.index(1, 0), Qt.ItemDataRole.DecorationRole)
    assert isinstance(sign, QPixmap)
    assert sign.toImage().pixelColor(3, 3).alpha() == 0, "a PDF shows the sign of its kind"
    page.table.choose_row(0)
    room.settle()
    assert page.preview.currentWidget() is page.preview.pictures


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


def exhibit(media_type: str, size: int = 10, name: str = "a") -> Exhibit:
    return Exhibit(id=UUID(int=1), case_id=UUID(int=2), position=1, name=name, sha256="00", size=size,
                   media_type=media_type, received_on=date(2024, 11, 25))


def test_each_kind_of_file_has_a_sign_and_an_unknown_one_too(dressed: QApplication) -> None:
    signs = {kind: kind_sign(exhibit(kind)).toImage() for kind in (
        "application/pdf", "audio/mpeg", "video/mp4", "image/png", "text/plain", "application/zip")}
    drawn = list(signs.values())
    assert all(one != other for at, one in enumerate(drawn) for other in drawn[at + 1:])
    assert kind_sign(exhibit("audio/wav")).toImage() == signs["audio/mpeg"]
    assert kind_sign(exhibit("")).toImage() == signs["application/zip"]  # both the plain sheet
    assert drawn[0].size() == QSize(40, 40)


def test_only_pictures_of_a_size_that_fits_are_asked_for(desk: Desk, tasks: Tasks) -> None:
    thumbnails = Thumbnails(CaseBench(desk, tasks, rooms.streamers(desk)))
    for one in (exhibit("application/pdf"), exhibit("image/png", MOST_BYTES + 1)):
        assert thumbnails.of(one) is None
    assert not tasks.busy and not thumbnails._asked
    thumbnails.deleteLater()


def test_a_broken_picture_is_asked_for_once_and_keeps_its_sign(desk: Desk, tasks: Tasks) -> None:
    case_id = rooms.streamers(desk)
    (broken,) = filed(desk, case_id, FileSource("坏.png", data=b"\x89PNG\r\n\x1a\nnothing"))
    thumbnails = Thumbnails(CaseBench(desk, tasks, case_id))
    came: list[str] = []
    thumbnails.came.connect(came.append)
    assert thumbnails.of(broken) is None and thumbnails.of(broken) is None
    while tasks.busy:
        assert tasks.drain()
    assert came == [broken.sha256]
    assert thumbnails.of(broken) is None and not tasks.busy
    thumbnails.deleteLater()


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
