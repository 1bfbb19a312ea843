"""Pages of several papers in one file, with the tree of each: what was tagged stays tagged."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from mediation_desk.documents.archival import xmp

if TYPE_CHECKING:
    from pypdf import PdfReader, PdfWriter

_TREE, _ROW = "/StructTreeRoot", "/StructParents"


def append_pages(writer: PdfWriter, reader: PdfReader) -> None:
    """Append a paper's pages. Where both files have a tree of structure, the paper's parts follow the others;
    where one has none, the new pages are in none."""
    from pypdf.generic import NameObject, NumberObject

    rows = [page.get(_ROW) for page in reader.pages]
    pages = [writer.add_page(page) for page in reader.pages]
    mine, theirs = writer.root_object.get(_TREE), reader.root_object.get(_TREE)
    if mine is not None and theirs is not None:
        first = _append_tree(writer, mine.get_object(), theirs.get_object())
        for page, row in zip(pages, rows, strict=True):
            if row is not None:
                page[NameObject(_ROW)] = NumberObject(first + int(row))
        return
    for page in pages:
        page.pop(_ROW, None)


def _append_tree(writer: PdfWriter, mine: Any, theirs: Any) -> int:
    """Append the parts of a tree; by how much the numbers of its pages go up."""
    from pypdf.generic import NameObject, NumberObject

    copy = theirs.clone(writer)
    body, other = mine["/K"][0].get_object(), copy["/K"][0].get_object()
    for part in other["/K"]:
        part.get_object()[NameObject("/P")] = body.indirect_reference
        body["/K"].append(part)
    first = int(mine["/ParentTreeNextKey"])
    rows = mine["/ParentTree"]["/Nums"]
    for at, row in enumerate(copy["/ParentTree"]["/Nums"]):
        rows.append(row if at % 2 else NumberObject(first + int(row)))
    mine[NameObject("/ParentTreeNextKey")] = NumberObject(first + int(copy["/ParentTreeNextKey"]))
    return first


def describe_again(writer: PdfWriter, title: str, created: datetime, keywords: str = "") -> bool:
    """Let the metadata say what the file's description says now; False where the file has none."""
    metadata: Any = writer.root_object.get("/Metadata")
    if metadata is None:
        return False
    metadata.get_object().set_data(xmp(title, created, keywords))
    return True
