"""What is drawn belongs to a part or is an artifact; the tree is in the order of drawing."""

from __future__ import annotations

from io import BytesIO
from itertools import islice
from typing import Any

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from mediation_desk.documents.setting.strips import Strip
from mediation_desk.documents.setting.tags import LAYOUT, PAGINATION, Tag, Tree, row_tags, switch, tagged
from tests.documents.setting.canvas import Noting


def drawn(canvas: Canvas, _x: float, _top: float) -> None:
    switch(canvas, Tag("Figure", alt="不该有"))
    canvas.line(0, 0, 10, 10)


def strip(tag: Tag | None) -> Strip:
    return Strip(10, drawn, tag=tag)


def test_a_canvas_without_a_tree_is_told_nothing() -> None:
    noting: Any = Noting()
    switch(noting, LAYOUT)
    assert noting.marks == []


def test_inside_an_artifact_nothing_is_a_part() -> None:
    """A header row that comes again says what its cells are, and is not heard."""
    target = BytesIO()
    canvas = Canvas(target)
    tree = Tree(canvas)
    table = Tag("Table")
    cell = next(row_tags(table, "TD"))
    tree.draw(strip(PAGINATION), 0, 0)
    tree.switch(cell)
    tree.end_page()
    tree.end_paper()
    tree.finish()
    canvas.save()
    root: Any = PdfReader(target).trailer["/Root"]
    (body,) = root["/StructTreeRoot"]["/K"]
    (whole,) = body["/K"]
    assert (body["/S"], whole["/S"]) == ("/Document", "/Table")
    (row,) = whole["/K"]
    assert [one["/S"] for one in row["/K"]] == ["/TD"] and not cell.parent.attributes  # type: ignore[union-attr]


def test_a_header_beside_values_says_so_and_one_above_them_too() -> None:
    beside = list(islice(row_tags(Tag("Table"), "TH", "TD"), 4))
    assert [one.role for one in beside] == ["TH", "TD", "TH", "TD"]
    assert len({one.parent for one in beside}) == 1
    above = next(row_tags(Tag("Table"), "TH"))
    assert "/Row" in beside[0].attributes and "/Column" in above.attributes and not beside[1].attributes


def test_strips_are_tagged_without_being_changed() -> None:
    tag = Tag("P")
    (one,) = tagged([strip(None)], tag)
    assert one.tag is tag and one.height == 10
