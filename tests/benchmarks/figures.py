"""A measured figure, how it is taken, and the table that all of them are told in."""

from __future__ import annotations

import gc
import statistics
import time
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Act = Callable[[], object]


@dataclass(frozen=True)
class Figure:
    """What was measured. Without a limit it is told for the record."""

    name: str
    value: float
    unit: str  # "ms", "s", "x" (a ratio), "MB/s", "%"
    limit: float | None = None  # at most

    @property
    def over(self) -> bool:
        """Whether the limit is not kept."""
        return self.limit is not None and self.value > self.limit

    @property
    def verdict(self) -> str:
        """ok, OVER, or nothing where there is no limit."""
        return "" if self.limit is None else "OVER" if self.over else "ok"


def seconds(act: Act) -> float:
    """How long one run takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def milliseconds(act: Act, *, rounds: int = 15, warm: int = 2) -> float:
    """The lower quartile of several runs, after some that are not counted.

    What is slower than that met other programs on the machine, which is not what is measured.
    """
    for _ in range(warm):
        act()
    gc.collect()
    return statistics.quantiles((seconds(act) for _ in range(rounds)), n=4)[0] * 1000


def alternating(one: Act, other: Act, *, rounds: int = 9, warm: int = 1) -> tuple[float, float]:
    """Medians of two acts in seconds, run in turn so that a busy moment of the machine meets both."""
    for _ in range(warm):
        one()
        other()
    gc.collect()
    taken = [(seconds(one), seconds(other)) for _ in range(rounds)]
    return statistics.median(a for a, _ in taken), statistics.median(b for _, b in taken)


def table(figures: Sequence[Figure]) -> str:
    """Name, figure, limit, verdict: one line each."""
    rows = [("figure", "measured", "limit", ""), *(_cells(figure) for figure in figures)]
    widths = [max(_width(row[i]) for row in rows) for i in range(3)]
    return "\n".join(_line(row, widths) for row in rows)


def worst(figures: Iterable[Figure]) -> int:
    """The exit code: 1 when any figure is over its limit."""
    return int(any(figure.over for figure in figures))


def _cells(figure: Figure) -> tuple[str, str, str, str]:
    limit = "" if figure.limit is None else f"≤ {_number(figure.limit, figure.unit)}"
    return figure.name, _number(figure.value, figure.unit), limit, figure.verdict


def _number(value: float, unit: str) -> str:
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _line(row: tuple[str, str, str, str], widths: Sequence[int]) -> str:
    name, value, limit, verdict = row
    return (f"{name}{' ' * (widths[0] - _width(name))}  {value:>{widths[1]}}  "
            f"{limit:>{widths[2]}}  {verdict}").rstrip()
