"""Payments in an office that follows 100,000 agreements: the first page, its sums, every order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from mediation_desk.domain.payments.dues import SORTABLE, DueFilter, Section
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments import due_list, dues
from mediation_desk.services.payments.due_list import ListKind
from tests.benchmarks.figures import Figure, milliseconds
from tests.benchmarks.owing_store import CASES, opened

SHOWN, FAR, ADDED, EXPORTED = 100.0, 1000.0, 2000.0, 120.0  # milliseconds; seconds of the processor
PAGE = 100  # rows that the table fetches at a time
COMPANY = "湟水"


def figures() -> Iterator[Figure]:
    """What whoever sees every case meets, and a mediator of two thousand."""
    desk, mediator = opened()
    whole = DueFilter()
    for who, other in (("all of them", desk), ("of a mediator of 2,000", mediator)):
        yield Figure(f"first page of Payments, {CASES:,} agreements, {who}", _page(other, whole), "ms", SHOWN)
    yield Figure("page of Payments at row 90,000", _page(desk, whole, 90_000), "ms", FAR)
    yield Figure("first page in any order, the slowest",
                 _slowest(lambda wanted: _page(desk, wanted), _orders()), "ms", FAR)
    yield Figure("first page of any section, the slowest",
                 _slowest(lambda wanted: _page(desk, wanted), map(DueFilter, Section)), "ms", FAR)
    yield Figure("counts and sums of every section, of the processor", _added(desk), "ms", ADDED)
    narrowed = (DueFilter(section, company=COMPANY) for section in (None, *Section))
    yield Figure("first page of a company's section, the slowest",
                 _slowest(lambda wanted: _page(desk, wanted), narrowed), "ms", FAR)
    yield Figure("writing the whole list as CSV", _written(desk), "s", EXPORTED)


def _orders() -> Iterator[DueFilter]:
    for sort in SORTABLE:
        for down in (False, True):
            yield DueFilter(sort=sort, descending=down)


def _page(desk: Desk, wanted: DueFilter, offset: int = 0) -> float:
    return milliseconds(lambda: dues.page(desk, wanted, offset, PAGE), rounds=5, warm=1)


def _slowest(took: Callable[[DueFilter], float], wanted: Iterator[DueFilter] | map[DueFilter]) -> float:
    return max(map(took, wanted))


def _added(desk: Desk) -> float:
    """The least of three, in the processor's milliseconds."""
    took = []
    for _ in range(3):
        began = process_time()
        dues.totals(desk, DueFilter())
        took.append(process_time() - began)
    return min(took) * 1000


def _written(desk: Desk) -> float:
    with TemporaryDirectory() as folder:
        began = process_time()
        due_list.export(desk, DueFilter(), str(Path(folder) / "list"), ListKind.CSV, "zh_CN")
        return process_time() - began
