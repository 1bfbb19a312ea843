"""A list of 5,000 orders: read from its workbook, judged, and taken in as new cases, on an encrypted file."""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from mediation_desk.domain.intake.lists.judging import Verdict
from mediation_desk.domain.intake.lists.orders import ListOf
from mediation_desk.domain.vocabulary import Source
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.lists import reading
from mediation_desk.services.intake.lists.importing import TakenIn, take
from tests import offices
from tests.benchmarks.figures import Figure
from tests.order_lists import rows, workbook

ORDERS, LIMIT = 5_000, 20.0  # seconds, from the press of the button to the last page on the disk


def figures() -> Iterator[Figure]:
    """Processor time, for on a busy machine the clock measures the others; and how long the same list takes
    when it comes again."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with offices.office(offices.embedded_place(folder), folder / "notes") as office:
            yield from _measured(office.first, workbook(folder / "一月.xlsx", rows(ORDERS)))


def _measured(desk: Desk, path: Path) -> Iterator[Figure]:
    told: list[ListOf] = []
    taken: list[TakenIn] = []
    understood = _processor(lambda: told.append(_understood(path)))
    yield Figure(f"{ORDERS:,} orders read and understood", understood, "s")
    yield Figure("  judged", _processor(lambda: reading.look(desk, told[0])), "s")
    first = _processor(lambda: taken.append(take(desk, told[0], {})))
    yield Figure("  taken in as new cases", first, "s", LIMIT)
    again = _processor(lambda: taken.append(take(desk, told[0], {})))
    yield Figure("  the same list again, changing nothing", again, "s")
    assert [one.counts[Verdict.NEW] for one in taken] == [ORDERS, 0]


def _understood(path: Path) -> ListOf:
    [sheet] = reading.read_file(path)
    found = reading.understand(sheet, [])
    return ListOf(sheet.rows, found.head_at, found.headings, found.columns, Source.HOTLINE)


def _processor(act: Callable[[], object]) -> float:
    """Seconds of the processor, with the garbage collector as a window keeps it: out of the workers' way."""
    gc.collect()
    gc.disable()
    begun = time.process_time()
    try:
        act()
    finally:
        gc.enable()
    return time.process_time() - begun
