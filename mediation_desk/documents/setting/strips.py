"""Strips: the unbreakable pieces that pages are filled with, and the text blocks as strips."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from mediation_desk.documents.setting.faces import Face, face
from mediation_desk.documents.setting.places import Box
from mediation_desk.documents.setting.tags import Tag
from mediation_desk.documents.setting.typeset import Type, TypeLine, draw_line, lines
from mediation_desk.documents.template.blocks import Align, Heading, Paragraph, Run, Runs, Title
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import Compact

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Drawing: TypeAlias = Callable[["Canvas", float, float], None]
"""Draws a strip whose top left corner is at x, y."""

MM = 72 / 25.4
BODY, BODY_LEADING = 15.75, 28.95  # size three; 22 lines fill the type area of 225 mm
COMPACT, COMPACT_LEADING = 14.0, 23.5  # size four


@dataclass(frozen=True, slots=True)
class Strip:
    """Something as wide as the type area that no page break may cut. Heights in points.

    ``with_next``: the next strip must stand on the same page; ``soft``: unless more than half of a page
    would stay empty before a ``heading`` for it. ``before``: space that falls away
    at the head of a page. ``again``: what is set once more above this strip when it comes first
    on a page (a table's header rows). ``new_page``: it begins a page. ``boxes``: where it is signed or
    sealed. ``tag``: what it is for who does not see it; None where its drawing says so itself, or is empty.
    """

    height: float
    draw: Drawing
    with_next: bool = False
    before: float = 0.0
    again: tuple[Strip, ...] = ()
    new_page: bool = False
    boxes: tuple[Box, ...] = ()
    soft: bool = False
    heading: bool = False
    tag: Tag | None = None


@dataclass(frozen=True)
class Sheet:
    """A4 and the measures of an official document (GB/T 9704-2012, 5.1), in points; forms and
    notices (``compact``, unless only their text is) have narrower margins above and below; a sheet for one
    person's hand (``handout``) has narrow ones all around, so that large type says all of it on one page."""

    wide: bool = False
    compact: Compact = False
    handout: bool = False
    paper: tuple[float, float] = field(init=False)
    left: float = 28 * MM
    right: float = 26 * MM
    top: float = 37 * MM
    bottom: float = 35 * MM

    def __post_init__(self) -> None:
        narrow, long = 210 * MM, 297 * MM
        object.__setattr__(self, "paper", (long, narrow) if self.wide else (narrow, long))
        if self.wide or self.compact is True:
            object.__setattr__(self, "top", 30 * MM)
            object.__setattr__(self, "bottom", 27 * MM)
        if self.handout:
            for edge in ("left", "right", "top", "bottom"):
                object.__setattr__(self, edge, 19 * MM)

    @property
    def width(self) -> float:
        """How wide the type area is."""
        return self.paper[0] - self.left - self.right

    @property
    def height(self) -> float:
        """How high the type area is."""
        return self.paper[1] - self.top - self.bottom


@dataclass(frozen=True)
class TypeCase:
    """The type case: the faces of one paper, and the sizes made of them.

    ``size`` and ``leading`` are the body's, in points: size three, or size four for a form or
    notice that should stay on one page; empty lines are so much lower (``tight``) where it needs that.
    """

    fonts: Fonts
    size: float = BODY
    leading: float = BODY_LEADING
    tight: float = 1.0

    @property
    def song(self) -> Face:
        """The text face."""
        return face(self.fonts, self.fonts.song)

    @property
    def song_bold(self) -> Face:
        """The text face, bold."""
        return face(self.fonts, self.fonts.song_bold)

    @property
    def hei(self) -> Face:
        """The face of headings."""
        return face(self.fonts, self.fonts.hei_bold)

    def text(self, size: float, leading: float) -> Type:
        """Song, with bold song."""
        return Type(size, leading, self.song, self.song_bold)

    def body(self) -> Type:
        """Running text."""
        return self.text(self.size, self.leading)

    def bold(self, size: float, leading: float) -> Type:
        """Bold song throughout."""
        return Type(size, leading, self.song_bold, self.song_bold)

    def headings(self, size: float, leading: float) -> Type:
        """Hei throughout."""
        return Type(size, leading, self.hei, self.hei)


def set_lines(canvas: Canvas, found: Iterable[TypeLine], kind: Type, x: float, top: float,
              width: float, align: Align) -> None:
    """Set lines below each other, the first under ``top``."""
    base = top - kind.leading / 2 - kind.size * 0.37  # Chinese characters centred in their leading
    for line in found:
        text = canvas.beginText(x, base)
        draw_line(text, line, kind, width, align)
        canvas.drawText(text)
        base -= kind.leading


def text_strips(runs: Runs, kind: Type, width: float, align: Align, indent: float = 0.0,
                together: bool = False) -> list[Strip]:
    """One strip a line; never fewer than two lines of a paragraph at a page's foot or head."""
    found = lines(runs, kind, width, indent, full=align is Align.JUSTIFY)
    last = len(found) - 1
    return [Strip(kind.leading, _line_drawing(line, kind, width, align),
                  with_next=at < last and (together or at in (0, last - 1)))
            for at, line in enumerate(found)]


def _line_drawing(line: TypeLine, kind: Type, width: float, align: Align) -> Drawing:
    def draw(canvas: Canvas, x: float, top: float) -> None:
        set_lines(canvas, (line,), kind, x, top, width, align)
    return draw


def title_strips(block: Title, case: TypeCase, width: float) -> list[Strip]:
    """The title, with a line's space after it; it stays with what follows."""
    kind = case.bold(18, 30) if block.office else case.bold(22, 36)
    strips = text_strips((Run(block.text),), kind, width, Align.CENTER, together=True)
    after = 2 if block.office else 12
    return [*_glued(strips), Strip(after, _nothing, with_next=True)]


def heading_strips(block: Heading, case: TypeCase, width: float) -> list[Strip]:
    """A heading set in by two characters, staying with the text below it."""
    face_of = case.headings if block.level == 2 else case.bold
    kind = face_of(case.size, case.leading)
    strips = text_strips((Run(block.text),), kind, width, Align.LEFT, indent=2 * kind.size)
    return [replace(strip, heading=True) for strip in _glued(strips)]


def paragraph_strips(block: Paragraph, case: TypeCase, width: float) -> list[Strip]:
    """Running text at the body's size, or a note at size five."""
    kind = case.text(10.5, 17) if block.small else case.body()
    indent = 2 * kind.size if block.indent else 0.0
    strips = text_strips(block.runs, kind, width, block.align, indent)
    return _glued(strips, only_last=True) if block.keep_with_next else strips


def space_strip(lines_of_text: float) -> Strip:
    """Empty space that falls away at the head of a page."""
    return Strip(0.0, _nothing, before=lines_of_text * BODY_LEADING)


def rule_strip(width: float) -> Strip:
    """A thin line."""
    def draw(canvas: Canvas, x: float, top: float) -> None:
        canvas.setLineWidth(0.5)
        canvas.line(x, top - 5, x + width, top - 5)
    return Strip(10, draw)


def _glued(strips: list[Strip], only_last: bool = False) -> list[Strip]:
    """Strips that stay with each other and with what follows, or the last alone with it."""
    if only_last:
        return [*strips[:-1], *(replace(strip, with_next=True) for strip in strips[-1:])]
    return [replace(strip, with_next=True) for strip in strips]


def _nothing(_canvas: Canvas, _x: float, _top: float) -> None:
    """Draw nothing: the strip is space."""
