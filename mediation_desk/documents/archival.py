"""What makes a PDF one that archives keep: PDF/A-2, level U (ISO 19005-2): metadata, colours, bookmarks.

Faces, their maps to Unicode and the tree of structure are made where the paper is set.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from mediation_desk.documents.setting.tags import Tag
from mediation_desk.library.shipped import shipped

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LANGUAGE = "zh-CN"
PRODUCER = "Mediation Desk"
VERSION = (1, 7)
_LEVELS = {"H1": 0, "H2": 1, "H3": 2}
_COLOURS = "sRGB IEC61966-2.1"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>{instant}</xmp:CreateDate>
<xmp:ModifyDate>{instant}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
{keywords}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


def xmp(title: str, created: datetime, keywords: str = "") -> bytes:
    """The metadata packet; it says what the file's own description says (ISO 19005-2, 6.6.2)."""
    said = f"<pdf:Keywords>{escape(keywords)}</pdf:Keywords>\n" if keywords else ""
    instant = created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")
    return _PACKET.format(language=LANGUAGE, title=escape(title), instant=instant, producer=PRODUCER,
                          keywords=said).encode()


def begin(canvas: Canvas, title: str, created: datetime, keywords: str = "") -> None:
    """Describe the file on a new canvas; ``created`` is an aware datetime, and all that the file knows of
    time."""
    document: Any = canvas._doc  # type: ignore[attr-defined]
    canvas.setTitle(title)
    canvas.setProducer(PRODUCER)
    canvas.setKeywords(keywords)
    instant = created.astimezone(UTC)
    document._timeStamp.t = instant.timestamp()
    document._timeStamp.lt = instant.timetuple()
    document._timeStamp.YMDhms = tuple(instant.timetuple())[:6]
    document.info.format = lambda whole: _description(whole, title, keywords)
    document.encrypt = _endings()
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.Metadata = document.Reference(_stream(xmp(title, created, keywords), Type="/Metadata",
                                                  Subtype="/XML"))
    catalog.OutputIntents = _intents(document)
    catalog.ViewerPreferences = "<</DisplayDocTitle true>>"


def bookmark(canvas: Canvas, heading: Tag, left: float, top: float) -> None:
    """A bookmark to where a heading is drawn; none where the tag is no heading, or was drawn before."""
    if heading.attached or not heading.title:
        return
    outline: Any = canvas._doc.outline  # type: ignore[attr-defined]
    key = f"heading.{len(outline.destinationnamestotitles):04d}"
    level = min(_LEVELS[heading.role], outline.currentlevel + 1)
    canvas.bookmarkPage(key, fit="XYZ", left=round(left, 2), top=round(top, 2), zoom=0)
    canvas.addOutlineEntry(heading.title, key, level)


def _description(document: Any, title: str, keywords: str) -> bytes:
    """The file's own description, without what is not said."""
    from reportlab.pdfbase.pdfdoc import PDFDate, PDFDictionary, PDFString

    day = PDFDate(ts=document._timeStamp)
    said = {"Title": PDFString(title), "Producer": PDFString(PRODUCER), "CreationDate": day, "ModDate": day,
            **({"Keywords": PDFString(keywords)} if keywords else {}), "Trapped": "/False"}
    return bytes(PDFDictionary(said).format(document))


def _intents(document: Any) -> Any:
    """The colours that the file's own are meant in (ISO 19005-2, 6.2.3)."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFString, PDFZCompress

    profile = _stream(shipped("resources", "colour", "sRGB.icc").read_bytes(), N=3)
    profile.filters = [PDFZCompress]
    return PDFArray([PDFDictionary({
        "Type": "/OutputIntent", "S": "/GTS_PDFA1", "OutputConditionIdentifier": PDFString(_COLOURS),
        "Info": PDFString(_COLOURS), "DestOutputProfile": document.Reference(profile)})])


def _stream(content: bytes, **dictionary: Any) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

    return PDFStream(PDFDictionary(dictionary), content)


class _Ended(bytes):
    """A stream's bytes, which the library puts between two keywords: the latter begins a line."""

    def __radd__(self, before: bytes) -> bytes:
        return before + bytes(self) + b"\n"


def _endings() -> Any:
    """A stand-in for encryption that lets ``endstream`` begin a line (ISO 19005-2, 6.1.7.1): the one place
    that every stream passes as it is written."""
    from reportlab.pdfbase.pdfdoc import NoEncryption

    class Endings(NoEncryption):
        def encode(self, t: Any) -> Any:
            return _Ended(t.encode("latin-1") if isinstance(t, str) else t)

    return Endings()
