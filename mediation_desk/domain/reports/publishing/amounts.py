"""Amounts as a published text tells them: as they are, or rounded so that parts still add up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from mediation_desk.domain.money import Money, total
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_

_TIMES = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_DIGITS = {digit: at for digits in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖")
           for at, digit in enumerate(digits)} | {"两": 2}
_PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000, "万": 10_000,
           "亿": 100_000_000}
_NUMBER = r"\d{1,3}(?:[,，]\d{3}){1,6}(?:\.\d{1,4})?|\d{1,16}(?:\.\d{1,4})?"
_HAN = r"[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{1,24}"
AMOUNT = re.compile(
    rf"(?P<about>大约|约|近|不足)?(?:人民币)?(?:[¥￥](?P<signed>{_NUMBER})(?P<much>[百千万亿]?)元?"
    rf"|(?P<plain>{_NUMBER})\s*(?P<times>[百千万亿]?)(?P<more>[余多])?\s*(?:元|圆|块钱|块)"
    rf"|(?P<han>{_HAN})(?:余|多)?(?:元|圆|块钱|块)(?P<cents>(?:[零一二三四五六七八九壹贰叁肆伍陆柒捌玖]角)?"
    r"零?(?:[一二三四五六七八九壹贰叁肆伍陆柒捌玖]分)?整?))")
"""An amount in yuan as people write it, in figures or in words."""


class Rounding(Term):
    """How exactly a published text tells amounts."""

    KEPT = "kept", N_("As they are")
    HUNDRED = "hundred", N_("To the hundred yuan")
    THOUSAND = "thousand", N_("To the thousand yuan")
    TEN_THOUSAND = "ten_thousand", N_("To ten thousand yuan")

    @property
    def fen(self) -> int:
        """The unit in fen; one where nothing is rounded."""
        yuan = {Rounding.HUNDRED: 100, Rounding.THOUSAND: 1_000, Rounding.TEN_THOUSAND: 10_000}
        return yuan[self] * 100 if self in yuan else 1


def rounded(amount: Money, rounding: Rounding) -> Money:
    """The amount to the unit, half up."""
    return Money.rounded(amount.yuan * 100 / rounding.fen) * rounding.fen


def together(parts: Sequence[Money], rounding: Rounding) -> list[Money]:
    """Parts rounded so that they add up to their rounded sum: by largest remainder, none moved by a
    whole unit. Amounts below zero are not shared out: each is rounded for itself."""
    if rounding is Rounding.KEPT or any(part.fen < 0 for part in parts):
        return [rounded(part, rounding) for part in parts]
    unit = rounding.fen
    units = [part.fen // unit for part in parts]
    short = rounded(total(parts), rounding).fen // unit - sum(units)
    by_remainder = sorted(range(len(parts)), key=lambda at: (-(parts[at].fen % unit), at))
    for at in by_remainder[:short]:
        units[at] += 1
    return [Money(one * unit) for one in units]


def told(amount: Money, rounding: Rounding, exact: Money | None = None) -> str:
    """An amount in words: ``30,264.00元``, ``约30,000元``, ``约3万元``. ``exact``: what it was, where it
    was rounded with others; one that became nothing is said to be less than the unit."""
    if rounding is Rounding.KEPT:
        return f"{amount}元"
    shown = rounded(amount, rounding)
    if not shown and (amount if exact is None else exact):
        return f"不足{_yuan(Money(rounding.fen), rounding)}"
    return f"约{_yuan(shown, rounding)}" if shown else "0元"


def _yuan(amount: Money, rounding: Rounding) -> str:
    yuan = amount.fen // 100
    return f"{yuan // 10_000:,}万元" if rounding is Rounding.TEN_THOUSAND else f"{yuan:,}元"


def in_text(text: str, rounding: Rounding) -> str:
    """Every amount in a text rounded; of one that cannot be read nothing is changed."""
    if rounding is Rounding.KEPT:
        return text
    return AMOUNT.sub(lambda found: _again(found, rounding), text)


def _again(found: re.Match[str], rounding: Rounding) -> str:
    amount = read(found)
    if amount is None or found["about"] == "不足":
        return found.group()
    return told(amount, rounding)


def read(found: re.Match[str]) -> Money | None:
    """What an amount found in a text comes to."""
    if found["han"]:
        whole = from_words(found["han"])
        return None if whole is None else Money(whole * 100 + _cents(found["cents"]))
    number = (found["signed"] or found["plain"]).replace(",", "").replace("，", "")
    return Money.rounded(Decimal(number) * 100 * _TIMES[found["much"] or found["times"] or ""])


def _cents(text: str) -> int:
    """Jiao and fen behind an amount in words."""
    of = {"角": 10, "分": 1}
    return sum(of[place] * _DIGITS[digit] for digit, place in re.findall("(.)([角分])", text))


def from_words(text: str) -> int | None:
    """A number in Chinese words: 三万八千七百 is 38700; None for what is none, such as a lone place."""
    parts, section, digit = 0, 0, 0
    if not any(sign in _DIGITS for sign in text) and text[0] not in "十拾":
        return None
    for sign in text:
        place = _PLACES.get(sign)
        if place is None:
            digit = digit * 10 + _DIGITS[sign] if digit else _DIGITS[sign]
        elif place < 10_000:
            section, digit = section + (digit or 1) * place, 0
        elif place == 10_000:
            parts, section, digit = parts + (section + digit) * place, 0, 0
        else:
            parts, section, digit = (parts + section + digit) * place, 0, 0
    return parts + section + digit
