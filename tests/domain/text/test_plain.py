"""Width, outer blanks and what cannot be seen make no difference to a value."""

from __future__ import annotations

import pytest

from mediation_desk.domain.text.plain import dashed, plain, ungrouped


def test_a_value_is_read_whatever_its_width() -> None:
    assert plain("　４，３００．５０\u200b ") == "4,300.50"


def test_every_dash_is_one_dash() -> None:
    assert dashed("1–2—3－4−5‑6") == "1-2-3-4-5-6"


@pytest.mark.parametrize(("typed", "digits"), [
    ("1,200", "1200"), ("12,345,678.90", "12345678.90"), ("-1,200.5", "-1200.5"), ("7,5", "7,5"),
    ("1,2,3", "1,2,3"), ("1,2000", "1,2000"), ("12,34", "12,34"), ("1200", "1200"), (",200", ",200"),
    ("1234,567", "1234,567"), ("", "")])
def test_only_commas_between_thousands_are_taken_out(typed: str, digits: str) -> None:
    assert ungrouped(typed) == digits
