"""Chinese numerals as they are said."""

from __future__ import annotations

import pytest

from mediation_desk.domain.intake.spotting.numerals import number


@pytest.mark.parametrize(("said", "wanted"), [
    ("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105), ("两千三", 2300),
    ("三千零五", 3005),
    ("一万二", 12_000), ("三万五千", 35_000), ("十四万四千", 144_000), ("一万零五百", 10_500),
    ("壹万贰仟", 12_000), ("二〇二六", 2026)])
def test_a_numeral_is_worth_what_it_says(said: str, wanted: int) -> None:
    assert number(said) == wanted


@pytest.mark.parametrize("said", ["", "三个", "半"])
def test_anything_else_is_none(said: str) -> None:
    assert number(said) is None
