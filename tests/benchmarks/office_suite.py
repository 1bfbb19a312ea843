"""An agreement as PDF, against LibreOffice making one of the same paper's DOCX."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.figures import Figure, milliseconds
from tests.documents import libreoffice

OF_LIBREOFFICE = 2.0  # percent of its time at most: fifty times faster


def figures(pdf: Callable[[], object], docx: Callable[[], bytes]) -> Iterator[Figure]:
    """Both times and what part one is of the other; nothing where there is no LibreOffice. Each of its runs
    starts it anew, under settings that it has already written."""
    if not libreoffice.SOFFICE:
        return
    ours, written = milliseconds(pdf, rounds=9), milliseconds(docx, rounds=9)
    with tempfile.TemporaryDirectory(prefix="bench-office-") as name:
        folder = Path(name)
        paper = folder / "agreement.docx"
        paper.write_bytes(docx())
        theirs = milliseconds(partial(libreoffice.convert, [paper], folder / "pdf", folder), rounds=3, warm=1)
        assert (folder / "pdf" / "agreement.pdf").exists()
    yield Figure("an agreement as PDF against LibreOffice converting its DOCX", 100 * ours / theirs, "%",
                 OF_LIBREOFFICE)
    yield Figure("  LibreOffice, from its start to the file", theirs, "ms")
    yield Figure("  the agreement as DOCX", written, "ms")
