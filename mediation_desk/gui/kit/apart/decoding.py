"""Pictures and pages of strangers as plain pixels; runs in the decoding process, and anywhere in tests."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.apart.cutting import cuts, in_steps
from mediation_desk.gui.kit.apart.photos import is_photo, photo

LONG = 3  # so many times as long as it is wide, a small picture shows its beginning
WIDE, MOST_PIXELS = 1240, 8_000_000  # of a page: 150 dots per inch of A4
PAGES, PATIENCE = 10, 5.0  # pages drawn together, and seconds after which no further one is begun
FINE = 1500  # pixels across a printed picture: 210 dots per inch of what A4 leaves it
LONG_WIDE, LONG_HIGH, AGAIN = 1000, 1900, 80  # of a part of a long picture; what the next one repeats
MOST_PARTS = 60
QUALITY = 82


def decoded(data: bytes, edge: int) -> QImage:
    """A picture turned the right way up, of at most ``edge`` times ``edge`` pixels; any thread may call it.

    A long screenshot keeps its width and so its words. Raises DeskError when it cannot be read, or
    would fill the memory (a limit of Qt's reader).
    """
    return _read(data, lambda size: math.sqrt(edge * edge / max(1, size.width() * size.height())))


def small(data: bytes, edge: int) -> QImage:
    """A small picture for a list, ``edge`` pixels at most; of a very long one its beginning."""
    image = _read(data, lambda size: edge / min(max(size.width(), size.height()),
                                                LONG * min(size.width(), size.height())))
    return image.copy(0, 0, min(edge, image.width()), min(edge, image.height()))


def _read(data: bytes, factor: Callable[[QSize], float]) -> QImage:
    """The picture, made smaller by ``factor(its size)`` while it is read, where that is below 1."""
    image = photo(data) if is_photo(data) else _from(data, factor)
    if image.isNull():
        raise DeskError(N_("This picture cannot be shown; it may be damaged. Open it with another program."))
    if factor(image.size()) < 0.99:  # its size was not known before
        image = image.scaled(_times(image.size(), factor(image.size())), Qt.AspectRatioMode.IgnoreAspectRatio,
                             Qt.TransformationMode.SmoothTransformation)
    return image


def _from(data: bytes, factor: Callable[[QSize], float]) -> QImage:
    """The reader ends before what it reads from: as it ends, that of a TIFF file still closes it."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return _read_from(buffer, factor)


def _read_from(device: QIODevice, factor: Callable[[QSize], float]) -> QImage:
    reader = QImageReader(device)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and not size.isEmpty() and factor(size) < 1:
        reader.setScaledSize(_times(size, factor(size)))
    return reader.read()


def _times(size: QSize, factor: float) -> QSize:
    return QSize(int(size.width() * factor), int(size.height() * factor)).expandedTo(QSize(1, 1))


def parts(data: bytes, edge: int) -> list[QImage]:
    """A picture as it is printed: in one, or a long one in parts that follow each other, each as wide as can
    be read: cut between its lines, else beginning with a little of what the one before ended with. Raises
    DeskError."""
    image = _flat(decoded(data, edge))
    if image.height() <= LONG * image.width():
        most = min(1.0, FINE / min(image.width(), image.height()))
        return [image if most == 1.0 else _smaller(image, most)]
    image = _smaller(image, min(1.0, LONG_WIDE / image.width()))
    high = max(image.width(), LONG_HIGH * image.width() // LONG_WIDE)
    again = AGAIN * image.width() // LONG_WIDE
    found = cuts(image, high, again)
    if len(found) > MOST_PARTS:
        found = in_steps(image.height(), high, again)
    if len(found) > MOST_PARTS:
        raise DeskError(N_("This picture cannot be shown; it may be damaged. Open it with another program."))
    return [image.copy(0, top, image.width(), bottom - top) for top, bottom in found]


def _smaller(image: QImage, factor: float) -> QImage:
    return image.scaled(_times(image.size(), factor), Qt.AspectRatioMode.IgnoreAspectRatio,
                        Qt.TransformationMode.SmoothTransformation)


def _flat(image: QImage) -> QImage:
    """On white, in grey where it has no colour."""
    made = _on_white(image)
    return made.convertToFormat(QImage.Format.Format_Grayscale8) if made.isGrayscale() else made


def jpeg(image: QImage) -> bytes:
    """A picture as it lies in a printed file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    written = QImageWriter(buffer, QByteArray(b"jpeg"))
    written.setQuality(QUALITY)
    written.write(image)
    return bytes(held.data())


def pages(data: bytes, first: int) -> tuple[int, Iterator[QImage]]:
    """How many pages a PDF has, and pictures of at most ``PAGES`` of them from ``first`` (0 is the first)
    on: fewer when drawing takes long, but at least one. Raises DeskError when it is no readable PDF."""
    from PySide6.QtPdf import QPdfDocument

    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready or not document.pageCount():
        raise DeskError(N_("This paper cannot be opened: it is not a readable PDF."))

    def drawn() -> Iterator[QImage]:
        assert buffer.isOpen()  # held as long as pages are drawn
        end = time.monotonic() + PATIENCE
        for number in range(first, min(first + PAGES, document.pageCount())):
            if number > first and time.monotonic() > end:
                return
            points = document.pagePointSize(number)
            yield _on_white(document.render(number, _page_size(points.width(), points.height())))

    return document.pageCount(), drawn()


def _page_size(width: float, height: float) -> QSize:
    """The page's pixels; a strip or a poster is not drawn larger than the memory can hold."""
    wide = WIDE if 0 < width <= height else WIDE * max(1.0, min(2.0, width / max(height, 1.0)))
    high = wide * max(height, 1.0) / max(width, 1.0)
    factor = min(1.0, math.sqrt(MOST_PIXELS / (wide * high)))
    return QSize(max(1, int(wide * factor)), max(1, min(int(high * factor), MOST_PIXELS)))


def _on_white(page: QImage) -> QImage:
    if page.isNull():
        raise DeskError(N_("This paper cannot be opened: it is not a readable PDF."))
    made = QImage(page.size(), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.drawImage(QRect(0, 0, page.width(), page.height()), page)
    painter.end()
    return made
