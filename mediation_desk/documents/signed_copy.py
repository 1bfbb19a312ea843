"""A copy of a signed paper: its very pages, what was written on a screen drawn in place, and a last sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from mediation_desk.documents.setting.places import PaperPlace
from mediation_desk.domain.paper_code import COPY
from mediation_desk.domain.settlement.strokes import FULL, SCALE, Point, Writing

if TYPE_CHECKING:
    from pypdf import PageObject
    from reportlab.pdfgen.canvas import Canvas

_INK = (0.05, 0.1, 0.35)  # blue-black, to be told from print
_LINE, _THIN, _PRESSED = 1.1, 0.6, 1.3  # points: without pressure; the least, and what full pressure adds
_LARGEST = 1.3  # a pad is never drawn wider than so many times its place


@dataclass(frozen=True)
class Ink:
    """What is drawn, and where."""

    place: PaperPlace
    writing: Writing


def signed_copy(pdf: bytes, inks: Sequence[Ink], sheet: bytes, *, created: datetime) -> bytes:
    """The paper's pages with the signatures drawn over them, then the sheet; the same bytes for the same
    arguments. The file says of itself that it is a copy.

    Each page is the paper's own, and only drawn over: nothing of it is set again.
    """
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=BytesIO(pdf))
    code = (writer.metadata.keywords if writer.metadata else None) or ""
    for at, page in enumerate(writer.pages):
        drawn = [ink for ink in inks if ink.place.page == at]
        if drawn:
            page.merge_page(_overlay(page, drawn))
    for page in PdfReader(BytesIO(sheet)).pages:
        writer.add_page(page)
    moment = f"D:{created.astimezone(UTC):%Y%m%d%H%M%S}Z"
    writer.add_metadata({"/Keywords": f"{code} {COPY}", "/CreationDate": moment, "/ModDate": moment})
    target = BytesIO()
    writer.write(target)
    # The library writes the description's signs as numbers, so it stands once more as a plain remark.
    return target.getvalue() + f"%{code} {COPY}\n".encode()


def _overlay(page: PageObject, inks: Sequence[Ink]) -> PageObject:
    """A page of the same size that holds the strokes alone."""
    from pypdf import PdfReader
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    size = float(page.mediabox.width), float(page.mediabox.height)
    canvas = Canvas(target, pagesize=size, pageCompression=1, invariant=1)
    for ink in inks:
        _draw(canvas, ink)
    canvas.save()
    return PdfReader(target).pages[0]


def _draw(canvas: Canvas, ink: Ink) -> None:
    canvas.saveState()
    canvas.setStrokeColorRGB(*_INK)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for points in _laid(ink):
        for (x, y, one), (to_x, to_y, other) in zip(points, points[1:] or points, strict=False):
            canvas.setLineWidth(_width(one, other))
            canvas.line(x, y, to_x, to_y)
    canvas.restoreState()


def _width(one: Point, other: Point) -> float:
    if one.pressure is None or other.pressure is None:
        return _LINE
    return _THIN + _PRESSED * (one.pressure + other.pressure) / (2 * FULL)


def _laid(ink: Ink) -> Iterator[list[tuple[float, float, Point]]]:
    """The strokes on the page: as large as the place lets them be, in their own proportions."""
    place, writing = ink.place, ink.writing
    high = writing.shape / 1000  # of a pad that is 1 wide
    points = [point for stroke in writing.strokes for point in stroke]
    left, right = (pick(point.x for point in points) / SCALE for pick in (min, max))
    upper, lower = (pick(point.y for point in points) / SCALE * high for pick in (min, max))
    wide, tall = place.right - place.left, place.top - place.bottom
    scale = min(wide / max(right - left, 0.001), tall / max(lower - upper, 0.001), wide * _LARGEST)
    top = place.bottom + (tall + (lower - upper) * scale) / 2
    for stroke in writing.strokes:
        yield [(place.left + (one.x / SCALE - left) * scale,
                top - (one.y / SCALE * high - upper) * scale, one) for one in stroke]
