"""Blocks as a PDF on A4, set as a Chinese official document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from io import BytesIO
from typing import IO, TYPE_CHECKING

from mediation_desk.documents import archival
from mediation_desk.documents.setting.by_hand import hand_strips
from mediation_desk.documents.setting.charts import chart_strips
from mediation_desk.documents.setting.faces import blanks
from mediation_desk.documents.setting.foot_code import CAPTION, draw_foot_code
from mediation_desk.documents.setting.form import form_strips
from mediation_desk.documents.setting.grid import table_strips
from mediation_desk.documents.setting.listed import items_strips
from mediation_desk.documents.setting.pages import fitted
from mediation_desk.documents.setting.places import PaperPlace, keep_places, on_page
from mediation_desk.documents.setting.signing import (
    columns_strips,
    picture_strips,
    qr_strips,
    signature_strips,
)
from mediation_desk.documents.setting.strips import (
    COMPACT,
    COMPACT_LEADING,
    Sheet,
    Strip,
    TypeCase,
    heading_strips,
    paragraph_strips,
    rule_strip,
    set_lines,
    space_strip,
    title_strips,
)
from mediation_desk.documents.setting.tags import LAYOUT, PAGINATION, Tag, Tree, tagged
from mediation_desk.documents.setting.typeset import lines
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
from mediation_desk.domain.paper_code import PaperCode
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import Compact

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_UNDER = 4 / 25.4 * 72  # the line to sign on stands so far beneath it
_FOOT = 7 / 25.4 * 72  # the page number stands 7 mm below the type area (GB/T 9704-2012, 7.5)


def make_pdf(blocks: Sequence[Block], fonts: Fonts, *, title: str, created: datetime,
             mark: str = "", wide: bool = False, numbered: bool = True, compact: Compact = False,
             handout: bool = False, foot: str = "", code: PaperCode | None = None) -> bytes:
    """The paper as PDF/A-2u bytes, the same for the same arguments.

    ``title`` and ``code`` are the only things said in the file's description, so that it names the
    kind of paper and no person; ``created`` is an aware datetime; ``mark`` (草稿) stands in every
    page's head; ``compact`` sets running text at size four (``"text"``: within the usual margins);
    ``handout`` leaves narrow margins; ``foot``: the words before a line to sign on in every foot; ``code``
    stands in the last page's foot.
    Raises DeskError for a table that is too wide.
    """
    target = BytesIO()
    draw_pdfs([blocks], fonts, target, title=title, created=created, mark=mark, wide=wide, numbered=numbered,
              compact=compact, handout=handout, foot=foot, code=code)
    return target.getvalue()


def draw_pdfs(papers: Iterable[Sequence[Block]], fonts: Fonts, target: IO[bytes], *, title: str,
              created: datetime, mark: str = "", wide: bool = False, numbered: bool = True,
              compact: Compact = False, handout: bool = False, foot: str = "",
              code: PaperCode | None = None) -> None:
    """Several papers one behind the other in one PDF, each on pages of its own that are numbered for
    themselves. A paper is let go of once it is drawn: only its pages stay, compressed."""
    case = TypeCase(fonts, COMPACT, COMPACT_LEADING) if compact else TypeCase(fonts)
    sheet = Sheet(wide, compact, handout)
    with fonts.lock:
        canvas = _canvas(target, case, sheet)
        archival.begin(canvas, title, created, code.token if code else "")
        tree = Tree(canvas)
    for blocks in papers:
        with fonts.lock:
            pages = _pages(blocks, case, sheet)
            _draw(canvas, tree, pages, case, mark, numbered, foot, code)
            tree.end_paper()
    with fonts.lock:
        tree.finish()
        canvas.save()


def _pages(blocks: Sequence[Block], case: TypeCase, sheet: Sheet) -> list[tuple[Sheet, list[Strip]]]:
    """Each part between page breaks and turns fills pages of its own, set as tight as it needs."""
    return [(turned, page) for turned, part in _sections(blocks, sheet)
            for page in fitted(partial(_strips, part, turned), case, turned)]


def _sections(blocks: Sequence[Block], sheet: Sheet) -> Iterator[tuple[Sheet, list[Block]]]:
    """The blocks from one page break or turn to the next, each with the sheet that they are laid on."""
    turned, part = sheet, list[Block]()
    for block in blocks:
        if not isinstance(block, PageBreak | Turn):
            part.append(block)
            continue
        if part:
            yield turned, part
        part = []
        if isinstance(block, Turn):
            turned = Sheet(block.wide, sheet.compact, sheet.handout)
    if part:
        yield turned, part


def _strips(blocks: Sequence[Block], sheet: Sheet, case: TypeCase) -> list[Strip]:
    """All blocks as strips; the text before places to sign, and before a note, holds on to them."""
    done: list[Strip] = []
    blanks(case.fonts).asked.clear()
    for block in blocks:
        if _holds(block):
            _hold_on(done)
        done += _block_strips(block, case, sheet)
    return [*done, *hand_strips(case, sheet.width)]


def _hold_on(done: list[Strip]) -> None:
    """Bind the last two strips that say something, and the space after them, to what comes next."""
    said = 0
    for at in range(len(done) - 1, -1, -1):
        done[at] = replace(done[at], with_next=True)
        said += done[at].height > 0
        if said == 2:
            return


def _holds(following: Block) -> bool:
    """Whether a block does not stand on a page without something of the block before it."""
    return isinstance(following, SignatureArea) or (isinstance(following, Paragraph) and following.small)


def _block_strips(block: Block, case: TypeCase, sheet: Sheet) -> list[Strip]:
    match block:
        case Title():
            tag = Tag("P") if block.office else Tag("H1", title=block.text)
            return tagged(title_strips(block, case, sheet.width), tag)
        case Heading():
            tag = Tag(f"H{block.level}", title=block.text)
            return tagged(heading_strips(block, case, sheet.width), tag)
        case Paragraph():
            return tagged(paragraph_strips(block, case, sheet.width), Tag("P"))
        case Items():
            return items_strips(block, case, sheet.width)
        case Table():
            return table_strips(block, case, sheet.width, sheet.height)
        case Form():
            return form_strips(block, case, sheet.width, sheet.height)
        case SignatureArea():
            return signature_strips(block, case, sheet.width, sheet.height)
        case Columns():
            return tagged(columns_strips(block, case, sheet.width), Tag("P"))
        case QrCode():
            alt = f"二维码：{block.caption}" if block.caption else "二维码"
            return tagged(qr_strips(block, case, sheet.width), Tag("Figure", alt=alt))
        case Picture():
            return tagged(picture_strips(block, sheet.width), Tag("Figure", alt="图片"))
        case Chart():
            said = "；".join(f"{bar.label} {bar.shown}" for bar in block.bars)
            return tagged(chart_strips(block, case, sheet.width),
                          Tag("Figure", alt=f"条形图：{block.caption}。{said}"))
        case Spacer():
            return [space_strip(block.lines * case.tight)]
        case Rule():
            return tagged([rule_strip(sheet.width)], LAYOUT)
        case PageBreak() | Turn():
            return []


def _draw(canvas: Canvas, tree: Tree, pages: list[tuple[Sheet, list[Strip]]], case: TypeCase, mark: str,
          numbered: bool, foot: str, code: PaperCode | None) -> None:
    kept = 0
    for number, (sheet, page) in enumerate(pages, start=1):
        canvas.setPageSize(sheet.paper)
        places = _draw_page(canvas, tree, page, sheet, number - 1)
        tree.switch(PAGINATION)
        if code:  # it is to be signed
            keep_places(canvas, places, kept)
            kept += len(places)
        if mark:
            _draw_mark(canvas, mark, case, sheet)
        if numbered:
            _draw_number(canvas, f"第 {number} 页 共 {len(pages)} 页", case, sheet)
        if foot:
            _draw_foot(canvas, foot, case, sheet)
        if code and number == len(pages):
            tree.switch(Tag("Figure", alt=CAPTION))
            draw_foot_code(canvas, code, case, sheet)
        tree.end_page()


def _canvas(target: IO[bytes], case: TypeCase, sheet: Sheet) -> Canvas:
    from reportlab.pdfgen.canvas import Canvas

    return Canvas(target, pagesize=sheet.paper, pageCompression=1, invariant=1, lang=archival.LANGUAGE,
                  pdfVersion=archival.VERSION,
                  initialFontName=case.song.name)  # type: ignore[arg-type]


def _draw_page(canvas: Canvas, tree: Tree, page: list[Strip], sheet: Sheet, at: int) -> list[PaperPlace]:
    """Draw one page, counted from 0; the places on it."""
    top, places = sheet.paper[1] - sheet.top, list[PaperPlace]()
    for strip in page:
        top -= strip.before
        if strip.tag:
            archival.bookmark(canvas, strip.tag, sheet.left, top)
        tree.draw(strip, sheet.left, top)
        places += [on_page(box, at, sheet.left, top) for box in strip.boxes]
        top -= strip.height
    return places


def _draw_number(canvas: Canvas, text: str, case: TypeCase, sheet: Sheet) -> None:
    kind = case.text(10.5, 14)
    set_lines(canvas, lines((Run(text),), kind, sheet.width), kind, sheet.left,
              sheet.bottom - _FOOT + 7, sheet.width, Align.CENTER)


def _draw_foot(canvas: Canvas, text: str, case: TypeCase, sheet: Sheet) -> None:
    """Words and a line to sign on, beneath the page's number."""
    kind, top = case.text(10.5, 14), sheet.bottom - _FOOT - _UNDER
    set_lines(canvas, lines((Run(text),), kind, sheet.width), kind, sheet.left, top, sheet.width, Align.LEFT)
    begins = sheet.left + kind.size * (len(text) + 0.5)
    canvas.setLineWidth(0.5)
    canvas.line(begins, top - kind.leading + 1, sheet.left + sheet.width, top - kind.leading + 1)


def _draw_mark(canvas: Canvas, mark: str, case: TypeCase, sheet: Sheet) -> None:
    kind = case.headings(14, 20)
    canvas.setFillGray(0.45)
    set_lines(canvas, lines((Run(mark),), kind, sheet.width), kind, sheet.left,
              sheet.paper[1] - sheet.top + 44, sheet.width, Align.RIGHT)
    canvas.setFillGray(0)
