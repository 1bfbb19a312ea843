"""Two attackers beside the program's: one tries every whole number, one is a statistics office's."""

from __future__ import annotations

from pathlib import Path

from pytauargus._tauargus import audit_jj  # type: ignore[import-untyped]  # ships no types

from mediation_desk.domain.reports.disclosure.cells import CellKey, Kind, Look, Published

STEPS = 1000  # for one question, a tenth of a second; no grid of the tests was seen to take a hundred

Spans = dict[CellKey, range]


def others(published: Published, key: CellKey, reach: int, steps: int = STEPS) -> bool:
    """Whether some export shows the same and says something else there.

    Figures without an upper end are tried up to ``reach`` above the largest of the export.
    AssertionError where so many steps do not tell: no grid may hold the tests up, none is passed over.
    """
    spans = {one: _span(published, one, reach) for one in published.cells}
    truth, reader = published.cells[key].value, _Reader(published, steps)
    less, more = range(spans[key].start, truth), range(truth + 1, spans[key].stop)
    return any(reader.completes({**spans, key: other}) for other in (less, more))


def _span(published: Published, key: CellKey, reach: int) -> range:
    """What a cell can be by its own look."""
    value, most = published.cells[key].value, max(cell.value for cell in published.cells.values()) + reach
    look = published.look(key)
    if look is Look.VALUE:
        return range(value, value + 1)
    if look is Look.SMALL:
        return range(1, 5)
    is_count = published.cells[key].kind is Kind.COUNT
    return range(0 if not is_count or value == 0 else 1 if value < 5 else 5, most + 1)


class _Reader:
    """Tries whole numbers, one cell after the other, and sees at once what each leaves for the rest."""

    def __init__(self, published: Published, steps: int) -> None:
        self._cells, self._steps_left = published.cells, steps
        self._sums = [[(relation.total, -1), *((key, 1) for key in relation.parts),
                       *((key, -1) for key in relation.less)] for relation in published.relations]

    def completes(self, spans: Spans) -> bool:
        """Whether numbers within these spans add up everywhere."""
        spans = dict(spans)
        if not self._narrow(spans):
            return False
        still = [key for key, span in spans.items() if len(span) > 1]
        if not still:
            return True
        key = min(still, key=lambda one: len(spans[one]))
        return any(self.completes({**spans, key: range(value, value + 1)})
                   for value in sorted(spans[key], key=lambda one: abs(one - self._cells[key].value)))

    def _narrow(self, spans: Spans) -> bool:
        """Strike out what fits none that the other cells of its sums can be, until no more can be;
        False when nothing is left for a cell."""
        before: Spans = {}
        while before != spans and all(spans.values()):
            assert self._steps_left, "trying every number takes more steps than it may"
            self._steps_left -= 1
            before = dict(spans)
            for terms in self._sums:
                _narrow_sum(terms, spans)
        return all(spans.values())


def _narrow_sum(terms: list[tuple[CellKey, int]], spans: Spans) -> None:
    """Strike out of one sum what its other cells cannot make up for."""
    for key, sign in terms:
        rest = [(spans[one], -sign * other) for one, other in terms if one != key]
        if not all(span for span, _ in rest):
            return
        low = sum(span[0] if turn > 0 else -span[-1] for span, turn in rest)
        high = sum(span[-1] if turn > 0 else -span[0] for span, turn in rest)
        spans[key] = range(max(spans[key].start, low), min(spans[key].stop, high + 1))


FAR = 100_000


def intervals(published: Published, folder: Path) -> dict[CellKey, tuple[float, float]]:
    """Between what bounds each cell that is not shown can lie, as tau-argus audits it (by linear
    programming over fractions too, which comes to the same in tables of rows and columns)."""
    keys = list(published.cells)
    lines = ["0", str(len(keys)), *(_cell_line(published, number, key) for number, key in enumerate(keys))]
    lines.append(str(len(published.relations)))
    for relation in published.relations:
        signed = [(relation.total, -1), *((key, 1) for key in relation.parts),
                  *((key, -1) for key in relation.less)]
        terms = " ".join(f"{keys.index(key)} ({sign})" for key, sign in signed)
        lines.append(f"0 {len(signed)} : {terms}")
    file = folder / "export.jj"
    file.write_text("\n".join(lines) + "\n", encoding="ascii")
    return {keys[row["cell"]]: (row["min"], row["max"]) for row in audit_jj(str(file))}


def _cell_line(published: Published, number: int, key: CellKey) -> str:
    """Number, value, weight, status, bounds known to everybody, protection asked for."""
    value, look = published.cells[key].value, published.look(key)
    status = {Look.VALUE: "s", Look.SMALL: "u", Look.HIDDEN: "m"}[look]
    low, high = (1, 4) if look is Look.SMALL else (5 if value >= 5 else 1 if value else 0, FAR)
    return f"{number} {value} {value + 1} {status} {min(low, value)} {high} 0 0 0"
