"""Typefaces with the widths of their characters, and which face sets a character that the first one lacks.

Widths of single characters are fractions of the type size (em).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import groupby
from logging import getLogger
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mediation_desk.library.fonts import Fonts, OwnFace

if TYPE_CHECKING:
    from reportlab.pdfgen.textobject import PDFTextObject

SONG_STROKE, HEI_STROKE = 0.035, 0.055  # em: the outline that makes a face without a bold as dark as ours
_SPACE = 0.5  # em: a space that no face knows
_JOINING = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")


class Face:
    """One typeface as reportlab sets it; ``stroke``: the outline drawn around its shapes, in em."""

    def __init__(self, name: str, font: Any, widths: Mapping[str, float], fonts: Fonts,
                 stroke: float = 0.0) -> None:
        self.name, self.font, self.widths = name, font, widths
        self.fonts, self.stroke = fonts, stroke

    def width(self, text: str) -> float:
        """How wide the text is, in em, each character in the face that sets it; line feeds take no room."""
        try:
            return sum(map(self.widths.__getitem__, text))
        except KeyError:
            parts = self.parts(text.replace("\n", ""))
            return sum(sum(map(one.widths.__getitem__, part)) for one, part in parts)

    def has(self, text: str) -> bool:
        """Whether it can set the whole text, but for line ends."""
        return not set(text).difference(self.widths, "\n")

    def parts(self, text: str) -> list[tuple[Face, str]]:
        """The text in stretches, each with the face that sets it: this one wherever it can, then the others
        in their order, at last a marked blank. No character is refused, none is left out."""
        if self.has(text):
            return [(self, text)]
        found = [(self._for(character), character) for character in text]
        return [(one, "".join(character for _face, character in group))
                for one, group in groupby(found, key=lambda pair: pair[0])]

    def _for(self, character: str) -> Face:
        if character in self.widths:
            return self
        found = next((one for one in self._others() if character in one.widths), None)
        return found or blanks(self.fonts).asked_for(character)

    def _others(self) -> Iterator[Face]:
        """Faces to ask, read as they are asked."""
        fonts = self.fonts
        heavy = self is not face(fonts, fonts.song)
        if self is face(fonts, fonts.hei_bold):
            yield face(fonts, fonts.song_bold)
        stroke = (HEI_STROKE if self is face(fonts, fonts.hei_bold) else SONG_STROKE) if heavy else 0.0
        yield from (one for path in fonts.fallbacks if (one := _fallback(fonts, path, stroke)))

    def show(self, text: PDFTextObject, size: float, words: str) -> None:
        """Set words at the text object's place."""
        text.setFont(self.name, size)
        if not self.stroke:
            text.textOut(words)
            return
        canvas: Any = text._canvas  # type: ignore[attr-defined]
        code: list[str] = text._code  # type: ignore[attr-defined]
        code.append(f"2 Tr 1 j {self.stroke * size:.3f} w")
        text.textOut(words)
        code.append(f"0 Tr {canvas._lineJoin} j {canvas._lineWidth:g} w")


class _Measured(dict[str, float]):
    """Widths that are reckoned when they are asked for: every character has one."""

    def __contains__(self, _character: object) -> bool:
        return True

    def __missing__(self, character: str) -> float:
        return self.setdefault(character, blank_width(character))


class Blanks(Face):
    """The last face: a square for each character that no other face has; it keeps which those were."""

    def __init__(self, fonts: Fonts) -> None:
        from mediation_desk.documents.setting.embedding import BlankFont, embed

        name = f"blank-{id(fonts):x}"
        font = BlankFont(name, face(fonts, fonts.song).font, blank_width)
        embed(font, fonts)
        super().__init__(name, font, _Measured(), fonts)
        self.asked: dict[str, None] = {}

    def asked_for(self, character: str) -> Face:
        """Itself, which keeps the character in mind."""
        self.asked[character] = None
        return self

    def to_write(self) -> list[str]:
        """Of the characters that became blanks, those that a hand writes: letters and ideographs, those too
        that Unicode's tables here do not know yet."""
        return [one for one in self.asked if unicodedata.category(one)[0] in "LC" and not only_joins(one)]


def blank_width(character: str) -> float:
    """How much room a character takes that no face has, in em: marks that only change how their neighbours
    look take none."""
    if character.isspace():
        return _SPACE
    return 0.0 if only_joins(character) else 1.0


def only_joins(character: str) -> bool:
    """Whether a character is nothing by itself: a control, a joiner, a variation selector."""
    return unicodedata.category(character) in ("Cc", "Cf", "Cs") or character in _JOINING or \
        "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def face(fonts: Fonts, path: Path | OwnFace) -> Face:
    """The typeface of that file, read once for each ``fonts``."""
    with fonts.lock:
        found = fonts.read.get(path)
        if not isinstance(found, Face):
            found = fonts.read[path] = _read(fonts, path)
        return found


def blanks(fonts: Fonts) -> Blanks:
    """The squares for what no typeface has."""
    with fonts.lock:
        found = fonts.read.get(Blanks)
        if not isinstance(found, Blanks):
            found = fonts.read[Blanks] = Blanks(fonts)
        return found


def _read(fonts: Fonts, path: Path | OwnFace) -> Face:
    from mediation_desk.documents.setting.embedding import PaperFont, embed

    name = f"{path.stem}-{id(fonts):x}"
    font: Any = PaperFont(name, str(path) if isinstance(path, Path) else BytesIO(path.data))
    embed(font, fonts)
    wide: Mapping[int, float] = font.face.charWidths
    widths = {chr(code): wide.get(code, 1000) / 1000
              for code, glyph in font.face.charToGlyph.items() if glyph}
    return Face(name, font, widths, fonts)


def _fallback(fonts: Fonts, path: Path | OwnFace, stroke: float) -> Face | None:
    """A face that is asked when the first one lacks something. An office's own file that can no longer be
    read is passed over: it is no reason to refuse a paper."""
    key = path, stroke
    if key not in fonts.read:
        try:
            plain = face(fonts, path)
            fonts.read[key] = Face(plain.name, plain.font, plain.widths, fonts, stroke) if stroke else plain
        except Exception as broken:  # reportlab raises whatever its reading runs into
            getLogger(__name__).warning("A typeface cannot be read: %s", type(broken).__name__)
            fonts.read[key] = None
    found = fonts.read[key]
    return found if isinstance(found, Face) else None

