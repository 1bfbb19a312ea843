"""The cursor of a table goes to a row that is looked for, wherever it stands in a sorted list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from mediation_desk.domain.text.findable import looking_for
from mediation_desk.gui.kit.tables.models import RowModel
from mediation_desk.gui.kit.tables.table import Table


def choose_where(table: Table, fits: Callable[[Any], bool]) -> bool:
    """To the first row at hand that fits; False, with the cursor where it was, where none does."""
    return _choose(table, range(table.model().rowCount()), fits)


def choose_next(table: Table, text: str, said: Callable[[Any], Iterable[str]]) -> bool:
    """To the next row that says the text, from the cursor on and round to it; ``said``: all that a row says.
    False, with the cursor where it was, where none does."""
    here, sought = table.currentIndex().row(), looking_for(text)
    return _choose(table, (*range(here + 1, table.model().rowCount()), *range(here + 1)),
                   lambda row: any(map(sought, said(row))))


def _choose(table: Table, places: Iterable[int], fits: Callable[[Any], bool]) -> bool:
    model = cast(RowModel, table.model())
    for at in places:
        row = model.row(at)
        if row is not None and fits(row):
            table.choose_row(at)
            return True
    return False
