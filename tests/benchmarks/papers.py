"""An agreement as PDF, against the same words and tables in bare reportlab, and against LibreOffice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any
from unittest.mock import patch

from mediation_desk.documents.setting.strips import COMPACT, COMPACT_LEADING, Sheet
from mediation_desk.documents.template.blocks import (
    Block,
    Form,
    Heading,
    Items,
    Paragraph,
    Run,
    SignatureArea,
    Table,
    Title,
    plain_text,
)
from mediation_desk.services import reading
from mediation_desk.services.papers import making, word
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.papers.told import Told
from tests.benchmarks import office_suite
from tests.benchmarks.figures import Figure, alternating, seconds
from tests.benchmarks.large_store import LargeStore

LINES = 27  # of size four in the type area
PRINTED_AT_MOST = 2.0  # times bare reportlab, page for page


def figures(store: LargeStore) -> Iterator[Figure]:
    """The streamers' agreement, composed anew from the case as a preview is."""
    desk = store.supervisor
    case = reading.case(desk, store.streamers).case
    names = {desk.who.account_id: "陈守信"}

    def make() -> Paper:
        return making.printed(Told(desk, case, names, case.agreement), AGREEMENT)

    first = seconds(make)
    with patch("mediation_desk.documents.render.make_pdf", return_value=b"") as spy:
        make()
    bare = Bare(spy.call_args.args[0])
    ours, theirs = alternating(make, bare.platypus, rounds=15, warm=2)
    ours_again, drawn = alternating(make, bare.strings, rounds=15, warm=2)
    pages, bare_pages, drawn_pages = _pages(make().pdf), _pages(bare.platypus()), _pages(bare.strings())
    yield Figure("an agreement as PDF against bare reportlab (platypus), page for page",
                 (ours / pages) / (theirs / bare_pages), "x", PRINTED_AT_MOST)
    yield Figure(f"  the agreement, {pages} pages", ours * 1000, "ms")
    yield Figure(f"  bare reportlab, the same text and tables, {bare_pages} pages", theirs * 1000, "ms")
    yield Figure("  against drawString alone, lines already broken, page for page",
                 (ours_again / pages) / (drawn / drawn_pages), "x")
    yield Figure("  the first agreement after the desk opened (reads the typefaces)", first * 1000, "ms")
    yield Figure("  the first rare character (reads HanaMinB)", seconds(_rare()) * 1000, "ms")
    paper = make()
    yield from office_suite.figures(make, lambda: word.in_word(desk, paper))


def _rare() -> Callable[[], object]:
    """Asks a text face that is read already for a character that only the large typeface has."""
    from mediation_desk.documents.setting.faces import face
    from mediation_desk.library.fonts import shipped_fonts

    fonts = shipped_fonts()
    song = face(fonts, fonts.song)
    return lambda: song.parts("𠮷")


def _pages(pdf: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(pdf)).pages)


class Bare:
    """The same blocks the plainest way: paragraphs and tables as reportlab breaks and lays them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        from mediation_desk.library.fonts import shipped_fonts

        fonts = shipped_fonts()
        for name, path in (("song", fonts.song), ("song-bold", fonts.song_bold), ("hei", fonts.hei)):
            pdfmetrics.registerFont(TTFont(name, str(path)))  # read once, as the desk does
        self.blocks, self.sheet = blocks, Sheet()
        self.lines = [line for line in _text(self.platypus()).splitlines() if line.strip()]

    def platypus(self) -> bytes:
        """SimpleDocTemplate with paragraphs (word wrap CJK) and ruled tables."""
        from reportlab.platypus import SimpleDocTemplate

        target, sheet = BytesIO(), self.sheet
        SimpleDocTemplate(target, pagesize=sheet.paper, leftMargin=sheet.left - 6, topMargin=sheet.top - 6,
                          rightMargin=sheet.paper[0] - sheet.left - sheet.width - 6,
                          bottomMargin=sheet.bottom - 6).build([self._flowable(one) for one in self.blocks])
        return target.getvalue()

    def strings(self) -> bytes:
        """The lines of that, each drawn where it falls, without any laying out."""
        from reportlab.pdfgen.canvas import Canvas

        target, sheet = BytesIO(), self.sheet
        canvas = Canvas(target, pagesize=sheet.paper)
        for start in range(0, len(self.lines), LINES):
            canvas.setFont("song", COMPACT)
            for row, line in enumerate(self.lines[start:start + LINES]):
                canvas.drawString(sheet.left, sheet.paper[1] - sheet.top - (row + 1) * COMPACT_LEADING, line)
            canvas.showPage()
        canvas.save()
        return target.getvalue()

    def _flowable(self, block: Block) -> Any:
        from reportlab.platypus import Spacer

        match block:
            case Title():
                return self._paragraph(block.text, "song-bold", 22, 32)
            case Heading():
                return self._paragraph(block.text, "hei", COMPACT, COMPACT_LEADING)
            case Paragraph():
                return self._paragraph(block.text)
            case Items():
                return self._paragraph("\n".join(one.text for one in block.paragraphs()))
            case Table():
                return self._table([*block.header, *block.rows], block.size)
            case Form():
                return self._table([[text for pair in row for text in ((Run(pair.label),), pair.value)]
                                    for row in block.rows])
            case SignatureArea():
                return self._table([[(Run(f"{place.label}：{place.name}　{place.manner}"),)]
                                    for place in block.places])
        return Spacer(1, COMPACT_LEADING)

    def _paragraph(self, text: str, font: str = "song", size: float = COMPACT,
                   leading: float = COMPACT_LEADING) -> Any:
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.platypus import Paragraph as Platypus

        style = ParagraphStyle(font, fontName=font, fontSize=size, leading=leading, wordWrap="CJK",
                               firstLineIndent=2 * size)
        return Platypus(text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br/>"), style)

    def _table(self, rows: Sequence[Sequence[Any]], size: float = 12) -> Any:
        from reportlab.lib import colors
        from reportlab.platypus import Table as Platypus

        cells = [[self._paragraph(plain_text(cell), size=size, leading=size * 1.5) for cell in row]
                 for row in rows]
        longest = max(map(len, cells))
        return Platypus([[*row, *[""] * (longest - len(row))] for row in cells],
                        colWidths=[self.sheet.width / longest] * longest,
                        style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])


def _text(pdf: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
