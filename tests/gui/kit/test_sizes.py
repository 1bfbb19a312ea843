"""Sizes as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.gui.kit.sizes import STEPS, size_words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1024, "1 KB"),
        (34_500, "34 KB"),
        (1_300_000, "1.2 MB"),
        (500 * 1024 * 1024, "500.0 MB"),
        (3 * 1024**3, "3.0 GB"),
    ],
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words


@given(st.integers(0, 10**13))
def test_a_size_is_never_longer_than_a_glance_and_grows_with_the_file(size: int) -> None:
    number, unit = size_words(size).split(" ")
    one = 1024 ** STEPS.index(unit)
    half = one / (20 if unit in STEPS[2:] else 2)
    assert float(number) * one == pytest.approx(size, abs=half + 1) and float(number) <= 1000
