"""What ISO 19005-2 asks of a file at level U, clause by clause; each check complains by an AssertionError.

No public validator can be had from the registries that the tests use, so this stands in for one. Clause
numbers are those of ISO 19005-2:2011; what only level A asks (6.7) is kept besides.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NameObject, StreamObject

_SPACES = {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
           "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "xmp": "http://ns.adobe.com/xap/1.0/",
           "pdf": "http://ns.adobe.com/pdf/1.3/"}
_OPERATORS = {*"bBcdfFgGhijJkKlmMnqQsSvwWy'\"", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "cm", "CS", "cs",
              "d0", "d1", "Do", "DP", "EI", "EMC", "ET", "EX", "f*", "gs", "ID", "MP", "re", "RG", "rg",
              "ri",
              "SC", "sc", "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr",
              "Ts", "Tw", "Tz", "W*"}
_ROLES = {"Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Caption",
          "Figure"}
_SHOWN = (b"Tj", b"TJ", b"'", b'"')
_PAINTED = (b"f", b"S", b"B", b"f*", b"B*", b"Do", *_SHOWN)


@dataclass(frozen=True)
class File:
    """A PDF, read once for all checks."""

    data: bytes

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(BytesIO(self.data))

    @cached_property
    def root(self) -> Any:
        return self.reader.trailer["/Root"]

    @cached_property
    def trailer(self) -> Any:
        return self.reader.trailer

    @cached_property
    def objects(self) -> list[Any]:
        """Every indirect object."""
        found = [self.reader.get_object(number) for number in range(1, int(self.trailer["/Size"]))]
        return [one for one in found if one is not None]

    @cached_property
    def pages(self) -> list[list[tuple[list[Any], bytes]]]:
        """The operations of each page: operands and operator."""
        return [list(ContentStream(page["/Contents"].get_object(), self.reader).operations)
                for page in self.reader.pages]

    @cached_property
    def shown(self) -> list[tuple[Any, set[int]]]:
        """Each font with the codes that are shown in it."""
        found: dict[int, tuple[Any, set[int]]] = {}
        for page, operations in zip(self.reader.pages, self.pages, strict=True):
            fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]
            for operands, operator in operations:
                if operator == b"Tf":
                    font = fonts[operands[0]].get_object()
                elif operator == b"Tj":
                    codes = found.setdefault(id(font), (font, set()))[1]
                    codes.update(getattr(operands[0], "original_bytes", operands[0]))
        return list(found.values())

    def dictionaries(self) -> Iterator[Any]:
        """Every dictionary, however deep."""
        waiting = list(self.objects)
        while waiting:
            one = waiting.pop()
            if isinstance(one, DictionaryObject):
                yield one
                waiting.extend(one.values())
            elif isinstance(one, ArrayObject):
                waiting.extend(one)

    def elements(self) -> list[Any]:
        """The tree of structure in its order."""
        waiting, found = [self.root["/StructTreeRoot"]["/K"][0].get_object()], []
        while waiting:
            one = waiting.pop(0)
            found.append(one)
            kids = [kid.get_object() for kid in one["/K"] if not isinstance(kid, int)]
            waiting[:0] = [kid for kid in kids if "/S" in kid]
        return found


def header_6_1_2(file: File) -> None:
    first, second = file.data.split(b"\n")[:2]
    assert re.fullmatch(rb"%PDF-1\.[0-7]", first)
    assert second[:1] == b"%" and all(byte > 127 for byte in second[1:5])


def trailer_6_1_3(file: File) -> None:
    assert len(file.trailer["/ID"]) == 2 and "/Encrypt" not in file.trailer
    assert file.data[file.data.rindex(b"%%EOF") + 5:] in (b"", b"\n", b"\r\n")


def cross_reference_6_1_4(file: File) -> None:
    at = int(file.data.split()[-2])
    assert re.match(rb"xref\r?\n0 \d+\r?\n0000000000 65535 f[ \r][\r\n]", file.data[at:at + 60])


def strings_6_1_6(file: File) -> None:
    outside = re.sub(rb"stream\r?\n.*?endstream", b"", file.data, flags=re.DOTALL)
    for text in re.findall(rb"(?<!<)<([0-9A-Fa-f\s]*)>(?!>)", outside):
        assert len(b"".join(text.split())) % 2 == 0


def streams_6_1_7(file: File) -> None:
    at = 0
    for found in re.finditer(rb"\nendstream", file.data):
        begins = re.compile(rb">>\s*stream\r?\n").search(file.data, at)
        assert begins is not None
        head = file.data[file.data.rindex(b" obj", 0, begins.end()):begins.end()]
        length = re.search(rb"/Length (\d+)(?! \d+ R)", head)
        if length:
            assert found.start() - begins.end() == int(length[1]), head
        at = found.end()
    assert file.data.count(b"endstream") == len(re.findall(rb"[\r\n]endstream", file.data))
    for one in file.objects:
        if isinstance(one, StreamObject):
            filters = one.get("/Filter", [])
            names = [filters] if isinstance(filters, str) else list(filters)
            assert not {"/LZWDecode", "/Crypt"} & set(names) and "/F" not in one


def objects_6_1_8(file: File) -> None:
    outside = re.sub(rb"stream\r?\n.*?endstream", b"", file.data, flags=re.DOTALL)
    begins = re.findall(rb"[\r\n](\d+ \d+ obj)[\r\n]", outside)
    assert len(begins) == len(re.findall(rb"\bobj\b", outside)) == len(file.objects)
    assert len(re.findall(rb"[\r\n]endobj[\r\n]", outside)) == len(begins)


def limits_6_1_13(file: File) -> None:
    for one in file.dictionaries():
        assert all(len(str(name)) <= 128 for name in one)
        assert all(len(value) <= 128 for value in one.values() if isinstance(value, NameObject))
    for operations in file.pages:
        depth = deepest = 0
        for _operands, operator in operations:
            depth += (operator == b"q") - (operator == b"Q")
            deepest = max(deepest, depth)
        assert depth == 0 and deepest <= 28


def operators_6_2_2(file: File) -> None:
    assert {operator.decode() for operations in file.pages for _given, operator in operations} <= _OPERATORS


def output_intent_6_2_3(file: File) -> None:
    (intent,) = file.root["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1" and intent["/OutputConditionIdentifier"]
    profile = intent["/DestOutputProfile"].get_object()
    data = profile.get_data()
    assert profile["/N"] == 3 and data[12:20] == b"mntrRGB " and data[36:40] == b"acsp"
    assert int.from_bytes(data[:4], "big") == len(data) and data[8] < 5


def colours_6_2_4(file: File) -> None:
    used = {operator for operations in file.pages for _given, operator in operations}
    assert not used & {b"k", b"K", b"cs", b"CS", b"sc", b"scn", b"SC", b"SCN", b"sh", b"ri"}


def states_and_images_6_2_5_and_6_2_8(file: File) -> None:
    for one in file.dictionaries():
        assert not {"/TR", "/TR2", "/HTP", "/Alternates", "/OPI", "/PS"} & set(one)
        assert one.get("/Interpolate", False) in (False, None) or not one["/Interpolate"]
        assert one.get("/Subtype") != "/PS"


def embedded_fonts_6_2_11_4(file: File) -> None:
    assert file.shown
    for font, codes in file.shown:
        if font["/Subtype"] == "/Type3":
            assert len(font["/CharProcs"]) >= len(codes)
            continue
        assert re.match(r"/[A-Z]{6}\+", font["/BaseFont"])
        assert font["/FontDescriptor"]["/FontName"] == font["/BaseFont"]
        assert font["/FontDescriptor"]["/FontFile2"].get_object()["/Length1"] > 0


def _programs(file: File) -> Iterator[tuple[Any, Any, set[int]]]:
    for font, codes in file.shown:
        if font["/Subtype"] == "/TrueType":
            data = font["/FontDescriptor"]["/FontFile2"].get_object().get_data()
            yield font, TTFont(BytesIO(data)), codes


def widths_6_2_11_5(file: File) -> None:
    for font, program, codes in _programs(file):
        (table,) = program["cmap"].tables
        scale = 1000 / program["head"].unitsPerEm
        for code in codes:
            told = float(font["/Widths"][code - int(font["/FirstChar"])])
            assert abs(told - program["hmtx"][table.cmap[code]][0] * scale) <= 1


def true_type_6_2_11_6(file: File) -> None:
    for font, program, _codes in _programs(file):
        assert int(font["/FontDescriptor"]["/Flags"]) & 4 and "/Encoding" not in font
        assert len(program["cmap"].tables) == 1


def unicode_6_2_11_7(file: File) -> None:
    for font, codes in file.shown:
        lines = font["/ToUnicode"].get_object().get_data().decode().split("\n")
        found = dict(re.findall(r"<([0-9A-F]{2})> <([0-9A-F]+)>", "\n".join(lines[lines.index(
            "endcodespacerange"):])))
        known = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in found.items()}
        assert codes <= set(known)
        assert not {"\0", "\ufeff", "\ufffe"} & set("".join(known.values()))


def no_missing_glyph_6_2_11_8(file: File) -> None:
    for _font, program, codes in _programs(file):
        (table,) = program["cmap"].tables
        assert all(program.getGlyphID(table.cmap[code]) for code in codes)


def nothing_that_acts_6_3_to_6_5(file: File) -> None:
    assert not {"/AcroForm", "/OpenAction", "/AA"} & set(file.root)
    assert "/JavaScript" not in file.root.get("/Names", {})
    for one in file.dictionaries():
        assert not {"/AA", "/JS", "/Annots"} & set(one)


def metadata_6_6_2(file: File) -> None:
    stream = file.root["/Metadata"].get_object()
    assert stream["/Type"] == "/Metadata" and stream["/Subtype"] == "/XML" and "/Filter" not in stream
    data = stream.get_data()
    assert not re.match(rb"<\?xpacket[^>]*(bytes|encoding)=", data)
    known, info = _metadata(data), file.reader.metadata
    assert info is not None and known["dc:title"] == info.title and known["pdf:Producer"] == info.producer
    assert known.get("pdf:Keywords") == info.keywords
    for name, instant in (("xmp:CreateDate", info.creation_date), ("xmp:ModifyDate", info.modification_date)):
        assert instant is not None and known[name] == instant.isoformat()
    assert not {"/Author", "/Subject", "/Creator"} & set(info)


def identification_6_6_4(file: File) -> None:
    known = _metadata(file.root["/Metadata"].get_object().get_data())
    assert (known["pdfaid:part"], known["pdfaid:conformance"]) == ("2", "U")


def _metadata(packet: bytes) -> dict[str, str | None]:
    (said,) = ElementTree.fromstring(packet).iter(f"{{{_SPACES['rdf']}}}Description")
    short = {f"{{{uri}}}": f"{prefix}:" for prefix, uri in _SPACES.items()}
    found = {}
    for one in said:
        name = re.sub(r"^\{.*\}", lambda uri: short[uri[0]], one.tag)
        (leaf, *_others) = [part for part in one.iter() if not len(part)]
        found[name] = leaf.text
    return found


def structure_6_7_2(file: File) -> None:
    """Every mark on a page is a part's own, by the tree and by the page."""
    assert file.root["/MarkInfo"]["/Marked"]
    numbers = file.root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    rows: dict[Any, Any] = {int(numbers[at]): numbers[at + 1].get_object()
                            for at in range(0, len(numbers), 2)}
    for page, operations in zip(file.reader.pages, file.pages, strict=True):
        marks = [operands[1]["/MCID"] for operands, operator in operations
                 if operator == b"BDC" and "/MCID" in operands[1]]
        assert marks == list(range(len(marks))) and len(rows[page["/StructParents"]]) == len(marks)
        for mark, element in enumerate(rows[page["/StructParents"]]):
            assert (page, mark) in list(_marks(element))
    for element in file.elements():
        assert element["/S"][1:] in _ROLES
        assert element["/S"] != "/Figure" or element["/Alt"]


