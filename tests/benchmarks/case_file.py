"""A file of 500 pages and more: how long it takes to bind, and what memory that takes, measured in a process
of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from tests.benchmarks.figures import Figure

PAGES, PHOTOS, PAPERS, EACH = 500, 120, 20, 20
BOUND_WITHIN, MEMORY = 120.0, 256.0  # seconds; MB


def figures() -> Iterator[Figure]:
    """120 photos of 8 million pixels, and 20 papers of 20 pages, behind the case's own papers."""
    with tempfile.TemporaryDirectory(prefix="bench-file-") as folder:
        for step in ("gather", "take", "bind"):  # what makes photos needs more memory than what binds them
            said = subprocess.run([sys.executable, "-m", "tests.benchmarks.case_file", step, folder],
                                  check=True, text=True, capture_output=True,
                                  env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}).stdout
    pages, took, peak, before, size = map(float, said.split()[-5:])
    assert pages >= PAGES
    yield Figure(f"binding a file of {pages:.0f} pages", took, "s", BOUND_WITHIN)
    yield Figure("  the most memory that its process took", peak, "MB", MEMORY)
    yield Figure("  before it began, with the desk open", before, "MB")
    yield Figure("  the size of the file", size, "MB")


def _gather(folder: Path) -> None:
    """The evidence as files; noise packs badly, as photos do."""
    from PIL import Image
    from reportlab.pdfgen.canvas import Canvas

    for at in range(PHOTOS):
        noise = Image.frombytes("RGB", (816, 612), os.urandom(816 * 612 * 3))
        noise.resize((3264, 2448)).save(folder / f"photo{at}.jpg")
    for at in range(PAPERS):
        drawn = Canvas(str(folder / f"paper{at}.pdf"), (595, 842))
        for number in range(EACH):
            for line in range(40):
                drawn.drawString(72, 760 - 16 * line, f"page {number}: {os.urandom(24).hex()}")
            drawn.showPage()
        drawn.save()


def _take(folder: Path) -> None:
    """A signed case, with all of it in evidence."""
    from mediation_desk.services.evidence import filing
    from tests import offices
    from tests.services.casefile.files_of import signed_case
    from tests.services.papers_desk import headed

    with offices.office(offices.embedded_place(folder), folder / "notes") as office:
        case_id = signed_case(headed(office.first))
        filing.add_files(office.first, case_id, sorted(file for file in folder.iterdir()
                                                       if file.suffix in (".jpg", ".pdf")))
        (folder / "case").write_text(str(case_id))


def _bind(folder: Path) -> str:
    """Pages, seconds, the most memory and that before in MB, and the size of the file in MB."""
    from mediation_desk.gui.kit.apart import process
    from mediation_desk.services.casefile import files
    from mediation_desk.services.casefile.binding import Wanted
    from mediation_desk.services.library import Library
    from tests import offices

    case_id, target = UUID((folder / "case").read_text()), folder / "bound.pdf"
    with offices.copied(offices.embedded_place(folder), folder / "notes", Library()) as office:
        before, begun = _most(), time.perf_counter()
        made = files.save(office.first, case_id, Wanted(), str(target), process.sheets)
        took = time.perf_counter() - begun
        return f"{made.bound.pages} {took} {_most()} {before} {target.stat().st_size / 1e6}"


def _most() -> float:
    """The most memory that this process ever took, in MB."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    place = Path(sys.argv[2])
    if sys.argv[1] == "bind":
        print(_bind(place))
    else:
        {"gather": _gather, "take": _take}[sys.argv[1]](place)
