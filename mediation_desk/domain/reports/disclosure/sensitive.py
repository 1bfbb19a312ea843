"""Which figures say too much of one case by themselves (primary hiding)."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from mediation_desk.domain.reports.disclosure.cells import Cell, Kind, Look, Reason, Shown, Thresholds


def sensitive(cell: Cell, thresholds: Thresholds) -> Shown | None:
    """How a figure must be shown that says too much of one case; None: it does not.

    The usual rules of statistics offices: a small count is shown as "<5"; an amount, or a count of
    people, of few cases is withheld, and so is an amount of which one case makes up most, and a mean or
    median of few values. A share is no figure of its own: it goes with what it is made from.
    """
    if cell.kind is Kind.SHARE:
        return None
    if cell.kind in (Kind.MEAN, Kind.MEDIAN):
        return _withheld(Reason.FEW_VALUES) if 0 < cell.count < thresholds.fewest_values else None
    if cell.kind is Kind.COUNT and thresholds.is_few(cell.value):
        return Shown(Look.SMALL, Reason.FEW)
    if thresholds.is_few(cell.count):
        return _withheld(Reason.FEW)
    dominant = cell.kind is Kind.AMOUNT and cell.largest > thresholds.dominance * cell.value
    return _withheld(Reason.DOMINANT) if dominant else None


def _withheld(reason: Reason) -> Shown:
    return Shown(Look.HIDDEN, reason)


def doubt(figure: Sequence[Cell], thresholds: Thresholds) -> int:
    """By how much a withheld figure, printed in these cells, must be able to differ.

    One, except for an amount that is sensitive itself: being told nearly to the fen is being told.
    """
    return max(_doubt(cell, thresholds) for cell in figure)


def _doubt(cell: Cell, thresholds: Thresholds) -> int:
    if cell.kind is Kind.AMOUNT and sensitive(cell, thresholds):
        return max(1, ceil(thresholds.closeness * cell.value))
    return 1


def least(figure: Sequence[Cell], thresholds: Thresholds) -> int:
    """The least that a withheld figure can be, as whoever knows the rules knows.

    A count that is not small is withheld as such, a small one only where "<5" would tell it; nothing is
    withheld where nothing is shown as 0.
    """
    return max(_least(cell, thresholds) for cell in figure)


def _least(cell: Cell, thresholds: Thresholds) -> int:
    if cell.kind is not Kind.COUNT or cell.value == 0:
        return 0
    return thresholds.least_small if thresholds.is_few(cell.value) else thresholds.smallest_count
