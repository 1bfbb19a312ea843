"""Lists as strips: each item behind its mark, which is told from what the item says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from mediation_desk.documents.setting.strips import Drawing, Strip, TypeCase, paragraph_strips, set_lines
from mediation_desk.documents.setting.tags import DOTTED, NUMBERED, Tag, switch, tagged
from mediation_desk.documents.setting.typeset import Type, TypeLine, lines
from mediation_desk.documents.template.blocks import Align, Items, Paragraph

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def items_strips(block: Items, case: TypeCase, width: float) -> list[Strip]:
    """The items below each other, each a paragraph set in behind its mark."""
    whole = Tag("L", attributes=DOTTED if block.start is None else NUMBERED)
    return [strip for at, one in enumerate(block.paragraphs())
            for strip in _item_strips(one, block.mark(at), case, width, whole)]


def _item_strips(one: Paragraph, mark: str, case: TypeCase, width: float, whole: Tag) -> Iterator[Strip]:
    """An item's lines; in the first one the mark is drawn as a part of its own, where it can be parted."""
    item = Tag("LI", whole)
    label, body = Tag("Lbl", item), Tag("LBody", item)
    first, *rest = paragraph_strips(one, case, width)
    kind = case.body()
    line = lines(one.runs, kind, width, 2 * kind.size, full=one.align is Align.JUSTIFY)[0]  # as it is set
    parted = _parted(line, mark)
    if parted is None:
        yield from tagged((first, *rest), body)
        return
    yield replace(first, draw=_drawing(*parted, kind, width, one, (label, body)))
    yield from tagged(rest, body)


def _parted(line: TypeLine, mark: str) -> tuple[TypeLine, TypeLine] | None:
    """The mark's part of a line and what follows it, each where it stood; None where the mark is one with
    what follows."""
    taken = 0
    while taken < len(line.atoms) and len("".join(atom.text() for atom in line.atoms[:taken])) < len(mark):
        taken += 1
    marks, others = line.atoms[:taken], line.atoms[taken:]
    if "".join(atom.text() for atom in marks) != mark or not others:
        return None
    wide = sum(atom.width for atom in marks)
    return (TypeLine(marks, wide, line.indent, True),
            TypeLine(others, line.width - wide, line.indent + wide, line.ends))


def _drawing(mark: TypeLine, others: TypeLine, kind: Type, width: float, one: Paragraph,
             tags: tuple[Tag, Tag]) -> Drawing:
    def draw(canvas: Canvas, x: float, top: float) -> None:
        for tag, line in zip(tags, (mark, others), strict=True):
            switch(canvas, tag)
            set_lines(canvas, (line,), kind, x, top, width, one.align)
    return draw
