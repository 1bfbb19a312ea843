"""``python -m tests.benchmarks.large``: ten thousand, a hundred thousand and a million cases on both engines.

Each store is built once and kept. What is measured at each size stands in one row, so that growth is seen.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.reports.figures import Behind
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.vocabulary import KindOfWork, Source, Station
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import alerts, case_list, choices, filling, forms, overview, series
from tests.benchmarks import large_store
from tests.benchmarks.figures import Act, Figure, milliseconds, table, worst
from tests.benchmarks.large_store import FOLDER, TODAY, LargeStore
from tests.postgres import PostgresServer, kept

SIZES = (10_000, 100_000, 1_000_000)
PAGE, OVERVIEW, DRILL, FORM = 100.0, 300.0, 100.0, 1000.0  # milliseconds
EXPORT_ROWS, EXPORT, MEMORY = 100_000, 20.0, 256.0  # rows; seconds, megabytes on top
SERVER = {"shared_buffers": "1GB", "work_mem": "64MB", "autovacuum": "on"}
YEAR, MONTH = Period.months(2024, 1, 12), Period.months(2024, 11)
WAGES = "追索劳动报酬"
EVER = Period(TODAY - timedelta(days=8 * 365 + 5), TODAY)


def acts(store: LargeStore) -> Mapping[str, tuple[float, Act]]:
    """What is measured, with its limit in milliseconds."""
    desk, mediator = store.supervisor, store.mediator.who.account_id

    def told(period: Period, narrow: Narrow = overview.ALL) -> Act:
        return lambda: overview.overview(desk, period, narrow)

    narrowed = {
        "a source and a kind of work": Narrow(sources=(Source.HOTLINE,), kinds=(KindOfWork.COURIER,)),
        "a source": Narrow(sources=(Source.HOTLINE,)), "a mediator": Narrow(mediators=(mediator,)),
        "a cause": Narrow(causes=(WAGES,)), "a station": Narrow(stations=(Station.CLOSING,)),
        "a kind of work and a cause": Narrow(kinds=(KindOfWork.COURIER,), causes=(WAGES,)),
        "a mediator and a source": Narrow(mediators=(mediator,), sources=(Source.HOTLINE,)),
        "a source, a kind of work and a cause": Narrow(sources=(Source.HOTLINE,), kinds=(KindOfWork.COURIER,),
                                                       causes=(WAGES,)),
        "six sources, five kinds of work and a station": Narrow(
            sources=tuple(Source)[:6], kinds=tuple(KindOfWork)[:5], stations=(Station.CLOSING,))}
    return {
        "first page of Cases": (PAGE, lambda: _page(desk, CaseFilter())),
        "search, two characters": (PAGE, lambda: _page(desk, CaseFilter(text="马晓"))),
        "Today": (PAGE, lambda: reading.day(desk)),
        "overview of a month, all cases": (OVERVIEW, told(MONTH)),
        "overview of a year, all cases": (OVERVIEW, told(YEAR)),
        "overview of eight years, all cases": (OVERVIEW, told(EVER)),
        **{f"overview of a year, {name}": (OVERVIEW, told(YEAR, narrow))
           for name, narrow in narrowed.items()},
        **{f"overview of eight years, {name}": (OVERVIEW, told(EVER, narrow))
           for name, narrow in narrowed.items()},
        "the cases behind a year's receipts": (DRILL, lambda: overview.behind(
            desk, YEAR, overview.ALL, Behind(Event.RECEIVED), 0, 100)),
        "the cases behind the stock": (DRILL, lambda: overview.behind(
            desk, MONTH, overview.ALL, Behind(None), 0, 100)),
        "the cases behind an outcome": (DRILL, lambda: overview.behind(
            desk, YEAR, overview.ALL, Behind(Event.CLOSED, {"outcome": "withdrawn"}), 0, 100)),
        **{f"{told} eight years' {words}, narrowed to {name}": (
            DRILL, partial(act, desk, EVER, narrowed[name], behind, *page))
           for name in ("a mediator", "a source, a kind of work and a cause", "a station")
           for words, behind in (("receipts", Behind(Event.RECEIVED)), ("solved orders", Behind(
               Event.RECEIVED, {"solved": True}, visited=True)))
           for told, act, page in (("how many cases behind", overview.count_behind, ()),
                                   ("a page far back behind", overview.behind, (900, 100)))},
        **{f"form “{name}” of {words}": (FORM, partial(forms.filled, desk, name, period))
           for name, words, period in (
                ("annual", "a year", YEAR), ("ma1", "a year", YEAR), ("monthly", "a month", MONTH),
                ("bulletin", "a day", Period.of_day(TODAY)))},
        **{f"form “{name}” of a year, to be published": (FORM, partial(_public, desk, name))
           for name in ("annual", "ma1")},
        "alerts": (OVERVIEW, lambda: alerts.alerts(desk)),
        "eight years of a mediator's own cases": (OVERVIEW, lambda: overview.overview(store.mediator, EVER)),
        "what can be narrowed to": (OVERVIEW, lambda: choices.choices(desk)),
        "charts of a year": (OVERVIEW, lambda: series.series(desk, YEAR)),
    }


def _public(desk: Desk, name: str) -> object:
    """With what hiding needs to know."""
    with desk.reading() as work:
        return filling.fill(desk, work, desk.library.reports[name][0], YEAR, overview.ALL, public=True)


def _page(desk: Desk, wanted: CaseFilter) -> object:
    return reading.page(desk, wanted, 0, 100), reading.count(desk, wanted)


def exported(store: LargeStore, engine: str) -> Iterator[Figure]:
    """The list of a hundred thousand cases as a spreadsheet: what it takes, and how much memory more."""
    desk = store.supervisor
    (oldest,) = reading.page(desk, CaseFilter(), EXPORT_ROWS - 1, 1)
    wanted = case_list.Wanted(CaseFilter(received_from=oldest.received_on))
    before, began = _from_now_on(), time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        case_list.export(desk, wanted, str(Path(folder) / "list"), "zh_CN")
    yield Figure(f"{engine}: 100,000 cases as a spreadsheet", time.perf_counter() - began, "s", EXPORT)
    yield Figure(f"{engine}:   memory on top of what stood", _memory("VmHWM") - before, "MB", MEMORY)


def _from_now_on() -> float:
    """Let the system note the most memory anew; megabytes that stand now."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    return _memory("VmRSS")


