"""Paragraphs and runs of a word processor's file, as elements of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mediation_desk.documents.template.blocks import Align, Run, Runs
from mediation_desk.documents.word.styles import HEI, Style

_JC = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}


def node(tag: str, *children: Any, **told: str | float) -> Any:
    """An element of the main namespace; ``told`` are its attributes. None among the children is left out."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for name, value in told.items():
        made.set(qn(f"w:{name}"), value if isinstance(value, str) else str(round(value)))
    made.extend([child for child in children if child is not None])
    return made


def twips(points: float) -> int:
    """Twentieths of a point, in which the format measures."""
    return round(points * 20)


@dataclass(frozen=True, slots=True)
class Shape:
    """How one paragraph differs from its style. Measures in points; None: as the style has it.

    ``before``: space above it; ``keep``: it stays on the page of what follows; ``tab``: a stop at which a
    line to sign on ends; ``number``: the list that it is an item of.
    """

    align: Align | None = None
    size: float | None = None
    leading: float | None = None
    before: float = 0.0
    right: float = 0.0
    keep: bool = False
    new_page: bool = False
    tab: float | None = None
    number: int | None = None
    unindented: bool = False


AS_STYLED = Shape()


def paragraph(style: Style, runs: Runs = (), shape: Shape = AS_STYLED, *further: Any) -> Any:
    """A paragraph in a style; ``further`` are runs that are more than text, behind the others."""
    return node("p", _properties(style, shape), *(run_of(run, shape.size) for run in runs if run.text),
                *further)


def _properties(style: Style, shape: Shape) -> Any:
    """In the order that the format demands."""
    return node("pPr", node("pStyle", val=style), *_held(shape), *_placed(shape),
                node("jc", val=_JC[shape.align]) if shape.align else None)


def _held(shape: Shape) -> Iterator[Any]:
    if shape.keep:
        yield node("keepNext")
    if shape.new_page:
        yield node("pageBreakBefore")
    if shape.number is not None:
        yield node("numPr", node("ilvl", val="0"), node("numId", val=shape.number))
    if shape.tab is not None:
        yield node("tabs", node("tab", val="right", pos=twips(shape.tab)))


def _placed(shape: Shape) -> Iterator[Any]:
    spacing: dict[str, str | float] = {}
    if shape.before:
        spacing["before"] = twips(shape.before)
    if shape.leading is not None:
        spacing |= {"line": twips(shape.leading), "lineRule": "exact"}
    if spacing:
        yield node("spacing", **spacing)
    indent: dict[str, str | float] = {"right": twips(shape.right)} if shape.right else {}
    if shape.unindented:
        indent |= {"firstLine": 0, "firstLineChars": 0}
    if indent:
        yield node("ind", **indent)


def run_of(run: Run, size: float | None = None) -> Any:
    """Text in one weight; a line feed in it is a line break."""
    return node("r", run_properties(bold=run.bold, size=size), *_text(run.text))


def run_properties(*, bold: bool = False, size: float | None = None, hei: bool = False,
                   underlined: bool = False, grey: bool = False) -> Any:
    """How a run differs from its style, or None."""
    told = [node("rFonts", ascii=HEI, hAnsi=HEI, eastAsia=HEI, cs=HEI) if hei else None,
            *((node("b"), node("bCs")) if bold else ()),
            node("color", val="737373") if grey else None,
            *((node("sz", val=2 * size), node("szCs", val=2 * size)) if size else ()),
            node("u", val="single") if underlined else None]
    return node("rPr", *told) if any(one is not None for one in told) else None


def blank_line() -> Any:
    """A line to write on, from here to the paragraph's tab stop: an underlined tab, which is no text."""
    return node("r", run_properties(underlined=True), node("tab"))


def _text(text: str) -> Iterable[Any]:
    for at, part in enumerate(printable(text).split("\n")):
        if at:
            yield node("br")
        if part:
            made = node("t")
            made.text = part
            made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            yield made


def printable(text: str) -> str:
    """Text that XML can hold."""
    return "".join(char for char in text if char == "\n" or (char >= " " and char not in "\ufffe\uffff"))


def field(name: str, shown: str) -> list[Any]:
    """A field with the text that is shown until a program counts for itself."""
    word = node("instrText")
    word.text = f" {name} "
    word.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [node("r", node("fldChar", fldCharType="begin")), node("r", word),
            node("r", node("fldChar", fldCharType="separate")), run_of(Run(shown)),
            node("r", node("fldChar", fldCharType="end"))]
