"""Objects are taken over with all that they refer to, each once; what lies too deep is refused."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, NameObject, NumberObject

from mediation_desk.documents.binding.stream import Copier, PdfStream, TooDeep, name_tree, text, written
from tests.documents.binding.papers import paper


def test_what_several_pages_share_is_written_once() -> None:
    target = io.BytesIO()
    stream = PdfStream(target)
    copier = Copier(stream)
    reader = PdfReader(io.BytesIO(paper("one", "two")))
    faces = {copier.written(page["/Resources"].raw_get("/Font")) for page in reader.pages}  # type: ignore[attr-defined]
    copier.settle()
    assert len(faces) == 1 and target.getvalue().count(b"/Helvetica") == 1


def test_a_file_says_where_everything_stands_even_what_was_never_put() -> None:
    target = io.BytesIO()
    stream = PdfStream(target)
    root, lost = stream.reserve(), stream.reserve()
    tree = stream.add(b"<< /Type /Pages /Count 0 /Kids [] >>")
    stream.put(root, name_tree({b"/Type": b"/Catalog", b"/Pages": b"%d 0 R" % tree}))
    stream.close(root, stream.add(b"<< /Title %s >>" % text("卷宗")))
    reader = PdfReader(io.BytesIO(target.getvalue()), strict=True)
    assert len(reader.pages) == 0 and reader.metadata is not None and reader.metadata.title == "卷宗"
    assert lost and b"null" in target.getvalue()


def test_what_lies_deeper_than_any_paper_has_it_is_refused() -> None:
    nest = ArrayObject([NameObject("/A"), NumberObject(1)])
    assert written(nest, lambda _one: 0) == b"[ /A 1 ]"
    for _ in range(70):
        nest = ArrayObject([nest])
    with pytest.raises(TooDeep):
        written(nest, lambda _one: 0)