def _memory(name: str) -> float:
    """Megabytes, as Linux tells them of this process."""
    told = Path("/proc/self/status").read_text()
    return int(told.partition(f"{name}:")[2].split()[0]) / 1024


@contextmanager
def stores(engine: str, sizes: Sequence[int]) -> Iterator[Iterator[tuple[int, LargeStore]]]:
    """The stores of one engine, one after the other."""
    def each(server: PostgresServer | None) -> Iterator[tuple[int, LargeStore]]:
        for size in sizes:
            store = large_store.opened(lambda text: print(text, flush=True), size, server)
            yield size, store
            store.close()

    if engine == "file":
        yield each(None)
        return
    with kept(FOLDER / "server", **SERVER) as server:
        yield each(server)


def main(wanted: Sequence[str]) -> int:
    """Measure; print each engine's table of growth, and every figure of the largest store with its limit."""
    sizes = [int(one) for one in wanted if one.isdigit()] or SIZES
    engines = [one for one in wanted if not one.isdigit()] or ("file", "server")
    judged: list[Figure] = []
    for engine in engines:
        grown: dict[str, list[str]] = {}
        with stores(engine, sizes) as each:
            for size, store in each:
                if size == sizes[-1] and size >= EXPORT_ROWS:
                    judged += exported(store, engine)
                for name, (limit, act) in acts(store).items():
                    took = milliseconds(act, rounds=7, warm=2)
                    grown.setdefault(name, []).append(f"{took:8.1f}")
                    if size == sizes[-1]:
                        judged.append(Figure(f"{engine}: {name}", took, "ms", limit))
        print(_growth(engine, sizes, grown), flush=True)
    print(table(judged))
    return worst(judged)


def _growth(engine: str, sizes: Sequence[int], grown: Mapping[str, Sequence[str]]) -> str:
    """Milliseconds by size."""
    width = max(map(len, grown))
    head = f"{engine + ', ms':{width}}  " + "  ".join(f"{size:8,}" for size in sizes)
    return "\n".join([head, *(f"{name:{width}}  " + "  ".join(took) for name, took in grown.items())])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
