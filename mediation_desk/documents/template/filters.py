"""The filters that templates write amounts, days and lists with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from mediation_desk.documents.template.blank import Blank
from mediation_desk.documents.template.capitals import capitals
from mediation_desk.domain.money import Money

DASH = "——"
_DIGITS = "零一二三四五六七八九"


def yuan(amount: Money) -> str:
    """``30,264.00元``."""
    return f"{figures(amount)}元"


def figures(amount: Money) -> str:
    """``30,264.00``, for tables whose heading says 元."""
    return f"{_money(amount)}"


def in_capitals(amount: Money) -> str:
    """``人民币叁万零贰佰陆拾肆元整``."""
    return f"人民币{capitals(_money(amount))}"


def figures_or_dash(amount: Money | Blank | None) -> str:
    """The same, and a dash for what is known to be absent."""
    return DASH if amount is None or isinstance(amount, Blank) else figures(amount)


def capitals_or_dash(amount: Money | Blank | None) -> str:
    """In capitals, and a dash for what is known to be absent."""
    return DASH if amount is None or isinstance(amount, Blank) else in_capitals(amount)


def both(amount: Money) -> str:
    """``30,264.00元（人民币叁万零贰佰陆拾肆元整）``."""
    return f"{yuan(amount)}（{in_capitals(amount)}）"


def cndate(day: date) -> str:
    """``2024年12月10日``."""
    return f"{day.year}年{day.month}月{day.day}日"


def shortdate(day: date) -> str:
    """``2024-12-10``, for crowded tables."""
    return day.isoformat()


def weekday(day: date) -> str:
    """``星期二``."""
    return "星期" + "一二三四五六日"[day.weekday()]


def age(born_on: date, on: date) -> int:
    """Full years of age on a day (the birthday itself counts: a year older)."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def days_after(day: date, count: int) -> date:
    """The day ``count`` days later."""
    return day + timedelta(days=count)


def cnnumber(number: int) -> str:
    """1 to 99 in Chinese: ``二十一``; for 第…期 and headings."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def counted(number: int) -> str:
    """How many, before a measure word: ``两`` for 2 (分两期, 一式两份), else as :func:`cnnumber`."""
    return "两" if number == 2 else cnnumber(number)


def listed(texts: Iterable[object]) -> str:
    """Texts with 、 between them."""
    return "、".join(str(text) for text in texts)


def stopped(text: str) -> str:
    """Text that ends in exactly one full stop, however the clerk ended it."""
    return f"{bare(text)}。"


def bare(text: str) -> str:
    """Text without the stop that the clerk may have ended it with, to go on in a sentence."""
    return str(text).rstrip("。；;，,. 　\n")


def yes_no(flag: bool) -> str:
    """是 or 否."""
    return "是" if flag else "否"


def ticked(flag: bool) -> str:
    """■ or □, for forms."""
    return "■" if flag else "□"


def _money(amount: Money) -> Money:
    """The amount, or TypeError: a template may not print a bare number as money."""
    if not isinstance(amount, Money):
        raise TypeError(f"{type(amount).__name__} is not an amount")
    return amount


FILTERS: dict[str, Callable[..., object]] = {
    "yuan": yuan, "figures": figures, "capitals": in_capitals, "both": both,
    "figures_or_dash": figures_or_dash, "capitals_or_dash": capitals_or_dash, "cndate": cndate,
    "shortdate": shortdate, "weekday": weekday, "age": age, "days_after": days_after,
    "cnnumber": cnnumber, "counted": counted, "listed": listed, "stopped": stopped, "bare": bare,
    "yes_no": yes_no, "ticked": ticked}
