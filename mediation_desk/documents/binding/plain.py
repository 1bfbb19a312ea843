"""A stranger's PDF as plain pages of A4: what is drawn on them, and nothing that acts by itself.

Runs in the process apart, which limits its memory and time.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from mediation_desk.documents.binding.stream import Copier, PdfStream, TooDeep, name_tree, references
from mediation_desk.domain.words import N_, DeskError

A4 = (595.276, 841.89)  # points
MOST_PAGES = 1000  # as the sentence says
_HIDDEN = 2 | 32  # of an annotation's flags: hidden, no view
Matrix = tuple[float, float, float, float, float, float]

NOT_READ = (PyPdfError, TooDeep, RecursionError, ValueError, LookupError, TypeError, AttributeError,
            AssertionError, ArithmeticError)
"""What a broken file makes of a reader."""
LOCKED = N_("This PDF is locked with a password.")
BROKEN = N_("This PDF cannot be read; it may be damaged.")
TOO_LONG = N_("This PDF has more than 1,000 pages.")


def plain(data: bytes) -> bytes:
    """The same pages, each shrunk onto A4 where it is larger and turned as it is shown, with seals and other
    marks that lie over it. DeskError where it is locked, broken or too long."""
    try:
        return _rewritten(_opened(data))
    except NOT_READ as broken:
        raise DeskError(BROKEN) from broken


def _opened(data: bytes) -> PdfReader:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise DeskError(LOCKED)
    count = len(reader.pages)
    if not count:
        raise DeskError(BROKEN)
    if count > MOST_PAGES:
        raise DeskError(TOO_LONG)
    return reader


def _rewritten(reader: PdfReader) -> bytes:
    target = BytesIO()
    stream = PdfStream(target)
    root, tree = stream.reserve(), stream.reserve()
    copier = Copier(stream)
    pages = []
    for page in reader.pages:
        pages.append(_page(page, stream, copier, tree))
        copier.settle()
    stream.put(tree, b"<< /Type /Pages /Count %d /Kids %s >>" % (len(pages), references(pages)))
    stream.put(root, b"<< /Type /Catalog /Pages %d 0 R >>" % tree)
    stream.close(root, stream.add(b"<< /Producer (Mediation Desk) >>"))
    return target.getvalue()


def _page(page: DictionaryObject, stream: PdfStream, copier: Copier, tree: int) -> int:
    box = _box(page)
    turned = int(_number(page.get("/Rotate"))) % 360
    matrix, size = _onto_a4(box, turned)
    form = stream.add_stream(_drawn(page), name_tree({
        b"/Type": b"/XObject", b"/Subtype": b"/Form", b"/BBox": b"[ %.3f %.3f %.3f %.3f ]" % box,
        b"/Resources": copier.written(_dictionary(page.get("/Resources"))),
        b"/Group": copier.written(_dictionary(page.get("/Group")))})[2:-2])
    marks = list(_marks(page, copier))
    drawing = b"q %.5f %.5f %.5f %.5f %.3f %.3f cm /P Do\n" % matrix
    drawing += b"".join(b"q %.5f %.5f %.5f %.5f %.3f %.3f cm /A%d Do Q\n" % (*place, at)
                        for at, (place, _number) in enumerate(marks)) + b"Q\n"
    held = {b"/P": b"%d 0 R" % form, **{b"/A%d" % at: b"%d 0 R" % number
                                        for at, (_place, number) in enumerate(marks)}}
    return stream.add(name_tree({
        b"/Type": b"/Page", b"/Parent": b"%d 0 R" % tree, b"/MediaBox": b"[ 0 0 %.3f %.3f ]" % size,
        b"/Resources": b"<< /XObject %s >>" % name_tree(held),
        b"/Contents": b"%d 0 R" % stream.add_stream(drawing)}))


def _box(page: DictionaryObject) -> tuple[float, float, float, float]:
    """What of the page is shown."""
    sides = _numbers(page.get("/CropBox", page.get("/MediaBox")))
    if len(sides) != 4:
        return (0, 0, *A4)
    left, right = sorted((sides[0], sides[2]))
    low, high = sorted((sides[1], sides[3]))
    if right - left < 1 or high - low < 1:
        raise ValueError("a page of no size")
    return left, low, right, high


def _onto_a4(box: tuple[float, float, float, float], turned: int) -> tuple[Matrix, tuple[float, float]]:
    """How the page is moved, and the size of its sheet: upright or lying, as the page is."""
    left, low, right, high = box
    wide, tall = right - left, high - low
    turns: dict[int, Matrix] = {0: (1, 0, 0, 1, -left, -low), 90: (0, -1, 1, 0, -low, right),
                                180: (-1, 0, 0, -1, right, high), 270: (0, 1, -1, 0, high, -left)}
    if turned in (90, 270):
        wide, tall = tall, wide
    size = A4 if tall >= wide else A4[::-1]
    scale = min(1.0, size[0] / wide, size[1] / tall)
    a, b, c, d, e, f = (part * scale for part in turns.get(turned, turns[0]))
    return (a, b, c, d, e + (size[0] - wide * scale) / 2, f + (size[1] - tall * scale) / 2), size


def _drawn(page: DictionaryObject) -> bytes:
    """All that draws the page, in one."""
    held = page.get("/Contents")
    found = held.get_object() if held is not None else None
    parts = found if isinstance(found, ArrayObject) else [found]
    streams = [one.get_object() for one in parts if one is not None]
    return b"\n".join(one.get_data() for one in streams if isinstance(one, StreamObject))


def _marks(page: DictionaryObject, copier: Copier) -> Iterator[tuple[Matrix, int]]:
    """What lies over the page and is shown: seals, signatures, filled-in fields, each in its place."""
    held = page.get("/Annots")
    found = held.get_object() if held is not None else None
    for one in found if isinstance(found, ArrayObject) else ():
        mark = one.get_object()
        if not isinstance(mark, DictionaryObject) or int(_number(mark.get("/F"))) & _HIDDEN:
            continue
        if mark.get("/Subtype") in ("/Popup", "/Link"):
            continue
        shown = _appearance(mark)
        if shown is not None and (place := _placed(mark, shown)) is not None:
            reference = shown.indirect_reference
            if reference is not None:
                yield place, copier.number(reference)


def _appearance(mark: DictionaryObject) -> StreamObject | None:
    normal = _dictionary(mark.get("/AP")).get("/N")
    found = normal.get_object() if normal is not None else None
    if isinstance(found, DictionaryObject) and not isinstance(found, StreamObject):
        state = str(mark.get("/AS", ""))
        found = found[state].get_object() if state in found else None
    return found if isinstance(found, StreamObject) else None


def _placed(mark: DictionaryObject, shown: StreamObject) -> Matrix | None:
    """The matrix that brings an appearance's box, as its own matrix turns it, onto the mark's rectangle
    (ISO 32000-1, 12.5.5)."""
    rect, box = _numbers(mark.get("/Rect")), _numbers(shown.get("/BBox"))
    own = _numbers(shown.get("/Matrix")) or [1, 0, 0, 1, 0, 0]
    if len(rect) != 4 or len(box) != 4 or len(own) != 6:
        return None
    corners = [(own[0] * x + own[2] * y + own[4], own[1] * x + own[3] * y + own[5])
               for x in (box[0], box[2]) for y in (box[1], box[3])]
    left, low = min(x for x, _y in corners), min(y for _x, y in corners)
    wide, tall = max(x for x, _y in corners) - left, max(y for _x, y in corners) - low
    if wide < 0.01 or tall < 0.01:
        return None
    across, up = abs(rect[2] - rect[0]) / wide, abs(rect[3] - rect[1]) / tall
    return across, 0, 0, up, min(rect[0], rect[2]) - left * across, min(rect[1], rect[3]) - low * up


def _numbers(value: PdfObject | None) -> list[float]:
    found = value.get_object() if value is not None else None
    return [_number(one) for one in list.__iter__(found)] if isinstance(found, ArrayObject) else []


def _number(value: PdfObject | None) -> float:
    found = value.get_object() if value is not None else 0
    return float(found) if isinstance(found, int | float) else 0.0


def _dictionary(value: PdfObject | None) -> DictionaryObject:
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
