"""Blocks as a PDF on A4, set as a Chinese official document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from mediation_desk.documents.setting.charts import chart_strips
from mediation_desk.documents.setting.foot_code import draw_foot_code
from mediation_desk.documents.setting.grid import form_strips, table_strips
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
    """The paper as PDF bytes, the same for the same arguments.

    ``title`` and ``code`` are the only things said in the file's description, so that it names the
    kind of paper and no person; ``created`` is an aware datetime; ``mark`` (草稿) stands in every
    page's head; ``compact`` sets running text at size four (``"text"``: within the usual margins);
    ``handout`` leaves narrow margins; ``foot``: the words before a line to sign on in every foot; ``code``
    stands in the last page's foot.
    Raises DeskError for a character that the typeface lacks, and for a table that is too wide.
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
        canvas = _canvas(target, case, sheet, title, created)
        if code:
            canvas.setKeywords(code.token)
    for blocks in papers:
        with fonts.lock:
            pages = [(turned, page) for turned, part in _sections(blocks, sheet)
                     for page in paginate(_strips(part, case, turned), turned.height)]
            _draw(canvas, pages, case, mark, numbered, foot, code)
    with fonts.lock:
        canvas.save()


def _sections(blocks: Sequence[Block], sheet: Sheet) -> Iterator[tuple[Sheet, list[Block]]]:
    """The blocks from one turn of the sheet to the next, each with the sheet that they are laid on."""
    turned, part = sheet, list[Block]()
    for block in blocks:
        if not isinstance(block, Turn):
            part.append(block)
            continue
        if part:
            yield turned, part
        turned, part = Sheet(block.wide, sheet.compact, sheet.handout), []
    if part:
        yield turned, part


def _strips(blocks: Sequence[Block], case: TypeCase, sheet: Sheet) -> Iterator[Strip]:
    """All blocks as strips; the text before a signature area holds on to it."""
    new_page = False
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, PageBreak):
            new_page = True
            continue
        found = _block_strips(block, case, sheet)
        if found and _holds(following):
            found[-2:] = [replace(strip, with_next=True) for strip in found[-2:]]
        if new_page and found:
            found[0], new_page = replace(found[0], new_page=True), False
        yield from found


def _holds(following: Block | None) -> bool:
    """Whether a block does not stand on a page without something of the block before it."""
    return isinstance(following, SignatureArea) or (isinstance(following, Paragraph) and following.small)


def _block_strips(block: Block, case: TypeCase, sheet: Sheet) -> list[Strip]:
    match block:
        case Title():
            return title_strips(block, case, sheet.width)
        case Heading():
            return heading_strips(block, case, sheet.width)
        case Paragraph():
            return paragraph_strips(block, case, sheet.width)
        case Items():
            return [strip for one in block.paragraphs() for strip in paragraph_strips(one, case, sheet.width)]
        case Table():
            return table_strips(block, case, sheet.width, sheet.height)
        case Form():
            return form_strips(block, case, sheet.width, sheet.height)
        case SignatureArea():
            return signature_strips(block, case, sheet.width, sheet.height)
        case Columns():
            return columns_strips(block, case, sheet.width)
        case QrCode():
            return qr_strips(block, case, sheet.width)
        case Picture():
            return picture_strips(block, sheet.width)
        case Chart():
            return chart_strips(block, case, sheet.width)
        case Spacer():
            return [space_strip(block.lines)]
        case Rule():
            return [rule_strip(sheet.width)]
        case PageBreak() | Turn():
            return []


def paginate(strips: Iterable[Strip], height: float) -> Iterator[list[Strip]]:
    """Fill pages with strips: what holds together goes to the next page together, unless it is
    more than a page; a table that goes on is headed again."""
    page: list[Strip] = []
    used = 0.0
    for chunk in _chunks(strips):
        for group in ([chunk] if _height(chunk) <= height else [[strip] for strip in chunk]):
            if page and (group[0].new_page or used + group[0].before + _height(group) > height + 0.01):
                yield page
                page, used = [], 0.0
            if not page:
                group = [*group[0].again, replace(group[0], before=0.0), *group[1:]]
            used += group[0].before + _height(group)
            page.extend(group)
    if page:
        yield page


def _chunks(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Strips that must stand on one page."""
    chunk: list[Strip] = []
    for strip in strips:
        chunk.append(strip)
        if not strip.with_next:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _height(group: Sequence[Strip]) -> float:
    """Height without the space before the first."""
    return sum(strip.height + strip.before for strip in group) - group[0].before


def _draw(canvas: Canvas, pages: list[tuple[Sheet, list[Strip]]], case: TypeCase, mark: str,
          numbered: bool, foot: str, code: PaperCode | None) -> None:
    kept = 0
    for number, (sheet, page) in enumerate(pages, start=1):
        canvas.setPageSize(sheet.paper)
        places = _draw_page(canvas, page, sheet, number - 1)
        if code:  # it is to be signed
            keep_places(canvas, places, kept)
            kept += len(places)
        if mark:
            _draw_mark(canvas, mark, case, sheet)
        if numbered:
            _draw_number(canvas, f"第 {number} 页 共 {len(pages)} 页", case, sheet)
        if code and number == len(pages):
            draw_foot_code(canvas, code, case, sheet)
        if foot:
            _draw_foot(canvas, foot, case, sheet)
        canvas.showPage()


def _canvas(target: IO[bytes], case: TypeCase, sheet: Sheet, title: str, created: datetime) -> Canvas:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(target, pagesize=sheet.paper, pageCompression=1, invariant=1, lang="zh-CN",
                    initialFontName=case.song.name)  # type: ignore[arg-type]
    canvas.setTitle(title)
    for said in (canvas.setAuthor, canvas.setSubject, canvas.setCreator):
        said("")
    canvas.setProducer("Mediation Desk")
    document: Any = canvas._doc  # type: ignore[attr-defined]
    instant = created.astimezone(UTC)
    document._timeStamp.t = instant.timestamp()
    document._timeStamp.lt = instant.timetuple()
    document._timeStamp.YMDhms = tuple(instant.timetuple())[:6]
    return canvas


def _draw_page(canvas: Canvas, page: list[Strip], sheet: Sheet, at: int) -> list[PaperPlace]:
    """Draw one page, counted from 0; the places on it."""
    top, places = sheet.paper[1] - sheet.top, list[PaperPlace]()
    for strip in page:
        top -= strip.before
        strip.draw(canvas, sheet.left, top)
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
