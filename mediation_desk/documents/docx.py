"""Blocks as a DOCX that an office can go on writing in: the PDF's text, in its measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import zip_longest
from typing import Any

from mediation_desk.documents.setting.strips import (
    BODY,
    BODY_LEADING,
    COMPACT,
    COMPACT_LEADING,
    Sheet,
    TypeCase,
)
from mediation_desk.documents.template.blocks import (
    Align,
    Block,
    Chart,
    Columns,
    Form,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Picture,
    QrCode,
    Rule,
    Run,
    SignatureArea,
    Spacer,
    Table,
    Title,
    Turn,
)
from mediation_desk.documents.word.package import Package
from mediation_desk.documents.word.pictures import picture_parts, qr_parts
from mediation_desk.documents.word.signing import signature_parts
from mediation_desk.documents.word.styles import Style
from mediation_desk.documents.word.tables import chart_parts, columns_parts, form_parts, table_parts
from mediation_desk.documents.word.text import AS_STYLED, Shape, node, paragraph
from mediation_desk.library.fonts import Fonts, shipped_fonts
from mediation_desk.library.forms import Compact

_GAP = 8.0  # points between a table and what follows
_LEAST_GAP = 1.0
_HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3)  # of the levels 2, 3 and 4 of a form


def make_docx(blocks: Sequence[Block], *, title: str, created: datetime, fonts: Fonts | None = None,
              wide: bool = False, numbered: bool = True, compact: Compact = False, handout: bool = False,
              foot: str = "", mark: str = "") -> bytes:
    """The paper as DOCX bytes, the same for the same arguments, and the same text as the PDF.

    ``title`` names the kind of paper; no person stands in the file's description. ``created`` is an aware
    datetime. ``fonts``: the typefaces by which columns are measured, as the PDF's are (the shipped ones
    where none are given); the file names those that every office suite has. ``mark`` stands in every page's
    head. A character that a typeface lacks, and a table too wide for the PDF, are no hindrance here.
    """
    writer = Writer(title=title, created=created, fonts=fonts, wide=wide, numbered=numbered, compact=compact,
                    handout=handout, foot=foot, mark=mark)
    writer.write(blocks)
    return writer.saved()


class Writer:
    """One file being written, paper by paper; the arguments are those of :func:`make_docx`."""

    def __init__(self, *, title: str, created: datetime, fonts: Fonts | None = None, wide: bool = False,
                 numbered: bool = True, compact: Compact = False, handout: bool = False, foot: str = "",
                 mark: str = "") -> None:
        size, leading = (COMPACT, COMPACT_LEADING) if compact else (BODY, BODY_LEADING)
        self._case = TypeCase(fonts or _shipped(), size, leading)
        self._sheet = Sheet(wide, compact, handout)
        self._package = Package(self._sheet, size, leading)
        self._package.describe(title, created)
        self._package.foot(numbered, foot)
        if mark:
            self._package.mark(mark)

    def write(self, blocks: Sequence[Block]) -> None:
        """Append a paper."""
        with self._case.fonts.lock:
            self._package.put(_Paper(self._case, self._sheet, self._package).parts(blocks))

    def taken(self) -> bytes:
        """What was written so far, as it stands in the file's text, and no longer kept."""
        return self._package.taken()

    def saved(self) -> bytes:
        """The finished file."""
        return self._package.saved()


@cache
def _shipped() -> Fonts:
    return shipped_fonts()


