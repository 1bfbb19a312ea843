"""What the text of a paper is, for readers that do not see it: its tree of structure (ISO 32000-1, 14.7).

Everything that is drawn belongs to a part of the paper, or is an artifact: a rule, a page's number, a table's
header that comes again.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_Strip = TypeVar("_Strip", bound=Any)
HEADER_ABOVE, HEADER_BESIDE = "<</O /Table /Scope /Column>>", "<</O /Table /Scope /Row>>"
NUMBERED, DOTTED = "<</O /List /ListNumbering /Decimal>>", "<</O /List /ListNumbering /Disc>>"
_TREE = "_structure"  # where a canvas keeps its tree


@dataclass(eq=False)
class Tag:
    """A part of a paper. ``role``: a standard structure type; ``parent``: None for a part of the whole;
    ``title``: what a heading says, for the bookmarks; ``alt``: what is said in a picture's stead;
    ``attributes``: as they are written."""

    role: str
    parent: Tag | None = None
    title: str = ""
    alt: str = ""
    attributes: str = ""
    kids: list[Tag | tuple[int, int]] = field(default_factory=list, repr=False)
    attached: bool = field(default=False, repr=False)


LAYOUT = Tag("Artifact", attributes="<</Type /Layout>>")
PAGINATION = Tag("Artifact", attributes="<</Type /Pagination>>")


def tagged(strips: Iterable[_Strip], tag: Tag) -> list[_Strip]:
    """The strips as parts of that tag."""
    return [replace(strip, tag=tag) for strip in strips]


def switch(canvas: Canvas, tag: Tag) -> None:
    """What is drawn from now on belongs to that part, until another one is begun or the page ends. On a
    canvas without a tree it says nothing."""
    tree = vars(canvas).get(_TREE)
    if isinstance(tree, Tree):
        tree.switch(tag)


class Tree:
    """The structure of all that is drawn on a canvas. A paper's parts are written down, and let go of, once
    it is drawn."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas: Any = canvas
        self._document: Any = vars(canvas)["_doc"]
        self._open: Tag | None = None
        self._held = False
        self._top: list[Tag] = []
        self._marked: list[list[Tag]] = [[]]  # by page of the paper, then by mark
        self._rows: list[str] = []  # of the finished papers: by page, whose each mark is
        self._whole: list[int] = []  # objects of the parts of the whole
        self._root, self._body = (self._register(f"structure:{name}", b"") for name in ("root", "document"))
        vars(canvas)[_TREE] = self

    def draw(self, strip: Any, x: float, top: float) -> None:
        """Draw a strip as what it is; inside an artifact everything is one."""
        if strip.tag is not None:
            self.switch(strip.tag)
        self._held = strip.tag is not None and strip.tag.role == "Artifact"
        strip.draw(self._canvas, x, top)
        self._held = False

    def switch(self, tag: Tag | None) -> None:
        """End the marked content that is open, unless it is of the same part, and begin another."""
        if tag is self._open or self._held:
            return
        if self._open is not None:
            self._canvas._code.append("EMC")
        self._open = tag
        if tag is not None:
            self._canvas._code.append(self._begins(tag))

    def _begins(self, tag: Tag) -> str:
        if tag.role == "Artifact":
            return f"/Artifact {tag.attributes} BDC"
        self.attach(tag)
        marked = self._marked[-1]
        tag.kids.append((len(self._marked) - 1, len(marked)))
        marked.append(tag)
        return f"/{tag.role} <</MCID {len(marked) - 1}>> BDC"

    def attach(self, tag: Tag) -> None:
        """Take a part into the tree, in the order in which parts are first drawn."""
        if tag.attached:
            return
        tag.attached = True
        if tag.parent is None:
            self._top.append(tag)
        else:
            self.attach(tag.parent)
            tag.parent.kids.append(tag)

    def end_page(self) -> None:
        """Close the page on the canvas, and pack it: its marks are its own."""
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

        self.switch(None)
        self._canvas.showPage()
        page = self._document.Pages.pages[-1]
        page.Contents = PDFStream(PDFDictionary({"Filter": "/FlateDecode"}),
                                  zlib.compress(page.stream.encode("latin-1")))
        page.stream = None
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs, page.Trans = len(self._document.Pages.pages) - 1, "/S", None
        self._marked.append([])

    def end_paper(self) -> None:
        """Write down the parts of the paper that is drawn."""
        pages = [self._number(page.__InternalName__)
                 for page in self._document.Pages.pages[len(self._rows):]]
        numbers: dict[int, int] = {}
        for tag in self._top:
            self._whole.append(self._write(tag, self._body, pages, numbers))
        for marked in self._marked[:-1]:
            self._rows.append("[" + " ".join(f"{numbers[id(tag)]} 0 R" for tag in marked) + "]")
        self._top, self._marked = [], [[]]

    def _write(self, tag: Tag, parent: int, pages: list[int], numbers: dict[int, int]) -> int:
        """Write a part and all beneath it; its object's number."""
        number = numbers[id(tag)] = self._register(f"structure:{self._document.objectcounter + 1}", b"")
        own = next((kid[0] for kid in tag.kids if isinstance(kid, tuple)), None)
        said = f"/Pg {pages[own]} 0 R" if own is not None else ""
        said += f"/Alt <{_hex(tag.alt)}>" if tag.alt else ""
        said += f"/A {tag.attributes}" if tag.attributes else ""
        kids = " ".join(_mark(kid, own, pages) if isinstance(kid, tuple) else
                        f"{self._write(kid, number, pages, numbers)} 0 R" for kid in tag.kids)
        self._put(number, f"<</S /{tag.role}/P {parent} 0 R{said}/K [{kids}]>>")
        return number

    def finish(self) -> None:
        """Put the tree into the document, before it is saved."""
        whole = " ".join(f"{number} 0 R" for number in self._whole)
        self._put(self._body, f"<</Type /StructElem /S /Document /P {self._root} 0 R /K [{whole}]>>")
        rows = [f"{at} {self._new(row)} 0 R" for at, row in enumerate(self._rows)]
        parents = self._new(f"<</Nums [{' '.join(rows)}]>>")
        self._put(self._root, f"<</Type /StructTreeRoot /K [{self._body} 0 R] /ParentTree {parents} 0 R "
                              f"/ParentTreeNextKey {len(rows)}>>")
        catalog = self._document.Catalog
        catalog.StructTreeRoot = f"{self._root} 0 R"
        catalog.MarkInfo = "<</Marked true>>"

    def _new(self, written: str) -> int:
        return self._register(f"structure:{self._document.objectcounter + 1}", written.encode())

    def _register(self, name: str, written: bytes) -> int:
        self._document.Reference(written, name)
        return self._number(name)

    def _put(self, number: int, written: str) -> None:
        self._document.idToObject[self._document.numberToId[number]] = written.encode()

    def _number(self, name: str) -> int:
        return int(self._document.idToObjectNumberAndVersion[name][0])


def _mark(mark: tuple[int, int], own: int | None, pages: list[int]) -> str:
    """A mark as a part's kid: its number alone where it stands on the part's own page."""
    page, number = mark
    return str(number) if page == own else f"<</Type /MCR /Pg {pages[page]} 0 R /MCID {number}>>"


def _hex(text: str) -> str:
    return ("\ufeff" + text).encode("utf-16-be", "replace").hex()


def row_tags(parent: Tag, *roles: str) -> Iterator[Tag]:
    """Tags for the cells of one more row: the roles come again as often as there are cells. A header (TH)
    among values (TD) stands beside them, others stand above."""
    scope = HEADER_BESIDE if "TD" in roles else HEADER_ABOVE
    whole = Tag("TR", parent)
    while True:
        for role in roles:
            yield Tag(role, whole, attributes=scope if role == "TH" else "")
