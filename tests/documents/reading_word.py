"""Reads a paper back from its DOCX, and what its PDF says in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from mediation_desk.documents.setting.compose import compose
from mediation_desk.documents.template.blocks import Block, Table, plain_text
from mediation_desk.documents.views.paper import Paper
from mediation_desk.library.forms import document_template
from tests.documents.reading import pages

_FINGER = "指印"  # in a box of its own; a form's words never end a line with it alone


def together(text: str) -> str:
    """Text without spaces and line ends."""
    return "".join(text.split())


def word_lines(data: bytes) -> list[str]:
    """Paragraphs with their numbers and cells with their text, in the order in which they are read."""
    document = Document(BytesIO(data))
    return [line for line in _Numbered(document).lines(document.element.body) if line.strip()]


def word_text(data: bytes) -> str:
    """The same run together, without the words in the boxes for a finger."""
    return "".join(together(line) for line in word_lines(data) if line != _FINGER)


def paper_text(paper: Paper, pdf: bytes) -> str:
    """What a PDF of the paper says once: no page's number, no table's head again, no box for a finger."""
    template = document_template(paper.template)
    blocks = list(compose(template, paper))
    texts = [_without_fingers(page) for page in pages(pdf)]
    said = list[str]()
    for at, text in enumerate(texts, start=1):
        text = _once(text, f"第{at}页共{len(texts)}页") if template.header.numbered else text
        text = _once(text, template.header.signed_by_page) if template.header.signed_by_page else text
        said.append(_without_heads(text, blocks, "".join(said)))
    return "".join(said)


def _without_fingers(page: str) -> str:
    return "".join(together(line) for line in page.splitlines() if line.replace(_FINGER, "").strip())


def _once(text: str, foot: str) -> str:
    head, found, tail = text.rpartition(together(foot))
    assert found, f"{foot} stands on no page"
    return head + tail


def _without_heads(text: str, blocks: Sequence[Block], before: str) -> str:
    """A page without the head of the table that goes on at its beginning."""
    for block in blocks:
        if isinstance(block, Table):
            cells = together("".join(plain_text(cell) for row in block.header for cell in row))
            heads = [cells, *([together(f"{block.caption}（续）") + cells] if block.caption else [])]
            for head in heads:
                if cells and cells in before and text.startswith(head):
                    return text.removeprefix(head)
    return text


class _Numbered:
    """Counts the items of each list as an office suite does."""

    def __init__(self, document: Any) -> None:
        numbering = document.part.numbering_part.element
        kinds = {kind.get(qn("w:abstractNumId")): kind for kind in numbering.findall(qn("w:abstractNum"))}
        self._marks: dict[str, Any] = {}
        self._next: dict[str, int] = {}
        for num in numbering.findall(qn("w:num")):
            key = num.get(qn("w:numId"))
            self._marks[key] = kinds[num.find(qn("w:abstractNumId")).get(qn("w:val"))]
            self._next[key] = int(next((one.get(qn("w:val")) for one in num.iter(qn("w:startOverride"))), 1))

    def lines(self, body: Any) -> Iterator[str]:
        for child in body:
            if child.tag == qn("w:p"):
                yield self._mark(child) + text_of(child)
            elif child.tag == qn("w:tbl"):
                yield from self._cells(child)

    def _cells(self, table: Any) -> Iterator[str]:
        for cell in table.iter(qn("w:tc")):
            merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            if merged is None or merged.get(qn("w:val")) == "restart":
                yield "\n".join(text_of(line) for line in cell.findall(qn("w:p")))

    def _mark(self, paragraph: Any) -> str:
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if named is None:
            return ""
        key = named.get(qn("w:val"))
        text = next(self._marks[key].iter(qn("w:lvlText"))).get(qn("w:val"))
        number, self._next[key] = self._next[key], self._next[key] + 1
        return str(text).replace("%1", str(number))


def text_of(paragraph: Any) -> str:
    """A paragraph's text; line breaks and tabs as such."""
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(one.text or "" if one.tag == qn("w:t") else signs.get(one.tag, "")
                   for run in paragraph.iter(qn("w:r")) for one in run)
