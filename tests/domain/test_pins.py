"""Which digits are a PIN, and which are refused because anyone would try them first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.pins import checked, is_obvious, is_pin
from mediation_desk.domain.words import DeskError


@pytest.mark.parametrize("pin", ["4071", "830517", "604918273650"])
def test_four_to_twelve_digits_are_a_pin(pin: str) -> None:
    assert checked(pin) == pin


def test_a_full_width_digit_is_the_same_as_a_plain_one() -> None:
    assert checked("４０７１") == "4071" == checked(" 4071 ")


@pytest.mark.parametrize("typed", ["", "407", "6049182736501", "40 71", "4071a", "四零七一", "-4071", "٤٠٧١"])
def test_anything_else_is_none(typed: str) -> None:
    with pytest.raises(DeskError) as refused:
        checked(typed)
    assert refused.value.field == "pin" and not is_pin(typed)


@pytest.mark.parametrize("pin", ["0000", "1234", "4321", "7890", "0987", "1212", "1122", "8888888", "123123",
                                 "407407", "2580", "5201314", "123456789012"])
def test_what_anyone_tries_first_is_refused(pin: str) -> None:
    with pytest.raises(DeskError) as refused:
        checked(pin)
    assert refused.value.field == "pin"


@given(st.text("0123456789", min_size=2, max_size=6), st.integers(2, 6))
def test_whatever_is_repeated_is_obvious(part: str, times: int) -> None:
    assert is_obvious(part * times)


@given(st.integers(0, 9), st.integers(4, 10))
def test_every_run_is_obvious_both_ways(first: int, length: int) -> None:
    run = "".join(str((first + at) % 10) for at in range(length))
    assert is_obvious(run) and is_obvious(run[::-1])