class _Paper:
    """One paper on its way: what stands between its blocks waits for the next."""

    def __init__(self, case: TypeCase, sheet: Sheet, package: Package) -> None:
        self._case, self._sheet, self._package = case, sheet, package
        self._space = 0.0  # above the next block
        self._behind_table = self._new_page = False

    def parts(self, blocks: Sequence[Block]) -> Iterator[Any]:
        """The paragraphs and tables of the paper; the last is a paragraph, as the format demands."""
        for block, following in zip_longest(blocks, blocks[1:]):
            yield from self._block(block, _holds(following))
        if self._behind_table:
            yield self._gap(_LEAST_GAP)

    def _block(self, block: Block, held: bool) -> Iterator[Any]:
        match block:
            case Spacer():
                self._space += block.lines * BODY_LEADING
            case PageBreak():
                self._new_page = True
            case Turn():
                yield self._section_end()
                self._sheet = Sheet(block.wide, self._sheet.compact, self._sheet.handout)
                self._package.turn(self._sheet)
            case Title() | Heading() | Paragraph() | Items() | Rule():
                yield from self._text(block, held)
            case _:
                yield from self._apart(block)

    # -- text ----------------------------------------------------------------------------------

    def _text(self, block: Title | Heading | Paragraph | Items | Rule, held: bool) -> Iterator[Any]:
        match block:
            case Title():
                yield self._line(Style.OFFICE if block.office else Style.TITLE, (Run(block.text),))
            case Heading():
                yield self._line(_HEADINGS[min(block.level, 4) - 2], (Run(block.text),))
            case Paragraph():
                yield self._paragraph(block, held or block.keep_with_next)
            case Items():
                yield from self._items(block, held)
            case Rule():
                yield self._rule()

    def _paragraph(self, block: Paragraph, keep: bool) -> Any:
        style = Style.NOTE if block.small else Style.BODY
        return self._line(style, block.runs, Shape(
            align=None if block.align is Align.JUSTIFY else block.align, keep=keep,
            unindented=not block.indent and not block.small))

    def _items(self, block: Items, held: bool) -> Iterator[Any]:
        number = self._package.lists.begin(block)
        style = Style.DOTTED if block.start is None else Style.NUMBERED
        last = len(block.items) - 1
        for at, item in enumerate(block.items):
            yield self._line(style, item, Shape(number=number, keep=held and at == last))

    def _rule(self) -> Any:
        line = self._line(Style.GAP)
        border = node("pBdr", node("bottom", val="single", sz="4", space="1", color="auto"))
        line[0].insert(len(line[0].xpath("w:pStyle|w:keepNext|w:pageBreakBefore")), border)
        return line

    def _line(self, style: Style, runs: tuple[Run, ...] = (), shape: Shape = AS_STYLED) -> Any:
        shape = replace(shape, before=shape.before + self._space, new_page=self._new_page)
        self._space, self._new_page, self._behind_table = 0.0, False, False
        return paragraph(style, runs, shape)

    # -- what stands apart ---------------------------------------------------------------------

    def _apart(self, block: Block) -> Iterator[Any]:
        width, high, case = self._sheet.width, self._sheet.height, self._case
        match block:
            case Table():
                yield from self._tabled(table_parts(block, case, width, high))
            case Form():
                yield from self._tabled(form_parts(block, case, width, high))
            case SignatureArea():
                yield from self._tabled(signature_parts(block, width, high))
            case Columns():
                yield from self._tabled(columns_parts(block, case, width))
            case Chart():
                yield from self._tabled(chart_parts(block, width, self._package.pictures))
            case QrCode():
                yield from self._tabled(qr_parts(block, self._package.pictures))
            case Picture():
                yield from self._tabled(picture_parts(block, width, self._package.pictures))

    def _tabled(self, parts: Sequence[Any]) -> Iterator[Any]:
        """Parts of which one may be a table: two tables are never neighbours, for they would be one."""
        if parts and (self._space or self._new_page or (self._behind_table and _is_table(parts[0]))):
            yield self._gap(self._space or _LEAST_GAP)
        yield from parts
        self._behind_table = bool(parts) and _is_table(parts[-1])
        self._space = _GAP if self._behind_table else 0.0

    def _section_end(self) -> Any:
        """An empty line that ends the pages of this form; what follows begins new ones."""
        made = paragraph(Style.GAP, (), Shape(leading=_LEAST_GAP))
        made[0].append(self._package.section())
        self._space, self._new_page, self._behind_table = 0.0, False, False
        return made

    def _gap(self, high: float) -> Any:
        """An empty line of that height, in points, that stays with what follows."""
        made = paragraph(Style.GAP, (), Shape(leading=high, keep=True, new_page=self._new_page))
        self._space, self._new_page, self._behind_table = 0.0, False, False
        return made


def _is_table(part: Any) -> bool:
    return bool(part.tag == node("tbl").tag)


def _holds(following: Block | None) -> bool:
    """Whether a block does not stand on a page without something of the block before it."""
    return isinstance(following, SignatureArea) or (isinstance(following, Paragraph) and following.small)
