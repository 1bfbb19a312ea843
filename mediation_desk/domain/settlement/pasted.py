"""A schedule as it was copied from a spreadsheet: a column of days and a column of amounts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mediation_desk.domain import dates
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import N_, DeskError


def read_schedule(rows: Sequence[Sequence[str]], today: date) -> list[tuple[date, Money]]:
    """The instalments in their rows. A first row of headings and empty rows are passed over.

    Each row has a day and an amount, in this order, whatever stands to their right. Raises DeskError that
    names the row, as the spreadsheet counts it from the first one that was copied.
    """
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    if filled and _is_heading(filled[0][1]):
        filled = filled[1:]
    if not filled:
        raise DeskError(N_("Copy a column of days and a column of amounts first."), field="schedule")
    found = [_read(number, row, today) for number, row in filled]
    for (number, _), (earlier, _e), (later, _l) in zip(filled[1:], found, found[1:], strict=False):
        if later <= earlier:
            raise DeskError(N_("Row {row}: {day} is no later than the row before it."), field="schedule",
                            row=number, day=later)
    return found


def _is_heading(row: Sequence[str]) -> bool:
    return not any(sign.isdigit() for cell in row[:2] for sign in cell)


def _read(number: int, row: Sequence[str], today: date) -> tuple[date, Money]:
    if len(row) < 2 or not (row[0].strip() and row[1].strip()):
        raise DeskError(N_("Row {row} needs a day and an amount."), field="schedule", row=number)
    try:
        day = dates.read(dates.completed(row[0].strip(), today, "ahead"))
        amount = Money.payable(row[1])
    except DeskError as error:
        raise DeskError(N_("Row {row}: {said}"), field="schedule", row=number, said=error.sentence) from error
    if day is None or not amount:
        raise DeskError(N_("Row {row} needs a day and an amount."), field="schedule", row=number)
    return day, amount
