"""Where a paper is signed, sealed and marked with a finger: boxes that stay where they are, in the file.

Each is a named destination of the PDF (ISO 32000-2, 12.3.2.4) that shows just its box: whoever holds the
bytes of a paper knows its places for good, whatever the form, the case or this program say by then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_KIND = "place"  # how the name of such a destination begins


class Purpose(StrEnum):
    """What goes into a box."""

    SIGNATURE = "signature"
    FINGERPRINT = "fingerprint"
    SEAL = "seal"


@dataclass(frozen=True, slots=True)
class Box:
    """A place within a strip, in points from its top left corner; ``down``: to the box's own top.

    ``label``: as what somebody signs there; ``name``: who, empty where whoever comes writes it.
    """

    purpose: Purpose
    label: str
    name: str
    left: float
    down: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PaperPlace:
    """A box on a page, counted from 0; its edges in points from the page's lower left corner."""

    purpose: Purpose
    label: str
    name: str
    page: int
    left: float
    bottom: float
    right: float
    top: float


def on_page(box: Box, page: int, x: float, top: float) -> PaperPlace:
    """Where a box comes to lie whose strip begins at that point."""
    left, upper = x + box.left, top - box.down
    return PaperPlace(box.purpose, box.label, box.name, page, round(left, 2), round(upper - box.height, 2),
                      round(left + box.width, 2), round(upper, 2))


def keep_places(canvas: Canvas, places: Iterable[PaperPlace], first: int) -> None:
    """Write the places of the page that is just drawn into its file; ``first``: how many went before."""
    for at, one in enumerate(places, start=first):
        who = f"{one.label}\n{one.name}".encode().hex()  # a name in a PDF is plain ASCII
        name = f"{_KIND}.{at:04d}.{one.purpose}.{who}"
        destination = canvas.bookmarkPage(name, fit="FitR", left=one.left, bottom=one.bottom, right=one.right,
                                          top=one.top)
        _destinations(canvas).sequence.extend((f"({name})", destination))


def _destinations(canvas: Canvas) -> Any:
    """The file's tree of named destinations, in order: the library writes down only those that a link leads
    to. They are strings, for a name of an object has at most 127 bytes (ISO 19005-2, 6.1.13)."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary

    catalog: Any = canvas._doc.Catalog  # type: ignore[attr-defined]
    if not hasattr(catalog, "Names"):
        catalog.Names = PDFDictionary({"Dests": PDFDictionary({"Names": PDFArray([])})})
    return catalog.Names.dict["Dests"].dict["Names"]


def places_in(pdf: bytes) -> tuple[PaperPlace, ...]:
    """The places that a paper keeps, in their order; none where it keeps none, as older papers do."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(pdf))
    found = []
    for name, box in reader.named_destinations.items():
        page = reader.get_destination_page_number(box)
        name = name.removeprefix("/")  # as papers were made before
        if name.startswith(f"{_KIND}.") and page is not None:
            edges = tuple(float(edge or 0) for edge in (box.left, box.bottom, box.right, box.top))
            found.append((name, page, edges))
    return tuple(_read(sorted(found)))


def _read(found: Iterable[tuple[str, int, tuple[float, ...]]]) -> Iterator[PaperPlace]:
    for name, page, (left, bottom, right, top) in found:
        _kind, _at, purpose, who = name.split(".")
        label, _, signer = bytes.fromhex(who).decode().partition("\n")
        yield PaperPlace(Purpose(purpose), label, signer, page, left, bottom, right, top)
