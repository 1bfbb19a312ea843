"""The styles of a paper in a word processor: what Word, WPS and LibreOffice list and let an office change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from xml.sax.saxutils import quoteattr

SONG, HEI, FANGSONG = "宋体", "黑体", "仿宋"  # every Chinese office suite has them
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Style(StrEnum):
    """A style by the key that paragraphs name it with."""

    NORMAL = "Normal"
    OFFICE = "OfficeHead"
    TITLE = "Title"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    BODY = "BodyText"
    NUMBERED = "ListNumber"
    DOTTED = "ListBullet"
    NOTE = "Note"
    CAPTION = "Caption"
    TABLE_HEAD = "TableHead"
    TABLE_TEXT = "TableText"
    CODE = "LargeCode"
    SIGNATURE = "Signature"
    GAP = "Gap"
    HEADER = "Header"
    FOOTER = "Footer"


@dataclass(frozen=True, slots=True)
class _Look:
    """Measures in points; ``indent``: the first line is set in by two characters."""

    name: str
    size: float
    leading: float
    font: str = FANGSONG
    align: str = "both"
    bold: bool = False
    indent: bool = False
    after: float = 0.0
    keep: bool = False
    outline: int | None = None


def _looks(size: float, leading: float) -> dict[Style, _Look]:
    """The PDF's sizes, with 仿宋 for its body as GB/T 9704-2012 has it."""
    return {
        Style.OFFICE: _Look("机关名称", 18, 30, SONG, "center", bold=True, after=2, keep=True),
        Style.TITLE: _Look("Title", 22, 36, SONG, "center", bold=True, after=12, keep=True),
        Style.HEADING_1: _Look("heading 1", size, leading, HEI, "left", indent=True, keep=True, outline=0),
        Style.HEADING_2: _Look("heading 2", size, leading, align="left", bold=True, indent=True, keep=True,
                               outline=1),
        Style.HEADING_3: _Look("heading 3", size, leading, align="left", indent=True, keep=True, outline=2),
        Style.BODY: _Look("Body Text", size, leading, indent=True),
        Style.NUMBERED: _Look("List Number", size, leading, indent=True),
        Style.DOTTED: _Look("List Bullet", size, leading, indent=True),
        Style.NOTE: _Look("附注", 10.5, 17),
        Style.CAPTION: _Look("caption", 12, 22.8, HEI, "center", keep=True),
        Style.TABLE_HEAD: _Look("表格栏目", 12, 18, HEI, "center"),
        Style.TABLE_TEXT: _Look("表格文字", 12, 18, align="left"),
        Style.CODE: _Look("核对文字", 17, 24, align="center", bold=True),
        Style.SIGNATURE: _Look("Signature", 14, 21, align="left"),
        Style.GAP: _Look("间隔", 1, 8, align="left"),
        Style.HEADER: _Look("header", 14, 20, HEI, "right"),
        Style.FOOTER: _Look("footer", 10.5, 14, SONG, "center")}


def styles_xml(size: float, leading: float) -> str:
    """The part ``styles.xml``: running text of that size and leading, in points; Chinese throughout.

    The language of figures and Latin letters is left to the program: told that they are Chinese,
    LibreOffice parts 30,264.00 anywhere.
    """
    made = "".join(_paragraph_style(key, look) for key, look in _looks(size, leading).items())
    return f"""<w:styles {NAMESPACE}><w:docDefaults>
<w:rPrDefault><w:rPr>{_fonts(FANGSONG)}<w:sz w:val="{_half(size)}"/><w:szCs w:val="{_half(size)}"/>
<w:lang w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="{Style.NORMAL}"><w:name w:val="Normal"/><w:qFormat/>
<w:pPr><w:widowControl/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>
<w:spacing w:before="0" w:after="0" w:line="{_twips(leading)}" w:lineRule="exact"/><w:jc w:val="both"/>
</w:pPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>
<w:tblPr><w:tblBorders>{_borders()}</w:tblBorders></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
<w:name w:val="No List"/><w:semiHidden/></w:style>
{made}</w:styles>"""


def _paragraph_style(key: Style, look: _Look) -> str:
    """In the order that the format demands."""
    keep = "<w:keepNext/><w:keepLines/>" if look.keep else ""
    indent = f'<w:ind w:firstLine="{_twips(2 * look.size)}" w:firstLineChars="200"/>' if look.indent else ""
    outline = f'<w:outlineLvl w:val="{look.outline}"/>' if look.outline is not None else ""
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    return f"""<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val={quoteattr(look.name)}/>
<w:basedOn w:val="{Style.NORMAL}"/><w:next w:val="{Style.BODY if look.keep else key}"/><w:qFormat/>
<w:pPr>{keep}<w:spacing w:after="{_twips(look.after)}" w:line="{_twips(look.leading)}" w:lineRule="exact"/>
{indent}<w:jc w:val="{look.align}"/>{outline}</w:pPr>
<w:rPr>{_fonts(look.font)}{bold}{_sized(look.size)}</w:rPr>
</w:style>"""


def _borders() -> str:
    """Rules of 0.6 points (in eighths), as the PDF draws them."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(f'<w:{side} w:val="single" w:sz="5" w:space="0" w:color="000000"/>' for side in sides)


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _twips(points: float) -> int:
    return round(points * 20)


def _sized(points: float) -> str:
    """The format measures type in half points, so size three is 16 and not 15.75: the quarter is taken from
    between the characters, and a line holds 28 of them as the standard asks."""
    half = _half(points)
    lacking = _twips(points - half / 2)
    spaced = f'<w:spacing w:val="{lacking}"/>' if lacking else ""
    return f'{spaced}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _half(points: float) -> int:
    return int(points * 2 + 0.5)