def _marks(element: Any) -> Iterator[tuple[Any, int]]:
    for kid in (kid.get_object() for kid in element["/K"]):
        if isinstance(kid, int):
            yield element["/Pg"].get_object(), int(kid)
        elif "/MCID" in kid:
            yield kid["/Pg"].get_object(), int(kid["/MCID"])


def artifacts_6_7_2_2(file: File) -> None:
    """Whatever is shown or painted is a part or an artifact, and text objects hold whole marks."""
    for operations in file.pages:
        marked = 0
        for _operands, operator in operations:
            marked += (operator in (b"BDC", b"BMC")) - (operator == b"EMC")
            assert marked or operator not in _PAINTED
        assert marked == 0


def tables_6_7_3(file: File) -> None:
    for table in (one for one in file.elements() if one["/S"] == "/Table"):
        rows = [kid.get_object() for kid in table["/K"]]
        assert {row["/S"] for row in rows} <= {"/TR", "/Caption"}
        cells = [[cell.get_object() for cell in row["/K"]] for row in rows if row["/S"] == "/TR"]
        assert cells and all(cell["/S"] in ("/TH", "/TD") for row in cells for cell in row)
        assert all(cell["/A"]["/Scope"] for row in cells for cell in row if cell["/S"] == "/TH")


def lists_6_7_3(file: File) -> None:
    for one in file.elements():
        kids = {kid.get_object().get("/S") for kid in one["/K"] if not isinstance(kid, int)}
        if one["/S"] == "/L":
            assert kids == {"/LI"} and one["/A"]["/ListNumbering"] in ("/Decimal", "/Disc")
        elif one["/S"] == "/LI":
            assert {"/LBody"} <= kids <= {"/Lbl", "/LBody"}


def language_6_7_4(file: File) -> None:
    assert file.root["/Lang"] == "zh-CN"


def nothing_attached_or_hidden_6_8_to_6_11(file: File) -> None:
    assert not {"/OCProperties", "/Requirements", "/AF"} & set(file.root)
    assert not {"/EmbeddedFiles", "/AlternatePresentations"} & set(file.root.get("/Names", {}))
    assert all("/PresSteps" not in page for page in file.reader.pages)


CLAUSES = (header_6_1_2, trailer_6_1_3, cross_reference_6_1_4, strings_6_1_6, streams_6_1_7, objects_6_1_8,
           limits_6_1_13, operators_6_2_2, output_intent_6_2_3, colours_6_2_4,
           states_and_images_6_2_5_and_6_2_8, embedded_fonts_6_2_11_4, widths_6_2_11_5, true_type_6_2_11_6,
           unicode_6_2_11_7, no_missing_glyph_6_2_11_8, nothing_that_acts_6_3_to_6_5, metadata_6_6_2,
           identification_6_6_4, structure_6_7_2, artifacts_6_7_2_2, tables_6_7_3, lists_6_7_3,
           language_6_7_4, nothing_attached_or_hidden_6_8_to_6_11)
