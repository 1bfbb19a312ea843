"""Workbooks for the tests: made in memory, and altered in the parts they are packed of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from openpyxl import Workbook, load_workbook

Alter = Callable[[bytes], bytes]


def opened(data: bytes) -> Workbook:
    """The workbook as a spreadsheet program opens it."""
    return load_workbook(io.BytesIO(data))


def packed(book: Workbook) -> bytes:
    """The workbook as it is saved."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def altered(data: bytes, part: str, alter: Alter) -> bytes:
    """The workbook with one of its parts rewritten, lengths and checksums in order."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, alter(content) if name == part else content)
    return file.getvalue()


def rewritten(data: bytes, part: str, content: bytes) -> bytes:
    """The workbook with other content in one of its parts."""
    return altered(data, part, lambda _old: content)


def part(data: bytes, name: str) -> bytes:
    """The content of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.read(name)


def replacing(old: bytes, new: bytes) -> Alter:
    """Rewrites a part in one place, which must be there."""
    def alter(content: bytes) -> bytes:
        assert old in content
        return content.replace(old, new, 1)

    return alter
