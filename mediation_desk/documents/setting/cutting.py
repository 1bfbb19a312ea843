"""What no line is broken inside: days, hours, numbers with their units, amounts, case numbers, words, and
every character with the marks that belong to it."""

from __future__ import annotations

import re

# No line begins with these, none ends with those (GB/T 15834, 5.1).
_SHUT = "，。、；：？！）》〉】」』”’〕］｝…—～·％‰℃,.;:?!)\\]}>%"
_OPEN = "（《〈【「『“‘〔［｛(\\[{<￥¥"
_CAPITAL = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"
_AMOUNT = f"(?:人民币)?[{_CAPITAL}]+元[{_CAPITAL}角分整]*|(?:人民币)?[{_CAPITAL}]+[角分][{_CAPITAL}角分整]*"
_UNIT = ("个工作日|个自然日|个小时|个月|工作日|小时|分钟|公里|万元|亿元|周岁|周年|年度|号楼|单元|"
         "[元角分年月日号期天人份条款项时秒岁周次名家个位件笔单页张册卷盒倍级层栋室楼米吨户组例％%‰℃]")
_WORD = ("[+\\-−]?[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ.,:/@_\\-]*[A-Za-z0-9À-ɏ])?"
         f"(?:{_UNIT})?")
_DAY = r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|\u3000+年\u3000+月\u3000+日"
_HOUR = r"(?:[上下]午)?\d{1,2}时(?:\d{1,2}分)?"
_ORDINAL = r"第[〇零一二三四五六七八九十百千\d]+[条款项期次章节页]"
_GROUPS = r"\d{4}(?: \d{2,4}){2,}"  # an account as banks print it
_CASE_NUMBER = r"[\u4e00-\u9fff]{0,6}[〔（(]\d{4}[〕）)][\u4e00-\u9fff\d]{0,8}?第?\d+号"
_BARE = f"{_DAY}|{_HOUR}|{_ORDINAL}|{_AMOUNT}|{_GROUPS}|{_WORD}"


_ATOM = (f"[{_OPEN}]*(?:{_BARE})[{_SHUT}]*|[ \u3000]+|[{_OPEN}]*[^{_OPEN} \u3000\n][{_SHUT}]*|"
         f"[{_OPEN}]+|\n")
_ATOMS = re.compile(_ATOM)
_WITH_NUMBERS = re.compile(f"[{_OPEN}]*?{_CASE_NUMBER}[{_SHUT}]*|{_ATOM}")  # slower: only where a year is
_YEAR = re.compile(r"[〔（(]\d{4}[〕）)]")
_ONLY_OPEN = re.compile(f"[{_OPEN}]+")
_ONLY_SHUT = re.compile(f"[{_SHUT}]+")


def cut(text: str) -> list[str]:
    """The text in parts that are not broken; blanks and forced line breaks are parts of their own."""
    return (_WITH_NUMBERS if _YEAR.search(text) else _ATOMS).findall(text)


def is_blank(text: str) -> bool:
    """Whether it holds nothing but space."""
    return not text.strip(" \u3000")


def belongs(text: str, last: str) -> bool:
    """Whether text may not be parted from what ends with that character."""
    return bool(_ONLY_SHUT.fullmatch(text)) or bool(_ONLY_OPEN.fullmatch(last))
