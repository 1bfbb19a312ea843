"""A file is bound: each paper's own pages, numbers in the outer corner, bookmarks, nobody's name."""

from __future__ import annotations

import io
import tracemalloc
from datetime import UTC, datetime

import pdfplumber
from pypdf import PdfReader

from mediation_desk.documents.binding.book import Book, Section, count
from mediation_desk.domain.casefile.sheets import Picture
from mediation_desk.library.fonts import Fonts
from tests.documents.binding.papers import jpeg, outline, paper, read

CREATED = datetime(2025, 1, 20, 8, tzinfo=UTC)


def bound(fonts: Fonts) -> bytes:
    target = io.BytesIO()
    book, front, body = Book(target, fonts), Section(), Section()
    book.mark(body, "正卷", 0)
    book.mark(body, "受理登记表𠮷")
    assert book.add_paper(body, paper("one", "two"), first=1) == 2
    book.mark(body, "证据1")
    pictures = (Picture(jpeg(20, 40), 20, 40), Picture(jpeg(20, 12), 20, 12))
    assert book.add_pictures(body, pictures, first=3, called="证据1 照片") == 2
    book.add_paper(front, paper("cover"))
    assert book.close([front, body], title="卷宗", created=CREATED) == 5
    return target.getvalue()


def test_pages_stand_in_order_with_their_numbers_and_bookmarks(fonts: Fonts) -> None:
    data = bound(fonts)
    assert [text.split() for text in read(data)[:3]] == [["cover"], ["one", "1"], ["two", "2"]]
    assert "3" in read(data)[3] and "证据1（1/2）" in read(data)[3]
    assert outline(data) == [("正卷", 1), [("受理登记表𠮷", 1), ("证据1", 3)]]
    told = PdfReader(io.BytesIO(data))
    assert told.metadata is not None and told.metadata.title == "卷宗" and not told.metadata.author
    assert str(told.root_object["/Lang"]) == "zh-CN" and count(data) == 5


def test_numbers_stand_in_the_outer_corner_above_whatever_a_paper_has(fonts: Fonts) -> None:
    with pdfplumber.open(io.BytesIO(bound(fonts))) as pdf:
        numbers = [next(char for char in page.chars if char["size"] == 10.5 and char["text"].isdigit())
                   for page in pdf.pages[1:3]]
        odd, even = numbers
        assert odd["x1"] > 540 and even["x0"] < 60
        assert all(number["top"] < 35 for number in numbers)
        assert not [char for char in pdf.pages[0].chars if char["text"].isdigit()]


def test_parts_of_one_picture_are_in_one_measure(fonts: Fonts) -> None:
    with pdfplumber.open(io.BytesIO(bound(fonts))) as pdf:
        first, last = (page.images[0] for page in pdf.pages[3:])
        assert abs(first["width"] - last["width"]) < 0.01 and last["height"] < first["height"]


def test_a_paper_is_not_held_once_it_is_written(fonts: Fonts) -> None:
    """Forty pictures of a megabyte each: what is in memory meanwhile is one of them."""
    class Away(io.RawIOBase):
        def write(self, data: object) -> int:
            return len(data)  # type: ignore[arg-type]

    book, section = Book(Away(), fonts), Section()  # type: ignore[arg-type]
    tracemalloc.start()
    for at in range(40):
        book.add_pictures(section, [Picture(bytes(1 << 20), 100, 100)], first=at + 1)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert book.close([section], title="卷宗", created=CREATED) == 40 and most < 6 << 20
