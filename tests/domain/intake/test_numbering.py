"""Case numbers: the office's pattern, read off one example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.intake.numbering import NumberPattern
from mediation_desk.domain.words import DeskError


@pytest.mark.parametrize(("example", "year", "serial", "number"), [
    ("宁中劳调〔2026〕0001号", 2024, 17, "宁中劳调〔2024〕0017号"),
    ("LD-2026-7", 2031, 123, "LD-2031-123"),
    ("2026年第001号", 2026, 1000, "2026年第1000号"),  # a full serial grows, it is never cut
    ("  (2026)宁调0099  ", 2026, 100, "(2026)宁调0100"),
])
def test_a_number_is_formed_after_the_example(example: str, year: int, serial: int, number: str) -> None:
    assert NumberPattern.typed(example).number(year, serial) == number


@pytest.mark.parametrize("example", [
    "", "宁中劳调0001号", "宁中劳调〔2026〕号", "第0001号〔2026〕", "20260001", "宁" * 36 + "2026-01"])
def test_an_example_without_year_and_then_serial_is_refused_beside_its_field(example: str) -> None:
    with pytest.raises(DeskError) as told:
        NumberPattern.typed(example, field="pattern")
    assert told.value.field == "pattern"


words = st.text(alphabet="宁中劳调〔〕()-号第字", max_size=6)


@given(before=words, between=words.filter(bool), after=words, width=st.integers(1, 6),
       year=st.integers(1990, 2090), serial=st.integers(1, 999_999))
def test_two_serials_of_a_year_never_share_a_number(before: str, between: str, after: str, width: int,
                                                    year: int, serial: int) -> None:
    pattern = NumberPattern.typed(f"{before}2026{between}{1:0{width}d}{after}")
    assert pattern.number(year, serial) != pattern.number(year, serial + 1)
    assert pattern.number(year, serial) == f"{before}{year}{between}{serial:0{width}d}{after}".strip()
