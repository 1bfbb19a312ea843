"""A copy of a signed paper: its very pages, what was written on a screen drawn in place, and a last sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from mediation_desk.documents.bound import append_pages, describe_again
from mediation_desk.documents.setting.places import PaperPlace
from mediation_desk.domain.paper_code import COPY
from mediation_desk.domain.settlement.strokes import FULL, SCALE, Point, Writing

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter

_INK = "0.05 0.1 0.35"  # blue-black, to be told from print
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
    told = writer.metadata
    title, code = ((told.title or "", told.keywords or "") if told else ("", ""))
    for at, page in enumerate(list(writer.pages)):
        drawn = [ink for ink in inks if ink.place.page == at]
        if drawn:
            _draw_over(writer, page, drawn)
    append_pages(writer, PdfReader(BytesIO(sheet)))
    keywords, moment = f"{code} {COPY}", f"D:{created.astimezone(UTC):%Y%m%d%H%M%S}Z"
    writer.add_metadata({"/Keywords": keywords, "/CreationDate": moment, "/ModDate": moment})
    plain = describe_again(writer, title, created, keywords)
    target = BytesIO()
    writer.write(target)
    # The library writes the description's signs as numbers: where no metadata say it plainly, as in papers
    # of before, it stands once more as a remark.
    return target.getvalue() + (b"" if plain else f"%{keywords}\n".encode())


def _draw_over(writer: PdfWriter, page: PageObject, inks: Sequence[Ink]) -> None:
    """Put the strokes behind the page's own drawing, which stays as it is."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject

    stream = DecodedStreamObject()
    stream.set_data("\n".join(("", "/Artifact <</Type /Layout>> BDC", *map(_strokes, inks), "EMC")).encode())
    known: Any = page.raw_get("/Contents")
    before = list(known) if isinstance(known, ArrayObject) else [known]
    page[NameObject("/Contents")] = ArrayObject([*before, writer._add_object(stream.flate_encode())])


def _strokes(ink: Ink) -> str:
    """A hand's strokes as operators, which leave everything else as it was."""
    drawn = [f"{_width(one, other):.3f} w {x:.3f} {y:.3f} m {to_x:.3f} {to_y:.3f} l S"
             for points in _laid(ink)
             for (x, y, one), (to_x, to_y, other) in zip(points, points[1:] or points, strict=False)]
    return "\n".join((f"q {_INK} RG 1 J 1 j", *drawn, "Q"))


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
