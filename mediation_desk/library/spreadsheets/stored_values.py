"""What a workbook stores of a number or a day, as a person would type it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

from mediation_desk.domain.words import N_, DeskError

DIGITS = 15  # so many of a number a spreadsheet keeps; what follows it fills with zeros
SURELY_ROUND = 12  # digits that matter in a longer number which is taken for round, not for cut off
NO_NUMBER = N_("The spreadsheet could not compute this cell ({error}).")
_CUT_OFF = N_("A spreadsheet keeps only the first {digits} digits of a number, so the end of this one is "
              "lost. Format the cell as text and enter the number again.")
_WHOLE = re.compile(r"-?\d+")


def moment_text(value: datetime | date | time | timedelta) -> str:
    """A day as 2024-09-01; with its time where one was entered, for then it is part of what was said."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def number_text(stored: str) -> str:
    """The digits of a number as a spreadsheet shows it in full: 4300.5 for 4300.5000000000002.

    Raises DeskError where a spreadsheet, which keeps fifteen digits, has filled up the end of a
    longer number with zeros, as it does to a card's.
    """
    number = Decimal(stored) if _WHOLE.fullmatch(stored) else _shown(stored)
    if abs(number) >= 10 ** DIGITS and not _is_all_of_it(number):
        raise DeskError(_CUT_OFF, digits=DIGITS)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _shown(stored: str) -> Decimal:
    """A binary fraction in the fifteen digits that a spreadsheet shows of it."""
    value = float(stored)
    if not isfinite(value):
        raise DeskError(NO_NUMBER, error=stored)
    return Decimal(f"{value:.{DIGITS}g}")


def _is_all_of_it(number: Decimal) -> bool:
    """Whether a number of more than fifteen digits is what was entered: it is plainly round, or has
    digits in the places that a spreadsheet's arithmetic cannot hold."""
    rounded = Decimal(f"{number:.{DIGITS - 1}e}")
    if number == rounded:
        return len(f"{abs(number):f}".rstrip("0")) <= SURELY_ROUND
    return Decimal(float(number)) != number or float(number) != float(rounded)
