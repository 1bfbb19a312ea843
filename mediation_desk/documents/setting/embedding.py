"""Typefaces as they lie in a PDF: what reportlab embeds, with a true map from its codes back to text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from struct import unpack_from
from types import SimpleNamespace
from typing import Any
from weakref import WeakKeyDictionary, finalize

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from mediation_desk.library.fonts import Fonts

_BLOCK = 100  # entries that one bfchar block may hold (Adobe Technical Note 5014, 1.4)
_CODES = 254  # characters in one font of blanks; code 0 stays free, and the last is for the measure
_MEASURE = "m"  # readers tell the size of a type 3 font by the width of this letter, 0.6 em by custom
_NEVER = frozenset("\0\ufeff\ufffe")  # what no map to Unicode may hold (ISO 19005-2, 6.2.11.7.2)
_BOX = "0.35 G 22 w 45 -85 910 910 re S"  # in thousandths of an em


def embed(font: Any, fonts: Fonts) -> None:
    """Make a font known by its name to reportlab, whose own door gives a name that it knows to the first
    font of that typeface, whoever read it. It is let go of with the ``fonts`` that it was read for: an office
    that changes its typefaces does not keep the former in memory."""
    known: Any = pdfmetrics
    known._fonts[font.fontName] = font
    finalize(fonts, known._fonts.pop, font.fontName, None).atexit = False


class PaperFont(TTFont):
    """A TrueType face whose text can be copied out of the paper, above U+FFFF too, and whose widths are the
    same in the paper and in the face (ISO 19005-2, 6.2.11.5)."""

    def __init__(self, name: str, file: str | BytesIO) -> None:
        super().__init__(name, file, asciiReadable=True)
        face = self._face()
        (long,) = unpack_from(">H", face.get_table("hhea"), 34)
        width = face.hmetrics[long - 1][0]
        # The library gives the glyphs behind these the last width in thousandths, not in the face's units.
        face.hmetrics[long:] = [(width, left) for _width, left in face.hmetrics[long:]]

    def addObjects(self, doc: Any) -> None:
        """The subsets used, each a font of its own with its map to Unicode."""
        state, face = self._state(doc), self._face()
        state.frozen = 1
        for at, subset in enumerate(state.subsets):
            name = self.getSubsetInternalName(at, doc)[1:]
            font: Any = pdfdoc.PDFTrueTypeFont()
            font.Name, font.BaseFont = name, self._base_name(at)
            font.FirstChar, font.LastChar = 0, len(subset) - 1
            font.Widths = pdfdoc.PDFArray([face.getCharWidth(code) for code in subset])
            font.ToUnicode = _to_unicode(doc, font.BaseFont, [chr(code) for code in subset])
            font.FontDescriptor = face.addSubsetObjects(doc, font.BaseFont, subset)
            doc.Reference(font, name)
            doc.idToObject["BasicFonts"].dict[name] = font
        del self.state[doc]

    def _base_name(self, subset: int) -> str:
        face = self._face()
        return b"".join((SUBSETN(subset), b"+", face.name, face.subfontNameX)).decode("pdfdoc")

    def _face(self) -> Any:
        return self.face

    def _state(self, doc: Any) -> Any:
        return self.state[doc]


class BlankFont:
    """Squares of one em for characters that no typeface has, the code point small in each: a font of type 3,
    so that the text of the paper says the character. What has no shape of its own takes no ink."""

    _dynamicFont, _multiByte, shapable = 1, 1, False

    def __init__(self, name: str, digits: TTFont, width: Any) -> None:
        self.fontName, self.face = name, SimpleNamespace(name=name.encode())
        self._digits, self._width = digits, width
        self._drawn: WeakKeyDictionary[Any, dict[str, bytes]] = WeakKeyDictionary()

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """How wide the text is, in points."""
        del encoding
        return float(sum(map(self._width, text)) * size)

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """The text as (font, codes); each new character is drawn for this document."""
        del encoding
        if doc not in self._drawn:
            self._drawn[doc] = {}
            doc.delayedFonts.append(self)
        drawn = self._drawn[doc]
        found = []
        for char in text:
            if char not in _NEVER:
                if char not in drawn:
                    drawn[char] = self._drawing(char, doc)
                at = list(drawn).index(char)
                found.append((at // _CODES, bytes([at % _CODES + 1])))
        return found

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """What a page calls one of the fonts."""
        del doc
        return f"/Blank+{subset}"

    def addObjects(self, doc: Any) -> None:
        """The fonts of the blanks that this document has."""
        drawn = list(self._drawn.pop(doc).items())
        for at in range(0, len(drawn), _CODES):
            name = self.getSubsetInternalName(at // _CODES, doc)[1:]
            font = self._font(doc, drawn[at:at + _CODES])
            doc.idToObject["BasicFonts"].dict[name] = doc.Reference(font, name)

    def _drawing(self, char: str, doc: Any) -> bytes:
        width = self._width(char) * 1000
        if width < 1000:
            return b"%d 0 d0" % width
        label = f"{ord(char):X}"
        size = min(300.0, 800 / self._digits.stringWidth(label, 1))
        left = 500 - self._digits.stringWidth(label, size) / 2
        words = "".join(
            f"{self._digits.getSubsetInternalName(subset, doc)} {size:.0f} Tf ({codes.decode()}) Tj "
            for subset, codes in self._digits.splitString(label, doc))
        return f"1000 0 d0 {_BOX} 0.35 g BT {left:.0f} -40 Td {words}ET".encode()

    def _font(self, doc: Any, drawn: Sequence[tuple[str, bytes]]) -> Any:
        names = [*(f"u{ord(char):X}" for char, _drawing in drawn), _MEASURE]
        drawings = [*(drawing for _char, drawing in drawn), b"600 0 d0"]
        widths = [*(self._width(char) * 1000 for char, _drawing in drawn), 600]
        shapes = {name: doc.Reference(_stream(one)) for name, one in zip(names, drawings, strict=True)}
        return pdfdoc.PDFDictionary({
            "Type": "/Font", "Subtype": "/Type3", "FontBBox": pdfdoc.PDFArray([0, -120, 1000, 880]),
            "FontMatrix": pdfdoc.PDFArray([0.001, 0, 0, 0.001, 0, 0]), "FirstChar": 1, "LastChar": len(names),
            "Widths": pdfdoc.PDFArray(widths),
            "CharProcs": pdfdoc.PDFDictionary(shapes),
            "Encoding": pdfdoc.PDFDictionary({"Type": "/Encoding", "Differences": pdfdoc.PDFArray(
                [1, *(f"/{name}" for name in names)])}),
            "ToUnicode": _to_unicode(doc, names[0], ["\0", *(char for char, _drawing in drawn), _MEASURE]),
            "Resources": pdfdoc.PDFDictionary({"Font": doc.Reference(doc.idToObject["BasicFonts"])})})


def _to_unicode(doc: Any, name: str, codes: Sequence[str]) -> Any:
    """The map from a font's codes to UTF-16BE (ISO 32000-1, 9.10.3), as a stream of the document."""
    stream = _stream("\n".join(_map_lines(name, codes)).encode())
    if doc.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return doc.Reference(stream, f"toUnicode:{name}")


def _map_lines(name: str, codes: Sequence[str]) -> Iterator[str]:
    yield from ("/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
                f"/CMapName /{name} def", "/CMapType 2 def", "1 begincodespacerange", "<00> <FF>",
                "endcodespacerange")
    known = [(code, char) for code, char in enumerate(codes) if char not in _NEVER]
    for at in range(0, len(known), _BLOCK):
        block = known[at:at + _BLOCK]
        yield f"{len(block)} beginbfchar"
        yield from (f"<{code:02X}> <{char.encode('utf-16-be', 'replace').hex().upper()}>"
                    for code, char in block)
        yield "endbfchar"
    yield from ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")


def _stream(content: bytes) -> Any:
    stream: Any = pdfdoc.PDFStream()
    stream.content = content
    return stream
