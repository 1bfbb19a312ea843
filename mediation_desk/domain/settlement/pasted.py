"""What was copied from a spreadsheet: a schedule of days and amounts, or what becomes of each claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mediation_desk.domain import dates
from mediation_desk.domain.money import Money
from mediation_desk.domain.settlement.claim_terms import Handling, Place
from mediation_desk.domain.settlement.handling import FIELD
from mediation_desk.domain.vocabulary import ClaimHandling, InKind
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
    return _has_no_digit(row[:2])


def _has_no_digit(cells: Sequence[str]) -> bool:
    return not any(sign.isdigit() for cell in cells for sign in cell)


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


@dataclass(frozen=True)
class ClaimWords:
    """How a spreadsheet calls a worker's claim (by the worker's name and its own), and what becomes of it."""

    places: Mapping[tuple[str, str], Place]
    handlings: Mapping[str, ClaimHandling]
    kinds: Mapping[str, InKind]


def read_handling(rows: Sequence[Sequence[str]], words: ClaimWords, today: date) -> tuple[Handling, ...]:
    """What becomes of each claim, a row each: worker, claim, handling, amount, what is done instead, until
    when, note; cells at the right may be missing. A first row of headings and empty rows are passed over.

    Raises DeskError that names the row, as the spreadsheet counts it from the first one that was copied.
    """
    filled = [(number, [cell.strip() for cell in row] + [""] * 7)
              for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    if filled and _has_no_digit(filled[0][1]) and tuple(filled[0][1][:2]) not in words.places:
        filled = filled[1:]
    if not filled:
        raise DeskError(N_("Copy columns of workers, claims, and what becomes of each claim first."),
                        field=FIELD)
    return tuple(_handling(number, row, words, today) for number, row in filled)


def _handling(number: int, row: Sequence[str], words: ClaimWords, today: date) -> Handling:
    name, claim, how, amount, kind, by, note = row[:7]
    place, handling = words.places.get((name, claim)), words.handlings.get(how)
    if place is None:
        raise DeskError(N_("Row {row}: {name} does not claim “{claim}”."), field=FIELD, row=number,
                        name=name or "—", claim=claim)
    if handling is None or (kind and kind not in words.kinds):
        raise DeskError(N_("Row {row}: “{text}” is none of the words of that column."), field=FIELD,
                        row=number, text=how if handling is None else kind)
    try:
        return Handling(*place, handling, Money.payable(amount) if amount else None, words.kinds.get(kind),
                        dates.read(dates.completed(by, today, "ahead")), note)
    except DeskError as error:
        raise DeskError(N_("Row {row}: {said}"), field=FIELD, row=number, said=error.sentence) from error
