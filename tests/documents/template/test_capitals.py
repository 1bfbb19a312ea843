"""Amounts in capitals read as the rules for bills ask, and read back as the same amount."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.documents.template.capitals import capitals
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.words import DeskError

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = {"拾": 10, "佰": 100, "仟": 1000}


def read_back(text: str) -> int:
    """The fen that an amount in capitals stands for, read place by place as a cashier would."""
    whole, yuan_sign, rest = text.removesuffix("整").rpartition("元")
    fen = sum(DIGITS.index(digit) * (10 if sign == "角" else 1)
              for digit, sign in zip(rest.lstrip("零")[::2], rest.lstrip("零")[1::2], strict=True))
    return (read_whole(whole) * 100 if yuan_sign else 0) + fen


def read_whole(text: str) -> int:
    for sign, worth in (("亿", 10**8), ("万", 10**4)):
        high, found, low = text.rpartition(sign)
        if found:
            return read_whole(high) * worth + read_whole(low)
    total, digit = 0, 0
    for sign in text:
        if sign in PLACES:
            total, digit = total + (digit or 1) * PLACES[sign], 0
        else:
            digit = DIGITS.index(sign)
    return total + digit


@pytest.mark.parametrize(("amount", "allowed"), [
    ("1409.50", {"壹仟肆佰零玖元伍角", "壹仟肆佰零玖元伍角整"}),
    ("6007.14", {"陆仟零柒元壹角肆分"}),
    ("1680.32", {"壹仟陆佰捌拾元零叁角贰分", "壹仟陆佰捌拾元叁角贰分"}),
    ("107000.53", {"壹拾万柒仟元零伍角叁分", "壹拾万零柒仟元伍角叁分", "壹拾万柒仟元伍角叁分"}),
    ("16409.02", {"壹万陆仟肆佰零玖元零贰分"}),
    ("325.04", {"叁佰贰拾伍元零肆分"}),
    ("30264.00", {"叁万零贰佰陆拾肆元整"}),
    ("38700.00", {"叁万捌仟柒佰元整"}),
    ("0.00", {"零元整"}), ("0.05", {"伍分"}), ("0.50", {"伍角整"}), ("10.00", {"壹拾元整"}),
])
def test_the_samples_of_the_rules_for_bills(amount: str, allowed: set[str]) -> None:
    assert capitals(yuan(amount)) in allowed


@given(st.integers(min_value=0, max_value=10**15))
def test_capitals_read_back_as_the_same_amount(fen: int) -> None:
    assert read_back(capitals(Money(fen))) == fen


@given(st.integers(min_value=0, max_value=10**15))
def test_no_two_zeros_stand_together_and_whole_yuan_end_closed(fen: int) -> None:
    text = capitals(Money(fen))
    assert "零零" not in text
    assert text.endswith("整") == (fen % 10 == 0)


def test_an_amount_below_zero_is_refused() -> None:
    with pytest.raises(DeskError, match=r"-0\.01"):
        capitals(Money(-1))
