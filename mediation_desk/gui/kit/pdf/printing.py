"""Prints a PDF: on paper page by page, into a file as it is."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files

UNSAVED = N_("It could not be saved there. Choose another folder.")
FINENESS = 300  # dots per inch; finer only costs memory, and no eye tells it apart


class OpenPdf:
    """A PDF in memory, opened; the bytes live as long as the document reads them.

    A view draws on a thread of its own, and hears from the document to the last: it must be gone
    first. ``stay_with`` what holds the view, and ``close`` once it shows another paper.
    """

    def __init__(self, data: bytes) -> None:
        self.document = QPdfDocument()
        self._buffer = QBuffer(self.document)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        if self.document.status() != QPdfDocument.Status.Ready:
            raise DeskError(N_("This paper cannot be opened: it is not a readable PDF."))

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self.document.pageCount()

    def stay_with(self, holder: QWidget) -> None:
        """End with what holds the view, after the view: children end in the order in which they came."""
        self.document.setParent(holder)

    def close(self) -> None:
        """No view shows it any more."""
        self.document.deleteLater()


def print_paper(data: bytes, printer: QPrinter, *, progress: Callable[[int, int], None] | None = None,
                cancelled: Callable[[], bool] | None = None) -> int:
    """Print the pages the printer was told to (all when not told); how many were printed.

    May run on any thread. "Print to a PDF" gives the paper's own pages, whose text can be searched
    and copied; a printer gets pictures of them, fitted to the printable area, never stretched.
    """
    paper = OpenPdf(data)
    first, last = printer.fromPage() or 1, printer.toPage() or paper.pages
    numbers = range(first - 1, min(last, paper.pages))
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
        return _keep(data, Path(printer.outputFileName()), numbers)
    return draw_pages(paper, printer, numbers, progress=progress, cancelled=cancelled)


def _keep(data: bytes, path: Path, numbers: range) -> int:
    from pypdf import PdfWriter  # no printer needs it

    with BytesIO(data) as file, BytesIO() as made, PdfWriter() as chosen:
        chosen.append(file, pages=(numbers.start, numbers.stop))
        chosen.write(made)
        try:
            private_files.write(path, made.getvalue())
        except OSError as error:
            raise DeskError(UNSAVED) from error
    return len(numbers)


def draw_pages(paper: OpenPdf, printer: QPrinter, numbers: range, *,
               progress: Callable[[int, int], None] | None = None,
               cancelled: Callable[[], bool] | None = None) -> int:
    """Draw pages (counted from 0) on a printer, until cancelled; how many were drawn."""
    printer.setResolution(FINENESS)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise DeskError(N_("The printer did not take the paper. Check that it is on and connected."))
    try:
        return _pages(paper, painter, printer, numbers, progress, cancelled)
    finally:
        painter.end()


def _pages(paper: OpenPdf, painter: QPainter, printer: QPrinter, numbers: range,
           progress: Callable[[int, int], None] | None, cancelled: Callable[[], bool] | None) -> int:
    printed = 0
    for number in numbers:
        if cancelled is not None and cancelled():
            break
        if printed:
            printer.newPage()
        room = QRectF(QPointF(0, 0), QSizeF(printer.pageRect(QPrinter.Unit.DevicePixel).size()))
        _page(paper.document, painter, number, room)
        printed += 1
        if progress is not None:
            progress(printed, len(numbers))
    return printed


def _page(document: QPdfDocument, painter: QPainter, number: int, room: QRectF) -> None:
    points = document.pagePointSize(number)
    scale = min(room.width() / points.width(), room.height() / points.height())
    size = QSizeF(points.width() * scale, points.height() * scale)
    image = document.render(number, size.toSize())
    corner = QPointF((room.width() - size.width()) / 2, (room.height() - size.height()) / 2)
    painter.drawImage(QRectF(corner, size), image)
