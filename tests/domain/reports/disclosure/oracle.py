"""Two attackers beside the program's: one tries every whole number, one is a statistics office's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pytauargus._tauargus import audit_jj  # type: ignore[import-untyped]  # ships no types

from mediation_desk.domain.reports.disclosure.cells import CellKey, Kind, Look, Published

Guess = dict[CellKey, int]


def others(published: Published, key: CellKey, reach: int) -> bool:
    """Whether some export shows the same and says something else there.

    Figures without an upper end are tried up to ``reach`` above the largest of the export.
    """
    spans = {one: _span(published, one, reach) for one in published.cells}
    return any(_completes(published, {key: value}, spans) for value in spans[key]
               if value != published.cells[key].value)


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


def _completes(published: Published, guess: Guess, spans: Mapping[CellKey, range]) -> bool:
    """Whether the guess can be completed so that everything adds up."""
    guess = dict(guess)
    while forced := _forced(published, guess):
        key, value = forced
        if value not in spans[key]:
            return False
        guess[key] = value
    if not all(_adds_up(published, guess, number) for number in range(len(published.relations))):
        return False
    rest = [key for key in published.cells if key not in guess]
    if not rest:
        return True
    key = min(rest, key=lambda one: len(spans[one]))
    return any(_completes(published, {**guess, key: value}, spans) for value in spans[key])


def _forced(published: Published, guess: Guess) -> tuple[CellKey, int] | None:
    """A cell that is the last one open in a sum, and what it must be."""
    for relation in published.relations:
        signed = [(relation.total, -1), *((key, 1) for key in relation.parts),
                  *((key, -1) for key in relation.less)]
        still = [(key, sign) for key, sign in signed if key not in guess]
        if len(still) == 1:
            (key, sign), = still
            return key, -sign * sum(sign * guess[one] for one, sign in signed if one in guess)
    return None


def _adds_up(published: Published, guess: Guess, number: int) -> bool:
    relation = published.relations[number]
    if any(key not in guess for key in (relation.total, *relation.parts, *relation.less)):
        return True
    due = sum(guess[key] for key in relation.parts) - sum(guess[key] for key in relation.less)
    return guess[relation.total] == due


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
