"""A stranger's PDF becomes plain pages of A4; what acts by itself does not come along."""

from __future__ import annotations

import io
import zlib

import pdfplumber
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from mediation_desk.documents.binding import plain as module
from mediation_desk.documents.binding.plain import BROKEN, LOCKED, TOO_LONG, plain
from mediation_desk.domain.words import DeskError
from tests.conftest import LogWatch
from tests.documents.binding.papers import paper, read


@pytest.mark.parametrize(("size", "rotate", "sheet"), [
    ((595, 842), 0, (595.28, 841.89)), ((1190, 1684), 0, (595.28, 841.89)),
    ((842, 595), 0, (841.89, 595.28)), ((842, 595), 90, (841.89, 595.28)), ((200, 300), 0, (595.28, 841.89)),
    ((595, 842), 270, (595.28, 841.89))])
def test_every_page_is_brought_onto_a4_as_it_is_shown(size: tuple[float, float], rotate: int,
                                                      sheet: tuple[float, float]) -> None:
    """Its words lie on the sheet, and no page is turned any more; of a page that is turned, the size is that
    in which it is shown."""
    with pdfplumber.open(io.BytesIO(plain(paper("word", size=size, rotate=rotate)))) as pdf:
        page = pdf.pages[0]
        assert (page.width, page.height) == pytest.approx(sheet, abs=0.02) and not page.rotation
        assert page.chars and all(0 < char["x0"] < page.width and 0 < char["top"] < page.height
                                  for char in page.chars)


def test_scripts_files_and_links_stay_behind() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(paper("kept")))
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject({
        NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("canary")})
    writer.add_attachment("canary.txt", b"canary")
    writer.add_metadata({"/Author": "canary"})
    target = io.BytesIO()
    writer.write(target)
    made = plain(target.getvalue())
    reader = PdfReader(io.BytesIO(made))
    assert read(made)[0].strip() == "kept" and b"canary" not in made
    assert not {"/OpenAction", "/Names", "/AcroForm"} & set(reader.root_object)


def _sealed(hidden: bool = False) -> bytes:
    """A page with a mark over it, as seals and filled-in fields lie there."""
    writer = PdfWriter(clone_from=io.BytesIO(paper("page")))
    shown = DecodedStreamObject()
    shown.set_data(b"0 0 50 50 re f")
    shown.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
                  NameObject("/BBox"): ArrayObject([FloatObject(n) for n in (0, 0, 50, 50)])})
    mark = FreeText(text="x", rect=(300, 300, 400, 400))
    mark[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(shown)})
    mark[NameObject("/F")] = NumberObject(2 if hidden else 4)
    writer.add_annotation(0, mark)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_a_seal_over_the_page_stays_in_its_place_and_a_hidden_mark_does_not() -> None:
    with pdfplumber.open(io.BytesIO(plain(_sealed()))) as pdf:
        rect, = pdf.pages[0].rects
        assert (rect["x0"], rect["x1"]) == pytest.approx((300, 400), abs=1)
        assert (rect["y0"], rect["y1"]) == pytest.approx((300, 400), abs=1)
    with pdfplumber.open(io.BytesIO(plain(_sealed(hidden=True)))) as pdf:
        assert not pdf.pages[0].rects


def test_what_is_locked_broken_or_too_long_is_refused_in_words(monkeypatch: pytest.MonkeyPatch,
                                                                 logs: LogWatch) -> None:
    logs.expect("pypdf")
    writer = PdfWriter(clone_from=io.BytesIO(paper("x")))
    writer.encrypt("secret", algorithm="AES-256")
    target = io.BytesIO()
    writer.write(target)
    with pytest.raises(DeskError, match=LOCKED[:-1]):
        plain(target.getvalue())
    for broken in (b"", b"%PDF-1.7\nnothing", paper("x")[:200]):
        with pytest.raises(DeskError, match=BROKEN[:20]):
            plain(broken)
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    with pytest.raises(DeskError, match=TOO_LONG[:20]):
        plain(paper("a", "b", "c"))


def test_one_that_anybody_may_read_is_read_though_it_is_enciphered() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(paper("for all")))
    writer.encrypt("", "owner", algorithm="AES-256")
    target = io.BytesIO()
    writer.write(target)
    assert [one.strip() for one in read(plain(target.getvalue()))] == ["for all"]


def _bomb() -> bytes:
    """A page whose drawing unpacks to a hundred megabytes of nothing."""
    packer, blank = zlib.compressobj(9), b" " * (1 << 20)
    drawing = EncodedStreamObject()
    drawing._data = b"".join(packer.compress(blank) for _ in range(100)) + packer.flush()
    drawing[NameObject("/Filter")] = NameObject("/FlateDecode")
    writer, target = PdfWriter(), io.BytesIO()
    writer.add_blank_page(595, 842)[NameObject("/Contents")] = writer._add_object(drawing)
    writer.write(target)
    return target.getvalue()


_HEAD = (b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         b"2 0 obj<</Type/Pages/Count 1/Kids[%d 0 R]>>endobj\n")
_TAIL = b"trailer<</Root 1 0 R>>"
_NEST = (b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources " + b"[" * 5000 + b"]" * 5000
         + b">>endobj\n")


@pytest.mark.parametrize("data", [_HEAD % 2 + _TAIL, _HEAD % 3 + _NEST + _TAIL, _bomb()],
                         ids=["pages in a circle", "nested without end", "unpacks to too much"])
def test_what_would_keep_a_reader_busy_for_ever_is_broken(data: bytes, logs: LogWatch) -> None:
    logs.expect("pypdf")
    with pytest.raises(DeskError, match=BROKEN[:20]):
        plain(data)
