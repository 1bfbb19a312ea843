"""Days as a published text tells them: to the month."""

from __future__ import annotations

import re

_MONTH, _DAY = "1[0-2]|0?[1-9]", "3[01]|[12][0-9]|0?[1-9]"
_CLOCK = r"(?:\s*[T ]?\s*\d{1,2}[:：时]\d{2}(?:[:：分]\d{2})?(?:分|秒)?)?"
_HAN = "[一二三四五六七八九十]{1,2}"
_FULL = re.compile(rf"(?<!\d)((?:19|20)\d\d)\s*年\s*({_MONTH})\s*月\s*(?:份\s*)?(?:{_DAY})\s*[日号]{_CLOCK}")
_DASHED = re.compile(rf"(?<![\d.-])((?:19|20)\d\d)\s*[-/.]\s*({_MONTH})\s*[-/.]\s*(?:{_DAY})"
                     rf"(?!\d)日?{_CLOCK}")
_YEARLESS = re.compile(rf"(?<!\d)({_MONTH})\s*月\s*(?:{_DAY})\s*[日号]{_CLOCK}")
_WORDS = re.compile(rf"({_HAN}|(?<!\d)(?:{_MONTH}))\s*月\s*(?:[一二三四五六七八九十廿卅]{{1,3}}|{_DAY})"
                    r"\s*[日号]")
_UNTIL = re.compile(rf"(月)\s*(?:至|到|[-—–~～])\s*(?:{_DAY})\s*[日号]")
_AND = re.compile(rf"(月)\s*[、和及，,]\s*(?:{_DAY})\s*[日号](?!常|内|起)")
DAY = re.compile("|".join(one.pattern for one in (_FULL, _DASHED, _YEARLESS)))
"""A day in figures."""
YEAR_OR_COUNT = re.compile(r"(?<!\d)\d{1,4}(?:\.\d+)?\s*"
                           "(?:年|月|日|天|个|人|名|次|期|小时|分钟|岁|%|％|条|倍|项|份|点)")
"""A figure that counts something."""


def in_text(text: str) -> str:
    """Every day in a text as its month; months and years stay."""
    text = _FULL.sub(_with_year, _DASHED.sub(_with_year, text))
    text = _WORDS.sub(r"\1月", _YEARLESS.sub(lambda found: f"{int(found[1])}月", text))
    before = ""
    while before != text:
        before, text = text, _AND.sub(r"\1", _UNTIL.sub(r"\1", text))
    return text


def _with_year(found: re.Match[str]) -> str:
    return f"{found[1]}年{int(found[2])}月"
