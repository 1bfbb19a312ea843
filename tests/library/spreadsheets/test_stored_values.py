"""Numbers and days of a workbook come out as they were entered, or are refused."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.words import DeskError
from mediation_desk.library.spreadsheets.stored_values import moment_text, number_text


@pytest.mark.parametrize(("stored", "text"), [
    ("4300", "4300"), ("4300.50", "4300.5"), ("4300.5500000000002", "4300.55"),
    ("0.30000000000000004", "0.3"), ("-12.5", "-12.5"), ("1E-3", "0.001"), ("1.5E+3", "1500"),
    ("0", "0"), ("0.0", "0"),
    ("999999999999999", "999999999999999"),
    ("6.217E+18", "6217000000000000000"),  # plainly round: nothing was cut off
    ("6217001234567890123", "6217001234567890123"),  # written out in full, not by a spreadsheet's arithmetic
    ("6217001234567891", "6217001234567891"),
])
def test_a_number_is_read_exactly(stored: str, text: str) -> None:
    assert number_text(stored) == text


@pytest.mark.parametrize("stored", [
    "6.21700123456789E+18",  # a card of 19 digits as Excel stores it: four digits are gone
    "6.2170012345678901E+18", "6217001234567890", "630199199503150000", "6.3019919950315E+17",
    "48568091123900496",  # 48568091123900500 in binary, as Excel writes it out
    "1.2345678901234567E+25", "1E+400", "-1E+400", "nan"])
def test_a_number_whose_end_is_lost_is_refused(stored: str) -> None:
    with pytest.raises(DeskError):
        number_text(stored)


@given(st.integers(-10**15 + 1, 10**15 - 1), st.integers(0, 6))
def test_whatever_has_fifteen_digits_comes_out_as_it_went_in(digits: int, places: int) -> None:
    """Stored as spreadsheets store it: the nearest binary fraction, written with seventeen digits."""
    number = Decimal(digits).scaleb(-places)
    assert Decimal(number_text(f"{float(number):.17g}")) == number


@given(st.integers(10**15, 10**19 - 1))
def test_a_longer_number_comes_out_whole_or_not_at_all(digits: int) -> None:
    """As a spreadsheet keeps it: fifteen digits, then zeros. What is lost is never taken for a zero,
    save where at most twelve digits matter, and then those entered after them were zeros nearly surely."""
    lost = len(str(digits)) - 15
    kept = digits // 10**lost * 10**lost
    try:
        assert number_text(f"{float(kept):.17g}") == str(kept)
    except DeskError:
        return
    assert len(str(kept).rstrip("0")) <= 12


@pytest.mark.parametrize(("value", "text"), [
    (datetime(2024, 9, 1), "2024-09-01"), (date(2024, 9, 1), "2024-09-01"),
    (datetime(2024, 9, 1, 14, 30), "2024-09-01 14:30:00"), (time(9, 30), "09:30:00")])
def test_a_time_that_was_entered_is_part_of_what_was_said(value: datetime, text: str) -> None:
    assert moment_text(value) == text
