"""The blocks that a paper is made of before it becomes PDF or DOCX."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Align(StrEnum):
    """Where text stands in its line or cell; JUSTIFY fills the line on both sides."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight. A line feed in it is a forced line break.

    ``solid`` text (an amount, a code) is never broken when it fits in one line.
    """

    text: str
    bold: bool = False
    solid: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the paper, centred, in large bold song; ``office``: the office's name above it."""

    text: str
    office: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in hei (level 2: 一、) or bold song (level 3: （一）); it stays with what follows."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``indent``: the first line is set in by two characters."""

    runs: Runs
    indent: bool = True
    align: Align = Align.JUSTIFY
    small: bool = False
    keep_with_next: bool = False

    @property
    def text(self) -> str:
        """What is read, without weights."""
        return plain_text(self.runs)


@dataclass(frozen=True, slots=True)
class Items:
    """A list, each item a paragraph: numbered from ``start``, or with a dot before each when it is None."""

    items: tuple[Runs, ...]
    start: int | None = None

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The items as they are set where no list is known: each behind its own mark."""
        return tuple(Paragraph((Run(self.mark(at)), *item)) for at, item in enumerate(self.items))

    def mark(self, at: int) -> str:
        """What stands before an item, counted from 0."""
        return "· " if self.start is None else f"{self.start + at}．"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: how wide in proportion to the others (0: as its text asks)."""

    align: Align = Align.LEFT
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table. The header rows return on every page; a row is never broken.

    The last ``totals`` rows are sums, set in bold; ``caption`` stands above and stays with it;
    ``size`` is the type size in points to begin with (a crowded table is set smaller). ``places``: who signs
    in the last cell of each row that is no sum; such a list is set close, for a row is one person's.
    """

    columns: tuple[Column, ...]
    header: tuple[tuple[Runs, ...], ...]
    rows: tuple[tuple[Runs, ...], ...]
    totals: int = 0
    caption: str = ""
    size: float = 12.0
    places: tuple[SignaturePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyValue:
    """A label and its value in a form; ``lines`` is the least height in lines of writing."""

    label: str
    value: Runs
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """A ruled form: each row holds one or more labelled values side by side."""

    rows: tuple[tuple[KeyValue, ...], ...]
    size: float = 12.0


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """One place to sign: who (``name``) as what (``label``), how (``manner``: 签名并按指印), with
    room for a seal when ``seal``, and a box for a finger when ``fingerprint``."""

    label: str
    name: str = ""
    manner: str = ""
    seal: bool = False
    fingerprint: bool = False


@dataclass(frozen=True, slots=True)
class SignatureArea:
    """Places to sign in two columns, and the date under the last seal; never alone on a page."""

    places: tuple[SignaturePlace, ...]
    date: str = ""
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty space in lines of body text."""

    lines: float = 1.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the text."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What follows begins a section on pages of its own: on their long side when ``wide``, else upright."""

    wide: bool


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code of ``text``, ``size`` millimetres wide, centred, with its caption."""

    text: str
    size: float = 45.0
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG, ``width`` millimetres wide, centred."""

    data: bytes = field(repr=False)
    width: float = 60.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Codes or short texts set large and apart, so that they are copied without error."""

    cells: tuple[str, ...]
    per_row: int = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: what it is called, the figure written beside it, its length as a part of 1."""

    label: str
    shown: str
    length: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below each other, drawn to one scale; a table beside it says the same in figures."""

    bars: tuple[Bar, ...]
    caption: str = ""


Block = (Title | Heading | Paragraph | Items | Table | Form | SignatureArea | Spacer | Rule
         | PageBreak | Turn | QrCode | Picture | Columns | Chart)


def plain_text(runs: Runs) -> str:
    """The text of runs without their weights."""
    return "".join(run.text for run in runs)
