"""The bound file: papers and pictures page by page, with numbers, bookmarks and a description."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import BinaryIO, cast

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from mediation_desk.documents.binding.plain import BROKEN, NOT_READ
from mediation_desk.documents.binding.stamps import NAME, SIDE, TOP, Stamps
from mediation_desk.documents.binding.stream import (
    Copier,
    PdfStream,
    name_tree,
    references,
    text,
    written,
)
from mediation_desk.domain.casefile.sheets import Picture
from mediation_desk.domain.words import DeskError
from mediation_desk.library.fonts import Fonts

A4 = (595.276, 841.89)  # points
EDGE = 20 / 25.4 * 72  # around a picture
_BENEATH = TOP + 10  # a picture begins beneath the number


@dataclass(frozen=True)
class _Mark:
    """A bookmark; ``level`` 0 holds those of level 1 that follow it."""

    title: str
    level: int
    page: int


class Section:
    """Pages that lie together, in the order in which they were added; which section comes first is said
    when the book is closed."""

    def __init__(self) -> None:
        self.pages: list[int] = []
        self.marks: list[_Mark] = []


class Book:
    """A file under way. What was added is on its way to the disk at once, and is not held."""

    def __init__(self, target: BinaryIO, fonts: Fonts) -> None:
        self._stream = PdfStream(target)
        self._root = self._stream.reserve()
        self._tree = self._stream.reserve()
        self._stamps = Stamps(fonts)
        self._font = self._stamp_font()

    def _stamp_font(self) -> int:
        copier = Copier(self._stream)
        page = PdfReader(BytesIO(self._stamps.pdf)).pages[0]
        resources = cast(DictionaryObject, page["/Resources"])
        fonts = cast(DictionaryObject, resources["/Font"])
        faces = [fonts.raw_get(name) for name in fonts
                 if str(cast(DictionaryObject, fonts[name])["/Subtype"]) == "/TrueType"]
        number = copier.number(cast(IndirectObject, faces[0]))
        copier.settle()
        return number

    # -- pages ---------------------------------------------------------------------------

    def add_paper(self, section: Section, data: bytes, *, first: int = 0) -> int:
        """Take every page of a PDF over as it is; ``first``: the number of its first page, 0 for pages
        without one. How many there were. DeskError for one that cannot be read; nothing of it is added."""
        try:
            reader, copier = PdfReader(BytesIO(data)), Copier(self._stream)
            made = [self._taken(page, copier, first + at if first else 0)
                    for at, page in enumerate(reader.pages)]
            copier.settle()
        except NOT_READ as broken:
            raise DeskError(BROKEN) from broken
        section.pages += made
        return len(made)

    def _taken(self, page: DictionaryObject, copier: Copier, number: int) -> int:
        left, low, right, high = (float(cast(float, side)) for side in cast(ArrayObject, page["/MediaBox"]))
        width, height = right - left, high - low
        before = self._stream.add_stream(b"q\n")
        drawing = self._stamps.number(number, width, height) if number else b""
        if left or low:
            drawing = b"q 1 0 0 1 %.2f %.2f cm %s Q\n" % (left, low, drawing)
        after = self._stream.add_stream(b"\nQ\n" + drawing)
        return self._stream.add(name_tree({
            b"/Type": b"/Page", b"/Parent": b"%d 0 R" % self._tree,
            b"/MediaBox": copier.written(cast(ArrayObject, page["/MediaBox"])),
            b"/Resources": self._resources(page, copier),
            b"/Contents": references([before, *_contents(page, copier), after])}))

    def _resources(self, page: DictionaryObject, copier: Copier) -> bytes:
        """The page's own, with the face of the numbers besides."""
        own = _whole(page.get("/Resources"))
        fonts = _whole(own.get("/Font"))
        faces = {written(key, copier.number): copier.written(fonts.raw_get(key)) for key in fonts}
        entries = {written(key, copier.number): copier.written(own.raw_get(key))
                   for key in own if key != "/Font"}
        return name_tree({**entries, b"/Font": name_tree({**faces, NAME: b"%d 0 R" % self._font})})

    def add_pictures(self, section: Section, pictures: Sequence[Picture], *, first: int, called: str = ""
                     ) -> int:
        """Each picture on a page of its own, all in one measure; ``called``: what stands above them, with
        their count where there are several."""
        lying = pictures[0].width > pictures[0].height
        size = A4[::-1] if lying else A4
        scale = min(_scale(one, size) for one in pictures)
        for at, one in enumerate(pictures):
            several = f"（{at + 1}/{len(pictures)}）" if len(pictures) > 1 else ""
            section.pages.append(self._pictured(one, size, scale, first + at, called + several))
        return len(pictures)

    def _pictured(self, picture: Picture, size: tuple[float, float], scale: float, number: int, said: str
                  ) -> int:
        width, height = size
        image = self._stream.add_stream(
            picture.jpeg, b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8"
            b" /ColorSpace %s /Filter /DCTDecode"
            % (picture.width, picture.height, b"/DeviceGray" if picture.grey else b"/DeviceRGB"), packed=True)
        wide, high = picture.width * scale, picture.height * scale
        drawing = b"q %.3f 0 0 %.3f %.3f %.3f cm /Im Do Q\n" % (
            wide, high, (width - wide) / 2, height - _BENEATH - high)
        drawing += self._stamps.number(number, width, height)
        drawing += self._stamps.caption(said, width, height, number) if said else b""
        return self._stream.add(name_tree({
            b"/Type": b"/Page", b"/Parent": b"%d 0 R" % self._tree,
            b"/MediaBox": b"[ 0 0 %.3f %.3f ]" % (width, height),
            b"/Resources": b"<< /XObject << /Im %d 0 R >> /Font << %s %d 0 R >> >>" % (image, NAME,
                                                                                        self._font),
            b"/Contents": b"%d 0 R" % self._stream.add_stream(drawing)}))

    def mark(self, section: Section, title: str, level: int = 1) -> None:
        """A bookmark to the page that is added next."""
        section.marks.append(_Mark(title, level, len(section.pages)))

    # -- the end -------------------------------------------------------------------------

    def close(self, sections: Iterable[Section], *, title: str, created: datetime) -> int:
        """Write page tree, bookmarks and description; how many pages there are. ``title`` names the kind of
        file, nobody in it."""
        kept = list(sections)
        pages = [page for one in kept for page in one.pages]
        marks = [_Mark(mark.title, mark.level, one.pages[mark.page])
                 for one in kept for mark in one.marks if mark.page < len(one.pages)]
        self._stream.put(self._tree, b"<< /Type /Pages /Count %d /Kids %s >>" % (
            len(pages), references(pages)))
        outline = self._outline(marks)
        self._stream.put(self._root, name_tree({
            b"/Type": b"/Catalog", b"/Pages": b"%d 0 R" % self._tree, b"/Lang": b"(zh-CN)",
            b"/PageMode": b"/UseOutlines", b"/Outlines": b"%d 0 R" % outline,
            b"/ViewerPreferences": b"<< /DisplayDocTitle true >>"}))
        moment = f"(D:{created.astimezone(UTC):%Y%m%d%H%M%S}Z)".encode()
        self._stream.close(self._root, self._stream.add(name_tree({
            b"/Title": text(title), b"/Producer": b"(Mediation Desk)", b"/CreationDate": moment,
            b"/ModDate": moment})))
        return len(pages)

    def _outline(self, marks: Sequence[_Mark]) -> int:
        root = self._stream.reserve()
        whole = b"/Type /Outlines" + self._beneath(root, _tree(marks))
        return self._stream.put(root, b"<< %s >>" % whole)

    def _beneath(self, parent: int, marks: Sequence[tuple[_Mark, Sequence[_Mark]]]) -> bytes:
        """Write the bookmarks beneath one; what its own dictionary says of them."""
        if not marks:
            return b""
        numbers = [self._stream.reserve() for _one in marks]
        for at, (mark, under) in enumerate(marks):
            entries = b"/Title %s /Parent %d 0 R /Dest [ %d 0 R /Fit ]" % (text(mark.title), parent,
                                                                           mark.page)
            entries += b" /Prev %d 0 R" % numbers[at - 1] if at else b""
            entries += b" /Next %d 0 R" % numbers[at + 1] if at + 1 < len(numbers) else b""
            entries += self._beneath(numbers[at], [(one, ()) for one in under])
            self._stream.put(numbers[at], b"<< %s >>" % entries)
        return b" /First %d 0 R /Last %d 0 R /Count %d" % (numbers[0], numbers[-1], len(numbers))


