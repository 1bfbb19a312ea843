"""Chinese numerals as people say them: 三万五千, 两千三, 一万二, 二〇二六."""

from __future__ import annotations

from fractions import Fraction

SMALL = "零〇一二三四五六七八九十"
"""Of which the numbers of months and days are made."""
SIGNS = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟半"
_DIGITS = {**{sign: at for at, sign in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2,
           **{sign: at for at, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "亿": 100_000_000}


def number(said: str) -> Fraction | None:
    """What a numeral is worth; None where it is none. A last digit counts the next lower unit: 两千三 is
    2300, 三万五 is 35,000."""
    if not said or any(sign not in SIGNS for sign in said):
        return None
    if not any(sign in _UNITS for sign in said):
        return _spelt(said)
    whole, part, digit, last = Fraction(0), Fraction(0), None, 1
    for sign in said:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
            last = 1 if sign in "零〇" else last
            continue
        if sign == "半":
            part += Fraction(last, 2)
            continue
        last = _UNITS[sign]
        if last >= 10_000:
            whole, part = (whole + part + (digit or (0 if part or whole else 1))) * last, Fraction(0)
        else:
            part += (1 if digit is None else digit) * last
        digit = None
    tail = 0 if digit is None else digit * (last // 10 if last > 1 else 1)
    return whole + part + tail


def _spelt(said: str) -> Fraction | None:
    """Digit by digit: 二〇二六."""
    if "半" in said:
        return None
    return Fraction(int("".join(str(_DIGITS[sign]) for sign in said)))
