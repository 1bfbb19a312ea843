"""The file around the text of a paper: its pages, head and foot, styles, settings and description."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from mediation_desk.documents.setting.strips import Sheet
from mediation_desk.documents.template.blocks import Align, Run
from mediation_desk.documents.word.lists import Lists
from mediation_desk.documents.word.pictures import Pictures
from mediation_desk.documents.word.styles import (
    FANGSONG,
    HEI,
    NAMESPACE,
    SONG,
    Style,
    styles_xml,
)
from mediation_desk.documents.word.text import (
    Shape,
    blank_line,
    field,
    node,
    paragraph,
    run_of,
    run_properties,
)

EPOCH = (1980, 1, 1, 0, 0, 0)  # of every file in the package: the same paper is the same bytes
_FOOT = 7 / 25.4 * 72 + 7  # the page number's foot is so far below the type area
_FOOT_LINE = 14.0
_MARK = 44.0  # a mark stands so far above the type area
_FOREIGN = ("theme", "stylesWithEffects", "webSettings", "customXml", "thumbnail")
# No line ends with the first nor begins with the second (GB/T 15834, 5.1), and none comes between the signs
# of a day, of a telephone number, of an amount in figures with its unit or in capitals. Word knows at most
# 50 and 100 signs.
NOT_AT_END = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥年月-,.:"
NOT_AT_HEAD = ("!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞﹚﹜﹞"
               "！＂％＇），．：；？］｀｜｝～￠"
               "元角分整零壹贰叁肆伍陆柒捌玖拾佰仟万亿年月日号期份")
_SETTINGS = f"""<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>
<w:characterSpacingControl w:val="compressPunctuation"/>
<w:noLineBreaksAfter w:lang="zh-CN" w:val="{NOT_AT_END.replace('"', "&quot;")}"/>
<w:noLineBreaksBefore w:lang="zh-CN" w:val="{NOT_AT_HEAD.replace(">", "&gt;")}"/>
<w:compat><w:doNotExpandShiftReturn/>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat><w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>
<w:listSeparator w:val=","/></w:settings>"""
_APP = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>Mediation Desk</Application></Properties>"""
_FONT = """<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>\
<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>"""


class Package:
    """One file: ``put`` appends to its text, ``lists`` and ``pictures`` are in it, ``document`` holds it."""

    def __init__(self, sheet: Sheet, size: float, leading: float) -> None:
        from docx import Document
        from docx.oxml import parse_xml

        self.document: Any = Document()
        part = self.document.part
        self.sheet, self.lists, self.pictures = sheet, Lists(size), Pictures(part)
        part._styles_part._element = parse_xml(styles_xml(size, leading))
        part._settings_part._element = parse_xml(_SETTINGS)
        self._numbering = part.numbering_part
        self._drop_foreign()
        self._lay_out()

    def _drop_foreign(self) -> None:
        """What the library's own empty document brings along: another language's typefaces, and a picture
        of a page."""
        part, package = self.document.part, self.document.part.package
        for rels in (part.rels, package.rels):
            for key in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in _FOREIGN]:
                del rels[key]
        for rel in (*part.rels.values(), *package.rels.values()):
            kind = rel.reltype.rpartition("/")[2]
            if kind == "fontTable":
                rel.target_part._blob = _font_table()
            elif kind == "extended-properties":
                rel.target_part._blob = _APP

    def _lay_out(self) -> None:
        from docx.shared import Pt

        section: Any = self.document.sections[-1]
        section.page_width, section.page_height = (Pt(side) for side in self.sheet.paper)
        section.orientation = 1 if self.sheet.wide else 0
        for side in ("left", "right", "top", "bottom"):
            setattr(section, f"{side}_margin", Pt(getattr(self.sheet, side)))
        for grid in section._sectPr.findall(node("docGrid").tag):
            section._sectPr.remove(grid)

    def describe(self, title: str, created: datetime) -> None:
        """The file's description: kind of paper and time, nobody's name."""
        told = self.document.core_properties
        told.title, told.author, told.comments, told.last_modified_by = title, "", "", ""
        told.language = "zh-CN"
        told.created = told.modified = created.astimezone(UTC).replace(tzinfo=None)

    def mark(self, words: str) -> None:
        """Words in every page's head, grey."""
        section = self.document.sections[0]
        section.header_distance = _points(self.sheet.top - _MARK)
        made = run_of(Run(words))
        made.insert(0, run_properties(grey=True))
        _replace(section.header, [paragraph(Style.HEADER, (), Shape(), made)])

    def foot(self, numbered: bool, words: str) -> None:
        """第 x 页 共 y 页 as fields, and beneath it words with a line to sign on."""
        lines = []
        if numbered:
            lines.append(paragraph(Style.FOOTER, (), Shape(), run_of(Run("第 ")), *field("PAGE", "1"),
                                   run_of(Run(" 页 共 ")), *field("NUMPAGES", "1"), run_of(Run(" 页"))))
        if words:
            lines.append(paragraph(Style.FOOTER, (Run(words),),
                                   Shape(Align.LEFT, tab=self.sheet.width), blank_line()))
        if lines:
            section = self.document.sections[0]
            section.footer_distance = _points(self.sheet.bottom - _FOOT - _FOOT_LINE * (len(lines) - 1))
            _replace(section.footer, lines)

    def section(self) -> Any:
        """The measures of the pages so far, to stand in the last paragraph on them."""
        return deepcopy(self.document.element.body.sectPr)

    def turn(self, sheet: Sheet) -> None:
        """The pages that follow are of this form; head and foot go on as they were."""
        self.sheet = sheet
        self._lay_out()

    def put(self, parts: Iterable[Any]) -> None:
        """Append to the text."""
        body = self.document.element.body
        at = len(body) - 1  # before the section's measures
        for each, part in enumerate(parts):
            body.insert(at + each, part)

    def taken(self) -> bytes:
        """The text so far as it stands in the file, taken out of it."""
        from lxml import etree  # type: ignore[import-untyped]

        body = self.document.element.body
        parts = list(body)[:-1]
        for part in parts:
            body.remove(part)
        return b"".join(etree.tostring(part) for part in parts)

    def saved(self) -> bytes:
        """The file: the same bytes for the same text."""
        self._numbering._element = self.lists.numbering()
        target, plain = BytesIO(), BytesIO()
        self.document.save(plain)
        with zipfile.ZipFile(plain) as known, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
            for name in known.namelist():
                made.writestr(entry(name), known.read(name))
        return target.getvalue()


def entry(name: str) -> zipfile.ZipInfo:
    """A file of the package, of no particular day."""
    made = zipfile.ZipInfo(name, EPOCH)
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


def _font_table() -> bytes:
    """The typefaces by both their names, and what kind they are: a machine without one takes another of its
    kind."""
    known = ((FANGSONG, "FangSong", "modern", "fixed"), (SONG, "SimSun", "auto", "variable"),
             (HEI, "SimHei", "modern", "fixed"))
    fonts = "".join(_FONT.format(name=name, other=other, family=family, pitch=pitch)
                    for name, other, family, pitch in known)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {NAMESPACE}>{fonts}</w:fonts>' \
        .encode()


def _replace(place: Any, lines: Sequence[Any]) -> None:
    """Lines in the place of what a head or foot begins with."""
    place.is_linked_to_previous = False
    element = place._element
    for old in list(element):
        element.remove(old)
    element.extend(lines)


def _points(measure: float) -> Any:
    from docx.shared import Pt

    return Pt(measure)