def _scale(picture: Picture, size: tuple[float, float]) -> float:
    """Points for a pixel, so that it has room."""
    return min((size[0] - 2 * SIDE) / picture.width, (size[1] - _BENEATH - EDGE) / picture.height,
               picture.largest / 25.4 * 72)


def _tree(marks: Sequence[_Mark]) -> list[tuple[_Mark, list[_Mark]]]:
    """Each mark of level 0 with those of level 1 behind it; what comes before any stands alone."""
    found: list[tuple[_Mark, list[_Mark]]] = []
    for mark in marks:
        if mark.level and found and found[-1][0].level == 0:
            found[-1][1].append(mark)
        else:
            found.append((mark, []))
    return found


def _whole(value: PdfObject | None) -> DictionaryObject:
    """A dictionary itself, whether it was written in place or referred to."""
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _contents(page: DictionaryObject, copier: Copier) -> list[int]:
    """The numbers of the streams that draw the page."""
    if "/Contents" not in page:
        return []
    value = page.raw_get("/Contents")
    held = value.get_object()
    if isinstance(held, ArrayObject):
        return [copier.number(one) for one in list.__iter__(held) if isinstance(one, IndirectObject)]
    return [copier.number(value)] if isinstance(value, IndirectObject) else []


def count(data: bytes) -> int:
    """How many pages a PDF has; DeskError for one that cannot be read."""
    try:
        return len(PdfReader(BytesIO(data)).pages)
    except NOT_READ as broken:
        raise DeskError(BROKEN) from broken
